package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
)

// A refusal is an answer that is not what was asked for, in a sentence that the
// page can show.
type refusal struct {
	status  int
	message string // Chinese
	retry   int    // seconds after which to try again; 0: trying again does not help
}

func (r *refusal) Error() string { return r.message }

// refuse answers with a refusal; any other error is a fault of the program.
func refuse(w http.ResponseWriter, err error) {
	var why *refusal
	if !errors.As(err, &why) {
		panic(err)
	}
	if why.retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(why.retry))
	}
	if err := sendJSON(w, why.status, map[string]string{"message": why.message}); err != nil {
		panic(err)
	}
}

// sendJSON answers with a value, which may hold any text: nothing in it is
// escaped for HTML, because no browser takes it for HTML.
func sendJSON(w http.ResponseWriter, status int, value any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	send(w, status, "application/json; charset=utf-8", out.Bytes())
	return nil
}

// send answers in one piece. Whoever has gone away does not hear it, which
// nobody needs to know.
func send(w http.ResponseWriter, status int, kind string, content []byte) {
	header := w.Header()
	header.Set("Content-Type", kind)
	header.Set("Content-Length", strconv.Itoa(len(content)))
	if header.Get("Cache-Control") == "" {
		header.Set("Cache-Control", "no-store") // reports stay in no cache
	}
	w.WriteHeader(status)
	w.Write(content)
}
