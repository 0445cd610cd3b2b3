package report

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

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
	Agrees   bool // with one of Means

	number numeral
	at     int // where the clause stands in the sentence, for quoting
}

// A Meaning is a quantity of the tables that a mention may be.
type Meaning struct {
	templates.Quantity
	Value decimal.Decimal
	Shown string // as the table has it, for a single cell; else the sum
}

// Why a number is left alone.
const (
	reasonNoUnit    = "后面没有件、项一类的单位，不是件数"
	reasonTopic     = "没有说到表格里的数量"
	reasonPhrase    = "表格里没有说这件事的格"
	reasonYear      = "说的是别的年份"
	reasonGrowth    = "说的是增减"
	reasonPlan      = "说的是打算"
	reasonBudget    = "说的是预算、决算"
	reasonBody      = "说的是其中一个单位"
	reasonChannel   = "是按渠道分的数"
	reasonInBracket = "括号里按地方、单位或渠道分的数"
	reasonVague     = "是约数"
	reasonList      = "“分别”后面的数不逐个对应"
	reasonOther     = "说的是别的事"
	reasonDispute   = "没有说是政府信息公开引起的"
	reasonBlank     = "对应的格没有可靠的数"
	reasonRange     = "是范围"
)

// A reader goes through the prose of a report.
type reader struct {
	r        *Report
	readings map[string][]*templates.Reading
	units    map[string][]string
	words    map[rune][]topicWord // by their first character
	found    []Mention

	section, sentence string
	heading           string // the topic of the last heading
	topic             string
	informs           bool // the talk is of disclosure on request, or a dispute over it
	prior             []string
	plan, budget      bool
	paragraphStart    int // in found
}

// Mentions lists every number of the prose with what it was held against, in
// the order of print.
func (r *Report) Mentions() []Mention {
	if r.Template == nil || len(r.Template.Topics) == 0 {
		return nil
	}
	w := &reader{r: r, readings: map[string][]*templates.Reading{}, units: map[string][]string{}, words: map[rune][]topicWord{}}
	for i := range r.Template.Readings() {
		reading := &r.Template.Readings()[i]
		w.readings[reading.Topic] = append(w.readings[reading.Topic], reading)
	}
	for _, topic := range r.Template.Topics {
		w.units[topic.Key] = topic.Units
		for _, word := range topic.Words {
			first, _ := utf8.DecodeRuneInString(word)
			w.words[first] = append(w.words[first], topicWord{topic.Key, word})
		}
	}
	for _, key := range r.proseKeys() {
		w.section, w.heading, w.informs = key, "", false
		for paragraph := range strings.SplitSeq(r.Prose[key].Text, "\n") {
			w.paragraph(plainText(paragraph))
		}
	}
	return w.found
}

// proseKeys are the texts that a report has, in the order of print.
func (r *Report) proseKeys() []string {
	keys := []string{preambleKey}
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			keys = append(keys, section.Key)
		}
	}
	return keys
}

func (w *reader) paragraph(text string) {
	// Requests that were counted carry to a paragraph without a heading of its own.
	carried := w.informs && w.heldSince(w.paragraphStart)
	w.paragraphStart = len(w.found)
	if head := heading(text); head != "" {
		w.heading, carried = w.firstTopic(head), false
	}
	w.topic = w.heading
	w.informs = carried || w.heading == "requests" || strings.HasPrefix(w.heading, "litigation") || w.heading == "reconsideration"
	for _, sentence := range sentences(text) {
		held := len(w.found)
		w.read(sentence)
		if !w.heldSince(held) {
			w.topic = w.heading // what was said in passing does not carry on
		}
	}
}

// heldSince reports whether a number was held against the tables since then.
func (w *reader) heldSince(then int) bool {
	for _, m := range w.found[then:] {
		if m.Reason == "" {
			return true
		}
	}
	return false
}

func (w *reader) read(sentence string) {
	w.sentence, w.prior = sentence, w.prior[:0]
	text := namedYears(withoutTitles(sentence), w.r.Year)
	w.budget = strings.Contains(text, "决算") || strings.Contains(text, "预算")
	w.plan = w.section == "problems" && strings.Contains(text, "下年") || strings.HasPrefix(text, "下一步")
	w.informs = w.informs || strings.Contains(text, "信息公开") && !strings.Contains(text, "主动公开") || strings.Contains(text, "依申请公开")
	var outer []string
	for _, c := range clausesOf(text, false) {
		if c.opens {
			outer = append(outer, w.topic)
		}
		if c.text == "；" {
			w.prior = w.prior[:0]
			continue
		}
		w.clause(c)
		if c.closes && len(outer) > 0 {
			w.topic = outer[len(outer)-1]
			outer = outer[:len(outer)-1]
		}
	}
}

