package ofd_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/render/font"
	"nianbao/render/ofd"
	"nianbao/render/pdf"
)

const dpi = 100

// A picture is ink from 0 to 1, by pixels.
type picture struct {
	width, height int
	ink           []float32
}

func (p *picture) at(x, y int) float32 {
	if x < 0 || y < 0 || x >= p.width || y >= p.height {
		return 0
	}
	return p.ink[y*p.width+x]
}

// A filling is a picture while it is drawn: contours fill what they go round, by the sum
// of signed areas to the right of their edges; what is filled twice is as dark as once.
type filling struct {
	picture
	edges       []float32 // by pixel: what the ink changes there
	top, bottom int       // rows that have edges
}

func newFilling(width, height int) *filling {
	return &filling{picture{width, height, make([]float32, width*height)}, make([]float32, width*height+width+2), height, 0}
}

// line is an edge between two points in pixels.
func (f *filling) line(x0, y0, x1, y1 float64) {
	direction := 1.0
	if y0 > y1 {
		x0, y0, x1, y1, direction = x1, y1, x0, y0, -1
	}
	if y0 == y1 {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	for y := int(math.Max(0, math.Floor(y0))); y < f.height && float64(y) < y1; y++ {
		f.top, f.bottom = min(f.top, y), max(f.bottom, y+1)
		from, to := math.Max(float64(y), y0), math.Min(float64(y+1), y1)
		xa, xb := x0+(from-y0)*slope, x0+(to-y0)*slope
		f.row(y, xa, xb, (to-from)*direction)
	}
}

// row spreads the height of an edge that goes from xa to xb in a row of pixels.
func (f *filling) row(y int, xa, xb, height float64) {
	const steps = 8 // of the part that lies across several pixels
	n := 1
	if math.Floor(xa) != math.Floor(xb) {
		n = steps
	}
	for i := range n {
		x := xa + (xb-xa)*(float64(i)+0.5)/float64(n)
		x = math.Min(math.Max(x, 0), float64(f.width)-1)
		pixel := int(x)
		right := (float64(pixel+1) - x) * height / float64(n)
		f.edges[y*f.width+pixel] += float32(right)
		f.edges[y*f.width+pixel+1] += float32(height/float64(n) - right)
	}
}

// fill draws what was gone round, as dark as it is said.
func (f *filling) fill(dark float32) {
	defer func() { f.top, f.bottom = f.height, 0 }()
	for y := f.top; y < f.bottom; y++ {
		sum := float32(0)
		for x := range f.width {
			sum += f.edges[y*f.width+x]
			if c := min(1, max(sum, -sum)) * dark; c > f.ink[y*f.width+x] {
				f.ink[y*f.width+x] = c
			}
		}
	}
	clear(f.edges[min(f.top, f.bottom)*f.width : f.bottom*f.width+2])
}

// draw makes the picture of a page by the standard's rules, from what the file says
// alone: clipping is left to the test of boundaries.
func (f *file) draw(t testing.TB, page int) *picture {
	t.Helper()
	const scale = dpi / 25.4
	box := numbers(t, f.document.at("CommonData", "PageArea", "PhysicalBox").Text)
	out := newFilling(int(math.Ceil(box[2]*scale)), int(math.Ceil(box[3]*scale)))
	for _, o := range f.pages[page].at("Content", "Layer").Children {
		dark := float32(1)
		if c := o.at("FillColor"); c.XMLName.Local != "" {
			rgb := numbers(t, c.attr("Value"))
			dark = 1 - float32(rgb[0]+rgb[1]+rgb[2])/3/255
		}
		if o.XMLName.Local == "TextObject" {
			for _, g := range f.glyphs(t, o) {
				contours, err := g.face.Outline(g.glyph)
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range contours {
					out.contour(c, g.x*scale, g.y*scale, g.size*scale/1000)
				}
			}
			out.fill(1)
			continue
		}
		b := numbers(t, o.attr("Boundary"))
		width := 0.0
		if o.attr("Fill") != "true" {
			width = number(t, o.attr("LineWidth"))
		}
		out.path(t, strings.Fields(o.at("AbbreviatedData").Text), b[0], b[1], width, scale)
		out.fill(dark)
	}
	return &out.picture
}

// path fills, or draws straight lines with square ends.
func (f *filling) path(t testing.TB, fields []string, dx, dy, width, scale float64) {
	var x, y, beginX, beginY float64
	for i := 0; i < len(fields); {
		if fields[i] == "C" {
			f.line(x, y, beginX, beginY)
			i++
			continue
		}
		toX, toY := (dx+number(t, fields[i+1]))*scale, (dy+number(t, fields[i+2]))*scale
		switch {
		case fields[i] == "M":
			beginX, beginY = toX, toY
		case width == 0:
			f.line(x, y, toX, toY)
		default:
			half := width * scale / 2
			left, top, right, bottom := min(x, toX)-half, min(y, toY)-half, max(x, toX)+half, max(y, toY)+half
			f.line(left, top, left, bottom)
			f.line(right, bottom, right, top)
		}
		x, y = toX, toY
		i += 3
	}
}

// contour goes round a contour of an outline; its curves are quadratic.
func (f *filling) contour(points []font.Point, x, y, scale float64) {
	type spot struct{ x, y float64 }
	place := func(p font.Point) spot { return spot{x + float64(p.X)*scale, y - float64(p.Y)*scale} }
	middle := func(a, b spot) spot { return spot{(a.x + b.x) / 2, (a.y + b.y) / 2} }
	first := slices.IndexFunc(points, func(p font.Point) bool { return p.On })
	if first < 0 { // of curves alone: it begins halfway between two
		a, b := points[0], points[len(points)-1]
		points, first = append([]font.Point{{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2, On: true}}, points...), 0
	}
	n := len(points)
	from := place(points[first])
	for i := 1; i <= n; i++ {
		p := points[(first+i)%n]
		to := place(p)
		if p.On {
			f.line(from.x, from.y, to.x, to.y)
			from = to
			continue
		}
		next := points[(first+i+1)%n]
		end := place(next)
		if !next.On {
			end = middle(to, end)
		} else {
			i++
		}
		const steps = 6
		last := from
		for k := 1; k <= steps; k++ {
			s := float64(k) / steps
			at := spot{(1-s)*(1-s)*from.x + 2*s*(1-s)*to.x + s*s*end.x, (1-s)*(1-s)*from.y + 2*s*(1-s)*to.y + s*s*end.y}
			f.line(last.x, last.y, at.x, at.y)
			last = at
		}
		from = end
	}
}

// popplers are the pages that poppler draws of a PDF.
func popplers(t *testing.T, data []byte) []*picture {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-gray", "-r", fmt.Sprint(dpi), name, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "page*.pgm"))
	slices.Sort(files)
	var pages []*picture
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := &picture{}
		most := 0
		if _, err := fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d\n", &p.width, &p.height, &most); err != nil || most != 255 {
			t.Fatal(file, err)
		}
		for _, grey := range data[len(data)-p.width*p.height:] {
			p.ink = append(p.ink, 1-float32(grey)/255)
		}
		pages = append(pages, p)
	}
	return pages
}

