package report

import (
	"slices"
	"strings"
	"unicode"
)

// rules are the checks that are no sums; sums stand in the templates. To add
// one, write a function and list it here. Its findings come after those of the
// tables, in the order of this list.
var rules = []func(*Report) []Problem{
	proseAgainstTables,
	feesAgree,
	emptyTables,
	mixedSlashes,
	amountUnit,
	agencyName,
	rulesMaker,
	allZero,
	editionForYear,
	statedPeriod,
	otherYears,
	sectionCovers,
	problemsAndMeasures,
	processingFee,
	leftovers,
	contactUnprinted,
}

// contactUnprinted: the contact is data and is not printed by itself, so the
// prose should tell readers where to ask.
func contactUnprinted(r *Report) []Problem {
	if r.Contact == nil || r.Contact.Telephone == "" || r.isDoubtful("contact.telephone") {
		return nil
	}
	numbers := strings.Fields(digitsOf(r.Contact.Telephone))
	for _, prose := range r.Prose {
		printed := digitsOf(prose.Text)
		if slices.ContainsFunc(numbers, func(number string) bool { return strings.Contains(printed, number) }) {
			return nil
		}
	}
	return []Problem{{
		Severity: Notice, Code: codeContactUnprinted, Path: "contact.telephone",
		Line: r.line("contact.telephone"), Place: r.place("contact.telephone"),
		Message: "联系电话 " + clip(r.Contact.Telephone) + " 在报告的文字里没有出现，不会印出来",
		Fix:     "要让公众看到，就写进引言（preamble）或正文",
	}}
}

// digitsOf are the digits of a text with spaces between its numbers; what stands within a telephone number, as in （0312）732-1234, is left out.
func digitsOf(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case '０' <= r && r <= '９':
			out.WriteRune(r - '０' + '0')
		case unicode.IsDigit(r):
			out.WriteRune(r)
		case strings.ContainsRune("-－—–()（） +", r):
		default:
			out.WriteByte(' ')
		}
	}
	return out.String()
}
