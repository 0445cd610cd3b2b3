package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

func TestBuild(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	a := nianbao(t, "build", "a.json")
	a.want(t, fine, "已写出（在当前文件夹）：\n  "+title+".docx\n  "+title+".pdf\n",
		"页数：3\n", "字体：年报小标宋、", "核对：200 个数字，42 条勾稽关系")
	if a.err != "" || strings.Contains(a.out, "说明") {
		t.Errorf("there is nothing to explain:\n%s%s", a.out, a.err)
	}
	wantFiles(t, ".", "a.json", title+".docx", title+".pdf")
	if docx := get(t, title+".docx"); !strings.HasPrefix(docx, "PK") {
		t.Error("no Word file")
	}
	if pdf := get(t, title+".pdf"); !strings.HasPrefix(pdf, "%PDF-") || !strings.HasSuffix(strings.TrimSpace(pdf), "%%EOF") {
		t.Error("no PDF")
	}
}

func TestBuildSaysWhatNobodyChecked(t *testing.T) {
	inFolder(t, "a.json", minimal(t, received, `"received": {"natural_person": null`, `"pending": 0, "total": 0`, `"pending": 0`,
		`"agency"`, `"blank_as": "0", "agency"`), "b.json", minimal(t, agency, "乙局"))
	nianbao(t, "build", "a.json").want(t, fine, "核对：196 个数字，39 条勾稽关系；3 个合计没有填，由程序算出，没有第二个数可以对照；1 个空格按 0 计")
	nianbao(t, "build", "a.json", "b.json", "-o", "out").want(t, fine, "（3 页；程序算出合计 3 个；空格填 0 1 个；新建了文件夹“out”）")
}

func TestBuildListsNotices(t *testing.T) {
	inFolder(t, "a.json", minimal(t, `"licensing": 0`, `"licensing": "/"`))
	nianbao(t, "build", "a.json").want(t, fine, "已写出", "\n提示  第", "（number.not_applicable）")
}

func TestErrorsStopBuild(t *testing.T) {
	inFolder(t, "a.json", minimal(t, received, `"received": {"natural_person": 1`))
	a := nianbao(t, "build", "a.json", "-o", "out")
	a.want(t, wrong, "错误  第", "（sum.applicants）\n    怎么改：", "a.json：错误 2 处，没有写出文件。要先看样子，可以加上 -draft 写送审稿。")
	if a.out != "" {
		t.Error("the errors are on standard output")
	}
	wantFiles(t, ".", "a.json") // no folder either
}

func TestBuildListsTwentyProblems(t *testing.T) {
	inFolder(t, "a b.json", minimal(t, `"natural_person": 0`, `"natural_person": null`))
	a := nianbao(t, "build", "a b.json")
	a.want(t, wrong, `处没有列出，全部请看：nianbao check "a b.json"`)
	if n := strings.Count(a.err, "错误  "); n != 20 {
		t.Errorf("%d problems are listed", n)
	}
}

func TestDraft(t *testing.T) {
	inFolder(t, "a.json", minimal(t, received, `"received": {"natural_person": 1`))
	nianbao(t, "build", "-draft", "a.json").want(t, fine, "送审：还有错误 2 处，已列在文末；改完以后去掉 -draft 写正式的报告", "（sum.applicants）")
	wantFiles(t, ".", "a.json", title+"（送审稿）.docx", title+"（送审稿）.pdf")

	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "-draft", "a.json").want(t, fine, "送审：没有错误，去掉 -draft 就可以写正式的报告")
}

func TestDraftThatCannotBeWritten(t *testing.T) {
	for name, c := range map[string]struct{ content, code string }{
		"nothing could be read": {"{", "json.syntax"},
		"unknown edition":       {minimal(t, `"2021"`, `"2020"`), "head.edition"},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "a.json", c.content)
			a := nianbao(t, "build", "-draft", "a.json")
			a.want(t, wrong, c.code, "没有写出文件")
			if strings.Contains(a.err, "-draft") {
				t.Error("a draft is no way out here")
			}
			wantFiles(t, ".", "a.json")
		})
	}
}

// wordText is the text of a Word file, without any mark of where it stands.
func wordText(t *testing.T, path string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	part, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(regexp.MustCompile("<[^>]*>").ReplaceAllString(string(content), ""))
}

