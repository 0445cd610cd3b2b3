// Package pack makes images of the program, without an engine.
package pack

import (
	"bytes"
	"compress/gzip"
	"debug/buildinfo"
	"path"
	"runtime/debug"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"nianbao/release/program"
)

// nobody is a user that no system has: its number owns nothing, outside or in the image.
const nobody = "65532:65532"

// Image is an image that has the program, the terms of its parts, and nothing
// else: no shell, no library, no list of users, no folder for temporary files.
func Image(processor string, binary []byte, terms []File) (v1.Image, error) {
	info, err := buildinfo.Read(bytes.NewReader(binary))
	if err != nil {
		return nil, err
	}
	config := &v1.ConfigFile{
		Architecture: processor,
		OS:           "linux",
		Created:      v1.Time{Time: program.Packed},
		RootFS:       v1.RootFS{Type: "layers", DiffIDs: []v1.Hash{}},
		Config: v1.Config{
			User:         nobody,
			Env:          []string{"PATH=/bin"},
			Entrypoint:   []string{"/bin/nianbao"},
			Cmd:          []string{"serve", "-service", "-addr", ":8640"},
			ExposedPorts: map[string]struct{}{"8640/tcp": {}},
			WorkingDir:   "/",
			Labels:       labels(info),
		},
	}
	image, err := mutate.ConfigFile(mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1), types.OCIConfigJSON), config)
	if err != nil {
		return nil, err
	}
	for _, part := range []struct {
		about string
		files []File
	}{
		{"the terms of all parts, and how the faces were made", terms},
		{"the program", []File{{"bin/", nil, 0o755}, {"bin/nianbao", binary, 0o755}}},
	} {
		layer, err := tarball.LayerFromOpener(opener(part.files), tarball.WithMediaType(types.OCILayer), tarball.WithCompressionLevel(gzip.BestCompression), tarball.WithCompressedCaching)
		if err != nil {
			return nil, err
		}
		image, err = mutate.Append(image, mutate.Addendum{Layer: layer, History: v1.History{
			Created: v1.Time{Time: program.Packed}, CreatedBy: "nianbao/deploy/image", Comment: part.about,
		}})
		if err != nil {
			return nil, err
		}
	}
	return image, nil
}

// Terms are what is handed on with the program: the terms of all parts, and
// what those of the embedded 仿宋 ask for beside it.
func Terms() ([]File, error) {
	terms, err := program.Licences()
	if err != nil {
		return nil, err
	}
	making, err := program.MakingOfFaces()
	if err != nil {
		return nil, err
	}
	files := []File{{"licenses/", nil, 0o755}, {"licenses/LICENSES.txt", []byte(terms), 0o644}, {"licenses/fonts/", nil, 0o755}}
	within := map[string]bool{".": true}
	for _, source := range making {
		for _, folder := range []string{path.Dir(path.Dir(source.Name)), path.Dir(source.Name)} {
			if !within[folder] {
				within[folder] = true
				files = append(files, File{"licenses/fonts/" + folder + "/", nil, 0o755})
			}
		}
		files = append(files, File{"licenses/fonts/" + source.Name, source.Content, int64(source.Mode)})
	}
	return files, nil
}

// labels say what is in the image, as the program itself has it from the build.
func labels(info *debug.BuildInfo) map[string]string {
	said := map[string]string{
		"org.opencontainers.image.title":       "nianbao",
		"org.opencontainers.image.description": "Annual reports on government information disclosure: checked, as Word and PDF",
		"org.opencontainers.image.licenses":    "Apache-2.0 AND OFL-1.1 AND GPL-3.0-only WITH Font-exception-2.0",
		"org.opencontainers.image.version":     tagOf(info),
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			said["org.opencontainers.image.revision"] = setting.Value
		}
	}
	return said
}

// Tag is a program's version as the tag of an image may be written.
func Tag(binary []byte) (string, error) {
	info, err := buildinfo.Read(bytes.NewReader(binary))
	if err != nil {
		return "", err
	}
	return tagOf(info), nil
}

func tagOf(info *debug.BuildInfo) string {
	return strings.ReplaceAll(strings.Trim(info.Main.Version, "()"), "+", "-")
}
