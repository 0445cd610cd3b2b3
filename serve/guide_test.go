package serve_test

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
	"nianbao/serve"
)

// largest is what a picture may take.
const largest = 200 << 10

// TestGuide does what the guide shows, step by step. With -update it draws the
// pictures of guide and README anew (on a machine with Chinese faces, such as
// those of fonts-noto-cjk); else it checks that they are there.
func TestGuide(t *testing.T) {
	needsBrowser(t)
	v := browse(t, serving(t, serve.Options{County: filepath.Join(t.TempDir(), "county")}), 1366, 768)
	_, err := chromedp.Call(v.ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	v.check(err)
	v.do(chromedp.Focus(chromedp.CSS("#begin-agency")))
	v.enter("涞源县")
	v.picture("guide/1-start.png")

	v.press(kb.Enter)
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.rules.issued"))))
	v.press("0" + kb.ArrowRight + "0" + kb.ArrowRight + "0" + kb.Enter)
	v.settled()
	v.shown("disclosure")
	v.picture("guide/2-form.png")

	v.click("#fill")
	v.until(`document.querySelector("dialog[open]")`)
	v.picture("guide/3-zeros.png")
	v.click(`dialog button[value="fill"]`)
	v.settled()

	v.open("#open", "report.json", fixtures.Named(t, "laiyuan-2022").JSON)
	v.until(`document.querySelector("dialog[open]")`) // what is on the page has not been saved
	v.click(`dialog button[value="leave"]`)
	v.until(`document.querySelector("#form .source")?.dataset.edition === "2021-single-other"`)
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.natural_person"))))
	v.press("8")
	v.settled()
	v.shown("requests")
	v.click("#problems .error button")
	v.shown("requests")
	v.until(`!document.getElementById("note").hidden`)
	v.settled()
	v.picture("page.png")
	v.press("z", chromedp.KeyModifiers(kb.ModifierCtrl))
	v.settled()

	last := bytes.Replace(fixtures.Named(t, "laiyuan-2022").JSON, []byte(`"carried_forward": {"natural_person": 0`), []byte(`"carried_forward": {"natural_person": 3`), 1)
	v.open("#last", "last.json", bytes.Replace(last, []byte(`"year": 2022`), []byte(`"year": 2021`), 1))
	v.until(`!document.getElementById("carry").hidden`)
	v.click("#carry-show")
	v.until(`document.querySelector("dialog[open]")`)
	v.picture("guide/4-last-year.png")
	script[bool](v, `(document.querySelector("dialog").close(), true)`)

	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.press("1")
	v.settled()
	v.click("#docx")
	v.do(chromedp.EmulateViewport(683, 384, chromedp.EmulateScale(2)))
	v.shown("requests")
	v.picture("guide/5-double.png")
	v.do(chromedp.EmulateViewport(1366, 768))
	v.click("#new")
	v.until(`document.querySelector("dialog[open]")`)
	v.click(`dialog button[value="leave"]`)
	v.until(`document.querySelector("#draft-list button")`)
	v.picture("guide/6-draft.png")

	v.openSome("#choose", map[string][]byte{
		"澄岭县水利局.json":    fixtures.Named(t, "bad-sum-balance").JSON,
		"望溪镇.json":       fixtures.Named(t, "township-all-zero").JSON,
		"涞源县（网站上的）.json": fixtures.Named(t, "laiyuan-2022").JSON,
		"旧版 Word 文件.doc": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	})
	v.until(`document.getElementById("review-count").textContent === "4 份"`)
	v.settled()
	v.click("#problems .opinion button")
	v.shown("requests")
	v.picture("guide/7-review.png")

	guide, err := os.ReadFile("../docs/guide.zh.md")
	v.check(err)
	for _, named := range regexp.MustCompile(`\]\((\S+\.png)\)`).FindAllSubmatch(guide, -1) {
		file, err := os.Stat(filepath.Join("../docs", string(named[1])))
		if err != nil || file.Size() > largest {
			t.Errorf("the guide's picture %s: %v", named[1], err)
		}
	}
}

// shown scrolls the form to a section.
func (v *visitor) shown(section string) {
	v.t.Helper()
	script[bool](v, fmt.Sprintf(`(document.getElementById("h-%s").scrollIntoView(), true)`, section))
}

// picture draws what is on the screen into a file below docs.
func (v *visitor) picture(name string) {
	v.t.Helper()
	if !fixtures.Updating() {
		return
	}
	script[bool](v, `document.getElementById("message").hidden = true`)
	shot, err := chromedp.Run(v.ctx, chromedp.CaptureScreenshot())
	v.check(err)
	drawn, err := png.Decode(bytes.NewReader(shot))
	v.check(err)
	var out bytes.Buffer
	v.check((&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, fewColours(drawn)))
	if out.Len() > largest {
		v.t.Errorf("%s takes %d KB", name, out.Len()>>10)
	}
	v.check(os.WriteFile(filepath.Join("../docs", name), out.Bytes(), 0o644))
}

// fewColours keeps the most frequent colours that are not much alike, and the
// nearest of them for all others: a page of few colours and grey edges of
// letters loses nothing that shows.
func fewColours(drawn image.Image) *image.Paletted {
	box := drawn.Bounds()
	counts := map[color.RGBA]int{}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			counts[color.RGBAModel.Convert(drawn.At(x, y)).(color.RGBA)]++
		}
	}
	frequent := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range frequent {
		if len(palette) < 128 && !slices.ContainsFunc(palette, func(p color.Color) bool { return alike(p.(color.RGBA), c) }) {
			palette = append(palette, c)
		}
	}
	out := image.NewPaletted(box, palette)
	index := map[color.RGBA]uint8{}
	for c := range counts {
		index[c] = uint8(palette.Index(c))
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.SetColorIndex(x, y, index[color.RGBAModel.Convert(drawn.At(x, y)).(color.RGBA)])
		}
	}
	return out
}

func alike(a, b color.RGBA) bool {
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) < 12 }
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}
