package font

import (
	"strings"

	"nianbao/render/style"
)

// official names the faces of official documents (GB/T 9704-2012, 5.2.2 and
// 7.3, and what offices use where it names none), best first: the face that the
// Word file names, the same by the names of Windows, of Founder (方正, which Kylin
// and UOS carry) and of 华文 (which Office and macOS carry). A face has one name
// in Chinese and one in English; any of the two is enough to know it.
var official = [6][][]string{
	style.Title: {
		{"方正小标宋简体", "FZXiaoBiaoSong-B05S"},
		{"方正小标宋_GBK", "FZXiaoBiaoSong-B05"},
		{"方正小标宋_GB18030"},
		{"华文中宋", "STZhongsong"},
	},
	style.Hei: {
		{"黑体", "SimHei"},
		{"方正黑体_GBK", "FZHei-B01"},
		{"方正黑体简体", "FZHei-B01S"},
		{"华文黑体", "STHeiti"},
		{"黑体-简", "Heiti SC"},
	},
	style.Kai: {
		{"楷体_GB2312", "KaiTi_GB2312"},
		{"楷体", "KaiTi"},
		{"方正楷体_GBK", "FZKai-Z03"},
		{"方正楷体简体", "FZKai-Z03S"},
		{"华文楷体", "STKaiti"},
		{"楷体-简", "Kaiti SC"},
	},
	style.Fang: {
		{"仿宋_GB2312", "FangSong_GB2312"},
		{"仿宋", "FangSong"},
		{"方正仿宋_GBK", "FZFangSong-Z02"},
		{"方正仿宋简体", "FZFangSong-Z02S"},
		{"华文仿宋", "STFangsong"},
	},
	style.Song: {
		{"宋体", "SimSun"},
		{"新宋体", "NSimSun"},
		{"方正书宋_GBK", "FZShuSong-Z01"},
		{"方正书宋简体", "FZShuSong-Z01S"},
		{"华文宋体", "STSong"},
		{"宋体-简", "Songti SC"},
	},
	style.Latin: {
		{"Times New Roman"},
	},
}

// supplement is the role of faces that stand at the end of every chain.
const supplement = style.Role(len(official))

// supplements are Windows' faces for rare characters, which have no others.
var supplements = []string{"SimSun-ExtB", "SimSun-ExtG"}

// A rank is a place in the list of official faces.
type rank struct {
	role style.Role
	at   int    // from 0, the best
	name string // in Chinese, where it has one
}

// ranks finds a rank by a family's name in small letters.
var ranks = func() map[string]rank {
	found := map[string]rank{}
	for role, list := range official {
		for at, names := range list {
			for _, name := range names {
				found[strings.ToLower(name)] = rank{style.Role(role), at, names[0]}
			}
		}
	}
	for at, name := range supplements {
		found[strings.ToLower(name)] = rank{supplement, at, name}
	}
	return found
}()

// rankOf is the rank of the first official name among a face's names.
func rankOf(families []string) (rank, bool) {
	for _, family := range families {
		if r, ok := ranks[strings.ToLower(family)]; ok {
			return r, true
		}
	}
	return rank{}, false
}
