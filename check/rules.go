package check

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/problem"
	"nianbao/report"
)

// rules are the checks that are no sums; sums stand in the templates. To add
// one, write a function and list it here. Its findings come after those of the
// tables, in the order of this list.
var rules = []func(*report.Report) []problem.Problem{
	proseAgainstTables,
	feesAgree,
	emptyTables,
	mixedSlashes,
	amountUnit,
	largeAmount,
	agencyName,
	rulesMaker,
	documentsInForce,
	countsOfTheYear,
	allZero,
	editionForYear,
	statedPeriod,
	otherYears,
	sectionCovers,
	problemsAndMeasures,
	processingFee,
	leftovers,
	contactUnprinted,
	missingUnits,
	sumOfUnits,
}

// contactUnprinted: the contact is data and is not printed by itself, so the
// prose should tell readers where to ask.
func contactUnprinted(r *report.Report) []problem.Problem {
	if r.Contact == nil || r.Contact.Telephone == "" || r.Doubtful("contact.telephone") {
		return nil
	}
	numbers := strings.Fields(digitsOf(r.Contact.Telephone))
	for _, prose := range r.Prose {
		printed := digitsOf(prose.Text)
		if slices.ContainsFunc(numbers, func(number string) bool { return strings.Contains(printed, number) }) {
			return nil
		}
	}
	return []problem.Problem{{
		Severity: problem.Notice, Code: problem.CodeContactUnprinted, Path: "contact.telephone",
		Line: r.Line("contact.telephone"), Place: r.Place("contact.telephone"),
		Message: "联系电话 " + problem.Clip(r.Contact.Telephone) + " 在报告的文字里没有出现，不会印出来",
		Fix:     "要让公众看到，就写进引言（preamble）或正文", FixInForm: "要让公众看到，就写进引言或正文",
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
