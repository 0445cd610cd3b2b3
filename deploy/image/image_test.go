package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"nianbao/release/program"
)

var processors = []string{"amd64", "arm64", "loong64"}

// packed are the files of one run of the command, made once for all tests.
var packed = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "nianbao-image-test-")
	if err != nil {
		return "", err
	}
	return folder, write(folder)
})

func TestMain(m *testing.M) {
	status := m.Run()
	if folder, err := packed(); err == nil {
		os.RemoveAll(folder)
	}
	os.Exit(status)
}

func images(t *testing.T) (folder string) {
	t.Helper()
	folder, err := packed()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// Packed again, into another folder, on a machine with other habits, all files
// have the same bytes.
func TestSameBytesTwice(t *testing.T) {
	folder, again := images(t), t.TempDir()
	t.Setenv("TZ", "Pacific/Auckland")
	t.Setenv("TMPDIR", t.TempDir())
	if err := write(again); err != nil {
		t.Fatal(err)
	}
	first, second := filesOf(t, folder), filesOf(t, again)
	if len(first) != 8 { // one archive for all, and an archive and a bill a processor; the sums
		t.Errorf("written: %v", slices.Sorted(maps.Keys(first)))
	}
	if !maps.Equal(first, second) {
		t.Error("packed again, the image has other bytes")
	}
	check := exec.Command("sha256sum", "--check", "--strict", "SHA256SUMS")
	check.Dir = folder
	if said, err := check.CombinedOutput(); err != nil || bytes.Count(said, []byte(": OK")) != len(first)-1 {
		t.Errorf("%v\n%s", err, said)
	}
}

// The image of each processor has the program that release packs, all terms, and
// nothing else; all of it is root's, and nobody may change it.
func TestContents(t *testing.T) {
	layout := untar(t, filesOf(t, images(t))["nianbao-image.tar"])
	var top, all struct{ Manifests []descriptor }
	decode(t, layout["index.json"].content, &top)
	if len(top.Manifests) != 1 {
		t.Fatalf("the archive has %d images", len(top.Manifests))
	}
	decode(t, blob(t, layout, top.Manifests[0]), &all)
	if len(all.Manifests) != len(processors) {
		t.Fatalf("for %d processors", len(all.Manifests))
	}
	for i, processor := range processors {
		t.Run(processor, func(t *testing.T) {
			one := all.Manifests[i]
			if one.Platform.OS != "linux" || one.Platform.Architecture != processor {
				t.Errorf("it is for %v", one.Platform)
			}
			var manifest struct {
				Config descriptor
				Layers []descriptor
			}
			decode(t, blob(t, layout, one), &manifest)
			var config struct {
				Architecture, OS, Created string
				Config                    struct {
					User            string
					Entrypoint, Cmd []string
					Labels          map[string]string
				}
			}
			decode(t, blob(t, layout, manifest.Config), &config)
			if config.Architecture != processor || config.OS != "linux" || config.Created != "2000-01-01T00:00:00Z" || config.Config.User != "65532:65532" {
				t.Errorf("the configuration: %+v", config)
			}
			if words := strings.Join(append(config.Config.Entrypoint, config.Config.Cmd...), " "); words != "/bin/nianbao serve -service -addr :8640" {
				t.Errorf("it starts %s", words)
			}
			if config.Config.Labels["org.opencontainers.image.version"] == "" || !strings.Contains(config.Config.Labels["org.opencontainers.image.licenses"], "Apache-2.0") {
				t.Errorf("labels: %v", config.Config.Labels)
			}
			found := map[string]entry{}
			for _, layer := range manifest.Layers {
				plain, err := gzip.NewReader(bytes.NewReader(blob(t, layout, layer)))
				if err != nil {
					t.Fatal(err)
				}
				content, err := io.ReadAll(plain)
				if err != nil {
					t.Fatal(err)
				}
				maps.Copy(found, untar(t, string(content)))
			}
			compareFiles(t, processor, found)
		})
	}
}

func compareFiles(t *testing.T, processor string, found map[string]entry) {
	t.Helper()
	want := map[string]int64{
		"bin/": 0o755, "bin/nianbao": 0o755, "licenses/": 0o755, "licenses/LICENSES.txt": 0o644,
		"licenses/fonts/": 0o755, "licenses/fonts/faces/": 0o755, "licenses/fonts/faces/LICENSES/": 0o755,
	}
	making, err := program.MakingOfFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range making {
		want["licenses/fonts/"+source.Name] = int64(source.Mode)
	}
	got := map[string]int64{}
	for name, e := range found {
		got[name] = e.header.Mode
		if h := e.header; h.Uid != 0 || h.Gid != 0 || h.Uname != "" || h.Gname != "" || !h.ModTime.Equal(program.Packed) || h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeDir {
			t.Errorf("%s: %+v", name, h)
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("it has %v, not %v", got, want)
	}
	binary, err := (program.Target{System: "linux", Processor: processor}).Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(found["bin/nianbao"].content, binary) {
		t.Error("its program is not the one of the release")
	}
	for _, part := range []string{"Apache License", "GNU GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE", "shopspring/decimal"} {
		if !bytes.Contains(found["licenses/LICENSES.txt"].content, []byte(part)) {
			t.Errorf("the terms lack %q", part)
		}
	}
}

type descriptor struct {
	Digest   string
	Size     int
	Platform struct{ OS, Architecture string }
}

type entry struct {
	header  *tar.Header
	content []byte
}

// blob is what a descriptor means: its bytes have that sum and size.
func blob(t *testing.T, layout map[string]entry, d descriptor) []byte {
	t.Helper()
	content := layout["blobs/"+strings.Replace(d.Digest, ":", "/", 1)].content
	if sum := sum256(content); "sha256:"+sum != d.Digest || len(content) != d.Size {
		t.Fatalf("%s has the sum %s and %d bytes, not %d", d.Digest, sum, len(content), d.Size)
	}
	return content
}

func untar(t *testing.T, archive string) map[string]entry {
	t.Helper()
	found := map[string]entry{}
	for in := tar.NewReader(strings.NewReader(archive)); ; {
		header, err := in.Next()
		if err == io.EOF {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := found[header.Name]; twice {
			t.Errorf("%s is there twice", header.Name)
		}
		found[header.Name] = entry{header, content}
	}
}

func filesOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(content)
	}
	return files
}

func decode(t *testing.T, content []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(content, into); err != nil {
		t.Fatalf("%v in %.200s", err, content)
	}
}

func sum256(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }
