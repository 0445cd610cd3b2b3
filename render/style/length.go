// Package style is the look of the report: page, type and rules by role, as
// GB/T 9704-2012 and the published reports have them. It draws nothing.
package style

// A Length is a measure on paper in thousandths of a point (1/72 inch).
type Length int

const (
	Point Length = 1000
	Twip  Length = Point / 20
)

// A Role says what a piece of text is for; each role has its own face.
type Role int

// The faces that GB/T 9704-2012 (5.2.2, 7.3) and common practice name.
const (
	Title Role = iota // 小标宋
	Hei               // 黑体
	Kai               // 楷体
	Fang              // 仿宋
	Song              // 宋体
	Latin             // Times New Roman
)
