package collecting

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"nianbao/collecting/sheet"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/report/jsonfile"
)

// Names of what a collection writes.
const (
	statesFile = "收件情况.xlsx"
	faultsFile = "问题清单.xlsx"
	backFolder = "退回"
	dataFolder = "数据"
)

// A Round is how the lists are headed.
type Round struct {
	Number   int
	Date     string // as printed; "": none
	Deadline string // likewise
}

func (r Round) title(year int, what string) string {
	text := fmt.Sprintf("%d 年年度报告%s（第 %d 轮", year, what, r.Number)
	if r.Date != "" {
		text += "，" + r.Date
	}
	return text + "）"
}

// Chosen is what people wrote into the overview of an earlier run in a folder.
func Chosen(out string) (map[string]string, error) {
	kept, err := readKept(filepath.Join(out, statesFile), kindStates, stateColumns)
	return chosenIn(kept), err
}

// Results are the files that a collection writes, with what people wrote into
// those of earlier runs, and the lines of the list of all faults. Its error is a
// sentence.
func (c *Collection) Results(round Round, before *Before) (outputs []disk.Output, all []Entry, err error) {
	kept, err := readKept(filepath.Join(c.Out, faultsFile), kindFaults, entryColumns)
	if err != nil {
		return nil, nil, err
	}
	w := &results{c: c, round: round, written: entriesIn(kept)}
	for i := range c.Units {
		entries, err := w.unit(&c.Units[i], before)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, entries...)
	}
	// What was written to units that the roster has no more is nobody's to throw away.
	all = append(all, gone(w.written, func(e Entry) bool { return c.unit(e.Unit) == nil }, "名单外")...)
	w.list(faultsFile, kindFaults, faultList(round.title(c.Year, "问题清单"), c.Summary(), all))
	w.list(statesFile, kindStates, c.States(round))
	return w.outputs, all, w.err
}

type results struct {
	c       *Collection
	round   Round
	written []Entry // of the whole list of an earlier run
	outputs []disk.Output
	err     error
}

// unit writes what goes back to one unit, and its data.
func (w *results) unit(s *State, before *Before) ([]Entry, error) {
	name := filing.FileName(s.Unit.Name)
	path := filepath.Join(backFolder, name+".xlsx")
	kept, err := readKept(filepath.Join(w.c.Out, path), kindFaults, entryColumns)
	if err != nil {
		return nil, err
	}
	entries := s.Entries()
	entries = append(entries, before.changes(s)...)
	written := slices.DeleteFunc(slices.Clone(w.written), func(e Entry) bool { return e.Unit != s.Unit.Name })
	fate := unseen
	if s.File != nil {
		fate = mended
	}
	var left []Entry
	for _, from := range append([][]Entry{written, entriesIn(kept)}, w.c.answersOf(s.Unit.Name)...) {
		left = slices.Concat(left, carry(entries, from))
	}
	was := before.review(s, entries)
	for _, e := range gone(left, func(Entry) bool { return true }, fate) {
		if at := slices.IndexFunc(was, e.same); at >= 0 {
			was[at].take(e)
		} else {
			was = append(was, e)
		}
	}
	entries = append(entries, was...)
	if len(entries) > 0 || kept != nil {
		note := fmt.Sprintf("%s：请逐条改正，改不了的在“单位说明”里写明原因，连同改好的报告一并报回", s.Unit.Name)
		if w.round.Deadline != "" {
			note += "；" + w.round.Deadline + "前报回"
		}
		if len(entries) == 0 {
			note = s.Unit.Name + "：没有问题"
		}
		w.list(path, kindFaults, faultList(w.round.title(w.c.Year, "问题清单"), note, entries))
	}
	w.letter(s, name, entries)
	if s.File != nil && s.File.Report.Comparable() {
		w.add(filepath.Join(dataFolder, name+".json"), jsonfile.EncodeWhole(s.File.Report), func([]byte) bool { return false })
	}
	return entries, nil
}

// gone are entries that are there no more, and were written to.
func gone(entries []Entry, which func(Entry) bool, fate string) []Entry {
	var out []Entry
	for _, e := range entries {
		if !e.typed() || !which(e) {
			continue
		}
		if e.ofUnit() {
			e.Weight = addition
		} else {
			e.Weight = fate
		}
		if at := slices.IndexFunc(out, e.same); at >= 0 {
			out[at].take(e)
			continue
		}
		out = append(out, e)
	}
	return out
}

// answersOf are the lines that a unit filled in and sent back, by file: the same list may
// have come twice, and filled in in part each time.
func (c *Collection) answersOf(unit string) [][]Entry {
	var out [][]Entry
	for _, f := range c.Files {
		if f.Answers != nil {
			out = append(out, slices.DeleteFunc(slices.Clone(f.Answers.Entries), func(e Entry) bool { return e.Unit != unit }))
		}
	}
	return out
}

func (c *Collection) unit(name string) *State {
	for i := range c.Units {
		if c.Units[i].Unit.Name == name {
			return &c.Units[i]
		}
	}
	return nil
}

// addition is the weight of what a unit wrote into a line of its own.
const addition = "单位补充"

// unseen is the weight of an entry to a report that is not there any more.
const unseen = "没有再核对"

// same: two entries are of one fault, whatever has been written to them.
func (e Entry) same(o Entry) bool {
	return e.key() == o.key() && plainly(e.Problem) == plainly(o.Problem)
}

// faultList is a list of faults as a sheet.
func faultList(title, note string, entries []Entry) sheet.List {
	l := sheet.List{Name: "问题清单", Title: title, Note: note, Columns: entryColumns}
	for i := range entries {
		e := &entries[i]
		row := []sheet.Cell{{Text: fmt.Sprint(i + 1), Number: true}}
		for _, text := range e.texts() {
			row = append(row, sheet.Cell{Text: *text})
		}
		tone := map[string]sheet.Tone{"错误": sheet.Red, "警告": sheet.Yellow, changed: sheet.Yellow, mended: sheet.Green, "已说明": sheet.Green}[e.Weight]
		row[3].Style.Tone = tone
		l.Rows = append(l.Rows, row)
	}
	return l
}

// list adds a workbook of one list. One in which people changed more than what they
// were to write is theirs.
func (w *results) list(path, kind string, l sheet.List) {
	lists := []sheet.List{l}
	content, err := sheet.Book{Title: l.Title, Description: sheet.Mark(kind, lists), Sheets: []sheet.Sheet{l.Sheet()}}.Write()
	w.err = cmp.Or(w.err, err)
	w.add(path, content, func(file []byte) bool { return sheet.Edited(file, kind, lists) })
	w.outputs[len(w.outputs)-1].Keeping = keptList
}

// keptList is what to do about a list in which people changed what the program wrote.
const keptList = "里，黄色表头以外的地方改过（或者加了、删了行），没有覆盖，这一次什么也没有写。改动要留着看的，先把它复制到别的文件夹；" +
	"写新的时候，黄色表头各列里填的都会留下，别处的改动不留。要写新的，"

func (w *results) add(path string, content []byte, edited func([]byte) bool) {
	w.outputs = append(w.outputs, disk.Output{Path: filepath.Join(w.c.Out, path), Content: content, Edited: edited})
}

// Leftover are data of units that an earlier run wrote and this one had no report for.
func (c *Collection) Leftover() []string {
	var out []string
	for _, s := range c.Units {
		path := filepath.Join(c.Out, dataFolder, filing.FileName(s.Unit.Name)+".json")
		if _, err := os.Stat(path); err == nil && (s.File == nil || !s.File.Report.Comparable()) {
			out = append(out, path)
		}
	}
	return out
}
