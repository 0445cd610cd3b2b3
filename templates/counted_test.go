package templates

import "testing"

// Where the rows or the columns of a part are added up, each of them stands in one
// of the sums. One that was forgotten would be printed and never counted.
func TestNothingIsLeftOutOfTheSums(t *testing.T) {
	for _, edition := range Editions() {
		for _, section := range mustLoad(t, edition).Sections {
			if section.Table == nil {
				continue
			}
			for _, part := range section.Table.Parts {
				for _, missing := range uncounted(part) {
					t.Errorf("%s: %s stands in no sum of %s", edition, missing, section.Key)
				}
			}
		}
	}
}

func uncounted(part Part) []string {
	counted := map[string]bool{}
	over := map[string]bool{}
	for _, sum := range part.Sums {
		over[sum.Over] = true
		for _, key := range sum.Left {
			counted[sum.Over+" "+key] = true
		}
		for _, key := range sum.Right {
			counted[sum.Over+" "+key] = true
		}
	}
	var missing []string
	for _, row := range part.Rows {
		if over[OverRows] && !counted[OverRows+" "+row.Key] {
			missing = append(missing, "the row "+row.Key)
		}
	}
	for _, column := range part.Columns {
		if over[OverColumns] && !counted[OverColumns+" "+column.Key] {
			missing = append(missing, "the column "+column.Key)
		}
	}
	return missing
}
