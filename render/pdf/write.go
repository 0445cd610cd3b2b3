// Package pdf writes laid-out pages as a PDF for archives and screen readers:
// PDF/A level A (ISO 19005) and PDF/UA (ISO 14289) in one file, by
// construction. A layout that no such file can hold is an error.
package pdf

import (
	"fmt"
	"slices"

	"nianbao/render/layout"
	"nianbao/render/style"
)

// Options say which archival format to write. The zero value is PDF/A-2a.
type Options struct {
	Conformance Conformance
	// Attachment is the report's JSON, which PDF/A-3 carries as report.json.
	Attachment []byte
	// Printed is the digest of what the pages print, 32 hexadecimal digits, which
	// becomes the document's identifier; "": it has none.
	Printed string
}

// Write returns the file. The same layout and options give the same bytes.
func Write(l *layout.Layout, o Options) ([]byte, error) {
	if err := check(l, o); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	var faces faces
	pages := make([]*content, len(l.Pages))
	for i, page := range l.Pages {
		pages[i] = draw(page, &faces)
	}
	if err := compressAll(&faces, pages); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}

	out := newObjects()
	catalogue := out.reserve()
	links := reserveLinks(out, l.Pages)
	tree := writePages(out, pages, links, faces.write(out, o.Conformance), o.Conformance)

	entries := fmt.Appendf(nil, "<</Type/Catalog/Pages %d 0 R", tree.root)
	entries = fmt.Appendf(entries, "/Lang(%s)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true%s>>", l.Language, printing(o.Conformance))
	structure, places := writeStructure(out, l.Elements, pages, links, tree.pages, o.Conformance)
	writeLinks(out, links, tree.pages, places, o.Conformance)
	entries = fmt.Appendf(entries, "/StructTreeRoot %d 0 R", structure)
	if len(l.Bookmarks) > 0 {
		entries = fmt.Appendf(entries, "/Outlines %d 0 R/PageMode/UseOutlines", writeOutline(out, l.Bookmarks, tree.pages, places, o.Conformance))
	}
	entries = append(entries, "/PageLabels<</Nums[0<</S/D>>]>>"...)
	entries = fmt.Appendf(entries, "/OutputIntents[%d 0 R]", writeOutputIntent(out))
	if o.Attachment != nil {
		file := writeAttachment(out, o.Attachment, l.Date)
		entries = fmt.Appendf(entries, "/AF[%d 0 R]/Names<</EmbeddedFiles<</Names[(%s)%d 0 R]>>>>", file, attachmentName, file)
	}
	entries = fmt.Appendf(entries, "/Metadata %d 0 R>>", writeMetadata(out, l, o))
	out.set(catalogue, entries)
	var information ref
	if o.Conformance != PDFA4 { // ISO 19005-4, 6.1.3: the metadata say it all
		information = writeInformation(out, l)
	}
	return out.file(o.Conformance, catalogue, information)
}

// printing asks a viewer's print dialog for what an official document is: its own
// size, on both sides (ISO 32000-1, table 150). PDF 1.4 does not know the keys.
func printing(c Conformance) string {
	if c == PDFA1a {
		return ""
	}
	return "/PrintScaling/None/Duplex/DuplexFlipLongEdge"
}

// compressAll cuts and deflates faces and pages, which is nearly all the work.
func compressAll(faces *faces, pages []*content) error {
	jobs := make([]func() error, 0, len(faces.list)+len(pages))
	// The largest first, so that no processor is left waiting for it.
	for _, f := range slices.SortedStableFunc(slices.Values(faces.list), func(a, b *face) int { return len(b.forms) - len(a.forms) }) {
		jobs = append(jobs, f.embed)
	}
	for _, p := range pages {
		jobs = append(jobs, p.compress)
	}
	return runAll(jobs)
}

// A pageTree holds the references of the tree's root and of every page.
type pageTree struct {
	root  ref
	pages []ref
}

func writePages(out *objects, pages []*content, links []annotation, resources ref, c Conformance) pageTree {
	tree := pageTree{root: out.reserve(), pages: make([]ref, len(pages))}
	root := fmt.Appendf(nil, "<</Type/Pages/Count %d/MediaBox[0 0 %s %s]/Kids[", len(pages),
		appendLength(nil, style.PageWidth), appendLength(nil, style.PageHeight))
	for i, p := range pages {
		stream := out.addStream("/Filter/FlateDecode", p.compressed)
		page := fmt.Appendf(nil, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources %d 0 R", tree.root, stream, resources)
		annotations := appendAnnotations(nil, links, i)
		if c != PDFA1a || len(annotations) > 0 { // PDF 1.4 does not know the key; a page with annotations needs it (ISO 14289-1, 7.18.3)
			page = append(page, "/Tabs/S"...)
		}
		page = append(page, annotations...)
		if len(p.elements) > 0 {
			page = fmt.Appendf(page, "/StructParents %d", i)
		}
		tree.pages[i] = out.add(append(page, ">>"...))
		root = append(appendRef(root, tree.pages[i]), ' ')
	}
	out.set(tree.root, append(root, "]>>"...))
	return tree
}
