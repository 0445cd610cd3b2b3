package prose

import (
	"github.com/shopspring/decimal"

	"nianbao/report"
	"nianbao/templates"
)

// requests is the key of the topic, and of the section, of disclosure on request.
const requests = "requests"

// A reader goes through the prose of a report.
type reader struct {
	r        *report.Report
	heldOnly bool // what is left alone is not listed
	found    []Mention

	section, sentence string
	heading           *templates.Topic // of the last heading, （一）
	item              *templates.Topic // of the last item below it: 1. or 一是
	topic             *templates.Topic // that the talk is of
	ahead             *templates.Topic // that the sentence turns to first; nil once it has
	named             bool             // the sentence names a topic with numbers in the form
	informs           bool             // the talk is of disclosure on request, or a dispute over it
	prior             []string
	stem              string // what stands before the bracket that is being read
	plan              bool
	ownNames          []string                    // of the body that reports
	path              path                        // what the numbers of the sentence inherit
	last              int                         // in found: the number that was held last in the sentence; -1 for none
	lastLeft          int                         // left, then
	lastPart          bool                        // that number is a part of the requests
	left              int                         // how many numbers of the sentence were left alone
	leftUnit          string                      // of the last of them
	sentenceStart     int                         // in found
	standing          []standing                  // what the tables hold, once a number was near it
	spoiled           string                      // why what the sentence before ended with was left alone
	behind            string                      // all that follows the last number of a clause
	parts             map[*templates.Reading]bool // what the sentence counts body by body
	paragraphStart    int                         // in found
}

// headed is the topic that the headings above name.
func (w *reader) headed() *templates.Topic {
	if w.item != nil {
		return w.item
	}
	return w.heading
}

// heldSince reports whether a number was held against the tables since then.
func (w *reader) heldSince(then int) bool {
	for _, m := range w.found[then:] {
		if m.Reason == "" {
			return true
		}
	}
	return false
}

// A path is what a number of a sentence inherits from those before it.
type path struct {
	silent string            // why nothing below is held; "" while all is understood
	kind   string            // what silenced it: one of the reasons for a channel, a list
	counts []decimal.Decimal // the numbers of the level above
	whole  decimal.Decimal   // what 其中 parts
	parted bool              // 其中 stands before
	parts  decimal.Decimal   // what the channels named so far add up to

	doubtful  *doubtful // the whole that 其中 parts, where it was not understood
	partsSeen int       // numbers since 其中
	partsSum  decimal.Decimal
	lastHeld  bool // the number before was held
	wholeHeld bool // what 其中 parts was
}

// A standing is a quantity of the tables with the digits that it comes to.
type standing struct {
	reading  *templates.Reading
	quantity *templates.Quantity
	digits   string
}

// A doubtful number is a whole that was left alone because a word of it was not
// understood. Its parts may bear witness all the same.
type doubtful struct {
	n       numeral
	matches []match
}
