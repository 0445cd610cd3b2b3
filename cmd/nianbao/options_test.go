package main

import (
	"strings"
	"testing"

	"nianbao/fixtures"
)

func TestStrictLastAlikeExplain(t *testing.T) {
	report := string(fixtures.Named(t, "huaian-2024").JSON)
	inFolder(t, "a.json", report, "last.json", strings.Replace(report, `"year": 2024`, `"year": 2023`, 1))
	nianbao(t, "check", "a.json").want(t, fine, "警告 1 处")
	nianbao(t, "check", "a.json", "-strict").want(t, wrong, "错误 1 处")
	nianbao(t, "check", "a.json", "-last", "last.json").want(t, fine, "last_year.carried_in", "last_year.in_force", "alike.section")
	nianbao(t, "check", "a.json", "-last", "last.json", "-json").want(t, fine, `"code": "last_year.carried_in"`)
	nianbao(t, "check", "a.json", "last.json", "-alike").want(t, fine, "alike.section")
	nianbao(t, "check", "a.json", "-alike").want(t, impossible, "两份以上")
	nianbao(t, "check", "a.json", "-last", "没有.json").want(t, impossible, "找不到文件")
	nianbao(t, "check", "a.json", "-explain").want(t, fine, "12", "3119件  相符：表三 · 一、本年新收 · 总计 3119", "没有任何核对的格")
	nianbao(t, "check", "a.json", "-explain", "-json").want(t, fine, `"uncovered"`, `"verdict": "相符`)
	nianbao(t, "build", "a.json", "-strict").want(t, wrong, "没有写出文件")
	wantFiles(t, ".", "a.json", "last.json")
	nianbao(t, "build", "a.json", "-last", "last.json", "-format", "docx").want(t, fine, "last_year.carried_in")
}

// What is accepted stays so under -strict, with last year's report or without.
func TestStrictWithAccepted(t *testing.T) {
	report := string(fixtures.Named(t, "huaian-2024").JSON)
	accepted := `"accepted": [{"code": "prose.incomplete", "path": "overview", "reason": "统一开展"},
		{"code": "last_year.carried_in", "path": "requests.carried_in.natural_person", "reason": "两局合并"},
		{"code": "alike.section", "path": "overview", "reason": "制度性文字"}, {"code": "alike.section", "path": "problems", "reason": "制度性文字"},
		{"code": "last_year.same", "path": "disclosure", "reason": "相同"}, {"code": "last_year.same", "path": "requests", "reason": "相同"},
		{"code": "last_year.same", "path": "disputes", "reason": "相同"}], "agency":`
	inFolder(t, "a.json", strings.Replace(report, `"agency":`, accepted, 1), "last.json", strings.Replace(report, `"year": 2024`, `"year": 2023`, 1))
	nianbao(t, "check", "a.json", "-strict").want(t, fine, "已说明 1 处", "本机关说明：统一开展")
	nianbao(t, "check", "a.json", "-strict", "-last", "last.json").want(t, fine, "已说明 7 处", "本机关说明：两局合并", "last_year.in_force")
}

// Laiyuan's one true fault stands first.
func TestTrueFaultFirst(t *testing.T) {
	inFolder(t, "a.json", string(fixtures.Named(t, "laiyuan-2022").JSON))
	a := nianbao(t, "check", "a.json")
	a.want(t, fine, "typing.half_width", "edition.variant")
	if !strings.Contains(strings.SplitN(a.out, "\n", 2)[0], "prose.mismatch") {
		t.Errorf("first is\n%s", a.out)
	}
}
