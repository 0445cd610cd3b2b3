package reading

import (
	"errors"
	"strings"
	"testing"
)

// Whatever opens in the same programs and is no report is refused as that.
func TestNoReport(t *testing.T) {
	for name, file := range map[string]string{
		"letter":       "<html><p>关于报送2024年政府信息公开工作年度报告的通知</p><p>各乡镇人民政府：</p><p>请于1月20日前报送。</p></html>",
		"stub":         "<html><title>年报</title><h1>清水县柳林乡2024年政府信息公开工作年度报告</h1><p>附件：清水县柳林乡2024年政府信息公开工作年度报告.pdf</p></html>",
		"list":         "<html><ul><li>清水县2023年政府信息公开工作年度报告</li><li>清水县2024年政府信息公开工作年度报告</li></ul></html>",
		"other table":  "<html><table><tr><td>姓名</td><td>电话</td></tr><tr><td>其他</td><td>12</td></tr></table></html>",
		"any XML":      `<?xml version="1.0"?><feed><title>a</title><entry>b</entry></feed>`,
		"one heading":  "<html><p>一、总体情况</p><p>今年下了雨。</p></html>",
		"plan of work": "<html><h1>2024年政务公开工作要点</h1><p>一、总体要求</p><p>二、重点任务</p></html>",
	} {
		r, err := Read(strings.NewReader(file), int64(len(file)))
		if !errors.Is(err, errNoReport) {
			t.Errorf("%s: %v, %v", name, err, r)
		}
	}
	page := "<html><h1>甲县2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>2023年公开信息3条。</p></html>"
	if _, err := Read(strings.NewReader(page), int64(len(page))); err != nil {
		t.Errorf("the beginning of a report: %v", err)
	}
}
