package main

import (
	"errors"
	"strconv"
	"time"
)

// A period is the value of a flag: 30s, 5m.
type period time.Duration

func (p *period) String() string { return time.Duration(*p).String() }

func (p *period) Set(value string) error {
	d, err := time.ParseDuration(value)
	if err != nil {
		return errors.New("后面要写一段时间，例如 30s（秒）、5m（分）")
	}
	*p = period(d)
	return nil
}

// A count is the value of a flag.
type count int

func (n *count) String() string { return strconv.Itoa(int(*n)) }

func (n *count) Set(value string) error {
	number, err := strconv.Atoi(value)
	if err != nil || number < 1 || number > 1000 {
		return errors.New("后面要写一个数，1 到 1000")
	}
	*n = count(number)
	return nil
}
