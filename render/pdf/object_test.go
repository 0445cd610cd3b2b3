package pdf

import "testing"

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 5: "0.005", -250: "-0.25", 1000: "1", -28950: "-28.95", 595300: "595.3", 841891: "841.891", 100: "0.1", 10: "0.01"} {
		if got := string(appendThousandths(nil, n)); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestStrings(t *testing.T) {
	if got := string(appendString(nil, "a公𬭚")); got != "<FEFF0061516cd872df5a>" {
		t.Errorf("got %s", got)
	}
}

func TestEscapes(t *testing.T) {
	var b []byte
	for c := range 256 {
		b = appendEscaped(b, byte(c))
	}
	l := &lexer{append(append([]byte{'('}, b...), ')'), 0}
	got := l.value().(literal)
	for c := range 256 {
		if len(got) != 256 || got[c] != byte(c) {
			t.Fatalf("byte %d of %d comes back as another", c, len(got))
		}
	}
}
