package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/common/expfmt"
)

// metrics are what those who look after a service ask for; nothing in them is of a report.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
}

// newMetrics are made when they are first needed: a command that serves nothing
// does not pay for them.
func newMetrics(l *limits) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "nianbao_requests_total", Help: "Requests that were answered, by address and status; refusals are those of 400 and above."}, []string{"path", "status"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "nianbao_request_seconds", Help: "From a request's headers to the end of its answer.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 15, 60}}, []string{"path"}),
	}
	now := func(name, help string, value func() int) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 {
			l.mu.Lock()
			defer l.mu.Unlock()
			return float64(value())
		})
	}
	m.registry.MustRegister(m.requests, m.took,
		now("nianbao_working", "Reports that are worked at.", func() int { return len(l.working) }),
		now("nianbao_waiting", "Reports that wait for their turn.", func() int { return len(l.waiting) }),
		now("nianbao_held_bytes", "Bytes of bodies and answers that are kept.", func() int { return l.held }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

// answered counts a request by the pattern that answered it: what people type into
// addresses makes no series.
func (m *metrics) answered(pattern string, status int, took time.Duration) {
	m.requests.WithLabelValues(pattern, strconv.Itoa(status)).Inc()
	m.took.WithLabelValues(pattern).Observe(took.Seconds())
}

// measured answers with all of it, in Prometheus' text format.
func (s *Service) measured(w http.ResponseWriter, r *http.Request) (reply, error) {
	families, err := s.metrics().registry.Gather()
	if err != nil {
		return reply{}, err
	}
	var out bytes.Buffer
	for _, family := range families {
		if _, err := expfmt.MetricFamilyToText(&out, family); err != nil {
			return reply{}, err
		}
	}
	return reply{status: http.StatusOK, kind: string(expfmt.NewFormat(expfmt.TypeTextPlain)), content: out.Bytes()}, nil
}

func metricsOnce(l *limits) func() *metrics {
	return sync.OnceValue(func() *metrics { return newMetrics(l) })
}
