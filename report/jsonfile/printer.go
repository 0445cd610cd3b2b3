package jsonfile

import (
	"bytes"
	"encoding/json"
	"strings"
)

// An Object is a JSON object that is printed in the order it was built, which
// is the order of the printed form. encoding/json would sort a map's keys.
type Object []Property

// A Property is one key of an Object. Its value is an Object, a List, or what
// encoding/json knows. It has no name of its own so that other packages may
// write {"key", value} too.
type Property = struct {
	Key   string
	Value any
}

// A List is a JSON array.
type List []any

// Print writes the object by the habit of people: what holds no further object
// stands on one line.
func (o Object) Print() []byte {
	var b bytes.Buffer
	printValue(&b, o, 0)
	b.WriteByte('\n')
	return b.Bytes()
}

func printValue(b *bytes.Buffer, value any, depth int) {
	switch v := value.(type) {
	case Object:
		var inner []any
		for _, p := range v {
			inner = append(inner, p.Value)
		}
		printMembers(b, "{}", inner, depth, func(i int) {
			printValue(b, v[i].Key, 0)
			b.WriteString(": ")
		})
	case List:
		printMembers(b, "[]", v, depth, func(int) {})
	default:
		encoder := json.NewEncoder(b)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(value); err != nil {
			panic(err) // a value of a kind that this package never puts in
		}
		b.Truncate(b.Len() - 1) // the encoder ends a line
	}
}

// printMembers writes what stands between two brackets; before writes a
// member's key.
func printMembers(b *bytes.Buffer, brackets string, members []any, depth int, before func(i int)) {
	start, between, end := "", ", ", ""
	for _, member := range members {
		if !fitsLine(member) {
			start = "\n" + strings.Repeat("  ", depth+1)
			between, end = ","+start, "\n"+strings.Repeat("  ", depth)
			break
		}
	}
	b.WriteString(brackets[:1] + start)
	for i, member := range members {
		if i > 0 {
			b.WriteString(between)
		}
		before(i)
		printValue(b, member, depth+1)
	}
	b.WriteString(end + brackets[1:])
}

// fitsLine: the value may stand on one line with others.
func fitsLine(value any) bool {
	switch v := value.(type) {
	case Object:
		return false
	case List:
		for _, member := range v {
			if !fitsLine(member) {
				return false
			}
		}
	}
	return true
}
