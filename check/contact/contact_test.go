package contact

import (
	"strings"
	"testing"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// What a text says of where to ask, and what there is to say of the data then.
func TestContact(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	data := report.Contact{Address: "涞源县广平大街12号", Postcode: "074300", Telephone: "0312-7321234", Email: "lyxxgk@126.com"}
	for text, want := range map[string]string{
		"地址：河北省保定市涞源县广平大街12号，邮编：074300，电话：（0312）７３２１２３４，邮箱：LYXXGK@126.com。": "",
		"地址：广平大街12号政府办公室三楼；联系电话：7321234。":                                   "",
		"地址：涞源县广平大街16号，电话0312-7321234。":                                     "contact.address",
		"电话：0312-7321234，邮编：074200。":                                        "contact.postcode",
		"邮政编码074300，联系电话：0312-7321243。":                                     "contact.telephone",
		"监督电话：0312-7329999，咨询电话：0312-7321234、0312-7320000。":                 "",
		"电话：0312-7321234；电子邮箱：lyxxgk@163.com。":                              "contact.email",
		"网站地址：http://www.laiyuan.gov.cn，电话：7321234。":                        "",
		"地址：涞源县开元路8号，邮编：074300，电话：0312-7321234；地址：涞源县广平大街12号。":              "",
	} {
		r := report.New(form)
		r.Contact, r.Prose = &data, map[string]report.Prose{"preamble": {Text: text}}
		var got []string
		for _, p := range Check(r) {
			if p.Severity != problem.Warning || p.Code != problem.CodeContactDiffers {
				t.Errorf("%s: %v", text, p)
			}
			got = append(got, p.Path)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %q", text, got, want)
		}
	}
	r := report.New(form)
	r.Contact, r.Prose = &data, map[string]report.Prose{"preamble": {Text: "邮编：074300。"}}
	unprinted := Check(r)
	if len(unprinted) != 1 || unprinted[0].Code != problem.CodeContactUnprinted {
		t.Error(unprinted)
	}
}
