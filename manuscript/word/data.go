package word

import (
	"errors"
	"strings"

	"nianbao/render/docx"
)

// data is the report that the program put into the file; nil: none.
func (p *pack) data() (data []byte, err error) {
	for _, name := range p.order {
		if !strings.HasPrefix(name, "customxml/item") || strings.HasPrefix(name, "customxml/itemprops") || data != nil {
			continue
		}
		err = p.parse(name, func(x *part) error {
			return x.children(func(e element) error {
				if e.space != docx.DataNamespace {
					return x.skip()
				}
				text, err := x.text()
				data = []byte(text)
				return err
			})
		})
		if errors.Is(err, errTooLarge) {
			return nil, err
		}
	}
	return data, nil // a part of others that cannot be read is no harm
}
