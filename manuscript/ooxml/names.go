package ooxml

import (
	"bytes"
	"strings"
)

// A binding is a prefix that stands for a namespace while an element is open.
type binding struct {
	prefix, uri string
	short       string // "" for a namespace that the caller did not name
	depth       int
}

// bind takes in the namespaces that the element declares.
func (s *Scanner) bind() bool {
	for _, a := range s.attributes {
		prefix, declares := "", string(a.name) == "xmlns"
		if !declares {
			if !bytes.HasPrefix(a.name, []byte("xmlns:")) {
				continue
			}
			prefix = string(a.name[len("xmlns:"):])
		}
		if len(s.bindings) == maxNamespaces || len(a.value) > 1000 {
			s.Fail(ErrTag)
			return false
		}
		uri := s.unescape(a.value)
		s.bindings = append(s.bindings, binding{prefix, uri, s.spaces[uri], s.depth})
		s.lastKnown = false
	}
	return true
}

func (s *Scanner) unbind() {
	for n := len(s.bindings); n > 0 && s.bindings[n-1].depth > s.depth; n-- {
		s.bindings = s.bindings[:n-1]
		s.lastKnown = false
	}
}

func (s *Scanner) binding(prefix string) (binding, bool) {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].prefix == prefix {
			return s.bindings[i], true
		}
	}
	return binding{}, false
}

// Namespace is what a prefix stands for.
func (s *Scanner) Namespace(prefix string) string {
	b, _ := s.binding(prefix)
	return b.uri
}

// short is the caller's name for the namespace of a prefix: "?" for one that it
// did not name, "" for none.
func (s *Scanner) short(prefix []byte) string {
	if !s.lastKnown || s.lastPrefix != string(prefix) {
		s.lastPrefix, s.lastKnown = string(prefix), true
		b, ok := s.binding(s.lastPrefix)
		switch {
		case b.short != "":
			s.lastShort = b.short
		case !ok && len(prefix) == 0:
			s.lastShort = "" // no namespace at all
		default:
			s.lastShort = "?"
		}
	}
	return s.lastShort
}

// mostNames are kept, so that a name is made once: more than any office
// program has.
const mostNames = 2000

// resolve is a name as the caller knows it.
func (s *Scanner) resolve(raw []byte) string {
	var prefix []byte
	local := raw
	if i := bytes.IndexByte(raw, ':'); i >= 0 {
		prefix, local = raw[:i], raw[i+1:]
	}
	s.key = s.key[:0]
	if short := s.short(prefix); short != "" {
		s.key = append(append(s.key, short...), ':')
	}
	s.key = append(s.key, local...)
	if name, ok := s.names[string(s.key)]; ok {
		return name
	}
	name := string(s.key)
	if len(s.names) < mostNames {
		s.names[name] = name
	}
	return name
}

// Attribute is the value of an attribute of the element that has just begun;
// "" where it has none. An attribute without a prefix is taken for one of the
// element's own namespace.
func (s *Scanner) Attribute(name string) string {
	value, _ := s.Lookup(name)
	return value
}

// Lookup also tells whether the attribute is there.
func (s *Scanner) Lookup(name string) (string, bool) {
	_, local, qualified := strings.Cut(name, ":")
	if !qualified {
		local = name
	}
	for _, a := range s.attributes {
		if !bytes.HasSuffix(a.name, []byte(local)) {
			continue
		}
		rest := a.name[:len(a.name)-len(local)]
		switch {
		case len(rest) == 0:
		case !qualified || rest[len(rest)-1] != ':':
			continue
		default:
			if short := s.short(rest[:len(rest)-1]); name[:len(name)-len(local)-1] != short && string(a.name) != name {
				continue
			}
		}
		return s.unescape(a.value), true
	}
	return "", false
}
