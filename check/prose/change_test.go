package prose

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A number of the prose that agrees with the tables is found when it is one
// more or less, ten times as much, or has two digits the other way round. Only
// what makes it another quantity that its phrase may mean goes by.
func TestChangedNumberOfTheProseIsFound(t *testing.T) {
	found := map[string]int{}
	for _, c := range fixtures.Good(t) {
		r, _ := jsonfile.Decode(c.JSON)
		for _, m := range Mentions(r) {
			if m.Reason == "" && m.Agrees && m.number.end > 0 {
				changeNumber(t, c.Name, r, m, found)
			}
		}
	}
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	for _, line := range sentenceCases(t) {
		if !strings.HasPrefix(line.want, "right") {
			continue
		}
		r.Scope, r.Agency, r.Prose = line.scope, line.agency, map[string]report.Prose{"overview": {Text: line.text}}
		for _, m := range Mentions(r) {
			if m.Reason == "" && m.Agrees && m.number.end > 0 {
				changeNumber(t, "sentences", r, m, found)
			}
		}
	}
	t.Logf("found: %v", found)
	for _, way := range []string{"more", "less", "ten times", "swapped"} {
		if found[way] < 50 {
			t.Errorf("only %d numbers changed: %s", found[way], way)
		}
	}
}

func changeNumber(t *testing.T, name string, r *report.Report, m Mention, found map[string]int) {
	t.Helper()
	written := r.Prose[m.Section]
	defer func() { r.Prose[m.Section] = written }()
	text := Plain(strings.ReplaceAll(written.Text, "\n", "↵"))
	sentence := strings.Index(text, m.Sentence)
	if sentence < 0 {
		t.Errorf("%s: %s is not in the text", name, m.Sentence)
		return
	}
	rest := strings.TrimLeft(m.Text, "0123456789.,")
	typed := m.Text[:len(m.Text)-len(rest)]
	for _, slip := range slipsOf(typed) {
		way, other := slip[0], slip[1]
		changed := m.number
		changed.digits = strings.ReplaceAll(other, ",", "")
		if agreesWithAny(changed.amount(), m) {
			continue
		}
		if !anyPlace(text, sentence, m, other+rest, func(text string) bool {
			r.Prose[m.Section] = report.Prose{Text: strings.ReplaceAll(text, "↵", "\n")}
			return mismatches(r, other+rest)
		}) {
			t.Errorf("%s: %s for %s is not found in %s", name, other+rest, m.Text, m.Sentence)
		}
		found[way]++
	}
}

// slipsOf are the slips that a number in digits may have, each with its way.
func slipsOf(typed string) (slips [][2]string) {
	plain := strings.ReplaceAll(typed, ",", "")
	value, err := decimal.NewFromString(plain)
	if typed == "" || err != nil {
		return nil // in Chinese digits
	}
	step := decimal.New(1, value.Exponent())
	slips = append(slips, [2]string{"more", value.Add(step).String()})
	if value.IsPositive() {
		slips = append(slips, [2]string{"less", value.Sub(step).String()}, [2]string{"ten times", value.Shift(1).String()})
	}
	for i := 1; i < len(plain); i++ {
		if a, b := plain[i-1], plain[i]; isDigit(a) && isDigit(b) && a != b && (i > 1 || b != '0') {
			slips = append(slips, [2]string{"swapped", plain[:i-1] + string(b) + string(a) + plain[i+1:]})
		}
	}
	return slips
}

func agreesWithAny(a amount, m Mention) bool {
	for _, meaning := range m.Means {
		if (Mention{amount: a}).Holds(meaning) {
			return true
		}
	}
	return false
}

// anyPlace tries the places of the sentence that a mention may stand at.
func anyPlace(text string, sentence int, m Mention, other string, try func(text string) bool) bool {
	for from := 0; ; {
		i := strings.Index(m.Sentence[from:], m.Text)
		if i < 0 {
			return false
		}
		at := sentence + from + i
		if (at == 0 || !isDigit(text[at-1])) && try(text[:at]+other+text[at+len(m.Text):]) {
			return true
		}
		from += i + len(m.Text)
	}
}

func mismatches(r *report.Report, number string) bool {
	for _, m := range Held(r) {
		if m.Reason == "" && !m.Agrees && m.Text == number {
			return true
		}
	}
	return false
}
