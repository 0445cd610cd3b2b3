package jsonfile_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// Each slip is one edit of the shortest report, and must be one problem, in the
// line where "at" stands after the edit.
func TestOneSlipInTheFile(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		code, at       string
		words          []string
	}{
		{"comma left out", `"licensing": 0,`, `"licensing": 0`, problem.CodeSyntax, `"licensing"`, []string{"漏了逗号"}},
		{"comma too many", `"other_matters": "无。"`, `"other_matters": "无。",`, problem.CodeSyntax, `"other_matters"`, []string{"多了一个逗号"}},
		{"full-width comma", `"licensing": 0,`, `"licensing": 0，`, problem.CodeSyntax, `"licensing"`, []string{"半角的 ,"}},
		{"full-width colon", `"licensing": 0`, `"licensing"：0`, problem.CodeSyntax, `"licensing"`, []string{"半角的 :"}},
		{"Chinese quotes", `"problems": "无。"`, `“problems”: "无。"`, problem.CodeSyntax, `“problems”`, []string{`半角的 "`}},
		{"full-width digits", `"licensing": 0`, `"licensing": １２`, problem.CodeSyntax, `１２`, []string{"数字换成半角"}},
		{"unit after a number", `"licensing": 0`, `"licensing": 12件`, problem.CodeSyntax, `12件`, []string{"不写单位"}},
		{"thousands separator", `"licensing": 0`, `"licensing": 1,234`, problem.CodeSyntax, `1,234`, []string{"千分位"}},
		{"no value", `"licensing": 0`, `"licensing": `, problem.CodeSyntax, `"licensing"`, []string{"没有发生的填 0"}},
		{"bare slash", `"licensing": 0`, `"licensing": /`, problem.CodeSyntax, `"licensing"`, []string{`"/"`}},
		{"bare word", `"licensing": 0`, `"licensing": None`, problem.CodeSyntax, `None`, []string{"null（小写）"}},
		{"comment", `"licensing": 0,`, "\"licensing\": 0, // 许可", problem.CodeSyntax, `// 许可`, []string{"注释"}},
		{"quotes within quotes", `"problems": "无。"`, `"problems": "所谓"三无"。"`, problem.CodeSyntax, `所谓`, []string{"文字里面的引号"}},
		{"quote left out", `"agency": "澄岭县史志办公室",`, `"agency": "澄岭县史志办公室,`, problem.CodeSyntax, `"agency"`, []string{"没有配对"}},
		{"bad escape", `"problems": "无。"`, `"problems": "无\d"`, problem.CodeSyntax, `\d`, []string{`\\`}},
		{"line break in a text", `"problems": "无。"`, "\"problems\": \"无。\n另\"", problem.CodeControl, `"problems"`, []string{"直接换了行", "五、"}},
		{"NUL", `"problems": "无。"`, "\"problems\": \"无\x00。\"", problem.CodeControl, `"problems"`, []string{"“无”之后", "看不见的控制字符", "五、"}},
		{"escaped NUL", `"problems": "无。"`, `"problems": "无\u0000。"`, problem.CodeControl, `"problems"`, []string{"U+0000"}},
		{"bell", `"problems": "无。"`, `"problems": "无\u0007。\u0007"`, problem.CodeControl, `"problems"`, []string{"U+0007", "共 2 处"}},
		{"tab", `"problems": "无。"`, `"problems": "\t无。"`, problem.CodeControl, `"problems"`, []string{"制表符"}},
		{"delete", `"problems": "无。"`, "\"problems\": \"无\x7f。\"", problem.CodeControl, `"problems"`, []string{"U+007F"}},
		{"noncharacter", `"problems": "无。"`, `"problems": "无\uffff"`, problem.CodeControl, `"problems"`, []string{"U+FFFF"}},
		{"noncharacter beyond the BMP", `"problems": "无。"`, `"problems": "无\ud83f\udffe"`, problem.CodeControl, `"problems"`, []string{"U+1FFFE"}},
		{"only a control character", `"problems": "无。"`, `"problems": "\u0001"`, problem.CodeControl, `"problems"`, nil},
		{"control in a key", `"problems": "无。"`, `"prob\u0001lems": "无。"`, problem.CodeControl, `lems"`, nil},
		{"half a pair", `"problems": "无。"`, `"problems": "无\ud800"`, problem.CodeEncoding, `"problems"`, []string{`\ud800`}},
		{"the other half", `"problems": "无。"`, `"problems": "无\udc00。"`, problem.CodeEncoding, `"problems"`, []string{`\udc00`}},
		{"a bad byte", `"problems": "无。"`, "\"problems\": \"无\xff。\"", problem.CodeEncoding, `"problems"`, []string{"UTF-8"}},
		{"a character cut in two", `"problems": "无。"`, "\"problems\": \"\xe6\x97。\"", problem.CodeEncoding, `"problems"`, nil},
		{"a bad byte between values", `"licensing": 0`, "\"licensing\": \xff0", problem.CodeEncoding, `"licensing"`, nil},
		{"a replacement character", `"problems": "无。"`, `"problems": "无�。"`, problem.CodeEncoding, `"problems"`, []string{"损坏"}},
		{"key twice", `"licensing": 0`, `"licensing": 0, "licensing": 1`, problem.CodeDuplicate, `"licensing"`, []string{"两次", "表二 · 行政许可"}},
		{"group twice", `"penalties": 0`, `"rules": {}, "penalties": 0`, problem.CodeDuplicate, `"rules": {},`, []string{"第 7 行"}},
		{"head twice", `"year": 2024`, `"year": 2024, "year": 2023`, problem.CodeDuplicate, `"year"`, []string{"年份"}},
		{"edition twice", `"year": 2024`, `"year": 2024, "edition": "2019"`, problem.CodeDuplicate, `"year"`, []string{"格式版本"}},
		{"prose twice", `"problems": "无。"`, `"problems": "无。", "problems": ""`, problem.CodeDuplicate, `"problems"`, []string{"五、"}},
		{"misspelt number", `"licensing"`, `"licencing"`, problem.CodeUnknown, `"licencing"`, []string{"是不是 licensing", "行政许可"}},
		{"camel case", `"normative_documents"`, `"normativeDocuments"`, problem.CodeUnknown, `"normativeDocuments"`, []string{"normative_documents"}},
		{"Chinese key", `"licensing"`, `"行政许可"`, problem.CodeUnknown, `"行政许可"`, []string{"把键改成 licensing"}},
		{"misspelt section", `"disputes"`, `"dispute"`, problem.CodeUnknown, `"dispute"`, []string{"disputes"}},
		{"misspelt head", `"agency"`, `"agancy"`, problem.CodeUnknown, `"agancy"`, []string{"agency（机关名称）"}},
		{"misspelt prose", `"other_matters"`, `"other_matter"`, problem.CodeUnknown, `"other_matter"`, []string{"其他需要报告的事项"}},
		{"unlike any key", `"licensing": 0,`, `"licensing": 0, "remark": 1,`, problem.CodeUnknown, `"remark"`, []string{"没有“remark”这个键"}},
		{"key of another object", `"licensing": 0,`, "", problem.CodeUnknown, `"licensing"`, []string{"移到 disclosure 里面"}},
		{"dotted key", `"licensing": 0,`, `"licensing": 0, "rules.issued": 4,`, problem.CodeUnknown, `"rules.issued"`, nil},
		{"row as one number", `"rules": {"issued": 0, "repealed": 0, "in_force": 0}`, `"rules": 0`, problem.CodeType, `"rules"`, []string{"应为一组", "数 0", "规章"}},
		{"table as an array", `"penalties": 0`, `"penalties": [0]`, problem.CodeType, `"penalties"`, []string{"应为数，写成了一串"}},
		{"number as an object", `"penalties": 0`, `"penalties": {}`, problem.CodeType, `"penalties"`, []string{"应为数"}},
		{"number as a boolean", `"penalties": 0`, `"penalties": false`, problem.CodeType, `"penalties"`, []string{"真假值 false"}},
		{"prose as a number", `"problems": "无。"`, `"problems": 0`, problem.CodeType, `"problems"`, []string{"应为文字，写成了数 0"}},
		{"prose as a list", `"problems": "无。"`, `"problems": ["无。"]`, problem.CodeType, `"problems"`, []string{"应为文字"}},
		{"prose left out", `"problems": "无。",`, "", problem.CodeProseMissing, `{`, []string{"五、"}},
		{"prose not written", `"problems": "无。"`, `"problems": null`, problem.CodeProseMissing, `"problems"`, nil},
		{"prose of spaces", `"problems": "无。"`, `"problems": " \n　"`, problem.CodeProseEmpty, `"problems"`, nil},
		{"number left out", `"licensing": 0,`, "", problem.CodeBlank, `"disclosure"`, []string{"表二 · 行政许可"}},
		{"number not filled in", `"licensing": 0`, `"licensing": null`, problem.CodeBlank, `"licensing"`, []string{"没有填"}},
		{"scientific notation", `"licensing": 0`, `"licensing": 1e3`, problem.CodeFormat, `1e3`, nil},
		{"leading zeros", `"licensing": 0`, `"licensing": 007`, problem.CodeFormat, `007`, nil},
		{"negative zero", `"licensing": 0`, `"licensing": -0`, problem.CodeFormat, `-0`, nil},
		{"negative", `"licensing": 0`, `"licensing": -1`, problem.CodeNegative, `-1`, nil},
		{"fraction", `"licensing": 0`, `"licensing": 1.5`, problem.CodeFraction, `1.5`, nil},
		{"quoted", `"licensing": 0`, `"licensing": "12"`, problem.CodeQuoted, `"12"`, []string{"写成 12"}},
		{"slash", `"licensing": 0`, `"licensing": "/"`, problem.CodeNotApplicable, `"licensing"`, []string{"表二有 1 格"}},
		{"something after", "无。\"\n}", "无。\"\n}\n}", problem.CodeTrailing, "}\n}", []string{"已经结束"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := fixtures.Edited(t, "minimal", c.old, c.new)
			switch c.name {
			case "key of another object":
				src = bytes.Replace(src, []byte(`"requests"`), []byte(`"licensing": 0, "requests"`), 1)
			case "something after":
				fixtures.WantOne(t, all(src), c.code, 1+bytes.Count(bytes.TrimSpace(src), []byte("\n")), c.words...)
				return
			}
			fixtures.WantOne(t, all(src), c.code, fixtures.LineOf(t, src, c.at), c.words...)
		})
	}
}

