package web

import (
	"strings"
	"testing"
)

// A mark of a footnote, or a number that was struck out, is not one with the
// number beside it.
func TestRaisedAndStruckInCells(t *testing.T) {
	for page, want := range map[string]string{
		`<table><tr><td>甲</td><td>374<sup>2</sup></td></tr></table>`:                                           "374〔2〕",
		`<table><tr><td>甲</td><td><strike>374</strike>4321</td></tr></table>`:                                  "〔374〕4321",
		`<table><tr><td>甲</td><td><span style="text-decoration: line-through">37</span>4</td></tr></table>`:    "〔37〕4",
		`<table><tr><td>甲</td><td>5<span style="color: red; vertical-align: super">1</span></td></tr></table>`: "5〔1〕",
		`<table><tr><td>甲</td><td>95<math><mfrac><mn>7</mn><mn>2</mn></mfrac></math></td></tr></table>`:        "95〔7〕〔2〕",
		`<table><tr><td>甲</td><td>95<img src="x.png">70</td></tr></table>`:                                     "95〔图〕70",
		`<table><tr><td>甲</td><td><img src="x.png">9570</td></tr></table>`:                                     "9570",
	} {
		m, err := Read(strings.NewReader("<html><p>年度报告</p>" + page + "</html>"))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, b := range m.Blocks {
			if b.Table != nil {
				got = b.Table.Cells[len(b.Table.Cells)-1].Text
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

// What was struck out in a text is not read as if it stood, and is told of; what is too
// small to be seen is not read; a mark of a note in a number is no digit of it.
func TestStruckOutInTexts(t *testing.T) {
	for text, want := range map[string]string{
		`收到申请<s>5</s>6件`: "收到申请6件",
		`收到申请<span style="text-decoration-line:line-through;color:red">5</span>6件`: "收到申请6件",
		`收到申请<del>5</del>6件`:                                                             "收到申请6件",
		`收到申请37<sup>2</sup>件`:                                                            "收到申请37²件",
		`收到申请3<span style="font-size:0">9</span>7件`:                                      "收到申请37件",
		`<span style="font-size:0px"><span style="font-size:14px">收到申请37件</span></span>`: "收到申请37件",
		`收到申请3<span style="color:transparent">9</span>7件`:                                "收到申请37件",
	} {
		m, err := Read(strings.NewReader("<html><p>" + text + "</p></html>"))
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Blocks[0].Paragraph.Text; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if told := len(m.Notes) > 0; told != !strings.Contains(text, "14px") && !strings.Contains(text, "sup") {
			t.Errorf("%s: %v", text, m.Notes)
		}
	}
}
