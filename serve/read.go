package serve

import (
	"bytes"
	"net/http"

	"nianbao/report"
)

// An opened file is what the page takes over of it.
type opened struct {
	Report   flat             `json:"report"`
	Problems []report.Problem `json:"problems"` // what could not be taken over as it stands
	Notes    []string         `json:"notes"`
}

// read answers with the report that a file holds.
func (s *Service) read(w http.ResponseWriter, r *http.Request) (reply, error) {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return reply{}, err
	}
	found, err := open(t.src)
	if err != nil {
		return reply{}, err
	}
	return inJSON(http.StatusOK, found)
}

// open tells a file's kind by its content. A new kind is a case here.
func open(file []byte) (opened, error) {
	switch {
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return opened{}, unreadable("Word 文件还读不了，请打开报告的 JSON 文件")
	case bytes.HasPrefix(file, []byte("%PDF-")):
		return opened{}, unreadable("PDF 文件读不了，请打开报告的 JSON 文件")
	}
	r, problems := report.Decode(file)
	if r.Template == nil {
		message := "读不成报告"
		if len(problems) > 0 {
			message += "：" + problems[0].Message
		}
		return opened{}, unreadable(message)
	}
	return opened{Report: flatten(r), Problems: append([]report.Problem{}, problems...), Notes: []string{}}, nil
}

func unreadable(message string) error {
	return &refusal{status: http.StatusUnprocessableEntity, message: message}
}
