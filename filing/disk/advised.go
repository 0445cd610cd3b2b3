package disk

import (
	"errors"
	"strings"
)

// An Advised error ends in what to do about it, which is another thing for whoever
// types a command than for whoever has the page before them.
type Advised struct {
	Why       string // a sentence's beginning
	AtCommand string // its end, for a command
	OnPage    string // its end, for a page
	Replaces  bool   // asked to, the program puts its own in the place of what stands there
}

func (a *Advised) Error() string { return a.Why + a.AtCommand }

// OnPage is an error's sentence as a page says it; replaces: asked to, the program
// puts its own in the place of what stands there.
func OnPage(err error) (sentence string, replaces bool) {
	var a *Advised
	if !errors.As(err, &a) {
		return err.Error(), false
	}
	return strings.Replace(err.Error(), a.Error(), a.Why+a.OnPage, 1), a.Replaces
}
