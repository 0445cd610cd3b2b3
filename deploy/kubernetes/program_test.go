package kubernetes

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"nianbao/deploy/container"
	"nianbao/deploy/image/pack"
	"nianbao/fixtures"
	"nianbao/release/program"
	"sigs.k8s.io/yaml"
)

const token = "0123456789abcdef0123456789abcdef"

// The program in its image, started as the Deployment has it, answers what the
// cluster asks of it, and stays within its limits.
func TestProgram(t *testing.T) {
	m := read(t)
	pod := m.deployment.Spec.Template.Spec
	spec := pod.Containers[0]
	mounted := spec.VolumeMounts[0].MountPath + "/" + pod.Volumes[0].Secret.Items[0].Path
	c := container.Start(t, container.Spec{
		Archive: image(t), Processor: runtime.GOARCH, Args: spec.Args,
		Files:    map[string][]byte{mounted: []byte(token + "\n")},
		MilliCPU: spec.Resources.Limits.Cpu().MilliValue(), Memory: spec.Resources.Limits.Memory().Value(),
	})
	at := fmt.Sprintf("127.0.0.1:%d", spec.Ports[0].ContainerPort)
	client := c.Client()
	// The cluster asks by the pod's address, as Host has it then.
	c.Answers(t, client, "http://"+at+spec.ReadinessProbe.HTTPGet.Path)
	ask := func(method, host, path string, body []byte) (status int, content string) {
		request, err := http.NewRequest(method, "http://"+at+path, bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Host = host
		request.Header.Set("Authorization", "Bearer "+token)
		answer, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		read, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return answer.StatusCode, string(read)
	}
	if status, _ := ask("GET", at, spec.LivenessProbe.HTTPGet.Path, nil); status != http.StatusOK {
		t.Errorf("asked whether it lives: %d", status)
	}
	report := fixtures.Named(t, "laiyuan-2022").JSON
	for _, name := range []string{m.ingress.Spec.Rules[0].Host, m.service.Name + "." + m.service.Namespace + ".svc"} {
		if status, content := ask("POST", name, "/api/build?format=pdf", report); status != http.StatusOK || !strings.HasPrefix(content, "%PDF") {
			t.Errorf("asked as %s: %d", name, status)
		}
	}
	if status, _ := ask("GET", "nianbao.example.com", "/", nil); status != http.StatusMisdirectedRequest {
		t.Errorf("asked by a name that nobody gave it: %d", status)
	}

	_, said := ask("GET", at, m.monitor.Spec.PodMetricsEndpoints[0].Path, nil)
	if processors := metric(t, said, "go_sched_gomaxprocs_threads"); int64(processors) != min(spec.Resources.Limits.Cpu().Value(), int64(runtime.NumCPU())) {
		t.Errorf("it works at %v reports at once; the limit is %v processors", processors, spec.Resources.Limits.Cpu())
	}
	if soft, hard := metric(t, said, "go_gc_gomemlimit_bytes"), float64(spec.Resources.Limits.Memory().Value()); soft > hard/2 {
		t.Errorf("its collector keeps it below %v bytes; it is killed at %v", soft, hard)
	}
	if took, requested := metric(t, said, "process_resident_memory_bytes"), float64(spec.Resources.Requests.Memory().Value()); took > requested {
		t.Errorf("two reports take %v bytes; %v are requested", took, requested)
	}
	metricsAreThere(t, m, said)
}

// metricsAreThere: the autoscaler asks for what the adapter makes, and that is
// made of what the program has.
func metricsAreThere(t *testing.T, m manifests, said string) {
	t.Helper()
	content, err := os.ReadFile("prometheus/adapter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var adapter struct {
		Rules []struct {
			SeriesQuery string `json:"seriesQuery"`
			Resources   struct {
				Overrides map[string]struct{ Resource string } `json:"overrides"`
			} `json:"resources"`
			Name         struct{ Matches, As string } `json:"name"`
			MetricsQuery string                       `json:"metricsQuery"`
		} `json:"rules"`
	}
	if err := yaml.UnmarshalStrict(content, &adapter); err != nil {
		t.Fatal(err)
	}
	rule := adapter.Rules[0]
	if asked := m.autoscaler.Spec.Metrics[0].Pods.Metric.Name; rule.Name.As != asked {
		t.Errorf("the adapter makes %s, the autoscaler asks for %s", rule.Name.As, asked)
	}
	series := regexp.MustCompile(`nianbao_[a-z_]+`)
	named := append(series.FindAllString(rule.SeriesQuery+" "+rule.MetricsQuery, -1), rule.Name.Matches)
	if len(named) < 4 {
		t.Errorf("the rule names only %v", named)
	}
	for _, name := range named {
		metric(t, said, name)
	}
}

// metric is a value that the program tells.
func metric(t *testing.T, said, name string) float64 {
	t.Helper()
	for line := range strings.Lines(said) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), name+" "); ok {
			value, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			return value
		}
	}
	t.Errorf("/metrics has no %s", name)
	return 0
}

// image is an archive of the image for this machine.
func image(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	here := program.Target{System: "linux", Processor: runtime.GOARCH}
	binary, err := here.Build(folder)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := pack.Image(here.Processor, binary, nil)
	if err != nil {
		t.Fatal(err)
	}
	archive, _, err := pack.OCIArchive([]pack.Built{{Processor: here.Processor, Image: packed}}, "test", filepath.Join(folder, "layout"))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "image.tar")
	if err := os.WriteFile(name, archive, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}
