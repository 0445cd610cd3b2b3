package report

import "strings"

// An Acceptance is a warning that an office lets stand, with its reason. It is
// data for the check: no document carries it.
type Acceptance struct {
	Code, Path, Reason string
	Line               int
}

// Reasoned reports whether a reason is given.
func (a Acceptance) Reasoned() bool { return strings.TrimSpace(a.Reason) != "" }
