package numeral

import "testing"

func TestRead(t *testing.T) {
	for text, want := range map[string][2]int{
		"": {0, 0}, "件": {0, 0}, "一": {1, 3}, "两件": {2, 3}, "十": {10, 3}, "十二件": {12, 6}, "二十一、": {21, 9},
		"一百零三": {103, 12}, "三千": {3000, 6}, "三万二千": {32000, 12}, "二〇二四年": {2024, 12}, "七a": {7, 3}, "〇": {0, 3},
	} {
		if n, length := Read(text); n != want[0] || length != want[1] {
			t.Errorf("%s: %d in %d bytes", text, n, length)
		}
	}
}

func TestDigit(t *testing.T) {
	for c, want := range map[rune]int{'〇': 0, '零': 0, '○': 0, '一': 1, '九': 9, '十': -1, '1': -1, 'O': -1} {
		if got := Digit(c); got != want {
			t.Errorf("%c: %d", c, got)
		}
		if Begins(c) != (want > 0 || c == '〇' || c == '零' || c == '十') {
			t.Errorf("%c begins a number: %v", c, Begins(c))
		}
	}
}

func TestWrite(t *testing.T) {
	for n, want := range map[int]string{0: "零", 9: "九", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 103: "一百零三", 110: "一百一十", 1010: "一千零一十", 10_000: "10000", -1: "-1"} {
		if got := Write(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	if got := Legal(12); got != "壹拾贰" {
		t.Error(got)
	}
	for n := range 10_000 {
		if back, length := Read(Write(n)); back != n || length != len(Write(n)) {
			t.Fatalf("%d reads back as %d from %s", n, back, Write(n))
		}
	}
}
