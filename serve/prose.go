package serve

import (
	"nianbao/document"
	"nianbao/render/layout"
	"nianbao/render/style"
	"nianbao/templates"
)

// A block is a heading or a paragraph of a section's prose as it will be
// printed. A heading of its own has no text; a paragraph may begin with one.
type block struct {
	Level int    `json:"level"` // of the heading; 0: none
	Lead  string `json:"lead"`
	Text  string `json:"text"`
}

// proseOf is a report's prose by section.
func proseOf(d *document.Document) map[string][]block {
	found := map[string][]block{}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Heading:
			if b.From != "" {
				found[b.From] = append(found[b.From], block{Level: b.Level, Lead: b.Text})
			}
		case document.Paragraph:
			if b.From != "" && !b.Blank {
				found[b.From] = append(found[b.From], block{b.Level, b.Lead, b.Text})
			}
		}
	}
	return found
}

// A place is where a section's heading stands in print.
type place struct {
	Page     int `json:"page"`     // from 0
	PerMille int `json:"permille"` // of the page's height, from its top
}

// sectionPlaces are the places of a form's sections, whose headings are the
// first of level 2: the title alone has level 1.
func sectionPlaces(l *layout.Layout, t *templates.Template) map[string]place {
	found := map[string]place{}
	i := 0
	for _, b := range l.Bookmarks {
		if b.Level == 2 && i < len(t.Sections) {
			found[t.Sections[i].Key] = place{b.Page, int(b.Y * 1000 / style.PageHeight)}
			i++
		}
	}
	return found
}
