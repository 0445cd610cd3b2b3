// Package nianbao is what its programs print of themselves: the licences of the
// project and of the libraries inside it, and the revision they were built from.
package nianbao

import _ "embed"

// Licence is the text of Apache-2.0.
//
//go:embed LICENSE
var Licence string

// Libraries are the licences of the Go libraries that the program is linked
// with, and of Go's own.
//
//go:embed LICENSES-libraries.txt
var Libraries string