// What cannot be printed is said on the draft's page, and named in its list.
func TestDraftOfTheUnprintable(t *testing.T) {
	content := minimal(t, "本办公室", "本办公室😀", `"licensing": 0`, `"licensing": `+strings.Repeat("9", 15))
	inFolder(t, "a.json", content)
	nianbao(t, "build", "a.json").want(t, wrong, "第5行 一、总体情况：“24年，本办公室”后面的“😀”（U+1F600）在现有字体中没有", "（glyph.missing）")
	a := nianbao(t, "build", "-draft", "a.json")
	a.want(t, fine, "送审：还有错误", "（glyph.missing）")
	if text := wordText(t, title+"（送审稿）.docx"); !strings.Contains(text, "本办公室[U+1F600]") || !strings.Contains(text, "“[U+1F600]”（U+1F600）在现有字体中没有") {
		t.Error("the draft does not say what it lacks")
	}
}

// A line break in the name, which the file's properties cannot hold either.
func TestDraftOfABrokenName(t *testing.T) {
	inFolder(t, "a.json", minimal(t, `"agency": "澄岭县史志办公室",`, `"agency": "澄岭县史志办公室,`))
	nianbao(t, "build", "-draft", "-pdfa", "3a", "a.json").want(t, fine, "送审：还有错误 1 处")
}

// A draft quotes what was typed; what no face can draw must not stop it there.
func TestDraftThatQuotesTheUnprintable(t *testing.T) {
	inFolder(t, "a.json", minimal(t, `"agency"`, `"😀": 1, "agency"`))
	nianbao(t, "build", "-draft", "a.json").want(t, fine, "没有“😀”这个键")
}

func TestSeveralReports(t *testing.T) {
	inFolder(t, "a.json", minimal(t, agency, "甲局", `"licensing": 0`, `"licensing": "/"`), "b.json", minimal(t, agency, "乙局", received, `"received": {"natural_person": 1`),
		"c.json", minimal(t, agency, "丙局"))
	a := nianbao(t, "build", "a.json", "b.json", "c.json", "-o", "out")
	a.want(t, wrong,
		"完成    a.json → out/甲局2024年政府信息公开工作年度报告.docx、.pdf（3 页；提示 1 处；新建了文件夹“out”）\n",
		"未完成  b.json：错误 2 处。第一处：第", "完成    c.json → ", "共 3 份：完成 2 份，未完成 1 份。\n", "nianbao check 文件")
	if n := strings.Count(a.out, "\n"); n != 5 {
		t.Errorf("%d lines for three reports", n)
	}
	wantFiles(t, "out", "甲局2024年政府信息公开工作年度报告.docx", "甲局2024年政府信息公开工作年度报告.pdf",
		"丙局2024年政府信息公开工作年度报告.docx", "丙局2024年政府信息公开工作年度报告.pdf")

	nianbao(t, "build", "没有.json", "b.json", "c.json").want(t, impossible, "未完成  没有.json：找不到文件", "共 3 份：完成 1 份，未完成 2 份。")
	nianbao(t, "build", "a.json", "c.json", "-o", "out").want(t, fine, "已有相同的文件，没有改动", "共 2 份：完成 2 份，未完成 0 份。")
}

func TestReportsOfOneName(t *testing.T) {
	inFolder(t, "a.json", minimal(t, agency, "ABC局"), "b.json", minimal(t, agency, "abc局"), "c.json", minimal(t, agency, "乙局"))
	nianbao(t, "build", "a.json", "b.json", "c.json", "-o", "out").want(t, impossible,
		"未完成  b.json：与“a.json”写出的文件同名（abc局2024年政府信息公开工作年度报告），没有写。", "共 3 份：完成 2 份")
	wantFiles(t, "out", "ABC局2024年政府信息公开工作年度报告.docx", "ABC局2024年政府信息公开工作年度报告.pdf",
		"乙局2024年政府信息公开工作年度报告.docx", "乙局2024年政府信息公开工作年度报告.pdf")
	// The first was not written, so that nothing is in the second's way.
	put(t, "a.json", minimal(t, agency, "ABC局", received, `"received": {"natural_person": 1`))
	nianbao(t, "build", "a.json", "b.json", "-o", "again").want(t, wrong, "完成    b.json → again/abc局")
}

