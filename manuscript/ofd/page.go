package ofd

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// A file is a manuscript in the making.
type file struct {
	blocks  []manuscript.Block
	open    *paragraph // which the next line may continue
	y       int        // of the last line on the page; 0: there is none
	signs   bool       // what follows on the page is the signature
	table   *table     // the last block, where that is a table at the end of its page
	objects int
	text    int
	rules   int
	shades  int
}

// Places on a page are in tenths of a thousandth of a millimetre.
const (
	mm       = 10_000
	farthest = 100_000 * mm
)

// A run is text that one object shows: where it begins on its base line, the size of
// its type, and about where it ends.
type run struct {
	x, y, size, end int
	text            string
}

// A rule is a straight line across or down the page.
type rule struct{ x1, y1, x2, y2 int }

type page struct {
	runs   []run
	rules  []rule
	shades []int // where they end: in a draft one stands for a text that is not written
}

// page reads a page's objects. A page that holds anything that the program does not
// write has been worked on.
func (f *file) page(p *ooxml.Package, part string) (*page, error) {
	out := &page{}
	err := walk(p, part, func(x *ooxml.Scanner) {
		x.Root()
		for name := range x.Children() {
			if name != "o:Content" {
				x.Fail(errChanged)
			}
			for name := range x.Children() {
				if name != "o:Layer" {
					x.Fail(errChanged)
				}
				for name := range x.Children() {
					if f.objects++; f.objects > maxObjects {
						x.Fail(errTooMuch)
					}
					switch name {
					case "o:TextObject":
						f.textObject(x, out)
					case "o:PathObject":
						f.pathObject(x, out)
					default:
						x.Fail(errChanged)
					}
				}
			}
		}
	})
	return out, err
}

// plain fails where an object is turned, stretched or hidden.
func plain(x *ooxml.Scanner) {
	for _, name := range []string{"CTM", "HScale", "Visible", "ReadDirection", "CharDirection", "Alpha", "DrawParam"} {
		if x.Attribute(name) != "" {
			x.Fail(errChanged)
		}
	}
}

func (f *file) textObject(x *ooxml.Scanner, out *page) {
	plain(x)
	box := places(x, x.Attribute("Boundary"), 4)
	r := run{size: place(x, x.Attribute("Size"))}
	codes := 0
	for name := range x.Children() {
		switch name {
		case "o:TextCode":
			if codes++; codes > 1 || x.Attribute("DeltaY") != "" {
				x.Fail(errChanged)
			}
			r.x, r.y = box[0]+place(x, x.Attribute("X")), box[1]+place(x, x.Attribute("Y"))
			r.text = x.Text(maxText)
		case "o:CGTransform":
		default:
			x.Fail(errChanged)
		}
	}
	if f.text += len(r.text); f.text > maxText {
		x.Fail(errTooMuch)
	}
	if !utf8.ValidString(r.text) || strings.ContainsAny(r.text, "\n\t") {
		x.Fail(errChanged)
	}
	r.end = box[0] + box[2]
	if r.text != "" {
		out.runs = append(out.runs, r)
	}
}

// pathObject takes the rules of a path; what is filled is a shade.
func (f *file) pathObject(x *ooxml.Scanner, out *page) {
	plain(x)
	box := places(x, x.Attribute("Boundary"), 4)
	shade := x.Attribute("Fill") == "true"
	if shade {
		if f.shades++; f.shades > maxShades {
			x.Fail(errTooMuch)
		}
		out.shades = append(out.shades, box[1]+box[3])
	}
	for name := range x.Children() {
		if name != "o:AbbreviatedData" || shade {
			continue
		}
		fields := strings.Fields(x.Text(maxText))
		for ; len(fields) >= 6; fields = fields[6:] {
			if fields[0] != "M" || fields[3] != "L" {
				break
			}
			r := rule{box[0] + place(x, fields[1]), box[1] + place(x, fields[2]), box[0] + place(x, fields[4]), box[1] + place(x, fields[5])}
			if f.rules++; f.rules > maxRules {
				x.Fail(errTooMuch)
			}
			out.rules = append(out.rules, r)
		}
		if len(fields) > 0 {
			x.Fail(errChanged)
		}
	}
}

// places are so many numbers in millimetres.
func places(x *ooxml.Scanner, text string, n int) []int {
	out := make([]int, n)
	fields := strings.Fields(text)
	if len(fields) != n {
		x.Fail(errChanged)
		return out
	}
	for i, field := range fields {
		out[i] = place(x, field)
	}
	return out
}

func place(x *ooxml.Scanner, text string) int {
	v, err := strconv.ParseFloat(text, 64)
	if v *= mm; err != nil || !(math.Abs(v) < farthest) {
		x.Fail(errChanged)
		return 0
	}
	return int(math.Round(v))
}
