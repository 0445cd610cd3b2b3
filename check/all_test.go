package check

import (
	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// all are the problems of a file as the program lists them.
func all(src []byte) []problem.Problem {
	r, problems := jsonfile.Decode(src)
	return append(problems, Check(r)...)
}

var one = decimal.NewFromInt(1)
