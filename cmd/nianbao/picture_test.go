package main

import (
	"archive/zip"
	"strings"
	"testing"
)

// Pictures are several files, beside last year's numbers where those are given; on
// standard output they are one. A folder with them is read as its report.
func TestPictures(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "last.json", minimal(t, `"year": 2024`, `"year": 2023`, `"licensing": 0`, `"licensing": 12`),
		"other.json", minimal(t, agency, "乙局", `"year": 2024`, `"year": 2023`, `"licensing": 0`, `"licensing": 12`))
	a := nianbao(t, "build", "a.json", "-o", "图", "-format", "picture,html", "-last", "last.json")
	a.want(t, fine, "图/"+title+"-图解.png\n", "图/"+title+"-图解-宽屏.svg\n")
	wantFiles(t, "图", title+".html", title+"-图解.html", title+"-图解.png", title+"-图解.svg", title+"-图解-宽屏.png", title+"-图解-宽屏.svg")
	page := get(t, "图/"+title+"-图解.html")
	if !strings.Contains(page, "0（上年 12，减 12）") || !strings.Contains(page, "-%E5%9B%BE%E8%A7%A3.png\"") {
		t.Error("the page lacks last year's number, or the picture")
	}
	if !strings.Contains(get(t, "图/"+title+".html"), "-%E5%9B%BE%E8%A7%A3.html\">图解</a>") {
		t.Error("the report's page does not lead to the pictures")
	}
	nianbao(t, "build", "a.json", "-o", "图", "-format", "picture,html", "-last", "last.json").want(t, fine, "已有相同的文件，没有改动")
	nianbao(t, "build", "a.json", "-o", "图", "-format", "picture").want(t, fine, "已写出")
	nianbao(t, "check", "图").want(t, fine, "图解.html", "没有发现问题")
	if packed := nianbao(t, "build", "a.json", "-o", "-", "-format", "picture").out; !strings.HasPrefix(packed, "PK\x03\x04") || !strings.Contains(packed, title+"-图解.png") {
		t.Error("no zip on standard output")
	} else if r, err := zip.NewReader(strings.NewReader(packed), int64(len(packed))); err != nil || len(r.File) != 5 || r.File[0].NonUTF8 || r.File[0].Flags&0x800 == 0 || r.File[0].CreatorVersion>>8 != 3 || r.File[0].Mode() != 0o644 {
		t.Errorf("the zip's names are not said to be UTF-8, of files made under Unix: %v", err)
	}

	nianbao(t, "build", "a.json", "other.json", "-o", "几份", "-format", "html,picture").want(t, fine,
		title+".html、-图解.html、-图解.png、-图解.svg、-图解-宽屏.png、-图解-宽屏.svg（")

	// Another agency's report, or another year's, is warned of and not drawn.
	nianbao(t, "build", "a.json", "-o", "别处", "-format", "picture", "-last", "other.json").want(t, fine, "不是")
	if page := get(t, "别处/"+title+"-图解.html"); strings.Contains(page, "上年 12") {
		t.Error("another agency's numbers stand beside this one's")
	}

	// Another report's pictures beside this one's page are told of.
	put(t, "b.json", minimal(t, `"licensing": 0`, `"licensing": 5`))
	nianbao(t, "build", "b.json", "-o", "图", "-format", "picture").want(t, fine, "两个文件不是同一份")
	put(t, "图/"+title+"-图解.png", "改过")
	nianbao(t, "build", "a.json", "-o", "图", "-format", "picture").want(t, impossible, "-图解.png”在生成以后有人改过")
}
