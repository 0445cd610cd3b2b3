package templates

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed *.json
var files embed.FS

// loaded are the editions that were asked for so far: reading and checking one
// takes two milliseconds.
var loaded struct {
	sync.Mutex
	editions map[string]*Template
}

// Load returns an edition by its name, e.g. "2021". It is shared: callers must
// not change it. The error for a name that is no edition is a Chinese sentence
// that lists those there are.
func Load(edition string) (*Template, error) {
	loaded.Lock()
	defer loaded.Unlock()
	t, err := load(edition, nil)
	if err != nil || t.tree != nil {
		return t, err
	}
	if err := t.derive(); err != nil {
		delete(loaded.editions, edition)
		return nil, fmt.Errorf("templates/%s.json: %w", edition, err)
	}
	return t, nil
}

// load returns an edition that the editions in above stand on, its sections not yet
// worked out: of a mere base nobody asks what they imply, which takes as long again.
func load(edition string, above []string) (*Template, error) {
	if t, ok := loaded.editions[edition]; ok {
		return t, nil
	}
	if slices.Contains(above, edition) {
		return nil, fmt.Errorf("templates/%s.json stands on itself: %s", edition, strings.Join(append(above, edition), " on "))
	}
	if !slices.Contains(Editions(), edition) {
		return nil, fmt.Errorf("没有“%s”这一版格式；现有：%s", edition, strings.Join(Editions(), "、"))
	}
	name := edition + ".json"
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	t, err := parse(edition, data, func(base string) (*Template, error) { return load(base, append(above, edition)) })
	if err != nil {
		return nil, fmt.Errorf("templates/%s: %w", name, err)
	}
	if loaded.editions == nil {
		loaded.editions = map[string]*Template{}
	}
	loaded.editions[edition] = t
	return t, nil
}

// Editions are the names that Load knows, oldest first.
func Editions() []string {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		panic(err) // the pattern above is malformed
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(name, ".json")
	}
	slices.Sort(names)
	return names
}

// All are the editions that Load knows, in the order of their names.
func All() ([]*Template, error) {
	var all []*Template
	for _, edition := range Editions() {
		t, err := Load(edition)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

// read makes a template of a file's bytes and refuses one that contradicts itself.
func read(edition string, data []byte, load func(base string) (*Template, error)) (*Template, error) {
	t, err := parse(edition, data, load)
	if err != nil {
		return nil, err
	}
	return t, t.derive()
}

// parse is read without what the sections imply. An edition that stands on another
// asks load for it.
func parse(edition string, data []byte, load func(base string) (*Template, error)) (*Template, error) {
	t := &Template{}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(t); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows the template's closing brace")
	}
	if err := checkFields(data); err != nil {
		return nil, err
	}
	if t.Edition != edition {
		return nil, fmt.Errorf("the file is named %q, its edition %q", edition, t.Edition)
	}
	if t.Base != "" {
		base, err := load(t.Base)
		if err != nil {
			return nil, err
		}
		if err := t.standOn(base); err != nil {
			return nil, err
		}
	} else if len(t.Edits) > 0 {
		return nil, errors.New("edits of no base")
	}
	if t.Offer == "" {
		t.Offer = ByYear
	}
	if t.Offer == ByYear {
		t.family = t.Edition
	} else if t.Base == "" {
		return nil, fmt.Errorf("offered %q, and a variant of no base", t.Offer)
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	return t, nil
}

// derive works out what the sections imply: numbers, equations, tree.
func (t *Template) derive() error {
	t.byPath, t.bounds = map[string]int{}, map[string][]Bound{}
	t.tree = &Node{}
	for _, section := range t.Sections {
		node := &Node{Key: section.Key, Path: section.Key, Title: section.Heading}
		t.tree.Nodes = append(t.tree.Nodes, node)
		if section.Table == nil {
			continue
		}
		for _, part := range section.Table.Parts {
			if err := t.addLeaves(section, part); err != nil {
				return err
			}
			if err := t.grow(node, section, part); err != nil {
				return err
			}
			for _, sum := range part.Sums {
				t.addEquations(section, part, sum)
			}
		}
	}
	if err := t.checkPlaces(); err != nil {
		return err
	}
	t.addTopics()
	for _, section := range t.Sections {
		if section.Table == nil {
			continue
		}
		for _, part := range section.Table.Parts {
			if err := t.addReadings(section, part); err != nil {
				return err
			}
		}
	}
	t.known = sync.OnceValue(t.knownWords)
	return t.sortEquations()
}
