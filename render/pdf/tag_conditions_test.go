package pdf

import (
	"errors"
	"fmt"
	"slices"
)

// An element is a structure element as the tests read it.
type element struct {
	ref      ref
	tag      name
	parent   ref
	children []*element
	content  []passage
	dict     any

	annotations []any // references
}

// tree reads the structure tree in reading order; all[0] is the document.
func (f *file) tree() (all []*element, err error) {
	pageOf := map[ref]int{}
	for i, p := range f.pages() {
		pageOf[p.(ref)] = i
	}
	page := func(v any) int {
		r, _ := v.(ref)
		n, ok := pageOf[r]
		if !ok {
			err = fmt.Errorf("%v is no page", v)
		}
		return n
	}
	var visit func(r ref) *element
	visit = func(r ref) *element {
		d, _ := f.objects[r].(dictionary)
		e := &element{ref: r, dict: d}
		e.tag, _ = d["S"].(name)
		e.parent, _ = d["P"].(ref)
		all = append(all, e)
		for _, kid := range f.array(d["K"]) {
			switch kid := kid.(type) {
			case ref:
				e.children = append(e.children, visit(kid))
			case int:
				e.content = append(e.content, passage{page(d["Pg"]), kid})
			case dictionary:
				if kid["Type"] == name("OBJR") {
					e.annotations = append(e.annotations, kid["Obj"])
					continue
				}
				e.content = append(e.content, passage{page(kid["Pg"]), kid["MCID"].(int)})
			}
		}
		return e
	}
	root, ok := f.catalogue("StructTreeRoot", "K").(dictionary)
	if !ok || root["S"] != name("Document") {
		return nil, errors.New("no structure tree with a Document")
	}
	visit(f.catalogue("StructTreeRoot").(dictionary)["K"].(ref))
	return all, err
}

