package problem

// A Subject is what one of several problems with the same code and path is about.
// An office that lets this one stand has said nothing of the others, nor of what
// stands here once it is changed.
type Subject struct {
	Quote  string `json:"quote,omitempty"`  // the sentence, or the words
	Number string `json:"number,omitempty"` // the number in it, or that of the cell
	Cell   string `json:"cell,omitempty"`   // what it was held against, with its numbers
}

// Fits reports whether what is given of a subject is so of another one.
func (s Subject) Fits(other Subject) bool {
	return (s.Quote == "" || s.Quote == other.Quote) && (s.Number == "" || s.Number == other.Number) && (s.Cell == "" || s.Cell == other.Cell)
}
