package web

import "strings"

// A look is how text is shown; what stands inside an element inherits it.
type look struct {
	strong, centre bool
	pre            bool // line breaks and spaces are kept
	level          int8 // of the heading it is in; 0: none
	hidden         bool // the page has it, its readers do not see it
	apart          bool // raised, or of a formula: in a cell it must not run into the number beside it
	lowered        bool // of what is raised: below the line
	struck         bool // struck out: not read, and in a cell set apart too
	deleted        bool // likewise, by a mark of revision: not read
	tiny           bool // too small to be seen
	dropped        bool // no text of the page: scripts, menus
}

// silent elements hold nothing that is read: programs, drawings, controls,
// menus, pronunciations, deleted text.
var silent = set("script style template noscript noembed noframes iframe object applet svg annotation annotation-xml audio video canvas",
	"select textarea button datalist map nav title rp rt")

// blocks are the elements that begin and end a paragraph.
var blocks = set("address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption",
	"figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary",
	"table tbody td tfoot th thead tr ul xmp listing option")

// inline are the elements that may end while others that began in them go on.
var inline = set("a b big code em font i nobr s small span strike strong sub sup tt u")

// void elements have no end.
var void = set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")

func set(lists ...string) map[string]bool {
	names := map[string]bool{}
	for _, list := range lists {
		for name := range strings.FieldsSeq(list) {
			names[name] = true
		}
	}
	return names
}

// inside is the look of what stands in an element.
func (l look) inside(tag string, a attributes) look {
	switch tag {
	case "b", "strong":
		l.strong = true
	case "center":
		l.centre = true
	case "pre", "xmp", "listing":
		l.pre = true
	case "h1", "h2", "h3", "h4", "h5", "h6":
		l.level, l.strong = int8(tag[1]-'0'), true
	case "font":
		l.strong = l.strong || isHeadingFace(a.face)
	case "s", "strike":
		l.struck = true
	case "del":
		l.deleted = true
	case "sup", "sub":
		l.apart, l.lowered = true, tag == "sub"
	case "math":
		l.apart = true
	case "div":
		// So LibreOffice marks what stands at the top and foot of every page.
		l.dropped = l.dropped || a.title == "header" || a.title == "footer"
	}
	l.hidden = l.hidden || a.hidden
	l.dropped = l.dropped || silent[tag]
	l.align(a.align)
	if a.style == "" {
		return l
	}
	for declaration := range strings.SplitSeq(a.style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		l.declare(strings.TrimSpace(property), strings.TrimSpace(value))
	}
	return l
}

func (l *look) align(value string) {
	switch value {
	case "center", "middle":
		l.centre = true
	case "left", "right", "justify", "start", "end":
		l.centre = false
	}
}

// declare applies one declaration of a style, in small letters.
func (l *look) declare(property, value string) {
	switch {
	case strings.HasPrefix(property, "text-decoration") && strings.Contains(value, "line-through"):
		l.struck = true
	case property == "vertical-align" && (value == "super" || value == "sub"):
		l.apart, l.lowered = true, value == "sub"
	}
	value = strings.TrimSpace(strings.TrimSuffix(value, "!important"))
	switch property {
	case "display":
		l.hidden = l.hidden || value == "none"
	case "visibility":
		l.hidden = l.hidden || value == "hidden" || value == "collapse"
	case "opacity":
		l.hidden = l.hidden || value == "0"
	case "color":
		l.hidden = l.hidden || value == "transparent"
	case "font-size": // of what holds others that have sizes of their own, too
		l.tiny = strings.Trim(value, "0.pxtem%") == "" && strings.HasPrefix(value, "0")
	case "mso-hide":
		l.hidden = l.hidden || value == "all"
	case "text-align":
		l.align(value)
	case "white-space":
		l.pre = strings.HasPrefix(value, "pre")
	case "font-weight":
		switch value {
		case "bold", "bolder", "600", "700", "800", "900":
			l.strong = true
		case "normal", "lighter", "100", "200", "300", "400", "500":
			l.strong = false
		}
	case "font-family":
		l.strong = l.strong || isHeadingFace(value)
	case "mso-outline-level":
		if len(value) == 1 && '1' <= value[0] && value[0] <= '9' {
			l.level = int8(value[0] - '0')
		}
	}
}

// isHeadingFace reports whether the first of a list of faces is one that
// documents set headings in.
func isHeadingFace(list string) bool {
	first, _, _ := strings.Cut(list, ",")
	first = strings.Trim(first, `"' `)
	return first == "黑体" || first == "simhei" || strings.Contains(first, "小标宋")
}
