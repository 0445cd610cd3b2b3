package check

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
)

// Every fixture's problems are those in its problems.json, or in its description
// where it is a bad one; it has none where that file is missing. A bad one has
// exactly one error, or one problem that is none; a good one no error.
func TestFixtures(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		if problems := golden(t, c); problem.HasErrors(problems) {
			t.Errorf("%s is a good one, but cannot be filed:\n%s", c.Name, fixtures.Listed(problems))
		}
	}
	for _, c := range fixtures.Bad(t) {
		problems := all(c.JSON)
		fixtures.WantFound(t, c, problems)
		if len(problems) != 1 && len(fixtures.Errors(problems)) != 1 {
			t.Errorf("%s should have one slip, has %d:\n%s", c.Name, len(problems), fixtures.Listed(problems))
		}
	}
	for _, c := range fixtures.Drafts(t) {
		if problems := golden(t, c); !problem.HasErrors(problems) {
			t.Errorf("%s is a draft, but could be filed", c.Name)
		}
	}
}

func golden(t *testing.T, c fixtures.Case) []problem.Problem {
	t.Helper()
	problems := all(c.JSON)
	fixtures.Golden(t, filepath.Join(c.Dir, "problems.json"), encoded(t, problems))
	return problems
}

// encoded is the list as JSON for people; nothing for no problems.
func encoded(t *testing.T, problems []problem.Problem) []byte {
	t.Helper()
	if len(problems) == 0 {
		return nil
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(problems); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
