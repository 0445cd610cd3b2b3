package check

import (
	"nianbao/check/prose"
	"nianbao/report"
	"nianbao/templates"
)

// Uncovered are the places of the cells that somebody filled in and in which a
// wrong digit would go unseen: no sum that can fail takes them in, no number of
// the prose stands for them and, where last is given, nothing of last year is
// held against them.
func Uncovered(r, last *report.Report) []string {
	if r.Template == nil {
		return nil
	}
	c := coverage{r: r, definition: map[string][]templates.Leaf{}, covered: map[string]bool{}}
	c.sums()
	c.prose()
	if last != nil && last.Template != nil {
		c.lastYear(last)
	}
	var places []string
	for _, leaf := range r.Template.Leaves() {
		if !c.covered[leaf.Path] && c.r.Numbers[leaf.Path].Origin != report.Computed {
			places = append(places, leaf.Place)
		}
	}
	return places
}

// A coverage finds out which cells are held against something.
type coverage struct {
	r          *report.Report
	definition map[string][]templates.Leaf // of a total that the program computed: what it added up
	covered    map[string]bool
}

// sums covers what stands in an equation that can fail. One that computes a
// total cannot, nor can one in which what was typed cancels out. A total that
// the program computed is nobody's slip.
func (c *coverage) sums() {
	for _, e := range c.r.Template.Totals() {
		total, _ := e.Total()
		if _, known := c.definition[total.Path]; !known && c.r.Numbers[total.Path].Origin == report.Computed {
			c.definition[total.Path] = e.Left
		}
	}
	for _, e := range c.r.Template.Equations() {
		_, known := c.r.Sum(e.Left)
		_, alsoKnown := c.r.Sum(e.Right)
		if !known || !alsoKnown {
			continue
		}
		net := map[string]int{}
		c.expand(e.Left, 1, net)
		c.expand(e.Right, -1, net)
		c.cover(net)
	}
}

// expand counts how often each number that was typed goes into a sum.
func (c *coverage) expand(leaves []templates.Leaf, sign int, net map[string]int) {
	for _, leaf := range leaves {
		if addends, computed := c.definition[leaf.Path]; computed {
			c.expand(addends, sign, net)
			continue
		}
		net[leaf.Path] += sign
	}
}

func (c *coverage) cover(net map[string]int) {
	for path, times := range net {
		if times != 0 {
			c.covered[path] = true
		}
	}
}

// prose covers the cells that a number of the prose stands for: whichever of its
// meanings agree, the cells in all of them. A rounded number covers nothing.
func (c *coverage) prose() {
	for _, m := range prose.Held(c.r) {
		if m.Reason != "" || !m.Exact() {
			continue
		}
		var nets []map[string]int
		for _, meaning := range m.Means {
			if m.Agrees && !m.Holds(meaning) {
				continue
			}
			nets = append(nets, c.net(meaning.Leaves...))
		}
		for path := range nets[0] {
			inAll := true
			for _, net := range nets {
				inAll = inAll && net[path] != 0
			}
			if inAll {
				c.covered[path] = true
			}
		}
	}
}

// lastYear covers what carriedOver and inForce compare. That a number is not of
// another scale says nothing of its digits.
func (c *coverage) lastYear(last *report.Report) {
	for _, leaf := range c.r.Template.Leaves() {
		if earlier := carriedFrom(leaf.Path); earlier != "" {
			if _, _, ok := pair(c.r, last, leaf.Path, earlier); ok {
				c.cover(c.net(leaf))
			}
		}
		if f, ok := force(c.r, last, leaf); ok {
			for _, path := range f.paths {
				c.covered[path] = true
			}
		}
	}
}

// net is what was typed of a sum.
func (c *coverage) net(leaves ...templates.Leaf) map[string]int {
	net := map[string]int{}
	c.expand(leaves, 1, net)
	return net
}
