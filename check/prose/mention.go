// Package prose reads the prose of a report: which numbers stand in it, and
// which cells of the tables each of them speaks of.
package prose

import (
	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/templates"
)

// A Mention is a number of the prose, or a statement of none, and what it was
// held against.
type Mention struct {
	Section  string // key of the prose it stands in
	Line     int
	Sentence string
	Text     string // 7件; 未收到…
	Reason   string // why it was left alone; "" where it was held against the tables
	Means    []Meaning
	Agrees   bool     // with one of Means
	Near     *Meaning // of one that was left alone: what it differs from by a slip of typing

	number numeral
	amount amount
}

// A Meaning is a quantity of the tables that a mention may be.
type Meaning struct {
	templates.Quantity
	Value decimal.Decimal
	Shown string // as the table has it, for a single cell; else the sum
}

// Verdict is what became of a mention, for people.
func (m Mention) Verdict() string {
	if m.Reason != "" {
		return "没有核对：" + m.Reason
	}
	for _, meaning := range m.Means {
		if m.Agrees && m.Holds(meaning) {
			return "相符：" + meaning.Name() + " " + meaning.Shown
		}
	}
	return "不符：" + m.Means[0].Name() + " " + m.Means[0].Shown
}

// Exact reports whether the number is not rounded: 300, not 300余.
func (m Mention) Exact() bool { return m.amount.step.IsZero() }

// Holds reports whether the number may stand for a meaning.
func (m Mention) Holds(meaning Meaning) bool {
	value := meaning.Value
	if meaning.Leaves[0].Kind == templates.Amount {
		value = value.Shift(4) // the column is in 万元, the number read in 元
	}
	return m.amount.agrees(value)
}

// Why a number is left alone.
const (
	reasonNoUnit  = "后面没有件、项一类的单位，不是件数"
	reasonTopic   = "没有说到表格里的数量"
	reasonPhrase  = "表格里没有说这件事的格"
	reasonYear    = "说的是别的年份"
	reasonGrowth  = "说的是增减"
	reasonPlan    = "说的是打算"
	reasonBody    = "说的是其中一个单位"
	reasonChannel = "是按渠道分的数"
	reasonVague   = "是约数"
	reasonList    = "“分别”后面的数不逐个对应"
	reasonOther   = "说的是别的事"
	reasonDispute = "没有说是政府信息公开引起的"
	reasonBlank   = "对应的格没有可靠的数"
	reasonPieces  = "前面说的是信息的条数"
	reasonBeside  = "和它后面的数并列，不是全部"
	reasonPart    = "那一格比这句话里的总数还大，说的不是它"
	reasonPowers  = "前面说的是事项、清单"
	reasonRange   = "是范围"
	reasonMonths  = "说的是一年里的几个月"
)

// notRead is the reason of a number beside a word that is not understood.
func notRead(word string) string { return "“" + problem.Clip(word) + "”没有读懂" }
