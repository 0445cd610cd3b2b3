package main

import (
	"testing"

	"nianbao/render/font"
)

// BenchmarkWrite is main's measurement by the usual tool.
func BenchmarkWrite(b *testing.B) {
	all, m := subject(b, "laiyuan-2022")
	for _, c := range all {
		b.Run(c.name(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.write(m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func subject(t testing.TB, fixture string) ([]candidate, material) {
	t.Helper()
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	all, err := candidates(set)
	if err != nil {
		t.Fatal(err)
	}
	m, err := read(fixture, set)
	if err != nil {
		t.Fatal(err)
	}
	return all, m
}
