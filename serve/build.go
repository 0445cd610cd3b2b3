package serve

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"nianbao/filing"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// build answers with the file that `nianbao build` writes, byte for byte; where
// the report must not be filed, with what keeps it from that.
func (s *Service) build(w http.ResponseWriter, r *http.Request) (reply, error) {
	format, err := formatNamed(r.URL.Query().Get("format"))
	if err != nil {
		return reply{}, err
	}
	archive, err := task{query: r.URL.Query()}.flag("ofda")
	if err != nil {
		return reply{}, err
	}
	return s.printed(w, r, format, func(paper *filing.Paper, conformance pdf.Conformance) (reply, error) {
		print := paper.Print(conformance)
		if archive {
			print = paper.ForArchive(print)
		}
		content, err := format.Write(print)
		if err != nil {
			return reply{}, unwritten(err)
		}
		name, _ := filing.Name(paper.Document)
		return reply{status: http.StatusOK, kind: format.MediaType, name: name + format.Extension, content: content}, nil
	})
}

// A pasteable is a report as it is pasted into another program.
type pasteable struct {
	Title string `json:"title"` // which neither of the two has
	HTML  string `json:"html"`
	Text  string `json:"text"`
}

// pasted answers with a format's content for the clipboard.
func (s *Service) pasted(w http.ResponseWriter, r *http.Request) (reply, error) {
	format, err := formatNamed(r.URL.Query().Get("format"))
	if err == nil && format.Copy == nil {
		err = &refusal{status: http.StatusBadRequest, message: format.Name + " 只能下载，不能复制"}
	}
	if err != nil {
		return reply{}, err
	}
	return s.printed(w, r, format, func(paper *filing.Paper, _ pdf.Conformance) (reply, error) {
		d := paper.Document
		return inJSON(http.StatusOK, pasteable{d.FileTitle(), string(format.Copy.HTML(d)), string(format.Copy.Text(d))})
	})
}

// printed answers for a report that may be printed; else with what keeps it from that.
func (s *Service) printed(w http.ResponseWriter, r *http.Request, format render.Format, answer func(*filing.Paper, pdf.Conformance) (reply, error)) (reply, error) {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return reply{}, err
	}
	conformance, err := t.conformance()
	if err != nil {
		return reply{}, err
	}
	t.options.Word = !format.Laid
	paper := filing.Lay(t.src, t.options)
	if r.Context().Err() != nil {
		return reply{}, gone
	}
	if !paper.Fileable(t.options) {
		return inJSON(http.StatusUnprocessableEntity, newFinding(paper, t.options))
	}
	return answer(paper, conformance)
}

// unwritten: a damaged face is the office's to mend; all else is a fault of the
// program, and becomes a 500.
func unwritten(err error) error {
	var damaged *font.GlyphError
	if errors.As(err, &damaged) && damaged.Face.File() != "" {
		return &refusal{status: http.StatusUnprocessableEntity,
			message: fmt.Sprintf("字体 %s 里有坏的字形，请换一份这个字体；一时没有的，请管理员在启动程序时指定用自带的字体", damaged.Face.Family())}
	}
	return err
}

func formatNamed(name string) (render.Format, error) {
	var known []string
	for _, format := range render.Formats {
		if format.Name == name {
			return format, nil
		}
		known = append(known, format.Name)
	}
	return render.Format{}, &refusal{status: http.StatusBadRequest, message: "请用 format 写出要哪一种文件：" + strings.Join(known, "、")}
}
