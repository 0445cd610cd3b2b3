package prose

import (
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// read reads a text against Huai'an's tables.
func read(t *testing.T, text string) []Mention {
	t.Helper()
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	r.Scope, r.Prose = "whole", map[string]report.Prose{"overview": {Text: text}}
	return Mentions(r)
}

// A word that nobody taught silences the number that it bears on, is named, and
// accuses nobody, wherever on the path it stands.
func TestUnknownWordSilences(t *testing.T) {
	for text, word := range map[string]string{
		"全市收到瓜田李下的政府信息公开申请31件。":                "瓜田李下",
		"全市收到政府信息公开申请31件瓜田李下。":                 "瓜田李下",
		"全市收到瓜田李下的政府信息公开申请31件，办结30件，其中予以公开3件。": "瓜田李下",
		"涉及瓜田李下的，收到政府信息公开申请31件。":               "瓜田李下",
		"全市作出瓜田李下行政许可决定31件。":                   "瓜田李下",
		"政府信息公开行政复议中，瓜田李下维持31件。":               "瓜田李下",
		"全市未收到瓜田李下的政府信息公开申请。":                  "瓜田李下",
	} {
		found := read(t, text)
		if len(found) == 0 {
			t.Errorf("%s: no number", text)
		}
		for _, m := range found {
			if m.Reason == "" {
				t.Errorf("%s: %s is held against %s", text, m.Text, names(m))
			}
			if !strings.Contains(m.Verdict(), word) {
				t.Errorf("%s: %s does not name the word", text, m.Verdict())
			}
		}
	}
}

// A number that was not understood is near a cell whose words stand beside it, if
// a slip of typing lies between them.
func TestNear(t *testing.T) {
	for text, want := range map[string]string{
		"全市收到瓜田李下的政府信息公开申请3191件。":                 "3119", // exchanged
		"全市收到瓜田李下的政府信息公开申请3118件。":                 "3119", // another digit
		"全市收到瓜田李下的政府信息公开申请3119件。":                 "",     // the cell itself
		"全市收到瓜田李下的政府信息公开申请2118件。":                 "",     // two digits
		"全市收到瓜田李下的来信3118件。":                       "",     // its words do not stand there
		"全市网上收到政府信息公开申请3118件。":                    "",     // understood to be another thing
		"全市收到瓜田李下的政府信息公开申请39件。":                   "",     // too short to tell
		"全市收到政府信息公开申请3119件，其余瓜田李下的政府信息公开申请3118件。": "",     // the sentence says the cell's number
		"2023年，全市收到政府信息公开申请3118件。":                "",
	} {
		got := ""
		for _, m := range read(t, text) {
			if m.Near != nil {
				got = m.Near.Shown
			}
		}
		if got != want {
			t.Errorf("%s: near %q, want %q", text, got, want)
		}
	}
}

// Parts that add up to a cell bear witness for a whole that was not understood; a
// part is not held against a cell larger than its whole; channels that add up end.
func TestWholesAndParts(t *testing.T) {
	for _, c := range []struct{ text, held string }{
		{"全市瓜田李下政府信息公开申请3191件，其中自然人3001件、法人118件。", "3191件"},
		{"全市瓜田李下政府信息公开申请3191件，其中自然人3001件、法人117件。", ""},
		{"全市开展执法12000件，其中行政许可310件、行政处罚4300件。", ""},
		{"全市收到政府信息公开申请3119件，其中网络2900件、信函219件，办结3005件。", "3119件 3005件"},
		{"全市收到政府信息公开申请3119件，其中网络2900件，办结3005件。", "3119件"},
		{"全市收到瓜田李下政府信息公开申请3119件，办结3005件。", "3005件"}, // 3119 is its cell
	} {
		var held []string
		for _, m := range read(t, c.text) {
			if m.Reason == "" {
				held = append(held, m.Text)
			}
		}
		if got := strings.Join(held, " "); got != c.held {
			t.Errorf("%s: held %q, want %q", c.text, got, c.held)
		}
	}
}