// missing are the pixels of a that have ink where b has none within a pixel: 0 for one
// picture within a pixel of the other.
func missing(a, b *picture) (count int, where string) {
	const inked, trace = 0.5, 0.1
	for y := range a.height {
		for x := range a.width {
			if a.at(x, y) < inked {
				continue
			}
			most := float32(0)
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					most = max(most, b.at(x+dx, y+dy))
				}
			}
			if most < trace {
				if count++; count == 1 {
					where = fmt.Sprintf("%d, %d", x, y)
				}
			}
		}
	}
	return count, where
}

// A page drawn from the OFD alone is the PDF's as poppler draws it, within a pixel:
// where one has ink the other has some at most a pixel away, and as a whole they are
// as dark.
func TestPicture(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed: pages were not compared with the PDF's")
	}
	for name, p := range cases(t) {
		t.Run(name, func(t *testing.T) {
			l := *p.Layout
			l.Pages = l.Pages[:min(len(l.Pages), 8)] // a long report's others are like them
			l.Bookmarks = nil
			data, err := pdf.Write(&l, pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			f := open(t, written(t, &l, ofd.Options{}))
			for i, theirs := range popplers(t, data) {
				ours := f.draw(t, i)
				if n, where := missing(ours, theirs); n > 0 {
					t.Errorf("page %d: %d pixels of ours are not in the PDF's, the first at %s", i+1, n, where)
				}
				if n, where := missing(theirs, ours); n > 0 {
					t.Errorf("page %d: %d pixels of the PDF's are not in ours, the first at %s", i+1, n, where)
				}
				a, b := ours.dark(), theirs.dark()
				if a < b*0.85 || a > b*1.08 { // poppler draws no rule thinner than a pixel
					t.Errorf("page %d: ink of %.0f pixels, the PDF's %.0f", i+1, a, b)
				}
			}
		})
	}
}

func (p *picture) dark() float64 {
	sum := 0.0
	for _, ink := range p.ink {
		sum += float64(ink)
	}
	return sum
}
