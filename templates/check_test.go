package templates

import (
	"strings"
	"testing"
)

// small is a template without fault; each case below spoils one thing in it.
const small = `{
  "edition": "small",
  "source": "国办公开办函〔2021〕30号",
  "first_year": 2021,
  "last_year": 2022,
  "title": "报告",
  "preamble": "引言",
  "sections": [
    {"key": "overview", "heading": "一、情况"},
    {
      "key": "requests",
      "heading": "二、申请",
      "table": {
        "name": "表二",
        "label_widths": [1000, 1845],
        "number_widths": [3000, 1000, 1000, 1000],
        "label_align": "left",
        "number_align": "center",
        "parts": [
          {
            "caption": "第一项",
            "shade": "C6D9F0",
            "corner": "内容",
            "columns": [
              {"key": "person", "label": ["申请人", "自然人"]},
              {"key": "firm", "label": ["申请人", "企业"]},
              {"key": "law", "label": ["法律机构"]},
              {"key": "total", "label": ["总计"], "kind": "amount"}
            ],
            "rows": [
              {"key": "received", "label": ["新收"]},
              {"key": "done.open", "label": ["结果", "公开"]},
              {"key": "done.shut", "label": ["结果", "不公开"]},
              {"key": "done.total", "label": ["结果", "合计"]},
              {"key": "left", "label": ["结转"]}
            ],
            "sums": [
              {"code": "sum.across", "over": "columns", "left": ["person", "firm", "law"], "right": ["total"], "say": "相等"},
              {"code": "sum.down", "over": "rows", "left": ["done.open", "done.shut"], "right": ["done.total"], "say": "相等"},
              {"code": "sum.balance", "over": "rows", "left": ["received"], "right": ["done.total", "left"], "say": "相等"}
            ]
          },
          {
            "caption": "第二项",
            "columns": [{"key": "", "label": ["数量"]}],
            "rows": [{"key": "fees", "label": ["收费"]}]
          }
        ]
      }
    },
    {
      "key": "disputes",
      "heading": "三、复议",
      "table": {
        "name": "表三",
        "label_widths": [],
        "number_widths": [4000, 4845],
        "label_align": "center",
        "number_align": "center",
        "parts": [{
          "columns": [{"key": "upheld", "label": ["维持"]}, {"key": "other", "label": ["其他"], "kind": "change"}],
          "rows": [{"key": "", "label": []}]
        }]
      }
    }
  ]
}`

