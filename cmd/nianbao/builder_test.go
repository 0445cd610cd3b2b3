package main

import (
	"errors"
	"strings"
	"testing"

	"nianbao/filing/source"
	"nianbao/render/font"
)

// A report that is written already is done, whatever kept its second copy from being.
func TestATwinThatCouldNotBeStaged(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "b.json", minimal(t), "c.json", minimal(t, "6条", "7条"))
	b := builder{from: map[string]origin{}, lasts: &source.LastYears{}}
	var err error
	if b.Faces, err = font.Embedded(); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("磁盘空间不够了")
	for _, c := range []struct {
		file    string
		failure error
		same    string
		said    string
	}{{"a.json", nil, "", ""}, {"b.json", failed, "a.json", ""}, {"b.json", nil, "a.json", ""}, {"c.json", failed, "", "内容不同"}} {
		s, err := source.Read(c.file, nil)
		if err != nil {
			t.Fatal(err)
		}
		r := b.lay(s)
		if r.name == "" {
			t.Fatal("it may not be written")
		}
		if c.failure != nil {
			r.status, r.failure = impossible, c.failure
		}
		b.finish(c.file, &r)
		if r.same != c.same || (r.failure == nil) != (c.said == "") || r.failure != nil && !strings.Contains(r.failure.Error(), c.said) {
			t.Errorf("%s: the same as %q, %v", c.file, r.same, r.failure)
		}
	}
}
