package serve_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestUnderstood: how the page takes what people type in a cell. Amounts are
// moved by digits; no float is in between.
func TestUnderstood(t *testing.T) {
	v := visit(t, 800, 600)
	for _, c := range []struct {
		typed        string
		tenThousands bool
		want         string
	}{
		{"１２", false, "12"},
		{" 9,570 ", false, "9570"},
		{"９，５７０", false, "9570"},
		{"1,234,567.50", true, "1234567.50"},
		{"1,23", false, "1,23"}, // not how thousands are parted: the checks ask
		{"12件", false, "12件"},
		{"1 2", false, "1 2"}, // two numbers, or a slip: the checks ask
		{"12 345", false, "12345"},
		{"　12　", false, "12"},
		{"18350000 元", true, "1835"},
		{"－３", false, "-3"},
		{"/", false, "/"},
		{"007", false, "007"},
		{"18350000元", true, "1835"},
		{"592372449元", true, "59237.2449"},
		{"18,350,000元", true, "1835"},
		{"1元", true, "0.0001"},
		{"0.5元", true, "0.00005"},
		{"0元", true, "0"},
		{"10000000000000001元", true, "1000000000000.0001"}, // beyond a float's digits
		{"1835万元", true, "1835"},
		{"251000元", false, "251000元"}, // a column that takes the unit along
		{"很多", true, "很多"},
		{"\u200b12\ufeff", false, "12"},
	} {
		got := script[string](v, fmt.Sprintf(`import("/number.js").then((m) => m.understood(%s, %t))`, quoted(c.typed), c.tenThousands))
		if got != c.want {
			t.Errorf("%q is taken for %q, want %q", c.typed, got, c.want)
		}
	}
	for typed, want := range map[string]string{"2023年1月8日": "2023-01-08", "2023.1.18": "2023-01-18", "２０２３－０１－１８": "2023-01-18", "一月": "一月"} {
		if got := script[string](v, fmt.Sprintf(`import("/number.js").then((m) => m.dated(%s))`, quoted(typed))); got != want {
			t.Errorf("%q is taken for the date %q, want %q", typed, got, want)
		}
	}
}

// TestMended: what was meant by cells of spreadsheets that no cell of the form takes.
func TestMended(t *testing.T) {
	v := visit(t, 800, 600)
	for _, c := range []struct {
		copied       string
		kind         string
		tenThousands bool
		want         string
	}{
		{" -   ", "", false, "0"}, {"—", "amount", true, "0"}, {"－", "", false, "0"},
		{"6.00", "", false, "6"}, {"6.00", "amount", true, "6.00"}, {"6.50", "", false, ""}, {"1,006.00", "", false, "1006"},
		{"12件", "", false, "12"}, {"12 人次", "", false, "12"}, {"2022年", "", false, ""},
		{"1835万", "amount", true, "1835"}, {"1835万", "", false, "18350000"}, {"1.5万件", "", false, "15000"},
		{"1.23456万", "", false, ""}, {"1.2345亿", "amount", true, "12345"}, {"3千万元", "amount", true, "3000"},
		{"¥18,350,000.00元", "amount", true, "1835"}, {"1835万元", "", false, ""},
		{"\"12", "", false, "12"}, {"'12", "", false, "12"}, {"12\"", "", false, "12"},
		{"1 2件", "", false, ""}, {"约5", "", false, ""}, {"无", "", false, ""}, {"5%", "", false, ""}, {"1季度", "", false, ""}, {"十二", "", false, ""},
	} {
		got := script[string](v, fmt.Sprintf(`import("/number.js").then((m) => m.mended(%s, %s, %t) ?? "")`, quoted(c.copied), quoted(c.kind), c.tenThousands))
		if got != c.want {
			t.Errorf("%q (%s, %t) is put right as %q, want %q", c.copied, c.kind, c.tenThousands, got, c.want)
		}
	}
}

// TestCells: no character of a cell is taken for a quotation mark around it.
func TestCells(t *testing.T) {
	v := visit(t, 800, 600)
	for copied, want := range map[string]string{
		"\"12\t3":              `[["\"12","3"]]`,
		"\"2\n\"12\n":          `[["\"2"],["\"12"]]`,
		"12\"\t3":              `[["12\"","3"]]`,
		"\"a\nb\"\t\"c\"\"d\"": `[["a\nb","c\"d"]]`,
		"\"\"\t1":              `[["","1"]]`,
		"\"a\"b\t1":            `[["\"a\"b","1"]]`,
	} {
		got := script[string](v, fmt.Sprintf(`import("/paste.js").then((m) => JSON.stringify(m.cells(%s)))`, quoted(copied)))
		if got != want {
			t.Errorf("%q is cut into %s, want %s", copied, got, want)
		}
	}
}

// TestPastedAsMeant pastes what accountants copy: asked once, put right, undone at once.
func TestPastedAsMeant(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.natural_person"))))
	v.paste(" 6.00 \t -   \t12件\t1835万\t\"12\t\u200b3\n")
	v.until(`document.querySelector("dialog[open]")`)
	if said := script[string](v, `document.querySelector("dialog").textContent`); !strings.Contains(said, "“1835万” → 18350000") || !strings.Contains(said, "“-” → 0") {
		t.Errorf("before it is pasted the page says %q", said)
	}
	v.click(`dialog button[value="right"]`)
	v.settled()
	var got []string
	for _, column := range []string{"natural_person", "business", "research", "nonprofit", "legal_service", "other_applicant"} {
		got = append(got, v.value("requests.received."+column))
	}
	if want := []string{"6", "0", "12", "18350000", "12", "3"}; !slices.Equal(got, want) {
		t.Errorf("pasted as %v, want %v", got, want)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.fees"))))
	v.paste("1835万")
	v.until(`document.querySelector("dialog[open]")`)
	v.click(`dialog button[value="right"]`)
	if got := v.value("disclosure.fees"); got != "1835" {
		t.Errorf("1835万 became %q in a cell of 万元", got)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("other_matters"))))
	script[bool](v, `document.activeElement.select() ?? true`)
	v.paste("第一行\u000b第二行\u000c第三行\u200b，\ufeff完。")
	v.settled()
	if got, want := v.value("other_matters"), "第一行\n第二行\n第三行，完。"; got != want {
		t.Errorf("pasted as %q, want %q", got, want)
	}
}

