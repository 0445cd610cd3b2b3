package roster

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/manuscript/workbook"
)

// Heads are the columns of a roster; only the first is a must.
var Heads = []string{"单位", "别名", "机关层级", "计入汇总", "联系人", "电话"}

// levels are what people call a report's agency_level.
var levels = []struct{ key, name string }{
	{"province", "省级"}, {"city", "市级"}, {"county", "县级"}, {"township", "乡镇街道"}, {"department", "部门"},
}

// LevelName is what people call a level; "" of none.
func LevelName(key string) string {
	for _, l := range levels {
		if l.key == key {
			return l.name
		}
	}
	return ""
}

// headRows is how far down the heads may stand: above them is a title.
const headRows = 10

// fromRows makes a roster of a sheet's rows.
func fromRows(rows []workbook.Row) (*Roster, error) {
	columns := []int{0, -1, -1, -1, -1, -1}
	for i, row := range rows[:min(len(rows), headRows)] {
		if found, ok := headOf(row); ok {
			if found[0] < 0 {
				return nil, fmt.Errorf("第 %d 行是表头，却没有“单位”一列", row.Number)
			}
			columns, rows = found, rows[i+1:]
			break
		}
	}
	var units []Unit
	var wrong []string
	for _, row := range rows {
		u, err := unitOf(row, columns)
		if err != nil {
			wrong = append(wrong, fmt.Sprintf("第 %d 行%s", row.Number, err))
			continue
		}
		units = append(units, u)
	}
	r, err := New(units)
	if err != nil && (len(units) > 0 || len(wrong) == 0) {
		wrong = append(wrong, err.Error())
	}
	if len(wrong) > 0 {
		return nil, listed(wrong)
	}
	return r, nil
}

// listed are the first of what is wrong; who has mended those sees the others.
func listed(wrong []string) error {
	const most = 20
	text := strings.Join(wrong[:min(len(wrong), most)], "；")
	if len(wrong) > most {
		text += fmt.Sprintf("；……共 %d 处", len(wrong))
	}
	return errors.New(text)
}

// headOf finds the columns by their heads; the first word of a head counts, what
// follows in brackets explains it.
func headOf(row workbook.Row) (columns []int, ok bool) {
	found := 0
	for _, head := range Heads {
		at := slices.IndexFunc(row.Cells, func(cell string) bool { return isHead(cell, head) })
		columns = append(columns, at)
		if at >= 0 {
			found++
		}
	}
	return columns, found > 1 || columns[0] >= 0
}

// headNames are further names of the columns, besides those with 名称 behind.
var headNames = map[string]string{
	"层级": "机关层级", "联系电话": "电话", "是否计入汇总": "计入汇总", "单位全称": "单位", "机关": "单位", "机关全称": "单位", "单位简称": "别名", "简称": "别名",
}

func isHead(cell, head string) bool {
	cell = plain(cell)
	if at := strings.IndexAny(cell, "（("); at >= 0 {
		cell = cell[:at]
	}
	cell = strings.TrimSuffix(cell, "名称")
	return cell == head || headNames[cell] == head
}

// Longer names and more aliases than any unit has, in bytes of UTF-8.
const (
	mostName    = 600
	mostAliases = 50
)

func unitOf(row workbook.Row, columns []int) (Unit, error) {
	at := func(i int) string { return strings.TrimSpace(row.At(columns[i])) }
	u := Unit{Name: plain(at(0)), Contact: at(4), Telephone: at(5), Line: row.Number}
	if u.Name == "" {
		return u, errors.New("没有写单位")
	}
	if len(u.Name) > mostName {
		return u, errors.New("的单位太长，不像是单位的名称")
	}
	if len(at(1)) > mostName*mostAliases {
		return u, errors.New("的别名太多")
	}
	for alias := range strings.FieldsFuncSeq(at(1), func(r rune) bool { return r == '；' || r == ';' || r == '\n' }) {
		if alias = plain(alias); alias != "" && alias != u.Name && !slices.Contains(u.Aliases, alias) {
			u.Aliases = append(u.Aliases, alias)
		}
	}
	for _, l := range levels {
		if strings.HasPrefix(at(2), l.name) || at(2) == "地方政府"+l.name {
			u.Level = l.key
		}
	}
	if at(2) != "" && u.Level == "" {
		return u, fmt.Errorf("的机关层级写的是“%s”，请写省级、市级、县级、乡镇街道、部门之一，或者空着", at(2))
	}
	switch at(3) {
	case "", "是":
	case "否":
		u.Part = Left
	case "上级代报":
		u.Part = ByParent
	default:
		return u, fmt.Errorf("的“计入汇总”写的是“%s”，请写是、否、上级代报之一", at(3))
	}
	return u, nil
}
