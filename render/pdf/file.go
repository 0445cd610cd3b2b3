package pdf

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"strconv"

	"nianbao/render/deflate"
)

// A place says where an object stands: the fields of a row of a
// cross-reference stream (ISO 32000-1, table 18).
type place struct {
	kind  byte // 1: at an offset in the file; 2: in an object stream
	where int  // the offset, or the object stream's number
	index int  // in the object stream
}

// file returns the whole file: header, objects, cross-references, trailer.
// The objects are used up.
func (o *objects) file(c Conformance, root, info ref) ([]byte, error) {
	places := make([]place, len(*o))
	if c != PDFA1a {
		places = o.pack(places)
	}
	size := 1024
	for _, object := range *o {
		size += len(object.value) + len(object.data) + 64
	}
	// The second line tells transfer programs that the file is binary (ISO 19005-2, 6.1.2).
	b := append(make([]byte, 0, size), "%PDF-"+c.version()+"\n%\xE2\xE3\xCF\xD3\n"...)
	for i := 1; i < len(*o); i++ {
		if places[i].kind == 2 {
			continue
		}
		places[i] = place{kind: 1, where: len(b)}
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, " 0 obj\n"...)
		b = (*o)[i].appendTo(b)
		b = append(b, "\nendobj\n"...)
	}
	if len(b) > math.MaxInt32 {
		return nil, errors.New("pdf: the file would be larger than 2 GB")
	}
	id := sha256.Sum256(b)
	trailer := fmt.Sprintf("/Root %d 0 R/ID[<%x><%x>]", root, id[:16], id[:16])
	if info != 0 {
		trailer = fmt.Sprintf("/Info %d 0 R", info) + trailer
	}
	start := len(b)
	if c == PDFA1a {
		b = appendTable(b, places, trailer)
	} else {
		b = appendCrossReferences(b, places, trailer)
	}
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start), nil
}

// pack puts all objects that are no streams into compressed object streams
// (ISO 32000-1, 7.5.7) of at most 200, and returns their places.
func (o *objects) pack(places []place) []place {
	const most = 200
	var members []int
	for i, object := range (*o)[1:] {
		if !object.stream {
			members = append(members, i+1)
		}
	}
	for len(members) > 0 {
		batch := members[:min(most, len(members))]
		members = members[len(batch):]
		size := 16 * len(batch)
		for _, number := range batch {
			size += len((*o)[number].value) + 1
		}
		head, body := make([]byte, 0, size), make([]byte, 0, size)
		for index, number := range batch {
			head = append(strconv.AppendInt(head, int64(number), 10), ' ')
			head = append(strconv.AppendInt(head, int64(len(body)), 10), ' ')
			body = append(append(body, (*o)[number].value...), '\n')
			places[number] = place{kind: 2, where: len(*o), index: index}
		}
		o.addStream(fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(batch), len(head)), deflate.Zlib(append(head, body...), deflate.Usual))
		places = append(places, place{})
	}
	return places
}

// appendTable writes the cross-reference table of PDF 1.4 (ISO 32000-1, 7.5.4).
func appendTable(b []byte, places []place, trailer string) []byte {
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(places))
	for _, p := range places[1:] {
		b = fmt.Appendf(b, "%010d 00000 n \n", p.where)
	}
	return fmt.Appendf(b, "trailer\n<</Size %d%s>>\n", len(places), trailer)
}

// appendCrossReferences writes a cross-reference stream (7.5.8). Each row is
// stored as its difference from the row above (PNG's predictor "up").
func appendCrossReferences(b []byte, places []place, trailer string) []byte {
	const columns = 7
	places = append(places, place{kind: 1, where: len(b)}) // the stream itself
	rows := make([]byte, 0, (columns+1)*len(places))
	var above [columns]byte
	for i, p := range places {
		row := [columns]byte{p.kind, byte(p.where >> 24), byte(p.where >> 16), byte(p.where >> 8), byte(p.where), byte(p.index >> 8), byte(p.index)}
		if i == 0 { // the head of the list of free numbers
			row = [columns]byte{5: 0xFF, 6: 0xFF}
		}
		rows = append(rows, 2)
		for k := range row {
			rows = append(rows, row[k]-above[k])
		}
		above = row
	}
	entries := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]%s/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>", len(places), trailer, columns)
	b = fmt.Appendf(b, "%d 0 obj\n", len(places)-1)
	b = object{value: []byte(entries), data: deflate.Zlib(rows, deflate.Usual), stream: true}.appendTo(b)
	return append(b, "\nendobj\n"...)
}
