package main

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"
)

func TestFonts(t *testing.T) {
	a := nianbao(t, "fonts", "-faces", "embedded")
	a.want(t, fine, "小标宋（标题）：年报小标宋\n  文件：程序自带\n  通用规范汉字：8105 个全有\n",
		"仿宋（正文）：年报仿宋\n  文件：程序自带\n  通用规范汉字：8105 个中有 6638 个，缺的用 年报细宋（1467 个）\n",
		"西文（字母和数字）：年报西文\n  文件：程序自带\n  字母、数字和半角符号：95 个全有\n")
	if bytes.Contains([]byte(a.out), []byte("找字体")) || a.err != "" {
		t.Errorf("nothing was searched:\n%s%s", a.out, a.err)
	}
}

func TestFontsOfTheMachine(t *testing.T) {
	kai, hei := officialFace(t, "kai.ttf", "年报楷体", "华文楷体"), officialFace(t, "hei.ttf", "年报黑体", "华文黑体")
	binary.BigEndian.PutUint16(hei[tableAt(t, hei, "OS/2")+8:], 2)
	fonts := withMachine(t, "a/KAI.TTF", string(kai), "hei.ttf", string(hei), "broken.ttf", "no face at all")
	a := nianbao(t, "fonts", "-faces", "system")
	a.want(t, fine, "楷体（二级标题）：华文楷体\n  文件："+filepath.Join(fonts, "a", "KAI.TTF")+"\n  通用规范汉字：8105 个全有\n",
		"黑体（一级标题）：年报黑体\n  文件：程序自带\n", "找字体的文件夹：\n  "+fonts+"：字体文件 3 个，用得上的字体 1 个\n",
		"没有用的字体：\n", "  华文黑体（"+filepath.Join(fonts, "hei.ttf")+"）：字体的授权不允许嵌入文件（fsType）\n",
		"  "+filepath.Join(fonts, "broken.ttf")+"：文件坏了（")
	withMachine(t)
	nianbao(t, "fonts", "-faces", "system").want(t, fine, "找字体的文件夹：本机没有\n")
}

func TestBuildWithTheFacesOfAFolder(t *testing.T) {
	withMachine(t)
	fang, song := officialFace(t, "kai.ttf", "年报楷体", "华文仿宋"), officialFace(t, "song.ttf", "年报宋体", "华文宋体")
	copy(song, "OTTO")
	inFolder(t, "a.json", minimal(t), "b.json", minimal(t, agency, "乙局"), "字体/FANG.ttf", string(fang), "字体/song.otf", string(song))
	note := "说明：宋体 没有用 华文宋体（" + filepath.Join("字体", "song.otf") + "），用的是 年报宋体：轮廓是 CFF（PostScript）的，程序只能用 TrueType 轮廓的字体\n"
	nianbao(t, "build", "a.json", "-fonts", "字体").want(t, fine, "字体：年报小标宋、", "华文仿宋", note)
	nianbao(t, "build", "a.json", "b.json", "-o", "two", "-fonts", "字体").want(t, fine, note+"共 2 份：完成 2 份")
	nianbao(t, "check", "a.json", "-fonts", "字体").want(t, fine, "没有发现问题")
	nianbao(t, "fonts", "-fonts", "字体").want(t, fine, "仿宋（正文）：华文仿宋\n  文件："+filepath.Join("字体", "FANG.ttf")+"\n")

	// The Word file names faces and carries none.
	nianbao(t, "build", "a.json", "-o", "embedded").want(t, fine)
	if get(t, title+".docx") != get(t, "embedded/"+title+".docx") {
		t.Error("the Word file depends on the machine's faces")
	}
	if get(t, title+".pdf") == get(t, "embedded/"+title+".pdf") {
		t.Error("the PDF does not have the folder's faces")
	}
}

// Without a word about faces the machine's are used; the embedded ones are
// where somebody asks for them.
func TestFacesByDefault(t *testing.T) {
	withMachine(t, "kai.ttf", string(officialFace(t, "kai.ttf", "年报楷体", "华文楷体")))
	inFolder(t, "a.json", minimal(t))
	var out, err bytes.Buffer
	if run([]string{"fonts"}, nil, &out, &err) != fine || !bytes.Contains(out.Bytes(), []byte("：华文楷体\n")) {
		t.Errorf("the machine's face is not used:\n%s%s", out.String(), err.String())
	}
	if a := nianbao(t, "fonts", "-faces", "Embedded"); bytes.Contains([]byte(a.out), []byte("华文")) {
		t.Errorf("the machine's face is used:\n%s", a.out)
	}
}

