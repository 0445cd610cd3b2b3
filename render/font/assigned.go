package font

import (
	"os"

	"nianbao/render/style"
)

// An Assignment is a file that somebody has named for a role, whatever its face is
// called.
type Assignment struct {
	Role style.Role
	File string
}

// An AssignmentError says that an assigned file cannot be used.
type AssignmentError struct {
	Assignment
	Err error
}

func (e *AssignmentError) Error() string { return "font: " + e.File + ": " + e.Err.Error() }

func (e *AssignmentError) Unwrap() error { return e.Err }

// assign puts the assigned faces before all others of their roles.
func (l *loader) assign(given []Assignment, own [][]*Face) error {
	for _, a := range given {
		face, err := l.assigned(a)
		if err != nil {
			return &AssignmentError{a, err}
		}
		l.files[a.File].used = true
		own[a.Role] = append([]*Face{face}, own[a.Role]...)
	}
	return nil
}

// assigned reads an assigned file; of a collection the first face that serves, one
// that is named for the role before the others.
func (l *loader) assigned(a Assignment) (*Face, error) {
	info, err := os.Stat(a.File)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case !info.Mode().IsRegular(): // to open it may take for ever
		return nil, ErrIrregular
	}
	file, err := os.Open(a.File)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	members, err := readMembers(file, info.Size())
	if err != nil && len(members) == 0 {
		return nil, err
	}
	var first *Face
	var fault error
	for _, m := range members {
		face, err := l.read(candidate{file: a.File, member: m.index, rank: rank{role: a.Role}})
		if err != nil {
			if fault == nil {
				fault = err
			}
			continue
		}
		if r, ok := rankOf(m.families); ok && r.role == a.Role {
			return face, nil
		}
		if first == nil {
			first = face
		}
	}
	if first == nil {
		return nil, fault
	}
	return first, nil
}
