package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A text is the value of a flag. One that is empty or looks like a flag is
// refused: in `-o -draft` the folder was forgotten.
type text string

func (t *text) String() string { return string(*t) }

func (t *text) Set(value string) error {
	if value == "" || strings.HasPrefix(value, "-") {
		return errors.New("后面没有写内容")
	}
	*t = text(value)
	return nil
}

// parse reads flags and files in any order; what follows "--" are files.
// Its errors are sentences for people, but for flag.ErrHelp.
func parse(set *flag.FlagSet, args []string) (files []string, err error) {
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	for {
		if err := set.Parse(args); err != nil {
			return nil, flagSentence(set, err)
		}
		rest := set.Args()
		// No flag takes "--" as its value, so that this one ends the flags.
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			return append(files, rest...), nil
		}
		if len(rest) == 0 {
			return files, nil
		}
		if startsWithDash(rest[0]) {
			return nil, fmt.Errorf("“%s”开头的横线不是半角减号。如果是选项，请改用键盘上的 -；如果是文件，请写成 ./%s", rest[0], rest[0])
		}
		files, args = append(files, rest[0]), rest[1:]
	}
}

// startsWithDash: office programs and Chinese keyboards put one of these where
// a hyphen was meant.
func startsWithDash(arg string) bool {
	first, _ := utf8.DecodeRuneInString(arg)
	return strings.ContainsRune("–—－−‐", first)
}

// flagSentence says in Chinese what the flag package says in English.
func flagSentence(set *flag.FlagSet, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: -"); ok {
		return unknownFlag(set, name)
	}
	if name, ok := strings.CutPrefix(message, "flag needs an argument: -"); ok {
		return fmt.Errorf("选项 -%s 后面没有写内容", name)
	}
	if i := strings.LastIndex(message, " for flag -"); i >= 0 {
		name, reason, _ := strings.Cut(message[i+len(" for flag -"):], ": ")
		return fmt.Errorf("选项 -%s %s", name, reason)
	}
	if strings.HasPrefix(message, "invalid boolean value") {
		i := strings.LastIndex(message, " for -")
		name, _, _ := strings.Cut(message[i+len(" for -"):], ":")
		return fmt.Errorf("选项 -%s 后面不用写内容，写上 -%s 就是要", name, name)
	}
	return fmt.Errorf("选项写得不对：%s", strings.TrimPrefix(message, "bad flag syntax: "))
}

func unknownFlag(set *flag.FlagSet, name string) error {
	var names []string
	set.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	if len(names) == 0 {
		return fmt.Errorf("没有 -%s 这个选项，%s 不带选项", name, set.Name())
	}
	if near := nearest(name, names); near != "" {
		return fmt.Errorf("没有 -%s 这个选项。是不是 -%s？", name, near)
	}
	return fmt.Errorf("没有 -%s 这个选项。可用的选项：-%s", name, strings.Join(names, "、-"))
}

// misuse reports a wrong call: what is wrong and where to read on. Where the
// call asks for help, it prints that.
func misuse(c console, name, help string, err error) int {
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(c.out, help)
		return fine
	}
	message := err.Error()
	if !strings.HasSuffix(message, "？") {
		message += "。"
	}
	fmt.Fprintf(c.err, "%s\n用法见 nianbao %s -h。\n", message, name)
	return impossible
}
