package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
)

// aloneSubject is where who takes results out answers who wants to. Nothing is kept of it,
// so that one who was killed keeps nobody out.
const aloneSubject = "nianbao.fetching"

// answerIn is how long one who is there may take to answer.
const answerIn = 10 * time.Second

// settleIn is how long two who come at the same time listen for each other. Should one
// hear the other too late, its marks are refused.
var settleIn = 300 * time.Millisecond

// A claim is what they tell each other.
type claim struct {
	ID    string `json:"id"` // "": only asks
	Who   string `json:"who"`
	Holds bool   `json:"holds"`
}

// Alone has one at a time take results out: two would lay everything twice. who is told to
// those who come later, by an error that is a sentence.
func (q *Queue) Alone(ctx context.Context, who string) (end func(), err error) {
	asking, done := context.WithTimeout(ctx, answerIn)
	defer done()
	m, err := q.conn.RequestWithContext(asking, aloneSubject, encoded(claim{}))
	if err == nil {
		return nil, occupied(m)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// Nobody is there, or one whose machine has gone.
	if !errors.Is(err, nats.ErrNoResponders) && !errors.Is(err, context.DeadlineExceeded) {
		return nil, err
	}
	mine := claim{ID: q.conn.NewInbox(), Who: who}
	var mu sync.Mutex
	var before *nats.Msg // of one who came at the same time
	answers, err := q.conn.Subscribe(aloneSubject, func(m *nats.Msg) {
		var theirs claim
		if json.Unmarshal(m.Data, &theirs) != nil || theirs.ID == mine.ID {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if !mine.Holds && theirs.ID != "" && theirs.ID < mine.ID {
			before = m
		}
		m.Respond(encoded(mine))
	})
	if err != nil {
		return nil, err
	}
	end = func() { answers.Unsubscribe() }
	if err := q.claim(mine, func(m *nats.Msg, theirs claim) {
		mu.Lock()
		defer mu.Unlock()
		if theirs.Holds || theirs.ID < mine.ID {
			before = m
		}
	}); err != nil {
		end()
		return nil, err
	}
	mu.Lock()
	defer mu.Unlock()
	if before != nil {
		end()
		return nil, occupied(before)
	}
	mine.Holds = true
	return end, nil
}

// claim tells all who are there, and hands over what they say.
func (q *Queue) claim(mine claim, heard func(*nats.Msg, claim)) error {
	inbox := q.conn.NewInbox()
	replies, err := q.conn.SubscribeSync(inbox)
	if err != nil {
		return err
	}
	defer replies.Unsubscribe()
	if err := q.conn.PublishRequest(aloneSubject, inbox, encoded(mine)); err != nil {
		return err
	}
	for end := time.Now().Add(settleIn); ; {
		m, err := replies.NextMsg(time.Until(end))
		if err != nil {
			return nil // none came any more
		}
		var theirs claim
		if json.Unmarshal(m.Data, &theirs) == nil && theirs.ID != "" {
			heard(m, theirs)
		}
	}
}

func occupied(m *nats.Msg) error {
	var theirs claim
	json.Unmarshal(m.Data, &theirs)
	return fmt.Errorf("另一个 fetch 正在取（%s），等它取完再取", theirs.Who)
}
