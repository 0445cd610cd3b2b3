package report

import (
	"strings"

	"nianbao/problem"
)

// An Acceptance is a warning that an office lets stand, with its reason. It is
// data for the check: no document carries it. What of its subject is left empty
// may be anything.
type Acceptance struct {
	Code, Path, Reason string
	problem.Subject
	Line int
}

// Reasoned reports whether a reason is given.
func (a Acceptance) Reasoned() bool { return strings.TrimSpace(a.Reason) != "" }
