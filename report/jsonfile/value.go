package jsonfile

// A value is a piece of JSON that keeps what encoding/json loses: lines, the
// spelling of numbers, keys given twice.
type value struct {
	kind    valueKind
	text    string // of a text: what it says; of a number or boolean: as typed
	line    int    // where it starts
	flawed  bool   // a fault in it has been reported
	members []member
	dropped int // members that were not kept: see maxMembers
}

// A member is one key of an object with its value.
type member struct {
	key    string
	line   int
	flawed bool // the key has been reported
	value  value
}

type valueKind int

const (
	isNull valueKind = iota
	isBoolean
	isNumber
	isText
	isArray
	isObject
)

// String is the kind as a message names it.
func (k valueKind) String() string {
	switch k {
	case isBoolean:
		return "真假值"
	case isNumber:
		return "数"
	case isText:
		return "文字"
	case isArray:
		return "一串 [ … ]"
	case isObject:
		return "一组 { … }"
	}
	return "null"
}
