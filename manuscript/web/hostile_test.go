package web

import (
	"io"
	"runtime"
	"strings"
	"testing"
)

// endless repeats a text for so many bytes.
func endless(text string, bytes int) io.Reader {
	return io.LimitReader(&repeater{text: text}, int64(bytes))
}

type repeater struct {
	text string
	at   int
}

func (r *repeater) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.text[r.at]
		r.at = (r.at + 1) % len(r.text)
	}
	return len(p), nil
}

// What no report is, is refused with a sentence, or read as what little it is.
func TestHostilePages(t *testing.T) {
	many := strings.Repeat
	for name, c := range map[string]struct{ page, want string }{
		"deep boxes":          {many("<div>", 100_000) + "甲", "标签套得太深"},
		"deep tables":         {many("<table><tr><td>", 100_000) + "甲", "表格套表格超过"},
		"tables in tables":    {many("<table>", 100_000) + "甲", `"甲"`},
		"deep in cells":       {many("<table><tr><td>"+many("<b>", 1000), 20) + "甲", "标签套得太深"},
		"nothing but ends":    {many("</div></p></table></td>", 100_000) + "甲", `"甲"`},
		"unclosed":            {many("<p><b><i><font>甲", 1000), `"甲"`},
		"too many paragraphs": {many("<p>x", 60_000), "超过 50000 段"},
		"too many cells":      {"<table>" + many("<tr><td>x", 60_000), "超过 50000 格"},
		"too many rows":       {"<table>" + many("<tr>", 60_000), "超过 50000 格"},
		"a row of wide cells": {"<table><tr>" + many("<td colspan=99>x", 60), "超过 500 列"},
		"a large empty grid":  {"<table><tr>" + many("<td>x", 400) + many("<tr><td>x", 400), "超过 50000 格"},
		"a wide cell":         {"<table><tr><td colspan=1000000>甲<tr><td rowspan=1000000>乙<td>丙", `0(1×2) "甲"`},
		"entities":            {"<p>&lt;!ENTITY a \"&a;&a;\"&gt;&amp;a;&#x110000;&#xD800;&notanentity;", `&a;&a;`},
		"NUL bytes":           {"<p>甲\x00乙</p><ta\x00ble><tr><td>丙", `"甲乙"`},
		"no markup":           {"\x01\x02", "网页里没有文字"},
		"nothing":             {"  \n", "文件是空的"},
		"a program's page":    {"<html><body><div id=app></div><script>render()</script>", "网页里没有文字"},
		"an archive":          {"MIME-Version: 1.0\nContent-Type: multipart/related", "网页存档（.mht）"},
		"cut in a tag":        {"<p>甲</p><table><tr><td>乙<td>丙<td colsp", `|0 "乙" |1 "丙"`},
		"a long text":         {"<p>" + many("甲", 800_000), "文字超过 2 MB"},
		"a long tag":          {"<p a='" + many("甲", 4_000_000), "一处超过 8 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := readText(t, c.page); !strings.Contains(got, c.want) {
				t.Errorf("%.300s\nwant %s", got, c.want)
			}
		})
	}
}

// A file of 500 MB is refused, however it is made.
func TestLargePages(t *testing.T) {
	for _, page := range []string{"甲", "<div></div>", "<br>a", `<p a="`, "<script>a", "<table><tr></table>"} {
		if _, err := Read(endless(page, 500<<20)); err == nil || !strings.Contains(err.Error(), "超过 16 MB") {
			t.Errorf("%s: %v", page, err)
		}
	}
}

// The largest pages that are read, made of the worst that there is: how long
// they take, and the most memory.
func BenchmarkLargePages(b *testing.B) {
	for name, page := range map[string]string{
		"text": "甲", "boxes": "<div></div>", "text in boxes": "<div>a</div>", "breaks": "<br>a", "one tag": `<p a="`,
		"lists": "<ol><li>", "forms": "<form></form>", "a script": "<script>aaaaaa", "comments": "<!-- a -->",
		"empty rows": "<table><tr></table>", "bold": "<b></b>", "cells": "<table><td></table>", "captions": "<caption></caption>",
		"attributes": `<p a=1 style="a:b">`, "classes": `<style>.a{display:none}</style>`,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Read(endless(page, MaxSize))
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapSys>>20), "MB")
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<table><tr><td rowspan=2 colspan=3>甲<table><td>乙</table><tr><td>丙</table>")
	f.Add("<table><tr><td rowspan=0>甲<td colspan=99><tfoot><tr><td><thead><td></tr></table><p hidden>x<ol type=i start=9><li>a")
	f.Add("<div><p>一、甲。</p></div><b><p>x</b><pre>\n\n　　a</pre>\xff\xfe<br><br>&nbsp;&nbsp;y")
	f.Add("\xff\xfe<\x00p\x00>\x00")
	f.Fuzz(func(t *testing.T, page string) {
		m, err := Read(strings.NewReader(page))
		if err != nil {
			return
		}
		whole(t, m)
		dump(m)
	})
}

// Web archives: no panic, whatever their parts are.
func FuzzArchive(f *testing.F) {
	f.Add([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E7=94=B2</p>\r\n--b--\r\n"))
	f.Add([]byte("From: x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+MTwvcD4=\r\n"))
	f.Fuzz(func(t *testing.T, archive []byte) {
		if len(archive) > 50_000 {
			t.Skip()
		}
		page, err := pageIn(archive)
		if err == nil && len(page) > 2*len(archive) {
			t.Errorf("a page of %d bytes in an archive of %d", len(page), len(archive))
		}
	})
}
