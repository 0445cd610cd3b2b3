package serve

import (
	"net/http"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/render/layout"
	"nianbao/render/svg"
	"nianbao/report"
)

// pictures are a report's pages as the page shows them.
type pictures struct {
	Pages    []string         `json:"pages"` // an SVG each; none where the report cannot be laid out
	Draft    bool             `json:"draft"`
	Problems []report.Problem `json:"problems"`
}

// draw answers with the pages as they will be printed. Those of a report that
// must not be filed yet are marked as a draft's; what is wrong with it is listed
// on pages of its own only where a draft was asked for.
func (s *Service) draw(w http.ResponseWriter, r *http.Request) error {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return err
	}
	paper := filing.Lay(t.src, t.measures)
	pages, draft := paper.Layout, t.measures.Draft
	if paper.Document != nil && !paper.Fileable(t.measures) {
		draft = true
		pages, _ = layout.Set(document.Fill(paper.Report, document.Options{Draft: true}), t.measures.Faces)
	}
	answer := pictures{Pages: []string{}, Draft: draft, Problems: append([]report.Problem{}, paper.Problems...)}
	if pages != nil {
		drawn, err := svg.Pages(pages)
		if err != nil {
			return err
		}
		for _, page := range drawn {
			answer.Pages = append(answer.Pages, string(page))
		}
	}
	return sendJSON(w, http.StatusOK, answer)
}
