"""Changes to outlines: from CFF to TrueType, and punctuation that fills its square."""
import multiprocessing

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable

import curves

QUOTE_BEARING = 0.09  # of an em: between a quotation mark and what it encloses

PER_THOUSAND, PER_TEN_THOUSAND = 0x2030, 0x2031

MAXP_ZERO = """maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements
maxSizeOfInstructions"""  # the rest is counted


def add_per_ten_thousand(font):
    """Makes ‱ of ‰ and its last ring once more, as far behind as that is behind the one before."""
    glyf, cmap = font["glyf"], font.getBestCmap()
    thousand, name = cmap[PER_THOUSAND], "pertenthousand"
    points, ends, flags = glyf[thousand].getCoordinates(glyf)
    starts = [0] + [end + 1 for end in ends]
    spans = sorted((slice(a, b) for a, b in zip(starts, starts[1:])), key=lambda span: max(x for x, _ in points[span]))
    right = [max(x for x, _ in points[span]) for span in spans]
    ring, pitch = spans[-2:], right[-1] - right[-3]  # a ring is an outer and an inner contour
    advance, bearing = font["hmtx"][thousand]
    copy = type(glyf[thousand])()
    copy.numberOfContours = len(ends) + 2
    copy.coordinates, copy.endPtsOfContours, copy.flags = points.copy(), list(ends), flags[:]
    for span in sorted(ring, key=lambda span: span.start):
        moved = [(x + pitch, y) for x, y in points[span]]
        copy.coordinates.extend(moved)
        copy.flags += flags[span]
        copy.endPtsOfContours.append(len(copy.coordinates) - 1)
    copy.program = glyf[thousand].program
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs[name] = copy
    copy.recalcBounds(glyf)
    font["hmtx"][name] = (advance + pitch, bearing)
    for table in font["cmap"].tables:
        table.cmap[PER_TEN_THOUSAND] = name


def to_truetype(font):
    """Turns the CFF outlines of font into quadratic ones."""
    outlines, order = font.getGlyphSet(), font.getGlyphOrder()
    assert font["head"].unitsPerEm == 1000  # curves.py counts in these
    drawings = []
    for name in order:
        recording = DecomposingRecordingPen(outlines)
        outlines[name].draw(recording)
        drawings.append(contours(recording.value))
    with multiprocessing.Pool() as pool:
        glyphs = dict(zip(order, pool.map(to_glyph, drawings)))
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in MAXP_ZERO.split():
        setattr(maxp, field, 0)
    for name in order:
        glyphs[name].recalcBounds(glyf)
        # TrueType places an outline by its left bearing: one that differs from xMin would move it.
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyphs[name], "xMin", 0))
    maxp.recalc(font)
    font["post"].formatType = 3.0
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"


def to_glyph(drawing):
    pen = TTGlyphPen(None)
    for contour in drawing:
        draw_reversed(curves.quadratic(contour), pen)
    return pen.glyph()


def contours(recording):
    """The closed outlines in what a pen recorded, as curves.py has them."""
    found = []
    for operator, points in recording:
        points = [complex(*point) for point in points]
        if operator == "moveTo":
            found.append([])
            at = points[0]
            start = at
        elif operator == "closePath":
            points = [start]
        if points and set(points) != {at}:
            found[-1].append((at, *points))
            at = points[-1]
    return [contour for contour in found if contour]


def draw_reversed(pieces, pen):
    """TrueType has the inside on the right hand, CFF on the left."""
    points = [pieces[-1][-1]] + [point for piece in pieces for point in piece]
    pen.moveTo(pair(points[-1]))
    for piece in reversed(pieces):
        del points[-len(piece):]
        pen.qCurveTo(*(pair(point) for point in reversed(piece[:-1])), pair(points[-1]))
    pen.closePath()


def pair(point):
    return round(point.real), round(point.imag)


def fill_squares(font):
    """Makes “ ” ‘ ’ — · one em wide, as GB/T 15834-2011 (5.1) sets Chinese text, where
    the face keeps narrow Latin forms of them and leaves the wide ones to layout tables,
    which the trimmed face has not. Two — meet, so that —— is one line.
    Returns what was changed."""
    cmap, em = font.getBestCmap(), font["head"].unitsPerEm
    narrow = [c for c in "“”‘’—·" if font["hmtx"][cmap[ord(c)]][0] != em]
    for c in narrow:
        if c == "·":
            map_character(font, c, cmap[ord("‧")])
        elif c == "—":
            left, right = width(font, cmap[ord("―")])
            stretch = em / (right - left)
            redraw(font, cmap[ord("―")], (stretch, 0, 0, 1, -left * stretch, 0))
            map_character(font, c, cmap[ord("―")])
        else:
            left, right = width(font, cmap[ord(c)])
            bearing = round(em * QUOTE_BEARING)
            shift = em - bearing - right if c in "“‘" else bearing - left
            redraw(font, cmap[ord(c)], (1, 0, 0, 1, shift, 0))
    return "".join(narrow)


def width(font, glyph):
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.bounds[0], pen.bounds[2]


def redraw(font, glyph, transform):
    """Replaces glyph by itself under transform, one em wide."""
    recording = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, transform))
    outline = pen.glyph()
    outline.recalcBounds(font["glyf"])
    font["glyf"][glyph] = outline
    font["hmtx"][glyph] = (font["head"].unitsPerEm, outline.xMin)


def map_character(font, character, glyph):
    for table in font["cmap"].tables:
        if table.isUnicode() and hasattr(table, "cmap") and ord(character) in table.cmap:
            table.cmap[ord(character)] = glyph
