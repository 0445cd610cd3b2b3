package kubernetes

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	admission "k8s.io/pod-security-admission/api"
	security "k8s.io/pod-security-admission/policy"
)

// What one object says of another is so: selectors find the pods, ports and
// Secrets have the names by which they are asked for.
func TestObjectsFindOneAnother(t *testing.T) {
	m := read(t)
	pod := m.deployment.Spec.Template
	container := pod.Spec.Containers[0]
	for who, selector := range map[string]*meta.LabelSelector{
		"the Deployment":          m.deployment.Spec.Selector,
		"the Service":             {MatchLabels: m.service.Spec.Selector},
		"the PodDisruptionBudget": m.disruption.Spec.Selector,
		"the NetworkPolicy":       &m.network.Spec.PodSelector,
		"the PodMonitor":          &m.monitor.Spec.Selector,
		"the affinity":            pod.Spec.Affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution[0].PodAffinityTerm.LabelSelector,
		"the spread":              pod.Spec.TopologySpreadConstraints[0].LabelSelector,
	} {
		found, err := meta.LabelSelectorAsSelector(selector)
		if err != nil || found.Empty() || !found.Matches(labels.Set(pod.Labels)) {
			t.Errorf("%s selects %v, %v; the pods have %v", who, found, err, pod.Labels)
		}
	}
	port := container.Ports[0]
	if got := m.service.Spec.Ports[0].TargetPort.StrVal; got != port.Name {
		t.Errorf("the Service sends to %q, the port is %q", got, port.Name)
	}
	for _, allowed := range m.network.Spec.Ingress {
		if got := allowed.Ports[0].Port.StrVal; got != port.Name {
			t.Errorf("the NetworkPolicy opens %q, the port is %q", got, port.Name)
		}
	}
	for _, probe := range []*core.Probe{container.ReadinessProbe, container.LivenessProbe} {
		if got := probe.HTTPGet.Port.StrVal; got != port.Name {
			t.Errorf("a probe asks %q, the port is %q", got, port.Name)
		}
	}
	endpoint := m.monitor.Spec.PodMetricsEndpoints[0]
	if *endpoint.Port != port.Name {
		t.Errorf("Prometheus asks %q, the port is %q", *endpoint.Port, port.Name)
	}
	backend := m.ingress.Spec.Rules[0].HTTP.Paths[0].Backend.Service
	if backend.Name != m.service.Name || backend.Port.Name != m.service.Spec.Ports[0].Name {
		t.Errorf("the Ingress sends to %+v", backend)
	}
	target := m.autoscaler.Spec.ScaleTargetRef
	if target.APIVersion != m.deployment.APIVersion || target.Kind != m.deployment.Kind || target.Name != m.deployment.Name {
		t.Errorf("the autoscaler scales %+v", target)
	}
	if *m.autoscaler.Spec.MinReplicas != 3 || m.deployment.Spec.Replicas != nil {
		t.Error("how many copies there are is for the autoscaler to say, three at the least")
	}
}

// The names by which the service is asked are those that it goes by, and TLS is
// there for them.
func TestNames(t *testing.T) {
	m := read(t)
	rule, tls := m.ingress.Spec.Rules[0].Host, m.ingress.Spec.TLS[0]
	if !slices.Contains(tls.Hosts, rule) {
		t.Errorf("no TLS for %s", rule)
	}
	hosts := strings.Split(argument(t, m, "-host"), ",")
	for _, name := range []string{rule, m.service.Name + "." + m.service.Namespace + ".svc"} {
		if !slices.Contains(hosts, name) {
			t.Errorf("asked as %s, it refuses: it goes by %v", name, hosts)
		}
	}
}

