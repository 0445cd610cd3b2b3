package document

import "testing"

func TestLists(t *testing.T) {
	for text, want := range map[string]item{
		"（1）公开":    {bracketed, "（1）", 1},
		"(12)公开":   {bracketed, "(12)", 12},
		"3）公开":     {bracketed, "3）", 3},
		"①公开":      {circled, "①", 1},
		"⑳公开":      {circled, "⑳", 20},
		"第一，公开":    {ordinal, "第一，", 1},
		"第二十一、公开":  {ordinal, "第二十一、", 21},
		"十二是公开":    {counted, "十二是", 12},
		"（一）公开":    {},
		"（1）":      {},
		"第一条规定":    {},
		"一是":       {},
		"（2023）公开": {},
		"":         {},
		"①":        {},
	} {
		if got := itemOf(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	d := &Document{Blocks: []Block{
		Paragraph{Text: "①甲"}, Paragraph{Text: "②乙"}, Paragraph{Text: "第三，丙"}, Paragraph{Text: "第四，丁"}, Paragraph{Text: "第六，戊"},
		Heading{Text: "（一）"}, Paragraph{Text: "第七，己"},
	}}
	d.lists()
	want := []Paragraph{{Item: "①", List: true}, {Item: "②"}, {Item: "第三，", List: true}, {Item: "第四，"}, {}, {}, {}}
	for i, block := range d.Blocks {
		if p, ok := block.(Paragraph); ok && (p.Item != want[i].Item || p.List != want[i].List) {
			t.Errorf("block %d: %q, begins a list: %v", i+1, p.Item, p.List)
		}
	}
}
