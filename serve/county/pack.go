package county

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/filing/disk"
)

// The results of a round as one file: written for people to take away, read again as
// those of the round before.

// packed is the time of every file in the archive: the same results, the same bytes.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Results are the files that the jobs wrote, as a zip.
func (d *Desk) Results() ([]byte, error) {
	files, err := d.written()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range files.names {
		content, err := files.read(name)
		if err != nil {
			return nil, err
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(content); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	if out.Len() > mostPacked {
		return nil, refused(http.StatusRequestEntityTooLarge, "结果有 %d MB，太大了，不能一次下载；请改用“这台电脑上的文件夹”，结果写在文件夹里", out.Len()>>20)
	}
	return out.Bytes(), nil
}

// mostPacked is what the service holds for one who reads slowly.
const mostPacked = 16 << 20

// File is one of the files that the jobs wrote.
func (d *Desk) File(name string) ([]byte, error) {
	files, err := d.written()
	if err == nil && !slices.Contains(files.names, name) {
		err = refused(http.StatusNotFound, "没有这个结果")
	}
	if err != nil {
		return nil, err
	}
	return files.read(name)
}

func (d *Desk) written() (written, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.results.names) == 0 {
		return written{}, refused(http.StatusNotFound, "还没有结果")
	}
	return written{d.results.folder, slices.Clone(d.results.names)}, nil
}

func (w written) read(name string) ([]byte, error) {
	content, err := os.ReadFile(filepath.Join(w.folder, filepath.FromSlash(name)))
	if err != nil {
		return nil, refused(http.StatusNotFound, "“%s”读不了：%s", name, disk.Reason(err))
	}
	return content, nil
}

// Limits of an archive that is handed over.
const (
	mostEntries  = 5_000
	mostUnpacked = 200 << 20
	mostOfOne    = 16 << 20
)

// unpack takes the results of the round before out of a zip.
func (r *room) unpack(content []byte) error {
	broken := refused(http.StatusUnprocessableEntity, "这个 zip 坏了，或者不是收件的结果；请解开以后选里面的文件夹")
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return broken
	}
	if len(z.File) > mostEntries {
		return refused(http.StatusRequestEntityTooLarge, "这个 zip 里有 %d 个文件，不像是收件的结果", len(z.File))
	}
	total := int64(0)
	for _, f := range z.File {
		name := f.Name
		if strings.HasSuffix(name, "/") || !isResult(name) {
			continue
		}
		if !isLocal(name) {
			return broken
		}
		in, err := f.Open()
		if err != nil {
			return broken
		}
		data, err := io.ReadAll(io.LimitReader(in, mostOfOne+1))
		in.Close()
		if total += int64(len(data)); err != nil || len(data) > mostOfOne || total > mostUnpacked {
			return broken
		}
		if err := r.write(filepath.Join(folders["before"], filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	return nil
}

// isResult holds for what a round reads of the one before.
func isResult(name string) bool {
	extension := strings.ToLower(filepath.Ext(name))
	return extension == ".xlsx" || extension == ".json"
}
