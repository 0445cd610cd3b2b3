package ofd

import (
	"strings"

	"nianbao/render/layout"
	"nianbao/render/style"
)

// entry is OFD.xml (7.4): what the file is.
func entry(l *layout.Layout, o Options, id string) []byte {
	kind := "OFD"
	if o.Archive {
		kind = "OFD-A" // GB/T 42133-2022, 6.2.1
	}
	x := start("OFD", ` Version="1.0" DocType="`+kind+`"`)
	x.raw(`<ofd:DocBody><ofd:DocInfo>`).element("DocID", id).element("Title", l.Title)
	if l.Author != "" {
		x.element("Author", l.Author)
	}
	if l.Date != "" {
		x.element("CreationDate", l.Date).element("ModDate", l.Date)
	}
	x.element("Creator", Creator).raw(`</ofd:DocInfo>`)
	x.element("DocRoot", documentPart)
	return x.raw(`</ofd:DocBody></ofd:OFD>`).bytes
}

// Creator is what DocInfo calls the program.
const Creator = "nianbao"

// documentXML is Document.xml (7.5).
func documentXML(l *layout.Layout, o Options, space int, last counter, pages []placed) []byte {
	x := start("Document", "")
	x.raw(`<ofd:CommonData><ofd:MaxUnitID>`).int(int(last)).raw(`</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 `).
		length(style.PageWidth).raw(" ").length(style.PageHeight).raw(`</ofd:PhysicalBox></ofd:PageArea>`)
	x.element("PublicRes", fromDocument(resourcePart)).raw(`<ofd:DefaultCS>`).int(space).raw(`</ofd:DefaultCS></ofd:CommonData><ofd:Pages>`)
	for _, p := range pages {
		x.raw(`<ofd:Page ID="`).int(p.id).raw(`" BaseLoc="`, p.part, `"/>`)
	}
	x.raw(`</ofd:Pages>`)
	outlines(x, l.Bookmarks, pages)
	if o.Attachment != nil {
		x.element("Attachments", fromDocument(attachmentList))
	}
	return x.raw(`</ofd:Document>`).bytes
}

func fromDocument(part string) string { return strings.TrimPrefix(part, folder) }

// resources is PublicRes.xml (7.9): colours, which for archives have a profile
// (GB/T 42133-2022, 6.3.1), and faces.
func resources(space int, faces *faces, o Options) []byte {
	x := start("Res", ` BaseLoc="Res"`)
	x.raw(`<ofd:ColorSpaces><ofd:ColorSpace ID="`).int(space).raw(`" Type="RGB"`)
	if o.Archive {
		x.raw(` Profile="`, profileName, `"`)
	}
	x.raw(`/></ofd:ColorSpaces>`)
	if len(faces.list) > 0 {
		x.raw(`<ofd:Fonts>`)
		for _, f := range faces.list {
			x.raw(`<ofd:Font ID="`).int(f.id).raw(`" FontName="`).text(f.font.Official()).raw(`"><ofd:FontFile>`, f.file(), `</ofd:FontFile></ofd:Font>`)
		}
		x.raw(`</ofd:Fonts>`)
	}
	return x.raw(`</ofd:Res>`).bytes
}

// attachments is Attachments.xml (clause 20): the report's data, a text
// (GB/T 42133-2022, 6.15).
func attachments(l *layout.Layout, o Options) []byte {
	x := start("Attachments", "")
	x.raw(`<ofd:Attachment ID="data" Name="年度报告数据" Format="TXT"`)
	if l.Date != "" {
		x.raw(` CreationDate="`, l.Date, `T00:00:00"`)
	}
	// In KB, of 1,000 bytes here.
	x.raw(` Size="`).decimal(len(o.Attachment)*10, 4).raw(`"><ofd:FileLoc>`, attachmentName, `</ofd:FileLoc></ofd:Attachment>`)
	return x.raw(`</ofd:Attachments>`).bytes
}

// openLevels are how many levels of the outline are open, as in the PDF.
const openLevels = 2

// outlines are the headings (7.8). A bookmark hangs under the last one before it that
// has a lower level.
func outlines(x *xml, bookmarks []layout.Bookmark, pages []placed) {
	if len(bookmarks) == 0 {
		return
	}
	x.raw(`<ofd:Outlines>`)
	var open []int // levels
	for i, b := range bookmarks {
		for len(open) > 0 && open[len(open)-1] >= b.Level {
			x.raw(`</ofd:OutlineElem>`)
			open = open[:len(open)-1]
		}
		x.raw(`<ofd:OutlineElem Title="`).text(b.Text)
		if n := below(bookmarks[i:]); n > 0 {
			x.raw(`" Count="`).int(n)
			if b.Level > openLevels {
				x.raw(`" Expanded="false`)
			}
		}
		x.raw(`"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="`).int(pages[b.Page].id).
			raw(`" Left="0" Top="`).length(b.Y).raw(`"/></ofd:Goto></ofd:Action></ofd:Actions>`)
		open = append(open, b.Level)
	}
	for range open {
		x.raw(`</ofd:OutlineElem>`)
	}
	x.raw(`</ofd:Outlines>`)
}

// below is how many entries stand under the first.
func below(bookmarks []layout.Bookmark) int {
	n := 0
	for _, b := range bookmarks[1:] {
		if b.Level <= bookmarks[0].Level {
			break
		}
		n++
	}
	return n
}
