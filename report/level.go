package report

import "strings"

// LevelOf is the agency_level that a name alone shows: township for a town, a
// township or a street, department for an office of a local government; "" where
// the name shows neither. A bureau of the State Council shows itself by 国家, 总局
// and their like, and an office of a city's government may report for the city.
func LevelOf(agency string) string {
	name := strings.TrimSuffix(agency, "人民政府")
	for _, end := range []string{"镇", "乡", "街道", "街道办", "街道办事处"} {
		if strings.HasSuffix(name, end) {
			return "township"
		}
	}
	for _, higher := range []string{"国家", "国务院", "中国", "中华", "总局", "总署", "政府办公", "人民银行", "海关"} {
		if strings.Contains(agency, higher) {
			return ""
		}
	}
	place := false
	for _, rank := range []string{"省", "市", "县", "区", "州", "旗", "盟"} {
		i := strings.Index(agency, rank)
		place = place || i > 0 && i+len(rank) < len(agency)
	}
	for _, end := range []string{"局", "厅", "委员会", "支队", "大队", "总队"} {
		if place && strings.HasSuffix(agency, end) && !strings.HasSuffix(agency, "管理委员会") && !strings.HasSuffix(agency, "管委会") {
			return "department"
		}
	}
	return ""
}