func TestSmallTemplate(t *testing.T) {
	if _, err := read("small", []byte(small), Load); err != nil {
		t.Fatal(err)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"unknown field", `"title": "报告"`, `"title": "报告", "titel": "报告"`, `unknown field "titel"`},
		{"unknown field in a row", `"key": "received",`, `"key": "received", "span": 3,`, `unknown field "span"`},
		{"field twice", `"title": "报告"`, `"title": "报告", "title": "年报"`, `the field "title" stands twice in one object`},
		{"sums twice", `"caption": "第一项",`, `"caption": "第一项", "sums": [],`, `the field "sums" stands twice in one object`},
		{"wrong type", `"first_year": 2021`, `"first_year": "2021"`, `first_year of type int`},
		{"two objects", "{\n  \"edition\"", "{}\n{\n  \"edition\"", `something follows the template's closing brace`},
		{"edition", `"edition": "small"`, `"edition": "2021"`, `the file is named "small", its edition "2021"`},
		{"no title", `"title": "报告"`, `"title": ""`, `title: an empty label`},
		{"no source", `"source": "国办公开办函〔2021〕30号"`, `"source": ""`, `source: an empty label`},
		{"no preamble", `"preamble": "引言"`, `"preamble": ""`, `preamble: an empty label`},
		{"years", `"last_year": 2022`, `"last_year": 2020`, `the years 2021 to 2020 are no period`},

		{"section key", `"key": "overview"`, `"key": "Overview"`, `section 1 ("Overview"): the key is not snake_case`},
		{"reserved key", `"key": "overview"`, `"key": "preamble"`, `section 1 ("preamble"): the key belongs to the text before section one`},
		{"section key twice", `"key": "overview"`, `"key": "requests"`, `section 1 ("requests") and section 2 ("requests") have the same key "requests"`},
		{"heading twice", `"heading": "一、情况"`, `"heading": "二、申请"`, `section 1 ("overview") and section 2 ("requests") have the same heading "二、申请"`},
		{"empty heading", `"heading": "一、情况"`, `"heading": ""`, `section 1 ("overview"): heading: an empty label`},

		{"table name twice", `"name": "表三"`, `"name": "表二"`, `section 2 ("requests") and section 3 ("disputes") have the same table name "表二"`},
		{"table without name", `"name": "表三"`, `"name": ""`, `section 3 ("disputes"): table name: an empty label`},
		{"widths", `[1000, 1845]`, `[1000, 1844]`, `label_widths and number_widths add up to 8844 twips, the text is 8845 wide`},
		{"no width", `[4000, 4845]`, `[0, 8845]`, `a column of 0 twips`},
		{"label alignment", `"label_align": "left"`, `"label_align": "right"`, `unknown alignment "right"; known: left, center`},
		{"number alignment", `"number_align": "center"`, `"number_align": "middle"`, `unknown alignment "middle"`},
		{"caption twice", `"caption": "第二项"`, `"caption": "第一项"`, `part 1 and part 2 have the same caption "第一项"`},

		{"grid", `, {"key": "other", "label": ["其他"], "kind": "change"}`, `, {"key": "other", "label": ["其他"]}, {"key": "third", "label": ["第三"]}`, `3 columns cannot share a grid of 2 evenly`},
		{"no rows", `"rows": [{"key": "fees", "label": ["收费"]}]`, `"rows": []`, `no columns or no rows`},
		{"shade", `"C6D9F0"`, `"c6d9f0"`, `the shade "c6d9f0" needs a caption to lie under and the form RRGGBB`},
		{"shade without caption", `"caption": "第二项",`, `"shade": "C6D9F0",`, `the shade "C6D9F0" needs a caption`},
		{"corner", `"parts": [{
`, `"parts": [{"corner": "内容",
`, `the corner "内容" stands above no label columns`},
		{"no label columns", `"rows": [{"key": "", "label": []}]`, `"rows": [{"key": "a", "label": []}, {"key": "b", "label": []}]`, `the rows "a" and "b" have no column for their labels`},

		{"row key", `"received", "label"`, `"Received", "label"`, `row "Received": the key is not snake_case`},
		{"column key", `"key": "person"`, `"key": "natural-person"`, `column "natural-person": the key is not snake_case`},
		{"column key empty", `"key": "person"`, `"key": ""`, `column "": an empty key, and it is not the only column`},
		{"row twice", `"key": "done.shut"`, `"key": "done.open"`, `row 2 and row 3 have the same key "done.open"`},
		{"column twice", `"key": "firm"`, `"key": "person"`, `column 1 and column 2 have the same key "person"`},
		{"unknown kind", `"kind": "amount"`, `"kind": "money"`, `column "total": unknown kind "money"`},
		{"empty label", `["新收"]`, `[""]`, `row "received": an empty label`},
		{"no label", `["新收"]`, `[]`, `row "received": an empty label`},
		{"column without label", `["法律机构"]`, `[]`, `column "law": an empty label`},
		{"label with space", `["新收"]`, `["新收 "]`, `row "received": the label "新收 " has space around it`},
		{"labels too deep", `["结果", "公开"]`, `["结果", "公开", "全部"]`, `row "done.open" has 3 labels, the table 2 label columns`},
		{"label twice", `["结果", "不公开"]`, `["结果", "公开"]`, `row "done.open" and row "done.shut": one stands under the label of the other, "结果 · 公开"`},
		{"label and group", `["结果", "公开"]`, `["结果"]`, `row "done.open" and row "done.shut": one stands under the label of the other, "结果"`},
		{"split rows", `["结果", "不公开"]`, `["另外"]`, `row "done.open" and row "done.total" are both under "结果", but row "done.shut" splits them`},
		{"split columns", `"label": ["总计"], "kind"`, `"label": ["申请人", "总计"], "kind"`, `column "person" and column "total" are both under "申请人", but column "law" splits them`},

		{"sum names no row", `"left": ["received"]`, `"left": ["recieved"]`, `sum "sum.balance": "recieved" is none of the part's rows`},
		{"sum names no column", `"left": ["person", "firm", "law"]`, `"left": ["person", "firm", "done.open"]`, `sum "sum.across": "done.open" is none of the part's columns`},
		{"sum over", `"over": "columns"`, `"over": "column"`, `sum "sum.across": over is "column"; known: rows, columns`},
		{"sum names a row twice", `["done.open", "done.shut"]`, `["done.open", "done.open"]`, `sum "sum.down": "done.open" stands in it twice`},
		{"sum of itself", `["done.open", "done.shut"]`, `["done.open", "done.total"]`, `sum "sum.down": "done.total" stands in it twice`},
		{"sum of nothing", `"left": ["received"]`, `"left": []`, `sum "sum.balance": nothing on one of its sides`},
		{"sum says nothing", `"right": ["total"], "say": "相等"`, `"right": ["total"], "say": ""`, `sum "sum.across": say: an empty label`},
		{"sum code", `"code": "sum.down"`, `"code": "Down"`, `sum "Down": the code is not snake_case`},
		{"sum code twice", `"code": "sum.down"`, `"code": "sum.across"`, `have the same sum code "sum.across"`},
		{"computed twice", `"right": ["done.total", "left"]`, `"right": ["done.total"]`, `the sums "sum.down" and "sum.balance" both compute "done.total" of the rows`},
		{"computed in a circle", `"left": ["received"], "right": ["done.total", "left"]`, `"left": ["received", "left", "done.total"], "right": ["done.open"]`, `the sums "sum.balance" and "sum.down" need each other`},
		{"row in no sum", `["done.open", "done.shut"]`, `["done.open"]`, `row "done.shut" (结果 · 不公开) stands in none of the sums over rows`},
		{"column in no sum", `"left": ["person", "firm", "law"]`, `"left": ["person", "firm"]`, `column "law" (法律机构) stands in none of the sums over columns`},
		{"stated amount in a sum", `"kind": "amount"`, `"kind": "stated_amount"`, `sum "sum.across": it adds column "total", whose numbers name units of their own`},

		{"path twice", `"key": "fees"`, `"key": "left.law"`, `"表二 · 结转 · 法律机构" and "表二 · 收费 · 数量" both have the path "requests.left.law"`},
		{"number in a number", `"key": "fees"`, `"key": "left.law.more"`, `"requests.left.law" is a number, and "requests.left.law.more" stands below it`},
		{"number over numbers", `"key": "fees"`, `"key": "left"`, `"requests.left" is a number, and "requests.left.person" stands below it`},
		{"place twice", `"columns": [{"key": "", "label": ["数量"]}],
            "rows": [{"key": "fees", "label": ["收费"]}]`, `"columns": [{"key": "", "label": ["法律机构"]}],
            "rows": [{"key": "fees", "label": ["结转"]}]`, `the paths "requests.left.law" and "requests.fees" are both printed as "表二 · 结转 · 法律机构"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			spoilt := strings.Replace(small, c.old, c.new, 1)
			if spoilt == small {
				t.Fatalf("%q is not in the small template", c.old)
			}
			_, err := read("small", []byte(spoilt), Load)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}
