package pdf

import "strconv"

// A Conformance is a part of PDF/A (ISO 19005), at level A where the part has
// levels. Every file is PDF/UA as well: PDF/UA-2 with PDF/A-4, else PDF/UA-1.
type Conformance int

const (
	PDFA2a Conformance = iota // ISO 19005-2
	PDFA1a                    // ISO 19005-1, which GB/T 23286.1 adopts for China's archives
	PDFA3a                    // ISO 19005-3: as 2a, and may carry the report's data
	PDFA4                     // ISO 19005-4, on PDF 2.0
)

// Named is the conformance that people call 1a, 2a, 3a or 4.
func Named(name string) (c Conformance, ok bool) {
	for c := PDFA2a; c <= PDFA4; c++ {
		if c.String() == name {
			return c, true
		}
	}
	return 0, false
}

// String is what people call it.
func (c Conformance) String() string {
	if c == PDFA4 {
		return "4"
	}
	return strconv.Itoa(c.part()) + "a"
}

// part is the number of the part of ISO 19005, as the metadata state it.
func (c Conformance) part() int {
	switch c {
	case PDFA1a:
		return 1
	case PDFA3a:
		return 3
	case PDFA4:
		return 4
	}
	return 2
}

// version is the PDF that the part builds on. PDF 1.4 knows no object streams.
func (c Conformance) version() string {
	switch c {
	case PDFA1a:
		return "1.4"
	case PDFA4:
		return "2.0"
	}
	return "1.7"
}

// Limits of ISO 19005-1, 6.1.12, and ISO 19005-2, 6.1.13.
const (
	maxString = 32767 // bytes in a string
	maxArray  = 8191  // PDF/A-1 only: elements in an array
	maxCID    = 65535
)
