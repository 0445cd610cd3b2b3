package serve_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
)

// TestLastYearAsBase begins this year's report with last year's Word file: text
// and head are kept, numbers are not, what was passed on is carried in, and last
// year's years and numbers are marked until each is touched.
func TestLastYearAsBase(t *testing.T) {
	v := visit(t, 1366, 768)
	v.open("#base", "last.docx", word(t, "huaian-2024"))
	v.until(`document.querySelector("#form h2, dialog")`)
	v.dismissed()
	v.settled()
	if year, licensing := v.value("year"), v.value("disclosure.licensing"); year != "2025" || licensing != "" {
		t.Errorf("the year is %q, and a number of last year's is %q", year, licensing)
	}
	if beside := script[string](v, `document.getElementById("last-disclosure.licensing").textContent`); !strings.HasPrefix(beside, "上年 ") {
		t.Errorf("beside the cell stands %q", beside)
	}
	last := script[string](v, `document.getElementById("last-requests.carried_forward.natural_person").lastChild.textContent`)
	v.until(`document.querySelector('` + field(carriedIn) + `').value === ` + quoted(last))
	before := script[int](v, `document.querySelectorAll("mark.left").length`)
	if before < 10 {
		t.Fatalf("%d places of last year's are marked", before)
	}
	if said := script[string](v, `document.getElementById("problems").textContent`); !strings.Contains(said, "处上年的年份和数字没有核对") {
		t.Errorf("the list says %.300q", said)
	}
	// The first place is touched, and loses its mark; those behind it move along.
	script[bool](v, `(() => {
		const area = document.querySelector('[data-path=overview]');
		area.focus();
		const at = area.value.indexOf("2024");
		area.setSelectionRange(at, at + 4);
		return true;
	})()`)
	v.enter("二〇二五")
	v.settled()
	if after := script[int](v, `document.querySelectorAll("mark.left").length`); after != before-1 {
		t.Errorf("%d of %d places are marked after one was touched", after, before)
	}
	if moved := script[bool](v, `Array.from(document.querySelectorAll("mark.left")).every((m) => /^[\d０-９〇○零一二三四五六七八九]/.test(m.textContent))`); !moved {
		t.Error("a mark stands beside its number")
	}
	v.reloadedAgain()
	if after := script[int](v, `document.querySelectorAll("mark.left").length`); after != before-1 {
		t.Errorf("after a reload %d places are marked", after)
	}
	if shown := script[bool](v, `!document.getElementById("before-overview").hidden`); !shown {
		t.Error("last year's text does not stand beside this year's")
	}
	for script[bool](v, `document.querySelector("#problems .explain[aria-label^=这些都对]") !== null`) {
		v.click(`#problems .explain[aria-label^=这些都对]`)
		v.settled()
	}
	if after := script[int](v, `document.querySelectorAll("mark.left").length`); after != 0 {
		t.Errorf("%d places are marked after all were settled", after)
	}
}

// TestCarriedInLate: while the program does not answer, a number is typed into a cell
// that last year's report would fill. The typed one stands, the empty ones are filled.
func TestCarriedInLate(t *testing.T) {
	v := visit(t, 1366, 768)
	script[bool](v, `(() => {
		window.plain = window.fetch;
		window.fetch = (path, options) => path.startsWith("/api/check") ? Promise.reject(new TypeError("gone")) : plain(path, options);
		return true;
	})()`)
	v.open("#base", "last.docx", word(t, "huaian-2024"))
	v.until(`document.querySelector("#form h2, dialog")`)
	v.dismissed()
	v.do(chromedp.Focus(chromedp.CSS(field(carriedIn))))
	v.press("15" + kb.Enter)
	script[bool](v, `(window.fetch = window.plain, true)`)
	const beside = "requests.carried_in.business"
	last := script[string](v, `document.getElementById("last-requests.carried_forward.business").lastChild.textContent`)
	v.until(`document.querySelector('` + field(beside) + `').value === ` + quoted(last))
	v.settled()
	if got := v.value(carriedIn); got != "15" {
		t.Errorf("15 was typed and %q stands there", got)
	}
}

// TestGrownText: a writing area is as high as its text, its words are underlined
// where something is wrong with them, and what is said of them covers nothing.
func TestGrownText(t *testing.T) {
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", bytes.Replace(fixtures.Named(t, "huaian-2024").JSON, []byte(`"other_matters": "`), []byte(`"other_matters": "待补充的XX内容。`), 1))
	v.dismissed()
	v.settled()
	if hidden := script[int](v, `Math.max(...Array.from(document.querySelectorAll("#form textarea"), (a) => a.scrollHeight - a.clientHeight))`); hidden > 2 {
		t.Errorf("%d pixels of a text are out of sight in its area", hidden)
	}
	v.until(`document.querySelector("mark:not(.left)")`)
	v.do(chromedp.Focus(chromedp.CSS(field("other_matters"))))
	v.press(kb.End)
	v.until(`document.querySelector(".told p")`)
	if over := script[bool](v, `!document.getElementById("note").hidden`); over {
		t.Error("a note lies over the text")
	}
}

// TestSumsShowTheirCells: all cells of a sum that fails are marked, and the heads
// of the table stay in sight.
func TestSumsShowTheirCells(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.total"))))
	v.press("9999")
	v.until(`document.querySelectorAll("td.of-sum").length >= 6`)
	v.do(chromedp.Focus(chromedp.CSS(field("requests.carried_forward.natural_person"))))
	script[bool](v, `(document.activeElement.scrollIntoView({ block: "end" }), true)`)
	if seen := script[bool](v, `(() => {
		const head = document.querySelector("table.whole tbody.head").getBoundingClientRect(), form = document.getElementById("form").getBoundingClientRect();
		return head.top >= form.top - 1 && head.bottom < form.bottom;
	})()`); !seen {
		t.Error("the heads of table three are out of sight")
	}
	if tinted := script[int](v, `document.querySelectorAll("td.along").length`); tinted < 20 {
		t.Errorf("%d cells of row and column are tinted", tinted)
	}
}
