package reading_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/check/compare"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/reading"
	"nianbao/render/font"
	"nianbao/render/ofd"
	"nianbao/render/pdf"
	"nianbao/render/sealed"
)

// fixed is a report as an OFD.
func fixed(t *testing.T, p *filing.Paper, archive bool) []byte {
	t.Helper()
	print := p.Print(pdf.PDFA2a)
	if archive {
		print = p.ForArchive(print)
	}
	file, err := ofd.Write(p.Layout, print.OFD)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// readsBack: an OFD gives the report back to what is printed of it, without a doubt.
func readsBack(t *testing.T, what string, p *filing.Paper, file []byte) *reading.Reading {
	t.Helper()
	r, err := reading.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for _, difference := range compare.Differences(p.Report, r.Report) {
		t.Errorf("%s: %+v", what, difference)
	}
	for _, problem := range r.Problems {
		if strings.HasPrefix(problem.Code, "import.") {
			t.Errorf("%s: %v", what, problem)
		}
	}
	return r
}

// An OFD reads back to what it prints, by what its pages show and where; an OFD-A by
// the data that it carries.
func TestOFDReadsBack(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		p := filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: strings.HasPrefix(c.Name, "draft-")})
		readsBack(t, c.Name, p, fixed(t, p, false))
		if r := readsBack(t, c.Name+", archive", p, fixed(t, p, true)); r.Report.Scope != p.Report.Printed().Scope {
			t.Errorf("%s: the data is not what was read", c.Name)
		}
	}
}

// Where a line ends does not show in the text: spaces there, words and addresses that
// are longer than a line, hyphens.
func TestOFDLines(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	plain := string(fixtures.Named(t, "minimal").JSON)
	const marked = "公开的史志资料不够丰富"
	for _, text := range []string{
		"请登录 https://www.example.gov.cn/zwgk/zfxxgk/fdzdgknr/2024/01/18/this-is-a-very-long-address-that-goes-on-and-on.html 查看。",
		"The quick brown fox jumps over the lazy dog and the county office publishes reports in English and Chinese for everyone to read at home.",
		"电话 0312-7321111、0312-7321112、0312-7321113、0312-7321114、0312-7321115、0312-7321116、0312-7321117。",
		strings.Repeat("甲乙丙 丁戊己　", 12) + "。",
		"CO₂排放10⁴吨，H₂O，1‰、2‱，A & B < C > D，state-of-the-art public-service information-disclosure well-being 建设。",
		strings.Repeat("一、二、三、", 20) + `\n（一）标题。后面接着正文，也很长很长很长很长很长很长很长很长很长很长。\n1. 小标题\n正文。`,
	} {
		p := filing.Lay([]byte(strings.Replace(plain, marked, text+`\n`+marked, 1)), filing.Options{Faces: faces})
		if p.Layout == nil {
			t.Fatal(p.Problems)
		}
		r := readsBack(t, text, p, fixed(t, p, false))
		if got, want := r.Report.Prose["problems"].Text, p.Report.Prose["problems"].Text; got != want {
			t.Errorf("%q\nwant %q", got, want)
		}
	}
}

// A signature of any length reads back: one that looks like no agency's name, one that
// fills its line, one of several lines.
func TestOFDSignatures(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	name := []rune(strings.Repeat("澄岭县人民政府政务公开办公室和行政审批局", 4))
	for _, fixture := range []string{"signature-sealed", "signature-unsealed"} {
		src := string(fixtures.Named(t, fixture).JSON)
		before, rest, _ := strings.Cut(src, `"signatory": "`)
		_, behind, _ := strings.Cut(rest, `"`)
		for _, n := range []int{10, 25, 26, 27, 28, 29, 30, 45, 56, 63} {
			p := filing.Lay([]byte(before+`"signatory": "`+string(name[:n])+`"`+behind), filing.Options{Faces: faces})
			if p.Layout == nil {
				t.Fatal(p.Problems)
			}
			readsBack(t, fixture+" "+string(name[:n]), p, fixed(t, p, false))
		}
	}
}

// A seal is put on by another program, which adds parts and names them in OFD.xml: the
// file counts as worked on, and reads back all the same; one that another program has
// written altogether does not.
func TestOFDWithSeal(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	p := filing.Lay(fixtures.Named(t, "signature-sealed").JSON, filing.Options{Faces: faces})
	for _, archive := range []bool{false, true} {
		file := fixed(t, p, archive)
		stamped := again(t, file, "</ofd:DocRoot>", "</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>")
		if sealed.Edited(file) || !sealed.Edited(stamped) {
			t.Error("a seal does not show")
		}
		r := readsBack(t, "with a seal", p, stamped)
		if !strings.Contains(r.Summary[0], "印章") {
			t.Errorf("%q", r.Summary)
		}
		foreign := again(t, file, "<ofd:Creator>nianbao<", "<ofd:Creator>Suwell<")
		if _, err := reading.Read(bytes.NewReader(foreign), int64(len(foreign))); err == nil || !strings.Contains(err.Error(), "不是 nianbao 写的") {
			t.Error(err)
		}
	}
}

// again is a file as another program saves it, with a change in OFD.xml.
func again(t *testing.T, file []byte, old, changed string) []byte {
	t.Helper()
	return fixtures.SavedAgain(t, file, func(part, content string) string {
		if part == "OFD.xml" {
			return strings.Replace(content, old, changed, 1)
		}
		return content
	})
}
