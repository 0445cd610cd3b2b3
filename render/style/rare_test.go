package style

import "testing"

// GB/T 2312 has 6,763 characters, and 仿宋_GB2312 no others.
func TestRare(t *testing.T) {
	n := 0
	for _, is := range common() {
		if is {
			n++
		}
	}
	if n != 6763 {
		t.Errorf("%d characters are common", n)
	}
	for r, want := range map[rune]bool{'啊': false, '国': false, '齄': false, '堃': true, '浉': true, '〇': false, '𬭚': true, 'A': false, '，': false} {
		if Rare(r) != want {
			t.Errorf("%c: %v", r, !want)
		}
	}
}
