package check

import (
	"testing"

	"nianbao/report"
	"nianbao/templates"
)

// Periods as reports state them, of the year that the report is for or not.
func TestStatedPeriod(t *testing.T) {
	for text, found := range map[string]bool{
		"报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。": false,
		"本报告所列数据统计期限为2024年1月1日至12月31日。":         false,
		"数据统计时限为2024年1月1日—2024年12月31日。":         false,
		"信息数据统计期限为：2024年1月1日-2024年12月31日。":      false,
		"所列统计数据的期限自2024年1月1日起，至2024年12月31日止。":   false,
		"报告中所列数据统计期限自2024年1月1日始至2024年12月31日止。":  false,
		"本报告中所列数据的统计期限从2024年1月1日到12月31日止。":      false,
		"本报告数据统计时段为2024年 1月 1日至 2024年 12月 31日。": false,
		"报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。": true,
		"报告中所列数据的统计期限自2024年1月1日起至2023年12月31日止。": true,
		"本报告所列数据统计期限为2024年3月21日至12月31日。":        true,
		"所列统计数据的期限自2023年1月1日起，至2023年12月31日止。":   true,
		"报告中所列数据统计期限自2023年1月1日始至2023年12月31日止。":  true,
		"2023年3月1日至2024年2月28日，开展第三方评估，共评估38家。":  false,
		"2023年5月1日至5月31日为政务公开宣传月，期间发放手册8580份。":  false,
		"《2021年1月1日至12月31日数据》另行公布。":             false,
		"公开《2023年1月1日起至2025年12月31日的数据标准》，期限三年。": false,
	} {
		r := &report.Report{Template: mustTemplate(t), Year: 2024, Prose: map[string]report.Prose{templates.PreambleKey: {Text: text}}}
		if problems := statedPeriod(r); (len(problems) > 0) != found {
			t.Errorf("%s: found is %v", text, !found)
		}
	}
}
