package pack

import (
	"archive/tar"
	"bytes"
	"io"
	"os"
	"path/filepath"

	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"nianbao/release/program"
)

// A File is one of an image or of an archive; the name of a folder ends in a slash.
type File struct {
	name    string
	content []byte
	mode    int64
}

// writeTar writes files without a clock, and without the machine's users.
func writeTar(w io.Writer, files []File) error {
	out := tar.NewWriter(w)
	for _, f := range files {
		header := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Mode: f.mode, Size: int64(len(f.content)), ModTime: program.Packed, Format: tar.FormatUSTAR}
		if f.content == nil {
			header.Typeflag = tar.TypeDir
		}
		if err := out.WriteHeader(header); err != nil {
			return err
		}
		if _, err := out.Write(f.content); err != nil {
			return err
		}
	}
	return out.Close()
}

// opener gives the files as a layer is read.
func opener(files []File) tarball.Opener {
	return func() (io.ReadCloser, error) {
		var content bytes.Buffer
		err := writeTar(&content, files)
		return io.NopCloser(&content), err
	}
}

// DockerArchive is an image as docker load takes it.
func DockerArchive(image v1.Image, tag string) ([]byte, error) {
	reference, err := name.NewTag("nianbao:" + tag)
	if err != nil {
		return nil, err
	}
	var content bytes.Buffer
	err = tarball.Write(reference, image, &content)
	return content.Bytes(), err
}

// A Built image is a processor's.
type Built struct {
	Processor string
	Image     v1.Image
}

// OCIArchive is one image for several processors, as podman load, ctr images
// import and skopeo take it. layout.Write lays it out in a folder first.
func OCIArchive(images []Built, tag, folder string) ([]byte, v1.Hash, error) {
	all := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	for _, b := range images {
		all = mutate.AppendManifests(all, mutate.IndexAddendum{Add: b.Image, Descriptor: v1.Descriptor{
			Platform: &v1.Platform{OS: "linux", Architecture: b.Processor},
		}})
	}
	digest, err := all.Digest()
	if err != nil {
		return nil, digest, err
	}
	path, err := layout.Write(folder, empty.Index)
	if err != nil {
		return nil, digest, err
	}
	err = path.AppendIndex(all, layout.WithAnnotations(map[string]string{
		"org.opencontainers.image.ref.name": tag,
		// By this one, containerd and podman name what they load.
		"io.containerd.image.name": "docker.io/library/nianbao:" + tag,
	}))
	if err != nil {
		return nil, digest, err
	}
	files, err := filesIn(folder)
	if err != nil {
		return nil, digest, err
	}
	var content bytes.Buffer
	err = writeTar(&content, files)
	return content.Bytes(), digest, err
}

// filesIn is all that is in a folder, by name.
func filesIn(folder string) (files []File, err error) {
	err = filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		inside, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		inside = filepath.ToSlash(inside)
		if entry.IsDir() {
			files = append(files, File{inside + "/", nil, 0o755})
			return nil
		}
		content, err := os.ReadFile(path)
		files = append(files, File{inside, content, 0o644})
		return err
	})
	return files, err
}
