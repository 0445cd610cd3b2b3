package report

import (
	"encoding/json"
	"reflect"

	"nianbao/templates"
)

// Encode is the report as JSON again, for a document that carries its data:
// what was typed, in the form's order, a table row a line. What was left out
// stays out: a computed total, and a blank that counts as 0. Decode reads it
// back to the same report, line numbers aside.
func (r *Report) Encode() []byte {
	var o object
	head := reflect.ValueOf(r).Elem()
	for _, f := range headFields {
		value := head.FieldByIndex(f.index)
		switch {
		case value.IsZero():
		case f.path == "contact":
			o = append(o, property{f.path, r.Contact.encode()})
		default:
			o = append(o, property{f.path, value.Interface()})
		}
	}
	if prose, ok := r.Prose[preambleKey]; ok {
		o = append(o, property{preambleKey, prose.Text})
	}
	for _, section := range r.Template.Tree().Nodes {
		if value, ok := r.encode(section); ok {
			o = append(o, property{section.Key, value})
		}
	}
	return o.print()
}

func (c *Contact) encode() object {
	var o object
	for _, f := range contactFields {
		if value := reflect.ValueOf(c).Elem().FieldByIndex(f.index); !value.IsZero() {
			o = append(o, property{f.key(), value.Interface()})
		}
	}
	return o
}

// encode is what the report has at a node; false where it has nothing.
func (r *Report) encode(node *templates.Node) (any, bool) {
	switch {
	case node.Leaf != nil:
		number, ok := r.Numbers[node.Path]
		if !ok || number.Origin == Computed || number.Origin == Filled {
			return nil, false
		}
		if json.Valid([]byte(number.Text)) {
			return json.RawMessage(number.Text), true
		}
		return number.Text, true // "/", +3, 251000元
	case node.Text():
		prose, ok := r.Prose[node.Path]
		return prose.Text, ok
	}
	o := object{}
	for _, child := range node.Nodes {
		if value, ok := r.encode(child); ok {
			o = append(o, property{child.Key, value})
		}
	}
	return o, len(o) > 0
}
