// Command image packs the program as an OCI image for every processor of Linux,
// without any engine: cd deploy && go run ./image -o dist
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/deploy/image/pack"
	"nianbao/release/program"
)

func main() {
	folder := flag.String("o", "dist", "the folder to write into")
	flag.Parse()
	if err := write(*folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write puts into a folder the image of all processors as an OCI archive, each
// processor's as an archive that docker load takes, its bill of materials, and
// SHA256SUMS. The same commit and the same Go give the same bytes.
func write(folder string) error {
	d, err := program.Deliver(folder)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "nianbao-image-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	terms, err := pack.Terms()
	if err != nil {
		return err
	}
	tool, err := program.InstallBillTool(work)
	if err != nil {
		return err
	}
	var images []pack.Built
	var tag string
	for _, t := range program.Targets {
		if t.System != "linux" {
			continue
		}
		binary, err := t.Build(work)
		if err != nil {
			return err
		}
		tag, err = pack.Tag(binary)
		if err != nil {
			return err
		}
		image, err := pack.Image(t.Processor, binary, terms)
		if err != nil {
			return err
		}
		images = append(images, pack.Built{Processor: t.Processor, Image: image})
		archive, err := pack.DockerArchive(image, tag)
		if err != nil {
			return err
		}
		if err := d.Put("nianbao-image-"+t.Processor+".tar", archive); err != nil {
			return err
		}
		bill, err := program.BillOf(tool, filepath.Join(work, t.File()))
		if err != nil {
			return err
		}
		if err := d.Put(t.BillName(), bill); err != nil {
			return err
		}
	}
	archive, digest, err := pack.OCIArchive(images, tag, filepath.Join(work, "layout"))
	if err != nil {
		return err
	}
	if err := d.Put("nianbao-image.tar", archive); err != nil {
		return err
	}
	fmt.Printf("nianbao:%s  %s  %.1f MB for %d processors\n", tag, digest, float64(len(archive))/(1<<20), len(images))
	return d.Close()
}
