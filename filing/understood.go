package filing

import (
	"slices"

	"nianbao/problem"
	"nianbao/reading"
)

// LayReading is Lay for a report that was understood from a Word file or a web
// page. Its problems name places in that file instead of lines, and
// what to do where there is no JSON file.
func LayReading(read *reading.Reading, problems []problem.Problem, o Options) *Paper {
	p := LayReport(read.Report, slices.Concat(read.Problems, problems), o)
	for i := range p.Problems {
		p.Problems[i] = p.Problems[i].ForPaper()
		if at := read.Places[p.Problems[i].Path]; at != "" && p.Problems[i].Place != at {
			p.Problems[i].Place += "（" + at + "）"
		}
	}
	return p
}
