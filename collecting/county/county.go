// Package county makes a county: the reports of its units as they come by mail, in
// all kinds of files, with the habits and the faults of many hands. The same seed
// makes the same county; it is nobody's.
package county

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/templates"
)

// Year is the year of all its reports.
const Year = 2025

// A County is what was made, and what must be found in it.
type County struct {
	Folder string // the files that came
	List   string // the roster

	Missing, Double, Unreadable, OtherYear, Wrong []string // units
	Strangers                                     []string
	Excluded, ByParent                            []string

	Units []Unit // whose numbers are good, in the order of the roster
}

// A Unit is one whose report can be added.
type Unit struct {
	Name    string
	File    string
	Report  *report.Report
	Counted bool
}

var departments = strings.Fields(`教育局 科技局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源和规划局 生态环境分局
	住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 文化广电和旅游局 卫生健康局 退役军人事务局 应急管理局 审计局
	市场监督管理局 统计局 医疗保障局 城市管理综合行政执法局 行政审批局 林业局 信访局 乡村振兴局`)

var towns = strings.Fields(`望溪镇 石门镇 东岭镇 白庙镇 青石乡 柳林乡 南屯乡 北台乡 金水镇 双河镇 西关街道 东关街道`)

// nameOf is the name of unit i: departments and towns first, then more towns.
func nameOf(i int) string {
	switch {
	case i < len(departments):
		return "澄岭县" + departments[i]
	case i < len(departments)+len(towns):
		return "澄岭县" + towns[i-len(departments)] + "人民政府"
	}
	return fmt.Sprintf("澄岭县第%d街道办事处", i)
}

// Make makes a county of so many units, 40 or more, in a folder.
func Make(t testing.TB, folder string, units int, seed uint64) *County {
	t.Helper()
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	c := &County{Folder: filepath.Join(folder, "收件"), List: filepath.Join(folder, "名单.csv")}
	random := rand.New(rand.NewPCG(seed, 1))
	list := "单位（标题里的全称）,别名（；分隔）,机关层级,计入汇总,联系人,电话\n"
	for i := range units {
		name, alias, part := nameOf(i), "", "是"
		r := Report(form, name, random)
		u := &Unit{Name: name, Report: r, Counted: true}
		switch i {
		case excluded:
			part, u.Counted = "否", false
			c.Excluded = append(c.Excluded, name)
		case byParent:
			part = "上级代报"
			c.ByParent = append(c.ByParent, name)
		case aliased:
			alias = "澄岭县住建局；住建局"
			put(t, r, "agency", "澄岭县住建局")
		case alike:
			put(t, r, "agency", strings.TrimSuffix(name, "人民政府"))
		}
		list += fmt.Sprintf("%s,%s,,%s,联系人%d,0312-7320%03d\n", name, alias, part, i, i)
		if c.send(t, i, u, random) {
			c.Units = append(c.Units, *u)
		}
	}
	stranger := Report(form, "定山县教育局", random)
	c.write(t, "其他/定山县教育局.json", stranger)
	c.Strangers = append(c.Strangers, "定山县教育局")
	if err := os.WriteFile(c.List, []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	return c
}

func put(t testing.TB, r *report.Report, path, text string) {
	t.Helper()
	if p := r.Set(path, text); p != nil {
		t.Fatal(p)
	}
}
