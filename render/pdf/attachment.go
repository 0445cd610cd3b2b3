package pdf

import (
	"fmt"

	"nianbao/render/deflate"
)

const attachmentName = "report.json"

// writeAttachment embeds the report's data and returns its file specification
// (ISO 19005-3, 6.8).
func writeAttachment(out *objects, data []byte, date string) ref {
	entries := fmt.Sprintf("/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d", len(data))
	if date != "" {
		entries += "/ModDate" + pdfDate(date)
	}
	file := out.addStream(entries+">>/Filter/FlateDecode", deflate.Zlib(data, deflate.Usual))
	specification := fmt.Appendf(nil, "<</Type/Filespec/F(%s)/UF(%[1]s)/AFRelationship/Data/EF<</F %d 0 R/UF %[2]d 0 R>>/Desc", attachmentName, file)
	return out.add(append(appendString(specification, "年度报告数据"), ">>"...))
}
