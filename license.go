// Package nianbao holds the licences of the project and of the libraries inside
// it, for the program to print.
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
