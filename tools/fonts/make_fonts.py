"""Makes the built-in fonts: subsets of the interface font and of the icon font, as C++ source.

    make_fonts.py --regular R.otf --semibold S.otf --icons I.ttf --out DIR

Writes DIR/fonts.hpp, DIR/fonts.cpp (three byte arrays) and DIR/icons.hpp (names of the icons).
The reader of the fonts in Dear ImGui knows no OpenType features, so the tabular digits are made
the digits, and kerning, hints and features are left out. Runs at build time; needs fonttools.
"""

import argparse
import io
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent


def read_lines(name):
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def wanted_characters():
    wanted = set()
    for line in read_lines("characters.txt"):
        if line.startswith("*"):
            wanted.update(ord(c) for c in line[1:] if not c.isspace())
        else:
            first, _, last = line.removeprefix("U+").partition("-")
            wanted.update(range(int(first, 16), int(last or first, 16) + 1))
    return wanted


def subtables(font, feature_tag):
    """All lookups of one feature of a font (of every feature when the tag is None)."""
    table = font["GSUB"].table
    indices = set()
    for record in table.FeatureList.FeatureRecord:
        if feature_tag in (None, record.FeatureTag):
            indices.update(record.Feature.LookupListIndex)
    for index in sorted(indices):
        for sub in table.LookupList.Lookup[index].SubTable:
            yield getattr(sub, "ExtSubTable", sub)


def make_digits_tabular(font):
    mapping = {}
    for sub in subtables(font, "tnum"):
        mapping.update(getattr(sub, "mapping", {}))
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in table.cmap:
                table.cmap[digit] = mapping.get(table.cmap[digit], table.cmap[digit])
    best, metrics = font.getBestCmap(), font["hmtx"].metrics
    glyphs = [best[digit] for digit in range(ord("0"), ord("9") + 1)]
    width = max(metrics[glyph][0] for glyph in glyphs)
    # Inter's semibold 4 is three units of 2816 narrower than its neighbours: rounding, not intent.
    if any(width - metrics[glyph][0] > width // 100 for glyph in glyphs):
        sys.exit("the interface font has no tabular digits")
    for glyph in glyphs:
        metrics[glyph] = (width, metrics[glyph][1])


def subset_font(font, characters):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.glyph_names = False
    options.name_IDs = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "kern"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def interface_font(path):
    font = TTFont(path, recalcTimestamp=False)
    make_digits_tabular(font)
    has = set(font.getBestCmap())
    missing = sorted(wanted_characters() - has)
    letters = [c for c in missing if c < 0x180 and chr(c).isalpha()]
    if letters:
        sys.exit(f"{path} lacks letters: " + " ".join(f"U+{c:04X}" for c in letters))
    if missing:
        print(f"note: {path.name} lacks " + " ".join(f"U+{c:04X}" for c in missing))
    return subset_font(font, wanted_characters() & has)


def icon_codes(font):
    """Name of each icon, as the font's own ligatures spell it, and its code point."""
    code_of = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        code_of.setdefault(glyph, code)
    codes = {}
    for sub in subtables(font, None):
        for first, ligatures in getattr(sub, "ligatures", {}).items():
            for ligature in ligatures:
                glyphs = [first, *ligature.Component]
                if all(g in code_of for g in glyphs) and ligature.LigGlyph in code_of:
                    name = "".join(chr(code_of[g]) for g in glyphs)
                    codes[name] = code_of[ligature.LigGlyph]
    return codes


def icon_font(path):
    font = TTFont(path, recalcTimestamp=False)
    known = icon_codes(font)
    names = sorted(set(read_lines("icons.txt")))
    missing = [name for name in names if name not in known]
    if missing:
        sys.exit(f"{path} has no icon named: " + ", ".join(missing))
    codes = {name: known[name] for name in names}
    return subset_font(font, set(codes.values())), codes


def constant_name(icon):
    return "k" + "".join(part.capitalize() for part in icon.split("_"))


def icons_header(codes):
    lines = [
        "// Made by tools/fonts/make_fonts.py from tools/fonts/icons.txt. UTF-8 text of each icon in the icon font.",
        "#pragma once",
        "",
        "namespace atlas::icons {",
        "",
        f"inline constexpr unsigned kFirst = 0x{min(codes.values()):X};",
        f"inline constexpr unsigned kLast = 0x{max(codes.values()):X};",
    ]
    for name, code in codes.items():
        text = "".join(f"\\x{byte:02X}" for byte in chr(code).encode())
        lines.append(f'inline constexpr const char* {constant_name(name)} = "{text}";')
    return "\n".join([*lines, "", "}  // namespace atlas::icons", ""])


FONTS_HEADER = """// Made by tools/fonts/make_fonts.py. The built-in fonts, as files that Dear ImGui reads from memory.
#pragma once

#include <span>

namespace atlas::fonts {

// The bytes live as long as the program.
std::span<const unsigned char> inter_regular();
std::span<const unsigned char> inter_semibold();
std::span<const unsigned char> icons();

}  // namespace atlas::fonts
"""


def fonts_source(fonts):
    parts = ['#include "fonts.hpp"\n\nnamespace atlas::fonts {\nnamespace {\n']
    for name, data in fonts.items():
        rows = "\n".join(
            ",".join(map(str, data[i : i + 40])) + "," for i in range(0, len(data), 40)
        )
        parts.append(f"constexpr unsigned char k_{name}[] = {{\n{rows}\n}};\n")
    parts.append("}  // namespace\n")
    for name in fonts:
        parts.append(f"std::span<const unsigned char> {name}() {{ return k_{name}; }}\n")
    parts.append("}  // namespace atlas::fonts\n")
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for option in ("regular", "semibold", "icons", "out"):
        parser.add_argument(f"--{option}", required=True, type=pathlib.Path)
    args = parser.parse_args()
    icons, codes = icon_font(args.icons)
    fonts = {
        "inter_regular": interface_font(args.regular),
        "inter_semibold": interface_font(args.semibold),
        "icons": icons,
    }
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "fonts.hpp").write_text(FONTS_HEADER, encoding="utf-8")
    (args.out / "fonts.cpp").write_text(fonts_source(fonts), encoding="utf-8")
    (args.out / "icons.hpp").write_text(icons_header(codes), encoding="utf-8")
    sizes = ", ".join(f"{name} {len(data) // 1024} KB" for name, data in fonts.items())
    print(f"fonts: {sizes}; {len(codes)} icons")


if __name__ == "__main__":
    main()
