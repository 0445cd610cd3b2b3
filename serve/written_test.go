package serve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"testing"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
	"nianbao/templates/numeral"
)

// The page writes the file of a report itself, so that it can be saved where the
// program has gone. What it writes of a report that it was sent reads back to that
// report, of all fixtures; of a blank one it is what `nianbao new` prints.
func TestThePageWritesWhatTheProgramReads(t *testing.T) {
	editions, err := templates.All()
	if err != nil {
		t.Fatal(err)
	}
	sent := toPage{Amounts: []string{}}
	var names []string
	var want [][]byte
	add := func(name string, src []byte) {
		r, _ := jsonfile.Decode(src)
		if r.Template == nil {
			return // it cannot be opened
		}
		names, want = append(names, name), append(want, src)
		sent.Reports = append(sent.Reports, flatten(r))
	}
	for _, edition := range editions {
		sent.Templates = append(sent.Templates, newForm(edition))
		add(edition.Edition, jsonfile.Blank(edition, "涞源县", edition.FirstYear))
	}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		add(c.Name, c.JSON)
	}
	sum := fixtures.Edited(t, "huaian-2024", `"agency":`, `"missing_units": ["甲局"], "parts": {"乙局": {"disclosure.licensing": 7, "disclosure.fees": 1.50}}, "agency":`)
	add("a sum", sum)
	for i, got := range onThePage(t, sent).Written {
		if i < len(editions) {
			if got != string(want[i]) {
				t.Errorf("a blank report of %s is not what the program writes:\n%s", names[i], got)
			}
			continue
		}
		if a, b := readBack(want[i]), readBack([]byte(got)); !bytes.Equal(a, b) {
			t.Errorf("%s: the page wrote\n%s\nof\n%s", names[i], b, a)
		}
	}
}

// The page reads out an amount in 万元 below its cell; whoever reads numerals reads
// the same amount.
func TestThePageReadsOutAmounts(t *testing.T) {
	sent := toPage{Templates: []form{}, Reports: []flat{}}
	var yuan []int
	for n := 1; n < 100_000_000; n += 1 + n*3/7 { // numeral knows no 亿
		for _, n := range []int{n, n / 100 * 100, n / 10_000 * 10_000} {
			if n > 0 {
				yuan = append(yuan, n)
				sent.Amounts = append(sent.Amounts, fmt.Sprintf("%d.%04d", n/10_000, n%10_000))
			}
		}
	}
	for i, words := range onThePage(t, sent).Words {
		n, length := numeral.Read(words)
		if n != yuan[i] || words[length:] != "元" {
			t.Errorf("%s万元 is read out as %s", sent.Amounts[i], words)
		}
	}
}

// toPage is what pagetest/written.js is given.
type toPage struct {
	Templates []form   `json:"templates"`
	Reports   []flat   `json:"reports"`
	Amounts   []string `json:"amounts"` // in 万元
}

type fromPage struct{ Written, Words []string }

// onThePage runs the page's own modules where node is.
func onThePage(t *testing.T, sent toPage) (made fromPage) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node on this machine")
	}
	in, err := json.Marshal(sent)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "pagetest/written.js")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &made); err != nil || len(made.Written) != len(sent.Reports) || len(made.Words) != len(sent.Amounts) {
		t.Fatalf("%d reports, %d amounts: %v", len(made.Written), len(made.Words), err)
	}
	return made
}

// readBack is what a file holds; a text that is empty counts as left out.
func readBack(src []byte) []byte {
	r, _ := jsonfile.Decode(src)
	maps.DeleteFunc(r.Prose, func(_ string, p report.Prose) bool { return p.Text == "" })
	return jsonfile.EncodeWhole(r)
}
