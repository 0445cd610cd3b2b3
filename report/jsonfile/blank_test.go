package jsonfile_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/check"
	"nianbao/fixtures"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// Check calls a blank report blank cell by cell, and says nothing else of it
// but that the texts are not written.
func TestBlankIsBlankCellByCell(t *testing.T) {
	for _, edition := range templates.Editions() {
		form := loadEdition(t, edition)
		r, problems := jsonfile.Decode(jsonfile.Blank(form, "涞源县", 2024))
		if len(problems) > 0 {
			t.Errorf("%s: Decode says %v", edition, problems)
		}
		if r.Edition != edition || r.Agency != "涞源县" || r.Year != 2024 {
			t.Errorf("%s: head %q %q %d", edition, r.Edition, r.Agency, r.Year)
		}
		var want, got []string
		for _, section := range form.Sections {
			if section.Table == nil {
				want = append(want, "prose.empty "+section.Key)
				continue
			}
			for _, leaf := range form.Leaves() {
				if leaf.Table == section.Table.Name && !leaf.Total {
					want = append(want, "number.blank "+leaf.Path)
				}
			}
		}
		for _, p := range fixtures.Errors(check.Check(r)) {
			got = append(got, p.Code+" "+p.Path)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: Check says\n%s\nwant\n%s", edition, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// Every cell has its place in the file, totals too, a table row a line.
func TestBlankIsLaidOutLikeTheForm(t *testing.T) {
	blank := string(jsonfile.Blank(loadEdition(t, "2021"), `“一”<二>"三"`, 2024))
	at := 0
	for _, line := range []string{
		"{\n",
		"  \"edition\": \"2021\",\n",
		"  \"agency\": \"“一”<二>\\\"三\\\"\",\n",
		"  \"year\": 2024,\n",
		"  \"sealed\": false,\n",
		"  \"contact\": {\"address\": \"\", \"postcode\": \"\", \"telephone\": \"\", \"email\": \"\"},\n",
		"  \"preamble\": \"\",\n",
		"  \"overview\": \"\",\n",
		"    \"rules\": {\"issued\": null, \"repealed\": null, \"in_force\": null},\n",
		"    \"licensing\": null,\n",
		"    \"fees\": null\n",
		"        \"state_secret\": {\"natural_person\": null, \"business\": null, \"research\": null, \"nonprofit\": null, \"legal_service\": null, \"other_applicant\": null, \"total\": null},\n",
		"    \"litigation_after_reconsideration\": {\"upheld\": null, \"corrected\": null, \"other_result\": null, \"pending\": null, \"total\": null}\n",
		"  \"problems\": \"\",\n",
		"  \"other_matters\": \"\"\n}\n",
	} {
		next := strings.Index(blank[at:], line)
		if next < 0 {
			t.Fatalf("no line %q after byte %d of\n%s", line, at, blank)
		}
		at += next + len(line)
	}
	if n := strings.Count(blank, "null"); n != 10+25*7+15 {
		t.Errorf("%d cells, want 200", n)
	}
}

func TestBlankIsDeterministic(t *testing.T) {
	form := loadEdition(t, "2021")
	if !bytes.Equal(jsonfile.Blank(form, "涞源县", 2024), jsonfile.Blank(form, "涞源县", 2024)) {
		t.Error("two runs differ")
	}
}

func loadEdition(t *testing.T, edition string) *templates.Template {
	t.Helper()
	form, err := templates.Load(edition)
	if err != nil {
		t.Fatal(err)
	}
	return form
}
