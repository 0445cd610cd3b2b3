package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// Each kind of sum, one off.
func TestSumOneOff(t *testing.T) {
	row := func(key string, n ...any) string {
		return fmt.Sprintf(`"%s": {"natural_person": %v, "business": %v, "research": %v, "nonprofit": %v, "legal_service": %v, "other_applicant": %v, "total": %v}`,
			append([]any{key}, n...)...)
	}
	for _, c := range []struct {
		name, fixture, old, new string
		code, path              string
		words                   []string
	}{
		{"applicants", "laiyuan-2022",
			row("carried_in", 0, 0, 0, 0, 0, 0, 0), row("carried_in", 0, 0, 0, 0, 0, 0, 1),
			"sum.applicants", "requests.carried_in.total",
			[]string{"表三 · 二、上年结转政府信息公开申请数量 · 总计：", "自然人 0 + 商业企业 0", "总计填的是 1", "相差 1", "总计应填 0", "各项里少填了 1"}},
		{"reconsideration", "huaian-2024", `"other_result": 178`, `"other_result": 187`,
			"sum.reconsideration", "disputes.reconsideration.total",
			[]string{"结果维持 72", "结果纠正 64", "其他结果 187", "尚未审结 37", "= 360", "总计填的是 351", "相差 9"}},
		{"litigation", "huaian-2024", `"corrected": 4,`, `"corrected": 5,`,
			"sum.litigation_direct", "disputes.litigation_direct.total", []string{"未经复议直接起诉", "= 27", "填的是 26"}},
		{"litigation after reconsideration", "huaian-2024", `"pending": 6,`, `"pending": 5,`,
			"sum.litigation_after_reconsideration", "disputes.litigation_after_reconsideration.total", []string{"复议后起诉", "= 19", "填的是 20"}},
		{"balance", "huaian-2024",
			row("carried_forward", 103, 0, 0, 0, 0, 0, 103), row("carried_forward", 102, 0, 0, 0, 0, 0, 102),
			"sum.balance", "requests.outcome.total.natural_person",
			[]string{"表三 · 自然人：", "3001 + ", "34 = 3035", "（七）总计 2932 + ", "102 = 3034", "相差 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := fixtures.Edited(t, c.fixture, c.old, c.new)
			problems := slips(src)
			at := `"` + strings.Split(c.path, ".")[len(strings.Split(c.path, "."))-2] + `": {"`
			fixtures.WantOne(t, problems, c.code, 1+strings.Count(string(src)[:strings.LastIndex(string(src), at)], "\n"), c.words...)
			if problems[0].Path != c.path {
				t.Errorf("path %s", problems[0].Path)
			}
		})
	}
}

// A sum of 21 numbers names those that are not 0, and the others by their numbers.
func TestOutcomesOneOff(t *testing.T) {
	problems := slips(fixtures.Edited(t, "laiyuan-2022",
		`"granted": {"natural_person": 6, "business": 0, "research": 0, "nonprofit": 1, "legal_service": 0, "other_applicant": 0, "total": 7}`,
		`"granted": {"natural_person": 5, "business": 1, "research": 0, "nonprofit": 1, "legal_service": 0, "other_applicant": 0, "total": 7}`))
	if len(problems) != 2 {
		t.Fatal(fixtures.Listed(problems))
	}
	for i, words := range []string{
		"（一）至（六）各项之和应等于（七）总计：（一）予以公开 5 = 5（其余为 0：（二）、（三）1至8、（四）1至3、（五）1至5、（六））；（七）总计填的是 6；相差 1",
		"（一）予以公开 1 = 1（其余为 0：（二）、（三）1至8、（四）1至3、（五）1至5、（六））；（七）总计填的是 0；相差 1",
	} {
		if p := problems[i]; p.Code != "sum.outcomes" || !strings.Contains(p.Message, words) {
			t.Errorf("want %q in:\n%s", words, p)
		}
	}
}

// A sum that fails names its identity and every cell in it with what stands
// there.
func TestSumNamesEveryCell(t *testing.T) {
	for _, name := range []string{"huaian-2024", "laiyuan-2022", "edition-2019", "wide-numbers"} {
		r, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
		for _, e := range r.Template.Equations() {
			message := sumProblem(r, e).Message
			if !strings.HasPrefix(message, e.Sum.Say+"：") {
				t.Errorf("%s: %s", e.Sum.Code, message)
			}
			for _, leaf := range slices.Concat(e.Left, e.Right) {
				number := r.Numbers[leaf.Path]
				named := strings.Contains(message, e.Name(leaf)+" "+number.Text) || strings.Contains(message, e.Name(leaf)+"填的是 "+number.Text)
				if !named && !(number.Value.IsZero() && isListed(message, e.Name(leaf))) {
					t.Errorf("%s: %s %s is not named: %s", e.Sum.Code, leaf.Place, number.Text, message)
				}
			}
		}
	}
}

