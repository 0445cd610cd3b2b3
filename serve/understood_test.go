package serve_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPastedAsMeant pastes what accountants copy: asked once, put right, undone at once.
func TestPastedAsMeant(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.natural_person"))))
	v.paste(" 6.00 \t -   \t12件\t1835万\t\"12\t\u200b3\n")
	v.until(`document.querySelector("dialog[open]")`)
	if said := script[string](v, `document.querySelector("dialog").textContent`); !strings.Contains(said, "“1835万” → 18350000") || !strings.Contains(said, "“-” → 0") {
		t.Errorf("before it is pasted the page says %q", said)
	}
	v.click(`dialog button[value="right"]`)
	v.settled()
	var got []string
	for _, column := range []string{"natural_person", "business", "research", "nonprofit", "legal_service", "other_applicant"} {
		got = append(got, v.value("requests.received."+column))
	}
	if want := []string{"6", "0", "12", "18350000", "12", "3"}; !slices.Equal(got, want) {
		t.Errorf("pasted as %v, want %v", got, want)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.fees"))))
	v.paste("1835万")
	v.until(`document.querySelector("dialog[open]")`)
	v.click(`dialog button[value="right"]`)
	v.until(`!document.querySelector("dialog[open]")`)
	v.settled()
	if got := v.value("disclosure.fees"); got != "1835" {
		t.Errorf("1835万 became %q in a cell of 万元", got)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("other_matters"))))
	script[bool](v, `document.activeElement.select() ?? true`)
	v.paste("第一行\u000b第二行\u000c第三行\u200b，\ufeff完。")
	v.settled()
	if got, want := v.value("other_matters"), "第一行\n第二行\n第三行，完。"; got != want {
		t.Errorf("pasted as %q, want %q", got, want)
	}
}

// TestAmountInWords: an amount as it is read out, so that 元 in a cell of 万元 is seen.
func TestAmountInWords(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.fees"))))
	v.press("18350000")
	if said := script[string](v, `document.getElementById("words-disclosure.fees").textContent`); said != "一千八百三十五亿元" {
		t.Errorf("under the cell stands %q", said)
	}
	v.enter("元")
	if said := script[string](v, `document.getElementById("words-disclosure.fees").textContent`); said != "一千八百三十五万元" {
		t.Errorf("under the cell stands %q after 元", said)
	}
}

// TestPagesKeepTheirPlace: a page that is drawn anew neither moves nor shrinks
// what people look at.
func TestPagesKeepTheirPlace(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.click("#larger")
	script[bool](v, `(document.getElementById("sheets").scrollTop = 900, true)`)
	before := script[[]float64](v, sheetPlace)
	v.press("1")
	v.settled()
	if after := script[[]float64](v, sheetPlace); !slices.Equal(before, after) {
		t.Errorf("scroll, width and height were %v and are %v", before, after)
	}
}

const sheetPlace = `(({ scrollTop, scrollHeight, firstElementChild }) => [scrollTop, scrollHeight, firstElementChild.offsetWidth])(document.getElementById("sheets"))`
