package document

// What a page of an official document holds (GB/T 9704-2012, 5.2.3).
const (
	LinesOfPage      = 22
	CharactersOfLine = 28
)
