package prose

// Why a number is left alone.
const (
	reasonNoUnit  = "后面没有件、项一类的单位，不是件数"
	reasonTopic   = "没有说到表格里的数量"
	reasonPhrase  = "表格里没有说这件事的格"
	reasonYear    = "说的是别的年份"
	reasonGrowth  = "说的是增减"
	reasonPlan    = "说的是打算"
	reasonBody    = "说的是其中一个单位"
	reasonChannel = "是按渠道分的数"
	reasonVague   = "是约数"
	reasonList    = "“分别”后面的数不逐个对应"
	reasonOther   = "说的是别的事"
	reasonDispute = "没有说是政府信息公开引起的"
	reasonBlank   = "对应的格没有可靠的数"
	reasonPieces  = "前面说的是信息的条数"
	reasonBeside  = "和它后面的数并列，不是全部"
	reasonPart    = "那一格比这句话里的总数还大，说的不是它"
	reasonPowers  = "前面说的是事项、清单"
	reasonRange   = "是范围"
)
