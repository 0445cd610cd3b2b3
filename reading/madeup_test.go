package reading_test

import (
	"bytes"
	"fmt"
	"html"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/reading"
	"nianbao/render/docx"
	"nianbao/render/xlsx"
	"nianbao/report"
	"nianbao/templates"
)

// 200 reports that nobody wrote, in the habits of offices and websites: what is read
// is what was written; what is not, is named by an error; and nearly all is read.
func TestReportsInMadeUpHabits(t *testing.T) {
	whole, cells, missing := 0, 0, 0
	for seed := range uint64(200) {
		m := madeUp{Rand: rand.New(rand.NewPCG(seed, 15))}
		want, file, habits := m.file(t)
		got, err := reading.Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Errorf("%d %v: %v", seed, habits, err)
			continue
		}
		if got.Report.Agency != want.Agency || got.Report.Year != want.Year || got.Report.Template.Family() != want.Template.Family() {
			t.Errorf("%d %v: %s %d %s, want %s %d %s", seed, habits, got.Report.Agency, got.Report.Year, got.Report.Edition, want.Agency, want.Year, want.Edition)
		}
		lost := 0
		for _, leaf := range want.Template.Leaves() {
			cells++
			number, ok := got.Report.Numbers[leaf.Path]
			switch {
			case !ok:
				lost++
			case !number.Value.Equal(want.Numbers[leaf.Path].Value) || number.Applies() != want.Numbers[leaf.Path].Applies():
				t.Errorf("%d %v: %s is read %s, written %s", seed, habits, leaf.Place, number.Text, want.Numbers[leaf.Path].Text)
			}
		}
		if missing += lost; lost > 0 && !problem.HasErrors(got.Problems) {
			t.Errorf("%d %v: %d numbers are lost without a word", seed, habits, lost)
		}
		if lost == 0 {
			whole++
		} else {
			t.Logf("%d %v: %d numbers not read", seed, habits, lost)
		}
	}
	t.Logf("%d of 200 files read whole, %d of %d numbers not read", whole, missing, cells)
	if whole < 190 {
		t.Errorf("only %d files are read whole", whole)
	}
}

// madeUp makes things up, the same for the same seed.
type madeUp struct{ *rand.Rand }

