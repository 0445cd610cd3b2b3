package compare

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// editedReport is a fixture's report with other texts in its JSON.
func editedReport(t *testing.T, name string, oldAndNew ...string) *report.Report {
	t.Helper()
	r, problems := jsonfile.Decode(fixtures.Edited(t, name, oldAndNew...))
	for _, p := range problems {
		t.Fatal(p)
	}
	return r
}

// told is a Difference in a line.
func told(d Difference) string {
	a, b := d.A, d.B
	if d.MarkedA != "" {
		a, b = d.MarkedA, d.MarkedB
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s: %s → %s %s", d.Kind, d.Place, a, b, d.Remark))
}

func TestDifferences(t *testing.T) {
	for name, c := range map[string]struct {
		fixture string
		edits   []string
		want    []string
	}{
		"none": {"minimal", nil, nil},
		"a number": {"laiyuan-2022", []string{`"licensing": 9570`, `"licensing": 9571`},
			[]string{"number 表二 · 行政许可 · 本年处理决定数量: 9570 → 9571"}},
		"blank is not 0": {"minimal", []string{`"licensing": 0`, `"licensing": null`},
			[]string{"number 表二 · 行政许可 · 本年处理决定数量: 0 →"}},
		"a way to write": {"laiyuan-2022", []string{`"fees": 1835`, `"fees": 1835.00`},
			[]string{"number 表二 · 行政事业性收费 · 本年收费金额（单位：万元）: 1835 → 1835.00 大小相同，写法不同"}},
		"/ is not 0": {"minimal", []string{`"licensing": 0`, `"licensing": "/"`},
			[]string{"number 表二 · 行政许可 · 本年处理决定数量: 0 → /"}},
		"the head": {"laiyuan-2022", []string{`"agency": "涞源县"`, `"agency": "涞水县"`, `"year": 2022`, `"year": 2023`},
			[]string{"head 机关名称: 涞源县 → 涞水县", "head 年份: 2022 → 2023"}},
		"a total left out": {"laiyuan-2022", []string{`"natural_person": 6, "business": 0, "research": 0, "nonprofit": 1, "legal_service": 0, "other_applicant": 0, "total": 7},
    "carried_in"`, `"natural_person": 6, "business": 0, "research": 0, "nonprofit": 1, "legal_service": 0, "other_applicant": 0},
    "carried_in"`}, nil},
		"a word of a sentence": {"laiyuan-2022", []string{"接到依申请公开事项1项", "接到依申请公开事项7项"},
			[]string{"prose 一、总体情况: 2022年，接到依申请公开事项「1」项，并在第一时间严格按照有关规定和法律程序向申请人进行了合理答复。 → " +
				"2022年，接到依申请公开事项「7」项，并在第一时间严格按照有关规定和法律程序向申请人进行了合理答复。"}},
		"a new sentence": {"minimal", []string{`"overview": "2024年`, `"overview": "一句新的话。2024年`},
			[]string{"prose 一、总体情况:  → 一句新的话。"}},
		"paragraphs": {"laiyuan-2022", []string{`案件。\n`, `案件。`},
			[]string{"prose 一、总体情况: "}},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := editedReport(t, c.fixture), editedReport(t, c.fixture, c.edits...)
			var got []string
			for _, d := range Differences(a, b) {
				got = append(got, told(d))
			}
			if name == "paragraphs" && len(got) == 1 && strings.HasSuffix(got[0], "文字相同，分段或空格不同") {
				return
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q\nwant %q", got, c.want)
			}
		})
	}
}

// Two editions are compared as far as they agree.
func TestDifferencesAcrossEditions(t *testing.T) {
	a, b := editedReport(t, "laiyuan-2022"), editedReport(t, "huaian-2024")
	var own []string
	for _, d := range Differences(a, b) {
		if strings.Contains(d.Remark, "没有这一格") {
			own = append(own, d.Place+" "+d.A+"→"+d.B+" "+d.Remark)
		}
		if d.Group == "" || d.Place == "" {
			t.Errorf("%+v stands nowhere", d)
		}
	}
	if len(own) != 4*7 || !strings.Contains(own[0], "（六）其他处理 · 自然人 0→ 2021 年起的国家格式没有这一格") {
		t.Errorf("%d: %q", len(own), own)
	}
}

