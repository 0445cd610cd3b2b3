package serve_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/shopspring/decimal"

	"nianbao/collecting/county"
	"nianbao/fixtures"
	"nianbao/report/jsonfile"
	"nianbao/serve"
)

// coordinator opens the page to somebody who collects a made county's reports.
func coordinator(t *testing.T, width, height int) (*visitor, *county.County) {
	t.Helper()
	needsBrowser(t)
	made := county.Make(t, t.TempDir(), 40, 17)
	v := browse(t, serving(t, serve.Options{County: filepath.Join(t.TempDir(), "county")}), width, height)
	t.Setenv("PATH", t.TempDir()) // no office program takes seconds over what is no Word file
	v.click("#collect-open")
	v.until(`!document.getElementById("county").hidden`)
	return v, made
}

// named types the folder of the reports and the list, and leaves the rest as offered.
func (v *visitor) named(made *county.County) {
	v.t.Helper()
	v.over("#c-folder", made.Folder)
	v.press(kb.Tab)
	v.over("#c-list", made.List) // it has another name than usual
	v.over("#c-year", "2025")
}

// over writes a text in the place of what stands in a field.
func (v *visitor) over(selector, text string) {
	v.t.Helper()
	v.do(chromedp.Focus(chromedp.CSS(selector)))
	v.press("a", chromedp.KeyModifiers(kb.ModifierCtrl), command("selectAll"))
	v.enter(text)
}

// idle waits until no piece of work is under way.
func (v *visitor) idle() {
	v.t.Helper()
	v.until(`document.getElementById("county").getAttribute("aria-busy") === "false"`)
}

// text is what an element says.
func (v *visitor) text(selector string) string {
	v.t.Helper()
	return script[string](v, `document.querySelector(`+quoted(selector)+`)?.innerText ?? ""`)
}

