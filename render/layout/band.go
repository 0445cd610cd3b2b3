package layout

import "nianbao/render/style"

// A band is a strip across the page that never splits: a line of text or a
// row of a table.
type band struct {
	before  style.Length // air above it, except at the top of a page
	height  style.Length
	keep    bool // stands on the same page as the next band
	newPage bool
	draw    func(p *Page, page int, y style.Length) // y is the band's top
	table   *placed                                 // the table that the band is a row of
	row     int
}

// A spot is where a band comes to stand, from the top of the text.
type spot struct {
	y       style.Length
	newPage bool // it is the first on its page
}

// A flow fills pages from the top.
type flow struct {
	bands   []band
	reserve bool // rows and tables count as high as another program may set them
	spots   []spot
	y       style.Length
}

// flow finds where every band stands. Bands that keep together move to the next
// page together, unless no page could hold them.
func (s *setter) flow(reserve bool) []spot {
	f := &flow{bands: s.bands, reserve: reserve, spots: make([]spot, 0, len(s.bands)), y: style.TextHeight + 1} // no page yet
	for i := 0; i < len(f.bands); {
		end := i
		for end < len(f.bands)-1 && f.bands[end].keep && !f.bands[end+1].newPage {
			end++
		}
		// No page holds the whole chain: its first bands stand for themselves, so
		// that a table keeps its heading at least.
		if from := f.fitting(i, end); from > i {
			for ; i < from; i++ {
				f.place(i)
			}
		}
		alone := style.Length(0)
		for k := i; k <= end; k++ {
			alone += f.height(k)
			if k > i {
				alone += f.bands[k].before
			}
		}
		if f.bands[i].newPage || f.y+f.bands[i].before+alone > style.TextHeight && alone <= style.TextHeight {
			f.y = style.TextHeight + 1
		}
		for ; i <= end; i++ {
			f.place(i)
		}
	}
	return f.spots
}

func (f *flow) height(i int) style.Length {
	b := &f.bands[i]
	if !f.reserve || b.table == nil {
		return b.height
	}
	if b.row == 0 {
		return b.height + style.RowReserve + style.TableReserve
	}
	return b.height + style.RowReserve
}

// fitting is the first band from which the chain up to end fits a page; where
// not even the last does, the first.
func (f *flow) fitting(first, end int) int {
	height := style.Length(0)
	from := end + 1
	for from > first && height+f.height(from-1) <= style.TextHeight {
		from--
		height += f.height(from) + f.bands[from].before
	}
	if from > end {
		return first
	}
	return from
}

// place puts a band below the one before it, or on a new page where it does not fit.
func (f *flow) place(i int) {
	b := &f.bands[i]
	at := spot{newPage: i == 0}
	if f.y+b.before+f.height(i) > style.TextHeight {
		f.y, at.newPage = 0, true
		if b.table != nil {
			f.y = b.table.headHeight(b.row)
		}
	}
	if f.y > 0 || i == 0 {
		f.y += b.before
	}
	at.y = f.y
	f.spots = append(f.spots, at)
	f.y += f.height(i)
}

// paginate draws the bands on their pages.
func (s *setter) paginate() {
	for i, at := range s.flow(false) {
		b := &s.bands[i]
		if at.newPage {
			s.closeTable(nil)
			s.out.Pages = append(s.out.Pages, Page{})
			if b.table != nil {
				b.table.repeatHead(b.row)
			}
		}
		s.closeTable(b.table)
		page := len(s.out.Pages) - 1
		b.draw(&s.out.Pages[page], page, style.MarginTop+at.y)
	}
	s.closeTable(nil)
}

// closeTable draws the table that the last rows belonged to, unless the next
// band goes on with it.
func (s *setter) closeTable(next *placed) {
	if s.open != nil && s.open != next {
		s.open.close(&s.out.Pages[len(s.out.Pages)-1])
	}
	s.open = next
}
