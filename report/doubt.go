package report

// Doubt marks numbers as reported already: whoever made the report of another
// kind of file has told people that they could not be read. Such a number is
// blank, nothing is computed for it, and no check speaks of it again.
func (r *Report) Doubt(paths ...string) {
	if len(paths) == 0 {
		return
	}
	for _, path := range paths {
		r.doubtful[path] = true
		delete(r.Numbers, path)
	}
	for path, number := range r.Numbers {
		if number.Origin == Computed {
			delete(r.Numbers, path)
		}
	}
	r.complete()
}
