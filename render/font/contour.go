package font

import "errors"

// Bits of a point's flags (OpenType specification, glyf).
const (
	onCurve     = 0x01
	shortX      = 0x02
	shortY      = 0x04
	repeated    = 0x08
	sameOrPlusX = 0x10 // a short x is positive; a long one is the one before
	sameOrPlusY = 0x20
)

var errCutOff = errors.New("its record is cut off")

// simple reads a record that is no composite, and places its contours.
func (d *drawing) simple(record []byte, at placing) error {
	count := int(int16(bigEndian.Uint16(record)))
	if count == 0 {
		return nil
	}
	rest := record[glyphHeaderSize:]
	if len(rest) < 2*count+2 {
		return errCutOff
	}
	ends := make([]int, count)
	for i := range ends {
		ends[i] = int(bigEndian.Uint16(rest[2*i:]))
		if i > 0 && ends[i] < ends[i-1] {
			return errors.New("its contours overlap")
		}
	}
	points := ends[count-1] + 1
	if d.points += points; d.points > maxPoints {
		return errors.New("it has too many points")
	}
	instructions := int(bigEndian.Uint16(rest[2*count:]))
	if rest = rest[2*count+2:]; len(rest) < instructions {
		return errCutOff
	}
	all, err := readPoints(rest[instructions:], points)
	if err != nil {
		return err
	}
	from := 0
	for _, end := range ends {
		contour := all[from : end+1]
		for i, p := range contour {
			contour[i].X, contour[i].Y = at.apply(p.X, p.Y)
		}
		if len(contour) > 1 { // a single point is an anchor, and draws nothing
			d.contours = append(d.contours, contour)
		}
		from = end + 1
	}
	return nil
}

// readPoints reads the flags and then the coordinates, each from the one before.
func readPoints(data []byte, count int) ([]Point, error) {
	flags := make([]byte, 0, count)
	for len(flags) < count {
		if len(data) == 0 {
			return nil, errCutOff
		}
		flag, times := data[0], 1
		data = data[1:]
		if flag&repeated != 0 {
			if len(data) == 0 {
				return nil, errCutOff
			}
			times += int(data[0])
			data = data[1:]
		}
		for ; times > 0 && len(flags) < count; times-- {
			flags = append(flags, flag)
		}
	}
	points := make([]Point, count)
	for i, flag := range flags {
		points[i].On = flag&onCurve != 0
	}
	x, data, err := readSteps(data, flags, shortX, sameOrPlusX)
	if err != nil {
		return nil, err
	}
	y, _, err := readSteps(data, flags, shortY, sameOrPlusY)
	if err != nil {
		return nil, err
	}
	for i := range points {
		points[i].X, points[i].Y = x[i], y[i]
	}
	return points, nil
}

// readSteps reads one coordinate of every point.
func readSteps(data []byte, flags []byte, short, sameOrPlus byte) (values []int, rest []byte, err error) {
	values = make([]int, len(flags))
	value := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0:
			if len(data) < 1 {
				return nil, nil, errCutOff
			}
			step := int(data[0])
			if flag&sameOrPlus == 0 {
				step = -step
			}
			value += step
			data = data[1:]
		case flag&sameOrPlus == 0:
			if len(data) < 2 {
				return nil, nil, errCutOff
			}
			value += int(int16(bigEndian.Uint16(data)))
			data = data[2:]
		}
		values[i] = value
	}
	return values, data, nil
}
