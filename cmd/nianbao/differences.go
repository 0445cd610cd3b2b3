package main

import (
	"strings"

	"nianbao/check/compare"
)

// differenceLine is a difference as people read it below its group's name.
func differenceLine(d compare.Difference) string {
	remark := ""
	if d.Remark != "" {
		remark = "（" + d.Remark + "）"
	}
	if d.Kind != compare.DiffersInProse {
		return strings.TrimPrefix(d.Place, d.Group+" · ") + "：" + orBlank(d.A) + " → " + orBlank(d.B) + remark
	}
	switch {
	case d.Remark != "":
		return d.Remark
	case d.MarkedA != "" || d.MarkedB != "":
		return "原  " + d.MarkedA + "\n  改  " + d.MarkedB
	case d.B == "":
		return "删  " + d.A
	}
	return "添  " + d.B
}

func orBlank(text string) string {
	if text == "" {
		return "（空）"
	}
	return text
}
