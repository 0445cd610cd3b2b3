// Package nianbao holds the licence of the project, for the program to print.
package nianbao

import _ "embed"

// Licence is the text of Apache-2.0.
//
//go:embed LICENSE
var Licence string
