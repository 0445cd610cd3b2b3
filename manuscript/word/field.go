package word

// A field has an instruction and, from the separator on, the result that is
// shown (ISO/IEC 29500-1, 17.16.18).
type field struct {
	result bool
	unseen int // characters of text in the instruction
}

// maxFields is how many fields may stand in each other; of more, those within
// are taken for text.
const maxFields = 100

func (b *body) fieldMark(kind string) {
	n := len(b.fields)
	switch {
	case kind == "begin":
		if n < maxFields {
			b.fields = append(b.fields, field{})
		}
	case n == 0:
	case kind == "separate":
		b.fields[n-1].result = true
	case kind == "end":
		b.fields = b.fields[:n-1]
	}
}

// inInstruction takes text that stands in the instruction of a field, such as
// the result of a field within.
func (b *body) inInstruction(text string) bool {
	for i := range b.fields {
		if !b.fields[i].result {
			b.fields[i].unseen += len([]rune(bare(text)))
			return true
		}
	}
	return false
}

// endFields ends, with the paragraph, those whose instruction has no end: a
// damaged file must not lose the text that follows.
func (b *body) endFields() {
	for i, f := range b.fields {
		if !f.result {
			b.hidden += f.unseen
			b.fields = b.fields[:i]
			return
		}
	}
}
