package pdf

import (
	"sync"

	"nianbao/render/deflate"
	"nianbao/render/srgb"
)

// writeOutputIntent says that the file's colours are sRGB (ISO 19005-2, 6.2.3).
func writeOutputIntent(out *objects) ref {
	profile := out.addStream("/N 3/Filter/FlateDecode", deflatedSRGB())
	value := append([]byte("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "), appendRef(nil, profile)...)
	return out.add(append(value, ">>"...))
}

// deflatedSRGB is the profile as every file has it.
var deflatedSRGB = sync.OnceValue(func() []byte { return deflate.Zlib(srgb.Profile(), deflate.Usual) })
