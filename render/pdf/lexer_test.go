package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
)

// What the tests read PDF syntax into (ISO 32000-1, 7.3). An integer is an
// int, a real a float64, null is nil.
type (
	name       string
	literal    string // the bytes of a string
	operator   string // any other word: obj, R, Tj …
	dictionary map[name]any
	stream     struct {
		dictionary
		raw []byte
	}
)

// A lexer reads values off a file or a content stream. It panics on bad syntax.
type lexer struct {
	data []byte
	at   int
}

const spaces, delimiters = " \t\r\n\f\x00", " \t\r\n\f\x00()<>[]{}/%"

func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case bytes.IndexByte([]byte(spaces), c) >= 0:
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) done() bool {
	l.skip()
	return l.at >= len(l.data)
}

// value reads one value; n g R comes out as a ref.
func (l *lexer) value() any {
	l.skip()
	switch rest := l.data[l.at:]; {
	case bytes.HasPrefix(rest, []byte("<<")):
		l.at += 2
		d := dictionary{}
		items := l.until(">>")
		for i := 0; i+1 < len(items); i += 2 {
			key := items[i].(name)
			if _, twice := d[key]; twice {
				panic(fmt.Sprintf("key %s twice", key))
			}
			d[key] = items[i+1]
		}
		return d
	case rest[0] == '[':
		l.at++
		return l.until("]")
	case rest[0] == '(':
		return l.string()
	case rest[0] == '<':
		end := bytes.IndexByte(rest, '>')
		b, err := hex.DecodeString(string(rest[1:end]))
		if err != nil {
			panic(err)
		}
		l.at += end + 1
		return literal(b)
	case rest[0] == '/':
		l.at++
		return name(l.word())
	}
	word := l.word()
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil {
		return f
	}
	switch word {
	case "true", "false":
		return word == "true"
	case "null":
		return nil
	case "":
		panic(fmt.Sprintf("offset %d: no value", l.at))
	}
	return operator(word)
}

func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.data) && bytes.IndexByte([]byte(delimiters), l.data[l.at]) < 0 {
		l.at++
	}
	return string(l.data[start:l.at])
}

func (l *lexer) until(end string) []any {
	items := []any{}
	for {
		l.skip()
		if bytes.HasPrefix(l.data[l.at:], []byte(end)) {
			l.at += len(end)
			return items
		}
		v := l.value()
		if v == operator("R") {
			n := len(items)
			items[n-2] = ref(items[n-2].(int))
			items = items[:n-1]
			continue
		}
		items = append(items, v)
	}
}

func (l *lexer) string() literal {
	var b []byte
	depth := 0
	for {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				return literal(b)
			}
		case '\\':
			c = l.data[l.at]
			l.at++
			if c == 'r' {
				c = '\r'
			}
		case '\r':
			panic("a bare carriage return in a string")
		}
		b = append(b, c)
	}
}
