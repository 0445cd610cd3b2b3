package templates

import "strconv"

// Name is how people call an edition, who do not know its key: 2021 年起的国家格式.
// A locality's variant is called after the national edition that it changes.
func (t *Template) Name() string {
	years := strconv.Itoa(t.FirstYear) + " 年起"
	if t.LastYear > 0 {
		years = strconv.Itoa(t.FirstYear) + " 至 " + strconv.Itoa(t.LastYear) + " 年"
	}
	name := years + "的国家格式"
	if t.Variant() {
		name += "的地方变体"
	}
	return name
}

// FullName is the name with the document that the edition comes from.
func (t *Template) FullName() string { return t.Name() + "（" + t.Source + "）" }