// The Secrets that are asked for are those that docs/deploy.md has people make.
func TestSecrets(t *testing.T) {
	m := read(t)
	guide, err := os.ReadFile("../../docs/deploy.md")
	if err != nil {
		t.Fatal(err)
	}
	pod := m.deployment.Spec.Template.Spec
	secret, mounted := pod.Volumes[0], pod.Containers[0].VolumeMounts[0]
	if mounted.Name != secret.Name || argument(t, m, "-token") != "@"+mounted.MountPath+"/"+secret.Secret.Items[0].Path {
		t.Errorf("%s is mounted at %s; the token is looked for at %s", mounted.Name, mounted.MountPath, argument(t, m, "-token"))
	}
	if credentials := m.monitor.Spec.PodMetricsEndpoints[0].Authorization.Credentials; credentials.Name != secret.Secret.SecretName || credentials.Key != secret.Secret.Items[0].Key {
		t.Errorf("Prometheus takes its token from %+v", credentials)
	}
	for _, command := range []string{
		"create secret generic " + secret.Secret.SecretName + " --from-file=" + secret.Secret.Items[0].Key + "\n",
		"create secret tls " + m.ingress.Spec.TLS[0].SecretName + " ",
	} {
		if !strings.Contains(string(guide), "kubectl -n "+m.namespace.Name+" "+command) {
			t.Errorf("docs/deploy.md has nobody %s", command)
		}
	}
}

// No limit is below what is requested, and an end is waited for as long as it takes.
func TestLimits(t *testing.T) {
	pod := read(t).deployment.Spec.Template.Spec
	resources := pod.Containers[0].Resources
	for _, name := range []core.ResourceName{core.ResourceCPU, core.ResourceMemory, core.ResourceEphemeralStorage} {
		request, limit := resources.Requests[name], resources.Limits[name]
		if request.IsZero() || limit.Cmp(request) < 0 {
			t.Errorf("%s: %v requested, %v allowed", name, request.String(), limit.String())
		}
	}
	drain, err := strconv.Atoi(argument(t, read(t), "-drain"))
	if err != nil {
		t.Fatal(err)
	}
	const finishing = 30 // seconds, that the program itself gives what is under way
	if grace := *pod.TerminationGracePeriodSeconds; grace <= int64(drain+finishing) {
		t.Errorf("it is killed after %d seconds, and may take %d", grace, drain+finishing)
	}
}

// The profile that the namespace holds its pods to is met: what the API server
// asks of them is asked here, by its own code.
func TestPodSecurity(t *testing.T) {
	m := read(t)
	level, err := admission.ParseLevel(m.namespace.Labels[admission.EnforceLevelLabel])
	if err != nil || level != admission.LevelRestricted {
		t.Fatalf("the namespace enforces %q: %v", level, err)
	}
	evaluator, err := security.NewEvaluator(security.DefaultChecks(), nil)
	if err != nil {
		t.Fatal(err)
	}
	held := admission.LevelVersion{Level: level, Version: admission.LatestVersion()}
	pod := m.deployment.Spec.Template
	for _, result := range evaluator.EvaluatePod(held, &pod.ObjectMeta, &pod.Spec) {
		if !result.Allowed {
			t.Errorf("%s: %s", result.ForbiddenReason, result.ForbiddenDetail)
		}
	}
	pod.Spec.Containers[0].SecurityContext.Capabilities = nil
	refused := false
	for _, result := range evaluator.EvaluatePod(held, &pod.ObjectMeta, &pod.Spec) {
		refused = refused || !result.Allowed
	}
	if !refused {
		t.Error("with capabilities, nothing is said")
	}
	if container := pod.Spec.Containers[0]; !*container.SecurityContext.ReadOnlyRootFilesystem || *pod.Spec.AutomountServiceAccountToken {
		t.Error("a pod may write, or has a token of the cluster's")
	}
}

// argument is the value of a flag that the program is started with.
func argument(t *testing.T, m manifests, flag string) string {
	t.Helper()
	for _, arg := range m.deployment.Spec.Template.Spec.Containers[0].Args {
		if value, ok := strings.CutPrefix(arg, flag+"="); ok {
			return value
		}
	}
	t.Fatalf("it is started without %s", flag)
	return ""
}
