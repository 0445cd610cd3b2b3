package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nianbao/check"
	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/report/schema"
	"nianbao/templates"
)

func TestSchemaIsDeterministic(t *testing.T) {
	for _, edition := range templates.Editions() {
		form := loadEdition(t, edition)
		if !bytes.Equal(schema.Of(form), schema.Of(form)) {
			t.Errorf("%s: two runs differ", edition)
		}
		if !json.Valid(schema.Of(form)) {
			t.Errorf("%s: no JSON", edition)
		}
	}
}

func TestGoodFixturesValidate(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		r, _ := jsonfile.Decode(c.JSON)
		if err := compileSchema(t, r.Template).Validate(jsonOf(t, c.JSON)); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
}

func TestDraftsDoNotValidate(t *testing.T) {
	for _, c := range fixtures.Drafts(t) {
		r, _ := jsonfile.Decode(c.JSON)
		if compileSchema(t, r.Template).Validate(jsonOf(t, c.JSON)) == nil {
			t.Errorf("%s validates", c.Name)
		}
	}
}

// structural are the errors of a report apart from its sums.
func structural(data []byte) []problem.Problem {
	r, problems := jsonfile.Decode(data)
	var errors []problem.Problem
	for _, p := range append(problems, check.Check(r)...) {
		if p.Severity == problem.Error && !strings.HasPrefix(p.Code, "sum.") {
			errors = append(errors, p)
		}
	}
	return errors
}

// Titles are in Chinese, so that an editor shows what a key stands for.
func TestSchemaTitles(t *testing.T) {
	schema := jsonOf(t, schema.Of(loadEdition(t, "2021"))).(map[string]any)
	for path, want := range map[string]string{
		"":                        "政府信息公开工作年度报告（格式 2021）",
		"agency":                  "机关名称",
		"preamble":                "引言",
		"requests":                "三、收到和处理政府信息公开申请情况",
		"requests.outcome":        "三、本年度办理结果",
		"requests.outcome.denied": "（三）不予公开",
		"requests.outcome.denied.administrative_inquiry.natural_person": "表三 · （三）不予公开 · 8.属于行政查询事项 · 自然人",
	} {
		at := schema
		for key := range strings.SplitSeq(path, ".") {
			if key != "" {
				at = at["properties"].(map[string]any)[key].(map[string]any)
			}
		}
		if at["title"] != want {
			t.Errorf("title of %q: %v, want %s", path, at["title"], want)
		}
	}
}

// A section that is called like a key of the head could not be told from it.
func TestSectionKeysAreNoHeadKeys(t *testing.T) {
	for _, edition := range templates.Editions() {
		form := loadEdition(t, edition)
		for _, f := range report.HeadFields {
			if form.Tree().Node(f.Path) != nil {
				t.Errorf("%s: section %q", edition, f.Path)
			}
		}
	}
}

// compiled schemas by edition: compiling one takes 30 ms.
var compiled = map[string]*jsonschema.Schema{}

func compileSchema(t *testing.T, form *templates.Template) *jsonschema.Schema {
	t.Helper()
	if schema, ok := compiled[form.Edition]; ok {
		return schema
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("report.json", jsonOf(t, schema.Of(form))); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	compiled[form.Edition] = schema
	return schema
}

func jsonOf(t *testing.T, data []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func loadEdition(t *testing.T, edition string) *templates.Template {
	t.Helper()
	form, err := templates.Load(edition)
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// A blank report has the keys that the schema knows, and fails it for want of numbers.
func TestBlankAgainstSchema(t *testing.T) {
	for _, edition := range templates.Editions() {
		form := loadEdition(t, edition)
		blank := jsonOf(t, jsonfile.Blank(form, "涞源县", 2024)).(map[string]any)
		if compileSchema(t, form).Validate(blank) == nil {
			t.Errorf("%s: a blank report validates", edition)
		}
		blank["blank_as"] = "0"
		for _, section := range form.Sections {
			if section.Table == nil {
				blank[section.Key] = "无。"
			}
		}
		if err := compileSchema(t, form).Validate(blank); err != nil {
			t.Errorf("%s: %v", edition, err)
		}
	}
}
