package reading

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/spelling"
)

// habitFile is a file of testdata/habits.
func habitFile(t *testing.T, name string) *manuscript.Manuscript {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "habits", name, "input.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return parseManuscript(string(text))
}

// rename gives heads of the tables other names: old, new, old, new …
func rename(m *manuscript.Manuscript, names ...string) {
	to := map[string]string{}
	for i := 0; i < len(names); i += 2 {
		to[names[i]] = names[i+1]
	}
	for _, b := range m.Blocks {
		if b.Table == nil {
			continue
		}
		for i := range b.Table.Cells {
			if name, ok := to[b.Table.Cells[i].Text]; ok {
				b.Table.Cells[i].Text = name
			}
		}
	}
}

// balanced writes numbers into table three whose rows add up: each column has 1, 2, 3 …
// and the last their sum.
func balanced(m *manuscript.Manuscript) {
	for _, b := range m.Blocks {
		if b.Table == nil || b.Table.Columns != 10 {
			continue
		}
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			if c.Row < 3 || c.Column < 3 {
				continue
			}
			c.Text = count(c.Column - 2)
			if c.Column == 9 {
				c.Text = count(1 + 2 + 3 + 4 + 5 + 6)
			}
		}
	}
}

// Columns that no sum can tell apart are read by their place only where their names
// do not speak for another one, and at most one says nothing; else they are named as
// errors, and none of their numbers is read.
func TestColumnsThatNoSumTellsApart(t *testing.T) {
	cases := []struct {
		names []string
		read  bool
	}{
		{[]string{"自然人", "公民"}, true},
		{[]string{"自然人", "公民", "商业企业", "企业", "科研机构", "科研单位", "社会公益组织", "公益组织", "法律服务机构", "法律机构"}, true},
		{[]string{"商业企业", "公司"}, true},
		{[]string{"总计", "小计"}, true},
		{[]string{"商业企业", "科研单位", "科研机构", "企业法人"}, false},
		{[]string{"商业企业", "科研单位"}, false},
		{[]string{"商业企业", "甲类主体", "科研机构", "乙类", "法律服务机构", "丙"}, false},
		{[]string{"商业企业", "甲类主体", "科研机构", "乙类"}, false},
		{[]string{"科研机构", "2023年数"}, false},
		{[]string{"科研机构", "上年科研"}, false},
	}
	for _, c := range cases {
		m := habitFile(t, "as-the-form")
		balanced(m)
		want := Understand(m).Report
		m = habitFile(t, "as-the-form")
		balanced(m)
		rename(m, c.names...)
		got := Understand(m)
		path := "requests.received."
		for _, leaf := range want.Template.Leaves() {
			if !strings.HasPrefix(leaf.Path, path) {
				continue
			}
			g, w := got.Report.Numbers[leaf.Path].Text, want.Numbers[leaf.Path].Text
			if g != w && (c.read || g != "") {
				t.Errorf("%v: %s is %q, want %q", c.names, leaf.Path, g, w)
			}
		}
		for i := 1; i < len(c.names); i += 2 {
			told := slices.ContainsFunc(got.Problems, func(p problem.Problem) bool {
				return strings.Contains(p.Message, "“"+c.names[i]+"”") && (p.Severity == problem.Error) == !c.read
			})
			if !told && (!c.read || c.names[i] != "公益组织") {
				t.Errorf("%v: %s is not told as it should be: %v", c.names, c.names[i], got.Problems)
			}
		}
	}
}

// That the rows add up is said only where they do.
func TestPlaceWithARowThatDoesNotAddUp(t *testing.T) {
	m := habitFile(t, "as-the-form")
	balanced(m)
	rename(m, "自然人", "公民")
	for _, b := range m.Blocks {
		if b.Table != nil && b.Table.Columns == 10 {
			for i := range b.Table.Cells {
				if c := &b.Table.Cells[i]; c.Row == 5 && c.Column == 3 {
					c.Text = "77"
				}
			}
		}
	}
	for _, p := range Understand(m).Problems {
		if strings.Contains(p.Message, "“公民”") {
			if !strings.Contains(p.Message, "1 行加起来不等") || strings.Contains(p.Message, "各行加起来也对") {
				t.Error(p)
			}
			return
		}
	}
	t.Error("the column is not told")
}

// A column without a name beside a form that is all there is left out and reported,
// and takes no number with it.
func TestColumnWithoutAName(t *testing.T) {
	for n, b := range habitFile(t, "as-the-form").Blocks {
		if b.Table == nil || b.Table.Columns == 15 {
			continue // in a table of one row a cell may be one too many
		}
		m := habitFile(t, "as-the-form")
		want := Understand(habitFile(t, "as-the-form")).Report
		if !addColumn(m.Blocks[n].Table, b.Table.Columns, "") {
			t.Fatal("no column was added")
		}
		got := Understand(m)
		for _, leaf := range want.Template.Leaves() {
			if g := got.Report.Numbers[leaf.Path].Text; g != want.Numbers[leaf.Path].Text {
				t.Errorf("table in block %d: %s is %q, want %q", n, leaf.Path, g, want.Numbers[leaf.Path].Text)
			}
		}
		told := slices.ContainsFunc(got.Problems, func(p problem.Problem) bool {
			return p.Severity == problem.Notice && strings.Contains(p.Message, "没有列名的一列")
		})
		if !told || problem.HasErrors(got.Problems) {
			t.Errorf("table in block %d: %v", n, got.Problems)
		}
	}
}

// One row, or one column, that happens to agree is no sum.
func TestNoSumByChance(t *testing.T) {
	m := habitFile(t, "as-the-form")
	for _, b := range m.Blocks {
		if b.Table == nil || b.Table.Columns != 15 {
			continue
		}
		sum := 0
		for i := range b.Table.Cells {
			if n, ok := spelling.Whole(b.Table.Cells[i].Text); ok && b.Table.Cells[i].Column < 5 {
				sum += n
			}
		}
		addColumn(b.Table, 15, "备注")
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			if _, ok := spelling.Whole(c.Text); ok && c.Column == 15 {
				c.Text = count(sum)
			}
		}
	}
	told := false
	for _, p := range Understand(m).Problems {
		told = told || strings.Contains(p.Message, "“备注”")
		if strings.Contains(p.Message, "之和") {
			t.Error(p)
		}
	}
	if !told {
		t.Error("the column is not told")
	}
}

// A cell before a label that is none does not make the label another one.
func TestNoNoticeOfTheSameName(t *testing.T) {
	m := habitFile(t, "as-the-form")
	for _, b := range m.Blocks {
		if b.Table == nil || b.Table.Columns != 4 {
			continue
		}
		b.Table.Columns++
		for i := range b.Table.Cells {
			b.Table.Cells[i].Column++
		}
		for row := range b.Table.Rows {
			b.Table.Cells = append(b.Table.Cells, manuscript.Cell{Row: row, RowSpan: 1, ColumnSpan: 1, Text: "行次"})
		}
		slices.SortStableFunc(b.Table.Cells, func(x, y manuscript.Cell) int { return (x.Row-y.Row)*100 + x.Column - y.Column })
	}
	got := Understand(m)
	for _, p := range got.Problems {
		if p.Code == problem.CodeImportLabel {
			t.Error(p)
		}
	}
	if got.Report.Numbers["disclosure.rules.issued"].Text != "101" {
		t.Error("the row was not read")
	}
}
