package check

import "strings"

// crosses is where x's stand in place of something: XX局, 0312-732XXXX,
// www.xx.gov.cn, one place in each word or address. In the letters of a word or an address, such as
// xxgk or zfxxgk@126.com, they stand for nothing (信息公开 begins with two).
func crosses(text string) (places []int) {
	for at := 0; at < len(text); {
		if !inAddress(text[at]) {
			at++
			continue
		}
		end := at
		for end < len(text) && inAddress(text[end]) {
			end++
		}
		if standsIn(strings.ToLower(text[at:end])) {
			places = append(places, at+strings.Index(strings.ToLower(text[at:end]), "xx"))
		}
		at = end
	}
	return places
}

// inAddress: the character may stand in a word, a number or an address.
func inAddress(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("./@:-_~%?&=#+", c) >= 0
}

// standsIn: x's stand in place of something in a word, a number or an address.
func standsIn(word string) bool {
	if !strings.Contains(word, "xx") {
		return false
	}
	_, rest, web := strings.Cut(word, "://")
	if !web {
		rest = word
	}
	host, _, path := strings.Cut(rest, "/")
	name, domain, mail := strings.Cut(host, "@")
	if !mail {
		name, domain = "", host
	}
	if web || mail || path || strings.Count(domain, ".") > 1 { // else it may be a number: XX.5
		for label := range strings.SplitSeq(domain+"."+name, ".") {
			if isCrosses(label) {
				return true
			}
		}
		return false
	}
	return strings.Trim(word, "x0123456789.:-_") == ""
}

func isCrosses(label string) bool { return len(label) > 1 && strings.Trim(label, "x") == "" }
