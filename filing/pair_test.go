package filing_test

import (
	"os"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/render/sealed"
)

// Of files that were written together, the first that says what it prints is held
// against the others of its name, and never against those written with it.
func TestApartFromAny(t *testing.T) {
	for _, c := range []struct {
		what    string
		prints  map[string]string // by file; "": it does not say
		written []string
		want    string
	}{
		{"all the same", map[string]string{"a.html": "1", "a-图解.svg": "1"}, []string{"a.html"}, ""},
		{"another's", map[string]string{"a.html": "1", "a-图解.svg": "2"}, []string{"a.html"}, "a.html a-图解.svg"},
		{"the first says nothing", map[string]string{"a.html": "", "a-图解.html": "1", "a-图解.svg": "2"},
			[]string{"a.html", "a-图解.html"}, "a-图解.html a-图解.svg"},
		{"the other says nothing", map[string]string{"a.html": "1", "a-图解.svg": ""}, []string{"a.html"}, ""},
		{"written with it", map[string]string{"a.html": "1", "a-图解.svg": "2"}, []string{"a.html", "a-图解.svg"}, ""},
		{"another's, in capitals", map[string]string{"a.html": "1", "a-图解.SVG": "2"}, []string{"a.html"}, "a.html a-图解.SVG"},
		{"both in capitals", map[string]string{"A.HTML": "1", "A-图解.SVG": "2"}, []string{"A.HTML"}, "A.HTML A-图解.SVG"},
		{"the same, in capitals", map[string]string{"a.html": "1", "a-图解.SVG": "1"}, []string{"a.html"}, ""},
		{"of another name", map[string]string{"a.html": "1", "b.html": "2"}, []string{"a.html"}, ""},
		{"none of the program's names", map[string]string{"a.txt": "1", "a.html": "2"}, []string{"a.txt"}, ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Chdir(t.TempDir())
			for name, prints := range c.prints {
				content := []byte("<p>text</p>")
				if prints != "" {
					content = sealed.Text(content, strings.Repeat(prints, 32))
				}
				if err := os.WriteFile(name, content, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			path, other := filing.ApartFromAny(c.written)
			if got := strings.TrimSpace(path + " " + other); !strings.EqualFold(got, c.want) { // not all systems tell capitals apart
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
