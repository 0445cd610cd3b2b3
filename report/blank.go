package report

import (
	"reflect"

	"nianbao/templates"
)

// Blank is a report of a template that is still to be written: JSON with every
// key in the form's order, a table row a line. All numbers are null, the totals
// too, so that whoever fills it in sees each cell of the form; a total that
// stays null is computed. The texts and the optional keys of the head are empty
// texts, which count as left out. Check then names every cell that is blank.
func Blank(t *templates.Template, agency string, year int) []byte {
	given := map[string]any{"edition": t.Edition, "agency": agency, "year": year}
	var o object
	for _, f := range headFields {
		value, ok := given[f.path]
		if !ok {
			value = blankField(f)
		}
		o = append(o, property{f.path, value})
	}
	o = append(o, property{preambleKey, ""})
	for _, section := range t.Tree().Nodes {
		o = append(o, property{section.Key, blankNode(section)})
	}
	return o.print()
}

func blankField(f field) any {
	if f.path != "contact" {
		return reflect.Zero(reflect.TypeFor[Report]().FieldByIndex(f.index).Type).Interface()
	}
	var contact object
	for _, inner := range contactFields {
		contact = append(contact, property{inner.key(), ""})
	}
	return contact
}

func blankNode(node *templates.Node) any {
	switch {
	case node.Leaf != nil:
		return nil
	case node.Text():
		return ""
	}
	var o object
	for _, child := range node.Nodes {
		o = append(o, property{child.Key, blankNode(child)})
	}
	return o
}
