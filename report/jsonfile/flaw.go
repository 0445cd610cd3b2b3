package jsonfile

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/problem"
	"nianbao/report"
)

// A flaw is the first of the characters in a text that have one fault.
type flaw struct {
	what   string
	fix    string
	form   string // what to do in the form; "": as fix
	before string // the characters in front of it
	line   int
	count  int
}

// add adds a character unless it cannot be printed.
func (t *textReader) add(r rune, line int) {
	switch {
	case report.Safe(r) || r == '\n':
	case r == '\r':
		t.returns = true
	default:
		kept, fault := report.Character(r)
		switch {
		case fault != nil && fault.Code == problem.CodeEncoding:
			t.flaw(&t.encoding, line, fault.Message, fault.Fix)
			return
		case fault != nil:
			if t.flaw(&t.control, line, fault.Message, fault.Fix); t.control.count == 1 {
				t.control.form = fault.Form
			}
			return
		case kept < 0:
			return
		}
		r = kept
	}
	t.out = utf8.AppendRune(t.out, r)
}

func (t *textReader) flaw(f *flaw, line int, what, fix string) {
	f.count++
	if f.count == 1 {
		*f = flaw{what: what, fix: fix, line: line, count: 1, before: lastRunes(t.out, 8)}
	}
}

// report says a text's flaws, if it has any.
func (s *scanner) report(t *textReader) bool {
	for _, f := range []struct {
		code string
		flaw
	}{{problem.CodeControl, t.control}, {problem.CodeEncoding, t.encoding}} {
		if f.count == 0 {
			continue
		}
		message := f.what
		if f.before != "" {
			message = "“" + f.before + "”之后" + message
		}
		if f.count > 1 {
			message += "；这段文字里这样的地方共 " + strconv.Itoa(f.count) + " 处"
		}
		s.found.add(problem.Problem{Code: f.code, Path: s.path(), Line: f.line, Message: message, Fix: f.fix, FixInForm: f.form, Subject: problem.Subject{Quote: f.before}})
	}
	return t.control.count+t.encoding.count > 0
}

// A textReader is one JSON text while it is read. Its flaws are said once the
// text has ended, for the flaw may be that it never does.
type textReader struct {
	out      []byte
	control  flaw
	encoding flaw
	returns  bool // holds a \r
}

// string is the text with \n alone at the ends of its lines.
func (t *textReader) string() string {
	text := string(t.out)
	if t.returns {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

// lastRunes are the last characters of a text, at most n.
func lastRunes(text []byte, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(text[:at])
		at -= size
	}
	return string(text[at:])
}
