package pdf

// A Conformance is a part of PDF/A (ISO 19005), at level A. Every file is
// PDF/UA-1 as well.
type Conformance int

const (
	PDFA2a Conformance = iota // ISO 19005-2
	PDFA1a                    // ISO 19005-1, which GB/T 23286.1 adopts for China's archives
	PDFA3a                    // ISO 19005-3: as 2a, and may carry the report's data
)

// Named is the conformance that people call 1a, 2a or 3a.
func Named(name string) (c Conformance, ok bool) {
	switch name {
	case "1a":
		return PDFA1a, true
	case "2a":
		return PDFA2a, true
	case "3a":
		return PDFA3a, true
	}
	return 0, false
}

// part is the number of the part of ISO 19005, as the metadata states it.
func (c Conformance) part() int {
	switch c {
	case PDFA1a:
		return 1
	case PDFA3a:
		return 3
	}
	return 2
}

// version is the PDF that the part builds on. PDF 1.4 knows no object streams.
func (c Conformance) version() string {
	if c == PDFA1a {
		return "1.4"
	}
	return "1.7"
}

// Limits of ISO 19005-1, 6.1.12, and ISO 19005-2, 6.1.13.
const (
	maxString = 32767 // bytes in a string
	maxArray  = 8191  // PDF/A-1 only: elements in an array
	maxCID    = 65535
)
