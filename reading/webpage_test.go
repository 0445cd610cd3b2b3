package reading_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"nianbao/check/compare"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/reading"
	"nianbao/render/font"
	"nianbao/render/html"
	"nianbao/render/pdf"
)

// The web page reads back to what it prints, and so does the fragment under a
// heading as a website prints it.
func TestPublishedPagesReadBack(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		p := filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: strings.HasPrefix(c.Name, "draft-")})
		d := p.Print(pdf.PDFA2a).Document
		fragment := html.Fragment(d)
		for kind, page := range map[string][]byte{
			"page": html.Page(d), "fragment": published(d.Title(), fragment), "fragment through an editor": published(d.Title(), edited(fragment)),
		} {
			r, err := reading.Read(bytes.NewReader(page), int64(len(page)))
			if err != nil {
				t.Fatalf("%s, %s: %v", c.Name, kind, err)
			}
			for _, difference := range compare.Differences(p.Report, r.Report) {
				t.Errorf("%s, %s: %+v", c.Name, kind, difference)
			}
			for _, problem := range r.Problems {
				if strings.HasPrefix(problem.Code, "import.") && problem.Code != "import.furniture" {
					t.Errorf("%s, %s: %v", c.Name, kind, problem)
				}
			}
		}
	}
}

// edited is a fragment as an editor leaves it that knows neither headings nor heads
// nor styles, and writes its own blanks.
func edited(fragment []byte) []byte {
	for old, new := range map[string]string{`<(/?)h[1-6]>`: "<${1}p>", `<th\b`: "<td", `</th>`: "</td>", ` (style|scope|border)="[^"]*"`: "", `<p>`: "<p>&nbsp;&nbsp; &nbsp;", `<tr>`: "\n\t<tr>\n\t\t"} {
		fragment = regexp.MustCompile(old).ReplaceAll(fragment, []byte(new))
	}
	return fragment
}

// published is a fragment on a website's page.
func published(title string, fragment []byte) []byte {
	return []byte(`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>` + title + `_政府信息公开</title></head><body>` +
		`<div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a></div><div class="article"><h1>` + title + `</h1>` +
		`<p class="info">发布时间：2025-01-18 10:00 浏览次数：12</p><div class="content">` + string(fragment) + `</div></div>` +
		`<div class="foot">版权所有：某某县人民政府</div></body></html>`)
}
