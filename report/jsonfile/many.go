package jsonfile

import (
	"sync"

	"nianbao/report"
	"nianbao/templates"
)

// maxMembers is how many keys of one object are kept whatever they are: twice what
// is listed of problems. Of the keys that follow, those that the form has somewhere
// are kept, each twice at most, for they may be the report; the rest are counted.
const maxMembers = 2 * MaxProblems

// everyKey holds the keys that any edition has anywhere.
var everyKey = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{"accepted": true, unitsKey: true, partsKey: true, templates.PreambleKey: true}
	for _, f := range report.HeadFields {
		keys[f.Path] = true
	}
	for _, f := range report.ContactFields {
		keys[f.Path[len("contact."):]] = true
	}
	for _, n := range acceptanceKeys {
		keys[n.key] = true
	}
	editions, err := templates.All()
	if err != nil {
		panic(err) // the program's own files, which its tests load
	}
	var visit func(node *templates.Node)
	visit = func(node *templates.Node) {
		for _, child := range node.Nodes {
			keys[child.Key] = true
			visit(child)
		}
	}
	for _, t := range editions {
		visit(t.Tree())
	}
	return keys
})
