package serve

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func apiPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// The examples of docs/api.md do what they show, as they stand there.
func TestExamplesOfTheAPI(t *testing.T) {
	for _, tool := range []string{"sh", "curl"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("there is no " + tool)
		}
	}
	server := httptest.NewServer(New(Options{Faces: embedded(t)}))
	defer server.Close()
	folder := t.TempDir()
	fixtures, err := filepath.Abs("../fixtures")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(fixtures, filepath.Join(folder, "fixtures")); err != nil {
		t.Fatal(err)
	}
	examples := strings.Split(apiPage(t), "```sh run\n")[1:]
	if len(examples) < 8 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, example := range examples {
		script, _, _ := strings.Cut(example, "```")
		cmd := exec.Command("sh", "-e", "-c", script)
		cmd.Dir = folder
		cmd.Env = append(os.Environ(), "nianbao="+server.URL, "report=fixtures/laiyuan-2022/report.json")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s%v: %s", script, err, clip(string(out), 500))
		}
	}
	written, err := filepath.Glob(filepath.Join(folder, "*.*"))
	if err != nil || len(written) != 4 {
		t.Errorf("the examples leave %v", written)
	}
}

// What the service answers is described.
func TestAnswersAreDescribed(t *testing.T) {
	page := apiPage(t)
	for _, answer := range []any{finding{}, pictures{}, opened{}, pasteable{}} {
		for i := range reflect.TypeOf(answer).NumField() {
			key, _, _ := strings.Cut(reflect.TypeOf(answer).Field(i).Tag.Get("json"), ",")
			if !strings.Contains(page, "`"+key+"`") && !strings.Contains(page, `"`+key+`"`) {
				t.Errorf("docs/api.md says nothing of %s in %T", key, answer)
			}
		}
	}
}
