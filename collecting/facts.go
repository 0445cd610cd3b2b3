package collecting

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// Facts is a paragraph of what the sum says, for section one of the report.
func (s *Sum) Facts() string {
	r := s.Report
	number := func(path string) report.Number { return r.Numbers[path] }
	var b strings.Builder
	fmt.Fprintf(&b, "%d年，%s共收到政府信息公开申请%s件", r.Year, r.Agency, number("requests.received.total").Text)
	var by []string
	for _, leaf := range r.Template.Leaves() {
		if strings.HasPrefix(leaf.Path, "requests.received.") && !leaf.Total && !number(leaf.Path).Value.IsZero() {
			by = append(by, leaf.BriefColumn+number(leaf.Path).Text+"件")
		}
	}
	if len(by) > 0 {
		b.WriteString("，其中" + strings.Join(by, "、"))
	}
	fmt.Fprintf(&b, "；上年结转%s件。办结%s件，结转下年度继续办理%s件。", number("requests.carried_in.total").Text, number("requests.outcome.total.total").Text,
		number("requests.carried_forward.total").Text)
	if reviews := number("disputes.reconsideration.total"); !reviews.Value.IsZero() {
		fmt.Fprintf(&b, "因政府信息公开申请行政复议%s件。", reviews.Text)
	}
	suits := number("disputes.litigation_direct.total").Value.Add(number("disputes.litigation_after_reconsideration.total").Value)
	if !suits.IsZero() {
		fmt.Fprintf(&b, "因政府信息公开提起行政诉讼%s件。", suits)
	}
	return b.String()
}
