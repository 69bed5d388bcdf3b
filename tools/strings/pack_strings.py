"""Makes the table of words: shared/strings/en-GB.json as C++ source.

    pack_strings.py STRINGS.json --out DIR

Writes DIR/strings.hpp (one enum) and DIR/strings.cpp (the texts). A file that would not change is
left alone, so that a new wording compiles one file only. Runs at build time; tools/lint/strings.py
reads the table through this file too.
"""

import argparse
import json
import pathlib
import re
import sys

KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{(\d)\}")


class Mistake(Exception):
    """What is wrong with the table, one line each."""


def without_twins(pairs):
    keys = [key for key, _ in pairs]
    twins = sorted({key for key in keys if keys.count(key) > 1})
    if twins:
        raise Mistake("these keys stand there twice: " + ", ".join(twins))
    return dict(pairs)


def placeholders(text):
    """The numbers in a text's placeholders, each once, in order."""
    return sorted({int(number) for number in PLACEHOLDER.findall(text)})


def faults_of(key, text, table):
    if not KEY.fullmatch(key):
        yield "a key is snake_case"
    if not isinstance(text, str):
        yield "it is not a text"
        return
    if not text or text != text.strip() or "  " in text:
        yield "it is empty, or has spaces too many"
    if not text.isprintable():
        yield "it has a character that is no sign, such as a line break"
    if "@" in text:
        yield "no text of ours holds an e-mail sign"
    numbers = placeholders(text)
    if numbers != list(range(len(numbers))):
        yield "placeholders are numbered {0}, {1}, … without a gap"
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        yield "a brace is part of a placeholder only"
    yield from faults_of_plural(key, numbers, table)


def faults_of_plural(key, numbers, table):
    stem, _, form = key.rpartition("_")
    if form == "one" and f"{stem}_many" not in table:
        yield f"{stem}_many is missing"
    if form == "many" and f"{stem}_one" not in table:
        yield f"{stem}_one is missing"
    if form == "many" and 0 not in numbers:
        yield "it does not say how many: {0}"


def read_table(path):
    """Key → text, in the order of the file, which is the order of the keys."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=without_twins)
    except json.JSONDecodeError as error:
        raise Mistake(f"it is not JSON: {error}") from error
    if not isinstance(table, dict):
        raise Mistake("it is one object of keys and texts")
    faults = [f"{key}: {what}" for key, text in table.items() for what in faults_of(key, text, table)]
    if faults:
        raise Mistake("\n".join(faults))
    return table


def constant_name(key):
    return "k" + "".join(part.capitalize() for part in key.split("_"))


def header(table):
    names = [constant_name(key) for key in table]
    if len(set(names)) != len(names):
        raise Mistake("two keys make one name in C++")
    lines = [
        "// Made by tools/strings/pack_strings.py from shared/strings/en-GB.json: every text of the interface.",
        "#pragma once",
        "",
        "#include <cstddef>",
        "#include <cstdint>",
        "#include <string_view>",
        "",
        "namespace atlas {",
        "",
        "enum class Text : std::uint16_t {",
        *[f"  {name}," for name in names],
        "};",
        f"inline constexpr std::size_t kTextCount = {len(names)};",
        "",
        "// The text in British English, with its placeholders.",
        "[[nodiscard]] std::string_view source_text(Text text);",
        "// Its key in the table, for tests.",
        "[[nodiscard]] std::string_view key_of(Text text);",
        "",
        "}  // namespace atlas",
        "",
    ]
    return "\n".join(lines)


def source(table):
    def rows(words):
        return [f"    {json.dumps(word, ensure_ascii=False)}," for word in words]

    lines = [
        '#include "strings.hpp"',
        "",
        "namespace atlas {",
        "namespace {",
        "",
        "constexpr std::string_view kKeys[kTextCount] = {",
        *rows(table),
        "};",
        "constexpr std::string_view kTexts[kTextCount] = {",
        *rows(table.values()),
        "};",
        "",
        "}  // namespace",
        "",
        "std::string_view source_text(Text text) { return kTexts[static_cast<std::size_t>(text)]; }",
        "std::string_view key_of(Text text) { return kKeys[static_cast<std::size_t>(text)]; }",
        "",
        "}  // namespace atlas",
        "",
    ]
    return "\n".join(lines)


def write_if_new(path, text):
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("strings", type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    args = parser.parse_args()
    try:
        table = read_table(args.strings)
        files = {"strings.hpp": header(table), "strings.cpp": source(table)}
    except Mistake as mistake:
        sys.exit("\n".join(f"{args.strings.name}: {line}" for line in str(mistake).splitlines()))
    args.out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_if_new(args.out / name, text)


if __name__ == "__main__":
    main()
