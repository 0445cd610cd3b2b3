package html_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"nianbao/document"
	"nianbao/fixtures"
	writer "nianbao/render/html"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// documents are those of all fixtures, by name.
func documents(t *testing.T) map[string]*document.Document {
	t.Helper()
	all := map[string]*document.Document{}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		r, _ := jsonfile.Decode(c.JSON)
		all[c.Name] = document.Fill(r, document.Options{Draft: strings.HasPrefix(c.Name, "draft-")})
	}
	for _, edition := range templates.Editions() {
		form, err := templates.Load(edition)
		if err != nil {
			t.Fatal(err)
		}
		r, _ := jsonfile.Decode(jsonfile.Blank(form, "", 2024))
		all["blank "+edition] = document.Fill(r, document.Options{Draft: true})
	}
	all["hostile"] = hostile(t)
	return all
}

// others are the pages that are no report's own.
func others() map[string][]byte {
	return map[string][]byte{
		"index.html": writer.Index([]writer.Entry{
			{Heading: "2024年报告", Name: "甲县", Page: "甲.html", Beside: []writer.Link{{File: "甲.docx", Text: "Word"}}},
			{Heading: "2023年报告", Name: attack, Page: attack + ".html"},
		}),
		"picture.html": writer.Picture("甲县2024年报告图解", "甲县 图.png", 750, 1600,
			[]writer.Passage{{Heading: "甲", Lines: []string{"乙 1（上年 2，减 1）", attack}}}, "数据来源：甲", ""),
	}
}

const attack = `<script>alert(1)</script>&lt;&amp;"'` + "\u2028" + `</p></td></style><!--`

// hostile has markup in every field, as only a draft can.
func hostile(t *testing.T) *document.Document {
	t.Helper()
	r, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	r.Agency, r.Signatory, r.Date = attack+"县", attack+"局", attack
	for key := range r.Prose {
		r.Prose[key] = report.Prose{Text: attack + "。" + strings.Repeat("今年以来，我们认真学习，努力工作，取得了很好的成绩。", 20) + "\n（一）" + attack + "\n（二）" + attack + "。后面\x00\x0b\ufffe还有  两个空格。\n①" + attack + "\n②" + attack}
	}
	for path, number := range r.Numbers {
		number.Text = attack
		r.Numbers[path] = number
	}
	return document.Fill(r, document.Options{Draft: true})
}

