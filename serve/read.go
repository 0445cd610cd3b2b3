package serve

import (
	"bytes"
	"net/http"

	"nianbao/reading"
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

// open reads a file by its content: the report's own data, or what shows it.
func open(file []byte) (opened, error) {
	text := bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(text) == 0 || text[0] == '{' {
		return openData(file)
	}
	read, err := reading.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return opened{}, unreadable(err.Error())
	}
	for i := range read.Problems {
		read.Problems[i].Line = 0
	}
	return opens(read.Report, read.Problems, read.Summary)
}

func openData(file []byte) (opened, error) {
	r, problems := report.Decode(file)
	return opens(r, problems, nil)
}

func opens(r *report.Report, problems []report.Problem, notes []string) (opened, error) {
	if r.Template == nil {
		message := "读不成报告"
		if len(problems) > 0 {
			message += "：" + problems[0].Message
		}
		return opened{}, unreadable(message)
	}
	return opened{Report: flatten(r), Problems: append([]report.Problem{}, problems...), Notes: append([]string{}, notes...)}, nil
}

func unreadable(message string) error {
	return &refusal{status: http.StatusUnprocessableEntity, message: message}
}
