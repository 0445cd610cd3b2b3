// Package schema says in JSON Schema what a report of a template may hold.
package schema

import (
	"nianbao/templates"
)

// Of is a JSON Schema (2020-12) of a template's reports, for editors that
// help to fill one in. It asks for what can be said of each value by itself,
// and for every number that no sum computes unless blank_as is "0". Sums are
// for Check; and a schema cannot see what it is not shown: keys given twice,
// 1e3 or 1.0 for a whole number, an email that only looks like one.
func Of(t *templates.Template) []byte {
	properties, required := headSchema(t)
	properties = append(properties, property{templates.PreambleKey, object{
		{"title", t.Preamble}, {"type", list{"string", "null"}}, {"$ref", "#/$defs/printable"},
	}})
	properties = append(properties, property{"accepted", acceptedSchema}, property{"missing_units", unitsSchema}, property{"parts", partsSchema})
	var complete object
	for _, section := range t.Tree().Nodes {
		properties = append(properties, property{section.Key, nodeSchema(section)})
		if section.Text() {
			required = append(required, section.Key)
		} else {
			complete = append(complete, property{section.Key, completeSchema(section)})
		}
	}
	conditions := append(headConditions(), object{
		{"if", has("blank_as", object{{"const", "0"}})},
		{"else", object{{"$ref", "#/$defs/complete"}}},
	})
	return object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", t.Title + "（格式 " + t.Edition + "）"},
		{"description", t.Source},
		{"type", "object"},
		{"properties", properties},
		{"required", required},
		{"additionalProperties", false},
		{"allOf", conditions},
		{"$defs", append(numberSchemas(t),
			property{"printable", object{{"pattern", printablePattern}}},
			property{"text", object{
				{"description", `一段文字；分段写 \n`},
				{"type", "string"}, {"pattern", `[^\s　]`}, {"$ref", "#/$defs/printable"},
			}},
			property{"filled", object{{"type", list{"number", "string"}}}},
			property{"complete", object{
				{"description", "blank_as 不是 \"0\" 时，各格都要填"},
				{"properties", complete},
				{"required", keysOf(complete)},
			}},
		)},
	}.Print()
}

// nodeSchema says what may stand at a key that the template asks for. null is
// what is not filled in yet.
func nodeSchema(node *templates.Node) object {
	title := object{}
	if node.Title != "" {
		title = object{{"title", node.Title}}
	}
	switch {
	case node.Leaf != nil:
		return append(title, property{"$ref", "#/$defs/" + kindName(node.Leaf.Kind)})
	case node.Text():
		return append(title, property{"$ref", "#/$defs/text"})
	}
	var properties object
	for _, child := range node.Nodes {
		properties = append(properties, property{child.Key, nodeSchema(child)})
	}
	return append(title,
		property{"type", list{"object", "null"}},
		property{"properties", properties},
		property{"additionalProperties", false})
}

// completeSchema asks for every number below a node that no sum computes.
func completeSchema(node *templates.Node) object {
	var properties object
	for _, child := range node.Nodes {
		switch {
		case child.Leaf == nil && needed(child):
			properties = append(properties, property{child.Key, completeSchema(child)})
		case child.Leaf != nil && !child.Leaf.Total:
			properties = append(properties, property{child.Key, object{{"$ref", "#/$defs/filled"}}})
		}
	}
	return object{{"type", "object"}, {"properties", properties}, {"required", keysOf(properties)}}
}

// needed: something below the node cannot be computed.
func needed(node *templates.Node) bool {
	if node.Leaf != nil {
		return !node.Leaf.Total
	}
	for _, child := range node.Nodes {
		if needed(child) {
			return true
		}
	}
	return false
}

func keysOf(o object) list {
	var keys list
	for _, p := range o {
		keys = append(keys, p.Key)
	}
	return keys
}

// printablePattern refuses what Decode refuses within a text: characters that
// control something or are leftovers of damage, apart from the ends of lines.
var printablePattern = `^[^\x00-\x09\x0e-\x1f\x7f-\x9f` + "\ufffd" + `]*$`

// unitsSchema and partsSchema are of a report that is the sum of many.
var (
	unitsSchema = object{
		{"title", "缺的单位"}, {"type", list{"array", "null"}}, {"items", object{{"type", "string"}, {"$ref", "#/$defs/printable"}}},
	}
	partsSchema = object{
		{"title", "各单位的数"}, {"description", "单位 → 格的位置 → 数；没有列出的是 0 或者 /"}, {"type", list{"object", "null"}},
		{"additionalProperties", object{{"type", "object"}, {"additionalProperties", object{{"type", list{"number", "string"}}}}}},
	}
)

// acceptedSchema is the list of warnings that an office lets stand.
var acceptedSchema = object{
	{"title", "说明过的问题"}, {"type", list{"array", "null"}},
	{"items", object{
		{"type", "object"},
		{"properties", object{
			{"code", object{{"title", "代码"}, {"type", "string"}}},
			{"path", object{{"title", "位置"}, {"type", "string"}}},
			{"quote", object{{"title", "原句"}, {"type", list{"string", "null"}}}},
			{"number", object{{"title", "数"}, {"type", list{"string", "null"}}}},
			{"cell", object{{"title", "对照的格"}, {"type", list{"string", "null"}}}},
			{"reason", object{{"title", "原因"}, {"type", "string"}, {"minLength", 1}, {"$ref", "#/$defs/printable"}}},
		}},
		{"required", list{"code", "path", "reason"}},
		{"additionalProperties", false},
	}},
}
