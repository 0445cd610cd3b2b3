package srgb

import (
	"encoding/binary"
	"math"
	"testing"
)

func TestCurveIsThatOfTheStandard(t *testing.T) {
	for i := range 1001 {
		x := float64(i) / 1000
		want := x / 12.92
		if x > 0.04045 { // IEC 61966-2-1, 5.2
			want = math.Pow((x+0.055)/1.055, 2.4)
		}
		at := x * float64(len(curve)-1)
		low := min(int(at), len(curve)-2)
		a, b := float64(curve[low]), float64(curve[low+1])
		if got := (a + (b-a)*(at-float64(low))) / 65535; math.Abs(got-want) > 1e-4 {
			t.Errorf("%g gives %g, want %g", x, got, want)
		}
	}
}

func TestPrimariesAddUpToWhite(t *testing.T) {
	for i := range whitePoint {
		if red[i]+green[i]+blue[i] != whitePoint[i] {
			t.Errorf("component %d: %d + %d + %d is not %d", i, red[i], green[i], blue[i], whitePoint[i])
		}
	}
	// Luminance is the same under any white point, but for the adaptation's small shift.
	for i, want := range []float64{0.2225, 0.7169, 0.0606} {
		if got := float64([][3]uint32{red, green, blue}[i][1]) / 65536; math.Abs(got-want) > 1e-4 {
			t.Errorf("primary %d: luminance %g, want %g", i, got, want)
		}
	}
}

func TestProfileIsWellFormed(t *testing.T) {
	p, be := Profile(), binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || len(p) > 600 {
		t.Errorf("a profile of %d bytes that says %d", len(p), be.Uint32(p))
	}
	for i := range int(be.Uint32(p[128:])) {
		row := p[132+12*i:]
		start, length := be.Uint32(row[4:]), be.Uint32(row[8:])
		if start%4 != 0 || int(start+length) > len(p) || length < 12 {
			t.Errorf("tag %s at %d, %d bytes", row[:4], start, length)
		}
	}
}
