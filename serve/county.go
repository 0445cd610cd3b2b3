package serve

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"nianbao/serve/county"
)

// handleCounty lets the page collect the reports of many units, where the program is
// somebody's own. These requests name places on the disk: nobody but its user's page
// sends them.
func (s *Service) handleCounty(folder string) {
	if folder == "" {
		return
	}
	d := county.New(folder, s.log)
	s.county = d
	s.handle("POST /api/county/{work}", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		body, done, err := s.body(w, r)
		defer done()
		if err != nil {
			return reply{}, err
		}
		id, err := d.Begin(r.PathValue("work"), body)
		return countyReply(map[string]int{"id": id}, err)
	}))
	s.handle("GET /api/county/job/{id}", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		id, _ := strconv.Atoi(r.PathValue("id")) // no job is 0
		return countyReply(d.Progress(id))
	}))
	s.handle("DELETE /api/county/job/{id}", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		id, _ := strconv.Atoi(r.PathValue("id"))
		return countyReply(d.Stop(id))
	}))
	s.handle("PUT /api/county/files/{as}", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		body, done, err := s.body(w, r)
		defer done()
		if err != nil {
			return reply{}, err
		}
		return countyReply(true, d.Put(r.PathValue("as"), r.URL.Query().Get("path"), body))
	}), "path")
	s.handle("DELETE /api/county/files/{as}", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		return countyReply(true, d.Clear(r.PathValue("as")))
	}))
	s.handle("GET /api/county/results", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		content, err := d.Results()
		return countyFile("汇总结果.zip", content, err)
	}))
	s.handle("GET /api/county/file", ofThePage(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		name := r.URL.Query().Get("name")
		content, err := d.File(name)
		return countyFile(name[strings.LastIndexByte(name, '/')+1:], content, err)
	}), "name")
}

// ofThePage refuses whoever does not show to be the page: what changes something must
// name its origin, which other sites' pages cannot forge, and the guard has held
// against the address.
func ofThePage(answer handler) handler {
	return ofTheUser(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		site, origin := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Origin")
		own := site == "same-origin" || site == "" && origin == "http://"+r.Host
		if r.Method == http.MethodGet {
			own = site == "same-origin" || site == "" || site == "none" // somebody opens a result in a tab
		}
		if !own {
			return reply{}, &refusal{status: http.StatusForbidden, message: "这要在程序自己的页面上做"}
		}
		return answer(w, r)
	})
}

// countyReply is an answer as JSON, or why there is none.
func countyReply(value any, err error) (reply, error) {
	if err != nil {
		return reply{}, countyRefusal(err)
	}
	return inJSON(http.StatusOK, value)
}

func countyFile(name string, content []byte, err error) (reply, error) {
	if err != nil {
		return reply{}, countyRefusal(err)
	}
	return reply{status: http.StatusOK, kind: "application/octet-stream", name: name, content: content}, nil
}

func countyRefusal(err error) error {
	if why := (*county.Refusal)(nil); errors.As(err, &why) {
		return &refusal{status: why.Status, message: why.Message}
	}
	return err
}
