package serve

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/render"
	"nianbao/report/jsonfile"
	"nianbao/report/schema"
	"nianbao/templates"
)

// A form is an edition as the page draws it: its headings, tables and numbers,
// without what only the checks read.
type form struct {
	templates.Template
	Name   string          `json:"name"`   // as people call it, who do not know its key
	Family string          `json:"family"` // the national edition that it is, or is a variant of
	Leaves map[string]leaf `json:"leaves"` // by path
	Grids  map[string]grid `json:"grids"`  // its tables, by section
}

type leaf struct {
	Place string         `json:"place"`
	Kind  templates.Kind `json:"kind"`
	Total bool           `json:"total"` // computed when it is left out
	Unit  string         `json:"unit"`  // that the form names: 万元; "": none
}

func (s *Service) templates(w http.ResponseWriter, r *http.Request) (reply, error) {
	all, err := templates.All()
	if err != nil {
		return reply{}, err
	}
	var forms []form
	for _, t := range all {
		forms = append(forms, newForm(t))
	}
	return inJSON(http.StatusOK, map[string]any{"templates": forms, "formats": formats(), "drafts": s.options.Drafts != "", "county": s.options.County != ""})
}

// A fileFormat is a format of files as the page offers it.
type fileFormat struct {
	Name   string      `json:"name"` // in ?format=
	Button string      `json:"button"`
	Brief  string      `json:"brief"`
	Copy   *fileFormat `json:"copy,omitempty"` // what of it can be copied
}

func formats() []fileFormat {
	var all []fileFormat
	for _, f := range render.Formats {
		offered := fileFormat{Name: f.Name, Button: f.Button, Brief: f.Brief}
		if f.Copy != nil {
			offered.Copy = &fileFormat{Name: f.Name, Button: f.Copy.Button, Brief: f.Copy.Brief}
		}
		all = append(all, offered)
	}
	return all
}

func newForm(t *templates.Template) form {
	f := form{Template: *t, Name: t.FullName(), Family: t.Family(), Grids: gridsOf(t), Leaves: map[string]leaf{}}
	for _, l := range t.Leaves() {
		f.Leaves[l.Path] = leaf{l.Place, l.Kind, l.Total, unitOf(l.Place)}
	}
	f.Topics = nil
	f.Sections = slices.Clone(t.Sections) // templates are shared
	for i, section := range f.Sections {
		f.Sections[i].Covers = nil
		if section.Table == nil {
			continue
		}
		table := *section.Table
		table.Parts = slices.Clone(table.Parts)
		for j := range table.Parts {
			table.Parts[j].Phrases = nil
		}
		f.Sections[i].Table = &table
	}
	return f
}

var unit = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`（单位：(\p{Han}+)）`) })

func unitOf(place string) string {
	if found := unit().FindStringSubmatch(place); found != nil {
		return found[1]
	}
	return ""
}

func (s *Service) schema(w http.ResponseWriter, r *http.Request) (reply, error) {
	edition := r.PathValue("edition")
	if !slices.Contains(templates.Editions(), edition) {
		return reply{}, &refusal{status: http.StatusNotFound, message: "没有这个格式，可以用的有 " + strings.Join(templates.Editions(), "、")}
	}
	t, err := templates.Load(edition)
	if err != nil {
		return reply{}, err
	}
	return reply{status: http.StatusOK, kind: "application/schema+json; charset=utf-8", content: schema.Of(t)}, nil
}

// blank answers with a blank report, the one that `nianbao new` prints.
func (s *Service) blank(w http.ResponseWriter, r *http.Request) (reply, error) {
	query := r.URL.Query()
	agency := strings.TrimSpace(query.Get("agency"))
	if agency == "" {
		return reply{}, unreadable("请写出机关名称")
	}
	year, err := strconv.Atoi(query.Get("year"))
	if err != nil || year < 1000 || year > 9999 {
		return reply{}, unreadable("年份请写四位半角数字，例如 2025")
	}
	t, err := templates.ForNew(query.Get("edition"), year)
	if err != nil {
		return reply{}, unreadable(err.Error())
	}
	return reply{status: http.StatusOK, kind: "application/json; charset=utf-8", content: jsonfile.Blank(t, agency, year)}, nil
}
