"""Checks what the #include lines say about the shape of the house (src/README.md is its map).

Includes point down only; Dear ImGui stays in ui and platform, Emscripten in platform/web, and a
screen's scene draws nothing. Names that the floor of our compilers lacks are refused here too, for
a newer compiler takes them and hides the mistake. Files that grow long are named, not refused.
"""

import re

from sources import CPP, ROOT, SCRIPTS, finish, our_files

BELOW = {
    "base": [],
    "replica": ["base"],
    "document": ["replica", "base"],
    "layout": ["base"],
    "semantics": ["base"],
    "partnership": ["document", "replica", "base"],
    "io": ["document", "replica", "base"],
}
BELOW["exchange"] = ["document", "replica", "base"]
BELOW["query"] = BELOW["partnership"] + ["partnership"]
BELOW["compare"] = ["partnership", "io", *BELOW["partnership"]]
BELOW["report"] = ["compare", "layout", "semantics", *BELOW["compare"]]
BELOW["app"] = ["report", *BELOW["report"]]
BELOW["ui"] = ["app", *BELOW["app"]]
BELOW["platform"] = ["ui", *BELOW["ui"]]

# Made while building; no folder of ours.
GENERATED = {"fonts.hpp", "icons.hpp", "strings.hpp"}
MISSING_IN_FLOOR = {
    "ranges", "format", "source_location", "memory_resource", "stop_token", "barrier", "latch",
    "semaphore", "syncstream", "spanstream", "expected", "print", "generator", "mdspan",
}  # fmt: skip
MISSING_NAMES = re.compile(r"\bstd::(ranges|views|bit_cast|jthread|pmr|format|from_chars|to_chars)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
MAX_LINES = 400


def folder_of(path):
    return path.parts[1] if len(path.parts) > 2 else ""


def check_include(path, where, quote, target):
    folder = folder_of(path)
    in_web = path.parts[1:3] == ("platform", "web")
    if target.startswith("emscripten") or target.startswith("GLES"):
        if not in_web:
            yield f"{where}: {target} belongs to src/platform/web only"
        return
    if target.startswith("imgui"):
        if folder not in ("ui", "platform"):
            yield f"{where}: Dear ImGui belongs to src/ui and src/platform only"
        elif path.stem.startswith("scene"):
            yield f"{where}: a scene draws nothing, so it includes no Dear ImGui"
        return
    if quote == "<":
        if target in MISSING_IN_FLOOR:
            yield f"{where}: <{target}> is not in the oldest compiler that we build with"
        return
    if target in GENERATED:
        return
    if not (ROOT / "src" / target).is_file():
        yield f'{where}: "{target}" is not a file below src/ (includes are written from there)'
        return
    other = target.split("/")[0]
    if other != folder and other not in BELOW.get(folder, []):
        yield f"{where}: {folder} may not include {other}: includes point down only"
    if folder == other == "platform" and target.split("/")[1] != path.parts[2]:
        yield f"{where}: one platform may not include another"


def check_file(path):
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    in_src = path.parts[0] == "src"
    folder = folder_of(path)
    if in_src and folder not in BELOW:
        yield f"{path}: {folder or 'src'} is not a folder of the house; add it to tools/lint/includes.py"
        return
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        match = INCLUDE.match(line)
        if match and in_src:
            yield from check_include(path, where, match[1], match[2])
        code = line.split("//")[0]
        if in_src and "ImGui::" in code and folder not in ("ui", "platform"):
            yield f"{where}: Dear ImGui belongs to src/ui and src/platform only"
        missing = MISSING_NAMES.search(code)
        if missing:
            yield f"{where}: {missing[0]} is not whole in the oldest compiler that we build with"
    if path.suffix == ".hpp" and "#pragma once" not in lines:
        yield f"{path}: has no #pragma once"


def name_long_files():
    for path in our_files(CPP + SCRIPTS):
        count = len((ROOT / path).read_text(encoding="utf-8").splitlines())
        if count > MAX_LINES:
            print(f"   note: {path} has {count} lines; is it still one concept?")


def main():
    files = our_files(CPP, ("src", "tests"))
    problems = [problem for path in files for problem in check_file(path)]
    exporting = [p for p in files if "EMSCRIPTEN_KEEPALIVE" in (ROOT / p).read_text(encoding="utf-8")]
    if len(exporting) > 1:
        names = ", ".join(map(str, exporting))
        problems.append(f"functions for JavaScript stand in one file, not in {names}")
    name_long_files()
    finish(problems, f"include directions in {len(files)} files")


if __name__ == "__main__":
    main()
