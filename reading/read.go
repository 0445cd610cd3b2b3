package reading

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"nianbao/document"
	"nianbao/manuscript"
	"nianbao/manuscript/ofd"
	"nianbao/manuscript/ooxml"
	"nianbao/manuscript/web"
	"nianbao/manuscript/word"
	"nianbao/manuscript/workbook"
	"nianbao/reading/unfill"
	"nianbao/render/pdf"
	"nianbao/render/sealed"
	"nianbao/report/jsonfile"
)

// maxSize is how much is read of one file: a report with pictures has some megabytes.
const maxSize = 64 << 20

// Read understands a file that shows a report, whichever kind the content is.
// Its errors are Chinese sentences without a full stop.
func Read(src io.ReaderAt, size int64) (*Reading, error) {
	return ReadNamed(src, size, "")
}

// ReadNamed is Read for a file whose name may tell what its beginning does not.
func ReadNamed(src io.ReaderAt, size int64, name string) (*Reading, error) {
	if size > maxSize {
		return nil, fmt.Errorf("文件有 %d MB，没有读（最多 %d MB）；一份报告只有几百 KB，请看看是不是拿错了文件", size>>20, maxSize>>20)
	}
	head := make([]byte, min(size, manuscript.HeadSize))
	if _, err := src.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, err
	}
	section := io.NewSectionReader(src, 0, size)
	switch kind := manuscript.Recognise(head, name); kind {
	case manuscript.PDF:
		return readPDF(section)
	case manuscript.OFD:
		return readOFD(section)
	case manuscript.Page, manuscript.Archive:
		return readWeb(section)
	case manuscript.Word, manuscript.Workbook, manuscript.OldOffice, manuscript.Data:
		read, err := readWord(section) // which says what the file is if it is none
		if errors.Is(err, word.ErrWorkbook) {
			return readWorkbook(section)
		}
		return read, err
	case manuscript.FlatXML:
		return readFlat(section)
	default:
		return nil, &manuscript.Refused{Kind: kind}
	}
}

// readFlat reads a package that stands in one XML file; older files of XML are not read.
func readFlat(src *io.SectionReader) (*Reading, error) {
	file, err := ooxml.Zip(src)
	if errors.Is(err, ooxml.ErrNotFlat) {
		return nil, &manuscript.Refused{Kind: manuscript.FlatXML}
	}
	if err != nil {
		return nil, err
	}
	return readWord(io.NewSectionReader(bytes.NewReader(file), 0, int64(len(file))))
}

func readWorkbook(src *io.SectionReader) (*Reading, error) {
	m, err := workbook.Read(src, src.Size())
	if err != nil {
		return nil, err
	}
	return understand(m)
}

func readWeb(src *io.SectionReader) (*Reading, error) {
	m, err := web.Read(src)
	if err != nil {
		return nil, err
	}
	withoutList(m)
	withoutMark(m)
	return understand(m)
}

func readPDF(src *io.SectionReader) (*Reading, error) {
	file := make([]byte, src.Size())
	if _, err := io.ReadFull(src, file); err != nil {
		return nil, err
	}
	data, err := pdf.Attached(file)
	if err != nil {
		return nil, err
	}
	return ofData(data, "文件里附着报告的数据"), nil
}

// readOFD reads an OFD of the program's own: the data of one for archives that is as it
// was written, of any other, as of one that carries a seal by now, what its pages show.
func readOFD(src *io.SectionReader) (*Reading, error) {
	edited := sealed.EditedIn(src, src.Size())
	if !edited {
		if data, err := ofd.Attached(src, src.Size()); err != nil || data != nil {
			if err != nil {
				return nil, err
			}
			return ofData(data, "文件里附着报告的数据"), nil
		}
	}
	m, err := ofd.Read(src, src.Size())
	if err != nil {
		return nil, err
	}
	withoutList(m)
	signatory, date := signed(m)
	read, err := understand(m)
	if err != nil {
		return nil, err
	}
	if signatory != "" || date != "" {
		read.Report.Signatory, read.Report.Date = signatory, date
	}
	read.Report.TitleLines = unfill.TitleLines(m, read.Report)
	said := "文件是 nianbao 写的，写出以后没有改过；按页面上显示的读"
	if edited {
		said = "文件是 nianbao 写的，写出以后改过（盖过电子印章的也这样说）；按页面上显示的读"
	}
	read.Summary = append([]string{said}, read.Summary...)
	return read, nil
}

func readWord(src *io.SectionReader) (*Reading, error) {
	m, err := word.Read(src, src.Size())
	if err != nil {
		return nil, err
	}
	if marks, err := document.DecodeMarks(m.Marks); err == nil {
		return readMarked(m, marks, sealed.EditedIn(src, src.Size())), nil
	}
	return understand(m)
}

func ofData(data []byte, evidence string) *Reading {
	r := &Reading{Places: map[string]string{}, Summary: []string{evidence}}
	r.Report, r.Problems = jsonfile.Decode(data)
	r.Edition = Edition{Name: r.Report.Edition, Evidence: evidence}
	return r
}
