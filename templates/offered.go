package templates

// Offered are the editions that a new report may be written on, oldest first.
func Offered() ([]*Template, error) {
	var offered []*Template
	for _, edition := range Editions() {
		t, err := Load(edition)
		if err != nil {
			return nil, err
		}
		if !t.Variant {
			offered = append(offered, t)
		}
	}
	return offered, nil
}

// Covers reports whether an edition is meant for a year's report.
func (t *Template) Covers(year int) bool {
	return year >= t.FirstYear && (t.LastYear == 0 || year <= t.LastYear)
}
