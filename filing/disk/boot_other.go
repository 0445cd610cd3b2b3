//go:build !linux && !darwin

package disk

func readBoot() string { return "" }
