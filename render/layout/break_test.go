package layout

import (
	"context"
	"strings"
	"testing"

	"nianbao/render/font"
	"nianbao/render/style"
)

// Whatever the text and however narrow the lines, joined they are the text.
func FuzzBreakLines(f *testing.F) {
	f.Add("2024年，全市共受理政府信息公开申请3119件，占96.2%。", 200, 442)
	f.Add("“一网通办”——为此……（见《条例》第12.5条）。。。”", 20, 33)
	f.Add("0517-83605210 hazwgkc@163.com https://www.example.gov.cn/a/b?c=d", 64, 64)
	f.Add("　　　   ，，，，，，，，，，，，，，，", 16, 17)
	f.Add("𬭚㛃é①℃\u00a0", 1, 1)
	f.Fuzz(func(t *testing.T, text string, first, rest int) {
		if first < 0 || rest < 0 || first > 5000 || rest > 5000 {
			return
		}
		s := newSetter(t)
		s.habits.Hanging = first%2 == 0
		set := s.characters(span{text: text, kind: style.Body})
		var joined []rune
		lines := s.breakLines(set, style.Length(first)*style.Point, style.Length(rest)*style.Point)
		for i, l := range lines {
			if len(l.characters) == 0 {
				t.Fatalf("line %d is empty", i)
			}
			if l.last != (i == len(lines)-1) {
				t.Fatalf("line %d: last is %v", i, l.last)
			}
			for _, c := range l.characters {
				joined = append(joined, c.rune)
			}
		}
		var want []rune
		for _, c := range set {
			want = append(want, c.rune)
		}
		if string(joined) != string(want) {
			t.Fatalf("lines join to %q, want %q", string(joined), string(want))
		}
		whole := make([]bool, len(want)+1)
		unicodeBreaks(want, whole)
		for i, may := range besideLatin(set, want) {
			if i > 0 && i < len(set) && (set[i-1].latin || set[i].latin) && may != whole[i] {
				t.Fatalf("before %q of %q: %v in its stretch, %v in the whole text", want[i], string(want), may, whole[i])
			}
		}
	})
}

func newSetter(t testing.TB) *setter {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return &setter{faces: faces, missing: map[lack]bool{}, ctx: context.Background(), out: &Layout{}}
}

func broken(t *testing.T, habits style.Habits, text string, ems int) []string {
	t.Helper()
	s := newSetter(t)
	s.habits = habits
	set := s.characters(span{text: text, kind: style.Type{Role: style.Fang, Size: 10 * style.Point}})
	room := style.Length(ems) * 10 * style.Point
	var out []string
	for _, l := range s.breakLines(set, room, room) {
		var b strings.Builder
		for _, c := range l.characters {
			b.WriteRune(c.rune)
		}
		out = append(out, b.String())
	}
	return out
}

// GB/T 15834-2011, 5.1, mark by mark.
func TestMarksAtLineEnds(t *testing.T) {
	for _, c := range []struct {
		why, text string
		ems       int
		want      []string
	}{
		{"a stop hangs in the margin", "天地玄黄，宇宙", 4, []string{"天地玄黄，", "宇宙"}},
		{"a closing quotation mark takes a character along", "天地玄黄”宇宙", 4, []string{"天地玄", "黄”宇宙"}},
		{"a stop and a closing mark stay together", "天地玄黄。”宇", 5, []string{"天地玄", "黄。”宇"}},
		{"a stop behind a closing mark hangs", "天地玄”。宇宙", 4, []string{"天地玄”。", "宇宙"}},
		{"an opening mark goes on to the next line", "天地玄“黄宇”", 4, []string{"天地玄", "“黄宇”"}},
		{"an opening mark behind a stop as well", "天地，“黄宇”", 4, []string{"天地，", "“黄宇”"}},
		{"a title mark", "见《条例》，", 4, []string{"见《条", "例》，"}},
		{"a dash is never split", "天地玄——黄宇", 4, []string{"天地", "玄——黄", "宇"}},
		{"an ellipsis is never split", "天地玄……黄宇", 4, []string{"天地", "玄……黄", "宇"}},
		{"a number keeps its decimals and percent sign", "天地玄96.2%黄", 4, []string{"天地玄", "96.2%黄"}},
		{"a number is not split", "天地玄2024年", 4, []string{"天地玄", "2024年"}},
		{"a unit in one character stays", "天地玄黄℃宇", 4, []string{"天地玄", "黄℃宇"}},
		{"a range sign does not begin a line", "天地玄黄～宇", 4, []string{"天地玄", "黄～宇"}},
		{"words are not split", "天地 example天", 5, []string{"天地 ", "example天"}},
		{"but a word longer than a line is", "abcdefghijklmnop", 3, []string{"abcdef", "ghijkl", "mnop"}},
		{"a telephone number breaks behind its hyphen", "天地玄黄0517-83605210", 8, []string{"天地玄黄0517-", "83605210"}},
	} {
		if got := broken(t, style.LibreOffice, c.text, c.ems); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q; want %q", c.why, got, c.want)
		}
	}
}
