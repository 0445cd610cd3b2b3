package report

import "testing"

func TestLevelOf(t *testing.T) {
	for name, want := range map[string]string{
		"青石镇人民政府": "township", "柳林街道": "township", "柳林街道办事处": "township", "涞源县水堡镇": "township",
		"清河区民政局": "department", "清河区生态环境分局": "department", "江苏省教育厅": "department", "南宁市卫生健康委员会": "department",
		"涞源县": "", "淮安市": "", "国家税务总局清河区税务局": "", "自然资源部": "", "国家发展和改革委员会": "", "淮安市人民政府办公室": "",
		"苏州工业园区管理委员会": "", "": "", "镇江市": "", "乡宁县": "",
	} {
		if got := LevelOf(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
