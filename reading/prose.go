package reading

import (
	"slices"
	"strings"

	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/textline"
	"nianbao/report"
	"nianbao/templates"
)

// readProse reads the preamble and the sections of prose, and reports every
// line that it leaves out.
func (u *understanding) readProse(s *supposition, d division, t *title) {
	start := d.start()
	if t != nil {
		u.leave(texts(u.flow.lines[:t.from]), "标题前面的文字没有读进报告：")
	}
	if start < 0 {
		start = len(u.flow.lines)
	}
	u.setProse(templates.PreambleKey, u.preamble(s, u.preambleFrom(t, start), start))
	end := u.close(d, start)
	for k, section := range s.form.Sections {
		h := d.heads[k]
		if h == nil {
			continue
		}
		to := end
		for _, next := range d.heads[k+1:] {
			if next != nil {
				to = min(to, next.line)
				break
			}
		}
		var lines []string
		if h.rest != "" {
			lines = append(lines, h.rest)
		}
		for i := h.line + 1; i < to; i++ {
			lines = append(lines, u.flow.lines[i].text)
		}
		if section.Table == nil {
			u.setProse(section.Key, lines)
			continue
		}
		lines = slices.DeleteFunc(lines, func(line string) bool { return isCaption(line, section) })
		if len(lines) > 0 {
			u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportText, Path: section.Key, Place: section.Heading,
				Message: "格式里这一部分只有表，这些文字没有读进去：" + quoteAll(lines),
				Fix:     "要保留的，移到第一部分或者第六部分"})
		}
	}
}

// isCaption: the line is what the form writes over a part of the table, the table's
// own name, or the section's once more.
func isCaption(line string, section templates.Section) bool {
	said, _ := naming.Parse(line)
	for _, name := range []string{section.Table.Name, section.Heading} {
		if name, _ := naming.Parse(name); said.Text == name.Text {
			return true
		}
	}
	return slices.ContainsFunc(section.Table.Parts, func(p templates.Part) bool {
		caption, ok := naming.Parse(p.Caption)
		return ok && caption.Text == said.Text
	})
}

func (u *understanding) preambleFrom(t *title, start int) int {
	if t != nil {
		return t.to
	}
	if start < 0 {
		return len(u.flow.lines)
	}
	return 0
}

// preamble keeps the lines between title and section one, without what belongs
// to the web page, or to a list of contents.
func (u *understanding) preamble(s *supposition, from, to int) []string {
	var kept, page, contents []string
	for i := from; i < to; i++ {
		said := u.flow.lines[i].text
		switch {
		case textline.Around(said):
			page = append(page, said)
		case u.contents[i] || len(u.contents) > 1 && string(naming.WordsOf(naming.Fold(said))) == "目录":
			contents = append(contents, said)
		default:
			if day, ok := textline.ReadDay(said); ok && day.Sign {
				page = append(page, said) // when the page was put up
				continue
			}
			if date, ok := textline.ReadDate(said); ok {
				u.titleDate, u.titleDateText = date, said
				continue
			}
			kept = append(kept, said)
		}
	}
	u.leave(page, "标题和第一部分之间有网页上的文字，没有读进报告：")
	u.leave(contents, "第一部分前面有目录，没有读进报告：")
	return kept
}

// leave reports lines outside the report.
func (u *understanding) leave(lines []string, what string) {
	if len(lines) > 0 {
		u.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportFurniture, Message: what + quoteAll(lines)})
	}
}

// close finds signature and date, and reports what stands behind them. It
// returns the line on which the last section ends.
func (u *understanding) close(d division, start int) int {
	last := start
	for _, h := range d.heads {
		if h != nil {
			last = max(last, h.line)
		}
	}
	end := len(u.flow.lines)
	if last >= end {
		return end
	}
	if annex := u.annexes(last + 1); annex < end {
		u.leave(texts(u.flow.lines[annex:end]), "附件的标题没有读进报告：")
		end = annex
	}
	after := u.flow.lines[min(last+1, end):end]
	sign, ok := textline.FindSignature(texts(after), u.report.Agency)
	if ok {
		u.report.Signatory, u.report.Date = sign.Signatory, sign.Date
		u.doubtSignature(sign)
		u.behind(after[sign.To:])
		end = last + 1 + sign.From
	} else {
		for end > last+1 && textline.Around(u.flow.lines[end-1].text) {
			end--
		}
		u.leave(texts(u.flow.lines[end:]), "报告后面有网页上的文字，没有读进报告：")
		if u.titleDate != "" {
			u.report.Date = u.titleDate
		}
		if name, ok := textline.Unsigned(texts(u.flow.lines[last+1:end]), u.report.Agency); ok {
			end--
			u.report.Signatory = name
			if u.titleDate == "" {
				u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportSignature, Path: "date", Message: "落款只有" + quote(name) + "，没有日期", Fix: "补上成文日期"})
			}
		}
	}
	return end
}

// doubtSignature tells what of a signature was not read.
func (u *understanding) doubtSignature(sign textline.Signature) {
	p := problem.Problem{Severity: problem.Warning, Code: problem.CodeImportSignature, Path: "date", Fix: "把日期写全，核对年、月、日"}
	if sign.Lacks != "" {
		p.Message = "落款日期" + quote(sign.Written) + sign.Lacks + "，没有读进去"
		u.add(p)
	}
	if sign.Above != "" {
		p.Path, p.Fix = "signatory", "核对由谁署名；署名的不止一个单位的，都写在落款里"
		p.Message = "落款单位上面一行也像是单位：" + quote(sign.Above) + "没有读进去，只读了" + quote(sign.Signatory)
		u.add(p)
	}
}

// annexes is the line from which on tables stand as annexes.
func (u *understanding) annexes(from int) int {
	for i := from; i < len(u.flow.lines); i++ {
		said := textline.Joined(u.flow.lines[i].text)
		if (strings.HasPrefix(said, "附件") || strings.HasPrefix(said, "附表")) && len([]rune(said)) <= 30 &&
			slices.ContainsFunc(u.flow.tables, func(t tableSpot) bool { return t.before > i }) {
			return i
		}
	}
	return len(u.flow.lines)
}

// behind reports lines behind the date: of a web page, surely; else perhaps of the report.
func (u *understanding) behind(lines []textLine) {
	var page, doubt []string
	for _, l := range lines {
		if textline.Around(l.text) || strings.HasPrefix(l.text, "附件") {
			page = append(page, l.text)
		} else {
			doubt = append(doubt, l.text)
		}
	}
	u.leave(page, "落款后面的文字没有读进报告：")
	if len(doubt) > 0 {
		u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportText, Message: "落款后面的文字没有读进报告：" + quoteAll(doubt),
			Fix: "是报告正文的，补到第六部分"})
	}
}

func (u *understanding) setProse(key string, lines []string) {
	if len(lines) > 0 {
		u.report.Prose[key] = report.Prose{Text: strings.Join(lines, "\n")}
	}
}

// quoteAll shows the first few of some lines.
func quoteAll(lines []string) string {
	var out []string
	for _, l := range lines {
		out = append(out, quote(l))
	}
	if len(out) > 6 {
		return strings.Join(out[:6], "") + " 等 " + count(len(out)) + " 行"
	}
	return strings.Join(out, "")
}
