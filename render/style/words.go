package style

import (
	_ "embed"
	"strings"
	"sync"
	"sync/atomic"

	"nianbao/templates/numeral"
)

// wordList are the 41,256 words of two to four characters that stand 60 times and more
// in the dictionary of jieba (MIT, by way of npm's nodejieba
// 3.5.8, submodules/cppjieba/dict/jieba.dict.utf8), one a line, in the order of their bytes.
//
//go:embed words.txt
var wordList string

// isWord looks a word up where it lies.
func isWord(word string) bool {
	low, high := 0, len(wordList)
	for low < high {
		middle := (low + high) / 2
		start := strings.LastIndexByte(wordList[:middle], '\n') + 1
		end := start + strings.IndexByte(wordList[start:], '\n')
		switch line := wordList[start:end]; {
		case line == word:
			return true
		case line < word:
			low = end + 1
		default:
			high = start
		}
	}
	return false
}

const longestWord = 4

// wordEnds tells behind which characters a word ends: those of the fewest words that
// make the text. Digits and Latin letters that follow one another are one.
func wordEnds(text []rune) []bool {
	const known, single = 2, 3 // what a word and a character that is in none cost
	cost := make([]int, len(text)+1)
	length := make([]int, len(text)+1)
	for i := len(text) - 1; i >= 0; i-- {
		cost[i], length[i] = cost[i+1]+single, 1
		if text[i] < firstHan {
			if LatinScript(text[i]) && text[i] != ' ' && i+1 < len(text) && LatinScript(text[i+1]) {
				cost[i], length[i] = cost[i+1], length[i+1]+1
			}
			continue
		}
		for n := 2; n <= longestWord && i+n <= len(text); n++ {
			if c := cost[i+n] + known; c < cost[i] && isWord(string(text[i:i+n])) {
				cost[i], length[i] = c, n
			}
		}
	}
	ends := make([]bool, len(text)+1)
	for i := 0; i < len(text); i += length[i] {
		ends[i+length[i]] = true
	}
	return ends
}

// Words are a text's words, for who breaks lines between them.
func Words(text string) []string {
	runes := []rune(text)
	ends := wordEnds(runes)
	var words []string
	for from, i := 0, 1; i <= len(runes); i++ {
		if ends[i] && (i == len(runes) || !NeverFirst(runes[i]) && !NeverLast(runes[i-1])) {
			words = append(words, string(runes[from:i]))
			from = i
		}
	}
	return words
}

// LabelLines breaks a label that stands in the middle of its cell and takes several lines
// where its sense does: behind its numeral (三、 or （三）), then between words, into the
// fewest lines and of those the most even. nil: it takes one line, or a word is wider
// than the cell's room; then it breaks as it falls.
func LabelLines(label string, room, size Length) []string {
	asked := labelAsked{label, room, size}
	if lines, ok := labelsKnown.Load(asked); ok {
		return lines.([]string)
	}
	lines := labelLines(label, room, size)
	if len(label) <= longestLabelKept && labelsKept.Add(1) <= mostLabelsKept {
		labelsKnown.Store(asked, lines)
	}
	return lines
}

// The labels of the forms are the same few in every report, and are asked for by each.
var (
	labelsKnown sync.Map
	labelsKept  atomic.Int32
)

const (
	mostLabelsKept   = 2000
	longestLabelKept = 200 // bytes
)

type labelAsked struct {
	label      string
	room, size Length
}

func labelLines(label string, room, size Length) []string {
	text := []rune(label)
	em := int(room*1000/size) - 50 // some room for programs that round otherwise
	if Width(label) <= em {
		return nil
	}
	var lines []string
	if n := numeralLength(text); n > 0 && n < len(text) {
		lines, text = append(lines, string(text[:n])), text[n:]
	}
	rest := fewestLines(text, em)
	if rest == nil {
		return nil
	}
	return append(lines, rest...)
}

// numeralLength is how long the 三、 or （三） is that a label begins with.
func numeralLength(text []rune) int {
	i := 0
	opened := len(text) > 0 && text[0] == '（'
	if opened {
		i++
	}
	from := i
	for i < len(text) && strings.ContainsRune(numeral.Counting, text[i]) {
		i++
	}
	if i == from || i == len(text) || opened != (text[i] == '）') || !opened && text[i] != '、' {
		return 0
	}
	return i + 1
}

// fewestLines cuts text between words into the fewest lines of a room in thousandths of
// an em, and of those into the most even; nil where a word does not fit.
func fewestLines(text []rune, room int) []string {
	ends := wordEnds(text)
	type best struct{ lines, ragged, next int }
	found := make([]best, len(text)+1)
	for i := len(text) - 1; i >= 0; i-- {
		found[i].lines = -1
		width := 0
		for j := i + 1; j <= len(text); j++ {
			if width += Advance(text[j-1]); width > room {
				break
			}
			if !ends[j] || j < len(text) && (found[j].lines < 0 || NeverFirst(text[j]) || NeverLast(text[j-1])) {
				continue
			}
			slack := (room - width) / 100
			b := best{found[j].lines + 1, found[j].ragged + slack*slack, j}
			if at := found[i]; at.lines < 0 || b.lines < at.lines || b.lines == at.lines && b.ragged <= at.ragged {
				found[i] = b
			}
		}
	}
	if len(text) > 0 && found[0].lines < 0 {
		return nil
	}
	var lines []string
	for i := 0; i < len(text); i = found[i].next {
		lines = append(lines, string(text[i:found[i].next]))
	}
	return lines
}
