package main

// nearest is the candidate that a mistyped word most likely means; "" if none
// is near. Of equally near ones it is the first.
func nearest(word string, candidates []string) string {
	best, least := "", 3
	for _, candidate := range candidates {
		distance := edits([]rune(word), []rune(candidate))
		if distance < least && distance*2 <= len([]rune(candidate)) {
			best, least = candidate, distance
		}
	}
	return best
}

// edits is the Levenshtein distance.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