// Swapped reports differ the same way.
func TestDifferencesAreFair(t *testing.T) {
	a, b := editedReport(t, "laiyuan-2022"), editedReport(t, "huaian-2024")
	there, back := Differences(a, b), Differences(b, a)
	if len(there) == 0 {
		t.Fatal("none")
	}
	numbers := map[string]string{}
	for _, d := range there {
		if d.Kind == DiffersInNumber {
			numbers[d.Path] = d.A + "|" + d.B
		}
	}
	for _, d := range back {
		if d.Kind == DiffersInNumber && numbers[d.Path] != d.B+"|"+d.A {
			t.Errorf("%s: %s, and back %s|%s", d.Path, numbers[d.Path], d.A, d.B)
		}
		delete(numbers, d.Path)
	}
	if len(numbers) > 0 {
		t.Errorf("only there: %v", numbers)
	}
}

// The stretches in common are common, in order, and as long as can be.
func TestCommon(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sequence := func() []string {
		out := make([]string, random.IntN(12))
		for i := range out {
			out[i] = string(rune('a' + random.IntN(3)))
		}
		return out
	}
	for range 20_000 {
		a, b := sequence(), sequence()
		same, at, bt := 0, 0, 0
		for _, r := range common(a, b, 100) {
			if r.a < at || r.b < bt || r.length < 1 || !reflect.DeepEqual(a[r.a:r.a+r.length], b[r.b:r.b+r.length]) {
				t.Fatalf("%v, %v: %v", a, b, common(a, b, 100))
			}
			same, at, bt = same+r.length, r.a+r.length, r.b+r.length
		}
		if want := longest(a, b); same != want {
			t.Fatalf("%v, %v: %v has %d, want %d", a, b, common(a, b, 100), same, want)
		}
	}
	if runs := common([]string{"x", "a", "b", "y"}, []string{"x", "b", "a", "y"}, 1); len(runs) != 2 {
		t.Errorf("beyond the limit: %v", runs)
	}
}

// longest is how many words two sequences can have in common.
func longest(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	before := make([]int, len(b)+1)
	for _, x := range a {
		row := make([]int, len(b)+1)
		for j, y := range b {
			row[j+1] = max(row[j], before[j+1])
			if x == y {
				row[j+1] = max(row[j+1], before[j]+1)
			}
		}
		before = row
	}
	return before[len(b)]
}

func TestMarked(t *testing.T) {
	for _, c := range []struct{ a, b, wantA, wantB string }{
		{"收到申请12件。", "收到申请123件。", "收到申请「12」件。", "收到申请「123」件。"},
		{"共公开信息。", "共主动公开信息。", "共公开信息。", "共「主动」公开信息。"},
		{"甲乙丙丁", "戊乙己丁", "「甲乙丙」丁", "「戊乙己」丁"},
		{"同", "同", "同", "同"},
	} {
		if a, b := marked(words(c.a), words(c.b)); a != c.wantA || b != c.wantB {
			t.Errorf("%s, %s: %s, %s", c.a, c.b, a, b)
		}
	}
}

// Long texts without a sentence's end take no time worth speaking of.
func TestDifferencesOfLongTexts(t *testing.T) {
	a, b := editedReport(t, "minimal"), editedReport(t, "minimal")
	a.Prose["overview"] = report.Prose{Text: strings.Repeat("甲乙丙丁戊己庚辛", 100_000)}
	b.Prose["overview"] = report.Prose{Text: strings.Repeat("一二三四五六七八", 100_000)}
	if n := len(Differences(a, b)); n == 0 {
		t.Error("no difference")
	}
	a.Prose["overview"] = report.Prose{Text: strings.Repeat("甲乙丙丁。\n", 20_000)}
	b.Prose["overview"] = report.Prose{Text: strings.Repeat("甲二丙丁。", 20_000)}
	if n := len(Differences(a, b)); n == 0 {
		t.Error("no difference")
	}
}
