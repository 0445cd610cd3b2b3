package problem

// The codes of a Problem. They are part of the program's interface: scripts and
// fixtures hold them. The codes of sums stand in the templates.
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
	CodeHeadAgency       = "head.agency" // the name holds a year, the report's name, / or :
	CodeContactUnprinted = "head.contact_unprinted"

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
	CodeLeftover       = "leftover.placeholder"  // XX, 待补充
	CodeBookmark       = "leftover.bookmark"
	CodeHalfWidth      = "typing.half_width"
	CodeDoubled        = "typing.doubled"
	CodeUnpaired       = "typing.unpaired"
	CodeYearBracket    = "typing.year_bracket" // [2021] for 〔2021〕
	CodeSpace          = "typing.space"
	CodeLastFile       = "last_year.file"
	CodeLastCarried    = "last_year.carried_in"
	CodeLastInForce    = "last_year.in_force"
	CodeLastScale      = "last_year.scale" // a hundred times, or a hundredth
	CodeAlike          = "alike.section"
	CodeAcceptedUnused = "accepted.unused"
)
