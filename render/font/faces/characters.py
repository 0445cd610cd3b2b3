"""The characters that the faces keep."""
import pathlib

STANDARD = pathlib.Path(__file__).parent.parent / "standard.txt"

# Marks of official documents, units and numbers that GB/T 2312 lacks.
MARKS = "“”‘’（）〔〕—…《》〈〉、。，；：？！·‧〇℃％＋－～【】•–−€㎎㎏㎜㎝㎞㎡㎥㏄⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳①②③"


# What no other face keeps.
SIGNS = "✓☎ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅪⅫ"

# Marks that are heavier in FandolFang than its characters.
HEAVY = "《》？【】"


def ascii():
    return set(range(0x20, 0x7F))


def gb2312():
    kept = set()
    for high in range(0xA1, 0xFF):
        for low in range(0xA1, 0xFF):
            try:
                kept.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return kept


def standard():
    """The 8,105 characters of 通用规范汉字表."""
    lines = STANDARD.read_text(encoding="utf-8").splitlines()
    kept = {ord(c) for line in lines if not line.startswith("#") for c in line}
    assert len(kept) == 8105, len(kept)
    return kept


def han():
    return ascii() | gb2312() | standard() | set(map(ord, MARKS))


def lighter(missing):
    """What stands in for 仿宋: standard characters that it lacks, and its heavy marks; and SIGNS."""
    return standard() & missing | set(map(ord, HEAVY + SIGNS))


def latin():
    """ASCII, Latin-1, Latin Extended-A and -B (pinyin), Greek, general punctuation, € № ™ and −."""
    blocks = ascii() | set(range(0xA0, 0x250)) | set(range(0x370, 0x400)) | set(range(0x2010, 0x2028)) | set(range(0x2030, 0x205F))
    return blocks | {0x20AC, 0x2116, 0x2122, 0x2212}
