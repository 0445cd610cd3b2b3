// Package workbook reads spreadsheets (.xlsx, ISO/IEC 29500) into manuscripts. Every
// part is read to its end, and what does not hold is an error: half a sheet looks
// like a whole one. Numbers are taken as they are stored, not as they are shown,
// formulas by the value that they last had.
package workbook

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
	"nianbao/problem"
)

// What is read at the most. The form has some 700 cells.
const (
	maxCells   = 100_000 // that hold something
	maxColumns = 512
	maxRows    = 1 << 20
	maxSheets  = 200
	maxStrings = 200_000
	maxText    = 4 << 20 // of all cells: one string may be used by many
	maxStyles  = 70_000

	maxBlocks    = 20_000    // paragraphs and tables
	maxPositions = 300_000   // of all tables' grids, empty ones too
	maxSteps     = 2_000_000 // over positions, for merged cells
)

var spaces = map[string]string{
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":           "x",
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                       "x",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             "r",
	"http://purl.org/dc/elements/1.1/":                                    "dc",
}

// A book is a workbook while it is read.
type book struct {
	strings []string
	dates   []bool   // by the style of a cell: it shows a date
	boxed   []bool   // likewise: it has a line around it
	crossed []bool   // likewise: it is struck out
	unseen  []bool   // likewise: white letters on no colour
	formats []string // likewise: the code of the format in which it shows a number
	marking bool     // for a manuscript: what is struck out is set apart, typed days are days
	struck  int      // how often
	base    int      // 1 where days count from 1904
	cells   int

	positions, steps int

	size   int // of the text, in bytes
	notes  []manuscript.Note
	told   map[string]int // how many notes of a kind there are
	hidden []string       // names of sheets

	mostCells, mostText int
}

// Read reads a workbook. Its errors are Chinese sentences without a full stop.
func Read(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	m, err := readFile(r, size)
	if err != nil {
		return nil, ooxml.Explain(err)
	}
	return m, nil
}

func readFile(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	p, err := ooxml.Open(r, size, spaces)
	if err != nil {
		return nil, err
	}
	b := &book{mostCells: maxCells, mostText: maxText, marking: true}
	m := &manuscript.Manuscript{}
	if err := b.each(p, false, func(g *grid) error {
		blocks, err := g.blocks()
		if m.Blocks = append(m.Blocks, blocks...); len(m.Blocks) > maxBlocks {
			return ooxml.ErrTooMany
		}
		return err
	}); err != nil {
		return nil, err
	}
	if len(b.hidden) > 0 {
		b.notes = append(b.notes, manuscript.Note{Code: problem.CodeImportHiddenText, Message: "隐藏的工作表没有读：" + strings.Join(b.hidden, "、")})
	}
	b.tellStruck()
	m.Notes = b.notes
	if len(m.Blocks) == 0 {
		return nil, errors.New("表格文件里没有内容；请看看是不是拿错了文件")
	}
	return m, nil
}

// each hands over the sheets, in the order of their tabs; hidden ones are only
// named unless they are wanted.
func (b *book) each(p *ooxml.Package, hidden bool, take func(*grid) error) error {
	top, err := p.Related("")
	if err != nil {
		return err
	}
	main := top.First("officeDocument")
	if main == "" || !p.Has(main) {
		return errors.New("这不是 Excel 表格，或者已经损坏；请用 Excel 或 WPS 打开后重新保存")
	}
	around, err := p.Related(main)
	if err != nil {
		return err
	}
	for _, step := range []struct {
		part string
		read func(*ooxml.Scanner)
	}{{around.First("sharedStrings"), b.readStrings}, {around.First("styles"), b.readStyles}} {
		if p.Has(step.part) {
			if err := p.ReadWhole(step.part, step.read); err != nil {
				return err
			}
		}
	}
	sheets, err := b.sheets(p, main, around)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		if s.hidden && !hidden {
			b.hidden = append(b.hidden, s.name)
			continue
		}
		if !p.Has(s.part) {
			return ooxml.Missing(s.part)
		}
		g := &grid{book: b, name: s.name}
		if err := p.ReadWhole(s.part, g.read); err != nil {
			return err
		}
		if err := g.beside(p, s.part); err != nil {
			return err
		}
		if err := take(g); err != nil {
			return err
		}
	}
	return nil
}

// A sheetPart is a sheet as the workbook lists it.
type sheetPart struct {
	name, part string
	hidden     bool
}