// isListed: a row is among those that are 0, by its number: （三）1至4、6.
func isListed(message, name string) bool {
	_, zeros, ok := strings.Cut(message, "为 0：")
	if !ok {
		_, zeros, ok = strings.Cut(message, "都是 0：")
	}
	group, item := rowNumber(name)
	_, zeros, found := strings.Cut(zeros, group)
	if !ok || !found || item == 0 {
		return found
	}
	zeros, _, _ = strings.Cut(zeros, "（")
	for part := range strings.SplitSeq(zeros, "、") {
		part = strings.TrimRight(part, "）；")
		from, to, several := strings.Cut(part, "至")
		low, _ := strconv.Atoi(from)
		high, _ := strconv.Atoi(to)
		if low == item || several && low <= item && item <= high {
			return true
		}
	}
	return false
}

func TestNumbered(t *testing.T) {
	for want, names := range map[string][]string{
		"（二）、（三）1至3、（五）2":   {"（二）部分公开", "（三）1.甲", "（三）2.乙", "（三）3.丙", "（五）2.丁"},
		"（三）1、3至4、（四）1、自然人": {"（三）1.甲", "（三）3.丙", "（三）4.丁", "（四）1.戊", "自然人"},
	} {
		if got := numbered(names); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// Adding 1 to each number of a report in turn: every one that takes part in a
// sum is found; the others can be filed.
func TestEveryNumberOneMore(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		r, problems := jsonfile.Decode(c.JSON)
		if problem.HasErrors(append(problems, Check(r)...)) {
			t.Errorf("%s: %s", c.Name, fixtures.Listed(problems))
			continue
		}
		before := len(fixtures.Errors(Check(r)))
		caught := 0
		for _, leaf := range r.Template.Leaves() {
			number := r.Numbers[leaf.Path]
			if !number.Applies() {
				continue
			}
			more := number
			more.Value = number.Value.Add(one)
			more.Text = more.Value.String()
			r.Numbers[leaf.Path] = more
			found := len(fixtures.Errors(Check(r))) - before
			sums := sumsWith(r.Template, leaf.Path)
			if found > sums || found < min(1, sums) {
				t.Errorf("%s: %s takes part in %d sums, %d problems", c.Name, leaf.Path, sums, found)
			}
			caught += min(1, sums)
			r.Numbers[leaf.Path] = number
		}
		if caught < 150 {
			t.Errorf("%s: only %d numbers take part in a sum", c.Name, caught)
		}
	}
}

func sumsWith(t *templates.Template, path string) int {
	leaf, _ := t.Leaf(path)
	n := 0
	for _, e := range t.Equations() {
		if takesIn(e, leaf) {
			n++
		}
	}
	return n
}

// What fails in the column of totals only because of what fails beside it is
// not said again; what is wrong there alone is.
func TestColumnOfTotals(t *testing.T) {
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	for path, want := range map[string]string{
		"requests.received.total":               "[sum.applicants]",
		"requests.outcome.granted.total":        "[sum.applicants]",
		"requests.outcome.total.total":          "[sum.applicants]",
		"requests.outcome.total.business":       "[sum.applicants sum.outcomes sum.balance]",
		"requests.outcome.granted.business":     "[sum.applicants sum.outcomes]",
		"requests.received.business":            "[sum.applicants sum.balance]",
		"disputes.reconsideration.total":        "[sum.reconsideration]",
		"disputes.litigation_direct.upheld":     "[sum.litigation_direct]",
		"disclosure.normative_documents.issued": "[]",
	} {
		number := r.Numbers[path]
		more := number
		more.Value = number.Value.Add(one)
		r.Numbers[path] = more
		codes := []string{}
		for _, p := range fixtures.Errors(Check(r)) {
			codes = append(codes, p.Code)
		}
		r.Numbers[path] = number
		slices.Sort(codes)
		wanted := strings.Fields(strings.Trim(want, "[]"))
		slices.Sort(wanted)
		if !slices.Equal(codes, wanted) {
			t.Errorf("%s: got %v, want %v", path, codes, wanted)
		}
	}
}

// A sum with a number that is blank or no number is left alone: the blank is
// what there is to mend.
func TestSumsOverBlanks(t *testing.T) {
	for old, code := range map[string]string{
		`"other_result": null`: problem.CodeBlank,
		`"other_result": -1`:   problem.CodeNegative,
		`"other_result": "8"`:  problem.CodeQuoted,
		`"other_results": 8`:   problem.CodeUnknown,
	} {
		problems := slips(fixtures.Edited(t, "huaian-2024", `"other_result": 178`, old))
		if len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%s: %s", old, fixtures.Listed(problems))
		}
	}
}

func TestCorrectReportHasNothing(t *testing.T) {
	for _, name := range []string{"laiyuan-2022", "huaian-2024", "edition-2019"} {
		if problems := slips(fixtures.Named(t, name).JSON); len(problems) > 0 {
			t.Errorf("%s: %s", name, fixtures.Listed(problems))
		}
	}
}

// slips are the errors of a report, those of Decode first.
func slips(src []byte) []problem.Problem { return fixtures.Errors(all(src)) }
