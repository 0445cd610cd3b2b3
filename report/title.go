package report

import "strconv"

// A title that the office breaks itself has at most so many lines, of so many
// characters: what 156 mm hold of 小标宋 in 二号 (GB/T 9704-2012, 7.3.1).
const (
	MostTitleLines  = 8
	LongestTitleRow = 20
)

// Title is what the report is called on its first page; "" without a template.
func (r *Report) Title() string {
	if r.Template == nil {
		return ""
	}
	return r.Agency + strconv.Itoa(r.Year) + "年" + r.Template.Title
}
