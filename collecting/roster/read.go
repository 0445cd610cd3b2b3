package roster

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/filing/disk"
	"nianbao/manuscript"
	"nianbao/manuscript/workbook"
)

// What a roster may have at most. A province has some ten thousand units; beyond that it
// is no roster, and comparing its names would take for ever.
const (
	most      = 16 << 20 // bytes
	mostRows  = 20_000
	mostCells = 200 // in a row
)

// Read reads a roster, .xlsx or .csv. Its errors are sentences.
func Read(file string) (*Roster, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("找不到名单“%s”，请核对名字和所在的文件夹", file)
	case err != nil:
		return nil, fmt.Errorf("不能读名单“%s”：%s", file, disk.Reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("名单要写文件（.xlsx 或者 .csv），“%s”是文件夹", file)
	}
	content, err := disk.Read(file, most)
	if errors.Is(err, disk.ErrLarge) {
		return nil, fmt.Errorf("名单“%s”超过 %d MB，不像是名单", file, most>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("不能读名单“%s”：%s", file, disk.Reason(err))
	}
	rows, err := rowsOf(content, file)
	if err != nil {
		return nil, fmt.Errorf("名单“%s”读不了：%w", file, err)
	}
	r, err := fromRows(rows)
	if err != nil {
		return nil, fmt.Errorf("名单“%s”要先改：%w", file, err)
	}
	return r, nil
}

var errTooMany = fmt.Errorf("超过 %d 行或者 %d 列，不像是名单", mostRows, mostCells)

func rowsOf(content []byte, name string) ([]workbook.Row, error) {
	head := content[:min(len(content), manuscript.HeadSize)]
	kind := manuscript.Recognise(head, name)
	if kind == manuscript.Workbook {
		book, err := workbook.ReadBook(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return nil, err
		}
		for _, s := range book.Sheets {
			if len(s.Rows) > mostRows {
				return nil, errTooMany
			}
			if len(s.Rows) > 0 {
				return s.Rows, nil // the list stands on the first sheet
			}
		}
		return nil, errors.New("里面没有内容")
	}
	if kind.Refusal != "" {
		return nil, errors.New(kind.Refusal)
	}
	if extension := manuscript.Extension(name); extension != ".csv" && extension != ".txt" {
		return nil, errors.New("名单要用 Excel 表格（.xlsx）或者 .csv 文件")
	}
	return csvRows(content)
}

// csvRows reads what Excel and WPS write: UTF-8 with a mark or GBK, parted by
// commas, semicolons or tabs.
func csvRows(content []byte) ([]workbook.Row, error) {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(content) {
		text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(content)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return nil, errors.New("文字的编码不认得；请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”")
		}
		content = text
	}
	reader := csv.NewReader(bytes.NewReader(content))
	reader.FieldsPerRecord, reader.LazyQuotes = -1, true
	first, _, _ := bytes.Cut(content, []byte("\n"))
	if !bytes.Contains(first, []byte(",")) && bytes.Contains(first, []byte("\t")) {
		reader.Comma = '\t'
	}
	var rows []workbook.Row
	for {
		cells, err := reader.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("不像 .csv 文件：%w", err)
		}
		line, _ := reader.FieldPos(0)
		if len(rows) == mostRows || len(cells) > mostCells {
			return nil, errTooMany
		}
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			rows = append(rows, workbook.Row{Number: line, Cells: cells})
		}
	}
}
