package templates

import (
	"strings"
	"testing"
)

func TestEditions(t *testing.T) {
	want := "2019 2021 2021-single-other"
	if got := strings.Join(Editions(), " "); got != want {
		t.Fatalf("Editions() = %s, want %s", got, want)
	}
	for _, edition := range Editions() {
		form := mustLoad(t, edition)
		if form.Edition != edition {
			t.Errorf("Load(%q).Edition = %q", edition, form.Edition)
		}
		if form.Variant() != (edition == "2021-single-other") {
			t.Errorf("%s: Variant = %v", edition, form.Variant())
		}
	}
}

func TestLoadUnknownEdition(t *testing.T) {
	_, err := Load("2022")
	if want := "没有“2022”这一版格式；现有：2019、2021、2021-single-other"; err == nil || err.Error() != want {
		t.Fatalf("Load(2022): %v, want %s", err, want)
	}
}

func mustLoad(t testing.TB, edition string) *Template {
	t.Helper()
	form, err := Load(edition)
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// table is the table of a section of an edition.
func table(t testing.TB, form *Template, key string) *Table {
	t.Helper()
	for _, section := range form.Sections {
		if section.Key == key {
			return section.Table
		}
	}
	t.Fatalf("edition %s has no section %q", form.Edition, key)
	return nil
}
