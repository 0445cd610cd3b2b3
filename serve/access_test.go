package serve_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"

	"nianbao/fixtures"
	"nianbao/templates"
)

// TestInputsNamed asks the browser how it presents each input to screen
// readers: by the labels of its row and its column, outermost first.
func TestInputsNamed(t *testing.T) {
	v := visit(t, 1366, 768)
	for _, c := range [][2]string{{"township-all-zero", "2021"}, {"edition-2019", "2019"}, {"laiyuan-2022", "2021-single-other"}} {
		fixture, edition := c[0], c[1]
		v.open("#open", "report.json", fixtures.Named(t, fixture).JSON)
		v.dismissed()
		v.until(fmt.Sprintf(`document.querySelector("#form .source")?.dataset.edition === %q`, edition))
		v.settled()
		tree, err := chromedp.Call(v.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		v.check(err)
		names := map[string]int{}
		for _, node := range tree.Nodes {
			if node.Role != nil && node.Name != nil && text(node.Role) == "textbox" {
				names[text(node.Name)]++
			}
		}
		form, err := templates.Load(edition)
		v.check(err)
		inputs := 0
		for _, section := range form.Sections {
			if section.Table == nil {
				if names[section.Heading] != 1 {
					t.Errorf("%d text areas are called %q", names[section.Heading], section.Heading)
				}
				continue
			}
			for _, part := range section.Table.Parts {
				for _, row := range part.Rows {
					for _, column := range part.Columns {
						inputs++
						name := strings.Join(append(append([]string{}, row.Label...), column.Label...), " ")
						if names[name] != 1 {
							t.Errorf("%d inputs are called %q", names[name], name)
						}
					}
				}
			}
		}
		t.Logf("%s: %d inputs have the names of their rows and columns", fixture, inputs)
	}
}

func text(v *accessibility.Value) string {
	var s string
	json.Unmarshal(v.Value, &s)
	return s
}

// dismissed closes the dialog that tells what a file's reader noticed, if any.
func (v *visitor) dismissed() {
	v.t.Helper()
	v.until(`document.querySelector("dialog[open]") || document.querySelector("#form h2")`)
	script[bool](v, `document.querySelector("dialog[open] button")?.click() ?? true`)
}

// TestAccessible has axe-core look at what people meet on the page.
func TestAccessible(t *testing.T) {
	axe := axeCore(t)
	v := visit(t, 1366, 768)
	if _, err := chromedp.Run(v.ctx, chromedp.Evaluate[chromedp.Void](axe)); err != nil {
		t.Fatal(err)
	}
	v.flawless("the first page")
	v.open("#choose", "report.json", fixtures.Named(t, "bad-sum-balance").JSON)
	v.until(`document.querySelector("#form table")`)
	v.settled()
	v.flawless("a report with errors")
	v.click("#problems .error button")
	v.until(`!document.getElementById("note").hidden`)
	v.flawless("a cell that tells its problem")
	v.click("#docx")
	v.until(`document.querySelector("dialog[open]")`)
	v.flawless("a question")
	script[bool](v, `document.querySelector("dialog").close() ?? true`)
	for _, summary := range []string{"#form details:not(.reading) summary", "#reading-overview summary"} {
		v.click(summary)
	}
	v.flawless("everything unfolded")
	v.do(chromedp.EmulateViewport(683, 384, chromedp.EmulateScale(2)))
	v.flawless("200 %")
	if over := script[int](v, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		t.Errorf("at 200 %% the page is %d pixels wider than the screen", over)
	}
}

// flawless has axe look at the page as it stands.
func (v *visitor) flawless(what string) {
	v.t.Helper()
	for _, flaw := range script[[]string](v, `axe.run(document, { resultTypes: ["violations"] }).then((found) =>
		found.violations.map((v) => v.id + ": " + v.help + "\n\t" + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + " " + n.failureSummary).join("\n\t")))`) {
		v.t.Errorf("%s: %s", what, flaw)
	}
}

// axeCore is the script of axe-core, a checker of accessibility from npm.
func axeCore(t *testing.T) string {
	root, err := exec.Command("npm", "root", "-g").Output()
	if err != nil {
		t.Skip("no npm on this machine, where axe-core would be found")
	}
	content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "axe-core", "axe.min.js"))
	if err != nil {
		t.Skip("no axe-core on this machine (npm install -g axe-core)")
	}
	return string(content)
}
