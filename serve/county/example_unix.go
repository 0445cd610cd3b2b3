//go:build !windows

package county

const example = "/home/某某/收件"
