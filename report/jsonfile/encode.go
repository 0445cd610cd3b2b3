package jsonfile

import (
	"encoding/json"
	"reflect"

	"nianbao/report"
	"nianbao/templates"
)

// Encode is the report as JSON again, for a document that carries its data:
// what was typed, in the form's order, a table row a line. What was left out
// stays out: a computed total, and a blank that counts as 0. Decode reads it
// back to the same report, line numbers aside.
func Encode(r *report.Report) []byte {
	var o Object
	head := reflect.ValueOf(r).Elem()
	for _, f := range report.HeadFields {
		value := head.FieldByIndex(f.Index)
		switch {
		case value.IsZero():
		case f.Path == "contact":
			if contact := encodeContact(r.Contact); len(contact) > 0 {
				o = append(o, Property{f.Path, contact})
			}
		case f.Kind == reflect.Slice:
			o = append(o, Property{f.Path, listOf(value)})
		default:
			o = append(o, Property{f.Path, value.Interface()})
		}
	}
	if prose, ok := r.Prose[templates.PreambleKey]; ok {
		o = append(o, Property{templates.PreambleKey, prose.Text})
	}
	if r.Template == nil {
		return o.Print()
	}
	for _, section := range r.Template.Tree().Nodes {
		if value, ok := encodeNode(r, section); ok {
			o = append(o, Property{section.Key, value})
		}
	}
	return o.Print()
}

// listOf is a list of texts as it is printed.
func listOf(texts reflect.Value) List {
	list := List{}
	for _, text := range texts.Interface().([]string) {
		list = append(list, text)
	}
	return list
}

func encodeContact(c *report.Contact) Object {
	var o Object
	for _, f := range report.ContactFields {
		if value := reflect.ValueOf(c).Elem().FieldByIndex(f.Index); !value.IsZero() {
			o = append(o, Property{f.Key(), value.Interface()})
		}
	}
	return o
}

// encode is what the report has at a node; false where it has nothing.
func encodeNode(r *report.Report, node *templates.Node) (any, bool) {
	switch {
	case node.Leaf != nil:
		number, ok := r.Numbers[node.Path]
		if !ok || number.Origin == report.Computed || number.Origin == report.Filled {
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
	o := Object{}
	for _, child := range node.Nodes {
		if value, ok := encodeNode(r, child); ok {
			o = append(o, Property{child.Key, value})
		}
	}
	return o, len(o) > 0
}
