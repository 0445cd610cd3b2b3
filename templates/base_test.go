package templates

import (
	"reflect"
	"testing"
)

// An edition is the same whether its base was asked for before it or not, and the
// base the same behind it.
func TestBaseInAnyOrder(t *testing.T) {
	load := func(editions ...string) map[string]*Template {
		loaded.Lock()
		was := loaded.editions
		loaded.editions = nil
		loaded.Unlock()
		defer func() {
			loaded.Lock()
			loaded.editions = was
			loaded.Unlock()
		}()
		got := map[string]*Template{}
		for _, edition := range editions {
			one, err := Load(edition)
			if err != nil {
				t.Fatal(err)
			}
			got[edition] = one
		}
		return got
	}
	a, b := load("2021", "2021-single-other"), load("2021-single-other", "2021")
	for edition, one := range a {
		other := b[edition]
		if len(one.Leaves()) == 0 || !reflect.DeepEqual(one.Leaves(), other.Leaves()) || !reflect.DeepEqual(one.Equations(), other.Equations()) || !reflect.DeepEqual(one.Tree(), other.Tree()) {
			t.Errorf("%s: other numbers, sums or tree", edition)
		}
		for i := range one.Topics {
			if x, y := &one.Topics[i], &other.Topics[i]; len(x.Readings()) != len(y.Readings()) || x.ownUnits != y.ownUnits {
				t.Errorf("%s: other phrases for %s", edition, x.Key)
			}
		}
	}
}