func TestFolderOfNoFaces(t *testing.T) {
	withMachine(t)
	inFolder(t, "a.json", minimal(t), "空/readme.txt", "")
	nianbao(t, "build", "a.json", "-fonts", "空").want(t, fine, "说明：文件夹“空”里没有能用的字体，详见 nianbao fonts -fonts 空\n")
}

// A glyph is looked at when it is cut out; nothing is written then.
func TestDamagedGlyphStopsBuild(t *testing.T) {
	withMachine(t)
	fang := officialFace(t, "fang.ttf", "年报仿宋", "华文仿宋")
	glyphs := fang[tableAt(t, fang, "glyf")+10_000:][:3_000_000]
	for i := range glyphs {
		glyphs[i] = 0xFF // made of glyphs that are not there
	}
	inFolder(t, "a.json", minimal(t), "字体/FANG.ttf", string(fang))
	a := nianbao(t, "build", "a.json", "-fonts", "字体")
	a.want(t, impossible, "字体 华文仿宋（"+filepath.Join("字体", "FANG.ttf")+"）里有坏的字形，请换一份这个字体，或者加上 -faces embedded 用程序自带的字体")
	wantFiles(t, ".", "a.json", "字体")
}

func TestWrongFaceFlags(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "file", "")
	for name, c := range map[string]struct {
		args []string
		said string
	}{
		"no such kind":     {[]string{"build", "a.json", "-faces", "mine"}, "没有“mine”这一种，-faces 后面可以写 embedded"},
		"both":             {[]string{"check", "a.json", "-faces", "embedded", "-fonts", "."}, "-faces embedded 只用程序自带的字体，不能和 -fonts 一起写。"},
		"no such folder":   {[]string{"fonts", "-fonts", "没有"}, "找不到放字体的文件夹“没有”。"},
		"a file":           {[]string{"build", "a.json", "-fonts", "file"}, "“file”是文件，-fonts 后面要写文件夹。"},
		"below a file":     {[]string{"build", "a.json", "-fonts", "file/x"}, "不能读文件夹“file/x”：其中有一段是文件，不是文件夹。"},
		"folder forgotten": {[]string{"build", "-fonts", "-draft", "a.json"}, "选项 -fonts 后面没有写内容。"},
		"no such role":     {[]string{"build", "a.json", "-face", "明体=file"}, "选项 -face 没有“明体”这个角色，可以写的有小标宋、黑体、楷体、仿宋、宋体、西文。"},
		"no role":          {[]string{"check", "a.json", "-face", "file"}, "选项 -face 后面要写 角色=文件，例如"},
		"no file":          {[]string{"fonts", "-face", "仿宋="}, "选项 -face 后面要写 角色=文件，例如"},
		"file not there":   {[]string{"serve", "-face", "仿宋=没有.ttf"}, "-face 仿宋=没有.ttf 不能用：打不开，"},
		"no face":          {[]string{"build", "a.json", "-face", "仿宋=file"}, "-face 仿宋=file 不能用：文件坏了"},
		"a folder's face":  {[]string{"build", "a.json", "-face", "仿宋=."}, "-face 仿宋=. 不能用：是文件夹"},
		"two for a role":   {[]string{"fonts", "-face", "仿宋=a.json", "-face", "仿宋=file"}, "给仿宋写了两个文件"},
		"assigned, inside": {[]string{"fonts", "-face", "仿宋=file", "-faces", "embedded"}, "不能和 -face 一起写。"},
		"a bare folder":    {[]string{"fonts", "字体"}, "fonts 后面不用写“字体”；要指定放字体的文件夹，请写 -fonts 字体。"},
	} {
		t.Run(name, func(t *testing.T) {
			nianbao(t, c.args...).want(t, impossible, c.said, "用法见 nianbao")
			wantFiles(t, ".", "a.json", "file")
		})
	}
}

func TestLicences(t *testing.T) {
	nianbao(t, "version", "-licenses").want(t, fine, "Apache License", "SIL OPEN FONT LICENSE", "GNU GENERAL PUBLIC LICENSE", "fang.ttf", "latin.ttf", "kai.ttf")
	nianbao(t, "version").want(t, fine, "nianbao version -licenses")
}

