package style

// The front of a book of reports: the cover's title in 小标宋 as a report's, the list
// of contents in 仿宋 without tracking, so that dots stand below dots.
var (
	CoverText    = Type{Role: Kai, Size: 16 * Point, Line: Pitch}
	ContentsText = Type{Role: Fang, Size: 16 * Point, Line: Pitch}
)

const (
	CoverBefore = 5 * Pitch // above the title
	CoverBelow  = 9 * Pitch // above the last line

	// ContentsNumber is what a page's number and the dots before it take at least.
	ContentsNumber = 64 * Point

	CoverName    = "封面"
	ContentsName = "目录"
	ContentsHead = "目　录"
	ContentsLink = "%s，第 %d 页" // what is said of an entry that leads to its report
	LeaderDots   = "."
)
