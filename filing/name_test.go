package filing

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/document"
)

func TestNames(t *testing.T) {
	for name, c := range map[string]struct{ agency, want, note string }{
		"plain":              {"涞源县", "涞源县2022年报", ""},
		"forbidden":          {`甲/乙\丙:丁*戊?"<>|`, "甲／乙＼丙：丁＊戊？＂＜＞｜2022年报", "换成了 ／ ＼ ： ＊ ？ ＂ ＜ ＞ ｜"},
		"control":            {"甲\n乙\u202e丙\x7f", "甲_乙_丙_2022年报", "换成了 _"},
		"up and away":        {"../../etc", "_／..／etc2022年报", "换成了 ／ _"},
		"hidden":             {" .甲", "_甲2022年报", "换成了 _"},
		"the console":        {"con.局", "_con.局2022年报", "加了 _"},
		"a port":             {"COM1 .局", "_COM1 .局2022年报", "加了 _"},
		"no port":            {"COM12.局", "COM12.局2022年报", ""},
		"no device":          {"CON", "CON2022年报", ""},
		"beyond the BMP":     {"𬭚县", "𬭚县2022年报", ""},
		"none":               {"", "2022年报", ""},
		"bad UTF-8":          {"甲\xff", "甲_2022年报", "换成了 _"},
		"cut in a character": {"a" + strings.Repeat("长", 100), "a" + strings.Repeat("长", 74) + "…2022年报", "太长"},
		"too long":           {strings.Repeat("长", 100), strings.Repeat("长", 74) + "…2022年报", "太长"},
	} {
		t.Run(name, func(t *testing.T) {
			got, notes := Name(&document.Document{Agency: c.agency, Heading: "2022年报"})
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if said := strings.Join(notes, "；"); (said == "") != (c.note == "") || !strings.Contains(said, c.note) {
				t.Errorf("notes %q, want %q", said, c.note)
			}
			if len(got)+longest() > 255 || !utf8.ValidString(got) {
				t.Errorf("no system takes %q", got)
			}
		})
	}
}

func TestADraftIsNamedSo(t *testing.T) {
	d := &document.Document{Agency: strings.Repeat("长", 100), Heading: "2022年报", Draft: true}
	got, _ := Name(d)
	if !strings.HasSuffix(got, "…2022年报（送审稿）") || len(got)+longest() > 255 {
		t.Errorf("%q", got)
	}
}

// longest is the longest of what formats add to a report's name.
func longest() int {
	most := 0
	for _, f := range files() {
		most = max(most, len(f.Extension))
	}
	return most
}
