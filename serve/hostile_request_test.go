package serve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"
)

// hostile is one request as it goes over the wire, or several, or none.
func hostile(random *rand.Rand, corpus [][]byte) []byte {
	body := spoil(random, corpus[random.Intn(len(corpus))], corpus)
	kind := "application/json"
	switch random.Intn(12) {
	case 0:
		kind = "multipart/form-data; boundary=x"
		body = multipartOf(random, body, corpus)
	case 1:
		kind = pick(random, "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary="+strings.Repeat("b", 100),
			"multipart/mixed; boundary=x", "text/html\x00", strings.Repeat("a/", 1000), "multipart/form-data; boundary=\"x\xff\"")
	}
	path := pick(random, "/api/check", "/api/check", "/api/build?format=pdf", "/api/build?format=docx&draft=1", "/api/build?format=html&draft=1", "/api/copy?format=html&draft=1", "/api/pages", "/api/read",
		"/api/build?format=pdf&pdfa=3a&draft=1", "/api/check?strict=1")
	method := "POST"
	host := "localhost"
	switch random.Intn(8) {
	case 0:
		method = pick(random, "GET", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW", "", "G E T", strings.Repeat("X", 5000))
	case 1:
		path = hostilePath(random)
	case 2:
		host = pick(random, "evil.example", "", "localhost\tx", "[::1", "a b", "127.0.0.1:99999999", strings.Repeat("h", 9000), "localhost@evil.example")
	}
	headers := ""
	switch random.Intn(10) {
	case 0:
		headers = "X-Huge: " + strings.Repeat("h", 1<<uint(8+random.Intn(10))) + "\r\n"
	case 1:
		headers = strings.Repeat("X-Many: v\r\n", 1<<uint(random.Intn(13)))
	case 2:
		headers = pick(random, "Origin: null\r\n", "Origin: \xff\r\n", "Sec-Fetch-Site: cross-site\r\n", "Cookie: "+strings.Repeat("a=b; ", 1000)+"\r\n",
			"Authorization: Bearer \x00\r\n", "If-None-Match: *\r\n", "Expect: 100-continue\r\n", "Expect: 200-ok\r\n", "Upgrade: h2c\r\nConnection: Upgrade\r\n",
			"Range: bytes=0-0,-1,5-\r\n", ": none\r\n", "X\r\n", " folded\r\n", "Transfer-Encoding: gzip\r\n", "Content-Encoding: gzip\r\n")
	}
	return frame(random, fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\n%s", method, path, host, kind, headers), body)
}

// frame ends the headers with a length, true or not, and adds the body.
func frame(random *rand.Rand, head string, body []byte) []byte {
	closing := "Connection: close\r\n"
	switch random.Intn(14) {
	case 0: // announces more than comes
		return fmt.Appendf(nil, "%sContent-Length: %d\r\n\r\n%s", head, len(body)+1+random.Intn(1<<20), body)
	case 1: // announces less: the rest is the next request
		return fmt.Appendf(nil, "%sContent-Length: %d\r\n\r\n%s", head, random.Intn(len(body)+1), body)
	case 2:
		return fmt.Appendf(nil, "%s%sContent-Length: %s\r\n\r\n%s", head, closing, pick(random, "-1", "x", "99999999999999999999", "8388609", "9223372036854775807", "1, 2"), body)
	case 3: // in pieces whose lengths lie
		return fmt.Appendf(nil, "%sTransfer-Encoding: chunked\r\n\r\n%s\r\n%s\r\n0\r\n\r\n", head, pick(random, "fffffffffffffffff", "-1", "zz", "10", "7fffffff", "1;"+strings.Repeat("e", 9000)), body)
	case 4: // in true pieces
		chunked := fmt.Appendf(nil, "%s%sTransfer-Encoding: chunked\r\n\r\n", head, closing)
		for len(body) > 0 {
			n := 1 + random.Intn(len(body))
			chunked = fmt.Appendf(chunked, "%x\r\n%s\r\n", n, body[:n])
			body = body[n:]
		}
		return append(chunked, "0\r\n\r\n"...)
	case 5: // both ways at once
		return fmt.Appendf(nil, "%sContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n%s", head, body)
	case 6: // many at once, without waiting
		one := fmt.Appendf(nil, "%sContent-Length: %d\r\n\r\n%s", head, len(body), body)
		return bytes.Repeat(one, 1+random.Intn(5))
	case 7: // noise
		noise := make([]byte, random.Intn(4000))
		random.Read(noise)
		return noise
	case 8: // stops anywhere
		whole := fmt.Appendf(nil, "%s%sContent-Length: %d\r\n\r\n%s", head, closing, len(body), body)
		return whole[:random.Intn(len(whole))]
	}
	return fmt.Appendf(nil, "%s%sContent-Length: %d\r\n\r\n%s", head, closing, len(body), body)
}

func hostilePath(random *rand.Rand) string {
	return pick(random, "/../../etc/passwd", "/page/../../serve.go", "/%2e%2e/%2e%2e/etc/passwd", "//evil.example/", "/api/../api/check", "/api/check/",
		"/api//check", "/..%5c..%5cwindows", "/index.html%00.js", "/%", "/%zz", "/\xff\xfe", "/?"+strings.Repeat("a=b&", 3000), "/api/schema/../../x",
		"/api/schema/"+strings.Repeat("9", 3000), "/api/schema/%2e%2e", "/api/new?agency=%ff&year=2025", "/api/new?agency="+strings.Repeat("%E9%95%BF", 1000)+"&year=2025",
		"/api/new?agency=x&year=-1", "/api/new?agency=a%00b&year=2025", "http://evil.example/", "*", "", "/api/templates", "/healthz", "/api/", "/api/x",
		"/api/build?format=../../x", "/api/build?format=pdf&draft=%00", "/api/check?;", "/style.css", "/", "/index.html/", "/con", "/.git/config")
}

// spoil changes a report in one of the ways in which bodies are wrong.
func spoil(random *rand.Rand, src []byte, corpus [][]byte) []byte {
	body := bytes.Clone(src)
	switch random.Intn(12) {
	case 0: // cut
		return body[:random.Intn(len(body)+1)]
	case 1: // some bytes changed
		for range 1 + random.Intn(20) {
			if len(body) > 0 {
				body[random.Intn(len(body))] = byte(random.Intn(256))
			}
		}
		return body
	case 2: // wrong types
		for _, pair := range [][2]string{{": 0", pick(random, `: "0"`, ": true", ": []", ": {}", ": 1e999", ": -0", ": 0.00000001")}, {`: "`, pick(random, `: ["`, `: 1"`, `: "\ud800`, `: "\u0000`)}} {
			if random.Intn(2) == 0 {
				body = bytes.Replace(body, []byte(pair[0]), []byte(pair[1]), 1+random.Intn(50))
			}
		}
		return body
	case 3: // deep
		depth := 1 << uint(random.Intn(20))
		return []byte(pick(random, strings.Repeat("[", depth), strings.Repeat(`{"a":`, depth), strings.Repeat("[", depth)+strings.Repeat("]", depth),
			`{"edition":"2021","requests":`+strings.Repeat(`{"received":`, depth)))
	case 4: // two glued together
		return append(body, corpus[random.Intn(len(corpus))]...)
	case 5: // long texts of one thing
		unit := pick(random, "（", "(", "“", "7", "十", "申请12件，", "（7", "a", `\n`, `一、\n`, "（一）", "《", "\u0301", "𬭚", `<script>`, "${x}", `\u202e`, "1.", "，", " ", "�")
		return bytes.Replace(body, []byte(`"overview": "`), []byte(`"overview": "`+strings.Repeat(unit, 1<<uint(random.Intn(14)))), 1)
	case 6: // a piece of it many times
		if len(body) > 100 {
			at := random.Intn(len(body) - 50)
			return append(body[:at:at], bytes.Repeat(body[at:at+50], 1+random.Intn(100))...)
		}
		return body
	case 7: // bad UTF-8
		return bytes.ReplaceAll(body, []byte("。"), []byte(pick(random, "\xff", "\xe3\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xc0\x80")))
	case 8: // now and then far too much
		if random.Intn(20) == 0 {
			return bytes.Repeat([]byte(pick(random, " ", "[", `"`, "{}", "9")), 5<<20+random.Intn(2)*(4<<20))
		}
		return []byte(pick(random, "", "null", "0", `""`, "[]", "{}", "\ufeff{}", "PK\x03\x04", "%PDF-", "\x00", `{"edition":"2021"}`, `{"edition":"9"}`))
	case 9: // names and dates of anything
		var fields map[string]any
		if json.Unmarshal(body, &fields) != nil || fields == nil {
			return body
		}
		unit := pick(random, "\n", "\t", "\u202e", "\x00", "\u2028", "𬭚", "\ufffe", "\ue000", "\u200d", "👨‍👩‍👧", "\ufeff", "局", "-", "9999-99-99", `"`)
		key := pick(random, "agency", "signatory", "date", "preamble", "blank_as", "edition", "contact", "accepted")
		fields[key] = strings.Repeat(unit, 1<<uint(random.Intn(15)))
		body, _ = json.Marshal(fields) // it has just been decoded
		return body
	}
	return body
}

func multipartOf(random *rand.Rand, body []byte, corpus [][]byte) []byte {
	last := corpus[random.Intn(len(corpus))]
	whole := fmt.Appendf(nil, "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--x--\r\n",
		pick(random, "report", "report", "report", "file", "\xff"), body, pick(random, "last", "last", "last", "report", ""), last)
	switch random.Intn(4) {
	case 0:
		return whole[:random.Intn(len(whole))]
	case 1:
		return bytes.Repeat([]byte("--x\r\nA: b\r\n\r\n\r\n"), random.Intn(3000))
	}
	return whole
}

func pick(random *rand.Rand, from ...string) string { return from[random.Intn(len(from))] }
