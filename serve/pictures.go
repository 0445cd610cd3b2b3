package serve

import (
	"net/http"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/problem"
	"nianbao/render/layout"
	"nianbao/render/svg"
)

// pictures are a report's pages as the page shows them.
type pictures struct {
	Pages    []string          `json:"pages"` // an SVG each; none where the report cannot be laid out
	Total    int               `json:"total"` // pages that the report has
	Draft    bool              `json:"draft"`
	Sections map[string]place  `json:"sections"`
	Spots    [][]spot          `json:"spots"` // by page, where each piece of the report stands
	Problems []problem.Problem `json:"problems"`
}

// mostDrawn are the pages of one answer; a page takes some 100 KB.
const mostDrawn = 100

// draw answers with the pages as they will be printed. Those of a report that
// must not be filed yet are marked as a draft's; what is wrong with it is listed
// on pages of its own only where a draft was asked for.
func (s *Service) draw(w http.ResponseWriter, r *http.Request) (reply, error) {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return reply{}, err
	}
	paper := filing.Lay(t.src, t.options)
	pages, draft := paper.Layout, t.options.Draft
	if paper.Document != nil && !paper.Fileable(t.options) {
		draft = true
		pages, _ = layout.SetUntil(r.Context(), document.Fill(paper.Report, document.Options{Draft: true}), t.options.Faces)
	}
	if r.Context().Err() != nil {
		return reply{}, gone
	}
	answer := pictures{Pages: []string{}, Spots: [][]spot{}, Draft: draft, Problems: append([]problem.Problem{}, paper.Problems...)}
	if pages != nil {
		answer.Total = len(pages.Pages)
		answer.Sections = sectionPlaces(pages, paper.Report.Template)
		part := *pages
		part.Pages = pages.Pages[:min(len(pages.Pages), mostDrawn)]
		drawn, err := svg.Pages(&part)
		if err != nil {
			return reply{}, unwritten(err)
		}
		answer.Spots = spotsOf(pages, len(drawn))
		for _, page := range drawn {
			answer.Pages = append(answer.Pages, string(page))
		}
	}
	return inJSON(http.StatusOK, answer)
}
