package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"nianbao/filing/disk"
)

// names are those of a comma-separated list.
func names(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",，、 ", r) })
}

// prefixes are the addresses and networks of a list.
func prefixes(list string) (found []netip.Prefix, err error) {
	for _, name := range names(list) {
		prefix, err := netip.ParsePrefix(name)
		if address, wrong := netip.ParseAddr(name); wrong == nil {
			address = address.Unmap()
			prefix, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if mapped := prefix.Addr(); err == nil && mapped.Is4In6() && prefix.Bits() >= 96 { // who comes is never called so
			prefix = netip.PrefixFrom(mapped.Unmap(), prefix.Bits()-96)
		}
		if err != nil {
			return nil, fmt.Errorf("-proxy 的“%s”不是地址，请写网关的 IP 地址或网段，例如 10.1.2.3 或 10.1.0.0/16", name)
		}
		found = append(found, prefix)
	}
	return found, nil
}

// atMost is a number of connections; 0: none was named.
func atMost(number string) (int, error) {
	if number == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 2 || n > 1_000_000 {
		return 0, fmt.Errorf("-max-connections 要写一个数，2 到 1000000；写的是“%s”", number)
	}
	return n, nil
}

// seconds are how long -drain lasts; 0: nothing was said of it.
func seconds(number string) (time.Duration, error) {
	if number == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n > 600 {
		return 0, fmt.Errorf("-drain 要写一个秒数，0 到 600；写的是“%s”", number)
	}
	return time.Duration(n) * time.Second, nil
}

const shortestToken = 16

// readToken is the token itself, or the first line of the file that @ names,
// which other users of the machine do not see in the list of processes.
func readToken(token string) (string, error) {
	if file, ok := strings.CutPrefix(token, "@"); ok {
		content, err := readSome(file, 64<<10)
		if err != nil {
			return "", fmt.Errorf("不能读口令文件“%s”：%s", file, disk.Reason(err))
		}
		token, _, _ = strings.Cut(withoutMark(content), "\n")
		token = strings.TrimSpace(token)
		if token == "" {
			return "", fmt.Errorf("口令文件“%s”的第一行是空的", file)
		}
	}
	token = strings.TrimPrefix(token, mark)
	if strings.ContainsFunc(token, unicode.IsControl) { // no header can hold it
		return "", errors.New("口令里有看不见的控制字符，请换一个")
	}
	if token != "" && len(token) < shortestToken {
		return "", fmt.Errorf("口令太短，要 %d 个字符以上", shortestToken)
	}
	return token, nil
}

// mark begins what Windows' Notepad writes, and what a script takes from there.
const mark = "\ufeff"

// withoutMark is a file's text. That of PowerShell 5 is UTF-16 where > wrote it.
func withoutMark(content []byte) string {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}):
		order = binary.LittleEndian
	case bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		order = binary.BigEndian
	default:
		return strings.TrimPrefix(string(content), mark)
	}
	var units []uint16
	for content = content[2:]; len(content) > 1; content = content[2:] {
		units = append(units, order.Uint16(content))
	}
	return string(utf16.Decode(units))
}

// readSome reads the beginning of a file, which may have no end.
func readSome(file string, bytes int64) ([]byte, error) {
	f, err := disk.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, bytes))
}
