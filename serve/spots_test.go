package serve

import (
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// Every number and every line of text has its place on the pages, blanks too, and
// the lines of a text add up to it.
func TestSpots(t *testing.T) {
	for _, name := range []string{"laiyuan-2022", "draft-with-blanks", "huaian-2024"} {
		src := fixtures.Named(t, name).JSON
		got := decode[pictures](t, post(t, "/api/pages?draft=1", src))
		r, _ := jsonfile.Decode(src)
		known := map[string]spot{}
		for page, spots := range got.Spots {
			for _, s := range spots {
				if s.Box[0] < 0 || s.Box[1] < 0 || s.Box[0]+s.Box[2] > 10000 || s.Box[1]+s.Box[3] > 10000 {
					t.Errorf("%s: %s stands outside of page %d: %v", name, s.Path, page+1, s.Box)
				}
				if before, ok := known[s.Path]; ok && s.Before < before.Before {
					t.Errorf("%s: line %d of %s comes after %d", name, s.Before, s.Path, before.Before)
				}
				known[s.Path] = s
			}
		}
		for _, leaf := range r.Template.Leaves() {
			if _, ok := known[leaf.Path]; !ok {
				t.Errorf("%s: %s has no place", name, leaf.Path)
			}
		}
		for key, prose := range r.Prose {
			if prose.Text == "" {
				continue
			}
			all := len([]rune(strings.Join(strings.Fields(prose.Text), "")))
			if last := known[key]; last.Before < all-60 || last.Before >= all {
				t.Errorf("%s: the last line of %s begins after %d characters of %d", name, key, last.Before, all)
			}
		}
	}
	blank := jsonfile.Blank(mustLoad(t, "2021"), "某某县", 2025)
	if got := decode[pictures](t, post(t, "/api/pages", blank)); len(got.Spots) == 0 || !hasSpot(got.Spots, "overview") {
		t.Error("what is not written yet has no place")
	}
}

func hasSpot(pages [][]spot, path string) bool {
	for _, spots := range pages {
		for _, s := range spots {
			if s.Path == path {
				return true
			}
		}
	}
	return false
}

func mustLoad(t *testing.T, edition string) *templates.Template {
	form, err := templates.Load(edition)
	if err != nil {
		t.Fatal(err)
	}
	return form
}
