package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"

	"nianbao/render/sealed"
)

// end is the last chunk of every PNG file (ISO/IEC 15948, 11.2.5).
const end = "\x00\x00\x00\x00IEND\xaeB`\x82"

// key begins the text chunk before it that says what sealed.Text puts into text files.
const key = "nianbao\x00"

func encode(picture image.Image, in Input) ([]byte, error) {
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := encoder.Encode(&out, picture); err != nil {
		return nil, err
	}
	content := bytes.TrimSuffix(out.Bytes(), []byte(end))
	says := key + sealed.Says(content, in.Document.Digest)
	return append(append(content, chunk("tEXt", says)...), end...), nil
}

// chunk is one of a PNG file: length, kind, data and checksum (5.3).
func chunk(kind, data string) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(out, kind+data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// parted is what stands before a PNG file's seal, and what that says.
func parted(file []byte) (content []byte, says string) {
	body, ok := bytes.CutSuffix(file, []byte(end))
	at := bytes.LastIndex(body, []byte("tEXt"+key))
	if !ok || at < 4 {
		return nil, ""
	}
	data := body[at+len("tEXt") : max(at+len("tEXt"), len(body)-4)]
	if !bytes.Equal(body[at-4:], chunk("tEXt", string(data))) {
		return nil, ""
	}
	return body[:at-4], string(data[len(key):])
}

// Edited reports whether a PNG file is not, byte for byte, as it was written.
func Edited(file []byte) bool {
	content, says := parted(file)
	return content == nil || sealed.Says(content, sealed.PrintedIn(says)) != says
}

// Printed is the document's digest that a PNG file carries, or "".
func Printed(file []byte) string {
	_, says := parted(file)
	return sealed.PrintedIn(says)
}
