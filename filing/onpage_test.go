package filing_test

import (
	"regexp"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
)

// The list on a draft's last pages is for people who have the paper alone: it names
// pages, no lines of a file, keys or flags, and tells one mend once.
func TestTheListOfADraft(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	p := filing.Lay(fixtures.Named(t, "draft-with-blanks").JSON, filing.Options{Faces: faces, Draft: true})
	list := p.Document.Blocks[len(p.Document.Blocks)-1].(document.Table)
	mends := map[string]bool{}
	pages := 0
	for _, row := range list.Rows[1:] {
		for _, cell := range row {
			if strings.ContainsAny(cell.Text, "\"\\") || strings.Contains(cell.Text, "blank_as") || strings.Contains(cell.Text, " -") || strings.Contains(cell.Text, "行）") {
				t.Errorf("%q is not for people with paper", cell.Text)
			}
		}
		if regexp.MustCompile(`（第[0-9]+页）`).MatchString(row[2].Text) {
			pages++
		}
		if mend := row[4].Text; mends[mend] && mend != "" && !strings.HasPrefix(mend, "同第") {
			t.Errorf("%q is said twice", mend)
		} else {
			mends[mend] = true
		}
	}
	if pages < len(list.Rows)/2 {
		t.Errorf("%d of %d lines name a page", pages, len(list.Rows)-1)
	}
}

// No slip makes a draft speak of the file: its keys, its marks, its lines.
func TestTheListOfADraftHasNoWordOfTheFile(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	cases := fixtures.Bad(t)
	for name, edits := range map[string][]string{
		"contact":           {`"agency":`, `"contact": {"telephone": "0000-8860000"}, "agency":`},
		"several contacts":  {`"agency":`, `"contact": {"telephone": "1", "postcode": "1", "email": "1"}, "sealed": "1", "agency":`},
		"accepted, no why":  {`"agency":`, `"accepted": [{"code": "prose.mismatch", "path": "overview"}], "agency":`},
		"accepted, unknown": {`"agency":`, `"accepted": [{"code": "x.y", "path": "zz.zz", "reason": "有原因"}], "agency":`},
		"accepted, other":   {`"agency":`, `"accepted": [{"code": "prose.mismatch", "path": "contact.telephone", "reason": "有原因"}], "agency":`},
		"another edition":   {`"edition": "2021"`, `"edition": "2019"`},
		"a variant":         {`"edition": "2021"`, `"edition": "2021-single-other"`},
		"too early":         {`"year": 2024`, `"year": 2020`},
	} {
		cases = append(cases, fixtures.Case{Name: name, JSON: fixtures.Edited(t, "huaian-2024", edits...)})
	}
	latin := regexp.MustCompile(`[A-Za-z_]+|[{}\[\]"\\]|第 ?[0-9]+ ?[行列]`)
	keys := regexp.MustCompile(`“([a-z]+\.[a-z_]+|overview|[a-z]+_[a-z_]+)”|overview|zz|键`)
	swept := 0
	for _, c := range cases {
		p := filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: true})
		if p.Document == nil {
			continue // no edition, no paper
		}
		list, ok := p.Document.Blocks[len(p.Document.Blocks)-1].(document.Table)
		if !ok || !list.Prose {
			continue
		}
		swept++
		for _, row := range list.Rows[1:] {
			for k, cell := range row {
				text := cell.Text
				if keys.MatchString(text) {
					t.Errorf("%s: a key in %q", c.Name, text)
				}
				if k == 3 { // quotes the report, whose numbers may be 1e3
					text = regexp.MustCompile(`“[^”]*”|U\+[0-9A-F]{4,6}|[0-9]e[0-9]`).ReplaceAllString(text, "")
				}
				for _, word := range latin.FindAllString(text, -1) {
					t.Errorf("%s: %s in %q", c.Name, word, text)
				}
			}
		}
	}
	if swept < 110 {
		t.Errorf("only %d drafts have a list", swept)
	}
}
