package serve_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// TestChangesAreListed: a Word file that is opened over its draft has what was
// changed in it listed; one that was not changed has nothing.
func TestChangesAreListed(t *testing.T) {
	v := visit(t, 1366, 768)
	draft := bytes.Replace(fixtures.Named(t, "huaian-2024").JSON, []byte(`"licensing": `), []byte(`"licensing": 9`), 1)
	v.open("#choose", "report.json", draft)
	v.dismissed()
	v.settled()
	v.open("#open", "edited.docx", word(t, "huaian-2024"))
	v.until(`document.getElementById("notes").textContent.includes("改动　")`)
	v.settled()
	said := script[[]string](v, `Array.from(document.querySelectorAll("#notes-list li"), (li) => li.textContent).filter((text) => text.startsWith("改动"))`)
	if len(said) != 1 || !strings.Contains(said[0], " → "+v.value("disclosure.licensing")) {
		t.Errorf("listed: %q", said)
	}
	if open := script[bool](v, `document.getElementById("notes").open`); !open {
		t.Error("the list is folded")
	}
	v.open("#open", "edited.docx", word(t, "huaian-2024"))
	v.until(`!document.getElementById("notes").textContent.includes("改动　")`)
}
