//go:build !unix

package main

import "time"

var begun = time.Now()

// spent is the clock's time where the system does not tell the processor's.
func spent() time.Duration { return time.Since(begun) }
