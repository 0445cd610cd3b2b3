package jsonfile_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/check"
	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// Whatever the bytes: no panic, the same answer twice, problems that can be
// shown, and an error for all that encoding/json cannot read.
func FuzzDecode(f *testing.F) {
	for _, cases := range [][]fixtures.Case{fixtures.Good(f), fixtures.Bad(f), fixtures.Drafts(f)} {
		for _, c := range cases {
			if len(c.JSON) < 8<<10 { // longer ones only slow it down
				f.Add(c.JSON)
			}
		}
	}
	for _, src := range []string{
		"", "{", `{"edition":"2021","a":{"b":[1,{}]}}`, "\xef\xbb\xbf{}", `{"\ud83f\udffe":"\u00`, "{\"a\":\"\n\r\n",
		`{"edition":"2019","disclosure":{"procurement":{"amount":"25.1万元"},"fees":{"change":"+3"}},"blank_as":"0"}`,
		`{"edition":"2021","blank_as":"0","sealed":true,"signatory":"甲","date":"2025-01-01","contact":{"telephone":"12345"}}`,
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		r, problems := jsonfile.Decode(src)
		if r.Template == nil && !problem.HasErrors(problems) {
			t.Error("no template, and nothing says why")
		}
		found := append(problems, check.Check(r)...)
		again, same := jsonfile.Decode(src)
		if !reflect.DeepEqual(r, again) || !reflect.DeepEqual(found, append(same, check.Check(again)...)) {
			t.Error("another answer the second time")
		}
		lines := 2 + bytes.Count(src, []byte("\n")) + bytes.Count(src, []byte("\r"))
		seen := map[problem.Problem]bool{}
		for _, p := range found {
			if p.Line < 0 || p.Line > lines || p.Code == "" || p.Severity == "" || p.Message == "" || p.Fix == "" {
				t.Errorf("not a whole problem: %+v", p)
			}
			if text := p.String() + p.Path; !utf8.ValidString(text) || strings.ContainsRune(text, 0) || len(text) > 4000 {
				t.Errorf("cannot be shown: %q", text)
			}
			if seen[p] && p.Code != problem.CodeControl && p.Code != problem.CodeEncoding { // of two keys on one line
				t.Errorf("said twice: %s", p)
			}
			seen[p] = true
		}
		if !json.Valid(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))) && !problem.HasErrors(problems) {
			t.Error("takes what is no JSON")
		}
		if json.Valid(src) {
			for _, p := range problems {
				if p.Code == problem.CodeSyntax || p.Code == problem.CodeTrailing {
					t.Errorf("is JSON: %s", p)
				}
			}
		}
		for path, prose := range r.Prose {
			if !utf8.ValidString(prose.Text) || strings.ContainsAny(prose.Text, "\x00\r\t\x7f") {
				t.Errorf("%s cannot be printed: %q", path, prose.Text)
			}
		}
		if r.Template == nil {
			return
		}
		for path, number := range r.Numbers {
			if _, known := r.Template.Leaf(path); !known || number.Text == "" {
				t.Errorf("%s is %+v", path, number)
			}
		}
		if !problem.HasErrors(found) {
			for _, leaf := range r.Template.Leaves() {
				if _, given := r.Numbers[leaf.Path]; !given {
					t.Errorf("%s is blank, and nothing says so", leaf.Path)
				}
			}
		}
	})
}
