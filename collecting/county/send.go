package county

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"nianbao/filing"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// The units that are otherwise than the rest, by their places in the roster.
const (
	excluded  = 2  // 计入汇总：否
	byParent  = 7  // 上级代报
	aliased   = 10 // its report has another name of it
	alike     = 30 // its report leaves out 人民政府
	unsent    = 3  // and the two after next
	double    = 12 // two files that differ
	twice     = 13 // two files that print the same
	oldWord   = 15
	scanned   = 16
	otherYear = 18
	wrongSum  = 20
	blank     = 21
	slashed   = 22 // / for a whole row
	single    = 23 // the edition with one row of other handling
	zeros     = 31 // blanks mean 0
)

// send puts what a unit sent into the folder; true: its numbers can be added.
func (c *County) send(t testing.TB, i int, u *Unit, random *rand.Rand) bool {
	folders := []string{"", "微信/", "邮件/1月10日/"}
	stem := folders[i%len(folders)] + u.Name
	extension := []string{".json", ".docx", ".html", ".xlsx", ".docx"}[i%5]
	switch i {
	case byParent:
		return false
	case unsent, unsent + 2, unsent + 3:
		c.Missing = append(c.Missing, u.Name)
		return false
	case double:
		c.write(t, stem+"初稿.docx", u.Report)
		put(t, u.Report, "disclosure.licensing", "7777")
		c.write(t, stem+"定稿.docx", u.Report)
		c.Double = append(c.Double, u.Name)
		return false
	case twice:
		c.write(t, "邮件/"+u.Name+"年报.json", u.Report)
		u.File = "邮件/" + u.Name + "年报.json"
		c.write(t, stem+"（盖章前）.docx", u.Report)
		return true
	case oldWord:
		c.put(t, stem+".doc", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...))
		c.Unreadable = append(c.Unreadable, u.Name)
		return false
	case scanned:
		c.put(t, stem+"盖章扫描件.pdf", []byte("%PDF-1.4\n%%EOF\n"))
		c.Unreadable = append(c.Unreadable, u.Name)
		return false
	case otherYear:
		put(t, u.Report, "year", fmt.Sprint(Year-1))
		c.write(t, stem+extension, u.Report)
		c.OtherYear = append(c.OtherYear, u.Name)
		return false
	case wrongSum:
		put(t, u.Report, "requests.received.total", "999")
		c.write(t, stem+extension, u.Report)
		c.Wrong = append(c.Wrong, u.Name)
		return false
	case blank:
		put(t, u.Report, "disclosure.penalties", "")
		c.write(t, stem+extension, u.Report)
		c.Wrong = append(c.Wrong, u.Name)
		return false
	case slashed:
		for _, key := range []string{"issued", "repealed", "in_force"} {
			put(t, u.Report, "disclosure.rules."+key, "/")
		}
	case single:
		u.Report = c.withSingle(t, u.Report)
	case zeros:
		put(t, u.Report, "blank_as", "0")
		put(t, u.Report, "disclosure.rules.issued", "")
		extension = ".json"
	}
	u.File = stem + extension
	c.write(t, u.File, u.Report)
	return true
}

// withSingle is the report in the edition that has one row of other handling.
func (c *County) withSingle(t testing.TB, r *report.Report) *report.Report {
	n := report.New(nil)
	put(t, n, "edition", "2021-single-other")
	for _, key := range []string{"agency", "signatory", "date"} {
		put(t, n, key, map[string]string{"agency": r.Agency, "signatory": r.Signatory, "date": r.Date}[key])
	}
	put(t, n, "year", fmt.Sprint(r.Year))
	for key, prose := range r.Prose {
		put(t, n, key, prose.Text)
	}
	for _, leaf := range n.Template.Leaves() {
		if number, ok := r.Numbers[leaf.Path]; ok && !leaf.Total {
			n.Put(leaf.Path, number.Text)
		}
	}
	for _, leaf := range n.Template.Leaves() {
		const other = "requests.outcome.other_handling."
		if len(leaf.Path) > len(other) && leaf.Path[:len(other)] == other && !leaf.Total {
			sum := r.Numbers[other+"overdue_correction."+leaf.Path[len(other):]].Value
			sum = sum.Add(r.Numbers[other+"overdue_fee."+leaf.Path[len(other):]].Value).Add(r.Numbers[other+"other."+leaf.Path[len(other):]].Value)
			n.Put(leaf.Path, sum.String())
		}
	}
	n.Complete()
	return n
}

// write writes a report as a file of the kind that its name says.
func (c *County) write(t testing.TB, name string, r *report.Report) {
	t.Helper()
	var content []byte
	var err error
	switch filepath.Ext(name) {
	case ".json":
		content = jsonfile.Encode(r)
	case ".html":
		content = page(r)
	case ".xlsx":
		content, err = book(r)
	case ".docx":
		content, err = printed(r, render.Formats[0])
	case ".pdf":
		content, err = printed(r, render.Formats[1])
	}
	if err != nil {
		t.Fatal(err)
	}
	c.put(t, name, content)
}

func printed(r *report.Report, format render.Format) ([]byte, error) {
	faces, err := font.Embedded()
	if err != nil {
		return nil, err
	}
	p := filing.LayReport(r, nil, filing.Options{Faces: faces})
	return format.Write(p.Print(pdf.PDFA3a))
}

func (c *County) put(t testing.TB, name string, content []byte) {
	t.Helper()
	path := filepath.Join(c.Folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}
