package document

import "testing"

func TestHeadingOf(t *testing.T) {
	for _, c := range []struct {
		line  string
		level int
		lead  string
		rest  string
	}{
		{"2024年，我市收到申请7件。", 0, "", "2024年，我市收到申请7件。"},
		{"（一）主动公开政府信息", 2, "（一）主动公开政府信息", ""},
		{"（一）主动公开情况。2024年，公开5条。", 2, "（一）主动公开情况。", "2024年，公开5条。"},
		{"（十二）其他。", 2, "（十二）其他。", ""},
		{"（一）所谓“公开。”", 2, "（一）所谓“公开。”", ""},
		{"（以下简称《条例》）规定如下", 0, "", "（以下简称《条例》）规定如下"},
		{"（）空", 0, "", "（）空"},
		{"1.明确目标任务，突出重点。不断推进。", 3, "1.明确目标任务，突出重点。", "不断推进。"},
		{"12.抓好载体", 3, "12.抓好载体", ""},
		{"1.5万条信息已公开。", 0, "", "1.5万条信息已公开。"},
		{"2024.1.1起施行", 0, "", "2024.1.1起施行"},
		{"3.", 0, "", "3."},
		{"1、一是", 0, "", "1、一是"},
	} {
		level, lead, rest := headingOf(c.line)
		if level != c.level || lead != c.lead || rest != c.rest {
			t.Errorf("headingOf(%q) = %d, %q, %q; want %d, %q, %q", c.line, level, lead, rest, c.level, c.lead, c.rest)
		}
	}
}
