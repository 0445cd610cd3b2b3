package check_test

import (
	"fmt"

	"nianbao/check"
	"nianbao/report"
	"nianbao/templates"
)

// A report is made number by number; a sum that is left out is computed, and one
// that is given is checked.
func Example() {
	form, err := templates.Load("2021")
	if err != nil {
		panic(err)
	}
	r := report.New(form)
	r.Set("agency", "涞源县")
	r.Set("year", "2022")
	r.Set("blank_as", "0")
	r.Set("requests.received.natural_person", "6")
	r.Set("requests.received.nonprofit", "1")
	fmt.Println("总计：", r.Numbers["requests.received.total"].Text)

	r.Set("requests.received.total", "8")
	for _, p := range check.Check(r) {
		if p.Path == "requests.received.total" {
			fmt.Println(p.Place)
			fmt.Println(p.Message)
		}
	}
	// Output:
	// 总计： 7
	// 表三 · 一、本年新收政府信息公开申请数量 · 总计
	// 自然人与五类法人或其他组织之和应等于总计：自然人 6 + 商业企业 0 + 科研机构 0 + 社会公益组织 1 + 法律服务机构 0 + 其他 0 = 7；总计填的是 8；相差 1
}