var tagConditions = []condition{
	{"ISO 19005-2 6.7.2.1, Matterhorn 06-004 the file is marked as tagged", func(f *file, c Conformance) error {
		if f.catalogue("MarkInfo", "Marked") != true || f.catalogue("MarkInfo", "Suspects") == true {
			return errors.New("not marked")
		}
		return nil
	}},
	{"ISO 14289-1 7.1, Matterhorn 01-003 to 01-005 all content is tagged or an artifact, not both", func(f *file, c Conformance) error {
		_, err := f.drawings()
		return err
	}},
	{"ISO 32000-1 14.7.4 marked content lies in exactly one element", func(f *file, c Conformance) error {
		drawings, err := f.drawings()
		if err != nil {
			return err
		}
		all, err := f.tree()
		if err != nil {
			return err
		}
		owner := map[passage]ref{}
		for _, e := range all {
			for _, p := range e.content {
				if owner[p] != 0 {
					return fmt.Errorf("%v has two elements", p)
				}
				owner[p] = e.ref
			}
		}
		parents := map[int]any{}
		numbers := f.array(f.catalogue("StructTreeRoot", "ParentTree", "Nums"))
		for i := 0; i+1 < len(numbers); i += 2 {
			parents[numbers[i].(int)] = numbers[i+1]
		}
		count := 0
		for page, d := range drawings {
			key, _ := f.get(f.pages()[page], "StructParents").(int)
			list := f.array(parents[key])
			for i, id := range d.mcids {
				if id != i || i >= len(list) || list[i] != owner[passage{page, id}] {
					return fmt.Errorf("page %d: id %d leads to another element", page+1, id)
				}
				count++
			}
		}
		if count != len(owner) {
			return fmt.Errorf("%d of %d pieces of content are drawn", count, len(owner))
		}
		return nil
	}},
	{"ISO 14289-1 7.2, Matterhorn 09-001 the tree's order is the pages' order", func(f *file, c Conformance) error {
		all, err := f.tree()
		last := passage{}
		for _, e := range all {
			for _, p := range e.content {
				if p.page < last.page || p.page == last.page && p.id < last.id {
					return fmt.Errorf("%v comes after %v", p, last)
				}
				last = p
			}
		}
		return err
	}},
	{"ISO 19005-2 6.7.3.4, Matterhorn 02-001 standard types, well nested", func(f *file, c Conformance) error {
		all, err := f.tree()
		if err != nil {
			return err
		}
		for _, e := range all {
			if !slices.Contains([]name{"Document", "Part", "TOC", "TOCI", "H1", "H2", "H3", "H4", "P", "Link", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"}, e.tag) {
				return fmt.Errorf("type %q", e.tag)
			}
			for _, child := range e.children {
				if child.parent != e.ref {
					return fmt.Errorf("element %d: its parent is %d, not %d", child.ref, e.ref, child.parent)
				}
				if want := map[name][]name{"Table": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI"}, "TOCI": {"P"}}[e.tag]; want != nil && !slices.Contains(want, child.tag) {
					return fmt.Errorf("%s in %s", child.tag, e.tag) // Matterhorn 09-004
				}
			}
		}
		return nil
	}},
	{"ISO 14289-1 7.4.2, Matterhorn 14-002 and 14-003 headings start at H1 and skip no level", func(f *file, c Conformance) error {
		all, err := f.tree()
		last := 0
		for _, e := range all {
			if len(e.tag) != 2 || e.tag[0] != 'H' || e.tag == "TH" {
				continue
			}
			level := int(e.tag[1] - '0')
			if level > last+1 {
				return fmt.Errorf("H%d after H%d", level, last)
			}
			last = level
		}
		return err
	}},
	{"ISO 14289-1 7.6, Matterhorn 16-001 a list says how it is numbered", func(f *file, c Conformance) error {
		all, err := f.tree()
		for _, e := range all {
			if e.tag == "L" && (f.get(e.dict, "A", "O") != name("List") || f.get(e.dict, "A", "ListNumbering") != name("Decimal")) {
				return errors.New("no ListNumbering")
			}
		}
		return err
	}},
	{"ISO 14289-2 8.2.5.8 an entry of a list of contents leads to its part", func(f *file, c Conformance) error {
		all, err := f.tree()
		for _, e := range all {
			if e.tag != "TOCI" {
				continue
			}
			to := f.array(e.dict, "Ref")
			if (len(to) == 1) != (c == PDFA4) || len(to) == 1 && f.get(to[0], "S") != name("Part") {
				return fmt.Errorf("an entry leads to %v", to)
			}
		}
		return err
	}},
	{"ISO 14289-2 8.2.4, 8.2.5.2 the document is of PDF 2.0's namespace", func(f *file, c Conformance) error {
		all, err := f.tree()
		if err != nil {
			return err
		}
		spaces := f.array(f.catalogue("StructTreeRoot", "Namespaces"))
		if (len(spaces) == 1) != (c == PDFA4) {
			return fmt.Errorf("%d namespaces", len(spaces))
		}
		for _, e := range all {
			newer := c == PDFA4 && e.tag != "TOC" && e.tag != "TOCI" // these are of PDF 1.7's, which is named by none
			if space := f.get(e.dict, "NS"); (space != nil) != newer || space != nil && f.get(space, "NS") != literal("http://iso.org/pdf2/ssn") {
				return fmt.Errorf("%s in namespace %v", e.tag, space)
			}
		}
		return nil
	}},
	{"ISO 32000-1 14.7.2 the tree of IDs leads to every element that has one", func(f *file, c Conformance) error {
		all, err := f.tree()
		tree := map[literal]any{}
		names := f.array(f.catalogue("StructTreeRoot", "IDTree", "Names"))
		for i := 0; i+1 < len(names); i += 2 {
			tree[names[i].(literal)] = names[i+1]
		}
		for _, e := range all {
			id, ok := f.get(e.dict, "ID").(literal)
			if ok && tree[id] != e.ref {
				return fmt.Errorf("%q leads to %v, not %d", id, tree[id], e.ref)
			}
			delete(tree, id)
		}
		if err == nil && len(tree) > 0 {
			err = fmt.Errorf("%d names lead nowhere", len(tree))
		}
		return err
	}},
	{"ISO 14289-1 7.18.5, Matterhorn 28-011 and 28-012 a link is an element's, is printed, and says where it leads", func(f *file, c Conformance) error {
		all, err := f.tree()
		parents := map[int]any{}
		numbers := f.array(f.catalogue("StructTreeRoot", "ParentTree", "Nums"))
		for i := 0; i+1 < len(numbers); i += 2 {
			parents[numbers[i].(int)] = numbers[i+1]
		}
		owner := map[any]*element{}
		for _, e := range all {
			if (e.tag == "Link") != (len(e.annotations) == 1) || e.tag == "Link" && (len(e.content) == 0 || f.get(e.parent, "S") != name("P")) {
				return fmt.Errorf("%s %d has %d annotations and %d texts", e.tag, e.ref, len(e.annotations), len(e.content))
			}
			for _, a := range e.annotations {
				owner[a] = e
			}
		}
		for i, page := range f.pages() {
			for _, a := range f.array(f.get(page, "Annots")) {
				e, key := owner[a], f.get(a, "StructParent")
				if number, ok := key.(int); e == nil || !ok || parents[number] != e.ref || e.content[0].page != i {
					return fmt.Errorf("page %d: annotation %v is not its element's", i+1, a)
				}
				delete(owner, a)
				said, ok := f.get(a, "Contents").(literal)
				if !ok || said == "" || f.get(a, "F") != 4 || f.get(a, "Subtype") != name("Link") || f.get(a, "A", "S") != name("GoTo") {
					return fmt.Errorf("page %d: annotation %v", i+1, a)
				}
				to := f.array(a, "A", "D")
				structured := f.array(a, "A", "SD")
				if len(to) != 5 || f.get(to[0], "Type") != name("Page") || (len(structured) == 5) != (c == PDFA4) || len(structured) > 0 && f.get(structured[0], "S") != name("H2") && f.get(structured[0], "S") != name("H1") {
					return fmt.Errorf("page %d: it leads to %v, %v", i+1, to, structured)
				}
			}
		}
		if err == nil && len(owner) > 0 {
			err = fmt.Errorf("%d annotations are on no page", len(owner))
		}
		return err
	}},
	{"ISO 14289-1 7.18.3, Matterhorn 28-009 tab order follows the structure", func(f *file, c Conformance) error {
		for i, page := range f.pages() {
			known := c != PDFA1a // PDF 1.4 has no such key; only annotations need it
			if (known || f.get(page, "Annots") != nil) && f.get(page, "Tabs") != name("S") {
				return fmt.Errorf("page %d", i+1)
			}
		}
		return nil
	}},
}
