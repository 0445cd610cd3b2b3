package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// What the server answers when its disk is full; the library has no names for these.
const (
	resourcesExceeded jetstream.ErrorCode = 10023
	storageExceeded   jetstream.ErrorCode = 10047
	storeFailed       jetstream.ErrorCode = 10077
)

// sentence says in Chinese what the queue's library says in English.
func sentence(err error) string {
	for _, known := range []struct {
		err  error
		text string
	}{
		{nats.ErrTimeout, "队列的服务没有回答"},
		{context.DeadlineExceeded, "队列的服务没有回答"},
		{nats.ErrNoResponders, "队列的服务没有开 JetStream，或者没有回答"},
		{nats.ErrConnectionClosed, "与队列的服务断开了"},
		{jetstream.ErrJetStreamNotEnabled, "队列的服务没有开 JetStream"},
		{jetstream.ErrJetStreamNotEnabledForAccount, "这个账号不能用 JetStream"},
		{nats.ErrNoServers, "那里没有队列的服务，请核对地址，看看它是不是开着"},
		{jetstream.ErrNoStreamResponse, "队列的服务没有开 JetStream，或者没有回答"},
		{nats.ErrNkeysNotSupported, "这个文件夹的队列由 -config 里的账号管，请用 -nats 和其中的账号来连"},
		{nats.ErrAuthorization, "队列的服务不认这个账号，请核对用户和口令（或者凭据文件）"},
	} {
		if errors.Is(err, known.err) {
			return fmt.Sprintf("%s（%s）", known.text, err)
		}
	}
	if refused := (*jetstream.APIError)(nil); errors.As(err, &refused) {
		switch refused.ErrorCode {
		case storageExceeded, resourcesExceeded, storeFailed:
			return fmt.Sprintf("队列的服务写不进它的磁盘，多半是满了（%s）", err)
		}
		return fmt.Sprintf("队列的服务没有做成，可以看看它的磁盘是不是满了（%s）", err)
	}
	var unknown x509.UnknownAuthorityError
	var named x509.HostnameError
	var alert tls.AlertError
	if errors.As(err, &unknown) || errors.As(err, &named) || errors.As(err, &alert) || strings.Contains(err.Error(), "tls") {
		return fmt.Sprintf("两边的证书对不上，请核对 -tls-ca、-tls-cert 和 -tls-key（%s）", err)
	}
	return err.Error()
}