func (w *reader) clause(c clause) {
	w.prior = append(w.prior, c.text)
	numbers := numerals(c.text)
	if w.denial(c) {
		for _, n := range numbers {
			w.leave(n, reasonOther)
		}
		return
	}
	list := false
	for i, n := range numbers {
		from, to := 0, len(c.text)
		if i > 0 {
			from = numbers[i-1].end
		}
		if i+1 < len(numbers) {
			to = numbers[i+1].start
		}
		around := context{c.text[from:n.start], afterNumber(c.text[n.end:to])}
		list = list || strings.Contains(around.before, "分别")
		w.number(c, n, around, list)
	}
	if len(numbers) == 0 {
		if topic := w.lastTopic(c.text); topic != "" {
			w.topic = topic
		}
	}
}

// afterNumber is what follows a number, up to where the next thing begins.
func afterNumber(text string) string {
	for _, word := range []string{"、", "其中", "和", "及", "与", "以及", "，"} {
		if i := strings.Index(text, word); i >= 0 {
			text = text[:i]
		}
	}
	for _, f := range []string{"的", "是", "为", "已", "均", "属于"} {
		text = strings.TrimPrefix(text, f)
	}
	return text
}

// number holds one number against the phrases of the topic in force.
func (w *reader) number(c clause, n numeral, around context, list bool) {
	topic := w.lastTopic(around.before)
	after := w.lastTopic(around.after)
	switch {
	case topic == "" && after != "" && (after != "requests" || w.topic == "" || w.topic == "elsewhere"):
		topic = after
	case topic == "":
		topic = w.topic
	}
	w.topic = topic
	if n.unit == "" {
		w.leave(n, reasonNoUnit)
		return
	}
	if topic == "" || topic == "elsewhere" || !contains(w.units[topic], n.unit) {
		w.leave(n, reasonTopic)
		return
	}
	bare := around
	bare.before = trimFillers(strings.TrimRight(around.before, "、"))
	if strings.HasSuffix(around.before, "、") {
		bare.before = ""
	}
	matches := best(w.readings[topic], bare, saying)
	if len(matches) == 0 {
		w.leave(n, reasonPhrase)
		return
	}
	if after != "" && after != topic && len(matches[0].reading.Say) > 0 && around.before != "" {
		w.leave(n, reasonOther)
		return
	}
	if reason := w.exclusion(c, n, around, matches[0], list); reason != "" {
		w.leave(n, reason)
		return
	}
	w.hold(n, n.text, matches)
}

// exclusion says why a number that a phrase fits is left alone all the same.
func (w *reader) exclusion(c clause, n numeral, around context, m match, list bool) string {
	has := func(text string, words ...string) bool {
		for _, word := range words {
			if strings.Contains(text, word) {
				return true
			}
		}
		return false
	}
	before, whole := around.before, c.text
	switch {
	case list:
		return reasonList
	case w.budget:
		return reasonBudget
	case w.plan || has(whole, "力争", "计划", "预计", "拟", "目标", "不少于", "确保"):
		return reasonPlan
	case has(before, "增长", "下降", "同比", "减少", "增加", "上升", "提高", "环比", "降低", "较上年", "比上年", "多了", "少了"):
		return reasonGrowth
	case has(before, "约", "近", "不足", "不到", "至少", "最多") && nearEnd(before, "约", "近", "不足", "不到", "至少", "最多") || strings.HasPrefix(around.after, "左右") || strings.HasPrefix(around.after, "以上"):
		return reasonVague
	case strings.HasSuffix(before, "至") || strings.HasSuffix(before, "到") && !strings.HasSuffix(before, "收到") && !strings.HasSuffix(before, "接到") && !strings.HasSuffix(before, "达到") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "—") || strings.HasSuffix(before, "每"):
		return reasonRange
	case has(whole, m.reading.Not...):
		return reasonOther
	case onSubject(before, m.weight):
		return reasonOther
	case w.otherYear(whole, m.years):
		return reasonYear
	case byChannel(before):
		if c.inside {
			return reasonInBracket
		}
		return reasonChannel
	case w.oneBody(before), has(before, "为被告", "为被申请人", "作为被", "向") && w.r.Scope != "own":
		return reasonBody
	case (m.reading.Topic == "reconsideration" || strings.HasPrefix(m.reading.Topic, "litigation")) && !w.informs:
		return reasonDispute
	}
	return ""
}

