package textline

import "testing"

// What stands between the agency and the year is none of the agency's name.
func TestTitleAbout(t *testing.T) {
	const name = "政府信息公开工作年度报告"
	for line, agency := range map[string]string{
		"涞源县教育局关于2025年政府信息公开工作年度报告":     "涞源县教育局",
		"涞源县教育局关于报送2025年政府信息公开工作年度报告":   "涞源县教育局",
		"涞源县教育局关于公开2025年政府信息公开工作年度报告":   "涞源县教育局",
		"关于涞源县2025年政府信息公开工作年度报告":        "涞源县",
		"关于2025年涞源县政府信息公开工作年度报告":        "涞源县",
		"涞源县第42街道办事处2025年政府信息公开工作年度报告":  "涞源县第42街道办事处",
		"涞源县人民政府办公室关于二〇二五年政府信息公开工作年度报告": "涞源县人民政府办公室",
	} {
		if title, ok := ReadTitle([]string{line}, name); !ok || title.Agency != agency || title.Year != 2025 {
			t.Errorf("%s: %+v %v", line, title, ok)
		}
	}
}
