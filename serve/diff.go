package serve

import (
	"net/http"

	"nianbao/check/compare"
	"nianbao/report/jsonfile"
)

// diff says what a report has otherwise than the one it is sent with (last): what
// was changed in a Word file that is opened over its draft. As `nianbao diff`.
func (s *Service) diff(w http.ResponseWriter, r *http.Request) (reply, error) {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return reply{}, err
	}
	now, problems := jsonfile.Decode(t.src)
	switch {
	case t.options.Last == nil:
		return reply{}, malformed("请用 multipart/form-data 发来 report（改过的）和 last（原来的）两份报告")
	case now.Template == nil && len(problems) > 0:
		return reply{}, unreadable("读不成报告：" + problems[0].Message)
	}
	now.Complete()
	t.options.Last.Complete()
	differences := compare.Differences(t.options.Last, now)
	return inJSON(http.StatusOK, map[string]any{"differences": append([]compare.Difference{}, differences...)})
}