// onSubject: the number counts what concerns one matter: 涉及征地的申请. Where
// the phrase's own words follow, as in 涉及国家秘密, it does not.
func onSubject(before string, weight int) bool {
	for _, word := range []string{"涉及", "关于", "有关", "领域"} {
		i := strings.LastIndex(before, word)
		if i < 0 {
			continue
		}
		rest := trimFillers(before[i+len(word):])
		if len(rest) > weight && !strings.HasPrefix(rest, "政府信息公开") && !strings.HasPrefix(rest, "信息公开") {
			return true
		}
	}
	return false
}

func nearEnd(text string, words ...string) bool {
	text = trimSome(text)
	for _, word := range words {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return false
}

func trimSome(text string) string {
	for _, f := range []string{"共", "计", "有", "为"} {
		text = strings.TrimSuffix(text, f)
	}
	return text
}

// otherYear: the clause, or one before it in the sentence, turns to a year
// that is not the report's.
func (w *reader) otherYear(text string, expected bool) bool {
	if !expected {
		for _, word := range []string{"上年", "下年", "某年", "历年", "以来", "近三年", "近五年"} {
			if strings.Contains(text, word) {
				return true
			}
		}
	}
	for i := len(w.prior) - 2; i >= 0; i-- {
		prior := w.prior[i]
		for _, start := range []string{"其中", "而", "截至", "截止", "自"} {
			prior = strings.TrimPrefix(prior, start)
		}
		switch {
		case strings.HasPrefix(prior, "本年"):
			return false
		case strings.Contains(prior, "以来") || strings.HasPrefix(prior, "近三年"):
			return true
		case strings.HasPrefix(prior, "上年"), strings.HasPrefix(prior, "某年"), strings.HasPrefix(prior, "下年"):
			if !strings.Contains(prior, "结") && !strings.Contains(prior, "转") && !strings.Contains(prior, "遗留") {
				return true
			}
		}
	}
	return false
}

// byChannel: the number is one of those that come by post, online and so on.
func byChannel(before string) bool {
	for _, word := range []string{"网络", "网上", "网站", "线上", "信函", "邮寄", "当面", "现场", "平台", "邮件", "邮箱", "传真", "窗口", "书面", "快递", "EMS", "在线", "渠道", "电话"} {
		i := strings.LastIndex(before, word)
		if i < 0 {
			continue
		}
		rest := before[i:]
		if !strings.Contains(rest, "等") && !strings.Contains(rest, "共") {
			return true
		}
	}
	return false
}

// wholes speak of everybody whose numbers the tables hold.
var wholes = []string{"全县", "全市", "全区", "全省", "全州", "全旗", "全镇", "全乡", "全街道", "全局", "全系统", "我县", "我市", "我区", "我省", "我州", "各级行政机关", "各级各部门", "各乡镇", "各部门", "各镇", "各单位", "各县", "全年"}

// bodies end the name of one office.
var bodies = []string{"局", "厅", "委", "镇", "乡", "街道", "办公室", "办事处", "委员会", "支队", "大队", "中心", "本级", "市直", "县直", "区直", "机关", "政府", "政府办", "办", "市级", "县级", "区级"}

// oneBody: the sentence has turned to the count of one body among those whose
// numbers the tables hold, or of a body that is not the report's.
func (w *reader) oneBody(before string) bool {
	for i := len(w.prior) - 1; i >= 0; i-- {
		text := w.prior[i]
		if i == len(w.prior)-1 && before != "" && strings.Contains(text, before) {
			text = text[:strings.Index(text, before)+len(before)]
		}
		at, name := -1, ""
		for _, suffix := range bodies {
			for from := 0; ; {
				j := strings.Index(text[from:], suffix)
				if j < 0 {
					break
				}
				j += from
				from = j + len(suffix)
				if j > at && isSubject(text, j, suffix) {
					at, name = j, text[:j+len(suffix)]
				}
			}
		}
		all := -1
		for _, word := range wholes {
			all = max(all, strings.LastIndex(text, word))
		}
		switch {
		case at < 0 && all < 0:
			continue
		case all >= 0 && all >= at-30 && word(text, all) != "全年":
			return false
		case at < 0:
			continue
		}
		return !w.ownName(name)
	}
	return false
}

func word(text string, at int) string {
	return text[at:min(len(text), at+len("全年"))]
}

// isSubject: a body's name ends here and the clause goes on with what it did.
func isSubject(text string, at int, suffix string) bool {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); strings.ContainsRune("布格结全各该上当双政", before) && len([]rune(suffix)) == 1 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(text); at < len("市人力资源和社会保障局") && strings.ContainsRune("市县区省州", first) && at > 0 && len(suffix) == len("局") {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[at+len(suffix):])
	return next == utf8.RuneError || strings.ContainsRune("共受收接办答作新全年上本下0123456789依、制印行政因", next) || strings.HasPrefix(text[at+len(suffix):], "本年")
}

