package report_test

import (
	"fmt"

	"nianbao/report"
	"nianbao/templates"
)

// Set says what cannot stand in a cell, and what to do about it.
func ExampleReport_Set() {
	form, err := templates.Load("2021")
	if err != nil {
		panic(err)
	}
	r := report.New(form)
	if p := r.Set("disclosure.fees", "1835万元"); p != nil {
		fmt.Println(p.Place)
		fmt.Println(p.Message)
		fmt.Println(p.InForm())
	}
	fmt.Println(r.Set("disclosure.fees", "1835"), r.Numbers["disclosure.fees"].Value)
	// Output:
	// 表二 · 行政事业性收费 · 本年收费金额（单位：万元）
	// 应为数，写成了文字“1835万元”
	// 按这一格的单位换算好再填数，不写单位：单位是万元的，元数要除以 10000；件数写全，不写万、亿
	// <nil> 1835
}
