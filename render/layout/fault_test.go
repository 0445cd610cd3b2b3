package layout_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/render/layout"
)

// faceless is a report's text of so many characters that no face has, all different.
func faceless(n int) *document.Document {
	var b strings.Builder
	for i := range n {
		b.WriteRune(rune(0x20100 + i)) // CJK Extension B; none of the first is in a standard
	}
	return &document.Document{Agency: "某县", Heading: "2024年报", Blocks: []document.Block{
		document.Paragraph{Text: b.String(), From: "overview", Place: "一、总体情况"},
	}}
}

// Twenty characters that cannot be printed are told, the others counted.
func TestManyCharactersWithoutAGlyph(t *testing.T) {
	_, problems := layout.Set(faceless(30_000), embedded(t))
	if len(problems) != 21 {
		t.Fatalf("%d problems, want 20 and the line that counts the others", len(problems))
	}
	for _, p := range problems[:20] {
		if p.Code != "glyph.missing" {
			t.Errorf("%+v", p)
		}
	}
	if last := problems[20]; last.Code != "glyph.more" || !strings.Contains(last.Message, "另有 299") || last.Path != "overview" || last.Place != "一、总体情况" {
		t.Errorf("%+v", last)
	}
}

// The work grows with the text: bytes are counted, since time says nothing on a busy machine.
func TestWorkOnCharactersWithoutAGlyph(t *testing.T) {
	work := func(n int) uint64 {
		d := faceless(n)
		layout.Set(d, embedded(t))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		layout.Set(d, embedded(t))
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	once, twice := work(10_000), work(20_000)
	if twice > 2*once+once/4 {
		t.Errorf("%d bytes for 10,000 letters, %d for 20,000", once, twice)
	}
}

// A countdown is the context of somebody who leaves after it was asked so many times.
type countdown struct {
	context.Context
	left, asked int
}

func (c *countdown) Err() error {
	if c.asked++; c.asked > c.left {
		return context.Canceled
	}
	return nil
}

// Layout ends when nobody waits for it any more.
func TestSetUntil(t *testing.T) {
	d := &document.Document{Agency: "某县", Heading: "2024年报"}
	for i := range 1000 {
		d.Blocks = append(d.Blocks, document.Paragraph{Text: fmt.Sprintf("第%d段，𠇀", i), From: fmt.Sprint(i)})
	}
	ctx := &countdown{Context: context.Background(), left: 10}
	l, problems := layout.SetUntil(ctx, d, embedded(t))
	if l != nil || len(problems) > 10 {
		t.Errorf("pages %v, %d problems found after the reader had left", l != nil, len(problems))
	}
	if ctx.asked > 20 {
		t.Errorf("it asked %d times and went on", ctx.asked)
	}
}

// Some 160 KB of letters that no face has: what stopped everybody else for minutes.
func BenchmarkCharactersWithoutAGlyph(b *testing.B) {
	d, faces := faceless(40_000), embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		layout.Set(d, faces)
	}
}

// Of a radical or a compatibility ideograph the usual letter is named.
func TestLettersThatLookUsual(t *testing.T) {
	d := &document.Document{Agency: "某县", Heading: "2024年报", Blocks: []document.Block{
		document.Paragraph{Text: "公\u2f42", From: "overview", Place: "一、总体情况"},
	}}
	_, problems := layout.Set(d, embedded(t))
	if len(problems) != 1 || problems[0].Code != "glyph.missing" || !strings.Contains(problems[0].Message, "不是通常的“文”字") || problems[0].Fix != "重新打一个“文”字" {
		t.Errorf("%+v", problems)
	}
}

// Scripts whose letters join, stack or turn keep the PDF from being made, told once a
// text; marks that have a character of their own with their letter are no such.
func TestWritingThatNeedsShaping(t *testing.T) {
	for text, code := range map[string]string{
		"ئۇيغۇر تىلى": "glyph.shaping", "བོད་ཡིག": "glyph.shaping", "ᠮᠣᠩᠭᠣᠯ": "glyph.shaping", "עברית": "glyph.shaping",
		"e\u0301cole": "", "x\u0301\u0323": "glyph.shaping",
		"葛\U000E0100城": "glyph.control", "甲\uE000": "glyph.control", "甲\U0001F600": "glyph.missing",
	} {
		d := &document.Document{Agency: "某县", Heading: "2024年报", Blocks: []document.Block{
			document.Paragraph{Text: text, From: "overview", Place: "一、总体情况"},
		}}
		_, problems := layout.Set(d, embedded(t))
		if code == "" && len(problems) == 0 {
			continue
		}
		if len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%q: %v, want %s", text, problems, code)
		}
	}
}

// What nobody sees is named by what it is.
func TestMarksAreNamed(t *testing.T) {
	for text, name := range map[string]string{
		"葛\U000E0100城": "U+E0100 是异体字选择符（IVS）", "甲\uFE0F": "U+FE0F 是变体选择符", "q\u0301": "U+0301 是加在前一个字上的符号",
	} {
		d := &document.Document{Agency: "某县", Heading: "2024年报", Blocks: []document.Block{document.Paragraph{Text: text, From: "overview"}}}
		if _, problems := layout.Set(d, embedded(t)); len(problems) != 1 || !strings.Contains(problems[0].Message, name) {
			t.Errorf("%q: %v", text, problems)
		}
	}
}

// Each script is reported once, whatever stands between its letters.
func TestSeveralScriptsInOneText(t *testing.T) {
	d := &document.Document{Agency: "某县", Heading: "2024年报", Blocks: []document.Block{
		document.Paragraph{Text: "ئۇيغۇر和བོད་ཡིག和ᠮᠣᠩ，又是ئۇيغۇر", From: "overview", Place: "一、总体情况"},
	}}
	if _, problems := layout.Set(d, embedded(t)); len(problems) != 3 {
		t.Errorf("%d problems of three scripts: %v", len(problems), problems)
	}
}
