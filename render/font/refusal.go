package font

import (
	"errors"

	"nianbao/render/font/charmap"
	"nianbao/render/font/mapping"
	"nianbao/render/style"
)

// Why a face that can be read is not used. Errors of Parse and System wrap
// these, so that people can be told in their own words; every other error means
// that the file is damaged or cannot be opened.
var (
	ErrPostScript   = errors.New("the face has PostScript outlines (CFF); only TrueType outlines can be cut")
	ErrVariable     = errors.New("the face is variable (table fvar), and which weight it would print with is open")
	ErrLicence      = errors.New("the licence of the face forbids embedding")
	ErrNoCharacters = charmap.ErrNone
	ErrFolder       = errors.New("a folder is no face")
	ErrIrregular    = errors.New("a pipe, a device or a socket is no face")
	ErrChanged      = mapping.ErrChanged
)

// A GlyphError says that a face which is in use turned out to be damaged.
type GlyphError struct {
	Face *Face
	Err  error
}

func (e *GlyphError) Error() string { return "font " + e.Face.name + ": " + e.Err.Error() }

func (e *GlyphError) Unwrap() error { return e.Err }

// Official reports whether the face was found by an official name.
func (r Refusal) Official() bool { return r.Role != supplement }

// A Refusal is a face that was found and is not used.
type Refusal struct {
	File      string
	Family    string // the official name that it was found by, or its own; "" where the file is no readable face
	Role      style.Role
	Preferred bool // it would have been the first face of its role
	Err       error
}
