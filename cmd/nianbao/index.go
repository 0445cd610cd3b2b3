package main

import (
	"fmt"
	"path/filepath"

	"nianbao/document"
	"nianbao/filing/disk"
	"nianbao/render"
	"nianbao/render/html"
)

// list notes a report that was written, for an index of all.
func (b *builder) list(d *document.Document, name string) {
	for _, format := range b.formats {
		if format.Index == nil {
			continue
		}
		said := d.Agency
		if d.Draft {
			said += document.DraftMark
		}
		b.listed = append(b.listed, html.Entry{
			Heading: d.Heading, Name: said, Page: name + format.Extension, Beside: render.Beside(b.formats, format, name),
		})
	}
}

// index writes the files that lead to those of many reports.
func (b *builder) index(c console) int {
	if len(b.listed) == 0 {
		return fine
	}
	for _, format := range b.formats {
		if format.Index == nil {
			continue
		}
		path := filepath.Join(b.folder, format.Index.File)
		_, err := disk.Write([]disk.Output{{Path: path, Content: format.Index.Write(b.listed), Edited: format.Edited}}, b.force)
		if err != nil {
			fmt.Fprintf(c.err, "%s。\n", err)
			return impossible
		}
		fmt.Fprintf(c.out, "目录：%s\n", path)
	}
	return fine
}
