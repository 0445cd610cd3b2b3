package font

import (
	"fmt"
	"os"
	"runtime/debug"
	"slices"
)

// A mappedFile is a file that the system lays into memory and reads, page by
// page, where it is touched. Of a face of 15 MB a report touches some hundred KB.
//
// What a mapping shows is the file. Should somebody cut it short meanwhile, or
// pull out the memory stick, touching it is a fault that would end the
// program. Hence a face keeps copies of all tables but the outlines, and the
// places that touch the mapping, Parse, Subset and Outline, are guarded.
type mappedFile struct {
	data  []byte
	close func()
}

// largestFile bounds what is laid into memory; the largest collections have some 200 MB.
const largestFile = 1 << 30

func openMapped(path string) (*mappedFile, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // the mapping outlives it
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() == 0 || info.Size() > largestFile:
		return nil, fmt.Errorf("a file of %d bytes is no face", info.Size())
	}
	return mapFile(file, int(info.Size()))
}

// parse reads a member of the mapped file.
func (m *mappedFile) parse(index int) (*Face, error) {
	var face *Face
	err := guarded(func() error {
		found, err := readDirectory(m.data, index)
		if err == nil {
			err = found.copySmall()
		}
		if err == nil {
			face, err = found.face()
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	face.mapped = true
	return face, nil
}

// copySmall copies all tables but the outlines out of the file.
func (t *tables) copySmall() error {
	const most = 8 << 20 // 65,535 glyphs, as many as there can be, take 256 KB of advances and 768 KB of cmap
	for _, table := range []*[]byte{&t.head, &t.hhea, &t.maxp, &t.hmtx, &t.loca, &t.cmap, &t.name, &t.os2, &t.post} {
		if table == &t.post {
			*table = (*table)[:min(len(*table), 32)] // names of glyphs follow
		}
		if len(*table) > most {
			return fmt.Errorf("a table of %d bytes is larger than any face's", len(*table))
		}
		*table = slices.Clone(*table)
	}
	return nil
}

// guarded turns the fault of touching a mapping whose file is gone into an error.
func guarded(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		problem := recover()
		if _, isFault := problem.(interface{ Addr() uintptr }); isFault {
			err = ErrChanged
		} else if problem != nil {
			panic(problem)
		}
	}()
	return work()
}
