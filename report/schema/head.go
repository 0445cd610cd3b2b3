package schema

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// Patterns of the head. They use what ECMA-262 and RE2 have in common, and let
// an empty text pass where a key is optional, for it counts as left out.
const (
	linePattern = `^[^\s　](.*[^\s　])?$`
	mailPattern = `^[^@\s]+@[^@\s]+\.[^@\s]+$`

	// datePattern knows how long the months are, but not the leap years.
	datePattern = `^[0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)$`
)

// otherTags are those that fieldSchema need not say anything of: they are said
// by the list of required keys, by headConditions, or with another tag.
var otherTags = []string{"", "required", "omitempty", "number", "required_with", "excluded_without"}

// headSchema are the properties of the head and the keys that must be there.
func headSchema(t *templates.Template) (properties object, required list) {
	for _, f := range report.HeadFields {
		schema, wanted := fieldSchema(f, reflect.TypeFor[report.Report]())
		if f.Path == "edition" {
			schema = append(schema, property{"const", t.Edition})
		}
		if wanted {
			required = append(required, f.Path)
		}
		properties = append(properties, property{f.Path, schema})
	}
	return properties, required
}

// fieldSchema says in the schema's words what the tags of a field say in those
// of validator/v10.
func fieldSchema(f report.Field, in reflect.Type) (schema object, required bool) {
	goField := in.FieldByIndex(f.Index)
	tags := strings.Split(goField.Tag.Get("validate"), ",")
	required = tags[0] == "required"
	kind, empty := "string", "^$|"
	switch goField.Type.Kind() {
	case reflect.Bool:
		kind = "boolean"
	case reflect.Int:
		kind = "integer"
	case reflect.Slice:
		return linesSchema(f), required
	case reflect.Pointer:
		return contactSchema(f), required
	}
	var types any = list{kind, "null"}
	if required {
		types, empty = kind, ""
	}
	schema = object{{"title", f.Name}, {"type", types}}
	add := func(key string, value any) { schema = append(schema, property{key, value}) }
	for _, tag := range tags {
		tag, parameter, _ := strings.Cut(tag, "=")
		switch limit, _ := strconv.Atoi(parameter); {
		case tag == "max" && kind == "string":
			add("maxLength", limit)
		case tag == "max" || tag == "lte":
			add("maximum", limit)
		case tag == "min" || tag == "gte":
			add("minimum", limit)
		case tag == "line":
			add("$ref", "#/$defs/printable")
			add("pattern", empty+linePattern)
		case tag == "len": // stands with number
			add("pattern", empty+"^[0-9]{"+parameter+"}$")
		case tag == "telephone":
			add("pattern", empty+report.TelephonePattern().String())
		case tag == "email":
			add("$ref", "#/$defs/printable")
			add("pattern", empty+mailPattern)
		case tag == "datetime":
			add("pattern", empty+datePattern)
		case tag == "oneof":
			values := list{"", nil}
			for _, value := range strings.Fields(parameter) {
				values = append(values, value)
			}
			add("enum", values)
		case !slices.Contains(otherTags, tag):
			panic("no word of JSON Schema for the tag " + tag)
		}
	}
	return schema, required
}

// linesSchema is of title_lines; that they are the title joined, no schema can say.
func linesSchema(f report.Field) object {
	return object{
		{"title", f.Name}, {"type", list{"array", "null"}}, {"maxItems", report.MostTitleLines},
		{"items", object{
			{"type", "string"}, {"minLength", 1}, {"maxLength", report.LongestTitleRow}, {"$ref", "#/$defs/printable"}, {"pattern", linePattern},
		}},
	}
}

func contactSchema(f report.Field) object {
	var properties object
	for _, inner := range report.ContactFields {
		schema, _ := fieldSchema(inner, reflect.TypeFor[report.Contact]())
		properties = append(properties, property{inner.Key(), schema})
	}
	return object{
		{"title", f.Name}, {"type", list{"object", "null"}},
		{"properties", properties}, {"additionalProperties", false},
	}
}

// headConditions are what the tags ask of two fields together.
func headConditions() list {
	head := reflect.TypeFor[report.Report]()
	var conditions list
	for _, f := range report.HeadFields {
		tags := head.FieldByIndex(f.Index).Tag.Get("validate")
		for tag := range strings.SplitSeq(tags, ",") {
			tag, parameter, _ := strings.Cut(tag, "=")
			other, _ := head.FieldByName(parameter)
			otherKey := other.Tag.Get("json")
			switch tag {
			case "required_with":
				conditions = append(conditions, object{{"if", written(otherKey)}, {"then", written(f.Path)}})
			case "excluded_without":
				conditions = append(conditions, object{
					{"if", has(f.Path, object{{"const", true}})},
					{"then", written(otherKey)},
				})
			}
		}
	}
	return conditions
}

// written: the key is there and its text is not empty.
func written(key string) object {
	return has(key, object{{"type", "string"}, {"minLength", 1}})
}

func has(key string, schema object) object {
	return object{{"properties", object{{key, schema}}}, {"required", list{key}}}
}
