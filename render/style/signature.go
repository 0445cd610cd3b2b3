package style

// A SignaturePlace is how far signatory and date end before the right margin.
type SignaturePlace struct {
	Signatory, Date Length
}

// PlaceSignature follows GB/T 9704-2012. Sealed (7.3.5.1): the date ends four
// characters from the margin and the signatory is centred over it. Without a
// seal (7.3.5.2): the signatory ends two characters from the margin and the
// date begins two characters right of it; a date that would then come nearer
// to the margin than two characters stays there, and the signatory moves left.
func PlaceSignature(signatory, date string, sealed bool) SignaturePlace {
	character := Body.Size + Body.Tracking
	// A name longer than a line takes several and fills the first.
	name, day := min(lineWidth(signatory), TextWidth), lineWidth(date)
	if sealed {
		place := SignaturePlace{Date: 4 * character}
		place.Signatory = place.Date + (day-name)/2
		if place.Signatory < 0 {
			// A name wider than that reaches the margin and the date stays centred under it.
			place.Date -= place.Signatory
			place.Signatory = 0
		}
		return place
	}
	place := SignaturePlace{Signatory: 2 * character, Date: name - day}
	if name+2*character > TextWidth {
		place.Date = 2 * character
		return place
	}
	if date != "" && place.Date < 2*character {
		place.Signatory += 2*character - place.Date
		place.Date = 2 * character
	}
	return place
}

// SignatureGap is what stands between the text and the signature: one line, and
// one more where a seal has to find room under the text.
func SignatureGap(sealed bool) Length {
	if sealed {
		return 2 * Pitch
	}
	return Pitch
}

// lineWidth is the width of a line of the body's type as Word sets it, less the
// spacing behind its last letter.
func lineWidth(text string) Length {
	width := Length(Width(text)) * Body.Size / 1000
	runes := []rune(text)
	latin := InLatinFace(runes)
	for i := range runes[:max(0, len(runes)-1)] {
		width += Body.Tracking + Word.AutoSpace(runes[i], runes[i+1], latin[i], latin[i+1], Body.Size)
	}
	return width
}
