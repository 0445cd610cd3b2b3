package main

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/process"
	"nianbao/cmd/nianbao/progress"
	"nianbao/collecting/roster"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/render/layout"
	"nianbao/render/pdf"
)

// A binding is what -book and -order ask for.
type binding struct {
	path, order flags.Text
	roster      *roster.Roster // nil: the files' order
	sheets      []sheet
	twins       []string // files that print the same as those that are bound
}

// A sheet is a report on its way into the book.
type sheet struct {
	file            string
	agency, heading string
	author          string
	digest          filing.Digest
	layout          *layout.Layout
	remarks         []string
}

func (k *binding) flags(set *flag.FlagSet) {
	set.Var(&k.path, "book", "")
	set.Var(&k.order, "order", "")
}

// check says what stands beside -book that would be passed over.
func (k *binding) check(set *flag.FlagSet) (err error) {
	if k.path == "" {
		if k.order != "" {
			return errors.New("-order 说的是合订本的顺序，要和 -book 一起写")
		}
		return nil
	}
	if !strings.EqualFold(filepath.Ext(string(k.path)), ".pdf") {
		return fmt.Errorf("-book 后面写要写出的 PDF 文件，如 合订本.pdf，这里写的是“%s”", k.path)
	}
	set.Visit(func(f *flag.Flag) {
		switch f.Name {
		case "o":
			err = errors.New("有 -book 就只写合订本，不用写 -o；要放到别的文件夹，写 -book 文件夹/合订本.pdf")
		case "format", "ofd-a":
			err = fmt.Errorf("有 -book 就只写合订本这一个 PDF，不用写 -%s", f.Name)
		case "draft":
			err = errors.New("送审稿不能装订：-draft 和 -book 不能一起写")
		case "pdfa":
			if strings.EqualFold(strings.TrimSpace(f.Value.String()), pdf.PDFA3a.String()) {
				err = errors.New("合订本里不附报告的数据，-pdfa 请写 1a、2a 或者 4")
			}
		}
	})
	if err == nil && k.order != "" {
		k.roster, err = roster.Read(string(k.order))
	}
	return err
}

// write reads all the reports, and binds them if there is nothing against any.
func (k *binding) write(b *builder, c console, end *process.End) int {
	// A book of an earlier call, and its roster, may lie among the reports.
	files := slices.DeleteFunc(slices.Clone(b.batch.Files), func(file string) bool {
		return sameFile(file, string(k.path)) || k.order != "" && sameFile(file, string(k.order))
	})
	process.CollectForMany(len(files))
	status, failed := fine, 0
	b.batch.Files = files
	stop := end.Gently().Done()
	claims := b.claims(c, stop)
	bar := progress.Of(c.err, "排报告", "不能装订", len(files), stop)
	laid := source.InOrderUntil(len(files), stop, func(i int) result {
		return b.prepare(files[i], c, claims, b.lay)
	}, func(i int, r result) {
		if r.same != "" {
			k.twins = append(k.twins, source.Name(files[i]))
			bar.Step(false)
			return
		}
		if r.name != "" {
			if r.failure = k.add(files[i], r); r.failure != nil {
				r.name, r.status = "", wrong
			}
		}
		bar.Step(r.name == "")
		if r.name == "" {
			failed++
			bar.Aside(func() {
				r.printLine(c, files[i])
				c.out.Flush()
			})
		}
		status = max(status, r.status)
	})
	bar.End()
	if laid < len(files) {
		fmt.Fprintf(c.out, "已停下：看了 %d 份，%s其余 %d 份没有看；没有写合订本，再运行一次即可。\n", laid, failing("不能装订", failed), len(files)-laid)
		return impossible
	}
	if failed > 0 {
		b.batch.Tell(c.out)
		fmt.Fprintf(c.out, "%d 份里有 %d 份不能装订，没有写合订本。要看一份报告全部的问题，请用：nianbao check 文件\n", len(files), failed)
		return status
	}
	if len(k.sheets) == 0 {
		fmt.Fprintln(c.err, "没有可以装订的报告。")
		return impossible
	}
	notes := k.sort()
	if len(k.twins) > 0 {
		notes = append(notes, "与装订的是同一份、没有再装订："+source.Some(k.twins, len(k.twins)))
	}
	book := k.book()
	changed, pages, err := k.print(book, b)
	if err != nil {
		fmt.Fprintf(c.err, "%s。\n", err)
		return impossible
	}
	for i, s := range k.sheets {
		fmt.Fprintf(c.out, "第 %d 页  %s ← %s（%s）\n", book.Chapters[i].Page, s.agency+s.heading, source.Name(s.file), strings.Join(s.remarks, "；"))
	}
	done := "已写出"
	if !changed {
		done = "已有相同的文件，没有改动"
	}
	fmt.Fprintf(c.out, "%s：%s（%d 份报告，%d 页）\n", done, k.path, len(k.sheets), pages)
	for _, note := range slices.Concat(notes, b.faceNotes) {
		fmt.Fprintf(c.out, "说明：%s\n", note)
	}
	b.batch.Tell(c.out)
	b.lasts.Tell(c.out)
	return status
}

// add takes a report in, one of each title. Most of what prints the same as another was
// found before; this finds what an office program had to read.
func (k *binding) add(file string, r result) error {
	d := r.paper.Document
	s := sheet{file: file, agency: d.Agency, heading: d.Heading, author: d.Author, digest: filing.DigestOf(d), layout: r.paper.Layout}
	for _, other := range k.sheets {
		if other.agency+other.heading != s.agency+s.heading {
			continue
		}
		if other.digest == s.digest {
			k.twins = append(k.twins, source.Name(file))
			return nil
		}
		return source.Differ(other.file, file)
	}
	r.changed, r.notes = true, nil // these are of files of its own
	s.remarks = r.remarks()
	k.sheets = append(k.sheets, s)
	return nil
}
