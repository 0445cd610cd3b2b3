package report

import (
	"testing"

	"nianbao/problem"
	"nianbao/templates"
)

func TestSet(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	r := New(form)
	for _, c := range []struct{ path, text, code string }{
		{"agency", "涞源县", ""},
		{"year", "2022", ""},
		{"year", "二〇二二", problem.CodeHeadYear},
		{"sealed", "true", ""},
		{"sealed", "是", problem.CodeHeadValue},
		{"contact.telephone", "0312-7321234", ""},
		{"contact", "0312-7321234", problem.CodeUnknown},
		{"overview", "一段。\r\n又一段。", ""},
		{"problems", "甲\x01乙", problem.CodeControl},
		{"preamble", "甲\xff乙", problem.CodeEncoding},
		{"requests.received.natural_person", "13", ""},
		{"requests.received.natural_person", "13件", problem.CodeFormat},
		{"requests.received.business", "-1", problem.CodeNegative},
		{"requests.received.business", "/", ""},
		{"requests.received", "1", problem.CodeUnknown},
		{"requests.received.total.x", "1", problem.CodeUnknown},
		{"", "1", problem.CodeUnknown},
		{"edition", "1999", problem.CodeHeadEdition},
		{"edition", "2021", ""},
	} {
		p := r.Set(c.path, c.text)
		switch {
		case p == nil && c.code != "":
			t.Errorf("%s %q is taken", c.path, c.text)
		case p != nil && (p.Code != c.code || p.Path != c.path || p.Fix == "" || p.Message == ""):
			t.Errorf("%s %q: %+v", c.path, c.text, p)
		}
	}
	if r.Agency != "涞源县" || r.Year != 2022 || !r.Sealed || r.Contact.Telephone != "0312-7321234" || r.Prose["overview"].Text != "一段。\n又一段。" ||
		r.Prose["problems"].Text != "甲乙" || r.Numbers["requests.received.natural_person"].Text != "13" || r.Numbers["requests.received.business"].Origin != NotApplicable {
		t.Errorf("%+v", r)
	}
}

// A sum that nobody typed follows what is typed below it, and gives way to what is
// typed in its place.
func TestSetCompletes(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	r := New(form)
	const row = "requests.received."
	want := func(text string, origin Origin) {
		t.Helper()
		if n := r.Numbers[row+"total"]; n.Text != text || n.Origin != origin {
			t.Errorf("the total is %+v", n)
		}
	}
	for _, column := range []string{"natural_person", "business", "research", "nonprofit", "legal_service", "other_applicant"} {
		r.Set(row+column, "2")
	}
	want("12", Computed)
	r.Set(row+"business", "5")
	want("15", Computed)
	r.Set(row+"business", "")
	want("", Given)
	r.Set("blank_as", "0")
	want("10", Computed)
	r.Set(row+"total", "11")
	want("11", Given)
	r.Set(row+"total", "")
	want("10", Computed)
	r.Set("blank_as", "")
	want("", Given)
}
