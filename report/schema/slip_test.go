package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nianbao/fixtures"
	"nianbao/report/jsonfile"
)

// What the schema says of a slip is what Decode and Check say of it.
func TestSchemaAgreesWithCheck(t *testing.T) {
	const missing = "missing"
	for _, c := range []struct {
		fixture, path, value string
		ok                   bool
	}{
		{"huaian-2024", "edition", `"2021"`, true},
		{"huaian-2024", "edition", `2021`, false},
		{"huaian-2024", "edition", `null`, false},
		{"huaian-2024", "agency", `""`, false},
		{"huaian-2024", "agency", `" 淮安市"`, false},
		{"huaian-2024", "agency", `"淮安市　"`, false},
		{"huaian-2024", "agency", `"淮安\n市"`, false},
		{"huaian-2024", "agency", `"淮安\u0000市"`, false},
		{"huaian-2024", "agency", missing, false},
		{"huaian-2024", "agency", `"` + strings.Repeat("淮", 61) + `"`, false},
		{"huaian-2024", "year", `"2024"`, false},
		{"huaian-2024", "year", `2024.5`, false},
		{"huaian-2024", "year", `20224`, false},
		{"huaian-2024", "year", missing, false},
		{"huaian-2024", "date", `""`, true},
		{"huaian-2024", "date", `null`, true},
		{"huaian-2024", "date", `"2025-1-18"`, false},
		{"huaian-2024", "date", `"2025-13-18"`, false},
		{"huaian-2024", "date", `"2025-01-31"`, true},
		{"huaian-2024", "date", `"2025-02-30"`, false},
		{"huaian-2024", "date", `"2025-04-31"`, false},
		{"huaian-2024", "date", `"2025-12-32"`, false},
		{"huaian-2024", "signatory", `""`, true},
		{"huaian-2024", "signatory", `"淮安市人民政府办公室"`, false}, // without a date
		{"huaian-2024", "sealed", `false`, true},
		{"huaian-2024", "sealed", `true`, false}, // without a signatory
		{"huaian-2024", "sealed", `"true"`, false},
		{"huaian-2024", "agency_level", `""`, true},
		{"huaian-2024", "agency_level", `"town"`, false},
		{"huaian-2024", "scope", `null`, true},
		{"huaian-2024", "scope", `"all"`, false},
		{"huaian-2024", "title_lines", `["淮安市人民政府2024年", "政府信息公开工作年度报告"]`, true},
		{"huaian-2024", "title_lines", `[]`, true},
		{"huaian-2024", "title_lines", `null`, true},
		{"huaian-2024", "title_lines", `["一行", ""]`, false},
		{"huaian-2024", "title_lines", `["一行", 2]`, false},
		{"huaian-2024", "title_lines", `"一行"`, false},
		{"huaian-2024", "blank_as", `0`, false},
		{"huaian-2024", "blank_as", `"1"`, false},
		{"huaian-2024", "contact", `null`, true},
		{"huaian-2024", "contact", `[]`, false},
		{"huaian-2024", "contact.postcode", `"22300"`, false},
		{"huaian-2024", "contact.postcode", `""`, true},
		{"huaian-2024", "contact.telephone", `"无"`, false},
		{"huaian-2024", "contact.email", `"hazwgkc"`, false},
		{"huaian-2024", "contact.fax", `"0517-83605210"`, false},
		{"huaian-2024", "preamble", `null`, true},
		{"huaian-2024", "preamble", `["一"]`, false},
		{"huaian-2024", "overview", `""`, false},
		{"huaian-2024", "overview", `" 　\n"`, false},
		{"huaian-2024", "overview", `null`, false},
		{"huaian-2024", "overview", missing, false},
		{"huaian-2024", "overview", `"一段\r\n又一段"`, true},
		{"huaian-2024", "overview", `"一段\t"`, false},
		{"huaian-2024", "overview", `"一\u007f段"`, false},
		{"huaian-2024", "overview", `"一\u0085段"`, false},
		{"huaian-2024", "overview", `"一\u200b段"`, true},
		{"huaian-2024", "overview", `"一\u2028段"`, true},
		{"huaian-2024", "overview", `"一\ufffd段"`, false},
		{"huaian-2024", "overveiw", `"一段"`, false},

		{"huaian-2024", "disclosure", `null`, false},
		{"huaian-2024", "disclosure", missing, false},
		{"huaian-2024", "disclosure.rules", `[]`, false},
		{"huaian-2024", "disclosure.rules", `null`, false},
		{"huaian-2024", "disclosure.rules.issued", `"/"`, true},
		{"huaian-2024", "disclosure.rules.issued", `null`, false},
		{"huaian-2024", "disclosure.rules.issued", missing, false},
		{"huaian-2024", "disclosure.rules.issued", `-1`, false},
		{"huaian-2024", "disclosure.rules.issued", `1.5`, false},
		{"huaian-2024", "disclosure.rules.issued", `"12"`, false},
		{"huaian-2024", "disclosure.rules.issued", `""`, false},
		{"huaian-2024", "disclosure.rules.issued", `true`, false},
		{"huaian-2024", "disclosure.rules.issued", `999999999999999`, true},
		{"huaian-2024", "disclosure.rules.issued", `1000000000000000`, false},
		{"huaian-2024", "disclosure.rules.isued", `1`, false},
		{"huaian-2024", "disclosure.fees", `59237.2449`, true},
		{"huaian-2024", "disclosure.fees", `-0.5`, false},
		{"huaian-2024", "disclosure.fees", `"96171.6万元"`, false},
		{"huaian-2024", "requests.received.total", missing, true},
		{"huaian-2024", "requests.received.total", `null`, true},
		{"huaian-2024", "requests.received.total", `"3119"`, false},
		{"huaian-2024", "requests.received.business", missing, false},
		{"huaian-2024", "requests.outcome.total", missing, true},
		{"huaian-2024", "requests.outcome.total", `null`, true},
		{"huaian-2024", "requests.outcome.total", `3050`, false},
		{"huaian-2024", "requests.outcome.granted", missing, false},
		{"huaian-2024", "requests.outcome.other_handling", `null`, false},
		{"huaian-2024", "requests.carried_forward.business", `null`, false},
		{"huaian-2024", "disputes.reconsideration.total", missing, true},
		{"huaian-2024", "disputes.reconsideration.pending", missing, false},

		{"laiyuan-2022", "requests.outcome.other_handling.other", `0`, false},
		{"township-all-zero", "disclosure.rules", missing, true},
		{"township-all-zero", "disclosure", `null`, true},
		{"township-all-zero", "requests.received.business", `null`, true},
		{"township-all-zero", "requests.received.business", `-1`, false},
		{"township-all-zero", "blank_as", `""`, false},
		{"township-all-zero", "overview", missing, false},

		{"edition-2019", "disclosure.fees.change", `-3`, true},
		{"edition-2019", "disclosure.fees.change", `"+3"`, true},
		{"edition-2019", "disclosure.fees.change", `"-3"`, true},
		{"edition-2019", "disclosure.fees.change", `"3"`, false},
		{"edition-2019", "disclosure.fees.change", `"+03"`, false},
		{"edition-2019", "disclosure.fees.change", `"+"`, false},
		{"edition-2019", "disclosure.fees.change", `0.5`, false},
		{"edition-2019", "disclosure.fees.last_year_items", `-3`, false},
		{"edition-2019", "disclosure.procurement.amount", `"251000元"`, true},
		{"edition-2019", "disclosure.procurement.amount", `"25.1万元"`, true},
		{"edition-2019", "disclosure.procurement.amount", `"/"`, true},
		{"edition-2019", "disclosure.procurement.amount", `251000`, true},
		{"edition-2019", "disclosure.procurement.amount", `"251000"`, false},
		{"edition-2019", "disclosure.procurement.amount", `"约25万元"`, false},
		{"edition-2019", "disclosure.procurement.amount", `-1`, false},
	} {
		t.Run(c.fixture+"/"+c.path+"="+shortened(c.value), func(t *testing.T) {
			report := jsonOf(t, fixtures.Named(t, c.fixture).JSON).(map[string]any)
			r, _ := jsonfile.Decode(fixtures.Named(t, c.fixture).JSON)
			keys := strings.Split(c.path, ".")
			at := report
			for _, key := range keys[:len(keys)-1] {
				inner, ok := at[key].(map[string]any)
				if !ok {
					inner = map[string]any{}
					at[key] = inner
				}
				at = inner
			}
			delete(at, keys[len(keys)-1])
			if c.value != missing {
				at[keys[len(keys)-1]] = jsonOf(t, []byte(c.value))
			}
			err := compileSchema(t, r.Template).Validate(report)
			if (err == nil) != c.ok {
				t.Errorf("schema: %v", err)
			}
			data, err := json.Marshal(report)
			if err != nil {
				t.Fatal(err)
			}
			if problems := structural(data); (len(problems) == 0) != c.ok {
				t.Errorf("check: %v", problems)
			}
		})
	}
}

