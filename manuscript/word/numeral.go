package word

import (
	"strconv"
	"strings"

	"nianbao/manuscript"
)

// numeral writes a number in a format of ST_NumberFormat (ISO/IEC 29500-1,
// 17.18.59), those that Chinese offices meet; all others are shown in digits.
func numeral(n int, format string) string {
	digits := strconv.Itoa(n)
	if n < 0 {
		return digits
	}
	switch format {
	case "none":
		return ""
	case "chineseCounting", "japaneseCounting", "ideographDigitalCounting", "taiwaneseCounting",
		"chineseCountingThousand", "taiwaneseCountingThousand", "koreanCounting":
		return inChinese(n, "零一二三四五六七八九", "十百千", n < 20)
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return inChinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false)
	case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
		return mapDigits(digits, []rune("〇一二三四五六七八九"))
	case "decimalFullWidth", "decimalFullWidth2":
		return mapDigits(digits, []rune("０１２３４５６７８９"))
	case "decimalZero":
		if n < 10 {
			return "0" + digits
		}
	case "upperLetter", "lowerLetter":
		if n == 0 {
			return ""
		}
		letter := string(rune('A' + (n-1)%26))
		if format == "lowerLetter" {
			letter = strings.ToLower(letter)
		}
		return strings.Repeat(letter, min((n-1)/26+1, 20)) // AA, BB, as Word counts
	case "upperRoman":
		return manuscript.Roman(n)
	case "lowerRoman":
		return strings.ToLower(manuscript.Roman(n))
	case "ideographTraditional":
		return among(n, "甲乙丙丁戊己庚辛壬癸", digits)
	case "ideographZodiac":
		return among(n, "子丑寅卯辰巳午未申酉戌亥", digits)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle":
		if format == "ideographEnclosedCircle" {
			return among(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", digits)
		}
		return among(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", digits)
	case "decimalEnclosedParen":
		return among(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", digits)
	case "decimalEnclosedFullstop":
		return among(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", digits)
	}
	return digits
}

// among is the n-th of some signs, and beyond them the digits.
func among(n int, signs, digits string) string {
	if all := []rune(signs); 1 <= n && n <= len(all) {
		return string(all[n-1])
	}
	return digits
}

func mapDigits(digits string, signs []rune) string {
	return strings.Map(func(r rune) rune { return signs[r-'0'] }, digits)
}

// inChinese writes a number below 10,000 in words; larger ones in digits. Short
// leaves out the first one of 一十.
func inChinese(n int, signs, places string, short bool) string {
	if n >= 10_000 {
		return strconv.Itoa(n)
	}
	digit, unit := []rune(signs), []rune(places)
	if n < 10 {
		return string(digit[n])
	}
	var b strings.Builder
	gap := false
	for place, value := 3, 1000; place >= 0; place, value = place-1, value/10 {
		d := n / value % 10
		switch {
		case d == 0:
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteRune(digit[0])
			gap = false
		}
		if !(short && place == 1) {
			b.WriteRune(digit[d])
		}
		if place > 0 {
			b.WriteRune(unit[place-1])
		}
	}
	return b.String()
}
