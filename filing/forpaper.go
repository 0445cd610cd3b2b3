package filing

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nianbao/problem"
)

// mostPlaces is how many places of a broken file are named.
const mostPlaces = 5

// keyInBrackets is the name that the file has for a place, after people's own.
var keyInBrackets = regexp.MustCompile(`（[a-z_.]+）`)

// forPaper are problems in words for people who have the paper alone: places without
// their keys, and one line for all that is wrong with the file as such, whose repair is
// nobody's matter who reads paper.
func forPaper(problems []problem.Problem) []problem.Problem {
	told := make([]problem.Problem, 0, len(problems))
	broken, at := 0, -1
	var places []string
	for _, p := range problems {
		p.Place = keyInBrackets.ReplaceAllString(p.Place, "")
		p.Message = strings.ReplaceAll(p.Message, "↵", "〔换行〕")
		if !strings.HasPrefix(p.Code, "json.") {
			told = append(told, p)
			continue
		}
		if broken++; at < 0 {
			at = len(told)
			told = append(told, p)
		}
		if p.Place != "" && !slices.Contains(places, p.Place) {
			places = append(places, p.Place)
		}
	}
	if at < 0 {
		return told
	}
	one := &told[at]
	one.Path, one.Place = "", "数据文件"
	one.Message = fmt.Sprintf("数据文件本身有 %d 处错误，有的内容可能没有读出来", broken)
	if n := len(places); n > 0 {
		one.Message += "：" + strings.Join(places[:min(n, mostPlaces)], "、")
		if n > mostPlaces {
			one.Message += "等"
		}
	}
	return told
}
