package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nats-io/nats.go"

	"nianbao/cmd/nianbao/flags"
	"nianbao/filing/disk"
)

const credentialsHelp = `  -tls-ca 文件       服务的证书由这个机构签发（PEM）；公认机构签发的不用写
  -tls-cert、-tls-key 文件   本程序自己的证书和私钥（PEM），服务要求时写
  -creds 文件        NATS 的凭据文件（.creds）
  -user 用户         NATS 的用户；口令写在文件里，用 -password @文件，或者放在环境变量 NIANBAO_WORK_PASSWORD 里
                     （用户也可以放在 NIANBAO_WORK_USER 里）
`

// passwordVariable holds the password where no file does. The command line is no place
// for it: other users of the machine see that.
const passwordVariable = "NIANBAO_WORK_PASSWORD"

// userVariable is who comes, where no option says it.
const userVariable = "NIANBAO_WORK_USER"

// handed completes what the options say by what systemd hands to a service: the files of
// LoadCredential=, by their names, so that a drop-in needs no other command line.
func (k *credentials) handed() {
	folder := os.Getenv("CREDENTIALS_DIRECTORY")
	take := func(into *flags.Text, name, prefix string) {
		file := filepath.Join(folder, name)
		if _, err := os.Stat(file); folder != "" && *into == "" && err == nil {
			*into = flags.Text(prefix + file)
		}
	}
	take(&k.ca, "ca", "")
	if k.cert == "" && k.key == "" {
		take(&k.cert, "cert", "")
		take(&k.key, "key", "")
	}
	if k.user == "" && k.creds == "" {
		k.user = flags.Text(os.Getenv(userVariable))
	}
	if k.user != "" {
		take(&k.password, "queue", "@")
	} else {
		take(&k.creds, "creds", "")
	}
}

// credentials are by what a program and a server know each other.
type credentials struct{ ca, cert, key, creds, user, password flags.Text }

func (k *credentials) flags(set *flag.FlagSet) {
	set.Var(&k.ca, "tls-ca", "")
	set.Var(&k.cert, "tls-cert", "")
	set.Var(&k.key, "tls-key", "")
	set.Var(&k.creds, "creds", "")
	set.Var(&k.user, "user", "")
	set.Var(&k.password, "password", "")
}

// addresses are the servers that -nats names, parted by commas. Its errors are
// sentences, and do not say again what may be a password.
func addresses(text string) (string, error) {
	if strings.Contains(text, "@") {
		return "", errors.New("-nats 的地址里不要写用户和口令，本机的别人看得见；请用 -user 和 -password @文件")
	}
	var all []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); !strings.Contains(part, "://") {
			part = "nats://" + part
		}
		u, err := url.Parse(part)
		if err != nil || u.Hostname() == "" || !slices.Contains([]string{"nats", "tls", "ws", "wss"}, u.Scheme) {
			return "", errors.New("-nats 后面写的不是地址，例如 nats://10.1.2.3:4222；有几个的，用逗号隔开")
		}
		all = append(all, part)
	}
	return strings.Join(all, ","), nil
}

// options are those of a connection to a server. Its errors are sentences.
func (k *credentials) options() (options []nats.Option, err error) {
	k.handed()
	if k.ca != "" {
		pool, err := authorities(string(k.ca))
		if err != nil {
			return nil, err
		}
		options = append(options, nats.Secure(&tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}))
	}
	if (k.cert == "") != (k.key == "") {
		return nil, errors.New("-tls-cert 和 -tls-key 要一起写")
	}
	for _, file := range []flags.Text{k.cert, k.key, k.creds} {
		if err := readable(string(file)); err != nil {
			return nil, err
		}
	}
	if k.cert != "" {
		options = append(options, nats.ClientCert(string(k.cert), string(k.key)))
	}
	if k.creds != "" {
		options = append(options, nats.UserCredentials(string(k.creds)))
	}
	secret, err := k.secret()
	if k.user != "" && err == nil {
		options = append(options, nats.UserInfo(string(k.user), secret))
	}
	return options, err
}

// secret is the password of -user.
func (k *credentials) secret() (string, error) {
	secret := os.Getenv(passwordVariable)
	if k.password != "" {
		file, ok := strings.CutPrefix(string(k.password), "@")
		if !ok {
			return "", errors.New("口令不要写在命令行上，本机的别人看得见；请写在文件里，用 -password @文件")
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("不能读口令文件“%s”：%s", file, disk.Reason(err))
		}
		secret, _, _ = strings.Cut(strings.TrimPrefix(string(content), "\ufeff"), "\n")
		secret = strings.TrimSpace(secret)
	}
	switch {
	case k.user == "" && k.password != "":
		return "", errors.New("写了 -password，没有写 -user")
	case k.user != "" && secret == "":
		return "", fmt.Errorf("没有用户“%s”的口令，请用 -password @文件，或者放在环境变量 %s 里", k.user, passwordVariable)
	}
	return secret, nil
}

func authorities(file string) (*x509.CertPool, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("不能读证书文件“%s”：%s", file, disk.Reason(err))
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(content) {
		return nil, fmt.Errorf("“%s”里没有证书（PEM）", file)
	}
	return pool, nil
}

func readable(file string) error {
	if file == "" {
		return nil
	}
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("不能读文件“%s”：%s", file, disk.Reason(err))
	}
	return f.Close()
}