// What office programs and web pages bring along when text is pasted from them.
func TestPastedText(t *testing.T) {
	src := fixtures.Edited(t, "minimal", `"problems": "无。"`, `"problems": "甲\u000b乙\u000c丙\u2028丁\u200b\u200d\ufeff\u00ad\u200f戊`+"\u200b"+`"`)
	r, problems := jsonfile.Decode(src)
	if got := r.Prose["problems"].Text; got != "甲\n乙\n丙\n丁戊" || len(problems) > 0 {
		t.Errorf("%q, %v", got, problems)
	}
}

func TestWholeFiles(t *testing.T) {
	good := fixtures.Named(t, "minimal").JSON
	deep := strings.Repeat(`{"a":`, 40)
	for _, c := range []struct {
		name string
		src  []byte
		code string
		line int
		word string
	}{
		{"empty", nil, problem.CodeSyntax, 1, "文件是空的"},
		{"blank", []byte("\n \n"), problem.CodeSyntax, 1, "文件是空的"},
		{"array", []byte("[\n]"), problem.CodeType, 1, "应为一组"},
		{"null", []byte("\nnull"), problem.CodeType, 2, "写成了null"},
		{"number", []byte("12"), problem.CodeType, 1, "写成了数 12"},
		{"deep objects", []byte(deep), problem.CodeDepth, 1, "32 层"},
		{"a million arrays", bytes.Repeat([]byte("["), 1_000_000), problem.CodeDepth, 1, "32 层"},
		{"too large", append(bytes.Repeat([]byte(" "), jsonfile.MaxSize), good...), problem.CodeSize, 0, "8 MB"},
		{"UTF-16", []byte("\xff\xfe{\x00}\x00"), problem.CodeEncoding, 1, "UTF-16"},
		{"UTF-16 without a mark", []byte("\x00{\x00}"), problem.CodeEncoding, 1, "UTF-16"},
		{"GBK", []byte("{\n\"agency\": \"\xb3\xce\xc1\xeb\xcf\xd8\xca\xb7\xd6\xbe\xb0\xec\"}"), problem.CodeEncoding, 2, "GBK"},
		{"a Word file", []byte("PK\x03\x04\xff\xff\xff\xff\xff\xff\xff\xff\xff"), problem.CodeEncoding, 1, "不是文本文件"},
		{"no edition", []byte("{\n \"agency\": \"澄岭县\", \"year\": 2024, \"whatever\": 1}"), problem.CodeHeadMissing, 1, "2019 至 2020 年"},
		{"unknown edition", []byte("{\n \"edition\": \"2020\", \"agency\": \"澄岭县\", \"year\": 2024}"), problem.CodeHeadEdition, 2, "2021"},
	} {
		t.Run(c.name, func(t *testing.T) { fixtures.WantOne(t, all(c.src), c.code, c.line, c.word) })
	}
}

