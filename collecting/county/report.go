package county

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// Report is a report of which nothing is to be said.
func Report(form *templates.Template, agency string, random *rand.Rand) *report.Report {
	r := report.New(form)
	texts := map[string]string{
		"agency": agency, "year": strconv.Itoa(Year), "signatory": agency, "date": "2026-01-12", "preamble": preamble,
		"overview": fmt.Sprintf(overview, agency), "problems": shortcomings, "other_matters": others,
	}
	for path, text := range texts {
		r.Put(path, text)
	}
	for _, leaf := range form.Leaves() {
		if !leaf.Total {
			r.Put(leaf.Path, "0")
		}
	}
	documents(r, random)
	applications(r, random)
	for _, kind := range []string{"reconsideration", "litigation_direct"} {
		r.Put("disputes."+kind+".upheld", strconv.Itoa(random.IntN(3)))
	}
	r.Complete()
	return r
}

func documents(r *report.Report, random *rand.Rand) {
	issued, kept := random.IntN(4), random.IntN(9)
	r.Put("disclosure.normative_documents.issued", strconv.Itoa(issued))
	r.Put("disclosure.normative_documents.in_force", strconv.Itoa(issued+kept))
	for _, kind := range []string{"licensing", "penalties", "coercion"} {
		r.Put("disclosure."+kind, strconv.Itoa(random.IntN(900)))
	}
	r.Put("disclosure.fees", strings.TrimRight(fmt.Sprintf("%d.%02d", random.IntN(200), random.IntN(100)), "0")+"1")
}

// applications deals what came in and came over out to outcomes, column by column.
func applications(r *report.Report, random *rand.Rand) {
	var rows []string
	var columns []string
	for _, leaf := range r.Template.Leaves() {
		if rest, ok := strings.CutPrefix(leaf.Path, "requests."); ok && !leaf.Total {
			at := strings.LastIndexByte(rest, '.')
			row, column := rest[:at], rest[at+1:]
			if strings.HasPrefix(row, "outcome.") && !slices.Contains(rows, row) {
				rows = append(rows, row)
			}
			if !slices.Contains(columns, column) {
				columns = append(columns, column)
			}
		}
	}
	for _, column := range columns {
		received, carried := random.IntN(9), random.IntN(3)
		if column != columns[0] && random.IntN(3) > 0 {
			received, carried = 0, 0
		}
		done := map[string]int{}
		for range received + carried {
			row := rows[random.IntN(len(rows))]
			if random.IntN(2) == 0 {
				row = rows[0]
			}
			if random.IntN(8) == 0 {
				row = "carried_forward"
			}
			done[row]++
		}
		r.Put("requests.received."+column, strconv.Itoa(received))
		r.Put("requests.carried_in."+column, strconv.Itoa(carried))
		for _, row := range append(slices.Clone(rows), "carried_forward") {
			r.Put("requests."+row+"."+column, strconv.Itoa(done[row]))
		}
	}
}

const (
	preamble = "根据《中华人民共和国政府信息公开条例》规定，编制本报告。报告所列数据的统计期限自2025年1月1日起至12月31日止。"
	overview = "2025年，%s认真落实政府信息公开的各项要求。\n（一）主动公开\n按照规定主动公开职责范围内的信息，及时更新。\n" +
		"（二）依申请公开\n规范申请的登记、审核、办理、答复各个环节，依法按时答复申请人。\n" +
		"（三）政府信息管理\n健全政府信息的制作、审查、发布制度，定期清理。\n（四）政府信息公开平台建设\n办好门户网站的公开专栏，方便群众查阅。\n" +
		"（五）监督保障\n明确专人负责，开展业务培训，做好工作考核和社会评议，没有发生责任追究的情形。"
	shortcomings = "存在的主要问题：公开的内容还不够丰富，业务人员的能力有待提高。\n改进情况：下一步将丰富公开的内容，加强业务培训，提高工作水平。"
	others       = "按照《政府信息公开信息处理费管理办法》，本年度没有收取信息处理费。没有其他需要报告的事项。"
)
