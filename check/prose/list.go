package prose

import "strings"

// apart gives out numbers one by one.
const apart = "分别"

// conjunctions stand between the last two things of a list.
var conjunctions = []string{"以及", "和", "及", "与"}

// listed are the contexts of the numbers that 分别 gives out to the things named
// before it, as in 予以公开、不予公开分别为6件、3件, from numbers[first] on. Where
// things and numbers differ in count there are none, and what follows 分别 is
// left alone; first is len(numbers) where nothing does.
func (w *reader) listed(c clause, numbers []numeral) (first int, around []context) {
	at := strings.Index(c.text, apart)
	first = len(numbers)
	for i := len(numbers) - 1; at >= 0 && i >= 0 && numbers[i].start > at; i-- {
		first = i
	}
	if first == len(numbers) {
		return first, nil
	}
	from := 0
	if first > 0 {
		from = numbers[first-1].end
	}
	named := c.text[from:at]
	if trimFillers(named) == "" && from == 0 && len(w.prior) > 1 {
		named = w.prior[len(w.prior)-2]
	}
	n := 1
	for first+n < len(numbers) && isSeparator(c.text[numbers[first+n-1].end:numbers[first+n].start]) {
		n++
	}
	verb := c.text[at+len(apart) : numbers[first].start]
	if label := withoutBe(verb); n == 1 && trimFillers(label) != "" && !strings.Contains(named, "、") {
		return first, []context{{before: label}} // 分别为予以公开45件；不予公开12件
	}
	for _, thing := range things(named, n) {
		around = append(around, context{before: thing + verb})
	}
	return first, around
}

func withoutBe(text string) string {
	for _, word := range []string{"为", "是", "有"} {
		text = strings.TrimPrefix(text, word)
	}
	return text
}

func isSeparator(text string) bool {
	if text == "、" {
		return true
	}
	for _, word := range conjunctions {
		if text == word {
			return true
		}
	}
	return false
}

// things are the n things that a text lists; none if it lists another number.
func things(text string, n int) []string {
	parts := strings.Split(text, "、")
	if len(parts) == n-1 {
		last := parts[len(parts)-1]
		for _, word := range conjunctions {
			if i := strings.LastIndex(last, word); i > 0 {
				parts = append(parts[:len(parts)-1], last[:i], last[i+len(word):])
				break
			}
		}
	}
	if n < 2 || len(parts) != n {
		return nil
	}
	return parts
}
