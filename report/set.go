package report

import (
	"fmt"
	"reflect"
	"strings"

	"nianbao/problem"
	"nianbao/templates"
)

// New is a report of a template in which nothing is written yet. The template is
// nil where only setting the edition will tell it.
func New(t *templates.Template) *Report {
	r := &Report{Template: t, Prose: map[string]Prose{}, Numbers: make(map[string]Number, 256), Lines: make(map[string]int, 320)}
	if t != nil {
		r.Edition = t.Edition
	}
	return r
}

// Set writes what stands at a path: a key of the head (agency, contact.telephone),
// a section's text (overview), each line of the title on a line of its own
// (title_lines), or a number (requests.received.total) as people type
// it: 13, /, +3, 251000元. The empty text takes a number out, and leaves a key of
// the head out. Sums that nobody typed, and blanks that count as 0, follow.
//
// What cannot stand there is refused with a Problem, and the report keeps what it
// had; of a text with damaged characters the rest is kept. Whether what was set is
// right, check.Check says.
func (r *Report) Set(path, text string) *problem.Problem {
	p := r.Put(path, text)
	r.Complete()
	return p
}

// Put is Set without what follows from it: whoever puts many things calls Complete
// when the last one is in.
func (r *Report) Put(path, text string) *problem.Problem {
	fault := r.put(path, text)
	if fault == nil {
		return nil
	}
	return &problem.Problem{Severity: problem.Error, Code: fault.Code, Path: path, Line: r.Line(path), Place: r.Place(path),
		Message: fault.Message, Fix: fault.Fix, FixInForm: fault.Form}
}

func (r *Report) put(path, text string) *Fault {
	for _, f := range AllFields {
		if f.Path == path && path != "contact" {
			return r.putHead(f, text)
		}
	}
	if r.Template != nil {
		if leaf, ok := r.Template.Leaf(path); ok {
			return r.putNumber(leaf, text)
		}
		if path == templates.PreambleKey || r.isProse(path) {
			return r.putProse(path, text)
		}
	}
	return &Fault{Code: problem.CodeUnknown, Message: "格式里没有“" + problem.Clip(path) + "”这一项", Fix: "核对这一项的名称"}
}

func (r *Report) isProse(path string) bool {
	node := r.Template.Tree().Node(path)
	return node != nil && node.Text()
}

func (r *Report) putProse(path, text string) *Fault {
	text, fault := cleaned(text)
	if r.Prose == nil {
		r.Prose = map[string]Prose{}
	}
	r.Prose[path] = Prose{Text: text, Line: r.Lines[path]}
	return fault
}

func (r *Report) putNumber(leaf templates.Leaf, text string) *Fault {
	if text == "" {
		delete(r.Numbers, leaf.Path)
		return nil
	}
	number, fault := parseTyped(leaf.Kind, text)
	if fault != nil {
		return fault
	}
	if r.Numbers == nil {
		r.Numbers = map[string]Number{}
	}
	number.Line = r.Lines[leaf.Path]
	r.Numbers[leaf.Path] = number
	return nil
}

// parseTyped reads a number whether JSON wants it in quotes or not.
func parseTyped(kind templates.Kind, text string) (Number, *Fault) {
	number, fault := ParsePlain(kind, text)
	if fault == nil {
		return number, nil
	}
	quoted, other := ParseQuoted(kind, text)
	if other == nil || strings.Trim(text, "0123456789.+-eE") != "" {
		return quoted, other
	}
	return number, fault
}

// putHead sets a key of the head by its struct field.
func (r *Report) putHead(f Field, text string) *Fault {
	text, fault := cleaned(text)
	target := reflect.ValueOf(r).Elem()
	if strings.HasPrefix(f.Path, "contact.") {
		if r.Contact == nil {
			r.Contact = &Contact{}
		}
		target = reflect.ValueOf(r.Contact).Elem()
	}
	advice := HeadAdvice(f.Path)
	switch into := target.FieldByIndex(f.Index); into.Kind() {
	case reflect.Bool:
		if text != "true" && text != "false" && text != "" {
			return &Fault{problem.CodeHeadValue, f.Name + "写成了 " + problem.Clip(text), advice.File, advice.Form}
		}
		into.SetBool(text == "true")
	case reflect.Int:
		var year Number
		if text != "" {
			if year, fault = ParsePlain(templates.Count, text); fault != nil {
				return &Fault{problem.CodeHeadYear, f.Name + "写成了 " + problem.Clip(text), advice.File, advice.Form}
			}
		}
		into.SetInt(year.Value.IntPart())
	case reflect.Slice: // of texts, a line each
		into.SetZero()
		if text != "" {
			into.Set(reflect.ValueOf(strings.Split(text, "\n")))
		}
	default:
		into.SetString(text)
	}
	if f.Path == "edition" {
		return r.putEdition(text)
	}
	return fault
}

// putEdition takes the template of an edition.
func (r *Report) putEdition(edition string) *Fault {
	if r.Template != nil && r.Template.Edition == edition {
		return nil
	}
	t, err := templates.Load(edition)
	if err != nil {
		r.Template = nil
		return &Fault{problem.CodeHeadEdition, "没有“" + problem.Clip(edition) + "”这一版格式",
			"写下面之一，放在双引号里：" + Editions(), "选下面之一：" + Editions()}
	}
	r.Template = t
	return nil
}

// Anew is the report with all that was typed in it put into a new one, and the
// problems of what cannot stand in one. A reader that first collects what a file
// shows has it judged so.
func (r *Report) Anew() (*Report, []problem.Problem) {
	n := New(r.Template)
	n.Accepted, n.MissingUnits, n.Parts = r.Accepted, r.MissingUnits, r.Parts
	var problems []problem.Problem
	put := func(path, text string) {
		if p := n.Put(path, text); p != nil {
			n.MarkDoubtful(path)
			problems = append(problems, *p)
		}
	}
	for _, f := range AllFields {
		from := reflect.ValueOf(r).Elem()
		if strings.HasPrefix(f.Path, "contact.") {
			if from = reflect.ValueOf(r.Contact); from.IsNil() {
				continue
			}
			from = from.Elem()
		}
		if value := from.FieldByIndex(f.Index); f.Path != "contact" && !value.IsZero() {
			put(f.Path, shown(value))
		}
	}
	if r.Template != nil {
		for _, key := range r.ProseKeys() {
			if prose, ok := r.Prose[key]; ok {
				put(key, prose.Text)
			}
		}
		for _, leaf := range r.Template.Leaves() {
			if number, ok := r.Numbers[leaf.Path]; ok && number.Origin != Computed && number.Origin != Filled {
				put(leaf.Path, number.Text)
			}
		}
	}
	n.Complete()
	return n, problems
}

// shown is a value of the head as it is typed.
func shown(value reflect.Value) string {
	switch value.Kind() {
	case reflect.String:
		return value.String()
	case reflect.Slice:
		return strings.Join(value.Interface().([]string), "\n")
	}
	return fmt.Sprint(value.Interface())
}
