package style

import (
	"sync"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Rare reports whether r is a Chinese character beyond the 6,763 of GB/T 2312, which
// are all that 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 have: 浉, 硚, 堃.
func Rare(r rune) bool {
	if r < firstHan || !unicode.Is(unicode.Han, r) {
		return false
	}
	return r > lastCommon || !common()[r-firstHan]
}

const (
	firstHan   = 0x3400
	lastCommon = 0x9FA5
)

// common are the characters of GB/T 2312: GBK's rows 16 to 87, second bytes from A1.
var common = sync.OnceValue(func() []bool {
	known := make([]bool, lastCommon-firstHan+1)
	decoder := simplifiedchinese.GBK.NewDecoder()
	for high := 0xB0; high <= 0xF7; high++ {
		for low := 0xA1; low <= 0xFE; low++ {
			decoded, err := decoder.Bytes([]byte{byte(high), byte(low)})
			if runes := []rune(string(decoded)); err == nil && len(runes) == 1 && runes[0] >= firstHan && runes[0] <= lastCommon {
				known[runes[0]-firstHan] = true
			}
		}
	}
	return known
})
