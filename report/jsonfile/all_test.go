package jsonfile_test

import (
	"nianbao/check"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// all are the problems of a file as the program lists them.
func all(src []byte) []problem.Problem {
	r, problems := jsonfile.Decode(src)
	return append(problems, check.Check(r)...)
}
