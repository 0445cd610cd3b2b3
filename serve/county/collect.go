package county

import (
	"path/filepath"
	"strings"

	"nianbao/collecting"
	"nianbao/collecting/steps"
)

// A table is a list as the page shows it.
type table struct {
	Heads  []string   `json:"heads"`
	Rows   [][]string `json:"rows"`
	Beyond int        `json:"beyond,omitempty"` // rows that are in the file alone
}

// mostFaults are the lines of faults that the page shows.
const mostFaults = 1000

// A collected is what the page shows of a collection.
type collected struct {
	Summary  string    `json:"summary"`
	Verdicts string    `json:"verdicts"`
	Round    int       `json:"round"`
	States   table     `json:"states"`
	Status   int       `json:"status"` // the column of states that tells the state
	Marks    []string  `json:"marks"`  // the state of every row, as the page's style names it
	Faults   table     `json:"faults"`
	Weights  []string  `json:"weights"` // of the rows of faults
	Remarks  []string  `json:"remarks"`
	Out      string    `json:"out"` // "": what was handed over; the results are to be fetched
	Written  []string  `json:"written"`
	Changed  bool      `json:"changed"`
	Choosers []chooser `json:"choosers"`
}

// A chooser is a unit with several reports that differ.
type chooser struct {
	Unit  string   `json:"unit"`
	Files []string `json:"files"`
	Taken string   `json:"taken"` // "": none yet
}

// statuses are the states by the names that the page's style has of them.
var statuses = map[collecting.Status]string{collecting.Missing: "missing", collecting.Unreadable: "unreadable", collecting.Wrong: "wrong",
	collecting.Doubtful: "doubtful", collecting.Fine: "fine", collecting.Double: "double", collecting.ByParent: "by-parent"}

func (o *order) collect() (func(steps.Watch) (any, written, error), error) {
	s := steps.Collect{Folder: o.Folder, List: o.List, Out: o.Out, Last: o.Last, Before: o.Before, Year: o.Year, Chosen: o.Chosen, Force: o.Replace}
	var err error
	if s.Date, err = steps.Day(o.Date); err != nil {
		return nil, unwilling("日期请%s", err)
	}
	if s.Deadline, err = steps.Day(o.Deadline); err != nil {
		return nil, unwilling("截止日期请%s", err)
	}
	return func(watch steps.Watch) (any, written, error) {
		s.Watch = watch
		found, err := s.Do()
		if err != nil {
			return nil, written{}, err
		}
		return o.show(found), written{o.Out, found.Written}, nil
	}, nil
}

func (o *order) show(found *steps.Collected) collected {
	out := collected{Summary: found.Summary(), Verdicts: found.Verdicts(), Round: found.Round.Number, Out: o.Out, Written: found.Written, Changed: found.Changed,
		Marks: []string{}, Weights: []string{}, Choosers: []chooser{}, Remarks: o.remarks(found)}
	if o.Handed {
		out.Out = ""
	}
	list := found.States(found.Round)
	for i, c := range list.Columns {
		out.States.Heads = append(out.States.Heads, c.Head)
		if c.Head == collecting.StatusHead {
			out.Status = i
		}
	}
	for i, row := range list.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		s := found.Units[i]
		out.States.Rows = append(out.States.Rows, cells)
		out.Marks = append(out.Marks, statuses[s.Status])
		if s.Choice != nil {
			c := chooser{Unit: s.Unit.Name}
			for _, f := range s.Choice {
				c.Files = append(c.Files, f.Path)
			}
			if s.File != nil {
				c.Taken = s.File.Path
			}
			out.Choosers = append(out.Choosers, c)
		}
	}
	out.faults(found.Entries)
	return out
}

func (c *collected) faults(entries []collecting.Entry) {
	c.Faults = table{Heads: []string{"单位", "轻重", "位置", "填的数", "应为", "问题", "怎么改", "单位说明", "复核结果"}, Rows: [][]string{}, Beyond: max(len(entries)-mostFaults, 0)}
	for _, e := range entries[:min(len(entries), mostFaults)] {
		c.Faults.Rows = append(c.Faults.Rows, []string{e.Unit, e.Weight, e.Where(), e.Number, e.Expected, e.Problem, e.Fix, e.Statement, e.Review})
		c.Weights = append(c.Weights, weights[e.Weight])
	}
}

// weights are what the page's style has of an entry's weight.
var weights = map[string]string{"错误": "error", "警告": "warning", "改动": "warning", "提示": "notice", "已说明": "accepted", "已改": "accepted"}

// remarks are the sentences that no unit's row says.
func (o *order) remarks(found *steps.Collected) []string {
	var b strings.Builder
	for _, barred := range found.Barred {
		b.WriteString(barred + "。\n")
	}
	found.TellOthers(&b)
	return o.lines(b.String())
}

// lines are what a command would print, by lines.
func (o *order) lines(text string) []string {
	out := []string{}
	for line := range strings.Lines(text) {
		out = append(out, o.short(strings.TrimSpace(line)))
	}
	return out
}

// A rostered is what the page shows of a first list.
type rostered struct {
	Units   int      `json:"units"`
	Remarks []string `json:"remarks"`
	List    string   `json:"list"` // where it stands; "": it is to be fetched
	Written []string `json:"written"`
}

func (o *order) roster(watch steps.Watch) (any, written, error) {
	made, err := steps.Roster{Folder: o.Folder, Into: o.List, Force: o.Replace, Watch: watch}.Do()
	if err != nil {
		return nil, written{}, err
	}
	var b strings.Builder
	made.Tell(&b)
	name := filepath.Base(o.List)
	out := rostered{Units: len(made.Units), Remarks: o.lines(b.String()), List: o.List, Written: []string{name}}
	if o.Handed {
		out.List = ""
	}
	return out, written{filepath.Dir(o.List), out.Written}, nil
}
