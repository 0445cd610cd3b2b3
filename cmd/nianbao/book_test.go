package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// A book of three, in the roster's order: what pdftotext reads of each page.
func TestBook(t *testing.T) {
	inFolder(t,
		"收件/a.json", string(fixtures.Named(t, "huaian-2024").JSON), "收件/b.json", minimal(t), "收件/c.json", minimal(t, agency, "定山县林业局"),
		"收件/名单.csv", "单位\n定山县林业局\n没报的局\n上级代报的局\n"+agency+"\n")
	args := []string{"build", "收件", "-book", "收件/合订本.pdf", "-order", "收件/名单.csv"}
	a := nianbao(t, args...)
	a.want(t, fine, "已写出：收件/合订本.pdf（3 份报告，", "说明：名单里没有，放在最后：淮安市人民政府", "说明：名单里有，没有报告：没报的局、上级代报的局")
	wantFiles(t, "收件", "a.json", "b.json", "c.json", "名单.csv", "合订本.pdf")
	first := get(t, "收件/合订本.pdf")
	nianbao(t, args...).want(t, fine, "已有相同的文件，没有改动")
	os.Remove("收件/合订本.pdf")
	nianbao(t, args...).want(t, fine, "已写出")
	if get(t, "收件/合订本.pdf") != first {
		t.Error("the second book has other bytes")
	}

	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: the book's pages were not read")
	}
	pages := pagesOf(t, "收件/合订本.pdf")
	if strings.TrimSpace(pages[1]) != "" || strings.Contains(pages[0], "—") {
		t.Errorf("the cover and its back print %q, %q", pages[0], pages[1])
	}
	listed := regexp.MustCompile(`(?m)^(\S+?)\s*[.]+\s*(\d+)$`).FindAllStringSubmatch(pages[2], -1)
	var names []string
	for _, entry := range listed {
		names = append(names, entry[1])
		n, _ := strconv.Atoi(entry[2])
		if n%2 == 0 || n > len(pages) {
			t.Fatalf("%s begins on page %d of %d", entry[1], n, len(pages))
		}
		page := strings.Join(strings.Fields(pages[n-1]), "")
		if !strings.HasPrefix(page, entry[1]) || !strings.HasSuffix(page, fmt.Sprintf("—%d—", n)) {
			t.Errorf("page %d, where %s should begin, is\n%s", n, entry[1], pages[n-1])
		}
		a.want(t, fine, fmt.Sprintf("第 %d 页  %s", n, entry[1]))
	}
	if want := []string{"定山县林业局", agency, "淮安市人民政府"}; !slices.Equal(names, want) {
		t.Errorf("listed are %q, want %q", names, want)
	}
	html, err := exec.Command("pdftohtml", "-xml", "-stdout", "-i", "-f", "3", "-l", "3", "收件/合订本.pdf").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range listed {
		if !regexp.MustCompile(`#` + entry[2] + `">[^<]*` + regexp.QuoteMeta(string([]rune(entry[1])[:3]))).Match(html) {
			t.Errorf("%s does not lead to page %s\n%s", entry[1], entry[2], html)
		}
	}
	for i, page := range pages[2:] {
		said := strings.Join(strings.Fields(page), "")
		if said != "" && !strings.HasSuffix(said, fmt.Sprintf("—%d—", i+3)) {
			t.Errorf("page %d ends %q", i+3, said[max(0, len(said)-40):])
		}
	}
}

