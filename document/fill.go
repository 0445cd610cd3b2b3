package document

import (
	"fmt"
	"strings"
	"time"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// Options of Fill. The zero value fills a report to be filed.
type Options struct {
	Draft    bool
	Problems []problem.Problem // listed on a draft's last pages
}

// Fill puts a report into its template. The report must have been decoded with
// a known edition; what is blank in it prints as blank, so check it first.
func Fill(r *report.Report, o Options) *Document {
	t := r.Template
	if t == nil { // no form to fill
		return &Document{Language: "zh-CN", Draft: o.Draft}
	}
	d := &Document{
		Agency:   inHead(r.Agency),
		Heading:  fmt.Sprintf("%d年%s", r.Year, t.Title),
		Author:   inHead(r.Agency),
		Date:     realDate(r.Date),
		Language: "zh-CN",
		Draft:    o.Draft,
	}
	if r.Signatory != "" {
		d.Author = inHead(r.Signatory)
	}
	if o.Draft && len(r.MissingUnits) > 0 {
		d.Lacking = fmt.Sprintf("　缺 %d 个单位，不能作为报送稿", len(r.MissingUnits))
	}
	if o.Draft && r.Agency == "" {
		d.Agency = NoAgency
	}
	if o.Draft && r.Year == 0 {
		d.Heading = NoYear + "年" + t.Title
	}
	if strings.Join(r.TitleLines, "") == d.Title() { // a draft may have others
		d.Broken = r.TitleLines
	}
	d.prose(r, templates.PreambleKey, false)
	for i, section := range t.Sections {
		d.add(Heading{Level: 1, Text: section.Heading, Place: section.Heading})
		if section.Table == nil {
			d.prose(r, section.Key, true)
		} else {
			d.add(table(i+1, section, r, t))
		}
	}
	d.lists()
	if r.Signatory != "" || r.Date != "" {
		d.add(Signature{Signatory: inHead(r.Signatory), Date: inHead(printedDate(r.Date)), Sealed: r.Sealed})
	}
	if o.Draft {
		d.problems(o.Problems)
	}
	return d
}

// inHead is a name or a date as a draft prints it. None that can be filed is so
// long; of one that cannot, the beginning shows what it is.
func inHead(text string) string {
	const most = 120
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// NoAgency stands in a draft's title for an agency that is not given.
const NoAgency = "××"

// NoYear stands there for a year that is not given.
const NoYear = "××××"

func (d *Document) add(b Block) { d.Blocks = append(d.Blocks, b) }

// prose sets one text of the report, a paragraph a line.
func (d *Document) prose(r *report.Report, key string, wanted bool) {
	text, place := r.Prose[key].Text, r.Template.Place(key)
	if strings.TrimSpace(text) == "" {
		if wanted {
			d.add(Paragraph{From: key, Place: place, Blank: true})
		}
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		level, lead, rest := headingOf(line)
		if level > 0 && rest == "" {
			d.add(Heading{Level: level, Text: lead, From: key, Place: place})
		} else {
			d.add(Paragraph{Level: level, Lead: lead, Text: rest, From: key, Place: place})
		}
	}
}

// realDate is a date fit for a file's metadata, or "": a draft may hold any text.
func realDate(date string) string {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return ""
	}
	return date
}

// printedDate turns 2023-01-18 into 2023年1月18日 (GB/T 9704-2012, 7.3.5.4: no
// leading zeros). What is no date is printed as it stands: a draft may hold one.
func printedDate(date string) string {
	var year, month, day int
	if n, err := fmt.Sscanf(date, "%4d-%2d-%2d", &year, &month, &day); n != 3 || err != nil {
		return date
	}
	return fmt.Sprintf("%d年%d月%d日", year, month, day)
}