// TestInWords: an amount as it is read out, so that 元 in a cell of 万元 is seen.
func TestInWords(t *testing.T) {
	v := visit(t, 1366, 768)
	for amount, want := range map[string]string{
		"1835": "一千八百三十五万元", "18350000": "一千八百三十五亿元", "0": "零元", "0.5": "五千元", "10": "十万元", "59237.2449": "五亿九千二百三十七万二千四百四十九元",
		"1001": "一千零一万元", "10010": "一亿零一十万元", "20000.0003": "二亿零三元", "0.00005": "五角", "0.000056": "五角六分", "12.000001": "十二万元一分",
		"1000000000000": "一亿亿元", "1.23456789": "", "": "", "/": "", "x": "", "00": "零元", "100000": "十亿元",
	} {
		if got := script[string](v, fmt.Sprintf(`import("/number.js").then((m) => m.inWords(%s))`, quoted(amount))); got != want {
			t.Errorf("%s is read as %q, want %q", amount, got, want)
		}
	}
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.fees"))))
	v.press("18350000")
	if said := script[string](v, `document.getElementById("words-disclosure.fees").textContent`); said != "一千八百三十五亿元" {
		t.Errorf("under the cell stands %q", said)
	}
	v.enter("元")
	if said := script[string](v, `document.getElementById("words-disclosure.fees").textContent`); said != "一千八百三十五万元" {
		t.Errorf("under the cell stands %q after 元", said)
	}
}

// TestPastedBlocks: what of a copied block goes into the cells.
func TestPastedBlocks(t *testing.T) {
	v := visit(t, 800, 600)
	for name, c := range map[string]struct {
		copied string
		want   string
	}{
		"numbers":                  {"1\t2\n3\t4", `{"block":[["1","2"],["3","4"]]}`},
		"a column":                 {"1\r\n2\r\n3", `{"block":[["1"],["2"],["3"]]}`},
		"labels on the left":       {"甲乡\t1\t2\n丁村\t3\t4", `{"block":[["1","2"],["3","4"]]}`},
		"a first column of blanks": {"甲乡\t\t1\t2\n丁村\t\t3\t4", `{"block":[["","1","2"],["","3","4"]]}`},
		"label or number":          {"甲乡\t\t1\n丁村\t\t3", `{"why":"行名右边有一列是空的，看不出是行名还是数"}`},
		"heads above and between":  {"项目\t件数\n甲乡\t1\n项目\t件数\n丁村\t2", `{"block":[["1"],["2"]]}`},
		"another's heads above":    {"单位：件\t\n甲乡\t1", `{"block":[["1"]]}`},
		"an empty cell":            {"1\t\t3", `{"block":[["1","","3"]]}`},
		"dashes are no labels":     {"-\t3\n-\t4", `{"block":[["-","3"],["-","4"]]}`},
		"quoted lines":             {"\"甲乡\n\"\t1\n\"丁\n村\"\t2", `{"block":[["1"],["2"]]}`},
		"a row without numbers":    {"甲乡\t\t\n丁村\t9\t8", `{"block":[["",""],["9","8"]]}`},
		"a row of dashes":          {"甲乡\t-\n丁村\t9", `{"block":[["-"],["9"]]}`},
		"a row of none":            {"甲乡\t无\n丁村\t9", `{"block":[["无"],["9"]]}`},
		"a row left out":           {"甲乡\t1\n乙组\t丙组\t3", `{"why":"“丙组”与要粘贴到的那一行不是一行"}`},
		"a row of others":          {"甲乡\t1\n小计\t\n丁村\t3", `{"why":"“小计”那一行没有数，也不是表里的行名"}`},
		"a merged label column":    {"甲乡\t\t\t1\t2\t3\n丁村\t\t\t4\t5\t6", `{"block":[["1","2","3"],["4","5","6"]]}`},
		"with their units":         {"甲乡\t12件\t3\n丁村\t-\t1835万", `{"block":[["12件","3"],["-","1835万"]]}`},
		"numbered rows":            {"1\t甲乡\t7\n2\t丁村\t8", `{"block":[["7"],["8"]]}`},
	} {
		raw := script[json.RawMessage](v, fmt.Sprintf(`import("/paste.js").then((m) => JSON.stringify(m.numbersOf(m.cells(%s), [["甲乡"], ["丁村"], ["乙组", "丙组"]], ["项目", "件数"], 3)))`, quoted(c.copied)))
		var got string
		v.check(json.Unmarshal(raw, &got))
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestPagesKeepTheirPlace: a page that is drawn anew neither moves nor shrinks
// what people look at.
func TestPagesKeepTheirPlace(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.click("#larger")
	script[bool](v, `(document.getElementById("sheets").scrollTop = 900, true)`)
	before := script[[]float64](v, sheetPlace)
	v.press("1")
	v.settled()
	if after := script[[]float64](v, sheetPlace); !slices.Equal(before, after) {
		t.Errorf("scroll, width and height were %v and are %v", before, after)
	}
}

const sheetPlace = `(({ scrollTop, scrollHeight, firstElementChild }) => [scrollTop, scrollHeight, firstElementChild.offsetWidth])(document.getElementById("sheets"))`
