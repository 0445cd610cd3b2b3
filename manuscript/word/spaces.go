package word

import "nianbao/render/docx"

// spaces are the namespaces of Word files by the names that this package uses:
// the transitional ones and those of strict files (ISO/IEC 29500-1).
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":            "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":            "ct",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
	"http://purl.org/dc/elements/1.1/":                                        "dc",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                          "m",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                            "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                  "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                              "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":                "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                            "dgm",
	"urn:schemas-microsoft-com:vml":                                           "v",
	"urn:schemas-microsoft-com:office:office":                                 "o",
	docx.MarksNamespace: "report",
}

// understood are the namespaces of the extensions that are read, or say nothing
// of the text (ISO/IEC 29500-3, 10.2): of the two ways in which a program writes
// what older ones cannot show, the first is taken if all it needs is here.
var understood = map[string]bool{
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":   true,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":   true,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":  true,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing": true,
	"http://schemas.microsoft.com/office/word/2010/wordml":                true,
	"http://schemas.microsoft.com/office/word/2012/wordml":                true,
	"http://schemas.microsoft.com/office/drawing/2010/main":               true,
	"http://schemas.openxmlformats.org/drawingml/2006/main":               true,
	"http://schemas.openxmlformats.org/drawingml/2006/picture":            true,
	"urn:schemas-microsoft-com:vml":                                       true,
}
