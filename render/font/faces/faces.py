#!/usr/bin/python3
"""faces.py SOURCES DESTINATION: makes the embedded faces out of the unpacked packages
in the folder SOURCES. make.sh fetches them; README.md says what is changed.
Needs Debian's python3-fonttools 4.38.0."""
import hashlib
import pathlib
import sys
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import newTable

import characters
import outlines

# 2026-01-01 in seconds since 1904, so that the same sources give the same bytes.
MADE = 3850070400
TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
# Copyright, version, trademark, designer, licence and its address are kept.
KEPT_NAMES = {0, 5, 7, 9, 13, 14}
WINDOWS, UNICODE_BMP, ENGLISH, CHINESE = 3, 1, 0x0409, 0x0804
GPL = "GNU General Public License, version 3, with the font exception, which the makers of this version extend to it."


class Face(NamedTuple):
    file: str
    source: str
    sha256: str
    english: str
    chinese: str
    keep: callable
    licence: str = ""  # where the source's own record is empty
    instead_of: str = ""  # the face, made before, whose missing characters keep is asked with


FACES = [
    Face("title", "noto-serif-sc/package/700Bold/NotoSerifSC_700Bold.ttf",
         "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
         "Nianbao XiaoBiaoSong", "年报小标宋", characters.han),
    Face("song", "noto-serif-sc/package/400Regular/NotoSerifSC_400Regular.ttf",
         "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
         "Nianbao Song", "年报宋体", characters.han),
    Face("hei", "noto-sans-sc/package/500Medium/NotoSansSC_500Medium.ttf",
         "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
         "Nianbao Hei", "年报黑体", characters.han),
    Face("kai", "debian/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
         "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
         "Nianbao Kai", "年报楷体", characters.han),
    Face("fang", "debian/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
         "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
         "Nianbao FangSong", "年报仿宋", characters.han, GPL),
    Face("lighter", "noto-serif-sc/package/200ExtraLight/NotoSerifSC_200ExtraLight.ttf",
         "e51c26105c4698e8476dde88ce284ec8bbae9a79419115128f0a03cf284cbb4f",
         "Nianbao Lighter", "年报细宋", characters.lighter, instead_of="fang"),
    Face("latin", "debian/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
         "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
         "Nianbao Latin", "年报西文", characters.latin),
]


def trim(source, keep):
    """Reads source and drops all other characters, hints and layout tables."""
    options = subset.Options()
    options.layout_features, options.hinting, options.glyph_names = [], False, False
    options.notdef_outline, options.name_IDs, options.name_languages = True, ["*"], ["*"]
    options.recalc_timestamp, options.desubroutinize = False, True
    font = subset.load_font(source, options)
    widened = outlines.fill_squares(font) if 0x4E00 in keep else ""
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=keep)
    cutter.subset(font)
    if "CFF " in font:
        outlines.to_truetype(font)
    if outlines.PER_TEN_THOUSAND in keep and outlines.PER_TEN_THOUSAND not in font.getBestCmap():
        outlines.add_per_ten_thousand(font)
    for table in set(font.keys()) - TABLES:
        del font[table]
    font["cmap"].tables = [t for t in font["cmap"].tables if (t.platformID, t.platEncID) in {(3, 1), (3, 10)}]
    return font, widened


def rename(font, face, source_name):
    """Gives font a family name of our own; whose it is and its licence stay."""
    old = {r.nameID: r.toUnicode() for r in font["name"].names if r.platformID == WINDOWS and r.langID == ENGLISH}
    postscript = face.english.replace(" ", "")
    version = old[5].split(";")[0]
    english = {key: text for key, text in old.items() if key in KEPT_NAMES and text}
    english |= {1: face.english, 2: "Regular", 3: f"{version};{postscript}", 4: face.english, 5: version, 6: postscript,
                10: f"A modified version of {source_name}, made 2026 for nianbao: fewer characters, no hints, "
                    "no layout tables, renamed; see render/font/faces/README.md there."}
    if face.licence:
        english[13] = face.licence
    font["name"] = names = newTable("name")
    names.names = []
    for key, text in sorted(english.items()):
        names.setName(text, key, WINDOWS, UNICODE_BMP, ENGLISH)
    for key in (1, 4):
        names.setName(face.chinese, key, WINDOWS, UNICODE_BMP, CHINESE)
    names.setName("Regular", 2, WINDOWS, UNICODE_BMP, CHINESE)


def plain_style(font):
    """Marks the face as regular and free to embed: an office program that is told to use
    it for a bold or a plain style then takes it as it is, and thickens nothing."""
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass, os2.fsType, os2.fsSelection = 400, 0, 0x40
    os2.panose.bWeight = 5
    if os2.version >= 2 and not os2.sCapHeight:
        glyf, cmap = font["glyf"], font.getBestCmap()
        os2.sCapHeight, os2.sxHeight = glyf[cmap[ord("H")]].yMax, glyf[cmap[ord("x")]].yMax
    head.macStyle, head.created, head.modified = 0, MADE, MADE
    head.flags &= 0b11  # the other bits concern hints


def main(sources, destination):
    missing = {}
    for face in FACES:
        source = pathlib.Path(sources, face.source)
        if hashlib.sha256(source.read_bytes()).hexdigest() != face.sha256:
            sys.exit(f"{source} is not the version that the faces were made from")
        keep = face.keep(missing[face.instead_of]) if face.instead_of else face.keep()
        font, widened = trim(source, keep)
        rename(font, face, source.stem)
        plain_style(font)
        file = pathlib.Path(destination, face.file + ".ttf")
        font.save(file, reorderTables=True)
        missing[face.file] = keep - set(font.getBestCmap())
        print(f"{file.name}: {file.stat().st_size} bytes, {font['maxp'].numGlyphs} glyphs,"
              f" {len(missing[face.file])} of {len(keep)} characters missing, made wide: {widened or 'none'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
