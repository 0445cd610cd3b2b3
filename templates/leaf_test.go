package templates

import (
	"strings"
	"testing"
)

func TestLeavesOfEveryTable(t *testing.T) {
	for edition, want := range map[string]map[string]int{
		"2021":              {"表二": 10, "表三": 25 * 7, "表四": 15},
		"2021-single-other": {"表二": 10, "表三": 23 * 7, "表四": 15},
		"2019":              {"表二": 22, "表三": 23 * 7, "表四": 15},
	} {
		got := map[string]int{}
		for _, leaf := range mustLoad(t, edition).Leaves() {
			got[leaf.Table]++
		}
		for table, n := range want {
			if got[table] != n {
				t.Errorf("%s: %s has %d numbers, want %d", edition, table, got[table], n)
			}
		}
	}
}

func TestLeaf(t *testing.T) {
	for _, want := range []struct {
		edition, path, place string
		kind                 Kind
		total                bool
	}{
		{"2021", "disclosure.rules.issued", "表二 · 规章 · 本年制发件数", Count, false},
		{"2021", "disclosure.licensing", "表二 · 行政许可 · 本年处理决定数量", Count, false},
		{"2021", "disclosure.fees", "表二 · 行政事业性收费 · 本年收费金额（单位：万元）", Amount, false},
		{"2021", "requests.received.total", "表三 · 一、本年新收政府信息公开申请数量 · 总计", Count, true},
		{"2021", "requests.outcome.granted.natural_person", "表三 · （一）予以公开 · 自然人", Count, false},
		{"2021", "requests.outcome.denied.administrative_inquiry.natural_person", "表三 · （三）不予公开 · 8.属于行政查询事项 · 自然人", Count, false},
		{"2021", "requests.outcome.other_handling.other.other_applicant", "表三 · （六）其他处理 · 3.其他 · 法人或其他组织 · 其他", Count, false},
		{"2021-single-other", "requests.outcome.other_handling.business", "表三 · （六）其他处理 · 法人或其他组织 · 商业企业", Count, false},
		{"2021", "requests.outcome.total.business", "表三 · （七）总计 · 法人或其他组织 · 商业企业", Count, true},
		{"2021", "requests.outcome.total.total", "表三 · （七）总计 · 总计", Count, true},
		{"2021", "requests.carried_forward.business", "表三 · 四、结转下年度继续办理 · 法人或其他组织 · 商业企业", Count, false},
		{"2021", "disputes.reconsideration.upheld", "表四 · 行政复议 · 结果维持", Count, false},
		{"2021", "disputes.litigation_direct.total", "表四 · 未经复议直接起诉 · 总计", Count, true},
		{"2019", "disclosure.fees.change", "表二 · 行政事业性收费 · 本年增/减", Change, false},
		{"2019", "disclosure.procurement.amount", "表二 · 政府集中采购 · 采购总金额", StatedAmount, false},
	} {
		form := mustLoad(t, want.edition)
		leaf, ok := form.Leaf(want.path)
		if !ok || leaf.Path != want.path || leaf.Place != want.place || leaf.Kind != want.kind || leaf.Total != want.total {
			t.Errorf("%s: Leaf(%q) = %+v, %v", want.edition, want.path, leaf, ok)
		}
		if got := form.Place(want.path); got != want.place {
			t.Errorf("%s: Place(%q) = %q", want.edition, want.path, got)
		}
	}
}

func TestPlaceOfProse(t *testing.T) {
	form := mustLoad(t, "2021")
	for path, want := range map[string]string{"overview": "一、总体情况", "preamble": "引言", "requests.outcome": "", "nothing": ""} {
		if got := form.Place(path); got != want {
			t.Errorf("Place(%q) = %q, want %q", path, got, want)
		}
	}
}

// Every number hangs in the tree where its path says, in printed order.
func TestTree(t *testing.T) {
	for _, edition := range Editions() {
		form := mustLoad(t, edition)
		for i, leaf := range leavesBelow(form.Tree()) {
			if want := form.Leaves()[i]; leaf != want {
				t.Fatalf("%s: number %d of the tree is %q, of the page %q", edition, i, leaf.Path, want.Path)
			}
			node := form.Tree()
			for key := range strings.SplitSeq(leaf.Path, ".") {
				if node = node.Node(key); node == nil {
					t.Fatalf("%s: no node %q on the way to %q", edition, key, leaf.Path)
				}
			}
			if node.Path != leaf.Path {
				t.Fatalf("%s: the node of %q says %q", edition, leaf.Path, node.Path)
			}
		}
	}
	tree := mustLoad(t, "2021").Tree()
	for path, title := range map[string]string{
		"requests":                   "三、收到和处理政府信息公开申请情况",
		"requests.received":          "一、本年新收政府信息公开申请数量",
		"requests.outcome":           "三、本年度办理结果",
		"requests.outcome.denied":    "（三）不予公开",
		"disputes.reconsideration":   "行政复议",
		"disputes.litigation_direct": "未经复议直接起诉",
		"disclosure.rules":           "规章",
	} {
		node := tree
		for key := range strings.SplitSeq(path, ".") {
			node = node.Node(key)
		}
		if node.Title != title || node.Text() {
			t.Errorf("the node %q: title %q, text %v", path, node.Title, node.Text())
		}
	}
	if !tree.Node("overview").Text() {
		t.Error("overview is no text")
	}
}

func leavesBelow(node *Node) []Leaf {
	if node.Leaf != nil {
		return []Leaf{*node.Leaf}
	}
	var leaves []Leaf
	for _, child := range node.Nodes {
		leaves = append(leaves, leavesBelow(child)...)
	}
	return leaves
}
