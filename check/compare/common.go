package compare

import "slices"

// A run is a stretch that two sequences have in common.
type run struct{ a, b, length int }

// common finds what two sequences have in common, in order, as long as
// possible. Where more than so many words would have to go and come, only the
// beginning and the end are compared: that bounds time and memory to its square.
func common(a, b []string, mostEdits int) []run {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var runs []run
	if head > 0 {
		runs = append(runs, run{0, 0, head})
	}
	for _, r := range commonInside(a[head:len(a)-tail], b[head:len(b)-tail], mostEdits) {
		runs = append(runs, run{r.a + head, r.b + head, r.length})
	}
	if tail > 0 {
		runs = append(runs, run{len(a) - tail, len(b) - tail, tail})
	}
	return runs
}

// commonInside is common without a look at both ends (Myers, An O(ND)
// Difference Algorithm, 1986): by number of edits, how far into a each diagonal
// gets, where diagonal d is the positions i in a and i-d in b.
func commonInside(a, b []string, mostEdits int) []run {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	var reached [][]int32 // [edits][diagonal + edits]
	for edits := 0; edits <= min(len(a)+len(b), mostEdits); edits++ {
		row := make([]int32, 2*edits+1)
		reached = append(reached, row)
		for d := -edits; d <= edits; d += 2 {
			i := 0
			if edits > 0 {
				i, _ = step(reached[edits-1], edits, d)
			}
			for i < len(a) && i-d < len(b) && a[i] == b[i-d] {
				i++
			}
			row[d+edits] = int32(i)
			if i >= len(a) && i-d >= len(b) {
				return wayBack(reached, len(a), len(b))
			}
		}
	}
	return nil
}

// step is where a diagonal begins with one edit more, and the diagonal that it
// comes from: the one above, where a word of b comes in, or the one below, where
// a word of a goes.
func step(before []int32, edits, d int) (i, from int) {
	above := func() int { return int(before[d+1+edits-1]) }
	below := func() int { return int(before[d-1+edits-1]) }
	if d == -edits || d != edits && below() < above() {
		return above(), d + 1
	}
	return below() + 1, d - 1
}

// wayBack collects the stretches in common from the end of both.
func wayBack(reached [][]int32, i, j int) []run {
	var runs []run
	for edits := len(reached) - 1; edits >= 0; edits-- {
		d := i - j
		begin, from := 0, 0
		if edits > 0 {
			begin, from = step(reached[edits-1], edits, d)
		}
		if i > begin {
			runs = append(runs, run{begin, begin - d, i - begin})
		}
		if edits > 0 {
			i = int(reached[edits-1][from+edits-1])
			j = i - from
		}
	}
	slices.Reverse(runs)
	return runs
}
