package serve

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"nianbao/filing"
	"nianbao/render"
	"nianbao/render/font"
)

// mediaTypes are how the formats' files are called in HTTP.
var mediaTypes = map[string]string{
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"pdf":  "application/pdf",
}

// build answers with the file that `nianbao build` writes, byte for byte; where
// the report must not be filed, with what keeps it from that.
func (s *Service) build(w http.ResponseWriter, r *http.Request) error {
	format, err := formatNamed(r.URL.Query().Get("format"))
	if err != nil {
		return err
	}
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return err
	}
	conformance, err := t.conformance()
	if err != nil {
		return err
	}
	paper := filing.Lay(t.src, t.measures)
	if !paper.Fileable(t.measures) {
		return sendJSON(w, http.StatusUnprocessableEntity, newFinding(paper, t.measures))
	}
	content, err := format.Write(paper.Print(conformance))
	if err != nil {
		return unwritten(err)
	}
	name, _ := filing.Name(paper.Document)
	w.Header().Set("Content-Disposition", attachment(name+format.Extension))
	send(w, http.StatusOK, mediaTypes[format.Name], content)
	return nil
}

// unwritten: a damaged face is the office's to mend; all else is a fault of the
// program, and becomes a 500.
func unwritten(err error) error {
	var damaged *font.GlyphError
	if errors.As(err, &damaged) && damaged.Face.File() != "" {
		return &refusal{status: http.StatusUnprocessableEntity,
			message: fmt.Sprintf("字体 %s 里有坏的字形，请换一份这个字体，或者在启动时加上 -faces embedded", damaged.Face.Family())}
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

// attachment names the file to save (RFC 6266); programs that know no UTF-8
// there get a plain name.
func attachment(name string) string {
	plain := "report" + name[strings.LastIndexByte(name, '.'):]
	return fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, plain, strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
}