// ownName: the body is the one that reports, and reports for itself.
func (w *reader) ownName(name string) bool {
	own := w.r.Scope != "whole"
	for _, mine := range []string{"我局", "我委", "我办", "我厅", "我镇", "我乡", "我街道", "本局", "本机关", "本委", "本办", "我中心", "本单位", "本行政机关", "本办公室", "我单位", "各级行政机关", "行政机关"} {
		if strings.HasSuffix(name, mine) {
			return own || strings.HasSuffix(name, "行政机关") && !strings.HasSuffix(name, "本行政机关")
		}
	}
	if !own {
		return false
	}
	tail := []rune(name)
	if len(tail) > 3 {
		tail = tail[len(tail)-3:]
	}
	return strings.Contains(w.r.Agency, string(tail)) || strings.Contains(w.r.Signatory, string(tail))
}

// denial reads a statement of none: 未收到政府信息公开申请.
func (w *reader) denial(c clause) bool {
	for _, nothing := range nothings {
		i := strings.Index(c.text, nothing)
		if i < 0 {
			continue
		}
		rest := c.text[i+len(nothing):]
		for again := true; again; {
			again = false
			for _, verb := range verbsOfNone {
				if strings.HasPrefix(rest, verb) && len(rest) > len(verb) {
					rest, again = rest[len(verb):], true
				}
			}
		}
		for _, word := range []string{"纠错", "纠正", "败诉", "撤销", "违法", "逾期", "超期", "不当", "不及时", "不到位", "不规范", "错误", "及时", "按时"} {
			if strings.Contains(rest, word) {
				return false
			}
		}
		rest = strings.TrimSuffix(rest, "等")
		bare := trimFillers(rest)
		bare = trimFillers(strings.TrimSuffix(strings.TrimSuffix(bare, "事项"), "问题"))
		topic := w.lastTopic(bare)
		if topic == "" {
			topic = w.topic
		}
		matches := best(w.readings[topic], context{before: bare}, denying)
		if len(matches) == 0 {
			continue
		}
		w.topic = topic
		n := numeral{text: c.text[i:], unit: "件"}
		if reason := w.exclusion(c, n, context{before: c.text[:i]}, matches[0], false); reason != "" && reason != reasonOther {
			w.leave(n, reason)
			return true
		}
		w.hold(n, n.text, matches)
		return true
	}
	return false
}

func (w *reader) leave(n numeral, reason string) {
	w.add(Mention{Text: n.text, Reason: reason, number: n})
}

// hold compares a number with everything that it may mean.
func (w *reader) hold(n numeral, text string, matches []match) {
	m := Mention{Text: text, number: n}
	for _, match := range matches {
		for _, quantity := range match.reading.Means {
			sum, ok := w.r.sum(quantity.Leaves)
			if !ok {
				continue
			}
			meaning := Meaning{Quantity: quantity, Value: sum.value, Shown: sum.value.String()}
			if len(quantity.Leaves) == 1 {
				meaning.Shown = w.r.Numbers[quantity.Leaves[0].Path].Text
			}
			m.Means = append(m.Means, meaning)
			m.Agrees = m.Agrees || m.holds(meaning)
		}
	}
	if len(m.Means) == 0 {
		m.Reason = reasonBlank
	}
	w.add(m)
}

// holds reports whether the number may stand for a meaning.
func (m Mention) holds(meaning Meaning) bool {
	value := meaning.Value
	if meaning.Leaves[0].Kind == templates.Amount {
		value = value.Shift(4) // the column is in 万元, the number read in 元
	}
	return m.number.agrees(value)
}

func (w *reader) add(m Mention) {
	m.Section, m.Sentence, m.Line = w.section, w.sentence, w.r.line(w.section)
	w.found = append(w.found, m)
}

// A topicWord turns the talk to a topic.
type topicWord struct{ topic, word string }

// lastTopic is the topic that a text turns to last; of words that end at the
// same place, the longest counts.
func (w *reader) lastTopic(text string) string {
	topic, at, length := "", -1, 0
	for i, r := range text {
		for _, t := range w.words[r] {
			if !strings.HasPrefix(text[i:], t.word) {
				continue
			}
			if end := i + len(t.word); end > at || end == at && len(t.word) > length {
				topic, at, length = t.topic, end, len(t.word)
			}
		}
	}
	return topic
}

func (w *reader) firstTopic(text string) string {
	for i, r := range text {
		for _, t := range w.words[r] {
			if strings.HasPrefix(text[i:], t.word) {
				return t.topic
			}
		}
	}
	return ""
}

func contains(list []string, text string) bool {
	for _, item := range list {
		if item == text {
			return true
		}
	}
	return false
}
