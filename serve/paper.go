package serve

import (
	"net/http"
	"net/url"

	"nianbao/filing"
	"nianbao/render/pdf"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A task is a report with what is asked of it.
type task struct {
	src     []byte
	options filing.Options
	query   url.Values
}

// task reads a request. done gives back what it holds and its turn to work; it
// must be called, also after an error.
func (s *Service) task(w http.ResponseWriter, r *http.Request) (t task, done func(), err error) {
	body, release, err := s.body(w, r)
	done = release
	if err != nil {
		return t, done, err
	}
	t = task{query: r.URL.Query()}
	var last []byte
	if t.src, last, err = parts(r.Header.Get("Content-Type"), body); err != nil {
		return t, done, err
	}
	leave, err := s.limits.turn(r.Context(), work{clientOf(r, s.options.Proxies), weightOf(body)})
	if err != nil {
		return t, done, err
	}
	done = func() { leave(); release() }
	if err = tooLong(t.src); err != nil {
		return t, done, err
	}
	t.options = filing.Options{Faces: s.options.Faces, Context: r.Context()}
	if t.options.Draft, err = t.flag("draft"); err != nil {
		return t, done, err
	}
	if t.options.Strict, err = t.flag("strict"); err != nil {
		return t, done, err
	}
	if last != nil {
		if err = tooLong(last); err == nil {
			t.options.Last, err = lastYear(last)
		}
	}
	return t, done, err
}

// lastYear reads the report to compare with.
func lastYear(src []byte) (*report.Report, error) {
	last, problems := jsonfile.Decode(src)
	if last.Template != nil && len(last.Numbers) > 0 {
		return last, nil
	}
	message := "读不成上年的报告"
	if len(problems) > 0 {
		message += "：" + problems[0].Message
	}
	return nil, &refusal{status: http.StatusUnprocessableEntity, message: message}
}

// flag is a parameter that is 1 or left out.
func (t task) flag(name string) (bool, error) {
	switch value := t.query.Get(name); {
	case value == "0", !t.query.Has(name):
		return false, nil
	case value == "1":
		return true, nil
	}
	return false, &refusal{status: http.StatusBadRequest, message: name + " 只能写 1 或 0"}
}

// conformance is the part of PDF/A that the request names.
func (t task) conformance() (pdf.Conformance, error) {
	name := t.query.Get("pdfa")
	if !t.query.Has("pdfa") {
		return pdf.PDFA2a, nil
	}
	if c, ok := pdf.Named(name); ok {
		return c, nil
	}
	return 0, &refusal{status: http.StatusBadRequest, message: "pdfa 可以写 1a、2a、3a、4"}
}
