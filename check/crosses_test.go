package check

import "testing"

func TestCrosses(t *testing.T) {
	for text, want := range map[string]string{
		"XX局":                                "XX局",
		"办公室（XX）":                            "XX）",
		"共xx件":                               "xx件",
		"电话：0312-732XXXX。":                   "XXXX。",
		"www.xx.gov.cn":                      "xx.gov.cn",
		"网址：http://www.XXX.gov.cn/zfxxgk/":   "XXX.gov.cn/zfxxgk/",
		"xxx@xx.com":                         "xxx@xx.com",
		"邮箱：XX@126.com":                      "XX@126.com",
		"xx.gov.cn/a":                        "xx.gov.cn/a",
		"zfxxgk":                             "",
		"xxgk":                               "",
		"XXGK":                               "",
		"邮箱：xxzx@126.com。":                   "",
		"邮箱：zfxxgk@hebei.gov.cn":             "",
		"http://www.laiyuan.gov.cn/xxgk/xx/": "",
		"www.laiyuan.gov.cn/zwgk/zfxxgknb":   "",
		"https://xxgk.beijing.gov.cn:8080/x": "",
		"http://a.gov.cn/xx":                 "",
		"XXL 号":                              "",
		"x":                                  "",
		"":                                   "",
		"先有 xxgk 栏目，后有 XX 栏目":                "XX 栏目",
	} {
		got := ""
		if at := crosses(text); len(at) > 0 {
			got = text[at[0]:]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Every place is counted, one in each address.
func TestCrossesAreCounted(t *testing.T) {
	for text, want := range map[string]int{"网址www.xx.gov.cn，邮箱xxx@xx.com": 2, "XX局公开xx条，电话0312-XXXX": 3, "xxgk": 0} {
		if got := len(crosses(text)); got != want {
			t.Errorf("%q: %d places, want %d", text, got, want)
		}
	}
}
