package reading_test

import (
	"fmt"
	"strings"

	"nianbao/reading"
)

// A saved web page becomes a report; what was found, and how sure that is, is said.
func Example() {
	page := strings.NewReader(`<h1>涞源县2022年政府信息公开工作年度报告</h1>
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<table>
<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr><td rowspan="2">结果维持</td><td rowspan="2">结果纠正</td><td rowspan="2">其他结果</td><td rowspan="2">尚未审结</td><td rowspan="2">总计</td>
<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
<tr><td>3</td><td>1</td><td>0</td><td>0</td><td>4</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
</table>`)
	read, err := reading.Read(page, page.Size())
	if err != nil {
		panic(err)
	}
	fmt.Println(read.Report.Agency, read.Report.Year, read.Report.Numbers["disputes.reconsideration.total"].Text)
	fmt.Println(read.Places["disputes.reconsideration.total"])
	// Output:
	// 涞源县 2022 4
	// 第 1 个表第 4 行第 5 列
}
