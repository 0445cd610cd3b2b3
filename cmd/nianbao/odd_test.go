//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What stands where a file is expected and is none is named, and nobody waits for it.
func TestNoFiles(t *testing.T) {
	inFolder(t, "report.json", minimal(t))
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	os.Symlink("circle.json", "circle.json")
	nianbao(t, "check", "/dev/zero").want(t, impossible, "这是设备，不是文件")
	nianbao(t, "import", "/dev/zero").want(t, impossible, "这是设备，不是文件")
	nianbao(t, "check", "circle.json").want(t, impossible, "链接绕成了圈")
	nianbao(t, "fonts", "-face", "仿宋=pipe").want(t, impossible, "不是文件，是管道或者设备")
	nianbao(t, "serve", "-service", "-addr", "127.0.0.1:0", "-token", "@/dev/zero").want(t, impossible, "不能读口令文件", "这是设备")
	put(t, "token", strings.Repeat("\x00", 20))
	nianbao(t, "serve", "-service", "-addr", "127.0.0.1:0", "-token", "@token").want(t, impossible, "控制字符")
	go os.WriteFile("pipe", []byte(minimal(t)), 0o600)
	nianbao(t, "check", "pipe").want(t, fine, "pipe：")
}

func TestAnEndlessFile(t *testing.T) {
	inFolder(t)
	if err := syscall.Mkfifo("pipe.json", 0o600); err != nil {
		t.Fatal(err)
	}
	go func() {
		to, err := os.OpenFile("pipe.json", os.O_WRONLY, 0)
		for zeros := make([]byte, 64<<10); err == nil; { // until the reader has had enough
			_, err = to.Write(zeros)
		}
	}()
	nianbao(t, "check", "pipe.json").want(t, wrong, "json.size")
}

// A name from elsewhere does nothing to the terminal, and is whole in what programs read.
func TestNamesAreVisible(t *testing.T) {
	name := "a\x1b[2J\r\x7f\u009b\u202eb.json"
	inFolder(t, "folder/"+name, minimal(t), "folder/b\u00a0\u2027.json", minimal(t), "folder/\xc2", minimal(t))
	for _, args := range [][]string{{"check", "folder"}, {"check", "folder/none" + name}, {"check", "folder", "-json"}} {
		a := nianbao(t, args...)
		for _, bad := range []string{"\x1b", "\r"} {
			if strings.Contains(a.out+a.err, bad) {
				t.Errorf("%q is printed as it is: %v", bad, args)
			}
		}
		if args[len(args)-1] == "-json" {
			a.want(t, fine, `a\u001b[2J\r`, "\u202e")
			continue
		}
		a.want(t, a.status, "a␛[2J␍␡\uFFFD\uFFFDb.json")
		for _, bad := range []string{"\x7f", "\u009b", "\u202e"} {
			if strings.Contains(a.out+a.err, bad) {
				t.Errorf("%q is printed as it is", bad)
			}
		}
	}
	nianbao(t, "check", "folder").want(t, fine, "b\u00a0\u2027.json")
}

// Folders that cannot be looked into may hold what counts: a list or a sum without
// them says so. (A path that is too long bars everybody, root too.)
func TestBarredFolders(t *testing.T) {
	inFolder(t, "units/a.json", minimal(t))
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("units")
	for range 20 {
		deep := strings.Repeat("d", 250)
		if err := os.Mkdir(deep, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chdir(deep); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(home)
	nianbao(t, "roster", "units", "-o", "名单.xlsx").want(t, impossible, "1 个单位", "名单不全", "名字太长")
	sum := []string{"sum", "units", "-list", "名单.xlsx", "-agency", "全县", "-year", "2024", "-o", filepath.Join("out", "sum.json")}
	nianbao(t, sum...).want(t, impossible, "名字太长", "没有汇总")
}
