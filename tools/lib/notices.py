"""Prints the notices of the third-party code and fonts that end up inside the app.

Reads the licence files of the source packages in .deps/ and, for Debian packages, their
machine-readable copyright files: of those only the paragraphs about files that are shipped. Where a
package came from elsewhere and has no such file, its licence is named instead.
"""

import dataclasses
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMON = pathlib.Path("/usr/share/common-licenses")


@dataclasses.dataclass
class Part:
    """One thing that is shipped; `files` says which of a package's files are in the app."""

    title: str
    licence: str
    home: str
    text: str = ""  # a licence file below the project's root
    package: str = ""  # a Debian package
    files: tuple = ("*",)


PARTS = [
    Part("Dear ImGui", "MIT", "github.com/ocornut/imgui", text=".deps/imgui/LICENSE.txt"),
    Part("zlib", "Zlib", "zlib.net", text=".deps/zlib/LICENSE"),
    Part("cereal", "BSD-3-Clause", "uscilab.github.io/cereal", package="libcereal-dev"),
    Part("{fmt}", "MIT", "fmt.dev", package="libfmt-dev", files=("*", "include/")),
    Part("JSON for Modern C++", "MIT", "json.nlohmann.me", package="nlohmann-json3-dev"),
    Part("Inter", "OFL-1.1", "rsms.me/inter", package="fonts-inter"),
    Part(
        "Material Icons",
        "Apache-2.0",
        "fonts.google.com/icons",
        package="fonts-material-design-icons-iconfont",
        files=("*", "dist/fonts/"),
    ),
    Part(
        "Emscripten with musl and the LLVM libraries",
        "MIT, NCSA, Apache-2.0 WITH LLVM-exception",
        "emscripten.org",
        package="emscripten",
        files=("*", "src/", "system/lib/libc", "system/lib/compiler-rt", "system/lib/libunwind",
               "system/lib/dlmalloc", "system/lib/gl"),
    ),
]  # fmt: skip


def paragraphs(text):
    """The paragraphs of a machine-readable copyright file, each as field name → value."""
    for block in re.split(r"\n[ \t]*\n", text):
        fields, name = {}, None
        for line in block.splitlines():
            match = re.match(r"([A-Za-z-]+):(.*)", line)
            if match:
                name = match[1]
                fields[name] = match[2].strip()
            elif name:
                fields[name] += "\n" + line.strip().removeprefix(".")
        if fields:
            yield fields


def licence_names(expression):
    first = expression.splitlines()[0]
    return [name.strip(" ,") for name in re.split(r"\s+(?:and|or)\s+|,", first) if name.strip(" ,")]


def is_shipped(patterns, wanted):
    for pattern in patterns.split():
        if any(pattern == w if w == "*" else pattern.startswith(w) for w in wanted):
            return True
    return False


def package_notice(part):
    file = pathlib.Path("/usr/share/doc") / part.package / "copyright"
    if not file.is_file():
        return None
    blocks = list(paragraphs(file.read_text(encoding="utf-8")))
    texts = {b["License"].splitlines()[0]: b["License"] for b in blocks if "Files" not in b and "License" in b}
    out, names = [], []
    for block in blocks:
        if "Files" not in block or not is_shipped(block["Files"], part.files):
            continue
        out.append(f"Files: {' '.join(block['Files'].split())}\n{block.get('Copyright', '').strip()}")
        licence = block.get("License", part.licence)
        out.append(f"Licence: {licence}")
        names += [n for n in licence_names(licence) if n not in names]
    out += [f"Licence {texts[name].strip()}" for name in names if name in texts]
    return "\n\n".join(out)


def notice(part):
    if part.text:
        return (ROOT / part.text).read_text(encoding="utf-8", errors="replace").strip()
    return package_notice(part) or f"Licence: {part.licence}. Its text is at {part.home}."


def main():
    out = ["Partnership Atlas contains work of others, with thanks. Their notices follow."]
    for part in PARTS:
        out.append("=" * 78 + f"\n{part.title} ({part.licence}), {part.home}\n" + "=" * 78)
        out.append(notice(part))
    apache = COMMON / "Apache-2.0"
    if apache.is_file():
        out.append("=" * 78 + "\nApache License 2.0, the full text\n" + "=" * 78)
        out.append(apache.read_text(encoding="utf-8").strip())
    sys.stdout.write("\n\n".join(out) + "\n")


if __name__ == "__main__":
    main()
