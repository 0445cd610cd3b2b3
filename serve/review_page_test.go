package serve_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
)

// TestReview goes through four files as a reviewer does: one that is fine, two with
// findings, one that cannot be read. Each finding gets an opinion; they come back from
// the file that keeps them, and are printed as a list.
func TestReview(t *testing.T) {
	v := visit(t, 1366, 768)
	four := map[string][]byte{
		"1甲.json": fixtures.Named(t, "bad-sum-balance").JSON,
		"2乙.json": fixtures.Named(t, "township-all-zero").JSON,
		"3丙.json": fixtures.Named(t, "laiyuan-2022").JSON,
		"4丁.doc":  []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	}
	v.openSome("#choose", four)
	v.until(`document.querySelectorAll("#review-list li").length === 4 && document.getElementById("review-count").textContent === "4 份"`)
	v.settled()
	if axe := axeCore(t); axe != "" {
		_, err := chromedp.Run(v.ctx, chromedp.Evaluate[chromedp.Void](axe))
		v.check(err)
		v.flawless("a review")
	}
	if said := script[string](v, `document.getElementById("review-list").children[3].textContent`); !strings.Contains(said, "读不了") {
		t.Errorf("the old Word file: %q", said)
	}
	give := func(finding, opinion string) {
		v.click(`#problems li:nth-child(` + finding + `) .opinion [aria-label^="` + opinion + `"]`)
	}
	give("1", "可以")
	give("1", "要改") // the other one is taken back
	if said := script[string](v, `document.querySelector("#review-list [aria-current]").textContent`); !strings.Contains(said, "看过 1/1") {
		t.Errorf("after an opinion: %q", said)
	}
	// Nothing of somebody else's report is changed.
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	before := v.value("disclosure.licensing")
	v.press("7")
	v.press("d", chromedp.KeyModifiers(kb.ModifierCtrl))
	if after := v.value("disclosure.licensing"); after != before {
		t.Errorf("%q became %q", before, after)
	}
	first := script[string](v, `document.getElementById("name").textContent`)
	v.press(kb.PageDown, chromedp.KeyModifiers(kb.ModifierAlt))
	v.press(kb.PageDown, chromedp.KeyModifiers(kb.ModifierAlt))
	v.until(`document.getElementById("name").textContent.startsWith("涞源县")`)
	v.settled()
	give("1", "不算")
	give("2", "可以")
	v.click("#review-back")
	v.click("#review-back")
	v.until(`document.getElementById("name").textContent === ` + quoted(first))
	v.settled()
	if pressed := script[int](v, `document.querySelectorAll("#problems [aria-pressed=true]").length`); pressed != 1 {
		t.Errorf("%d opinions are left on the first file", pressed)
	}

	v.click("#review-save")
	kept := v.downloaded(".json")
	var file struct {
		Files []struct {
			File     string
			Opinions []struct{ Opinion, Message, Place string }
		}
	}
	v.check(json.Unmarshal(kept, &file))
	if len(file.Files) != 4 || file.Files[0].File != "1甲.json" || len(file.Files[0].Opinions) != 1 || file.Files[0].Opinions[0].Message == "" || len(file.Files[2].Opinions) != 2 {
		t.Errorf("审核.json: %s", kept)
	}

	script[bool](v, `(window.print = () => { window.paper = document.getElementById("review-paper").innerText || document.getElementById("review-paper").textContent; }, true)`)
	v.press("p", chromedp.KeyModifiers(kb.ModifierCtrl))
	if paper := script[string](v, `window.paper`); !strings.Contains(paper, "要改") || !strings.Contains(paper, "不算") || !strings.Contains(paper, "读不了") || !strings.Contains(paper, "涞源县") {
		t.Errorf("the list: %s", paper)
	}

	v.click("#review-end")
	v.until(`document.querySelector("dialog[open]")`)
	v.click(`dialog button[value="end"]`)
	v.until(`!document.getElementById("start").hidden`)
	four["审核.json"] = kept
	v.openSome("#choose", four)
	v.until(`document.getElementById("review-count").textContent === "4 份"`)
	v.settled()
	if pressed := script[int](v, `document.querySelectorAll("#problems [aria-pressed=true]").length`); pressed != 1 {
		t.Errorf("%d opinions came back from the file", pressed)
	}

	v.click("#review-mend")
	v.until(`!document.body.classList.contains("reviewing")`)
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.press("7")
	if got := v.value("disclosure.licensing"); got != "7" {
		t.Errorf("one that is opened to be mended holds %q", got)
	}
}
