package schema

import (
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

type (
	object   = jsonfile.Object
	property = jsonfile.Property
	list     = jsonfile.List
)

// kindName is what the schema calls a kind of number.
func kindName(kind templates.Kind) string {
	if kind == templates.Count {
		return "count"
	}
	return string(kind)
}
