package prose

import (
	"fmt"
	"testing"
)

func TestNumerals(t *testing.T) {
	for text, want := range map[string]string{
		"7件": "7件", "1,286条": "1286条", "1.2万件": "12000件", "两件": "2件", "十二件": "12件", "一百零三件": "103件",
		"300余件": "300件+100", "30多万件": "300000件+100000", "120余条": "120条+10", "三千余件": "3000件+1000",
		"2024年": "", "第三十六条": "", "0517-83605210": "", "12.5%": "",
	} {
		got := ""
		for _, n := range numerals(Plain(text)) {
			a := n.amount()
			got += a.value.String() + n.unit
			if n.more {
				got += fmt.Sprint("+", a.step)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
