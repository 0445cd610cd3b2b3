// Package srgb is the colour profile that files carry: that of screens, IEC 61966-2-1.
package srgb

import (
	"encoding/binary"
	"sync"
)

// The primaries of sRGB (IEC 61966-2-1) as XYZ under the white point D50, to
// which ICC profiles refer, adapted by Bradford's matrix, in 1/65536. The sum
// of the three is the white point.
var (
	red        = [3]uint32{28576, 14581, 912}
	green      = [3]uint32{25239, 46983, 6361}
	blue       = [3]uint32{9375, 3972, 46788}
	whitePoint = [3]uint32{63190, 65536, 54061}
)

// curve leads from sRGB's values to light, in 64 even steps; straight lines
// between them are within 1/10000 of the standard's formula.
var curve = [64]uint16{
	0, 81, 161, 244, 345, 466, 609, 776, 965, 1180, 1420, 1687, 1980, 2301, 2651, 3030,
	3439, 3879, 4349, 4851, 5386, 5953, 6554, 7189, 7858, 8562, 9302, 10078, 10890, 11739, 12626, 13551,
	14513, 15515, 16556, 17636, 18757, 19918, 21120, 22363, 23648, 24974, 26344, 27756, 29211, 30710, 32253, 33840,
	35471, 37148, 38870, 40638, 42452, 44312, 46219, 48173, 50174, 52223, 54320, 56465, 58659, 60901, 63193, 65535,
}

// Profile is a display profile of three primaries and a curve, ICC.1:2001-04,
// the version that PDF 1.4 may use. No one else's profile is in it. It must not be changed.
func Profile() []byte { return profile() }

var profile = sync.OnceValue(func() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright\x00"...)},
		{"wtpt", xyz(whitePoint)},
		{"rXYZ", xyz(red)},
		{"gXYZ", xyz(green)},
		{"bXYZ", xyz(blue)},
		{"rTRC", toneCurve()},
		{"gTRC", nil}, // as the one before
		{"bTRC", nil},
	}
	be := binary.BigEndian
	const head, row = 128, 12
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start, length := 0, 0
	for _, tag := range tags {
		if tag.data != nil {
			start, length = head+4+row*len(tags)+len(data), len(tag.data)
			data = append(data, tag.data...)
			data = append(data, make([]byte, -len(data)&3)...)
		}
		table = append(table, tag.name...)
		table = be.AppendUint32(table, uint32(start))
		table = be.AppendUint32(table, uint32(length))
	}
	profile := make([]byte, head, head+len(table)+len(data))
	be.PutUint32(profile[0:], uint32(head+len(table)+len(data)))
	be.PutUint32(profile[8:], 0x02100000) // version 2.1
	copy(profile[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1999, 10, 18} { // the day of IEC 61966-2-1
		be.PutUint16(profile[24+2*i:], v)
	}
	copy(profile[36:], "acsp")
	for i, v := range whitePoint {
		be.PutUint32(profile[68+4*i:], v)
	}
	return append(append(profile, table...), data...)
})

func xyz(v [3]uint32) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, n := range v {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

func toneCurve() []byte {
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), uint32(len(curve)))
	for _, v := range curve {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}

// description is a textDescriptionType: the name in ASCII, none in Unicode,
// none in Macintosh script (whose field has 67 bytes even so).
func description(name string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	b = append(b, name...)
	return append(b, make([]byte, 1+4+4+2+1+67)...)
}
