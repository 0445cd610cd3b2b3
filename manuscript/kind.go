package manuscript

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// A Kind is a kind of file that a report may come in.
type Kind struct {
	Name        string   // for people
	Extensions  []string // in small letters with their dots, the usual one first
	Begins      []string // what such a file begins with: one of these
	Refusal     string   // of one that cannot be read: what it is and what to do, a sentence without a full stop
	Convertible bool     // an office program makes one of another kind of it
	NoDocument  bool     // a folder that holds one passes it over
}

// Refused is a file of a kind that is not read; it says so and what to do.
type Refused struct{ Kind *Kind }

func (r *Refused) Error() string { return r.Kind.Refusal }

const (
	saveAsWord     = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”"
	saveAsWorkbook = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
	typeItIn       = "请用报告的 Word 文件（.docx），或者照着填"
)

// The kinds that are read.
var (
	Data    = &Kind{Name: "报告的数据", Extensions: []string{".json"}}
	Word    = &Kind{Name: "Word 文件", Extensions: []string{".docx", ".docm"}}
	Page    = &Kind{Name: "存下来的网页", Extensions: []string{".html", ".htm"}}
	Archive = &Kind{Name: "网页存档", Extensions: []string{".mht", ".mhtml"}, Begins: []string{"mime-version:", "from:", "subject:", "snapshot-content-location:", "content-type: multipart/"}}
	PDF     = &Kind{Name: "带数据的 PDF", Extensions: []string{".pdf"}, Begins: []string{"%pdf-"}}
)