func (m madeUp) file(t *testing.T) (*report.Report, []byte, []string) {
	t.Helper()
	year := 2021 + m.IntN(4)
	if m.IntN(5) == 0 {
		year = 2019 + m.IntN(2)
	}
	form, err := templates.ForYear(year)
	if err != nil {
		t.Fatal(err)
	}
	r := report.New(form)
	r.Agency, r.Year = pick(m, "青石县", "临河区教育局", "平川市市场监督管理局", "清水县柳林乡人民政府", "东山区住房和建设局"), year
	for _, key := range r.ProseKeys() {
		r.Put(key, fmt.Sprintf("%d年，%s认真开展公开工作。\n（一）抓落实。全年公开信息%d条。", year, r.Agency, m.IntN(900)))
	}
	if m.IntN(2) == 0 {
		r.Signatory, r.Date = r.Agency, fmt.Sprintf("%d-01-%02d", year+1, 1+m.IntN(28))
	}
	for _, leaf := range form.Leaves() {
		switch {
		case leaf.Total:
		case leaf.Kind == templates.Amount || leaf.Kind == templates.StatedAmount:
			r.Put(leaf.Path, strconv.Itoa(m.IntN(90000))+"."+strconv.Itoa(1+m.IntN(9)))
		case leaf.Kind == templates.Change:
			r.Put(leaf.Path, strconv.Itoa(m.IntN(40)-20))
		case m.IntN(3) == 0:
			r.Put(leaf.Path, strconv.Itoa(m.IntN(1_500_000)))
		default:
			r.Put(leaf.Path, strconv.Itoa(m.IntN(9)))
		}
	}
	r.Complete()
	switch m.IntN(8) {
	case 0:
		file, err := docx.Write(document.Fill(r, document.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		return r, file, []string{"Word"}
	case 1:
		file, err := xlsx.Write(r)
		if err != nil {
			t.Fatal(err)
		}
		return r, file, []string{"spreadsheet"}
	}
	page, habits := m.page(r)
	if m.IntN(6) == 0 {
		return r, []byte("From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b--\"\r\n\r\n\r\n----b--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + page + "\r\n----b----\r\n"), append(habits, "archive")
	}
	return r, []byte(page), habits
}

func pick[T any](m madeUp, of ...T) T { return of[m.IntN(len(of))] }

// page is a web page of the report and the habits that it has.
func (m madeUp) page(r *report.Report) (page string, habits []string) {
	has := func(habit string, in int) bool {
		if m.IntN(in) > 0 {
			return false
		}
		habits = append(habits, habit)
		return true
	}
	d := document.Fill(r, document.Options{})
	var out, annexes strings.Builder
	title := fmt.Sprintf(pick(m, "%[1]s%[2]d年%[3]s", "%[1]s%[3]s（%[2]d年度）", "%[1]s关于%[2]d年%[3]s", "【年报】%[1]s%[2]d年%[3]s", "%[1]s%[2]d年%[3]s（图片版）"), r.Agency, r.Year, r.Template.Title)
	fmt.Fprintf(&out, "<html><head><meta charset=utf-8><title>%s</title></head><body><h1>%s</h1>\n", title, title)
	t := tableHabits{
		asides:   has("a column of numbers of rows", 6),
		repeated: has("labels in every cell", 6),
		renamed:  has("other names of columns", 4),
		total:    r.Template.Also,
		remarks:  has("remarks behind labels", 5),
		number:   pick(m, "%s", "%s", "%s件", "%s.00", "<input value=\"%s\">", "<select><option>0<option selected>%s</select>", " %s ", "<p>%s</p>"),
		grouped:  pick(m, "", "", ",", " ", "&nbsp;"),
	}
	if t.number != "%s" || t.grouped != "" {
		habits = append(habits, fmt.Sprintf("numbers as %q by %q", t.number, t.grouped))
	}
	into, moved := &out, has("tables as annexes", 5)
	for i, block := range d.Blocks {
		switch b := block.(type) {
		case document.Heading:
			into = &out
			if b.Level > 1 {
				fmt.Fprintf(into, "<p><b>%s</b></p>\n", html.EscapeString(b.Text))
				continue
			}
			if _, table := d.Blocks[min(i+1, len(d.Blocks)-1)].(document.Table); table && moved {
				fmt.Fprintf(into, "<h2>%s</h2><p>详见附件。</p>\n", b.Text)
				into = &annexes
			}
			fmt.Fprintf(into, "<h2>%s</h2>\n", b.Text)
		case document.Paragraph:
			fmt.Fprintf(&out, "<p>　　%s</p>\n", html.EscapeString(b.Lead+b.Text))
		case document.Table:
			t.write(m, into, b, r)
		case document.Signature:
			fmt.Fprintf(&out, "<p align=right>%s</p><p align=right>%s</p>\n", b.Signatory, b.Date)
		}
	}
	return out.String() + annexes.String() + "</body></html>", habits
}

// tableHabits are what an office does to the form's tables.
type tableHabits struct {
	asides, repeated, renamed, remarks bool

	total   map[string][]string
	number  string // how one stands in its cell
	grouped string // between thousands; "": nothing
}

func (h tableHabits) write(m madeUp, out *strings.Builder, t document.Table, r *report.Report) {
	fmt.Fprint(out, "<table border=1>")
	long := len(t.Rows) > 20
	covered := map[[2]int]string{} // by labels that are repeated
	for i, row := range t.Rows {
		fmt.Fprint(out, "<tr>")
		next := 0
		fill := func(to int) {
			for ; next < to; next++ {
				if text, ok := covered[[2]int{i, next}]; ok {
					fmt.Fprintf(out, "<td>%s</td>", text)
				}
			}
		}
		for _, c := range row {
			fill(c.Column)
			text := h.text(c, r)
			next = c.Column + c.ColSpan
			if h.repeated && long && c.Kind == document.RowLabel && c.RowSpan > 1 {
				for y := i + 1; y < i+c.RowSpan; y++ {
					covered[[2]int{y, c.Column}] = text
				}
				fmt.Fprintf(out, "<td colspan=%d>%s</td>", c.ColSpan, text)
				continue
			}
			fmt.Fprintf(out, "<td colspan=%d rowspan=%d>%s</td>", c.ColSpan, c.RowSpan, text)
		}
		fill(len(t.Widths))
		if h.asides && long {
			number := "行次"
			if i >= t.Head {
				number = strconv.Itoa(i - t.Head + 1)
			} else if i > 0 {
				number = ""
			}
			fmt.Fprintf(out, "<td>%s</td>", number)
		}
		fmt.Fprint(out, "</tr>\n")
	}
	fmt.Fprint(out, "</table>\n")
}

func (h tableHabits) text(c document.Cell, r *report.Report) string {
	if c.From == "" {
		text := html.EscapeString(c.Text)
		if others := h.total[c.Text]; h.renamed && len(others) > 0 && c.Kind == document.ColumnHead {
			return others[0]
		}
		if h.remarks && c.Kind == document.RowLabel && c.RowSpan == 1 {
			return text + "（单位：件）"
		}
		return text
	}
	leaf, _ := r.Template.Leaf(c.From)
	if leaf.Kind != templates.Count || strings.Trim(c.Text, "0123456789") != "" {
		return c.Text
	}
	digits := c.Text
	for at := len(digits) - 3; at > 0 && h.grouped != ""; at -= 3 {
		digits = digits[:at] + h.grouped + digits[at:]
	}
	return fmt.Sprintf(h.number, digits)
}
