//go:build !windows

package process

// OwnWindow reports whether the window that the program writes to closes when it
// ends. Other systems than Windows keep it, or show none.
func OwnWindow() bool { return false }
