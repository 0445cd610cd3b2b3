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
// They are decoded in one go; each by itself took half a millisecond of every start.
var common = sync.OnceValue(func() []bool {
	var coded []byte
	for high := 0xB0; high <= 0xF7; high++ {
		for low := 0xA1; low <= 0xFE; low++ {
			coded = append(coded, byte(high), byte(low))
		}
	}
	decoded, err := simplifiedchinese.GBK.NewDecoder().Bytes(coded)
	if err != nil {
		panic(err) // what GBK has no character for is decoded to U+FFFD
	}
	known := make([]bool, lastCommon-firstHan+1)
	for _, r := range string(decoded) {
		if r >= firstHan && r <= lastCommon {
			known[r-firstHan] = true
		}
	}
	return known
})
