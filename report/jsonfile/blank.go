package jsonfile

import (
	"reflect"

	"nianbao/report"
	"nianbao/templates"
)

// Blank is a report of a template that is still to be written: JSON with every
// key in the form's order, a table row a line. All numbers are null, the totals
// too, so that whoever fills it in sees each cell of the form; a total that
// stays null is computed. The texts and the optional keys of the head are empty
// texts, which count as left out. Check then names every cell that is blank.
func Blank(t *templates.Template, agency string, year int) []byte {
	given := map[string]any{"edition": t.Edition, "agency": agency, "year": year}
	var o Object
	for _, f := range report.HeadFields {
		value, ok := given[f.Path]
		if !ok {
			value = blankField(f)
		}
		o = append(o, Property{f.Path, value})
	}
	o = append(o, Property{templates.PreambleKey, ""})
	for _, section := range t.Tree().Nodes {
		o = append(o, Property{section.Key, blankNode(section)})
	}
	return o.Print()
}

func blankField(f report.Field) any {
	if f.Kind == reflect.Slice {
		return List{}
	}
	if f.Path != "contact" {
		return reflect.Zero(reflect.TypeFor[report.Report]().FieldByIndex(f.Index).Type).Interface()
	}
	var contact Object
	for _, inner := range report.ContactFields {
		contact = append(contact, Property{inner.Key(), ""})
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
	var o Object
	for _, child := range node.Nodes {
		o = append(o, Property{child.Key, blankNode(child)})
	}
	return o
}
