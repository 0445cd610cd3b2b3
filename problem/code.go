package problem

import "strings"

// The codes of a Problem. They are part of the program's interface: scripts and
// fixtures hold them, and docs/checks.md explains each. The codes of sums stand in
// the templates.
const (
	CodeSyntax    = "json.syntax"    // no JSON; reading stops here
	CodeTrailing  = "json.trailing"  // something follows the report
	CodeEncoding  = "json.encoding"  // no UTF-8, or half a character
	CodeControl   = "json.control"   // a character that prints nothing
	CodeDuplicate = "json.duplicate" // a key given twice
	CodeUnknown   = "json.unknown"   // a key that the form does not have
	CodeType      = "json.type"      // text for a number, and the like
	CodeDepth     = "json.depth"     // more than maxDepth brackets in brackets
	CodeSize      = "json.size"      // more than MaxSize bytes
	CodeMore      = "json.more"      // more problems than are worth listing

	CodeHeadMissing      = "head.missing"
	CodeHeadEdition      = "head.edition"
	CodeHeadYear         = "head.year"
	CodeHeadDate         = "head.date"
	CodeHeadContact      = "head.contact"
	CodeHeadValue        = "head.value"
	CodeHeadAgency       = "head.agency" // the name holds a year, the report's name, or what no file's name can have
	CodeContactUnprinted = "head.contact_unprinted"
	CodeContactDiffers   = "head.contact_differs" // from what the text prints

	CodeBlank         = "number.blank"
	CodeNegative      = "number.negative"
	CodeFraction      = "number.fraction"
	CodeFormat        = "number.format"
	CodeQuoted        = "number.quoted"
	CodeNotApplicable = "number.not_applicable"
	CodeSlashMixed    = "number.slash_mixed" // / and numbers in one row
	CodeNoUnit        = "number.no_unit"     // an amount that should name its unit

	CodeProseMissing = "prose.missing"
	CodeProseEmpty   = "prose.empty"
	CodeProseTooLong = "prose.too_long"

	CodeProseMismatch = "prose.mismatch" // the prose and a table say different numbers
	CodeProseNear     = "prose.near"     // a number that was not understood differs from a cell by a slip of typing

	CodeFeeMismatch    = "prose.fee"        // two sections say different fees
	CodeIncomplete     = "prose.incomplete" // a matter that the form asks for is not spoken of
	CodeOrder          = "prose.order"
	CodePeriod         = "prose.period"     // not 1 January to 31 December of the year
	CodeOtherYear      = "prose.other_year" // a sentence begins with another year
	CodeEditionYear    = "edition.year"     // the form of other years
	CodeEditionVariant = "edition.variant"
	CodeRulesMaker     = "plausible.rules" // rules by a body that makes none
	CodeAllZero        = "plausible.all_zero"
	CodeEmptyTable     = "plausible.empty_table" // blank_as fills a table in which nothing was typed
	CodeInForce        = "plausible.in_force"    // fewer documents in force than were made and not repealed
	CodeNewlyDisclosed = "plausible.disclosed"   // more newly open than open in all
	CodeChange         = "plausible.change"      // a fall by more than there was
	CodeLeftover       = "leftover.placeholder"  // XX, 待补充
	CodeBookmark       = "leftover.bookmark"
	CodeHalfWidth      = "typing.half_width"
	CodeInnerTitle     = "typing.inner_title"  // <…> in 《》
	CodeHalfBracket    = "typing.half_bracket" // (…〔2021〕30号)
	CodeDoubled        = "typing.doubled"
	CodeUnpaired       = "typing.unpaired"
	CodeYearBracket    = "typing.year_bracket" // [2021] for 〔2021〕
	CodeSpace          = "typing.space"
	CodeLetterDigit    = "typing.letter_digit" // 2O22年, with a letter
	CodeAmount         = "plausible.amount"    // likely in another unit than the column's
	CodeLastFile       = "last_year.file"
	CodeLastCarried    = "last_year.carried_in"
	CodeLastInForce    = "last_year.in_force"
	CodeLastExchanged  = "last_year.exchanged" // two rows or columns hold each other's numbers of last year
	CodeLastTens       = "last_year.tens"      // ten times, or a tenth
	CodeLastScale      = "last_year.scale"     // a hundred times, or a hundredth
	CodeLastSame       = "last_year.same"      // a table as it was
	CodeAlike          = "alike.section"
	CodeAcceptedUnused = "accepted.unused"
	CodeMissingUnits   = "units.missing"     // the report is the sum of units, and some are not in it
	CodePartsSum       = "units.sum"         // a number is no longer the sum of its units'
	CodeLastMissing    = "last_year.missing" // a folder that has no report of last year

	CodeGlyphMissing = "glyph.missing"   // no face has the character
	CodeGlyphShaping = "glyph.shaping"   // the PDF cannot join or turn its letters
	CodeGlyphControl = "glyph.control"   // no face could have it: a control, invisible or private character
	CodeGlyphMore    = "glyph.more"      // how many characters beyond those told cannot be printed
	CodeGlyphRare    = "glyph.rare"      // characters that the usual faces of offices lack
	CodeTooWide      = "number.too_wide" // no size fits the number into one line
	CodeStopped      = "work.stopped"    // the report took longer than its budget
)

