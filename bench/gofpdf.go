package main

import (
	"github.com/jung-kurt/gofpdf"

	"nianbao/render/style"
)

// gofpdf is the archived library that fpdf goes on from; it draws the same way.
func newGofpdf() canvas {
	return gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: points(style.PageWidth), Ht: points(style.PageHeight)}})
}
