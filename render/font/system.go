package font

import (
	"os"
	"runtime"
)

// Found is what System has to print with, and where it looked.
type Found struct {
	Set     *Set
	Places  []Place
	Refused []Refusal
	Spare   []*Face // faces of the folder asked for that have no official name: they only fill gaps
}

// A Place is a folder that was searched.
type Place struct {
	Folder string
	Files  int  // how many files of faces it holds
	Used   int  // how many of its faces serve
	Cut    bool // it holds more than the search goes through
}

// System finds the official faces by their names: in folder first, unless it is
// "", then where this machine keeps its faces. In each chain the faces of the
// role come first, best name first (see official), then the embedded face of the
// role, then the other roles' in the same manner. A face that cannot be used is
// named and the next takes its place; only the embedded faces and those that
// were given for a role, which come first in it, can fail it (AssignmentError).
//
// Its faces stay open as long as the process lasts: call it once.
func System(folder string, given ...Assignment) (*Found, error) {
	embedded, err := Embedded()
	if err != nil {
		return nil, err
	}
	found := new(Found)
	var all []candidate
	w := walk{seen: map[string]bool{}}
	add := func(folder string, asked bool) {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return
		}
		files, cut := w.list(folder)
		some, refused := candidates(files, asked)
		for i := range some {
			some[i].place = len(found.Places)
		}
		all = append(all, some...)
		found.Refused = append(found.Refused, refused...)
		found.Places = append(found.Places, Place{Folder: folder, Files: len(files), Cut: cut})
	}
	if folder != "" {
		add(folder, true)
	}
	for _, place := range places(runtime.GOOS, os.Getenv) {
		add(place, false)
	}
	if err := found.choose(all, embedded, given); err != nil {
		return nil, err
	}
	return found, nil
}