// elements are all of a page, in its order; a fragment's are those of a page around it.
func elements(t *testing.T, page []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

// The fragment is made of nothing that editors throw away or websites would fight.
func TestFragmentLivesInAnyEditor(t *testing.T) {
	allowed := map[string][]string{
		"p": nil, "strong": nil, "h2": nil, "h3": nil, "h4": nil, "tbody": nil, "tr": nil,
		"table": {"border", "style"}, "th": {"colspan", "rowspan", "scope", "style"}, "td": {"colspan", "rowspan", "style"},
	}
	looks := regexp.MustCompile(`^(width:100%;border-collapse:collapse|text-align:(center|left)(;width:[0-9.]+%)?(;background-color:#[0-9A-F]{6})?)$`)
	for name, d := range documents(t) {
		fragment := writer.Fragment(d)
		for _, n := range elements(t, fragment) {
			if slices.Contains([]string{"html", "head", "body"}, n.Data) {
				continue // the parser's
			}
			attributes, ok := allowed[n.Data]
			if !ok {
				t.Errorf("%s: <%s>", name, n.Data)
			}
			for _, a := range n.Attr {
				if !slices.Contains(attributes, a.Key) || a.Key == "style" && !looks.MatchString(a.Val) || a.Key == "border" && a.Val != "1" {
					t.Errorf("%s: %s has %s=%q", name, n.Data, a.Key, a.Val)
				}
			}
			if n.Data == "th" && attribute(n, "scope") == "" {
				t.Errorf("%s: %s names nothing", name, textOf(n))
			}
			if textOf(n) == d.Title() {
				t.Errorf("%s: the title, which the website prints, stands in the fragment", name)
			}
			if n.Data == "table" && attribute(n, "border") == "" {
				t.Errorf("%s: a table without rules", name)
			}
		}
		if name == "huaian-2024" && len(fragment) > 30<<10 {
			t.Errorf("%d bytes", len(fragment))
		}
	}
}

// Each column's width is said once, and all add up to the table's.
func TestFragmentSaysEveryColumnsWidth(t *testing.T) {
	width := regexp.MustCompile(`;width:([0-9]+)(?:\.([0-9]))?%`)
	for name, d := range documents(t) {
		for _, table := range strings.Split(string(writer.Fragment(d)), "<table")[1:] {
			sum := 0
			for _, found := range width.FindAllStringSubmatch(table, -1) {
				var whole, tenth int
				fmt.Sscan(found[1], &whole)
				fmt.Sscan(found[2], &tenth)
				sum += 10*whole + tenth
			}
			if sum < 990 || sum > 1010 {
				t.Errorf("%s: the columns of %.60s… take %d ‰", name, table, sum)
			}
		}
	}
}

func TestWholePage(t *testing.T) {
	for name, d := range documents(t) {
		page := writer.Page(d, writer.Link{File: `a:"报告.docx`, Text: "Word"}, writer.Link{File: "b.pdf", Text: "PDF"})
		if name != "long-report" && len(page) > 60<<10 {
			t.Errorf("%s: %d bytes", name, len(page))
		}
		count := map[string]int{}
		level := 0
		var links []string
		for _, n := range elements(t, page) {
			count[n.Data]++
			if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] <= '6' {
				if next := int(n.Data[1] - '0'); next > level+1 {
					t.Errorf("%s: a heading of level %d below one of %d: %s", name, next, level, textOf(n))
				} else {
					level = next
				}
			}
			switch n.Data {
			case "html":
				if attribute(n, "lang") != "zh-CN" {
					t.Errorf("%s: no language", name)
				}
			case "title":
				if textOf(n) != d.FileTitle() && name != "hostile" {
					t.Errorf("%s: called %s", name, textOf(n))
				}
			case "a":
				links = append(links, attribute(n, "href"))
			}
		}
		for _, once := range []string{"h1", "title", "main", "style"} {
			if count[once] != 1 {
				t.Errorf("%s: %d %s", name, count[once], once)
			}
		}
		if count["script"] > 0 || count["caption"] != count["table"] || count["thead"] != count["table"] || count["table"] < 3 {
			t.Errorf("%s: %v", name, count)
		}
		if want := []string{"a%3A%22%E6%8A%A5%E5%91%8A.docx", "b.pdf"}; !slices.Equal(links, want) {
			t.Errorf("%s: links to %q", name, links)
		}
	}
}

// Every number names the heads that the document, and so the PDF, gives it, and
// they are heads of its own table.
func TestNumbersNameTheirHeads(t *testing.T) {
	for name, d := range documents(t) {
		texts := map[string]string{} // of the document's heads, by ID
		var want []string            // a line a number: its heads, itself
		for _, block := range d.Blocks {
			table, ok := block.(document.Table)
			if !ok {
				continue
			}
			for _, row := range table.Rows {
				for _, c := range row {
					texts[c.ID] = c.Text
				}
			}
			for _, row := range table.Rows {
				for _, c := range row {
					if c.Kind != document.Number && c.Kind != document.Blank {
						continue
					}
					line := ""
					for _, id := range c.Heads {
						line += texts[id] + " · "
					}
					want = append(want, line+clean(c.Text))
				}
			}
		}
		var got []string
		heads, tables := map[string]string{}, map[string]*html.Node{}
		all := elements(t, writer.Page(d))
		for _, n := range all {
			if n.Data == "th" {
				heads[attribute(n, "id")], tables[attribute(n, "id")] = textOf(n), tableOf(n)
			}
		}
		for _, n := range all {
			if n.Data != "td" || attribute(n, "headers") == "" {
				continue
			}
			line := ""
			for id := range strings.FieldsSeq(attribute(n, "headers")) {
				if tables[id] != tableOf(n) {
					t.Fatalf("%s: %s is no head of %s's table", name, id, textOf(n))
				}
				line += heads[id] + " · "
			}
			got = append(got, line+clean(textOf(n)))
		}
		if len(want) < 180 || !slices.Equal(got, want) {
			t.Errorf("%s: %d numbers with their heads, want %d", name, len(got), len(want))
		}
	}
}

