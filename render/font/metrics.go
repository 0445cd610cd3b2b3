package font

// metrics are what a PDF's font descriptor tells (ISO 32000-1, 9.8), in
// thousandths of an em.
type metrics struct {
	ascent, descent, capHeight, stemV, flags int
	bounds                                   [4]int
	weight, embedding                        int // of table OS/2: usWeightClass, fsType
}

// Bits of Flags (ISO 32000-1, table 123).
const (
	FixedPitch   = 1 << 0
	flagSymbolic = 1 << 2
	flagItalic   = 1 << 6
)

func (f *Face) readMetrics(found *tables) metrics {
	units := func(table []byte, at int) int { return f.thousandths(int(int16(bigEndian.Uint16(table[at:])))) }
	result := metrics{ascent: units(f.hhea, 4), descent: units(f.hhea, 6)}
	for i := range result.bounds {
		result.bounds[i] = units(f.head, 36+2*i)
	}

	weight := 400
	if len(found.os2) >= 6 {
		weight = int(bigEndian.Uint16(found.os2[4:]))
	}
	result.weight = weight
	if len(found.os2) >= 10 {
		result.embedding = int(bigEndian.Uint16(found.os2[8:]))
	}
	// No table tells how thick a stem is. This is the estimate that most
	// writers of PDF use; viewers need it only when the face itself is lost.
	result.stemV = 50 + weight*weight/(65*65)

	if len(found.os2) >= 90 && bigEndian.Uint16(found.os2) >= 2 {
		result.capHeight = units(found.os2, 88)
	}
	if result.capHeight <= 0 {
		result.capHeight = result.ascent
	}

	result.flags = flagSymbolic // the glyphs are not those of Adobe's Latin set
	if len(found.post) >= 16 && bigEndian.Uint32(found.post[12:]) != 0 {
		result.flags |= FixedPitch
	}
	if bigEndian.Uint16(f.head[44:])&2 != 0 {
		result.flags |= flagItalic
	}
	return result
}

// thousandths turns units of the face into thousandths of an em, rounded half up.
func (f *Face) thousandths(units int) int {
	doubled, divisor := 2*1000*units+f.unitsPerEm, 2*f.unitsPerEm
	quotient := doubled / divisor
	if doubled%divisor < 0 { // Go rounds towards zero
		quotient--
	}
	return quotient
}

// Ascent is how far the face reaches above the base line (table hhea), in
// thousandths of an em like all that follow.
func (f *Face) Ascent() int { return f.metrics.ascent }

// Descent is how far the face reaches below the base line: negative.
func (f *Face) Descent() int { return f.metrics.descent }

// CapHeight is the height of a capital letter, the ascent where the face does not tell.
func (f *Face) CapHeight() int { return f.metrics.capHeight }

// Bounds is the box round all glyphs: left, bottom, right, top.
func (f *Face) Bounds() [4]int { return f.metrics.bounds }

// StemV is an estimate, from the weight, of how thick an upright stroke is.
func (f *Face) StemV() int { return f.metrics.stemV }

// Flags are the Flags of a PDF's font descriptor.
func (f *Face) Flags() int { return f.metrics.flags }
