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
