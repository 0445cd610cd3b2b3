package jsonfile

import (
	"encoding/json"
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// The keys of a report that is the sum of many.
const (
	unitsKey = "missing_units"
	partsKey = "parts"
)

// missingUnits reads the names of the units that the sum has not.
func (d *decoder) missingUnits(v value) {
	d.report.Lines[unitsKey] = v.line
	if v.kind == isNull {
		return
	}
	const write = `写成 ["…", "…"]，不缺的删去这一项`
	if v.kind != isArray {
		d.wrongType(v, unitsKey, isArray, write)
		return
	}
	for _, m := range v.members {
		if m.value.kind != isText {
			d.wrongType(m.value, unitsKey, isText, write)
			return
		}
		d.report.MissingUnits = append(d.report.MissingUnits, m.value.text)
	}
}

// parts reads what each unit has: numbers by their paths.
func (d *decoder) parts(v value) {
	d.report.Lines[partsKey] = v.line
	if v.kind == isNull || d.report.Template == nil {
		return
	}
	if v.kind != isObject {
		d.wrongType(v, partsKey, isObject, "这一项由 nianbao sum 写出；不知道的就删去")
		return
	}
	seen := map[string]bool{}
	for _, m := range v.members {
		path := join(partsKey, m.key)
		if seen[m.key] {
			d.add(problem.Problem{Code: problem.CodeDuplicate, Path: path, Line: m.line, Message: "“" + problem.Clip(m.key) + "”写了两次", Fix: "留下对的一处，删去另一处"})
			continue
		}
		seen[m.key] = true
		if m.value.kind != isObject {
			d.wrongType(m.value, path, isObject, "这一项由 nianbao sum 写出；不知道的就删去")
			continue
		}
		d.report.Parts = append(d.report.Parts, report.UnitPart{Unit: m.key, Numbers: d.unit(m.value, path)})
	}
	d.found.unlisted += v.dropped
}

// unit reads the numbers of one unit.
func (d *decoder) unit(v value, path string) map[string]report.Number {
	out := make(map[string]report.Number, len(v.members))
	for _, m := range v.members {
		leaf, known := d.report.Template.Leaf(m.key)
		_, twice := out[m.key]
		switch {
		case !known:
			d.add(problem.Problem{Code: problem.CodeUnknown, Path: path, Line: m.line, Message: "格式里没有“" + problem.Clip(m.key) + "”这一格", Fix: "这一项由 nianbao sum 写出；请重新汇总"})
			continue
		case twice:
			d.add(problem.Problem{Code: problem.CodeDuplicate, Path: path, Line: m.line, Message: "“" + problem.Clip(m.key) + "”写了两次", Fix: "留下对的一处，删去另一处"})
			continue
		case m.value.kind != isNumber && m.value.kind != isText:
			d.wrongType(m.value, path, isNumber, "这一项由 nianbao sum 写出；请重新汇总")
			continue
		}
		parse := report.ParsePlain
		if m.value.kind == isText {
			parse = report.ParseQuoted
		}
		number, fault := parse(leaf.Kind, m.value.text)
		if fault != nil {
			d.add(problem.Problem{Code: fault.Code, Path: path, Line: m.value.line, Message: fault.Message, Fix: fault.Fix})
			continue
		}
		out[m.key] = number
	}
	d.found.unlisted += v.dropped
	return out
}

// encodeParts are the units' numbers in the order of the form; of a 0 and of what
// does not apply nothing is said.
func encodeParts(parts []report.UnitPart, t *templates.Template) Object {
	o := Object{}
	for _, p := range parts {
		unit := Object{}
		for _, leaf := range t.Leaves() {
			if number, ok := p.Numbers[leaf.Path]; ok && !number.Value.IsZero() {
				unit = append(unit, Property{leaf.Path, printedNumber(number)})
			}
		}
		o = append(o, Property{p.Unit, unit})
	}
	return o
}

// Units are what a sum has of its units, as the file has it: who is missing, and who
// has what; "" where nothing is said of it.
func Units(r *report.Report) (missing, parts string) {
	if len(r.MissingUnits) > 0 {
		missing = string(mustEncode(r.MissingUnits))
	}
	if len(r.Parts) > 0 && r.Template != nil {
		parts = strings.TrimSpace(string(encodeParts(r.Parts, r.Template).Print()))
	}
	return missing, parts
}

func mustEncode(texts []string) []byte {
	out, err := json.Marshal(texts)
	if err != nil {
		panic(err) // texts can always be written
	}
	return out
}

func printedNumber(n report.Number) any {
	if json.Valid([]byte(n.Text)) {
		return json.RawMessage(n.Text)
	}
	return n.Text // "/", +3, 251000元
}

// encodeAccepted is the list of warnings that the office lets stand.
func encodeAccepted(accepted []report.Acceptance) List {
	list := List{}
	for _, a := range accepted {
		o := Object{{"code", a.Code}, {"path", a.Path}, {"reason", a.Reason}}
		for _, p := range []Property{{"quote", a.Quote}, {"number", a.Number}, {"cell", a.Cell}} {
			if p.Value != "" {
				o = append(o, p)
			}
		}
		list = append(list, o)
	}
	return list
}
