package serve

import (
	"net/http"
	"strings"

	"nianbao/document"
	"nianbao/report/jsonfile"
)

const (
	mostPages = 500       // that are laid out; the longest report known has 46
	plenty    = 64 << 10  // bytes of a file that may print on so many pages
	large     = 512 << 10 // bytes of a file that is worked at alone: reading it takes much memory
)

// bytesLine is a line of Chinese in UTF-8.
const bytesLine = document.CharactersOfLine * len("文")

// tooLong refuses what prints on more pages than anybody files, before it is
// laid out: a page takes memory and time, and a line needs but two characters.
func tooLong(src []byte) error {
	if len(src) < plenty {
		return nil
	}
	r, _ := jsonfile.Decode(src)
	lines := 0
	for _, prose := range r.Prose {
		lines += strings.Count(prose.Text, "\n") + len(prose.Text)/bytesLine
	}
	if lines > mostPages*document.LinesOfPage {
		return &refusal{status: http.StatusRequestEntityTooLarge, message: "文字太多，印出来有几百页，不像是一份报告；请核对是不是贴错了内容"}
	}
	return nil
}