// pagesOf is the text of each page; a blank one has none.
func pagesOf(t *testing.T, file string) []string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// Other programs find nothing wrong with a book of any kind, and see its bookmarks.
func TestBookForOtherPrograms(t *testing.T) {
	inFolder(t, "a.json", string(fixtures.Named(t, "laiyuan-2022").JSON), "b.json", minimal(t), "c.json", string(fixtures.Named(t, "huaian-2024").JSON))
	for _, kind := range []string{"1a", "2a", "4"} {
		book := kind + ".pdf"
		nianbao(t, "build", "a.json", "b.json", "c.json", "-pdfa", kind, "-book", book).want(t, fine, "3 份报告")
		for _, tool := range [][]string{
			{"qpdf", "--check", book}, {"mutool", "draw", "-q", "-N", "-F", "text", "-o", os.DevNull, book},
			{"gs", "-dBATCH", "-dNOPAUSE", "-dQUIET", "-sDEVICE=nullpage", book},
		} {
			if _, err := exec.LookPath(tool[0]); err != nil {
				t.Skipf("%s is not installed: the book was not checked", tool[0])
			}
			out, err := exec.Command(tool[0], tool[1:]...).CombinedOutput()
			if err != nil || bytes.Contains(bytes.ToLower(out), []byte("warning")) || tool[0] != "qpdf" && len(out) > 0 {
				t.Errorf("%s, %s: %v\n%s", kind, tool[0], err, out)
			}
		}
		outline, err := exec.Command("mutool", "show", book, "outline").Output()
		if err != nil {
			t.Fatal(err)
		}
		var under []string
		for _, line := range regexp.MustCompile("(?m)^.?\t{2}\"(.*?)\"").FindAllSubmatch(outline, -1) {
			under = append(under, string(line[1]))
		}
		if len(under) != 4 || under[0] != "目录" || under[2] != title {
			t.Errorf("%s: under the book's title stand %q\n%s", kind, under, outline)
		}
	}
}

// One bad report, or two of one agency and year, and there is no book.
func TestNoBook(t *testing.T) {
	inFolder(t, "a.json", minimal(t, received, `"received": {"natural_person": 1`), "b.json", minimal(t, agency, "乙局"), "c.json", minimal(t, agency, "乙局", "6条", "7条", `"licensing": 0`, `"licensing": 2`), "d.json", "{")
	nianbao(t, "build", "a.json", "b.json", "-book", "x/book.pdf").want(t, wrong, "未完成  a.json：错误", "2 份里有 1 份不能装订，没有写合订本")
	nianbao(t, "build", "b.json", "c.json", "-book", "x/book.pdf").want(t, wrong, "未完成  c.json：与“b.json”是同一机关同一年的报告")
	nianbao(t, "build", "b.json", "没有.json", "-book", "x/book.pdf").want(t, impossible, "未完成  没有.json", "没有写合订本")
	for said, args := range map[string][]string{
		"要和 -book 一起写": {"-order", "名单.csv"}, "如 合订本.pdf": {"-book", "book"}, "不用写 -o": {"-book", "b.pdf", "-o", "x"},
		"不用写 -format": {"-book", "b.pdf", "-format", "pdf"}, "送审稿不能装订": {"-book", "b.pdf", "-draft"},
		"请写 1a、2a 或者 4": {"-book", "b.pdf", "-pdfa", "3A"}, "找不到名单": {"-book", "b.pdf", "-order", "没有.csv"},
	} {
		nianbao(t, append([]string{"build", "b.json"}, args...)...).want(t, impossible, said)
	}
	wantFiles(t, ".", "a.json", "b.json", "c.json", "d.json")
}

// The data and the Word file of one report are one in the book; one who edited the
// book keeps it; a list of two pages leads to the right ones.
func TestBookOfMany(t *testing.T) {
	inFolder(t)
	for i := range 25 {
		put(t, fmt.Sprintf("数据/%02d.json", i), minimal(t, agency, fmt.Sprintf("定山县第%02d局", i)))
	}
	nianbao(t, "build", "数据/00.json", "-format", "docx", "-o", "印").want(t, fine)
	nianbao(t, "build", "数据", "印", "-book", "book.pdf").want(t, fine, "第 5 页  定山县第00局", "25 份报告")
	put(t, "book.pdf", get(t, "book.pdf")+"note")
	nianbao(t, "build", "数据", "-book", "book.pdf").want(t, impossible, "-force")
	nianbao(t, "build", "数据", "-book", "book.pdf", "-force").want(t, fine, "已写出")
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: the list was not read")
	}
	pages := pagesOf(t, "book.pdf")
	for i := range 25 {
		name := fmt.Sprintf("定山县第%02d局", i)
		found := regexp.MustCompile(name + `\s*[.]+\s*(\d+)\n`).FindStringSubmatch(pages[2] + pages[3])
		if found == nil {
			t.Fatalf("%s is not in the list\n%s", name, pages[2])
		}
		if n, _ := strconv.Atoi(found[1]); !strings.Contains(pages[n-1], name) {
			t.Errorf("%s is not on page %d", name, n)
		}
	}
}
