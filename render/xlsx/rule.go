package xlsx

import (
	"fmt"

	"nianbao/templates"
)

// A rule says what may be typed into some cells, and what is shown beside them.
type rule struct {
	formula       string // of the first cell; "": all may be typed
	title, prompt string
	error         string
	cells         []string
}

// kinds are what each kind of number may be; %[1]s is the cell.
var kinds = map[templates.Kind]rule{
	templates.Count: {
		formula: `IF(ISNUMBER(%[1]s),AND(%[1]s>=0,%[1]s=INT(%[1]s)),%[1]s="/")`,
		title:   "填整数", prompt: "填 0 或者大于 0 的整数；没有这项业务填“/”。",
		error: "这里只能填 0 或者大于 0 的整数；没有这项业务填“/”。",
	},
	templates.Change: {
		formula: `IF(ISNUMBER(%[1]s),%[1]s=INT(%[1]s),%[1]s="/")`,
		title:   "填增减数", prompt: "填整数，减少的写成负数；没有这项业务填“/”。",
		error: "这里只能填整数，减少的写成负数；没有这项业务填“/”。",
	},
	templates.Amount: {
		formula: `IF(ISNUMBER(%[1]s),%[1]s>=0,%[1]s="/")`,
		title:   "填金额", prompt: "填金额，可以有小数，单位照这一列的表头；没有这项业务填“/”。",
		error: "这里只能填 0 或者大于 0 的数；没有这项业务填“/”。",
	},
	templates.StatedAmount: {
		formula: `IF(ISNUMBER(%[1]s),%[1]s>=0,OR(%[1]s="/",RIGHT(%[1]s,1)="元"))`,
		title:   "填金额", prompt: "填金额，可以写单位，例如 251000元、25.1万元；没有这项业务填“/”。",
		error: "这里只能填金额，可以写单位，例如 251000元；没有这项业务填“/”。",
	},
}

// validate limits what may be typed for each number that is no sum.
func (s *sheet) validate(leaves []templates.Leaf, places map[string]place, sums map[string]sum) {
	for _, kind := range []templates.Kind{templates.Count, templates.Change, templates.Amount, templates.StatedAmount} {
		rule := kinds[kind]
		for _, leaf := range leaves {
			at, here := places[leaf.Path]
			if _, computed := sums[leaf.Path]; here && !computed && leaf.Kind == kind {
				rule.cells = append(rule.cells, position(at.row, at.column))
			}
		}
		if len(rule.cells) > 0 {
			rule.formula = fmt.Sprintf(rule.formula, rule.cells[0])
			s.rules = append(s.rules, rule)
		}
	}
}
