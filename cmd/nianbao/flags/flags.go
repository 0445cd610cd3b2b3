// Package flags reads the arguments of a subcommand: flags and files in any order,
// and what is wrong with them as Chinese sentences.
package flags

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"nianbao/report/jsonfile"
)

// A Text is the value of a flag. One that is empty or looks like a flag is
// refused: in `-o -draft` the folder was forgotten. A single - stands for
// standard output or input.
type Text string

func (t *Text) String() string { return string(*t) }

func (t *Text) Set(value string) error {
	if value == "" || strings.HasPrefix(value, "-") && value != "-" {
		return errors.New("后面没有写内容")
	}
	*t = Text(value)
	return nil
}

// once is the value of a flag that may not be given again with another: of
// `-o a -o b` one would be passed over in silence.
type once struct {
	flag.Value
	given bool
}

var errTwice = errors.New("写了两次，内容不同，看不出该用哪一个")

func (o *once) Set(value string) error {
	before := o.String()
	err := o.Value.Set(value)
	if err == nil && o.given && o.String() != before {
		return errTwice
	}
	o.given = true
	return err
}

// IsBoolFlag reports whether the flag is one that is there or not.
func (o *once) IsBoolFlag() bool {
	b, ok := o.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// Parse reads flags and files in any order; what follows "--" are files.
// Its errors are sentences for people, but for flag.ErrHelp.
func Parse(set *flag.FlagSet, args []string) (files []string, err error) {
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	set.VisitAll(func(f *flag.Flag) { f.Value = &once{Value: f.Value} })
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
		if strings.HasSuffix(message, errTwice.Error()) {
			return fmt.Errorf("选项 -%s %w", name, errTwice)
		}
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
	if near := Nearest(name, names); near != "" {
		return fmt.Errorf("没有 -%s 这个选项。是不是 -%s？", name, near)
	}
	return fmt.Errorf("没有 -%s 这个选项。可用的选项：-%s", name, strings.Join(names, "、-"))
}

// Nearest is the candidate that a mistyped word most likely means; "" if none
// is near. Of equally near ones it is the first.
func Nearest(word string, candidates []string) string {
	best, least := "", 3
	for _, candidate := range candidates {
		distance := jsonfile.Distance(word, candidate)
		if distance < least && distance*2 <= len(candidate) {
			best, least = candidate, distance
		}
	}
	return best
}