// A face is used for a role whatever it is called, and faces without an official
// name that nobody assigned are told in one line.
func TestAssignedFaces(t *testing.T) {
	withMachine(t)
	wen := officialFace(t, "kai.ttf", "年报楷体", "我的文楷")
	latin := officialFace(t, "latin.ttf", "年报西文", "我的西文")
	song := officialFace(t, "song.ttf", "年报宋体", "我的宋体")
	copy(song, "OTTO")
	inFolder(t, "a.json", minimal(t), "字体/wen.ttf", string(wen), "字体/song.otf", string(song), "字体/two.otf", string(song), "latin.ttf", string(latin))
	file := filepath.Join("字体", "wen.ttf")
	line := "我的文楷 不叫公文字体的名称，只用来补别的字体缺的字；要用在正文、标题里，请写明角色（小标宋、黑体、楷体、仿宋、宋体、西文），例如 -face 仿宋=" + file + "\n"
	nianbao(t, "build", "a.json", "-o", "not", "-fonts", "字体").want(t, fine, "说明："+line)
	nianbao(t, "fonts", "-fonts", "字体").want(t, fine, "  "+line, "song.otf）等 2 个字体：轮廓是 CFF（PostScript）的", "请换成笔画粗细固定的 TrueType 版本")
	a := nianbao(t, "build", "a.json", "-fonts", "字体", "-face", "仿宋="+file, "-face", "黑体="+file)
	a.want(t, fine, "我的文楷")
	if strings.Contains(a.out+a.err, "不叫公文字体") {
		t.Errorf("it is used:\n%s%s", a.out, a.err)
	}
	if get(t, title+".docx") != get(t, "not/"+title+".docx") || get(t, title+".pdf") == get(t, "not/"+title+".pdf") {
		t.Error("the face does not change the PDF alone")
	}
	nianbao(t, "fonts", "-face", "仿宋="+file, "-face", "仿宋="+file).want(t, fine, "仿宋（正文）：我的文楷\n  文件："+file+"\n", "宋体（表格和页码）：年报宋体\n")
	nianbao(t, "check", "a.json", "-fonts", "字体").want(t, fine, "说明："+line)
	nianbao(t, "check", "a.json", "-json", "-fonts", "字体").want(t, fine, "我的文楷 不叫公文字体的名称")
	if a := nianbao(t, "check", "a.json", "-face", "西文=latin.ttf"); a.status != fine || strings.Contains(a.out, "说明：") {
		t.Errorf("%d\n%s", a.status, a.out)
	}
	nianbao(t, "check", "a.json", "-face", "仿宋=latin.ttf").want(t, impossible, "-face 仿宋=latin.ttf 不能用：里面没有汉字")
}

// Of a collection that is assigned the face named for the role is taken, or else the first that serves.
func TestAssignedCollection(t *testing.T) {
	withMachine(t)
	latin := officialFace(t, "latin.ttf", "年报西文", "我的西文")
	mine, fang := officialFace(t, "kai.ttf", "年报楷体", "我的文楷"), officialFace(t, "kai.ttf", "年报楷体", "华文仿宋")
	inFolder(t, "a.json", minimal(t), "all.ttc", collection(latin, mine, fang), "latin.ttc", collection(latin))
	nianbao(t, "fonts", "-face", "仿宋=all.ttc", "-face", "黑体=all.ttc", "-face", "西文=all.ttc").want(t, fine,
		"仿宋（正文）：华文仿宋\n  文件：all.ttc\n", "黑体（一级标题）：我的文楷\n  文件：all.ttc\n", "西文（字母和数字）：我的西文\n  文件：all.ttc\n")
	nianbao(t, "build", "a.json", "-face", "仿宋=all.ttc").want(t, fine, "华文仿宋")
	nianbao(t, "build", "a.json", "-o", "two", "-face", "仿宋=latin.ttc").want(t, impossible, "-face 仿宋=latin.ttc 不能用：里面没有汉字")
}

// collection makes one file (.ttc) of faces.
func collection(faces ...[]byte) string {
	at := 12 + 4*len(faces)
	out := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(faces)))
	var all []byte
	for _, face := range faces {
		start := at + len(all)
		out = binary.BigEndian.AppendUint32(out, uint32(start))
		face = bytes.Clone(face)
		for i := range int(binary.BigEndian.Uint16(face[4:])) { // tables lie from the file's start
			offset := face[12+16*i+8:]
			binary.BigEndian.PutUint32(offset, binary.BigEndian.Uint32(offset)+uint32(start))
		}
		all = append(all, face...)
		all = append(all, make([]byte, -len(all)&3)...)
	}
	return string(out) + string(all)
}
