package serve_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"nianbao/reading/published"
)

// TestBlanksAskedOnce: a published page with blank cells is asked about
// once; the safe answer leaves them so.
func TestBlanksAskedOnce(t *testing.T) {
	page, err := os.ReadFile("../reading/testdata/files/titles.2.html")
	if err != nil {
		t.Fatal(err)
	}
	blank := regexp.MustCompile(`<td>\d\d?</td>`).ReplaceAll(published.Labelled(t, page), []byte("<td></td>"))
	v := visit(t, 1366, 768)
	const zeros = `Array.from(document.querySelectorAll("td input")).filter((i) => i.value === "0").length`
	opened := func(button string) {
		v.open(button, "published.html", blank)
		v.until(`document.querySelector('dialog[open] button[value="zero"]')`)
		if safe := script[string](v, `document.activeElement.value + document.activeElement.textContent`); safe != "照原样空着" {
			t.Errorf("the answer %q has the focus", safe)
		}
	}
	opened("#choose")
	v.press(kb.Enter)
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	if n := script[int](v, zeros); n > 0 {
		t.Errorf("left blank, %d cells have 0", n)
	}
	v.click("#new")
	v.until(`!document.getElementById("start").hidden`)
	opened("#choose")
	v.click(`dialog button[value="zero"]`)
	v.until(zeros + ` >= 10`)
	v.settled()
	v.until(`document.getElementById("notes").textContent.includes("格按 0 读")`)
}