func tableOf(n *html.Node) *html.Node {
	for n != nil && n.Data != "table" {
		n = n.Parent
	}
	return n
}

// clean is a text as a page can hold it.
func clean(text string) string {
	return strings.NewReplacer("\x00", "\uFFFD", "\x0b", "\uFFFD", "\ufffe", "\uFFFD", "  ", " \u00a0").Replace(text)
}

// What a report says is text in the page, wherever it stands: all of it, and no
// element more than without.
func TestTextIsNeverMarkup(t *testing.T) {
	d := hostile(t)
	for kind, page := range map[string][]byte{"page": writer.Page(d), "fragment": writer.Fragment(d)} {
		root, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		shown := textOf(root)
		for _, block := range d.Blocks {
			switch block := block.(type) {
			case document.Heading:
				mustShow(t, kind, shown, block.Text)
			case document.Paragraph:
				mustShow(t, kind, shown, block.Lead+block.Text)
			case document.Signature:
				mustShow(t, kind, shown, block.Signatory)
				mustShow(t, kind, shown, block.Date)
			}
		}
		if n := strings.Count(shown, attack); n < 200 {
			t.Errorf("%s: the numbers' text stands %d times", kind, n)
		}
		for _, n := range elements(t, page) {
			if slices.Contains([]string{"script", "img", "iframe"}, n.Data) {
				t.Errorf("%s: <%s>", kind, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: %s", kind, a.Key)
				}
			}
		}
	}
}

func mustShow(t *testing.T, kind, shown, text string) {
	t.Helper()
	if !strings.Contains(shown, clean(text)) {
		t.Errorf("%s: lost %q", kind, text)
	}
}

// As text, each row has a place for every column, and nothing is lost.
func TestPlain(t *testing.T) {
	for name, d := range documents(t) {
		plain := string(writer.Plain(d))
		for _, block := range d.Blocks {
			switch block := block.(type) {
			case document.Table:
				for _, row := range block.Rows {
					for _, c := range row {
						if !strings.Contains(plain, c.Text) {
							t.Errorf("%s: lost %s", name, c.Text)
						}
					}
				}
			case document.Paragraph:
				if !strings.Contains(plain, block.Lead+block.Text+"\n") {
					t.Errorf("%s: lost %s", name, block.Text)
				}
			}
		}
	}
	minimal := string(writer.Plain(documents(t)["minimal"]))
	for line := range strings.Lines(minimal) {
		if n := strings.Count(line, "\t"); n != 0 && n != 3 && n != 9 && n != 14 {
			t.Errorf("%d tabs in %q", n, line)
		}
	}
}

// A draft says that it is one, on the page and in what is pasted.
func TestDraft(t *testing.T) {
	d := documents(t)["draft-with-blanks"]
	if page := string(writer.Page(d)); !strings.Contains(page, `data-say="送审稿"`) || !strings.Contains(page, `data-say="未填"`) || !strings.Contains(page, document.DraftMark) ||
		!strings.Contains(page, `@top-right { content: "送审稿"`) {
		t.Error("the page does not say that it is a draft, and where it is blank")
	}
	if fragment := string(writer.Fragment(d)); !strings.HasPrefix(fragment, "<p><strong>送审稿</strong></p>") || !strings.Contains(fragment, "background-color:#D9D9D9\"></td>") {
		t.Error("the fragment does not say that it is a draft, and where it is blank")
	}
}