// Files of one name that print different reports are named, until one of them
// does not say any more what it prints.
func TestAPairThatIsNone(t *testing.T) {
	const said = "Word 与 PDF 不是同一份，请重新生成"
	inFolder(t, "a.json", minimal(t), "b.json", minimal(t, "6条", "7条"))
	for _, pdfa := range []string{"2a", "1a", "3a", "4"} {
		if a := nianbao(t, "build", "a.json", "-force", "-pdfa", pdfa); a.status != fine || strings.Contains(a.out, said) {
			t.Errorf("a pair is called none: %s", a.out)
		}
	}
	nianbao(t, "build", "b.json", "-format", "pdf").want(t, fine, "“"+title+".pdf”和“"+title+".docx”："+said)
	nianbao(t, "check", title+".docx").want(t, fine, "注意：“"+title+".docx”和“"+title+".pdf”："+said)
	nianbao(t, "check", ".").want(t, fine, said)
	put(t, title+".docx", saved(t, get(t, title+".docx"), "6条", "7条"))
	if a := nianbao(t, "check", title+".docx"); strings.Contains(a.out, said) {
		t.Error("of what Word saved, nothing is to be said")
	}
	if a := nianbao(t, "build", "b.json", "-force"); strings.Contains(a.out, said) {
		t.Error("a pair is called none")
	}
}

// Many reports give the same files and the same words whatever the number of
// processors, and of those that differ under one name none is written.
func TestManyReportsAtOnce(t *testing.T) {
	inFolder(t)
	args := []string{"build"}
	for i := range 30 {
		name := fmt.Sprintf("%d.json", i)
		put(t, name, minimal(t, agency, fmt.Sprintf("第%d局", i%24), "6条", fmt.Sprintf("%d条", i)))
		args = append(args, name)
	}
	var said, files string
	for round, processors := range []int{1, 4, 4} {
		before := runtime.GOMAXPROCS(processors)
		folder := fmt.Sprint("out", round)
		a := nianbao(t, append(args, "-o", folder)...)
		runtime.GOMAXPROCS(before)
		a.want(t, wrong, "未完成  0.json：与“24.json”是同一机关同一年的报告，内容不同", "未完成  24.json：与“0.json”是", "共 30 份：完成 18 份，未完成 12 份。")
		sum := ""
		entries, err := os.ReadDir(folder)
		if err != nil || len(entries) != 36 {
			t.Fatal(len(entries), err)
		}
		for _, entry := range entries {
			sum += entry.Name() + get(t, filepath.Join(folder, entry.Name()))
		}
		out := strings.ReplaceAll(a.out, folder, "out")
		if round > 0 && (sum != files || out != said) {
			t.Errorf("with %d processors, the files or the words differ:\n%s\n%s", processors, out, said)
		}
		said, files = out, sum
	}
}

func TestNameThatWindowsForbids(t *testing.T) {
	inFolder(t, "a.json", minimal(t, agency, "甲/乙局"))
	nianbao(t, "build", "a.json", "-format", "pdf").want(t, fine, "说明：机关名称里有文件名不能用的字符，文件名中换成了 ／")
	wantFiles(t, ".", "a.json", "甲／乙局2024年政府信息公开工作年度报告.pdf")
}

func TestFolder(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "file", "")
	nianbao(t, "build", "a.json", "-o", "file").want(t, impossible, "“file”是文件，不是文件夹，请用 -o 另写一个文件夹。")
	nianbao(t, "build", "a.json", "-o", "file/x").want(t, impossible, "不能用文件夹“file/x”：其中有一段是文件，不是文件夹。")
	nianbao(t, "build", "a.json", "-o", "年报.docx").want(t, impossible, "-o 后面要写文件夹，“年报.docx”像是文件的名字")
	nianbao(t, "build", "a.json", "-o", "新的/一层/").want(t, fine, "说明：新建了文件夹“新的/一层/”", "  新的/一层/"+title+".docx")
	wantFiles(t, ".", "a.json", "file", "新的")
}

func TestEditedWordFileIsKept(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json").want(t, fine)
	edited, pdf := saved(t, get(t, title+".docx"), "6条", "九条"), get(t, title+".pdf")
	put(t, title+".docx", edited)
	put(t, "a.json", minimal(t, "6条", "7条"))

	nianbao(t, "build", "a.json").want(t, impossible, "“"+title+".docx”在生成以后有人改过（或者是别处来的），没有覆盖。", "加上 -force 再运行。")
	if get(t, title+".docx") != edited || get(t, title+".pdf") != pdf {
		t.Error("an edited report was touched")
	}
	nianbao(t, "build", "a.json", "-format", "pdf").want(t, fine) // does not concern the Word file
	if get(t, title+".docx") != edited || get(t, title+".pdf") == pdf {
		t.Error("the PDF alone was to be written")
	}
	nianbao(t, "build", "a.json", "-force").want(t, fine, "已写出")
	if get(t, title+".docx") == edited {
		t.Error("-force did not replace the edited file")
	}
	wantFiles(t, ".", "a.json", title+".docx", title+".pdf")
}