// sheets lists the sheets in the order of their tabs.
func (b *book) sheets(p *ooxml.Package, main string, around ooxml.Relations) ([]sheetPart, error) {
	var out []sheetPart
	byID, err := p.Identified(main)
	if err != nil {
		return nil, err
	}
	err = p.ReadWhole(main, func(x *ooxml.Scanner) {
		if x.Root() != "x:workbook" {
			x.Fail(errors.New("这不是 Excel 表格；请用报告的 .xlsx 文件"))
		}
		for name := range x.Children() {
			switch name {
			case "x:workbookPr":
				if v := x.Attribute("date1904"); v == "1" || v == "true" {
					b.base = 1
				}
			case "x:sheets":
				for name := range x.Children() {
					if name != "x:sheet" {
						continue
					}
					if len(out) == maxSheets {
						x.Fail(ooxml.ErrTooMany)
					}
					state := x.Attribute("state")
					if part := byID[x.Attribute("r:id")]; strings.Contains(part, "sheet") && !strings.Contains(part, "chartsheet") {
						out = append(out, sheetPart{name: x.Attribute("name"), part: part, hidden: state == "hidden" || state == "veryHidden"})
					}
				}
			}
		}
	})
	return out, err
}

// readStrings reads the texts that cells share (18.4.9).
func (b *book) readStrings(x *ooxml.Scanner) {
	x.Root()
	for name := range x.Children() {
		if name != "x:si" {
			continue
		}
		if len(b.strings) == maxStrings {
			x.Fail(ooxml.ErrTooMany)
		}
		b.strings = append(b.strings, b.richText(x))
	}
}

// unescape is a text with its control characters, which XML has no room for and
// these files spell _x000B_ (22.9.2.19); line ends are \n.
func unescape(text string) string {
	if strings.Contains(text, "_x00") {
		text = strings.NewReplacer("_x000D_", "", "_x000B_", "\n", "_x000A_", "\n", "_x0009_", "\t", "_x005F_", "_").Replace(text)
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// readStyles finds out which styles of cells show a date (18.8.30), which a line, and
// which strike out what they hold.
func (b *book) readStyles(x *ooxml.Scanner) {
	custom := map[string]string{}
	var borders, fonts, whites, plain []bool
	x.Root()
	for name := range x.Children() {
		switch name {
		case "x:numFmts":
			for name := range x.Children() {
				if name == "x:numFmt" && len(custom) < maxStyles {
					custom[x.Attribute("numFmtId")] = x.Attribute("formatCode")
				}
			}
		case "x:fonts":
			for name := range x.Children() {
				if name == "x:font" && len(fonts) < maxStyles {
					struck, _, white := look(x)
					fonts, whites = append(fonts, struck), append(whites, white)
				}
			}
		case "x:fills":
			for name := range x.Children() {
				if name == "x:fill" && len(plain) < maxStyles {
					plain = append(plain, noFill(x))
				}
			}
		case "x:borders":
			borders = readBorders(x)
		case "x:cellXfs":
			for name := range x.Children() {
				if name == "x:xf" && len(b.dates) < maxStyles {
					id := x.Attribute("numFmtId")
					code, ok := custom[id]
					b.dates = append(b.dates, ok && showsDate(code) || !ok && builtInDate(id))
					if !ok {
						code = builtIn[id]
					}
					b.formats = append(b.formats, code)
					border, ok := index(x.Attribute("borderId"), len(borders))
					b.boxed = append(b.boxed, ok && borders[border])
					font, ok := index(x.Attribute("fontId"), len(fonts))
					b.crossed = append(b.crossed, ok && fonts[font])
					fill, filled := index(x.Attribute("fillId"), len(plain))
					b.unseen = append(b.unseen, ok && whites[font] && (!filled || plain[fill]))
				}
			}
		}
	}
}

// index is the number that an attribute gives of one of n things.
func index(attribute string, n int) (int, bool) {
	i, err := strconv.Atoi(attribute)
	return i, err == nil && i >= 0 && i < n
}

func builtInDate(id string) bool {
	switch id {
	case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58":
		return true
	}
	return false
}

// showsDate: a format with years or days in it, outside quotation marks.
func showsDate(code string) bool {
	quoted := false
	for _, r := range strings.ToLower(code) {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && r == 'y':
			return true
		}
	}
	return false
}

// wrote counts text, and stops at the limit.
func (b *book) wrote(x *ooxml.Scanner, text string) {
	if b.size += len(text); b.size > b.mostText {
		x.Fail(fmt.Errorf("表格文件的文字超过 %d MB"+ooxml.TooMuch, b.mostText>>20))
	}
}
