package style

// A Type is how a kind of text is set. Lines have an exact height, so that
// a page holds the same lines whatever face a machine has.
type Type struct {
	Role     Role
	Size     Length
	Tracking Length
	Line     Length
	Own      bool // its Latin letters and digits come from the role's face
}

// The sizes are those of GB/T 9704-2012: 二号 22 pt, 三号 16, 四号 14, 五号 10.5, 小五 9.
var (
	TitleType  = Type{Role: Title, Size: 22 * Point, Line: 720 * Twip, Own: true}
	Body       = Type{Role: Fang, Size: 16 * Point, Tracking: Tracking, Line: Pitch}
	Footer     = Type{Role: Song, Size: 14 * Point, Line: FooterLine, Own: true}
	DraftMark  = Type{Role: Hei, Size: 16 * Point, Line: HeaderLine}
	TableText  = Type{Role: Song, Size: 10*Point + Point/2, Line: 15 * Point}
	DenseText  = Type{Role: Song, Size: 9*Point + Point/2, Line: 25 * Point / 2}
	SmallestPt = 7 * Point // numbers in a table are never set smaller
)

// HeadingType is the type of a heading: 黑体, 楷体, 仿宋 by level (7.3.3).
func HeadingType(level int) Type {
	t := Body
	switch level {
	case 1:
		t.Role = Hei
	case 2:
		t.Role = Kai
	}
	return t
}

// Table measures.
const (
	CellSide  = 20 * Twip // left and right of a cell's text
	CellInset = 60 * Twip // more of it left of text that does not stand in the middle
	// CellSlack is room that a number's column has to spare, so that no program
	// that rounds otherwise, or counts the rules' width in, breaks the number.
	CellSlack = 24 * Twip
	// CellAir is what it has where there is a size that leaves so much.
	CellAir = 50 * Twip
	// ThinRule and FrameRule are ½ pt and 1 pt.
	ThinRule  = Point / 2
	FrameRule = Point
)

// What stands above and below the lines of a cell: the layout chooses so much for each
// table that the report takes the fewest sheets, in steps.
const (
	LeastPad = 3 * Point / 2
	MostPad  = 9 * Point / 2
	PadStep  = Point / 4
	ListPad  = 3 * Point // in a draft's list

	// RowReserve and TableReserve are what a row and a table may come out higher in
	// another program, which counts the rules' widths in.
	RowReserve   = Point / 2
	TableReserve = 3 * Point / 2
)

// CellType is the type of a table's text.
func CellType(dense bool) Type {
	if dense {
		return DenseText
	}
	return TableText
}

// AfterTable is the air between a table and the heading that follows it on the page.
const AfterTable = Pitch / 2

// BlankProse is the grey box that a draft prints for a text not yet written.
const BlankProse = "　　　　　　　　"

// BlankShade is the colour of that box, and of a cell not filled in.
const BlankShade = "D9D9D9"

// What is heard where a draft prints grey: for a number, and for a text.
const (
	BlankText     = "未填"
	UnwrittenText = "这一部分还没有写"
)

// DraftText marks every page of a draft.
const DraftText = "送审稿"
