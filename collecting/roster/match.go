package roster

import (
	"strings"
	"unicode"
)

// How says by what a name was found.
type How int

const (
	ByName How = iota
	ByAlias
	ByLikeness // alike but for 县, 人民政府 and blanks, which people are told of
)

// Find is the unit that a name means; false where there is none, or more than one.
func (r *Roster) Find(name string) (unit int, how How, ok bool) {
	if strings.TrimSpace(name) == "" {
		return 0, 0, false
	}
	if i, ok := r.exact[plain(name)]; ok {
		if plain(r.Units[i].Name) == plain(name) {
			return i, ByName, true
		}
		return i, ByAlias, true
	}
	key := Loose(name)
	if i, ok := r.alike[key]; ok && i != ambiguous && key != "" {
		return i, ByLikeness, true
	}
	return 0, 0, false
}

// InFile is the unit whose name or alias stands in a file's path, the longest such
// name; false where several are as long. What a file cannot say of itself, whoever
// saved it has often said in its name.
func (r *Roster) InFile(path string) (unit int, ok bool) {
	path = Loose(path)
	longest := 0
	for i, u := range r.Units {
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			key := Loose(name)
			switch {
			case len(key) < 2*len("县") || len(key) < longest || !strings.Contains(path, key):
			case len(key) > longest:
				unit, ok, longest = i, true, len(key)
			case i != unit:
				ok = false
			}
		}
	}
	return unit, ok
}

// plain is a name without its blanks.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u3000' || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, name)
}

// Loose is what is left of a name for a likeness.
func Loose(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(plain(name), "人民政府", ""), "县", "")
}