// A file that is cut anywhere is one problem, in the line where it ends.
func TestCutFile(t *testing.T) {
	good := bytes.TrimSpace(fixtures.Named(t, "minimal").JSON)
	for n := range good {
		cut := good[:n]
		problems := all(cut)
		line := 1 + bytes.Count(bytes.TrimSpace(cut), []byte("\n"))
		if len(problems) != 1 || problems[0].Code != problem.CodeSyntax || problems[0].Line != line {
			t.Fatalf("cut after byte %d, in line %d:\n%s", n, line, fixtures.Listed(problems))
		}
	}
}

func TestByteOrderMarkIsNoProblem(t *testing.T) {
	src := append([]byte("\xef\xbb\xbf"), fixtures.Named(t, "minimal").JSON...)
	if problems := all(src); len(problems) > 0 {
		t.Error(fixtures.Listed(problems))
	}
}

func TestLineEnds(t *testing.T) {
	good := fixtures.Named(t, "minimal").JSON
	for _, end := range []string{"\r\n", "\r"} {
		src := bytes.ReplaceAll(fixtures.Edited(t, "minimal", `"licensing": 0`, `"licensing": -1`), []byte("\n"), []byte(end))
		fixtures.WantOne(t, all(src), problem.CodeNegative, fixtures.LineOf(t, good, `"licensing"`))
	}
	r, problems := jsonfile.Decode(fixtures.Edited(t, "minimal", `"problems": "无。"`, `"problems": "一\r\n二\r三\n四"`))
	if len(problems) > 0 || r.Prose["problems"].Text != "一\n二\n三\n四" {
		t.Errorf("%q %s", r.Prose["problems"].Text, fixtures.Listed(problems))
	}
}

