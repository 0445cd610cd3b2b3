package filing_test

import (
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

var (
	paragraphs = regexp.MustCompile(`(?s)<w:p[ >].*?</w:p>`)
	words      = regexp.MustCompile(`(?s)<w:t(?: [^>]*)?>(.*?)</w:t>`)
	named      = regexp.MustCompile(`(?s)<dc:(?:title|creator)>.*?</dc:(?:title|creator)>`)
)

// What somebody deletes in a Word file is nowhere in it: each paragraph and each
// number in turn, with the totals that repeat it, in a file as the program wrote
// it and as an office program saved it. Title and author are the file's name.
func TestDeletedIsGone(t *testing.T) {
	file := unlike(t)
	t.Run("as written", func(t *testing.T) { deleteInTurn(t, file) })
	t.Run("saved again", func(t *testing.T) { deleteInTurn(t, savedAgain(t, file)) })
	t.Run("saved again without them", func(t *testing.T) {
		said := map[string]bool{}
		emptied := rewritten(t, file, func(body string) string {
			return paragraphs.ReplaceAllStringFunc(body, func(p string) string {
				if text := textOf(p); text != "" && !isLabel(text) {
					said[text] = true
					return words.ReplaceAllString(p, "<w:t></w:t>")
				}
				return p
			})
		})
		left := everything(t, savedAgain(t, emptied))
		for text := range said {
			if strings.Contains(left, text) {
				t.Errorf("%q was deleted and is still in the file", text)
			}
		}
		t.Logf("%d paragraphs and numbers", len(said))
	})
}

func deleteInTurn(t *testing.T, file []byte) {
	body := part(t, file, "word/document.xml")
	around := html.UnescapeString(paragraphs.ReplaceAllString(body, "")) + everything(t, rewritten(t, file, func(string) string { return "" }))
	var all, markup []string
	for _, p := range paragraphs.FindAllString(body, -1) {
		all, markup = append(all, textOf(p)), append(markup, html.UnescapeString(p))
	}
	tried := 0
	seen := map[string]bool{}
	for _, text := range all {
		if text == "" || seen[text] || isLabel(text) {
			continue
		}
		seen[text] = true
		tried++
		if strings.Contains(around, text) {
			t.Errorf("%q was deleted and is still in the file", text)
		}
		for i, p := range markup {
			if all[i] != text && strings.Contains(p, text) { // a total that repeats it goes too
				t.Errorf("%q was deleted and is still in %.300s", text, p)
			}
		}
	}
	if tried < 200 {
		t.Errorf("only %d paragraphs and numbers were found to delete", tried)
	}
}

// isLabel: words of the form, which stand in several cells, and the page's marks.
func isLabel(text string) bool {
	return !strings.ContainsAny(text, "0123456789。") && len([]rune(text)) < 40
}

func textOf(paragraph string) string {
	var b strings.Builder
	for _, w := range words.FindAllStringSubmatch(paragraph, -1) {
		b.WriteString(w[1])
	}
	return strings.TrimSpace(html.UnescapeString(b.String()))
}

// unlike is the Word file of a report of which no number is like another.
func unlike(t *testing.T) []byte {
	t.Helper()
	r, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	for i, leaf := range r.Template.Leaves() {
		if leaf.Total {
			delete(r.Numbers, leaf.Path)
		} else {
			r.Numbers[leaf.Path] = report.Number{Text: strconv.Itoa(1000003 + 7919*i)}
		}
	}
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	file, err := docx.Write(filing.Lay(jsonfile.Encode(r), filing.Options{Faces: faces}).Print(pdf.PDFA2a).Document)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// savedAgain is a Word file as LibreOffice saves it.
func savedAgain(t *testing.T, file []byte) []byte {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed: what an office program keeps was not looked at")
	}
	dir := t.TempDir()
	from := filepath.Join(dir, "report.docx")
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "docx", "--outdir", filepath.Join(dir, "out"), from).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "report.docx"))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// everything is all text of a package, parts' names and comment too, less title and author.
func everything(t *testing.T, file []byte) string {
	t.Helper()
	return named.ReplaceAllString(html.UnescapeString(unpacked(t, file)), "")
}

func part(t *testing.T, file []byte, name string) string {
	t.Helper()
	found := ""
	fixtures.SavedAgain(t, file, func(part, content string) string {
		if part == name {
			found = content
		}
		return content
	})
	return found
}

// rewritten is a Word file with another body.
func rewritten(t *testing.T, file []byte, change func(body string) string) []byte {
	t.Helper()
	return fixtures.SavedAgain(t, file, func(part, content string) string {
		if part == "word/document.xml" {
			return change(content)
		}
		return content
	})
}
