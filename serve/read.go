package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"nianbao/filing"
	"nianbao/filing/office"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// An opened file is what the page takes over of it.
type opened struct {
	Report   flat              `json:"report"`
	Problems []problem.Problem `json:"problems"` // what could not be taken over as it stands
	Notes    []string          `json:"notes"`
	Blanks   int               `json:"blanks,omitempty"` // cells that the file leaves blank, which blank_as=0 would read as 0
	Prints   string            `json:"prints,omitempty"` // digest of what the file says that it prints; files of one name should agree
}

// read answers with the report that a file holds.
func (s *Service) read(w http.ResponseWriter, r *http.Request) (reply, error) {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return reply{}, err
	}
	zero := false
	switch blanks := r.URL.Query().Get("blank_as"); blanks {
	case "":
	case "0":
		zero = true
	default:
		return reply{}, malformed("blank_as 只能是 0：空着的格按 0 读")
	}
	found, err := s.open(r.Context(), t.src, zero)
	prints := filing.PrintOf(t.src)
	if why := (*refusal)(nil); errors.As(err, &why) {
		why.prints = prints
	}
	if err != nil {
		return reply{}, err
	}
	found.Prints = prints
	return inJSON(http.StatusOK, found)
}

// open reads a file by its content: the report's own data, or what shows it,
// blank cells of which may count as 0.
func (s *Service) open(ctx context.Context, file []byte, blanksAsZero bool) (opened, error) {
	if manuscript.Recognise(file[:min(len(file), manuscript.HeadSize)], "") == manuscript.Data {
		return openData(file)
	}
	read, err := reading.Read(bytes.NewReader(file), int64(len(file)))
	if refused := (*manuscript.Refused)(nil); s.options.Office && errors.As(err, &refused) {
		read, err = office.Read(ctx, bytes.NewReader(file), int64(len(file)), refused)
	}
	if err != nil {
		return opened{}, unreadable(err.Error())
	}
	for i := range read.Problems {
		read.Problems[i].Line = 0
	}
	if read.Report.Template == nil {
		return opens(read.Report, read.Problems, read.Summary)
	}
	blanks := 0
	if blanksAsZero {
		if n := read.BlanksAsZero(); n > 0 {
			read.Summary = append(read.Summary, fmt.Sprintf("文件里空着的 %d 格按 0 读", n))
		}
	} else {
		blanks = len(read.Blanks())
	}
	found, err := opens(read.Report, read.Problems, read.Summary)
	found.Blanks = blanks
	return found, err
}

func openData(file []byte) (opened, error) {
	if jsonfile.Foreign(file) {
		return opened{}, unreadable(jsonfile.ErrForeign.Error())
	}
	r, problems := jsonfile.Decode(file)
	found, err := opens(r, problems, nil)
	if err == nil {
		keepTyped(found.Report.Numbers, file, r, problems)
	}
	return found, err
}

// keepTyped adds what stands in cells that hold no number: it was typed, and
// must not be lost by saving and opening again.
func keepTyped(numbers map[string]string, file []byte, r *report.Report, problems []problem.Problem) {
	decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))))
	decoder.UseNumber()
	var root any
	if decoder.Decode(&root) != nil {
		return
	}
	for _, p := range problems {
		if _, ok := r.Template.Leaf(p.Path); !ok {
			continue
		}
		value := root
		for key := range strings.SplitSeq(p.Path, ".") {
			object, _ := value.(map[string]any)
			value = object[key]
		}
		switch value := value.(type) {
		case string:
			numbers[p.Path] = value
		case json.Number:
			numbers[p.Path] = value.String()
		}
	}
}

func opens(r *report.Report, problems []problem.Problem, notes []string) (opened, error) {
	if r.Template == nil {
		message := "读不成报告"
		if len(problems) > 0 {
			message += "：" + problems[0].Message
		}
		return opened{}, unreadable(message)
	}
	return opened{Report: flatten(r), Problems: append([]problem.Problem{}, problems...), Notes: append([]string{}, notes...)}, nil
}

func unreadable(message string) error {
	return &refusal{status: http.StatusUnprocessableEntity, message: message}
}
