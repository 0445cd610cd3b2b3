package steps

import (
	"fmt"
	"io"
	"strings"

	"nianbao/collecting"
	"nianbao/collecting/roster"
	"nianbao/filing/disk"
)

// A Roster makes a first list of units, of a folder's reports.
type Roster struct {
	Folder, Into string
	Force        bool
	Watch
}

// A Rostered is what was found.
type Rostered struct {
	Units []roster.Unit
	found *collecting.Collection
}

// Do reads the folder and writes the list. Its error is a sentence, or the context's.
func (r Roster) Do() (*Rostered, error) {
	found, err := collecting.Gather(collecting.Order{Folder: r.Folder, Begin: r.Begin, Done: r.Done, Context: r.Context})
	if err != nil {
		return nil, err
	}
	out := &Rostered{Units: found.Agencies(), found: found}
	if len(out.Units) == 0 {
		return nil, fmt.Errorf("文件夹“%s”里没有读得出机关名称的报告", r.Folder)
	}
	content, err := collecting.RosterBook(out.Units)
	if err != nil {
		return nil, err
	}
	if r.Context != nil && r.Context.Err() != nil {
		return nil, r.Context.Err()
	}
	_, err = disk.Write([]disk.Output{{Path: r.Into, Content: content, Keeping: "已经有了，可能填过别名、联系人，没有覆盖。要另写一份，换一个文件名；旧的不要了，"}}, r.Force)
	return out, err
}

// Tell says what of the list wants a look.
func (r *Rostered) Tell(w io.Writer) {
	for _, u := range r.Units {
		if len(u.Aliases) > 0 {
			fmt.Fprintf(w, "说明：“%s”与“%s”看作一个单位，请核对。\n", strings.Join(u.Aliases, "”“"), u.Name)
		}
	}
	for _, f := range r.found.Files {
		switch {
		case f.Failure != "":
			fmt.Fprintf(w, "说明：“%s”里读不出机关名称，没有列入：%s。\n", f.Path, f.Failure)
		case f.Report != nil && f.Agency == "":
			fmt.Fprintf(w, "说明：“%s”里读不出机关名称，没有列入。\n", f.Path)
		}
	}
}

// Barred are the folders that could not be looked into, and why.
func (r *Rostered) Barred() []string { return r.found.Barred }
