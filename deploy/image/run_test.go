package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nianbao/deploy/container"
	"nianbao/fixtures"
	"nianbao/release/program"
)

const token = "0123456789abcdef"

// The image runs with nothing that can be written, no capability and no user of
// the system, on every processor, and gives the files of nianbao build.
func TestRuns(t *testing.T) {
	want := builtHere(t)
	for _, processor := range processors {
		t.Run(processor, func(t *testing.T) {
			c := container.Start(t, container.Spec{
				Archive: filepath.Join(images(t), "nianbao-image.tar"), Processor: processor,
				Env: []string{"NIANBAO_TOKEN=" + token},
			})
			client := c.Client()
			c.Answers(t, client, "http://127.0.0.1:8640/healthz")
			for field, value := range map[string]string{"Uid": "65532\t65532\t65532\t65532", "Gid": "65532\t65532\t65532\t65532", "CapEff": "0000000000000000", "CapBnd": "0000000000000000", "NoNewPrivs": "1"} {
				if got := c.Status(t, field); got != value {
					t.Errorf("%s is %q", field, got)
				}
			}
			for format, content := range want {
				if got := ask(t, client, format, fixtures.Named(t, "laiyuan-2022").JSON); !bytes.Equal(got, content) {
					t.Errorf("%s: %d bytes, not the file of nianbao build", format, len(got))
				}
			}
			if status, said := c.Stop(t); status != 0 || !strings.Contains(said, "msg=shutdown") {
				t.Errorf("asked to end, it ends with %d: %s", status, said)
			}
		})
	}
}

// Without a token it does not listen for the network, and says why.
func TestWantsAToken(t *testing.T) {
	c := container.Start(t, container.Spec{Archive: filepath.Join(images(t), "nianbao-image.tar"), Processor: runtime.GOARCH})
	if status, said := c.Wait(); status != 2 || !strings.Contains(said, "要有口令") {
		t.Errorf("it ends with %d: %s", status, said)
	}
}

// The tools that put images into registries and onto nodes know the archives.
func TestArchivesAreKnown(t *testing.T) {
	if _, err := exec.LookPath("skopeo"); err != nil {
		t.Skip("no skopeo on this machine")
	}
	for _, processor := range processors {
		for _, source := range []string{"oci-archive:nianbao-image.tar", "docker-archive:nianbao-image-" + processor + ".tar"} {
			inspect := exec.Command("skopeo", "--override-os", "linux", "--override-arch", processor, "inspect", "--format", "{{.Architecture}} {{.Os}} {{len .Layers}} {{index .Labels \"org.opencontainers.image.title\"}}", source)
			inspect.Dir = images(t)
			said, err := inspect.CombinedOutput()
			if err != nil || strings.TrimSpace(string(said)) != processor+" linux 2 nianbao" {
				t.Errorf("%s, %s: %v\n%s", processor, source, err, said)
			}
		}
	}
}

// builtHere are the files that the program of the release writes, by format.
func builtHere(t *testing.T) map[string][]byte {
	t.Helper()
	folder := t.TempDir()
	here := program.Target{System: runtime.GOOS, Processor: runtime.GOARCH}
	if _, err := here.Build(folder); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(folder, "report.json")
	if err := os.WriteFile(report, fixtures.Named(t, "laiyuan-2022").JSON, 0o644); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, format := range []string{"pdf", "docx"} {
		out := filepath.Join(folder, format)
		build := exec.Command(filepath.Join(folder, here.File()), "build", "-faces", "embedded", "-format", format, "-o", out, report)
		if said, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		for _, content := range filesOf(t, out) {
			files[format] = []byte(content)
		}
	}
	return files
}

func ask(t *testing.T, client *http.Client, format string, report []byte) []byte {
	t.Helper()
	request, err := http.NewRequest("POST", "http://127.0.0.1:8640/api/build?format="+format, bytes.NewReader(report))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+token)
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%d, %v: %.300s", answer.StatusCode, err, content)
	}
	return content
}
