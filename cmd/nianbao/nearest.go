package main

import "nianbao/report/jsonfile"

// nearest is the candidate that a mistyped word most likely means; "" if none
// is near. Of equally near ones it is the first.
func nearest(word string, candidates []string) string {
	best, least := "", 3
	for _, candidate := range candidates {
		distance := jsonfile.Distance(word, candidate)
		if distance < least && distance*2 <= len(candidate) {
			best, least = candidate, distance
		}
	}
	return best
}
