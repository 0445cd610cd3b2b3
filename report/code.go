package report

// The codes of a Problem. They are part of the program's interface: scripts and
// fixtures hold them. The codes of sums stand in the templates.
const (
	codeSyntax    = "json.syntax"    // no JSON; reading stops here
	codeTrailing  = "json.trailing"  // something follows the report
	codeEncoding  = "json.encoding"  // no UTF-8, or half a character
	codeControl   = "json.control"   // a character that prints nothing
	codeDuplicate = "json.duplicate" // a key given twice
	codeUnknown   = "json.unknown"   // a key that the form does not have
	codeType      = "json.type"      // text for a number, and the like
	codeDepth     = "json.depth"     // more than maxDepth brackets in brackets
	codeSize      = "json.size"      // more than MaxSize bytes
	codeMore      = "json.more"      // more problems than are worth listing

	codeHeadMissing      = "head.missing"
	codeHeadEdition      = "head.edition"
	codeHeadYear         = "head.year"
	codeHeadDate         = "head.date"
	codeHeadContact      = "head.contact"
	codeHeadValue        = "head.value"
	codeHeadAgency       = "head.agency" // the name holds a year, the report's name, / or :
	codeContactUnprinted = "head.contact_unprinted"

	codeBlank         = "number.blank"
	codeNegative      = "number.negative"
	codeFraction      = "number.fraction"
	codeFormat        = "number.format"
	codeQuoted        = "number.quoted"
	codeNotApplicable = "number.not_applicable"
	codeSlashMixed    = "number.slash_mixed" // / and numbers in one row
	codeNoUnit        = "number.no_unit"     // an amount that should name its unit

	codeProseMissing = "prose.missing"
	codeProseEmpty   = "prose.empty"
	codeProseTooLong = "prose.too_long"

	codeProseMismatch = "prose.mismatch" // the prose and a table say different numbers

	codeFeeMismatch    = "prose.fee"        // two sections say different fees
	codeIncomplete     = "prose.incomplete" // a matter that the form asks for is not spoken of
	codeOrder          = "prose.order"
	codePeriod         = "prose.period"     // not 1 January to 31 December of the year
	codeOtherYear      = "prose.other_year" // a sentence begins with another year
	codeEditionYear    = "edition.year"     // the form of other years
	codeEditionVariant = "edition.variant"
	codeRulesMaker     = "plausible.rules" // rules by a body that makes none
	codeAllZero        = "plausible.all_zero"
	codeEmptyTable     = "plausible.empty_table" // blank_as fills a table in which nothing was typed
	codeLeftover       = "leftover.placeholder"  // XX, 待补充
	codeBookmark       = "leftover.bookmark"
	codeHalfWidth      = "typing.half_width"
	codeDoubled        = "typing.doubled"
	codeUnpaired       = "typing.unpaired"
	codeYearBracket    = "typing.year_bracket" // [2021] for 〔2021〕
	codeSpace          = "typing.space"
	codeLastFile       = "last_year.file"
	codeLastCarried    = "last_year.carried_in"
	codeLastInForce    = "last_year.in_force"
	codeLastScale      = "last_year.scale" // a hundred times, or a hundredth
	codeAlike          = "alike.section"
	codeAcceptedUnused = "accepted.unused"
)
