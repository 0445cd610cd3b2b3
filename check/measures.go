package check

import (
	"strings"

	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
)

// Words that show section five speaks of problems, and of what is done about
// them. A fault is mostly told with one of a few characters; they also stand in
// words of praise, which praises takes out.
var (
	faultWords   = strings.Fields("问题 不 未 没 缺 弱 欠 差 难 漏 偏 滞 短 有待 仍需 还需 尚需 单一 出入 费时")
	praises      = strings.NewReplacer("不断", "", "不仅", "", "不但", "", "不忘", "", "不懈", "", "不公开为例外", "", "不公开是例外", "", "不予公开", "", "未来", "", "难点", "", "短视频", "", "短信", "", "差异化", "", "偏远", "", "必不可少", "", "不可或缺", "")
	measureWords = strings.Fields("将 改进 加强 措施 进一步 下一步 提升 完善 整改 细化 优化 强化 拓展 健全")
)

// problemsAndMeasures: section five names both and is not 无.
func problemsAndMeasures(r *report.Report) []problem.Problem {
	const key = "problems"
	text := strings.Trim(prose.Plain(r.Prose[key].Text), "\n。 ")
	if text == "" || r.Doubtful(key) {
		return nil
	}
	missing := ""
	switch {
	case text == "无" || text == "暂无" || text == "没有":
		missing = "存在的问题和改进的措施，只写了“" + text + "”"
	case !prose.HasAny(praises.Replace(text), faultWords):
		missing = "存在的问题"
	case !prose.HasAny(text, measureWords):
		missing = "改进的措施"
	default:
		return nil
	}
	return []problem.Problem{r.Warn(problem.CodeIncomplete, key, "没有写"+missing, "写明一年来实际存在的问题，和针对它们的改进措施")}
}
