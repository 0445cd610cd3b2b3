package serve_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// A reviewer who is given Word files with their PDFs is told which belong together.
func TestPairsUnderReview(t *testing.T) {
	v := visit(t, 1366, 768)
	made := func(fixture, format string) []byte {
		answer, err := http.Post(v.url+"api/build?format="+format, "application/json", bytes.NewReader(fixtures.Named(t, fixture).JSON))
		v.check(err)
		defer answer.Body.Close()
		file, err := io.ReadAll(answer.Body)
		v.check(err)
		return file
	}
	v.openSome("#choose", map[string][]byte{
		"1甲.docx": made("laiyuan-2022", "docx"), "1甲.pdf": made("laiyuan-2022", "pdf"),
		"2乙.docx": made("huaian-2024", "docx"), "2乙.pdf": made("minimal", "pdf"),
		"3丙.pdf": made("minimal", "pdf"),
	})
	v.until(`document.getElementById("review-count").textContent === "5 份"`)
	v.settled()
	for i, want := range []string{"看过 0/6", "与“1甲.docx”印的是同一份", "✖ Word 与 PDF 不是同一份，请重新生成；", "✖ Word 与 PDF 不是同一份，请重新生成", "读不了"} {
		row := script[string](v, fmt.Sprintf(`document.querySelectorAll("#review-list .state")[%d].textContent`, i))
		if !strings.Contains(row, want) || strings.Contains(row, "不是同一份") != strings.Contains(want, "不是同一份") {
			t.Errorf("row %d: %q, not %q", i, row, want)
		}
	}
}
