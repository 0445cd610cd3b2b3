package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// A refusal is an answer that is not what was asked for, in a sentence that the
// page can show.
type refusal struct {
	status  int
	message string // Chinese
	retry   int    // seconds after which to try again; 0: trying again does not help
	prints  string // digest of what the file that was sent prints; "": it does not say
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
	out, err := inJSON(why.status, struct {
		Message string `json:"message"`
		Prints  string `json:"prints,omitempty"`
	}{why.message, why.prints})
	if err != nil {
		panic(err)
	}
	out.send(w)
}

// A reply is a whole answer, ready to be sent.
type reply struct {
	status  int
	kind    string // media type
	name    string // of the file to save it as; "": it is not to be saved
	content []byte
}

// inJSON is a value as an answer. It may hold any text: nothing in it is escaped
// for HTML, because no browser takes it for HTML.
func inJSON(status int, value any) (reply, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return reply{status: status, kind: "application/json; charset=utf-8", content: out.Bytes()}, err
}

// send sends the answer in one piece. Whoever has gone away does not hear it,
// which nobody needs to know.
func (out reply) send(w http.ResponseWriter) {
	header := w.Header()
	if out.status != http.StatusNotModified {
		header.Set("Content-Type", out.kind)
		header.Set("Content-Length", strconv.Itoa(len(out.content)))
	}
	if out.name != "" {
		header.Set("Content-Disposition", attachment(out.name))
	}
	if header.Get("Cache-Control") == "" {
		header.Set("Cache-Control", "no-store") // reports stay in no cache
	}
	w.WriteHeader(out.status)
	w.Write(out.content)
}

// attachment names the file to save (RFC 6266); programs that know no UTF-8
// there, such as curl, get a plain one that is each report's own.
func attachment(name string) string {
	sum := sha256.Sum256([]byte(name))
	plain := fmt.Sprintf("report-%x%s", sum[:4], name[strings.LastIndexByte(name, '.'):])
	return fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, plain, strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
}