// TestCollectOnThePage: who never opens a terminal names a folder, and has what the
// command gives: the line, the states, the problems, the files. Of two reports of a unit
// one is chosen. The folder of the reports is as it was.
func TestCollectOnThePage(t *testing.T) {
	v, made := coordinator(t, 1366, 768)
	before := contents(t, made.Folder)
	v.named(made)
	v.click("#collect")
	v.until(`document.querySelector("#c-summary, dialog[open]")`)
	if said := v.text("#c-summary"); !strings.HasPrefix(said, "第 1 轮　名单 40 个单位：收到 32，缺 6（澄岭县公安局、") || !strings.Contains(said, "重复 1（澄岭县水利局）") || !strings.Contains(said, "有错误 2（澄岭县市场监督管理局、澄岭县统计局）") {
		t.Errorf("it says %q, and asks %q", said, v.text("dialog"))
	}
	if at := v.focused(); at != "c-summary" {
		t.Errorf("the focus is at %q", at)
	}
	for state, want := range map[string]int{"missing": 4, "unreadable": 2, "double": 1, "wrong": 2, "by-parent": 1} {
		if n := script[int](v, `document.querySelectorAll("#panel-units [data-state=`+state+`]").length`); n != want {
			t.Errorf("%d units are %s, want %d", n, state, want)
		}
	}
	if said := v.text("#panel-units [data-state=double] .state"); !strings.Contains(said, "重复") {
		t.Errorf("the state is told by %q", said)
	}
	out := filepath.Join(filepath.Dir(made.Folder), "汇总结果")
	for _, name := range []string{"收件情况.xlsx", "问题清单.xlsx", "退回/澄岭县统计局.xlsx", "退回/澄岭县统计局.docx", "数据/澄岭县教育局.json"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
	if said := v.text(".where"); !strings.Contains(said, out) {
		t.Errorf("of where the results are it says %q", said)
	}
	v.click("#tab-faults")
	if said := v.text("#panel-faults"); !strings.Contains(said, "澄岭县统计局") || !strings.Contains(said, "错误") {
		t.Errorf("the problems: %.300q", said)
	}
	v.click("#tab-remarks")
	if said := v.text("#panel-remarks"); !strings.Contains(said, "“其他/定山县教育局.json”是“定山县教育局”的报告，名单上没有") {
		t.Errorf("what else there is to know: %q", said)
	}
	v.click("#tab-files")
	v.click(`#panel-files a[download="收件情况.xlsx"]`)
	if got, want := v.downloaded(".xlsx"), contents(t, out)["收件情况.xlsx"]; sha256.Sum256(got) != want {
		t.Error("what is fetched is not what was written")
	}

	v.click("#tab-units")
	script[bool](v, `(() => {
		const choice = document.querySelector("[data-state=double] select");
		choice.value = Array.from(choice.options).find((o) => o.value.includes("定稿")).value;
		choice.dispatchEvent(new Event("change", { bubbles: true }));
		return true;
	})()`)
	v.click("#c-collect-again")
	v.until(`document.querySelectorAll("[data-state=double]").length === 0`)
	v.idle()
	if said := v.text("#c-summary"); !strings.Contains(said, "收到 33") || !strings.Contains(said, "重复 0") {
		t.Errorf("after the choice it says %q", said)
	}

	v.over("#c-before", out)
	v.over("#c-out", filepath.Join(filepath.Dir(out), "第二轮"))
	v.click("#collect")
	v.until(`document.querySelector("#c-summary").innerText.startsWith("第 2 轮") || document.querySelector("dialog[open]")`)
	v.click("#tab-faults")
	if said := v.text("#panel-faults"); !strings.Contains(said, "复核结果") || !strings.Contains(said, "未改") {
		t.Errorf("in the second round the problems are %.300q", said)
	}
	if !reflect.DeepEqual(before, contents(t, made.Folder)) {
		t.Error("the folder of the reports is not as it was")
	}
}

// contents are the files below a folder.
func contents(t *testing.T, folder string) map[string][32]byte {
	t.Helper()
	out := map[string][32]byte{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		out[filepath.ToSlash(name)] = sha256.Sum256(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLongWorkOnThePage: of work that takes longer the page says how far it is, and
// what is stopped writes nothing.
func TestLongWorkOnThePage(t *testing.T) {
	needsBrowser(t)
	made := county.Make(t, t.TempDir(), 600, 17)
	v := browse(t, serving(t, serve.Options{County: filepath.Join(t.TempDir(), "county")}), 1366, 768)
	t.Setenv("PATH", t.TempDir())
	v.click("#collect-open")
	v.named(made)
	v.click("#collect")
	v.until(`/读了 \d+ 个文件，共 \d+ 个/.test(document.getElementById("county-reach")?.textContent)`)
	if able := script[bool](v, `Array.from(document.querySelectorAll("#county button.works")).some((b) => !b.disabled)`); able {
		t.Error("something else can be begun meanwhile")
	}
	if role := script[string](v, `document.getElementById("county-reach").getAttribute("role")`); role != "status" {
		t.Errorf("a screen reader does not hear how far it is: %q", role)
	}
	v.click("#county-stop")
	v.until(`document.getElementById("message").textContent.startsWith("已经停下")`)
	v.idle()
	if at := v.focused(); at != "collect" {
		t.Errorf("after the stop the focus is at %q", at)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(made.Folder), "汇总结果")); err == nil {
		t.Error("something was written of what was stopped")
	}
	v.click("#collect")
	v.until(`document.querySelector("#c-summary")?.textContent.includes("名单 600 个单位")`)
}

// TestSumOnThePage: the units are added up, what is left out is named, and the county's
// report opens in the editor, where each cell tells which units make it up: beside it,
// to screen readers, under the pointer.
func TestSumOnThePage(t *testing.T) {
	v, made := coordinator(t, 1366, 768)
	v.named(made)
	v.click("#collect")
	v.until(`document.querySelector("#c-summary, dialog[open]")`)
	v.click("#tab-sum")
	v.click("#sum")
	v.until(`document.querySelector("dialog[open]")`)
	if said := v.text("dialog"); !strings.Contains(said, "请写全县报告标题里的机关名称") {
		t.Errorf("without a name it says %q", said)
	}
	v.press(kb.Enter)
	v.do(chromedp.Focus(chromedp.CSS("#c-agency")))
	v.enter("澄岭县")
	v.click("#sum")
	v.until(`document.querySelector("#c-sum-found p")`)
	if said := v.text("#c-sum-found"); !strings.Contains(said, "计入 29 个单位，缺 9 个。") || !strings.Contains(said, "澄岭县公安局") || !strings.Contains(said, "没有汇总") {
		t.Errorf("where units are missing it says %.300q", said)
	}
	if made := script[bool](v, `document.getElementById("c-open-sum") !== null`); made {
		t.Error("a sum with units missing was made unasked")
	}
	v.click("#c-partial")
	v.click("#sum")
	v.until(`document.getElementById("c-open-sum")`)
	v.idle()
	if said := v.text("#c-facts"); !strings.HasPrefix(said, "2025年，澄岭县共收到政府信息公开申请") {
		t.Errorf("the paragraph of facts: %q", said)
	}
	v.click("#c-open-sum")
	v.until(`document.querySelector("#form h2, dialog[open]")`)
	v.dismissed()
	v.settled()
	const cell = "requests.received.natural_person"
	v.do(chromedp.Focus(chromedp.CSS(field(cell))))
	v.until(`!document.getElementById("note").hidden`)
	named := script[string](v, `document.getElementById("name").textContent`) // as “保存” will name it
	want := partsOf(t, filepath.Join(filepath.Dir(made.Folder), "汇总结果", named+".json"), cell)
	if said := v.text("#note .units"); !strings.HasPrefix(said, want) {
		t.Errorf("beside the cell stands %q, want %s…", said, want)
	}
	if said := script[string](v, `document.getElementById(document.activeElement.getAttribute("aria-describedby").split(" ").find((id) => id === "made-of")).textContent`); !strings.HasPrefix(said, want) {
		t.Errorf("a screen reader says %q", said)
	}
	v.press(kb.ArrowDown) // from cell to cell by keys alone
	if said, now := v.text("#note .units"), v.focused(); now == cell || said == "" || strings.HasPrefix(said, want) {
		t.Errorf("at %s it says %q", now, said)
	}
	x, y := v.middle(field(cell))
	v.do(chromedp.MouseEvent("mouseMoved", x, y))
	v.until(`document.querySelector('` + field(cell) + `').title.startsWith(` + quoted(want) + `)`)
	if said := v.text("#problems"); !strings.Contains(said, "缺 9 个单位") {
		t.Errorf("nothing says that units are missing: %.300q", said)
	}
}

// partsOf is how what a page says of the units at a path begins, from a sum's data.
func partsOf(t *testing.T, file, path string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := jsonfile.Decode(content)
	number, largest := 0, decimal.Zero
	var first string
	for _, u := range r.Parts {
		n, ok := u.Numbers[path]
		if !ok || n.Value.IsZero() {
			continue
		}
		number++
		if n.Value.GreaterThan(largest) {
			first, largest = u.Unit, n.Value
		}
	}
	return fmt.Sprintf("%d 个单位：%s %s", number, first, largest)
}

// TestHandedOverOnThePage: files that are dropped onto the page are collected as a
// folder is, and the results are one zip.
func TestHandedOverOnThePage(t *testing.T) {
	v, made := coordinator(t, 1366, 768)
	v.dropFolder(made.Folder)
	v.until(`/^\d+ 个文件$/.test(document.getElementById("c-reports-handed").textContent)`)
	if way := script[string](v, `document.querySelector("[name=way]:checked").value`); way != "hand" {
		t.Errorf("after a drop the way is %q", way)
	}
	v.over("#c-year", "2025")
	v.click("#c-roster")
	v.until(`document.querySelector("dialog[open]")`)
	if said := v.text("dialog"); !strings.Contains(said, "名单做好了，35 个单位") {
		t.Errorf("of the first list it says %q", said)
	}
	v.press(kb.Enter)
	v.click("#collect")
	v.until(`document.querySelector("#c-summary, dialog[open]")`)
	if said := v.text("#c-summary"); !strings.Contains(said, "名单 35 个单位") {
		t.Errorf("it says %q", said)
	}
	v.click("#c-zip")
	packed := v.downloaded(".zip")
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	v.check(err)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if !slices.Contains(names, "收件情况.xlsx") || !slices.Contains(names, "退回/澄岭县统计局.docx") {
		t.Errorf("the zip has %v", names)
	}
}

// dropFolder drops the files of a folder onto the page, each as it lies in it.
func (v *visitor) dropFolder(folder string) {
	v.t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	v.check(err)
	packed, err := json.Marshal(files)
	v.check(err)
	script[bool](v, `(() => {
		const transfer = new DataTransfer();
		for (const [name, content] of Object.entries(`+string(packed)+`)) {
			const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
			transfer.items.add(new File([bytes], name.split("/").pop()));
		}
		dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
		return true;
	})()`)
}

// TestCollectByKeysAlone goes from the first page to the results, the choice and the
// sum without a pointer.
func TestCollectByKeysAlone(t *testing.T) {
	needsBrowser(t)
	made := county.Make(t, t.TempDir(), 40, 17)
	v := browse(t, serving(t, serve.Options{County: filepath.Join(t.TempDir(), "county")}), 1366, 768)
	t.Setenv("PATH", t.TempDir())
	tabTo := func(id string) {
		t.Helper()
		for range 60 {
			if v.focused() == id {
				return
			}
			v.press(kb.Tab)
		}
		t.Fatalf("Tab does not lead to %s, but to %s", id, v.focused())
	}
	tabTo("collect-open")
	v.press(kb.Enter)
	tabTo("c-folder")
	v.enter(made.Folder)
	tabTo("c-list")
	if offered := script[string](v, `document.getElementById("c-out").value`); offered != filepath.Join(filepath.Dir(made.Folder), "汇总结果") {
		t.Errorf("for the results it offers %q", offered)
	}
	v.press("a", chromedp.KeyModifiers(kb.ModifierCtrl), command("selectAll"))
	v.enter(made.List)
	tabTo("c-year")
	v.enter("2025")
	v.press(kb.Enter)
	v.until(`document.querySelector("#c-summary, dialog[open]")`)
	v.idle()
	tabTo("tab-units")
	v.press(kb.ArrowRight)
	if at := v.focused(); at != "tab-faults" || script[bool](v, `document.getElementById("panel-faults").hidden`) {
		t.Errorf("the arrow led to %s", at)
	}
	v.press(kb.Tab)
	if at := v.focused(); at != "panel-faults" {
		t.Errorf("from the tab Tab leads to %s", at)
	}
	v.press(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift))
	v.press(kb.End)
	tabTo("c-agency")
	v.enter("澄岭县")
	tabTo("c-partial")
	v.press(" ")
	v.press(kb.Enter)
	v.until(`document.getElementById("c-open-sum")`)
	v.idle()
	if at := v.focused(); at != "c-sum-found" {
		t.Errorf("after the sum the focus is at %s", at)
	}
	tabTo("c-open-sum")
	v.press(kb.Enter)
	v.until(`document.querySelector("#form h2, dialog[open]")`)
}

// TestCountyIsAccessible has axe-core look at what a coordinator meets.
func TestCountyIsAccessible(t *testing.T) {
	axe := axeCore(t)
	v, made := coordinator(t, 1366, 768)
	_, err := chromedp.Run(v.ctx, chromedp.Evaluate[chromedp.Void](axe))
	v.check(err)
	v.flawless("the form")
	v.named(made)
	v.click("#collect")
	v.until(`document.querySelector("#c-summary, dialog[open]")`)
	v.flawless("the units")
	v.click("#tab-faults")
	v.flawless("the problems")
	v.click("#tab-files")
	v.flawless("the files")
	v.click("#tab-sum")
	v.do(chromedp.Focus(chromedp.CSS("#c-agency")))
	v.enter("澄岭县")
	v.click("#c-partial")
	v.click("#sum")
	v.until(`document.getElementById("c-open-sum")`)
	v.idle()
	v.flawless("the sum")
	v.click("#c-open-sum")
	v.until(`document.querySelector("#form h2, dialog[open]")`)
	v.dismissed()
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.natural_person"))))
	v.until(`!document.getElementById("note").hidden`)
	v.flawless("the county's report")
}

// TestNoCardInAService: the page of a service has no such card.
func TestNoCardInAService(t *testing.T) {
	v := visit(t, 1366, 768)
	if there := script[bool](v, `document.querySelector("#card, #county, #collect-open") !== null`); there {
		t.Error("a service offers to collect")
	}
}

// TestCollectGuide does what the guide for coordinators shows on the page. With -update
// it draws that guide's pictures anew; else it checks that they are there.
func TestCollectGuide(t *testing.T) {
	v, made := coordinator(t, 1366, 768)
	v.named(made)
	v.click("#collect")
	v.until(`document.querySelector("#c-summary, dialog[open]")`)
	v.idle()
	script[bool](v, `(document.getElementById("county-form").scrollTo(0, 0), true)`)
	if fixtures.Updating() { // the places of a test are nobody's
		script[bool](v, `(() => {
			const base = `+quoted(filepath.Dir(made.Folder))+`;
			for (const id of ["c-folder", "c-list", "c-out"]) document.getElementById(id).value = "D:\\年报" + document.getElementById(id).value.slice(base.length).replaceAll("/", "\\");
			const where = document.querySelector(".where");
			where.textContent = where.textContent.replace(base + "/", "D:\\年报\\");
			return true;
		})()`)
	}
	v.picture("guide/collect-page.png")
	v.named(made)
	v.over("#c-out", filepath.Join(filepath.Dir(made.Folder), "汇总结果"))
	v.click("#tab-sum")
	v.do(chromedp.Focus(chromedp.CSS("#c-agency")))
	v.enter("澄岭县")
	v.click("#c-partial")
	v.click("#sum")
	v.until(`document.getElementById("c-open-sum")`)
	v.idle()
	v.click("#c-open-sum")
	v.until(`document.querySelector("#form h2, dialog[open]")`)
	v.dismissed()
	v.settled()
	v.shown("requests")
	v.do(chromedp.Focus(chromedp.CSS(field("requests.outcome.granted.natural_person"))))
	v.until(`!document.getElementById("note").hidden`)
	v.settled()
	v.picture("guide/collect-units.png")

	guide, err := os.ReadFile("../docs/collect.zh.md")
	v.check(err)
	named := regexp.MustCompile(`\]\((\S+\.png)\)`).FindAllSubmatch(guide, -1)
	if len(named) < 5 {
		t.Errorf("the guide has %d pictures", len(named))
	}
	for _, picture := range named {
		file, err := os.Stat(filepath.Join("../docs", string(picture[1])))
		if err != nil || file.Size() > largest {
			t.Errorf("the guide's picture %s: %v", picture[1], err)
		}
	}
}
