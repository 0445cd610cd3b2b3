package source

import "strings"

// StandardInput is the file name that stands for it.
const StandardInput = "-"

// Name is how messages name a file.
func Name(file string) string {
	if file == StandardInput {
		return "标准输入"
	}
	return file
}

// Quoted is a file's name so that it can be pasted into a command line.
func Quoted(file string) string {
	if strings.ContainsAny(file, " \t&()'$`;|<>") {
		return `"` + file + `"`
	}
	return file
}
