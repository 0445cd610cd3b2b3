package main

import (
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	data := minimal(t)
	changed := minimal(t, `"licensing": 0`, `"licensing": 12`, "主动公开政府信息6条", "主动公开政府信息18条", `"year": 2024`, `"year": 2024, "signatory": "澄岭县史志办公室", "date": "2025-01-20"`)
	inFolder(t, "a.json", data, "b.json", changed, "same.html", webPage(t, data), "changed.html", webPage(t, changed), "bad.json", "{", "text.html", "<p>今天")
	nianbao(t, "diff", "a.json", "a.json").want(t, fine, "没有不同。比较了题目和落款、200 格")
	nianbao(t, "diff", "a.json", "same.html").want(t, fine, "没有不同")
	for _, other := range []string{"b.json", "changed.html"} {
		a := nianbao(t, "diff", "a.json", other)
		a.want(t, wrong, "题目和落款\n  落款署名：（空） → 澄岭县史志办公室\n  成文日期：（空） → 2025-01-20\n",
			"\n表二\n  行政许可 · 本年处理决定数量：0 → 12\n",
			"  原  2024年，本办公室主动公开政府信息「6」条", "  改  2024年，本办公室主动公开政府信息「18」条",
			"共 4 处不同：数字 1 格，文字 1 处，题目和落款 2 处。")
	}
	nianbao(t, "diff", "a.json", "b.json", "-json").want(t, wrong, `"kind": "number"`, `"path": "disclosure.licensing"`, `"a": "0"`, `"b": "12"`, `"b_marked": "2024年，本办公室主动公开政府信息「18」条`)
	nianbao(t, "diff", "a.json", "a.json", "-json").want(t, fine, `"differences": []`)
	nianbao(t, "diff", "a.json").want(t, impossible, "两个文件，写了 1 个")
	nianbao(t, "diff", "a.json", "没有.json").want(t, impossible, "找不到文件")
	nianbao(t, "diff", "a.json", "bad.json").want(t, impossible, "“bad.json”不能比较")
	nianbao(t, "diff", "a.json", "text.html").want(t, impossible, "这不是年度报告")
	nianbaoWith(t, data, "diff", "-", "b.json").want(t, wrong, "标准输入")
	nianbao(t, "diff", "-", "-").want(t, impossible, "只能写一次")
}

// What could not be read is said: it was not compared.
func TestDiffTellsWhatItCouldNotRead(t *testing.T) {
	data := minimal(t, `"licensing": 0`, `"licensing": 8642`)
	inFolder(t, "a.json", data, "b.html", strings.Replace(webPage(t, data), ">8642<", ">若干<", 1))
	nianbao(t, "diff", "a.json", "b.html").want(t, wrong, "其中有 1 处没有读懂，不在比较之内，详见 nianbao check b.html", "8642 → （空）")
}
