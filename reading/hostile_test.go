package reading

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/templates"
)

// hostile are manuscripts made to cost time: as many cells as a reader lets
// through, all like labels of the form.
func hostile() map[string]*manuscript.Manuscript {
	form, _ := templates.Load("2021")
	var names []string
	for _, leaf := range form.Leaves() {
		names = append(names, lastLabel(leaf.Row), lastLabel(leaf.Column))
	}
	random := rand.New(rand.NewPCG(1, 2))
	shuffled := func() string {
		runes := []rune(names[random.IntN(len(names))])
		random.Shuffle(min(4, len(runes)), func(i, j int) { runes[i], runes[j] = runes[j], runes[i] })
		return string(runes) + strconv.Itoa(random.IntN(1000))
	}
	table := func(rows, columns int, text func() string) *manuscript.Table {
		t := &manuscript.Table{Rows: rows, Columns: columns, Place: "第 1 个表"}
		for i := range rows * columns {
			t.Cells = append(t.Cells, manuscript.Cell{Row: i / columns, Column: i % columns, RowSpan: 1, ColumnSpan: 1, Text: text()})
		}
		return t
	}
	of := func(tables ...*manuscript.Table) *manuscript.Manuscript {
		m := &manuscript.Manuscript{}
		for _, t := range tables {
			m.Blocks = append(m.Blocks, manuscript.Block{Table: t})
		}
		return m
	}
	var small []*manuscript.Table
	for range 10_000 {
		small = append(small, table(2, 5, shuffled))
	}
	deep := table(1, 1, shuffled)
	for range 5_000 {
		outer := table(1, 1, shuffled)
		outer.Cells[0].Tables = []*manuscript.Table{deep}
		deep = outer
	}
	text := &manuscript.Manuscript{}
	for range 100_000 {
		text.Blocks = append(text.Blocks, manuscript.Block{Paragraph: &manuscript.Paragraph{Text: shuffled() + form.Title, Number: "一、", Strong: true}})
	}
	return map[string]*manuscript.Manuscript{
		"long table":  of(table(20_000, 5, shuffled)),
		"wide table":  of(table(500, 200, shuffled)),
		"same labels": of(table(20_000, 5, func() string { return names[random.IntN(len(names))] })),
		"tables":      of(small...),
		"nested":      of(deep),
		"paragraphs":  text,
		"long cells":  of(table(200, 5, func() string { return strings.Repeat(shuffled(), 1000) })),
	}
}

// A hostile file is read to an end, and the problems are no more than people can read.
func TestHostile(t *testing.T) {
	for name, m := range hostile() {
		if r := Understand(m); len(r.Problems) > 1000 {
			t.Errorf("%s: %d problems", name, len(r.Problems))
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, m := range hostile() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Understand(m)
			}
		})
	}
}
