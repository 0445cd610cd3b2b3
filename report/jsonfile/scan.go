package jsonfile

import (
	"strconv"

	"nianbao/problem"
)

// maxItems is how many values of an array are read: no more warnings can be
// accepted than are listed. One more is kept, so that the reader can say so.
const maxItems = MaxProblems

// maxDepth is how deep brackets may stand in brackets; a report needs 4.
const maxDepth = 32

// scan reads the one value of a file. It returns what was read before a fault
// ended it, and whether none did.
func scan(src []byte, found *findings) (root value, whole bool) {
	start := position{line: 1}
	s := &scanner{src: src, position: start, last: start, found: found}
	s.skipSpace()
	if s.atEnd() {
		found.add(problem.Problem{Code: problem.CodeSyntax, Line: 1, Message: "文件是空的",
			Fix: "用 nianbao new 生成一份空白报告，填好再检查"})
		return root, false
	}
	if !s.value(&root) {
		return root, false
	}
	s.skipSpace()
	if !s.atEnd() {
		found.mismatch(problem.Problem{Code: problem.CodeTrailing, Line: s.line,
			Message: "报告到第 " + strconv.Itoa(s.last.line) + " 行已经结束，后面却还有“" + s.ahead() + "”",
			Fix:     "删去报告结束处之后的内容；如果后面还是这份报告，就是前面多了一个“}”，请删去它"})
		return root, false // an extra } may have ended the report early: what is missing is not known
	}
	return root, true
}

// value reads into v; false if a fault ended the reading, with v as far as it
// was read.
func (s *scanner) value(v *value) bool {
	v.line = s.line
	if s.inside(v) {
		return true
	}
	v.flawed = true
	return false
}

func (s *scanner) inside(v *value) bool {
	switch c := s.peek(); {
	case c == '{':
		v.kind = isObject
		return s.enter('}') && s.object(v)
	case c == '[':
		v.kind = isArray
		return s.enter(']') && s.array(v)
	case c == '"':
		v.kind = isText
		var ok bool
		v.text, v.flawed, ok = s.text()
		return ok
	case inNumber(c):
		v.kind, v.text = isNumber, s.run(inNumber)
		return true
	case c == 't' || c == 'f' || c == 'n':
		return s.word(v)
	}
	return s.fail(expectValue)
}

// enter moves over an opening bracket.
func (s *scanner) enter(closing byte) bool {
	if len(s.open) == maxDepth {
		s.found.add(problem.Problem{Code: problem.CodeDepth, Line: s.line, Path: s.path(),
			Message: "括号套了 " + strconv.Itoa(maxDepth) + " 层还不止",
			Fix:     "报告最多套 4 层；对照 nianbao new 生成的空白报告改"})
		return false
	}
	s.open = append(s.open, bracket{closing, s.line})
	s.offset++
	s.last = s.position
	return true
}

// leave moves over the closing bracket that is due.
func (s *scanner) leave() bool {
	if !s.accept(s.open[len(s.open)-1].closing) {
		return false
	}
	s.open = s.open[:len(s.open)-1]
	return true
}

func (s *scanner) object(v *value) bool {
	s.skipSpace()
	if s.leave() {
		return true
	}
	var more map[string]int // beyond maxMembers: how often each key was kept
	for {
		if s.peek() != '"' {
			return s.fail(expectKey)
		}
		line := s.line
		key, flawed, ok := s.text()
		if !ok {
			return false
		}
		s.skipSpace()
		if !s.accept(':') {
			return s.fail(expectColon)
		}
		s.skipSpace()
		v.members = append(v.members, member{key: key, line: line, flawed: flawed})
		s.keys = append(s.keys, key)
		if !s.value(&v.members[len(v.members)-1].value) {
			return false
		}
		s.keys = s.keys[:len(s.keys)-1]
		s.skipSpace()
		if last := &v.members[len(v.members)-1]; last.value.kind == isText && s.peek() == ':' {
			return s.unopened(last)
		}
		if len(v.members) > maxMembers {
			if more == nil {
				more = map[string]int{}
			}
			if everyKey()[key] && more[key] < 2 {
				more[key]++
			} else {
				v.members, v.dropped = v.members[:len(v.members)-1], v.dropped+1
			}
		}
		if s.leave() {
			return true
		}
		if !s.accept(',') {
			return s.fail(expectComma)
		}
		s.skipSpace()
	}
}

// array reads an array: of a report, only accepted is one.
func (s *scanner) array(v *value) bool {
	s.skipSpace()
	if s.leave() {
		return true
	}
	for {
		var item value
		if !s.value(&item) {
			return false
		}
		if len(v.members) <= maxItems {
			v.members = append(v.members, member{line: item.line, value: item})
		}
		s.skipSpace()
		if s.leave() {
			return true
		}
		if !s.accept(',') {
			return s.fail(expectComma)
		}
		s.skipSpace()
	}
}

// word reads true, false or null.
func (s *scanner) word(v *value) bool {
	start := s.position
	switch v.text = s.run(isLetter); v.text {
	case "null":
		v.kind = isNull
	case "true", "false":
		v.kind = isBoolean
	default:
		s.position = start
		return s.fail(expectValue)
	}
	return true
}

// inNumber is wide on purpose: what is no number is said where a number is
// read, with the cell's name.
func inNumber(c byte) bool {
	return '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' }
