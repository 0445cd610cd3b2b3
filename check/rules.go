package check

import (
	"nianbao/check/contact"
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
	contact.Check,
	missingUnits,
	sumOfUnits,
}
