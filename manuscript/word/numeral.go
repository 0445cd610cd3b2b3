package word

import (
	"strconv"
	"strings"

	"nianbao/manuscript"
	chinese "nianbao/templates/numeral"
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
		return chinese.Write(n)
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return chinese.Legal(n)
	case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
		return mapDigits(digits, []rune(chinese.Digits))
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
