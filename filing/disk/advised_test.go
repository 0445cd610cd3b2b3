package disk

import (
	"fmt"
	"testing"
)

// A page is told nothing of a command's flags.
func TestAdviceIsForWhoReadsIt(t *testing.T) {
	inFolder(t, "a.xlsx", "theirs")
	_, err := Write([]Output{{Path: "a.xlsx", Content: []byte("ours")}}, false)
	if err == nil || err.Error() != "“a.xlsx”在生成以后有人改过（或者是别处来的），没有覆盖。请先把它改名另存；改动要留下的，抄进生成它的那份报告；都不要的，加上 -force 再运行" {
		t.Errorf("the command says %v", err)
	}
	said, replaces := OnPage(fmt.Errorf("结果没有写：%w", err))
	if said != "结果没有写：“a.xlsx”在生成以后有人改过（或者是别处来的），没有覆盖。请先把它改名另存；改动要留下的，抄进生成它的那份报告；都不要的，用新的覆盖" || !replaces {
		t.Errorf("the page says %s, %t", said, replaces)
	}
	_, err = OpenFolder("a.xlsx")
	if said, replaces = OnPage(err); said != "“a.xlsx”是文件，不是文件夹，请另写一个文件夹" || replaces {
		t.Errorf("the page says %s, %t", said, replaces)
	}
	if said, _ = OnPage(fmt.Errorf("别的")); said != "别的" {
		t.Errorf("the page says %s", said)
	}
}
