package picture

import (
	"slices"
	"strings"

	"nianbao/templates"
)

// disclosure has a tile a row. Rows that do not apply are left out, and those of
// several numbers that are all 0: rules, which few organs may make.
func (b builder) disclosure(s templates.Section) []block {
	var tiles []tile
	row := ""
	for _, leaf := range b.leaves(s.Key) {
		if leaf.BriefRow != row || len(tiles) == 0 {
			row = leaf.BriefRow
			tiles = append(tiles, tile{label: bare(row)})
		}
		t := &tiles[len(tiles)-1]
		t.numbers = append(t.numbers, b.figure(leaf, lastPart(leaf.Place)))
	}
	tiles = slices.DeleteFunc(tiles, func(t tile) bool {
		return !slices.ContainsFunc(t.numbers, func(f figure) bool {
			return f.now.text == "" || f.now.counts && (len(t.numbers) == 1 || !f.now.number.IsZero())
		})
	})
	if len(tiles) == 0 {
		return nil
	}
	return []block{{tiles: tiles}}
}

// requests shows what came in and where it went, who asked, and how it ended.
func (b builder) requests(s templates.Section) []block {
	outcomes := b.r.Template.Tree().Node(s.Key).Node("outcome")
	var flow, applicants, ends []figure
	for _, leaf := range b.leaves(s.Key) {
		key := strings.TrimPrefix(leaf.Path, s.Key+".")
		of, ended := strings.CutPrefix(key, "outcome.")
		switch {
		case key == "outcome.total.total":
			flow = append(flow, b.figure(leaf, bare(outcomes.Title)))
		case key == "received.total", key == "carried_in.total", key == "carried_forward.total":
			flow = append(flow, b.figure(leaf, bare(leaf.BriefRow)))
		case strings.HasPrefix(key, "received."):
			applicants = append(applicants, b.figure(leaf, leaf.BriefColumn))
		case ended && strings.HasSuffix(of, ".total"):
			f := b.figure(leaf, bare(leaf.BriefRow))
			if group, _, grouped := strings.Cut(leaf.Row, " · "); grouped {
				f.group = bare(group)
			}
			ends = append(ends, f)
		}
	}
	asked := ""
	for _, leaf := range b.leaves(s.Key) {
		if leaf.Path == s.Key+".received.total" {
			asked = firstLabel(s.Table) + "（" + bare(leaf.BriefRow) + "）"
		}
	}
	blocks := []block{{bars: flow}}
	for _, more := range []block{{heading: asked, bars: above0(applicants)}, {heading: bare(outcomes.Title), bars: above0(ends)}} {
		if len(more.bars) > 0 {
			blocks = append(blocks, more)
		}
	}
	return blocks
}

// firstLabel is what stands over all columns of a table.
func firstLabel(t *templates.Table) string { return t.Parts[0].Columns[0].Label[0] }

// above0 leaves out what was 0 in both years.
func above0(figures []figure) []figure {
	return slices.DeleteFunc(figures, func(f figure) bool { return !f.now.positive() && !f.last.positive() })
}

// disputes has a tile a group of columns: the total, and what it is made of.
func (b builder) disputes(s templates.Section) []block {
	var tiles []tile
	group := ""
	for _, part := range s.Table.Parts {
		for _, column := range part.Columns {
			of, _, _ := strings.Cut(column.Key, ".")
			leaf, ok := b.r.Template.Leaf(s.Key + "." + column.Key)
			if !ok {
				continue // a row of its own, which no edition has
			}
			label := column.Label
			if of != group || len(tiles) == 0 {
				group = of
				tiles = append(tiles, tile{label: label[0], sub: strings.Join(label[1:len(label)-1], "")})
			}
			t := &tiles[len(tiles)-1]
			f := b.figure(leaf, label[len(label)-1])
			if leaf.Total {
				f.label = "" // the tile's own
				t.numbers = append(t.numbers, f)
			} else if f.now.positive() || f.last.positive() {
				t.parts = append(t.parts, f)
			}
		}
	}
	if len(tiles) == 0 {
		return nil
	}
	return []block{{tiles: tiles}}
}