// The scan of a sealed copy often has the report's name.
func TestScanIsKept(t *testing.T) {
	inFolder(t, "a.json", minimal(t), title+".pdf", "%PDF-1.4\nthe scan")
	nianbao(t, "build", "a.json").want(t, impossible, "“"+title+".pdf”在生成以后有人改过（或者是别处来的），没有覆盖。")
	wantFiles(t, ".", "a.json", title+".pdf")
	nianbao(t, "build", "a.json", "-force").want(t, fine, "已写出")
}

// saved is a Word file as an office program leaves it: packed anew, a word changed.
func saved(t *testing.T, docx, old, new string) string {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, entry := range archive.File {
		content, err := fs.ReadFile(archive, entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		part, err := w.Create(entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write(bytes.ReplaceAll(content, []byte(old), []byte(new)))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}

func TestForeignWordFileIsKept(t *testing.T) {
	for name, content := range map[string]string{"empty": "", "no Word file": "不是 Word 文件"} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "a.json", minimal(t), title+".docx", content)
			nianbao(t, "build", "a.json").want(t, impossible, "没有覆盖")
			wantFiles(t, ".", "a.json", title+".docx")
			if get(t, title+".docx") != content {
				t.Error("it was touched")
			}
		})
	}
}

func TestSameFilesAreLeftAlone(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json").want(t, fine)
	before, err := os.Stat(title + ".docx")
	if err != nil {
		t.Fatal(err)
	}
	nianbao(t, "build", "a.json").want(t, fine, "已有相同的文件，没有改动（在当前文件夹）：\n  "+title+".docx\n")
	after, err := os.Stat(title + ".docx")
	if err != nil || !os.SameFile(before, after) || before.ModTime() != after.ModTime() {
		t.Error("the same file was written again")
	}
}

func TestFileThatIsOpen(t *testing.T) {
	for program, lock := range map[string]string{
		"Word":        "~$" + strings.TrimPrefix(title, "澄岭") + ".docx",
		"WPS":         ".~" + strings.TrimPrefix(title, "澄") + ".docx",
		"LibreOffice": ".~lock." + title + ".docx#",
	} {
		t.Run(program, func(t *testing.T) {
			inFolder(t, "a.json", minimal(t))
			nianbao(t, "build", "a.json").want(t, fine)
			before := get(t, title+".pdf")
			put(t, lock, "")
			nianbao(t, "build", "a.json").want(t, fine, "没有改动") // there is nothing to write
			put(t, "a.json", minimal(t, "6条", "7条"))
			nianbao(t, "build", "a.json").want(t, impossible, "看来正在 Word、WPS 或 LibreOffice 中打开（旁边有“"+lock+"”）")
			if get(t, title+".pdf") != before {
				t.Error("the PDF was written alone")
			}
			nianbao(t, "build", "a.json", "-force").want(t, fine, "已写出")
			wantFiles(t, ".", "a.json", lock, title+".docx", title+".pdf")
		})
	}
}

func TestReadOnlyFileIsKept(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	put(t, title+".pdf", "报送的那一份")
	if err := os.Chmod(title+".pdf", 0o444); err != nil {
		t.Fatal(err)
	}
	nianbao(t, "build", "a.json").want(t, impossible, "“"+title+".pdf”是只读文件，没有改动；")
	wantFiles(t, ".", "a.json", title+".pdf")
	if runtime.GOOS != "windows" { // there, not even -force replaces one
		nianbao(t, "build", "a.json", "-force").want(t, fine)
	}
}

func TestFolderInTheWay(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	put(t, title+".pdf/x", "")
	nianbao(t, "build", "a.json", "-force").want(t, impossible, "不能写“"+title+".pdf”：有一个文件夹正好叫这个名字，请先给它改名。")
	wantFiles(t, ".", "a.json", title+".pdf")
}

func TestPDFAWithoutPDF(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json", "-format", "docx", "-pdfa", "1a").want(t, impossible, "-pdfa 说的是 PDF，-format 里却没有 pdf")
	wantFiles(t, ".", "a.json")
}

func TestTheSameFileTwice(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json", "./a.json", "*.json").want(t, fine, "已写出")
}
