#!/usr/bin/env python3
"""Subsets Inter and Phosphor (pinned npm packages) and writes them as C++: font files for the view, advances for the core.

The text comes from Inter Regular and SemiBold with tabular digits frozen into the cmap, because stb_truetype applies no
GSUB. The icons are those that src/core/ui/icons.hpp names; a code point that is not the named icon's is an error.
"""
import argparse
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

TEXT = (
    "0020-007E 00A0-017F 02B3 1D49 2009 2010-2014 2018-201E 2020 2022 2026 202F 2030 2032 2033 2039 203A 2070 2074-2079 "
    "2080-2089 20AC 2116 2122 2190-2199 2212 221E 2248 2260 2264 2265 25A0 25A1 25B2 25B6 25BC 25C0 25C6 25CB 25CF 2605 "
    "2713 2717"
)
UNITS = 1024  # to the em; Inter has twice as many, which would cost 2.3 KB more after brotli
ICON_FONTS = {"regular": "regular/Phosphor", "fill": "fill/Phosphor-Fill", "bold": "bold/Phosphor-Bold"}
HEADER = "// Made by tools/bake_fonts.py from {}; not edited by hand.\n"


def code_points(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def icons_of_header(path):
    """(name in the package, code point, styles), from lines like `Check = 0xE182, // check: regular bold`"""
    lines = re.findall(r"^\s*\w+ = 0x([0-9A-F]{4}),\s*// ([a-z0-9-]+)(?:: ([a-z ]+))?$", path.read_text(), re.M)
    return [(name, int(code, 16), set((styles or "regular").split())) for code, name, styles in lines]


def check_icons(icons, style_css):
    css = dict(re.findall(r'\.ph\.ph-([a-z0-9-]+):before \{\s*content: "\\([0-9a-f]+)"', style_css.read_text()))
    wrong = [f"{name}: {code:04X}, the package has {css.get(name)}" for name, code, _ in icons
             if int(css.get(name, "0"), 16) != code]
    wrong += [f"{name}: no style is called so" for name, _, styles in icons if not styles <= set(ICON_FONTS)]
    if wrong or not icons:
        sys.exit("icons.hpp and Phosphor disagree:\n  " + "\n  ".join(wrong or ["no icon found"]))


def freeze_tabular_digits(font):
    gsub = font["GSUB"].table
    swap = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                if table.LookupType == 1:
                    swap.update(table.mapping)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for digit in map(ord, "0123456789"):
                table.cmap[digit] = swap.get(table.cmap[digit], table.cmap[digit])
    widths = {font["hmtx"][font.getBestCmap()[digit]][0] for digit in map(ord, "0123456789")}
    if len(widths) != 1:
        sys.exit(f"digits are not tabular: {sorted(widths)}")


def set_height_to_one_em(font):
    """ImGui scales a font by its height; at one em its size is the CSS font size. Four fifths stand on the baseline."""
    units = font["head"].unitsPerEm
    font["hhea"].ascent = round(0.8 * units)
    font["hhea"].descent = font["hhea"].ascent - units


def shrink(font, wanted, path):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT"]
    options.name_IDs = [1, 2, 6]  # licences and authors are in LICENSES.txt
    worker = subset.Subsetter(options)
    worker.populate(unicodes=list(wanted))
    worker.subset(font)
    font["head"].modified = font["head"].created  # the same bytes on every build
    font.recalcTimestamp = False
    subset.save_font(font, str(path), options)
    return path.read_bytes()


def write_data(files, path):
    lines = [HEADER.format("Inter and Phosphor"), '#include "view/font_data.hpp"\n\nnamespace atlas::view {\n\nnamespace {\n']
    for name, data in files.items():
        rows = [",".join(map(str, data[i:i + 40])) for i in range(0, len(data), 40)]
        lines.append(f"constexpr unsigned char k_{name}[] = {{\n" + ",\n".join(rows) + "};\n")
    cases = "\n".join(f"    case FontFile::{''.join(w.capitalize() for w in name.split('_'))}: return k_{name};"
                      for name in files)
    lines.append("}\n\nstd::span<const unsigned char> font_file(FontFile file) {\n    switch (file) {\n" + cases +
                 "\n    }\n    return {};\n}\n\n}\n")
    path.write_text("\n".join(lines))


def write_table(fonts, path):
    """fonts: the two text weights after subsetting, with the same repertoire"""
    maps = [font.getBestCmap() for font in fonts]
    points = sorted(maps[0])
    tables = {(font["head"].unitsPerEm, font["hhea"].ascent, -font["hhea"].descent, font["OS/2"].sCapHeight)
              for font in fonts}
    if points != sorted(maps[1]) or points[-1] > 0xFFFF or len(tables) != 1:
        sys.exit("the two text weights differ in repertoire or vertical metrics")
    units, ascent, descent, cap_height = tables.pop()

    def row(values):
        return "{" + ", ".join(map(str, values)) + "}"

    advances = ",\n".join(row(font["hmtx"][cmap[point]][0] for point in points) for font, cmap in zip(fonts, maps))
    path.write_text(
        HEADER.format("Inter Regular and SemiBold") +
        '#include "core/ui/font_table.hpp"\n\nnamespace atlas {\n\nnamespace {\n'
        f"constexpr char16_t k_code_points[] = {row(points)};\n"
        f"constexpr std::uint16_t k_advances[2][{len(points)}] = {{\n{advances}}};\n}}\n\n"
        f"const FontTable k_font_table = {{k_code_points, {{k_advances[0], k_advances[1]}}, "
        f"{units}, {ascent}, {descent}, {cap_height}}};\n\n}}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=Path, required=True, help="node_modules")
    parser.add_argument("--icons", type=Path, required=True, help="icons.hpp")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    inter = arguments.packages / "@expo-google-fonts/inter"
    phosphor = arguments.packages / "@phosphor-icons/web/src"
    arguments.out.mkdir(parents=True, exist_ok=True)

    icons = icons_of_header(arguments.icons)
    check_icons(icons, phosphor / "regular/style.css")

    files, texts = {}, []
    for name, source in (("inter_regular", "400Regular/Inter_400Regular"), ("inter_semi_bold", "600SemiBold/Inter_600SemiBold")):
        font = TTFont(inter / f"{source}.ttf", recalcTimestamp=False)
        freeze_tabular_digits(font)
        scale_upem(font, UNITS)
        set_height_to_one_em(font)
        files[name] = shrink(font, code_points(TEXT), arguments.out / f"{name}.ttf")
        texts.append(font)
    for style, source in ICON_FONTS.items():
        font = TTFont(phosphor / f"{source}.ttf", recalcTimestamp=False)
        wanted = [code for _, code, styles in icons if style in styles]
        files[f"icons_{style}"] = shrink(font, wanted, arguments.out / f"icons_{style}.ttf")
    write_table(texts, arguments.out / "font_table.cpp")
    write_data(files, arguments.out / "font_data.cpp")


if __name__ == "__main__":
    main()
