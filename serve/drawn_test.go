package serve_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// A page at 72 dots an inch, in squares of ten.
const (
	pageWidth, pageHeight = 595, 842
	square                = 10
	across, down          = pageWidth / square, pageHeight / square
)

// TestDrawnAsPrinted holds the pictures, as the browser draws them, against the
// PDF as poppler does: how dark each square of the page is.
func TestDrawnAsPrinted(t *testing.T) {
	pdftoppm, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("no pdftoppm on this machine")
	}
	v := visit(t, 800, 600)
	faces, err := font.Embedded()
	v.check(err)
	worst := 0
	for _, fixture := range []string{"laiyuan-2022", "beyond-bmp", "signature-sealed"} {
		src := fixtures.Named(t, fixture).JSON
		paper := filing.Lay(src, filing.Options{Faces: faces})
		content, err := pdf.Write(paper.Layout, pdf.Options{})
		v.check(err)
		for i := range paper.Layout.Pages {
			printed := printedSquares(t, pdftoppm, content, i+1)
			drawn := script[[]int](v, fmt.Sprintf(`fetch("/api/pages", { method: "POST", body: %s })
				.then((answer) => answer.json()).then(async ({ pages }) => {
					const picture = new Image();
					picture.src = URL.createObjectURL(new Blob([pages[%d]], { type: "image/svg+xml" }));
					await picture.decode();
					const canvas = document.createElement("canvas");
					[canvas.width, canvas.height] = [%d, %d];
					const context = canvas.getContext("2d");
					context.drawImage(picture, 0, 0, canvas.width, canvas.height);
					const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
					const sums = new Array(%d).fill(0);
					for (let y = 0; y < %d; y++) for (let x = 0; x < %d; x++) {
						const at = 4 * (y * canvas.width + x);
						sums[Math.floor(y / %[8]d) * %[9]d + Math.floor(x / %[8]d)] += (299 * data[at] + 587 * data[at + 1] + 114 * data[at + 2]) / 1000;
					}
					return sums.map((sum) => Math.round(sum / %[8]d / %[8]d));
				})`, quoted(string(src)), i, pageWidth, pageHeight, across*down, down*square, across*square, square, across))
			for at := range drawn {
				worst = max(worst, drawn[at]-printed[at], printed[at]-drawn[at])
				if difference := max(drawn[at]-printed[at], printed[at]-drawn[at]); difference > 48 {
					t.Errorf("%s, page %d, square %d down and %d across: %d of 255 drawn, %d printed", fixture, i+1, at/across, at%across, drawn[at], printed[at])
				}
			}
		}
	}
	t.Logf("no square of ten points differs by more than %d of 255", worst)
}

// printedSquares is how light each square of a page of a PDF is.
func printedSquares(t *testing.T, pdftoppm string, content []byte, page int) []int {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	number := fmt.Sprint(page)
	out, err := exec.Command(pdftoppm, "-gray", "-r", "72", "-f", number, "-l", number, "-singlefile", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var width, height, most int
	if _, err := fmt.Fscanf(bytes.NewReader(out), "P5\n%d %d\n%d\n", &width, &height, &most); err != nil {
		t.Fatal(err)
	}
	pixels := out[len(out)-width*height:]
	sums := make([]int, across*down)
	for y := range down * square {
		for x := range across * square {
			sums[y/square*across+x/square] += int(pixels[y*width+x])
		}
	}
	for i := range sums {
		sums[i] = (sums[i] + square*square/2) / (square * square)
	}
	return sums
}
