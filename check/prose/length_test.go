package prose

import (
	"strings"
	"testing"
)

// What is read with the square of its length is short, whatever is sent.
func TestLongSentencesAreCut(t *testing.T) {
	for _, unit := range []string{"（", "(", "“", "7", "十", "申请12件，", "（7", "a"} {
		text := strings.Repeat(unit, 50000/len(unit))
		joined := ""
		for _, s := range Sentences(text) {
			if joined += s; len(s) > longestSentence+3 {
				t.Errorf("%q: a sentence of %d bytes", unit, len(s))
			}
		}
		if joined != text {
			t.Errorf("%q: text is lost", unit)
		}
	}
}

func TestBracketsArePaired(t *testing.T) {
	for text, want := range map[string]string{
		"收到（信函2件，网络3件）5件": "收到5件|信函2件|网络3件",
		"收到（（2件）5件":       "收到（5件|2件",
		"收到2件）5件":         "收到2件）5件",
		"共（1（2）3）件":       "共件|13|2",
	} {
		var got []string
		for _, c := range clausesOf(text, false) {
			got = append(got, c.text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s", text, strings.Join(got, "|"))
		}
	}
}
