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

// paginate fills the pages from the top. Bands that keep together move to the
// next page together, unless no page could hold them.
func (s *setter) paginate() {
	y := style.TextHeight + 1 // no page yet
	for i := 0; i < len(s.bands); {
		end := i
		for end < len(s.bands)-1 && s.bands[end].keep && !s.bands[end+1].newPage {
			end++
		}
		// No page holds the whole chain: its first bands stand for themselves, so
		// that a table keeps its heading at least.
		if from := s.fitting(i, end); from > i {
			for ; i < from; i++ {
				y = s.place(&s.bands[i], y)
			}
		}
		chain := s.bands[i : end+1]
		height := chain[0].before
		alone := style.Length(0)
		for k, b := range chain {
			alone += b.height
			if k > 0 {
				alone += b.before
			}
		}
		height += alone
		if chain[0].newPage || y+height > style.TextHeight && alone <= style.TextHeight {
			y = style.TextHeight + 1
		}
		for k := range chain {
			y = s.place(&chain[k], y)
		}
		i = end + 1
	}
	s.closeTable(nil)
}

// fitting is the first band from which the chain up to end fits a page; where
// not even the last does, the first.
func (s *setter) fitting(first, end int) int {
	height := style.Length(0)
	from := end + 1
	for from > first && height+s.bands[from-1].height <= style.TextHeight {
		from--
		height += s.bands[from].height + s.bands[from].before
	}
	if from > end {
		return first
	}
	return from
}

// closeTable draws the table that the last rows belonged to, unless the next
// band goes on with it.
func (s *setter) closeTable(next *placed) {
	if s.open != nil && s.open != next {
		s.open.close(&s.out.Pages[len(s.out.Pages)-1])
	}
	s.open = next
}

// place draws one band at y from the top of the text, or on a new page where
// it does not fit, and returns where the next one may begin.
func (s *setter) place(b *band, y style.Length) style.Length {
	first := len(s.out.Pages) == 0
	if y+b.before+b.height > style.TextHeight {
		s.closeTable(nil)
		s.out.Pages = append(s.out.Pages, Page{})
		y = 0
		if b.table != nil {
			y = b.table.repeatHead(b.row)
		}
	}
	s.closeTable(b.table)
	if y > 0 || first {
		y += b.before
	}
	page := len(s.out.Pages) - 1
	b.draw(&s.out.Pages[page], page, style.MarginTop+y)
	return y + b.height
}
