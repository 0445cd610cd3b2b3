package check

import (
	"testing"
)

// TestLetterDigit: letters that stand for digits are told, once a number.
func TestLetterDigit(t *testing.T) {
	for text, want := range map[string]int{
		"2O22年收到":            1,
		"，2О22年":             1, // Cyrillic
		"收到申请1O件":            1,
		"共l2件，I00条":          2,
		"1,2OO件":             1,
		"（2O22年）":            1,
		"公开1OO件":             1,
		"O2O平台":              0,
		"2022年，ISO9001体系":    0,
		"H5O平台":              0,
		"5G、12345热线":         0,
		"II类2项":              0,
		"I类":                 0,
		"第I条":                0,
		"Windows10系统":        0,
		"www.gov10l.cn网站":    0,
		"PPT1O页":             0,
		"10l矿泉水":             0,
		"全年 2O22 年":          0, // a blank ends it
		"二O二二年":              0,
		"（http://x.cn/1O）公开": 0,
	} {
		n := 0
		typing(text, func(kind, _ int) {
			if kind == 9 {
				n++
			}
		})
		if n != want {
			t.Errorf("%s: %d, want %d", text, n, want)
		}
	}
}