func TestCharactersBeyondTheBMP(t *testing.T) {
	r, problems := jsonfile.Decode(fixtures.Edited(t, "minimal", `"problems": "无。"`, `"problems": "𬭚\ud86d\ude5a㛃"`))
	if len(problems) > 0 || r.Prose["problems"].Text != "𬭚𫙚㛃" {
		t.Errorf("%q %s", r.Prose["problems"].Text, fixtures.Listed(problems))
	}
}

// All problems are found at once, each said once, in the order of the file.
func TestManyProblems(t *testing.T) {
	problems := all(fixtures.Edited(t, "minimal",
		`"year": 2024`, `"year": "2024"`,
		`"licensing": 0`, `"licensing": -1`,
		`"penalties": 0`, `"penalty": 0`,
		`"coercion": 0`, `"coercion": null`,
		`"problems": "无。"`, `"problems": ""`))
	var codes []string
	for _, p := range fixtures.Errors(problems) {
		codes = append(codes, p.Code)
	}
	want := "[json.type number.negative json.unknown number.blank prose.empty]"
	if got := fmt.Sprint(codes); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestHugeFiles(t *testing.T) {
	var twice, strangers, flaws strings.Builder
	for i := range 400_000 {
		fmt.Fprint(&twice, `"a":1,`)
		fmt.Fprintf(&strangers, `"reveived%d":1,`, i)
		fmt.Fprint(&flaws, `"\u0000":1,`)
	}
	for name, src := range map[string]string{
		"one key":         `{"edition":"2021",` + twice.String() + `"b":2}`,
		"unknown keys":    `{"edition":"2021",` + strangers.String() + `"b":2}`,
		"control":         `{"edition":"2021",` + flaws.String() + `"b":2}`,
		"one text":        `{"edition":"2021","overview":"` + strings.Repeat("政", jsonfile.MaxSize/3-100) + `"}`,
		"one long key":    `{"edition":"2021","` + strings.Repeat("政", jsonfile.MaxSize/3-100) + `":1}`,
		"one long number": `{"edition":"2021","year":` + strings.Repeat("7", jsonfile.MaxSize-100) + `}`,
		"control text":    `{"edition":"2021","overview":"` + strings.Repeat("\x01", jsonfile.MaxSize-100) + `"}`,
		"open text":       `{"edition":"2021","overview":"` + strings.Repeat("\n", jsonfile.MaxSize-100),
		"empty objects":   `{"edition":"2021","a":[` + strings.Repeat("{},", jsonfile.MaxSize/4) + `{}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := jsonfile.Decode([]byte(src)) // time that grows with the square would run for hours here
			if len(problems) == 0 && name != "one text" || len(problems) > jsonfile.MaxProblems+1 {
				t.Errorf("%d problems", len(problems))
			}
			for _, p := range problems {
				if len(p.String()) > 2000 {
					t.Fatalf("a message of %d bytes", len(p.String()))
				}
			}
			if len(problems) > jsonfile.MaxProblems && problems[jsonfile.MaxProblems].Code != problem.CodeMore {
				t.Errorf("the last one says nothing of the rest: %s", problems[jsonfile.MaxProblems])
			}
		})
	}
}

// A list of more warnings than can be accepted is not cut in silence.
func TestLongAccepted(t *testing.T) {
	entry := `{"code": "prose.order", "path": "overview", "reason": "一"}`
	for n, want := range map[int]int{jsonfile.MaxProblems: 0, jsonfile.MaxProblems + 1: 1, jsonfile.MaxProblems + 500: 1} {
		list := strings.TrimSuffix(strings.Repeat(entry+",\n", n), ",\n")
		src := fixtures.Edited(t, "minimal", `"year": 2024`, `"year": 2024, "accepted": [`+list+`]`)
		r, problems := jsonfile.Decode(src)
		if len(problems) != want || len(r.Accepted) != min(n, jsonfile.MaxProblems) {
			t.Errorf("%d entries: %d are read\n%s", n, len(r.Accepted), fixtures.Listed(problems))
		}
		if want == 1 && (problems[0].Code != problem.CodeSize || problems[0].Line != 4+jsonfile.MaxProblems) {
			t.Errorf("%d entries: %s", n, problems[0])
		}
	}
}