// The codes of what was found in another kind of file than JSON.
const (
	CodeImportTitle            = "import.title"       // agency or year could not be read
	CodeImportEdition          = "import.edition"     // the form is of other years, or could not be told
	CodeImportTable            = "import.table"       // a table of the form is missing
	CodeImportMissing          = "import.missing"     // a row or column of the form is missing
	CodeImportRow              = "import.row"         // a row with numbers that is none of the form's
	CodeImportColumn           = "import.column"      // a column that was left out
	CodeImportUnplaced         = "import.unplaced"    // numbers that could not be placed
	CodeImportUnit             = "import.unit"        // amounts in another unit, or in none
	CodeImportNumber           = "import.number"      // what stands in a cell is no number
	CodeImportTwice            = "import.twice"       // two cells for one number
	CodeImportMerged           = "import.merged"      // one cell for two numbers
	CodeImportOrder            = "import.order"       // rows or columns in another order
	CodeImportLabel            = "import.label"       // a label that was taken for one of the form's
	CodeImportDash             = "import.dash"        // - read as blank
	CodeImportSpelling         = "import.spelling"    // full-width digits, thousands separators
	CodeImportOtherTable       = "import.other_table" // a table that is none of the form's
	CodeImportSection          = "import.section"     // a section that was not found
	CodeImportHeading          = "import.heading"     // a heading worded or numbered otherwise
	CodeImportText             = "import.text"        // text that the report has no place for
	CodeImportFurniture        = "import.furniture"   // text of the web page around the report
	CodeImportSignature        = "import.signature"   // signatory or date in doubt
	CodeImportTooMuch          = "import.too_much"    // a file larger than was read
	CodeImportEdited           = "import.edited"      // the visible text is not what the program wrote
	CodeImportTrackedChanges   = "import.tracked_changes"
	CodeImportComments         = "import.comments"
	CodeImportHiddenText       = "import.hidden_text"
	CodeImportHiddenRows       = "import.hidden_rows"
	CodeImportStruckText       = "import.struck_text"
	CodeImportTextBoxes        = "import.text_boxes"
	CodeImportSymbols          = "import.symbols"
	CodeImportFootnotes        = "import.footnotes"
	CodeImportPicture          = "import.picture"
	CodeImportEmbedded         = "import.embedded"
	CodeImportInsertedFile     = "import.inserted_file"
	CodeImportPrompt           = "import.prompt"
	CodeImportAuthor           = "import.author"
	CodeImportOverlappingCells = "import.overlapping_cells"
	CodeImportEncoding         = "import.encoding"
	CodeImportConverted        = "import.converted" // an office program made the file readable
	CodeImportTitleBar         = "import.title_bar"
)

// AgainstLastYear reports whether a code is that of a comparison with the report
// of the year before.
func AgainstLastYear(code string) bool { return strings.HasPrefix(code, "last_year.") }
