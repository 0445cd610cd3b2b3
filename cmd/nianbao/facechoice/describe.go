package facechoice

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"nianbao/render/font"
	"nianbao/render/style"
)

// Describe tells which face each role has, where faces were looked for, and which
// were found and not used.
func (f *Choice) Describe(w io.Writer, found *font.Found) {
	for role, chain := range found.Set.Chains {
		printChain(w, style.Role(role), chain)
	}
	if !f.embedded() {
		printPlaces(w, found.Places)
	}
	printRefused(w, found.Refused)
	if note := f.spareNote(found); note != "" {
		fmt.Fprintf(w, "没有用在正文、标题里的字体：\n  %s\n", note)
	}
}

// printChain tells which face a role has and what stands in for it.
func printChain(w io.Writer, role style.Role, chain font.Chain) {
	fmt.Fprintf(w, "%s（%s）：%s\n  文件：%s\n", roleNames[role].name, roleNames[role].use, chain[0].Family(), origin(chain[0]))
	what, characters := "通用规范汉字", font.Standard()
	if role == style.Latin {
		what, characters = "字母、数字和半角符号", ascii()
	}
	shares, missing := chain.Shares(characters)
	if shares[0].Count == len(characters) {
		fmt.Fprintf(w, "  %s：%d 个全有\n", what, len(characters))
		return
	}
	fmt.Fprintf(w, "  %s：%d 个中有 %d 个", what, len(characters), shares[0].Count)
	var others []string
	for _, share := range shares[1:] {
		others = append(others, fmt.Sprintf("%s（%d 个）", share.Face.Family(), share.Count))
	}
	if len(others) > 0 {
		fmt.Fprintf(w, "，缺的用 %s", strings.Join(others, "、"))
	}
	if missing > 0 {
		fmt.Fprintf(w, "，有 %d 个印不出来", missing)
	}
	fmt.Fprintln(w)
}

// ascii are the characters of a keyboard.
func ascii() []rune {
	var all []rune
	for r := ' '; r <= '~'; r++ {
		all = append(all, r)
	}
	return all
}

func origin(face *font.Face) string {
	if face.File() == "" {
		return "程序自带"
	}
	return face.File()
}

func printPlaces(w io.Writer, places []font.Place) {
	if len(places) == 0 {
		fmt.Fprintln(w, "找字体的文件夹：本机没有")
		return
	}
	fmt.Fprintln(w, "找字体的文件夹：")
	for _, place := range places {
		fmt.Fprintf(w, "  %s：字体文件 %d 个，用得上的字体 %d 个", place.Folder, place.Files, place.Used)
		if place.Cut {
			fmt.Fprint(w, "（文件太多，没有找完）")
		}
		fmt.Fprintln(w)
	}
}

func printRefused(w io.Writer, list []font.Refusal) {
	if len(list) == 0 {
		return
	}
	const most = 20
	fmt.Fprintln(w, "没有用的字体：")
	lines := refusedLines(list)
	for _, line := range lines[:min(most, len(lines))] {
		fmt.Fprintln(w, "  "+line)
	}
	if n := len(lines) - most; n > 0 {
		fmt.Fprintf(w, "  还有 %d 个没有列出\n", n)
	}
}

// refusedLines are a line for each official face, and one for all the others of a
// reason: Noto CJK alone has fifteen files.
func refusedLines(list []font.Refusal) []string {
	var lines []string
	told := map[string]bool{}
	for _, r := range list {
		reason := refusalReason(r.Err)
		if r.Official() {
			lines = append(lines, refusedName(r)+"："+reason)
			continue
		}
		if told[reason] {
			continue
		}
		told[reason] = true
		n := 0
		for _, other := range list {
			if !other.Official() && refusalReason(other.Err) == reason {
				n++
			}
		}
		line := refusedName(r)
		if n > 1 {
			line += fmt.Sprintf("等 %d 个字体", n)
		}
		line += "：" + reason
		if errors.Is(r.Err, font.ErrPostScript) || errors.Is(r.Err, font.ErrVariable) {
			line += "；请换成笔画粗细固定的 TrueType 版本（多是 .ttf 文件），再用 -face 写明角色"
		}
		lines = append(lines, line)
	}
	return lines
}