// OldOffice are the compound files of Office 97 to 2003 ([MS-CFB], 2.2); files of
// today's formats that are locked with a password are such files too.
var OldOffice = &Kind{Name: "旧版 Word 文件", Extensions: []string{".doc", ".wps", ".dot", ".wpt"}, Begins: []string{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
	Refusal: "这是旧版 Word 文件（.doc 或 .wps），读不了；" + saveAsWord, Convertible: true}

// Workbook is a spreadsheet of today's format.
var Workbook = &Kind{Name: "Excel 表格", Extensions: []string{".xlsx", ".xlsm"}}

// OFD is a fixed-layout document (GB/T 33190-2016); of others than the program's own its
// reader says that it cannot read them.
var OFD = &Kind{Name: "版式文件 OFD", Extensions: []string{".ofd"}}

// Kinds are all the kinds that are known, the best source of a report first.
var Kinds = []*Kind{
	Data, Word, Page, Archive, Workbook, PDF, OFD, OldOffice,
	{Name: "RTF 文件", Extensions: []string{".rtf"}, Begins: []string{`{\rtf`}, Refusal: "这是 RTF 文件，读不了；" + saveAsWord, Convertible: true},
	{Name: "OpenDocument 文件", Extensions: []string{".odt", ".uot"}, Begins: []string{}, Refusal: "这是 OpenDocument 文件（.odt），读不了；" + saveAsWord, Convertible: true},
	{Name: "旧版 Excel、WPS 或者 OpenDocument 的表格", Extensions: []string{".xls", ".et", ".ods"}, Refusal: "这是旧版 Excel、WPS 或者 OpenDocument 的表格，读不了；" + saveAsWorkbook, Convertible: true},
	{Name: "演示文稿", Extensions: []string{".pptx", ".ppt", ".dps", ".odp"}, Refusal: "这是演示文稿，读不了；" + typeItIn},
	FlatXML, flatText, flatSheet,
	{Name: "图片", Extensions: []string{".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"},
		Begins:  []string{"\xff\xd8\xff", "\x89png\r\n", "gif8", "bm", "ii*\x00", "mm\x00*"},
		Refusal: "这是图片，图片里的文字和数读不出来；" + typeItIn, NoDocument: true},
	{Name: "压缩包", Extensions: []string{".zip", ".rar", ".7z", ".tar", ".gz"}, Begins: []string{"rar!", "7z\xbc\xaf", "\x1f\x8b"},
		Refusal: "这是压缩包，读不了；请解开后用里面的文件", NoDocument: true},
}

// FlatXML is a Word document or workbook in one XML file: what Word 2003 and
// “Word XML 文档” write.
var FlatXML = &Kind{Name: "XML 格式的 Office 文件", Extensions: []string{".xml"},
	Refusal: "这是 XML 格式的 Office 文件，读不了；" + saveAsWord, Convertible: true}

// Documents and spreadsheets of OpenDocument in one XML file.
var (
	flatText = &Kind{Name: "XML 格式的 OpenDocument 文件", Extensions: []string{".fodt"},
		Refusal: "这是 XML 格式的 OpenDocument 文件（.fodt），读不了；" + saveAsWord, Convertible: true}
	flatSheet = &Kind{Name: "XML 格式的 OpenDocument 表格", Extensions: []string{".fods"},
		Refusal: "这是 XML 格式的 OpenDocument 表格（.fods），读不了；" + saveAsWorkbook, Convertible: true}
)

// HeadSize is how many bytes tell what a file is.
const HeadSize = 1024

// Recognise tells a file's kind by how it begins and, where that does not tell, by
// its name. What begins like nothing and is called like nothing is taken for
// data, whose reader says what is wrong with it.
func Recognise(head []byte, name string) *Kind {
	start := small(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	named := ByName(name)
	switch {
	case bytes.HasPrefix(start, []byte("{")) && !bytes.HasPrefix(start, []byte(`{\rtf`)):
		return Data
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return zipped(head, named)
	case bytes.HasPrefix(start, []byte("<")), bytes.HasPrefix(head, []byte("\xff\xfe<\x00")), bytes.HasPrefix(head, []byte("\xfe\xff\x00<")):
		if flat(start) {
			return FlatXML
		}
		if bytes.Contains(start, []byte("<office:document")) {
			if named == flatSheet || bytes.Contains(start, []byte("opendocument.spreadsheet")) {
				return flatSheet
			}
			return flatText
		}
		return Page
	}
	for _, k := range Kinds {
		for _, begin := range k.Begins {
			// A mark of two letters counts only where the name agrees.
			if bytes.HasPrefix(start, []byte(begin)) && (len(begin) > 2 || named == k) {
				if k == OldOffice && named != nil && named.Convertible {
					return named // .doc and .xls begin alike
				}
				return k
			}
		}
	}
	if named == nil {
		return Data
	}
	return named
}

// small has the Latin letters small; bytes.ToLower would replace what is no text.
func small(head []byte) []byte {
	out := bytes.Clone(head)
	for i, b := range out {
		if 'A' <= b && b <= 'Z' {
			out[i] = b + 'a' - 'A'
		}
	}
	return out
}

// zipped tells what a zip is by the first names in it.
func zipped(head []byte, named *Kind) *Kind {
	for _, known := range []struct{ member, extension string }{
		{"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"},
		{"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"},
		{"mimetypeapplication/vnd.oasis.opendocument.presentation", ".odp"},
		{"OFD.xml", ".ofd"},
		{"word/", ".docx"}, {"xl/", ".xlsx"}, {"ppt/", ".pptx"},
	} {
		if bytes.Contains(head, []byte(known.member)) {
			return ByName(known.extension)
		}
	}
	switch {
	case named != nil && named.inZip():
		return named
	case bytes.Contains(head, []byte("[Content_Types].xml")), bytes.Contains(head, []byte("_rels/.rels")):
		return Word // its reader looks into the list of parts
	}
	return ByName(".zip")
}

// inZip: files of the kind are zips.
func (k *Kind) inZip() bool {
	return slices.ContainsFunc([]string{".docx", ".xlsx", ".odt", ".ofd", ".pptx", ".zip"}, func(e string) bool { return slices.Contains(k.Extensions, e) })
}

// flat: the XML of an office program in one file.
func flat(start []byte) bool {
	for _, mark := range []string{"<?mso-application", "<w:worddocument", "<pkg:package", "urn:schemas-microsoft-com:office:spreadsheet"} {
		if bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte(mark)) || bytes.HasPrefix(start, []byte(mark)) {
			return true
		}
	}
	return false
}

// Extension is that of a file, in small letters.
func Extension(file string) string { return strings.ToLower(filepath.Ext(file)) }

// ByName is the kind that a file's name says it is; nil: of none.
func ByName(file string) *Kind {
	extension := Extension(file)
	for _, k := range Kinds {
		if slices.Contains(k.Extensions, extension) {
			return k
		}
	}
	return nil
}

// Readable are the extensions of the files that are read, the best source first.
func Readable() []string {
	var out []string
	for _, k := range Kinds {
		if k.Refusal == "" {
			out = append(out, k.Extensions...)
		}
	}
	return out
}

// Convertible are the extensions of the files that an office program makes readable.
func Convertible() []string {
	var out []string
	for _, k := range Kinds {
		if k.Convertible {
			out = append(out, k.Extensions...)
		}
	}
	return out
}

// Rank orders files by how good a source they are: the data first.
func Rank(file string) int {
	if k := ByName(file); k != nil {
		return slices.Index(Kinds, k)
	}
	return len(Kinds)
}
