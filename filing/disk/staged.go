package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Staged are the files of one report, whole and on disk under other names.
// Either Commit or Discard must be called.
type Staged struct {
	outputs []Output
	force   bool
}

// Stage does of Write all that takes long, and of many reports may be done at once.
func Stage(outputs []Output, force bool) (*Staged, error) {
	s := &Staged{force: force}
	seen := make([]Output, 0, len(outputs))
	for _, o := range outputs {
		same, err := o.look(force)
		if err != nil {
			return nil, err
		}
		sweepOnce(filepath.Dir(o.place))
		seen = append(seen, o)
		if !same {
			s.outputs = append(s.outputs, o)
		}
	}
	if err := distinct(seen); err != nil {
		return nil, err
	}
	for i := range s.outputs {
		if err := s.outputs[i].stage(); err != nil {
			s.Discard()
			return nil, unwritten(s.outputs[i].Path, err)
		}
	}
	return s, nil
}

// distinct refuses links that lead to where another of the files goes: the last would
// be in the place of both.
func distinct(outputs []Output) error {
	for i, link := range outputs {
		if link.place == link.Path {
			continue
		}
		for j, o := range outputs {
			if i != j && o.old != nil && os.SameFile(link.old, o.old) {
				return fmt.Errorf("不能写“%s”：它是一个链接，和“%s”是同一个文件；请先把链接删去", link.Path, o.Path)
			}
		}
	}
	return nil
}

// Commit puts the files in place; changed says that there were any.
func (s *Staged) Commit() (changed bool, err error) {
	defer s.Discard()
	if err := s.lookAgain(); err != nil {
		return false, err
	}
	if path, err := replace(s.outputs); err != nil {
		return false, unwritten(path, err)
	}
	return len(s.outputs) > 0, nil
}

// lookAgain finds what has come or been changed where the files are to go since they
// were staged: they may wait for a long time for those of another report. What may be
// replaced all the same is staged anew, so that it is the newest that can come back.
func (s *Staged) lookAgain() error {
	var left []Output
	for i := range s.outputs {
		o := &s.outputs[i]
		if !o.isAsSeen() {
			o.discard()
			same, err := o.look(s.force)
			if err != nil {
				return err
			}
			if same {
				continue
			}
			if err := o.stage(); err != nil {
				return unwritten(o.Path, err)
			}
		}
		left = append(left, *o)
	}
	s.outputs = left
	return nil
}

// isAsSeen reports whether what look found where the output goes is there still.
func (o *Output) isAsSeen() bool {
	now, err := os.Lstat(o.place)
	if o.old == nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	return err == nil && os.SameFile(o.old, now) && now.Mode() == o.old.Mode() && now.Size() == o.old.Size() && now.ModTime().Equal(o.old.ModTime())
}

// Discard removes what was not put in place.
func (s *Staged) Discard() {
	for i := range s.outputs {
		s.outputs[i].discard()
	}
}

func (o *Output) discard() {
	discard(o.temp)
	discard(o.backup)
	o.temp, o.backup = "", ""
}

func unwritten(path string, err error) error {
	a := &Advised{Why: fmt.Sprintf("不能写“%s”：%s", path, Reason(err))}
	if isFull(err) {
		a.AtCommand, a.OnPage = "，或者用 -o 写到别的磁盘", "，或者写到别的磁盘"
	}
	if left := strandedIn(err); left != "" {
		a.AtCommand, a.OnPage = a.AtCommand+"。"+left, a.OnPage+"。"+left
	}
	return a
}
