package prose

import (
	"strings"

	"github.com/shopspring/decimal"
)

// An amount is what a numeral says, in whole units.
type amount struct {
	value decimal.Decimal
	step  decimal.Decimal // how far a rounded number may be off; 0: not at all
	more  bool            // at least value, and less than value and step
}

// amount works a numeral out. Most numerals of a text are never asked for it.
func (n numeral) amount() amount {
	shown, err := decimal.NewFromString(n.digits)
	if err != nil {
		return amount{} // no reader of numerals gives such digits
	}
	a := amount{value: shown.Shift(n.exponent), more: n.more}
	_, decimals, _ := strings.Cut(n.digits, ".")
	switch {
	case n.more:
		a.step = roundStep(shown).Shift(n.exponent)
	case n.exponent > 0 || decimals != "":
		a.step = decimal.New(1, n.exponent-int32(len(decimals)))
	}
	return a
}

// ValueOf is what the one number of a text comes to, as 12000 for 1.2万元; false
// where it has none or several.
func ValueOf(text string) (decimal.Decimal, bool) {
	numbers := numerals(text)
	if len(numbers) != 1 {
		return decimal.Decimal{}, false
	}
	return numbers[0].amount().value, true
}

// roundStep is the unit of a number's last digit that is not 0: 100 for 300,
// 10 for 120, 0.1 for 1.5.
func roundStep(n decimal.Decimal) decimal.Decimal {
	if n.IsZero() {
		return one
	}
	coefficient := n.Coefficient().String()
	trimmed := strings.TrimRight(coefficient, "0")
	return decimal.New(1, n.Exponent()+int32(len(coefficient)-len(trimmed)))
}

var one = decimal.NewFromInt(1)

// agrees reports whether the number may stand for a cell that holds value.
func (a amount) agrees(value decimal.Decimal) bool {
	switch {
	case a.more:
		return value.Cmp(a.value) >= 0 && value.LessThan(a.value.Add(a.step))
	case a.step.IsPositive():
		return value.Sub(a.value).Abs().LessThan(a.step)
	}
	return value.Equal(a.value)
}
