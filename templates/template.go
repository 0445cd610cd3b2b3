// Package templates holds the editions of the national report form, one JSON
// file each. Every label, column, row and sum of the form stands there and
// nowhere else: a new edition is a new file, and a province's variant one that
// names its base and says in edits what it has otherwise.
package templates

// A Template is one edition of the form (格式), e.g. 2021.json.
type Template struct {
	Edition   string              `json:"edition"`             // the name a report asks for it by
	Base      string              `json:"base,omitempty"`      // the edition that Edits are of; what the file does not say is as there
	Edits     []Edit              `json:"edits,omitempty"`     // none once they are made
	Source    string              `json:"source"`              // 文号 of the notice that fixes it
	FirstYear int                 `json:"first_year"`          // the first report year it is meant for
	LastYear  int                 `json:"last_year,omitempty"` // the last one; 0 while it is in force
	Offer     Offer               `json:"offer,omitempty"`     // to whom; by year, or, of one with a base, by name
	Title     string              `json:"title"`               // what follows agency and year in the report's title
	Preamble  string              `json:"preamble"`            // how people call the text before section one
	Also      map[string][]string `json:"also,omitempty"`      // a label, and other words that offices write for it in their own files
	Sections  []Section           `json:"sections"`
	Synonyms  []Synonyms          `json:"synonyms,omitempty"` // for the phrases; see pattern.go
	Topics    []Topic             `json:"topics,omitempty"`   // what the prose speaks of; see topic.go

	// What follows is worked out from the sections once, at load.
	family    string
	leaves    []Leaf
	byPath    map[string]int     // into leaves
	bounds    map[string][]Bound // by path
	equations []Equation
	totals    []Equation
	tree      *Node
	words     topicWords
	known     func() *Lexicon
	spelled   map[string][]string // the words of a pattern's place, by what is written there
}

// A Section is a heading with prose below it, or a table.
type Section struct {
	Key     string  `json:"key"`
	Heading string  `json:"heading"`
	Table   *Table  `json:"table,omitempty"`  // nil: the section is prose
	Covers  []Cover `json:"covers,omitempty"` // what its prose has to speak of, in this order
}

// A Cover is a matter that a section has to speak of, and words that show it does.
type Cover struct {
	Name       string   `json:"name"`
	Words      []string `json:"words"`
	Government bool     `json:"government,omitempty"` // asked of people's governments alone
}

// A Table is a section's table: parts that stand one below the other on one grid.
// Widths are in twips (1/1440 inch) and add up to TextWidth.
type Table struct {
	Name         string `json:"name"`          // how people call it: 表二
	LabelWidths  []int  `json:"label_widths"`  // the columns that hold row labels; none in table four
	NumberWidths []int  `json:"number_widths"` // the grid's other columns
	LabelAlign   string `json:"label_align"`   // left or center, for the last label of a row
	NumberAlign  string `json:"number_align"`
	Dense        bool   `json:"dense,omitempty"` // set small, so that it fits one page
	Parts        []Part `json:"parts"`
}

// A Part is a block of a table with columns of its own. Labels are paths: equal
// neighbours print as one merged cell, the last label of a row fills the label
// columns that remain, the last label of a column reaches down to the numbers.
// Where a part has fewer columns than the grid, they share it evenly.
type Part struct {
	Caption string   `json:"caption,omitempty"` // a row of its own above the part
	Shade   string   `json:"shade,omitempty"`   // the caption's ground, RRGGBB
	Corner  string   `json:"corner,omitempty"`  // what stands above the row labels
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
	Sums    []Sum    `json:"sums,omitempty"`
	Phrases []Phrase `json:"phrases,omitempty"` // how the prose speaks of the part's numbers
}

// A Column holds the numbers of one heading.
type Column struct {
	Key   string   `json:"key"` // dotted; "" where a row has a single number
	Label []string `json:"label"`
	Short string   `json:"short,omitempty"` // what messages say for the last label, where it is long
	Kind  Kind     `json:"kind,omitempty"`  // "": Count

	Bounds []Bound `json:"bounds,omitempty"` // above which a number of the column is likely one in another unit
}

// A Row holds the numbers of one line.
type Row struct {
	Key   string   `json:"key"` // dotted; "" where the part has a single row
	Label []string `json:"label"`
	Short string   `json:"short,omitempty"` // as for a column
}

// A Kind says what a number may look like.
type Kind string

const (
	Count        Kind = ""              // a whole number, 0 or more
	Change       Kind = "change"        // a whole number that may be negative or carry a plus
	Amount       Kind = "amount"        // a decimal, 0 or more, in the unit of the column's label
	StatedAmount Kind = "stated_amount" // a decimal that may name its own unit: 251000元
)

// A Sum says that two sets of numbers add up to the same: along every row of
// its part (Over "columns") or down every column (Over "rows").
// A Sum with one key on the right can be computed when that number is left out.
type Sum struct {
	Code  string   `json:"code"` // stable, for machines
	Over  string   `json:"over"` // what the keys name: "rows" or "columns"
	Left  []string `json:"left"`
	Right []string `json:"right"`
	Say   string   `json:"say"` // the sentence for people when it fails
}

// Path is the place of a number in a report: section, row and column joined by
// dots, empty keys left out.
func Path(section Section, row Row, column Column) string {
	var room [128]byte
	return string(appendPath(room[:0], section, row.Key, column.Key))
}

func appendPath(path []byte, section Section, keys ...string) []byte {
	path = append(path, section.Key...)
	for _, key := range keys {
		if key != "" {
			path = append(append(path, '.'), key...)
		}
	}
	return path
}
