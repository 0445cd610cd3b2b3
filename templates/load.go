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

// loaders read an edition the first time it is asked for, once per process:
// reading and checking one takes a millisecond.
var loaders = func() map[string]func() (*Template, error) {
	loaders := map[string]func() (*Template, error){}
	for _, edition := range Editions() {
		loaders[edition] = sync.OnceValues(func() (*Template, error) {
			name := edition + ".json"
			data, err := files.ReadFile(name)
			if err != nil {
				return nil, err
			}
			t, err := read(edition, data)
			if err != nil {
				return nil, fmt.Errorf("templates/%s: %w", name, err)
			}
			return t, nil
		})
	}
	return loaders
}()

// Load returns an edition by its name, e.g. "2021". It is shared: callers must
// not change it. The error for a name that is no edition is a Chinese sentence
// that lists those there are.
func Load(edition string) (*Template, error) {
	load, ok := loaders[edition]
	if !ok {
		return nil, fmt.Errorf("没有“%s”这一版格式；现有：%s", edition, strings.Join(Editions(), "、"))
	}
	return load()
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

// read makes a template of a file's bytes and refuses one that contradicts itself.
func read(edition string, data []byte) (*Template, error) {
	if err := checkFields(data); err != nil {
		return nil, err
	}
	t := &Template{}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(t); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows the template's closing brace")
	}
	if t.Edition != edition {
		return nil, fmt.Errorf("the file is named %q, its edition %q", edition, t.Edition)
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	return t, t.derive()
}

// derive works out what the sections imply: numbers, equations, tree.
func (t *Template) derive() error {
	t.byPath = map[string]int{}
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
	return t.sortEquations()
}
