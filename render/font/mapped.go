package font

import (
	"fmt"
	"slices"

	"nianbao/render/font/mapping"
)

// parseMapped reads a member of a mapped file.
func parseMapped(m *mapping.File, index int) (*Face, error) {
	var face *Face
	err := mapping.Guarded(func() error {
		found, err := readDirectory(m.Data, index)
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
