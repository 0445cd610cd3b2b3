package serve_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
)

// carrying are a report and last year's, which passes 3 on where the report has 0.
func carrying(t *testing.T) (this, last []byte) {
	published := fixtures.Named(t, "laiyuan-2022").JSON
	this = bytes.Replace(published, []byte(`"year": 2022`), []byte(`"year": 2023`), 1)
	last = bytes.Replace(published, []byte(`"carried_forward": {"natural_person": 0`), []byte(`"carried_forward": {"natural_person": 3`), 1)
	return this, last
}

const carriedIn = "requests.carried_in.natural_person"

// TestNoDialogWhileTyping: what is offered from last year's report opens no
// dialog by itself, neither at once nor after a reload, and the answer is kept.
func TestNoDialogWhileTyping(t *testing.T) {
	this, last := carrying(t)
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", this)
	v.dismissed()
	v.settled()
	v.open("#last", "last.json", last)
	v.until(`document.getElementById("form").classList.contains("compared")`)
	v.settled()
	v.retyped(carriedIn, "15")
	v.reloadedAgain()
	v.retyped(carriedIn, "15")

	v.click("#carry-show")
	v.until(`document.querySelector("dialog[open]")`)
	if safe := script[string](v, `document.activeElement.value`); safe != "" {
		t.Errorf("the answer %q has the focus", safe)
	}
	v.press(kb.Enter)
	if got := v.value(carriedIn); got != "15" {
		t.Errorf("Enter in the dialog made it %q", got)
	}
	v.click("#carry-no")
	v.reloadedAgain()
	if hidden := script[bool](v, `document.getElementById("carry").hidden`); !hidden {
		t.Error("what was answered is asked again after a reload")
	}
}

// retyped types a number and sees that it is what the cell holds.
func (v *visitor) retyped(path, number string) {
	v.t.Helper()
	v.do(chromedp.Focus(chromedp.CSS(field(path))))
	v.press(number[:1])
	v.settled()
	v.press(number[1:] + kb.Enter)
	v.settled()
	if got := v.value(path); got != number {
		v.t.Errorf("%s was typed and %q stands there", number, got)
	}
	if open := script[bool](v, `document.querySelector("dialog[open]") !== null`); open {
		v.t.Fatal("a dialog has opened by itself")
	}
}

// reloadedAgain reloads the page with what has been saved or not.
func (v *visitor) reloadedAgain() {
	v.t.Helper()
	v.do(chromedp.Reload())
	v.ready()
	v.until(`document.querySelector("#form h2")`)
	v.settled()
}

// TestAnswersWaitForTyping: an answer that comes while somebody types again
// opens no dialog under the keys; it waits for a click.
func TestAnswersWaitForTyping(t *testing.T) {
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", fixtures.Named(t, "bad-sum-balance").JSON)
	v.dismissed()
	v.settled()
	script[bool](v, `(() => {
		const plain = window.fetch;
		window.fetch = (path, options) => path.startsWith("/api/build")
			? new Promise((go) => { window.answer = () => go(plain(path, options)); }) : plain(path, options);
		return true;
	})()`)
	v.click("#docx")
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.press("4")
	script[bool](v, `(window.answer(), true)`)
	v.until(`!document.getElementById("asked").hidden`)
	v.press("2")
	if got := v.value("disclosure.licensing"); got != "42" {
		t.Errorf("42 was typed and %q stands there", got)
	}
	v.click("#asked-open")
	v.until(`document.querySelector("dialog[open]")`)
	v.press(kb.Enter) // the safe answer
	v.until(`!document.querySelector("dialog")`)
}

// TestLastYearOfAnother: a file of another agency or year is named first, and
// nothing is offered from it.
func TestLastYearOfAnother(t *testing.T) {
	this, last := carrying(t)
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", this)
	v.dismissed()
	v.settled()
	for said, other := range map[string][]byte{
		"甲乙县 2022 年": bytes.Replace(last, []byte(`"agency": "涞源县"`), []byte(`"agency": "甲乙县"`), 1),
		"涞源县 2020 年": bytes.Replace(last, []byte(`"year": 2022`), []byte(`"year": 2020`), 1),
	} {
		v.open("#last", "last.json", other)
		v.until(`document.querySelector("dialog[open]")`)
		if got := script[string](v, `document.querySelector("dialog").textContent`); !strings.Contains(got, said) {
			t.Errorf("%s: the page says %q", said, got)
		}
		v.click(`dialog button[value="use"]`)
		v.until(`document.getElementById("form").classList.contains("compared")`)
		v.settled()
		if offered := script[bool](v, `!document.getElementById("carry").hidden`); offered {
			t.Errorf("numbers of %s are offered", said)
		}
		v.click("#last")
		v.until(`document.querySelector("dialog[open]")`)
		v.click(`dialog button[value="none"]`)
		v.until(`!document.getElementById("form").classList.contains("compared")`)
	}
}
