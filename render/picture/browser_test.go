package picture

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"nianbao/render/chromium"
)

// The PNG shows what a browser draws of the SVG: nothing lost, nothing elsewhere.
func TestPNGAndSVGLookAlike(t *testing.T) {
	ctx := chromium.Start(t, "PNG and SVG were not compared")
	all := inputs(t)
	for _, name := range []string{"huaian-2024 and last year", "edition-2019", "draft-with-blanks"} {
		for _, sheet := range []Sheet{Tall, Wide} {
			pixels, err := PNG(all[name], sheet)
			if err != nil {
				t.Fatal(err)
			}
			shapes, err := SVG(all[name], sheet)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "both.html")
			both := fmt.Sprintf(`<img src="data:image/png;base64,%s"><img src="data:image/svg+xml;base64,%s">`,
				base64.StdEncoding.EncodeToString(pixels), base64.StdEncoding.EncodeToString(shapes))
			if err := os.WriteFile(file, []byte(both), 0o600); err != nil {
				t.Fatal(err)
			}
			address := url.URL{Scheme: "file", Path: file}
			if err := chromedp.Do(ctx, chromedp.Navigate(address.String())); err != nil {
				t.Fatal(err)
			}
			// The mean difference of all, and the largest of squares of 20 pixels.
			found, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](`Promise.all([...document.images].map((i) => i.decode())).then(() => {
				const [a, b] = [...document.images].map((image) => {
					const canvas = new OffscreenCanvas(document.images[0].naturalWidth, document.images[0].naturalHeight), c = canvas.getContext("2d");
					c.drawImage(image, 0, 0);
					return c.getImageData(0, 0, canvas.width, canvas.height);
				});
				const squares = new Map();
				let total = 0;
				for (let i = 0; i < a.data.length; i += 4) {
					const d = (Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) + Math.abs(a.data[i + 2] - b.data[i + 2])) / 3;
					const at = i / 4, key = Math.floor(at % a.width / 20) + " " + Math.floor(at / a.width / 20);
					total += d;
					squares.set(key, (squares.get(key) ?? 0) + d);
				}
				return [total / (a.width * a.height), Math.max(...squares.values()) / 400, document.images[1].naturalHeight - a.height];
			})`, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			if found[0] > 3 || found[1] > 45 || found[2] != 0 {
				t.Errorf("%s, %d: differ by %.1f of 255, at most %.1f in a square, %v pixels of height", name, sheet, found[0], found[1], found[2])
			}
			t.Logf("%s, %d: %.2f, %.1f", name, sheet, found[0], found[1])
		}
	}
}
