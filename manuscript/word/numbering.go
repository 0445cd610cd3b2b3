package word

import (
	"strconv"
	"strings"
)

// A level is how one level of a list is numbered.
type level struct {
	start  int
	format string // ST_NumberFormat
	text   string // 第%1章
}

// numbering are the lists of a file and how far they have been counted.
type numbering struct {
	abstract map[string][9]level
	lists    map[string]list
	counts   map[string][]int // by the abstract list, or the list where it starts anew
}

type list struct {
	abstract string
	own      bool // it starts anew
	starts   map[int]int
}

func (n *numbering) read(p *pack, name string) error {
	n.abstract, n.lists = map[string][9]level{}, map[string]list{}
	if name == "" {
		return nil
	}
	return p.parse(name, func(x *part) error {
		return x.children(func(element) error {
			return x.children(func(e element) error {
				switch e.name {
				case "abstractNum":
					levels, err := readLevels(x)
					n.abstract[e.value("abstractNumId")] = levels
					return err
				case "num":
					l, err := readList(x)
					n.lists[e.value("numId")] = l
					return err
				}
				return x.skip()
			})
		})
	})
}

func readLevels(x *part) (levels [9]level, err error) {
	err = x.children(func(e element) error {
		at, wrong := strconv.Atoi(e.value("ilvl"))
		if e.name != "lvl" || wrong != nil || at < 0 || at > 8 {
			return x.skip()
		}
		l := &levels[at]
		l.start, l.format = 1, "decimal"
		return x.children(func(e element) error {
			switch e.name {
			case "start":
				l.start, _ = strconv.Atoi(e.value("val"))
			case "numFmt":
				l.format = e.value("val")
			case "lvlText":
				l.text = e.value("val")
			}
			return x.skip()
		})
	})
	return levels, err
}

func readList(x *part) (list, error) {
	l := list{starts: map[int]int{}}
	err := x.children(func(e element) error {
		switch e.name {
		case "abstractNumId":
			l.abstract = e.value("val")
		case "lvlOverride":
			at, _ := strconv.Atoi(e.value("ilvl"))
			return x.children(func(e element) error {
				if e.name == "startOverride" {
					l.own = true
					l.starts[at], _ = strconv.Atoi(e.value("val"))
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	return l, err
}

// next counts a paragraph of a list and returns its number as shown.
func (n *numbering) next(id string, at int) string {
	l, ok := n.lists[id]
	if !ok || at < 0 || at > 8 {
		return ""
	}
	levels, key := n.abstract[l.abstract], "abstract "+l.abstract
	if l.own {
		key = "list " + id
	}
	counts := n.counts[key]
	for i := len(counts); i <= at; i++ {
		start := levels[i].start
		if own, ok := l.starts[i]; ok {
			start = own
		}
		if i < at { // a level that no paragraph has begun is shown as begun
			start++
		}
		counts = append(counts, start-1)
	}
	counts[at]++
	n.counts[key] = counts[:at+1]
	if levels[at].format == "bullet" || levels[at].format == "none" {
		return ""
	}
	text := levels[at].text
	for i := range counts[:at+1] {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), shown(counts[i], levels[i].format))
	}
	return text
}

// shown is a number in a format of lists (ECMA-376-1, 17.18.59).
func shown(n int, format string) string {
	const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting", "taiwaneseCountingThousand", "koreanDigital2":
		return han(n)
	case "ideographTraditional":
		return nth("甲乙丙丁戊己庚辛壬癸", n)
	case "ideographZodiac":
		return nth("子丑寅卯辰巳午未申酉戌亥", n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return nth(circled, n)
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperLetter":
		return nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ", n)
	case "lowerLetter":
		return nth("abcdefghijklmnopqrstuvwxyz", n)
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

// nth is one of a row of marks, the plain number beyond its end.
func nth(marks string, n int) string {
	if row := []rune(marks); 1 <= n && n <= len(row) {
		return string(row[n-1])
	}
	return strconv.Itoa(n)
}

// han writes numbers up to ninety-nine: 十, 二十一.
func han(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	}
	text := "十"
	if n >= 20 {
		text = string(digits[n/10]) + text
	}
	if n%10 > 0 {
		text += string(digits[n%10])
	}
	return text
}

func roman(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	tens := []string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}
	ones := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return tens[n/10] + ones[n%10]
}
