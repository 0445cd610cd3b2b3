// Package kubernetes holds the manifests against the types of Kubernetes, against
// one another, and against the program in its image.
package kubernetes

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	monitoring "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	apps "k8s.io/api/apps/v1"
	autoscaling "k8s.io/api/autoscaling/v2"
	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	policy "k8s.io/api/policy/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// manifests are all objects, by their kinds. There is one of each.
type manifests struct {
	namespace  *core.Namespace
	deployment *apps.Deployment
	service    *core.Service
	ingress    *networking.Ingress
	disruption *policy.PodDisruptionBudget
	network    *networking.NetworkPolicy
	autoscaler *autoscaling.HorizontalPodAutoscaler
	monitor    *monitoring.PodMonitor
}

// read decodes every file strictly: a field that Kubernetes does not know, or one
// that is there twice, fails the test.
func read(t *testing.T) manifests {
	t.Helper()
	files, err := filepath.Glob("*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var m manifests
	for _, file := range append(files, "prometheus/monitor.yaml") {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, object := range decode(t, file, content) {
			switch o := object.(type) {
			case *core.Namespace:
				m.namespace = o
			case *apps.Deployment:
				m.deployment = o
			case *core.Service:
				m.service = o
			case *networking.Ingress:
				m.ingress = o
			case *policy.PodDisruptionBudget:
				m.disruption = o
			case *networking.NetworkPolicy:
				m.network = o
			case *autoscaling.HorizontalPodAutoscaler:
				m.autoscaler = o
			case *monitoring.PodMonitor:
				m.monitor = o
			default:
				t.Errorf("%s has a %T, which no test looks at", file, o)
			}
			named, ok := object.(meta.Object)
			if !ok || named.GetName() != "nianbao" || named.GetNamespace() != "nianbao" && m.namespace != object {
				t.Errorf("%s: %s in %s", file, named.GetName(), named.GetNamespace())
			}
		}
	}
	if m.namespace == nil || m.deployment == nil || m.service == nil || m.ingress == nil || m.disruption == nil || m.network == nil || m.autoscaler == nil || m.monitor == nil {
		t.Fatalf("something is missing: %+v", m)
	}
	return m
}

func decode(t *testing.T, name string, content []byte) (objects []runtime.Object) {
	t.Helper()
	objects, err := strictly(content)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return objects
}

func strictly(content []byte) (objects []runtime.Object, err error) {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		core.AddToScheme, apps.AddToScheme, networking.AddToScheme, policy.AddToScheme, autoscaling.AddToScheme, monitoring.AddToScheme,
	} {
		if err := add(scheme); err != nil {
			return nil, err
		}
	}
	decoder := serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDeserializer()
	for documents := yaml.NewDocumentDecoder(io.NopCloser(bytes.NewReader(content))); ; {
		document := make([]byte, 64<<10)
		n, err := documents.Read(document)
		if err == io.EOF {
			return objects, nil
		}
		if err != nil {
			return nil, err
		}
		object, _, err := decoder.Decode(document[:n], nil, nil)
		if err != nil {
			return nil, err
		}
		objects = append(objects, object)
	}
}

// The decoder is strict indeed.
func TestDecodesStrictly(t *testing.T) {
	content, err := os.ReadFile("deployment.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for right, wrong := range map[string]string{
		"readOnlyRootFilesystem:": "readOnlyRootFileSystem:",
		"minReadySeconds: 5":      "minReadySeconds: 5\n  minReadySeconds: 6",
		"maxSurge: 1":             "maxSurge: [1]",
	} {
		if _, err := strictly(bytes.Replace(content, []byte(right), []byte(wrong), 1)); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}