// shortened keeps the name of a subtest readable.
func shortened(text string) string { return string([]rune(text)[:min(20, len([]rune(text)))]) }

// blind are the slips that no schema can see: they are gone from the value that
// a JSON parser hands it.
var blind = map[string]string{
	"bad-duplicate-cell":            "the parser keeps one",
	"bad-duplicate-head-key":        "the parser keeps one",
	"bad-duplicate-row":             "the parser keeps one",
	"bad-duplicate-section":         "the parser keeps one",
	"bad-exponent":                  "1e3 is the number 1000",
	"bad-minus-zero":                "-0 is the number 0",
	"bad-whole-count-with-decimals": "386.0 is the integer 386",
}

// A report whose structure is bad is no JSON at all, or fails the schema; one
// that is only wrong in itself passes it.
func TestBadFixturesFailTheSchema(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range fixtures.Bad(t) {
		seen[c.Name] = true
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(c.JSON))
		if err != nil {
			continue // an editor says so before it looks into the schema
		}
		form := loadEdition(t, "2021")
		if r, _ := jsonfile.Decode(c.JSON); r.Template != nil {
			form = r.Template
		}
		fails := compileSchema(t, form).Validate(value) != nil
		reason, isBlind := blind[c.Name]
		if want := len(structural(c.JSON)) > 0 && !isBlind; fails != want {
			t.Errorf("%s: fails the schema: %v, want %v; blind: %s; check says %v", c.Name, fails, want, reason, structural(c.JSON))
		}
	}
	for name := range blind {
		if !seen[name] {
			t.Errorf("no fixture %s", name)
		}
	}
}
