package pdf

import "nianbao/render/deflate"

// manyFrom is how many bytes a face of many outlines has. Outlines hardly repeat: in
// a face of many, level 3 takes half of the time of 6 and nine thousandths more room;
// in a small one the time is little and the room four times as much.
const manyFrom = 96 << 10

// levelFor is the level for a face's program.
func levelFor(program []byte) deflate.Level {
	if len(program) < manyFrom {
		return deflate.Hard
	}
	return deflate.Quick
}
