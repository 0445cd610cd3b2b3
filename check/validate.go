package check

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/locales/zh"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"
	translations "github.com/go-playground/validator/v10/translations/zh"

	"nianbao/problem"
	"nianbao/report"
)

// A headValidator checks the head by the struct tags of Report.
type headValidator struct {
	validate  *validator.Validate
	translate ut.Translator
	paths     map[string]string // from Contact.Postcode to contact.postcode
}

// newHeadValidator takes 0.2 ms, so it waits for the first report.
var newHeadValidator = sync.OnceValue(func() *headValidator {
	h := &headValidator{validate: validator.New(validator.WithRequiredStructEnabled()), paths: map[string]string{}}
	h.translate, _ = ut.New(zh.New()).GetTranslator("zh")
	h.validate.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("name") })
	for _, f := range report.AllFields {
		h.paths[f.GoName] = f.Path
	}
	must(translations.RegisterDefaultTranslations(h.validate, h.translate))
	must(h.validate.RegisterValidation("line", isLine))
	must(h.validate.RegisterValidation("telephone", isTelephone))
	h.say("required", "没有写{0}")
	h.say("required_with", "没有写{0}")
	h.say("excluded_without", "要{0}，却没有署名")
	h.say("line", "{0}应写在一行里，前后没有空格")
	h.say("telephone", "{0}不像电话号码")
	h.say("datetime", "{0}不是真实的日期")
	h.say("oneof", "{0}没有这个选项")
	return h
})

// say words what a tag asks of a field, {0}.
func (h *headValidator) say(tag, sentence string) {
	must(h.validate.RegisterTranslation(tag, h.translate,
		func(t ut.Translator) error { return t.Add(tag, sentence, true) },
		func(t ut.Translator, fe validator.FieldError) string {
			text, err := t.T(tag, fe.Field())
			must(err)
			return text
		}))
}

// must stops at a mistake in this file; no report can cause one.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// isLine: one line without spaces at its ends.
func isLine(f validator.FieldLevel) bool {
	text := f.Field().String()
	return text == strings.TrimSpace(text) && !strings.Contains(text, "\n")
}

func isTelephone(f validator.FieldLevel) bool {
	return report.TelephonePattern().MatchString(f.Field().String())
}

// problems are what the tags find, in the order of the struct's fields.
func (h *headValidator) problems(r *report.Report) []problem.Problem {
	var failed validator.ValidationErrors
	if !errors.As(h.validate.Struct(r), &failed) {
		return nil
	}
	var problems []problem.Problem
	for _, fe := range failed {
		_, goName, _ := strings.Cut(fe.StructNamespace(), ".")
		path := h.paths[goName]
		needs := h.paths[fe.Param()] // of required_with and its like
		if r.Doubtful(path) || needs != "" && r.Doubtful(needs) {
			continue
		}
		problems = append(problems, problem.Problem{
			Severity: problem.Error, Code: headCode(path, fe.Tag()), Path: path, Line: r.Line(path),
			Place: r.Place(path), Message: h.message(fe),
		}.With(report.HeadAdvice(path)))
	}
	return problems
}

// message is what the tag asks, and what was given instead.
func (h *headValidator) message(fe validator.FieldError) string {
	switch given := fe.Value().(type) {
	case string:
		if given != "" {
			return fe.Translate(h.translate) + "：“" + problem.Clip(given) + "”"
		}
	case int: // the translations would write 2,019
		limit := map[string]string{"gte": "不早于", "lte": "不晚于"}[fe.Tag()]
		if given != 0 && limit != "" {
			return fe.Field() + "应" + limit + " " + fe.Param() + " 年：" + strconv.Itoa(given)
		}
	}
	return fe.Translate(h.translate)
}

func headCode(path, tag string) string {
	switch {
	case strings.HasPrefix(tag, "required"):
		return problem.CodeHeadMissing
	case path == "year":
		return problem.CodeHeadYear
	case path == "date":
		return problem.CodeHeadDate
	case strings.HasPrefix(path, "contact."):
		return problem.CodeHeadContact
	}
	return problem.CodeHeadValue
}
