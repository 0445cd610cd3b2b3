package check

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"nianbao/check/prose"
	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A slip is made in a number as it is typed; "" where it cannot be.
type slip struct {
	name string
	make func(digits string) string
}

var kindsOfSlip = []slip{
	{"one digit is another", func(d string) string {
		last := len(d) - 1
		return d[:last] + string('0'+(d[last]-'0'+1)%10)
	}},
	{"two digits exchanged", func(d string) string {
		for i := len(d) - 1; i > 0; i-- {
			if d[i] != d[i-1] && (i > 1 || d[i] != '0') {
				return d[:i-1] + d[i:i+1] + d[i-1:i] + d[i+1:]
			}
		}
		return ""
	}},
	{"a digit too many", func(d string) string {
		if d == "0" {
			return ""
		}
		return d + d[len(d)-1:]
	}},
	{"a digit missing", func(d string) string {
		if len(d) < 2 {
			return ""
		}
		return d[:len(d)-1]
	}},
}

// caught counts what became of slips: error, warning, notice, nothing.
type caught struct{ made, errors, warnings, notices int }

func (c *caught) add(before, after []problem.Problem) {
	c.made++
	known := map[string]int{}
	for _, p := range before {
		known[p.Code+p.Message]++
	}
	worst := problem.Severity("")
	for _, p := range after {
		if known[p.Code+p.Message]--; known[p.Code+p.Message] >= 0 {
			continue
		}
		if worst == "" || p.Severity == problem.Error || p.Severity == problem.Warning && worst != problem.Error {
			worst = p.Severity
		}
	}
	switch worst {
	case problem.Error:
		c.errors++
	case problem.Warning:
		c.warnings++
	case problem.Notice:
		c.notices++
	}
}

// What becomes of a slip in each number of the two published reports stands in
// docs/checks.md as this test finds it.
func TestWhatBecomesOfASlip(t *testing.T) {
	var table strings.Builder
	table.WriteString("| slip | made | error | warning | notice | not caught |\n| --- | ---: | ---: | ---: | ---: | ---: |\n")
	row := func(name string, c caught) {
		fmt.Fprintf(&table, "| %s | %d | %d | %d | %d | %d |\n", name, c.made, c.errors, c.warnings, c.notices, c.made-c.errors-c.warnings-c.notices)
	}
	reports := []string{"laiyuan-2022", "huaian-2024"}
	open := func(name string) (*report.Report, []problem.Problem) {
		r, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
		return r, Check(r)
	}
	for _, s := range kindsOfSlip {
		var inTables, inProse caught
		for _, name := range reports {
			r, before := open(name)
			for _, leaf := range r.Template.Leaves() {
				n := r.Numbers[leaf.Path]
				if n.Origin != report.Given || !isDigits(n.Text) || s.make(n.Text) == "" {
					continue
				}
				r.Set(leaf.Path, s.make(n.Text))
				inTables.add(before, Check(r))
				r.Set(leaf.Path, n.Text)
			}
			inProse.addProse(r, before, s)
		}
		row("a cell: "+s.name, inTables)
		row("a number of the prose that stands for a cell: "+s.name, inProse)
	}
	var below, blank caught
	for _, name := range reports {
		r, before := open(name)
		leaves := r.Template.Leaves()
		for i, leaf := range leaves {
			n := r.Numbers[leaf.Path]
			if n.Origin != report.Given {
				continue
			}
			r.Set(leaf.Path, "")
			blank.add(before, Check(r))
			r.Set(leaf.Path, n.Text)
			for _, other := range leaves[i+1:] {
				m := r.Numbers[other.Path]
				if other.Column != leaf.Column || other.Table != leaf.Table || other.Kind != leaf.Kind {
					continue
				}
				if m.Text != n.Text {
					r.Set(leaf.Path, m.Text)
					r.Set(other.Path, n.Text)
					below.add(before, Check(r))
					r.Set(leaf.Path, n.Text)
					r.Set(other.Path, m.Text)
				}
				break
			}
		}
	}
	row("a cell: exchanged with the one below it", below)
	row("a cell: left blank", blank)

	const file, from, to = "../docs/checks.md", "<!-- slips -->\n", "<!-- end of slips -->"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	start, end := strings.Index(text, from), strings.Index(text, to)
	if start < 0 || end < start {
		t.Fatalf("%s has no place for the table", file)
	}
	fixtures.Golden(t, file, []byte(text[:start+len(from)]+table.String()+text[end:]))
}

var leadingDigits = regexp.MustCompile(`^[0-9]+`)

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// addProse makes the slip in every number of the prose that is held and agrees.
func (c *caught) addProse(r *report.Report, before []problem.Problem, s slip) {
	for _, m := range prose.Mentions(r) {
		digits := leadingDigits.FindString(m.Text)
		if m.Reason != "" || !m.Agrees || !m.Exact() || digits == "" || s.make(digits) == "" {
			continue
		}
		text := r.Prose[m.Section].Text
		at := strings.Index(text, m.Text)
		if at < 0 || strings.Count(text, m.Text) > 1 {
			continue // its place is not plain
		}
		r.Set(m.Section, text[:at]+s.make(digits)+text[at+len(digits):])
		c.add(before, Check(r))
		r.Set(m.Section, text)
	}
}
