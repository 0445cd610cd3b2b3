package filing_test

import (
	"fmt"
	"os"

	"nianbao/filing"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// From a file of data to the files that an office hands in.
func Example() {
	data, err := os.ReadFile("../fixtures/laiyuan-2022/report.json")
	if err != nil {
		panic(err)
	}
	faces, err := font.Embedded()
	if err != nil {
		panic(err)
	}
	options := filing.Options{Faces: faces}
	paper := filing.Lay(data, options)
	if !paper.Fileable(options) { // paper.Problems say why
		return
	}
	for _, format := range render.Unasked() {
		file, err := format.Write(paper.Print(pdf.PDFA2a))
		if err != nil {
			panic(err)
		}
		name, _ := filing.Name(paper.Document)
		fmt.Println(name+format.Extension, len(file) > 0)
	}
	// Output:
	// 涞源县2022年政府信息公开工作年度报告.docx true
	// 涞源县2022年政府信息公开工作年度报告.pdf true
}
