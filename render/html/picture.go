package html

import (
	"strconv"

	"nianbao/render/sealed"
)

// PictureTail ends the names of a report's pictures, before the extension.
const PictureTail = "-图解"

// A Passage is a part of what a picture shows, in words.
type Passage struct {
	Heading string
	Lines   []string
}

// Picture is a page with a picture and, below it, what the picture shows in words;
// printed is the digest of the report's document.
func Picture(title, image string, width, height int, passages []Passage, source, printed string) []byte {
	p := &markup{}
	p.open(title, title, "")
	p.raw("</head>\n<body>\n<main>\n<h1>").text(title).raw("</h1>\n")
	p.raw(`<img class="picture" src="`).text(address(image)).raw(`" width="`, strconv.Itoa(width), `" height="`, strconv.Itoa(height), `" alt="`).
		text(title + "，图中的数字见下面的文字").raw("\">\n")
	for _, passage := range passages {
		p.raw("<h2>").text(passage.Heading).raw("</h2>\n<ul>\n")
		for _, line := range passage.Lines {
			p.raw("<li>").text(line).raw("</li>\n")
		}
		p.raw("</ul>\n")
	}
	p.raw("<p>").text(source).raw("</p>\n</main>\n</body>\n</html>\n")
	return sealed.Text(p.bytes, printed)
}
