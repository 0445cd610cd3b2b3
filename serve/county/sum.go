package county

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"nianbao/collecting/steps"
	"nianbao/document"
	"nianbao/filing"
	"nianbao/report"
	"nianbao/templates"
)

// A summed is what the page shows of a sum.
type summed struct {
	Units   int       `json:"units"` // that are in it
	Missing int       `json:"missing"`
	Left    []leftOut `json:"left"`
	Remarks []string  `json:"remarks"`
	Facts   string    `json:"facts"`
	Out     string    `json:"out"`  // "": the results are to be fetched
	Data    string    `json:"data"` // the file of the sum's data; "": too much is missing
	Written []string  `json:"written"`
	Changed bool      `json:"changed"`
}

// A leftOut is a unit that is not in the sum, and why.
type leftOut struct {
	Unit    string `json:"unit"`
	Why     string `json:"why"`
	Missing bool   `json:"missing"` // it should have been
}

func (o *order) sum() (func(steps.Watch) (any, written, error), error) {
	o.Agency = strings.TrimSpace(o.Agency)
	if o.Agency == "" {
		return nil, unwilling("请写全县报告标题里的机关名称，如 涞源县")
	}
	data, err := o.data()
	if err != nil {
		return nil, err
	}
	s := steps.Sum{Folder: o.Folder, List: o.List, Agency: o.Agency, Year: o.Year, Collected: o.Out, Last: o.CountyLast, Own: o.Own,
		Into: filepath.Join(o.Out, data), Partial: o.Partial, Force: o.Replace}
	return func(watch steps.Watch) (any, written, error) {
		s.Watch = watch
		if o.kept != "" {
			if err := o.keep(s.Into); err != nil {
				return nil, written{}, err
			}
		}
		sum, err := s.Do()
		if err != nil {
			return nil, written{}, err
		}
		out := summed{Units: len(sum.Units), Missing: len(sum.Missing()), Left: []leftOut{}, Remarks: []string{}, Facts: sum.Facts(), Out: o.Out,
			Written: sum.Written, Changed: sum.Changed}
		for _, left := range sum.Left {
			out.Left = append(out.Left, leftOut{left.Unit, left.Why, left.Missing})
		}
		for _, note := range sum.Notes {
			out.Remarks = append(out.Remarks, o.short(strings.TrimSuffix(note, "。")+"。"))
		}
		if len(sum.Written) > 0 {
			out.Data = data
		}
		if o.Handed {
			out.Out = ""
		}
		return out, written{o.Out, sum.Written}, nil
	}, nil
}

// data is the file of the sum's data. It has the name by which the page saves the
// report, so that what people wrote takes its place.
func (o *order) data() (string, error) {
	form, err := templates.ForYear(o.Year)
	if err != nil {
		return "", unwilling("%s", err)
	}
	r := report.New(form)
	for path, text := range map[string]string{"agency": o.Agency, "year": strconv.Itoa(o.Year)} {
		if p := r.Put(path, text); p != nil {
			return "", unwilling("%s", p.Message)
		}
	}
	name, _ := filing.Name(document.Fill(r, document.Options{}))
	return name + ".json", nil
}

// keep puts a sum that people wrote in where the new one takes their texts from.
func (o *order) keep(into string) error {
	content, err := os.ReadFile(o.kept)
	if err != nil {
		return unkept(err)
	}
	if err := os.MkdirAll(filepath.Dir(into), 0o700); err != nil {
		return unkept(err)
	}
	if err := os.WriteFile(into, content, 0o600); err != nil {
		return unkept(err)
	}
	return nil
}
