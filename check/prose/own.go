package prose

import (
	"strings"
	"unicode/utf8"

	"nianbao/templates"
)

// ownNameAt is the length of a name of the body that reports which a text begins
// with: 我局, 本机关, 区民政局 of 清河区民政局; 0 where it begins with none, or the
// tables hold the numbers of more than that body.
func (w *reader) ownNameAt(text string) int {
	words := templates.ProseWords()
	for _, mark := range words.OwnMarks {
		rest, ok := strings.CutPrefix(text, mark)
		if !ok {
			continue
		}
		longest := 0
		for _, body := range words.OwnBodies {
			if strings.HasPrefix(rest, body) && len(body) > longest {
				longest = len(body)
			}
		}
		if longest > 0 {
			if w.holdsMore() {
				return 0
			}
			return len(mark) + longest
		}
	}
	if !w.holdsMore() {
		for _, own := range []string{"局本级", "委本级", "厅本级", "机关本级", "区本级", "县本级", "市本级", "镇本级", "本级"} {
			if strings.HasPrefix(text, own) {
				return len(own)
			}
		}
	}
	best := 0
	for _, name := range w.ownNames {
		if strings.HasPrefix(text, name) && len(name) > best {
			best = len(name)
		}
	}
	if best == 0 {
		best = w.shortNameAt(text)
	}
	if best > 0 && !w.holdsMore() && strings.HasPrefix(text[best:], "机关") {
		best += len("机关")
	}
	if best == 0 {
		return w.placedNameAt(text)
	}
	return best
}

// placedNameAt is the length of the agency's name with the place before it that the
// report's head leaves out: 西安市新城区司法局 of 新城区司法局.
func (w *reader) placedNameAt(text string) int {
	at := strings.Index(text, w.r.Agency)
	if w.r.Agency == "" || at <= 0 || at > len("新疆维吾尔自治区") {
		return 0
	}
	for _, rank := range []string{"省", "市", "州", "盟", "自治区", "县", "区", "旗"} {
		if name, ok := strings.CutSuffix(text[:at], rank); ok && len(name) >= len("西安") {
			return at + len(w.r.Agency)
		}
	}
	return 0
}

// shortNameAt is the length of a short form of the agency's name that a text
// begins with, three characters or more: 市场监管局 of 清河区市场监督管理局.
func (w *reader) shortNameAt(text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune(w.r.Agency, first) || w.r.Scope == "whole" && !isPlace(w.r.Agency) {
		return 0
	}
	longest, count := 0, 0
	rest := strings.TrimSuffix(w.r.Agency, "人民政府")
	for i, c := range text {
		at := strings.IndexRune(rest, c)
		if at < 0 {
			break
		}
		rest = rest[at+utf8.RuneLen(c):]
		if count++; count >= 3 && rest == "" {
			longest = i + utf8.RuneLen(c)
			break
		}
	}
	return longest
}

// holdsMore: the tables hold more than the numbers of the body that reports, or may.
func (w *reader) holdsMore() bool {
	return w.r.Scope == "whole" || w.r.Scope == "" && isPlace(w.r.Agency)
}

// isPlace: the agency is a county or larger, whose report mostly takes in all its offices.
func isPlace(agency string) bool {
	agency = strings.TrimSuffix(agency, "人民政府")
	for _, end := range []string{"省", "市", "县", "区", "州", "旗", "盟"} {
		if strings.HasSuffix(agency, end) {
			return true
		}
	}
	return false
}

// ownNames are the ways in which a report names the body that it is of.
func ownNames(agency, scope string) []string {
	if agency == "" {
		return nil
	}
	place := strings.TrimSuffix(agency, "人民政府")
	names := []string{agency}
	if isPlace(agency) {
		names = append(names, place)
		if scope == "own" {
			names = append(names, place+"人民政府", place+"政府", "市政府", "县政府", "区政府", "市人民政府", "县人民政府", "区人民政府", "省政府", "省人民政府",
				"市府办", "县府办", "区府办", "市政府办", "县政府办", "区政府办", "市政府办公室", "县政府办公室", "区政府办公室", "市政府办公厅", "省政府办公厅")
		}
		return names
	}
	if scope == "whole" {
		return names
	}
	if strings.Contains(agency, "政府办公") { // a government's own numbers are those of its office
		for _, rank := range []string{"省", "市", "县", "区", "州", "旗", ""} {
			names = append(names, rank+"政府", rank+"人民政府", rank+"政府办", rank+"政府机关", rank+"政府办公室", rank+"政府办公厅", rank+"府办", rank+"人民政府办公室", rank+"人民政府办公厅")
		}
	}
	base := strings.TrimSuffix(strings.TrimSuffix(place, "办事处"), "办公室")
	// What stands behind the last place in the name, with and without its rank.
	short := base
	for _, rank := range []string{"省", "市", "县", "区", "州", "旗"} {
		if i := strings.LastIndex(place, rank); i > 0 && i+len(rank) < len(place) {
			names = append(names, place[i:], place[i+len(rank):])
			if at := i + len(rank); at < len(base) && len(base)-at < len(short) {
				short = base[at:]
			}
		}
	}
	for _, kind := range []string{"镇", "乡", "街道"} {
		if strings.HasSuffix(base, kind) {
			for _, tail := range []string{"", "人民政府", "政府", "办事处", "党工委办事处", "党政办", "党政办公室", "党政综合办公室"} {
				names = append(names, kind+tail, base+tail, short+tail)
			}
		}
	}
	for _, kind := range []string{"分局", "局", "厅", "委员会", "委", "办公室", "中心", "支队", "大队", "总队", "管委会", "署", "所"} {
		if strings.HasSuffix(agency, kind) {
			names = append(names, kind)
		}
	}
	return names
}
