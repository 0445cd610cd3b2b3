package textline

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/reading/naming"
)

// aroundPatterns are lines that stand around a text on a web page, or in the
// margin of a printed one. Each matches a whole line.
var aroundPatterns = sync.OnceValue(func() []*regexp.Regexp {
	var patterns []*regexp.Regexp
	for _, line := range []string{
		`^[\[【（(]?(发布|发文|成文|生成|更新|公开|录入|编辑|信息)?(日期|时间)[:：]?.{0,40}$`,
		`^[\[【（(]?(信息|文章|稿件|新闻|内容)?(来源|出处)(单位|部门)?[:：].{0,60}$`,
		`^[\[【（(]?(字号|字体|字体大小|视力保护色|背景色|阅读|访问量|访问次数|浏览量|浏览次数|阅读次数|阅读量|点击量|点击数|点击次数|点击率|人气|浏览|点击|阅读数)[:：].{0,60}$`,
		`^[\[【（(]?(字号|字体|访问量|浏览次数|浏览量|点击量|阅读次数)[:：]?$`,
		`^[\[【（(]?(作者|责任编辑|责编|编辑|审核|审核人|初审|复审|终审|校对|录入|录入人|信息员|供稿|撰稿|发布机构|发布单位|发布人|发布者|发布部门|信息发布)[:：].{0,40}$`,
		`^(索引号|索 ?引 ?号|信息索引|统一编号|信息分类|主题分类|主题词|主 ?题 ?词|公文种类|体裁分类|组配分类|服务对象|公开方式|公开形式|公开时限|公开范围|公开属性|信息名称|内容概述|内容摘要|有效性|有效期|发文机关|发文字号|文 ?号|文件编号|文件名称|名称|发布文号|发文单位|标题|关键词|信息有效性)[:：].{0,80}$`,
		`^[\[【（(]?(大|中|小|打印|打印本页|打印此页|打印本文|打印正文|关闭|关闭窗口|关闭本页|关闭此页|我要打印|分享|分享到|分享至|收藏|收藏本页|保存|下载|复制链接|语音播报|朗读|返回|返回顶部|返回列表|顶部|TOP|纠错|我要纠错|无障碍|无障碍浏览|无障碍阅读|关怀版|长者模式|长者版|适老化|繁体|简体|English|登录|注册|正文|全文|收起|展开|A\+|A-|微信|微博|QQ空间|腾讯微博|新浪微博|扫一扫|\||/|·|>|\[|\]|【|】|（|）| |[　])+[\]】）)]?$`,
		`^(分享到|分享至|分享)[:：]?.{0,40}$`,
		`^[\[【（(]?(扫一扫|用微信扫|微信扫一扫|手机扫一扫|扫描二维码|手机阅读|在手机打开|扫码).{0,40}$`,
		`^(您?(当前|现在)?(所在)?(的)?位置|当前位置|您现在的位置|您所在的位置)(是|为)?[:：].{0,120}$`,
		`^(首页|网站首页|主页) ?[>»/|›＞→-].{0,120}$`,
		`^(上一篇|下一篇|上一条|下一条|上篇|下篇|上一页|下一页|相关(文章|信息|链接|阅读|附件|文档|解读|报道|稿件|新闻|文件)|友情链接|网站地图|联系我们|关于我们|网站声明|使用帮助|常见问题)([:：].{0,100})?$`,
		`^(版权所有|Copyright|©|主办(单位)?[:：]|承办(单位)?[:：]|协办(单位)?[:：]|技术支持[:：]|网站标识码|政府网站标识码|.{0,4}ICP备|.{0,4}公网安备).{0,160}$`,
		`^.{0,60}(ICP备\d|公网安备|网站标识码|政府网站标识码).{0,100}$`,
		`^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]*\d{1,2}[:：时]\d{1,2}.{0,12}$`,
		`^[-—–－· ]*(第 ?)?\d{1,3}( ?页)?([-—–－· ]*|[ /／]+(共 ?)?\d{1,3}( ?页)?)$`,
	} {
		patterns = append(patterns, regexp.MustCompile(line))
	}
	return patterns
})

// longestAround is in characters.
const longestAround = 170

// Around reports whether a line surely belongs to the page around the text.
// A sentence never does.
func Around(line string) bool {
	if utf8.RuneCountInString(line) > longestAround || strings.ContainsAny(line, "。；") {
		return false
	}
	flat := naming.OneLine(line)
	for _, p := range aroundPatterns() {
		if p.MatchString(flat) {
			return true
		}
	}
	return false
}
