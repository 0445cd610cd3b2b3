package html

import (
	"slices"

	"nianbao/render/sealed"
)

// IndexName is the file of the index, which websites show for its folder.
const IndexName = "index.html"

// An Entry is one report in an index.
type Entry struct {
	Heading string // the title without the agency: entries of one stand together
	Name    string // the agency
	Page    string // its page's file
	Beside  []Link
}

// Index is a page that leads to the pages of many reports, those of one year
// together, the latest first, each year's in the order in which they are given.
func Index(entries []Entry) []byte {
	headings := []string{}
	for _, e := range entries {
		if !slices.Contains(headings, e.Heading) {
			headings = append(headings, e.Heading)
		}
	}
	slices.Sort(headings)
	slices.Reverse(headings)
	p := &markup{}
	title := "年度报告目录"
	if len(headings) == 1 {
		title = headings[0]
	}
	p.open(title, title, "")
	p.raw("</head>\n<body>\n<main>\n<h1>").text(title).raw("</h1>\n")
	for _, heading := range headings {
		if len(headings) > 1 {
			p.raw("<h2>").text(heading).raw("</h2>\n")
		}
		p.raw("<ul class=\"index\">\n")
		for _, e := range entries {
			if e.Heading == heading {
				p.entry(e)
			}
		}
		p.raw("</ul>\n")
	}
	p.raw("</main>\n</body>\n</html>\n")
	return sealed.Text(p.bytes, "")
}

func (p *markup) entry(e Entry) {
	p.raw(`<li><a href="`).text(address(e.Page)).raw(`">`).text(e.Name).raw(`</a>`)
	for _, l := range e.Beside {
		p.raw(`　<a href="`).text(address(l.File)).raw(`" aria-label="`).text(e.Name + " " + l.Text).raw(`">`).text(l.Text).raw(`</a>`)
	}
	p.raw("</li>\n")
}

// IsIndex reports whether a file is an index as it was written.
func IsIndex(file []byte) bool { return !sealed.TextEdited(file) && sealed.TextPrinted(file) == "" }

// IsPrint reports whether a file is a report's page as it was written.
func IsPrint(file []byte) bool { return !sealed.TextEdited(file) && sealed.TextPrinted(file) != "" }
