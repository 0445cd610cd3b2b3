package jsonfile

import (
	"reflect"

	"nianbao/report"
	"nianbao/templates"
)

// Encode is the report as JSON again, for a document that carries its data:
// what was typed, in the form's order, a table row a line. What was left out
// stays out: a computed total, and a blank that counts as 0. Decode reads it
// back to the same report, line numbers aside.
func Encode(r *report.Report) []byte { return encode(r, false) }

// EncodeWhole is Encode with what no document carries: the warnings that the office
// lets stand, and the parts of a sum.
func EncodeWhole(r *report.Report) []byte { return encode(r, true) }

func encode(r *report.Report, whole bool) []byte {
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
	if whole && len(r.MissingUnits) > 0 {
		list := List{}
		for _, unit := range r.MissingUnits {
			list = append(list, unit)
		}
		o = append(o, Property{unitsKey, list})
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
	if whole && len(r.Accepted) > 0 {
		o = append(o, Property{"accepted", encodeAccepted(r.Accepted)})
	}
	if whole && len(r.Parts) > 0 {
		o = append(o, Property{partsKey, encodeParts(r.Parts, r.Template)})
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
		return printedNumber(number), true
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
