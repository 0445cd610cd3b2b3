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
	codeContactUnprinted = "head.contact_unprinted"

	codeBlank         = "number.blank"
	codeNegative      = "number.negative"
	codeFraction      = "number.fraction"
	codeFormat        = "number.format"
	codeQuoted        = "number.quoted"
	codeNotApplicable = "number.not_applicable"

	codeProseMissing = "prose.missing"
	codeProseEmpty   = "prose.empty"

	codeProseMismatch = "prose.mismatch" // the prose and a table say different numbers
)
