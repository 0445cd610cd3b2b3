package font

// A Share is how many characters of a list a face draws.
type Share struct {
	Face  *Face
	Count int
}

// Shares tells which faces of a chain draw a list of characters: the first face
// first, with 0 where it has none of them, then those that replace it, in the
// chain's order; and how many characters no face has.
func (c Chain) Shares(characters []rune) (shares []Share, missing int) {
	count := map[*Face]int{}
	for _, r := range characters {
		face, _ := c.Find(r)
		count[face]++
	}
	for i, face := range c {
		if i == 0 || count[face] > 0 {
			shares = append(shares, Share{face, count[face]})
		}
	}
	return shares, count[nil]
}
