package collecting

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// A Before is what the round before found, from the folder that it wrote. A nil one
// knows of nothing.
type Before struct {
	Round   int
	folder  string
	entries []Entry
	chosen  map[string]choice // unit → what people chose
}

// A choice is what people wrote of the files that they had before them.
type choice struct {
	file  string
	among []string
}

// What became of an entry from one round to the next.
const (
	mended    = "已改"
	unmended  = "未改"
	appeared  = "新出现"
	explained = "已说明"
	changed   = "改动" // the weight of a change that nobody asked for
)

// ReadBefore reads the results of the round before; "" names none. Its error is a
// sentence.
func ReadBefore(folder string) (*Before, error) {
	if folder == "" {
		return nil, nil
	}
	path := filepath.Join(folder, faultsFile)
	kept, err := readKept(path, kindFaults, entryColumns)
	if err != nil {
		return nil, err
	}
	if kept == nil {
		return nil, &disk.Advised{Why: fmt.Sprintf("“%s”里没有“%s”：", folder, faultsFile), AtCommand: "-before 后面写上一轮 collect 写出的文件夹", OnPage: "这里要写上一轮的结果文件夹"}
	}
	b := &Before{Round: 1, folder: folder}
	if m := regexp.MustCompile(`第 (\d{1,3}) 轮`).FindStringSubmatch(kept.Title); m != nil {
		b.Round, _ = strconv.Atoi(m[1])
	}
	for _, e := range entriesIn(kept) {
		if e.Weight != mended && e.Weight != changed {
			e.Review = "" // it was the other round's
			b.entries = append(b.entries, e)
		}
	}
	overview, err := readKept(filepath.Join(folder, statesFile), kindStates, stateColumns)
	if err != nil {
		return nil, err
	}
	b.chosen = map[string]choice{}
	for unit, file := range chosenIn(overview) {
		for _, row := range overview.Lists[0] {
			if row[unitHead] == unit {
				b.chosen[unit] = choice{file, strings.Split(row[filesHead], "\n")}
			}
		}
	}
	return b, nil
}

func (b *Before) of(s *State) []Entry {
	if b == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(b.entries), func(e Entry) bool { return e.Unit != s.Unit.Name })
}

// review says of every entry whether it was there in the round before, and takes
// over what was written to it then.
func (b *Before) review(s *State, entries []Entry) (left []Entry) {
	if b == nil {
		return nil
	}
	was := b.of(s)
	seen := map[string]int{}
	for _, e := range was {
		seen[e.key()]++
	}
	left = carry(entries, was)
	for i := range entries {
		e := &entries[i]
		became := appeared
		if seen[e.key()] > 0 {
			seen[e.key()]--
			became = unmended
			if e.Statement != "" {
				became = explained
			}
		}
		if e.Weight != changed && (e.Review == "" || fate(e.Review)) {
			e.Review = became
		}
	}
	for i := range left {
		if left[i].ofUnit() {
			continue
		}
		left[i].Weight, left[i].Review = mended, mended
		if s.File == nil {
			left[i].Weight, left[i].Review = unseen, ""
		}
	}
	return left
}

// changes are what was changed since the round before that nobody had asked for.
func (b *Before) changes(s *State) []Entry {
	if b == nil || s.File == nil || !s.File.Report.Comparable() {
		return nil
	}
	content, err := os.ReadFile(filepath.Join(b.folder, dataFolder, filing.FileName(s.Unit.Name)+".json"))
	if errors.Is(err, os.ErrNotExist) || err != nil {
		return nil // there was no report then
	}
	then, _ := jsonfile.Decode(content)
	now := s.File.Report
	if !then.Comparable() {
		return nil
	}
	asked := askedFor(b.of(s), now)
	moved := map[string]bool{}
	for _, leaf := range now.Template.Leaves() {
		before, had := then.Numbers[leaf.Path]
		after, has := now.Numbers[leaf.Path]
		moved[leaf.Path] = had && has && before.Text != after.Text
	}
	var out []Entry
	add := func(e Entry) {
		e.Unit, e.File, e.Weight, e.Fix = s.Unit.Name, filepath.Base(s.File.Path), changed, "请说明改动的原因"
		out = append(out, e)
	}
	for _, leaf := range now.Template.Leaves() {
		if !moved[leaf.Path] || asked[leaf.Path] || follows(leaf, moved, now.Template) {
			continue
		}
		before, after := then.Numbers[leaf.Path], now.Numbers[leaf.Path]
		add(Entry{Part: leaf.Table, Row: leaf.Row, Column: leaf.Column, Number: after.Text,
			Problem: fmt.Sprintf("%s %s→%s，第 %d 轮没有提", leaf.Brief(), before.Text, after.Text, b.Round)})
	}
	for _, key := range now.ProseKeys() {
		if plainly(then.Prose[key].Text) != plainly(now.Prose[key].Text) && !asked[key] {
			add(Entry{Part: now.Place(key), Problem: fmt.Sprintf("文字有改动，第 %d 轮没有提", b.Round)})
		}
	}
	return out
}

// follows: the number is a sum of one that was changed.
func follows(leaf templates.Leaf, moved map[string]bool, t *templates.Template) bool {
	for _, e := range t.Totals() {
		if total, _ := e.Total(); total.Path == leaf.Path && slices.ContainsFunc(e.Left, func(l templates.Leaf) bool { return moved[l.Path] }) {
			return true
		}
	}
	return false
}

// askedFor are the paths that entries speak of: their own, those of a sum that
// failed, and those that their words name.
func askedFor(entries []Entry, r *report.Report) map[string]bool {
	asked := map[string]bool{}
	for _, e := range entries {
		for _, key := range r.ProseKeys() {
			asked[key] = asked[key] || r.Place(key) == e.Part
		}
		for _, leaf := range r.Template.Leaves() {
			own := leaf.Table == e.Part && leaf.Row == e.Row && (e.Column == "" || leaf.Column == e.Column)
			asked[leaf.Path] = asked[leaf.Path] || own || strings.Contains(e.Problem, leaf.Brief())
		}
		for _, equation := range r.Template.Equations() {
			total := equation.Right[0]
			if equation.Sum.Code != e.Code || total.Table != e.Part || total.Row != e.Row || total.Column != e.Column {
				continue
			}
			for _, leaf := range slices.Concat(equation.Left, equation.Right) {
				asked[leaf.Path] = true
			}
		}
	}
	return asked
}
