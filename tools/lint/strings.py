"""Checks the words of the interface: strings.py [--fix].

Every text stands in shared/strings/en-GB.json, sorted, and is used; every use gives as many arguments
as the text has placeholders; and no literal that a person would read is left in our sources. What
looks like words and is none is named below, with its reason.
"""

import json
import re
import sys

from sources import CPP, ROOT, finish, our_files

sys.path.insert(0, str(ROOT / "tools" / "strings"))
from pack_strings import Mistake, constant_name, placeholders, read_table  # noqa: E402

TABLE = ROOT / "shared" / "strings" / "en-GB.json"

USE = re.compile(r"\bText::(k[A-Z]\w*)")
LITERAL = re.compile(r'(?:u8)?"((?:[^"\\\n]|\\.)*)"')
COMMENT = re.compile(r"//[^\n]*")
CHARACTER = re.compile(r"'(?:[^'\\\n]|\\.)'")
# A space beside a letter, or a word that begins with a capital.
WORDS = re.compile(r"[A-Za-z,.:)}”] | [A-Za-z(“]|^[A-Z][a-z]")

# Where a literal is for the program: an id, a name in ImGui, a key of the keyboard.
FOR_THE_PROGRAM = re.compile(
    r"(#include |\bid\(|\bScope \w+\(\w+, |\bScrollArea \w+\(\w+, |\.id = |\bBegin\(|\bBeginChild\("
    r"|\bInvisibleButton\(|\blog_mark\(\w+, |\b(?:id|local) = |[kK]ey\w* [!=]?= |\bname == |\bfind\w*\()$"
)
# What DOM calls the keys of the keyboard. One that is a word too must not be given on as a text.
GIVEN_ON = re.compile(r"(\breturn|[^=!]=|\?|:) $")
KEY_NAMES = {
    "Alt", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Arrow", "Backspace", "ContextMenu", "Control",
    "Delete", "End", "Enter", "Escape", "Home", "Meta", "PageDown", "PageUp", "Shift", "Tab",
}  # fmt: skip

# Files with words of their own, and why.
OWN_WORDS = {
    "src/document/choices.hpp": "the schema: shared with files and checks; tr_word() says them",
    "src/document/schema": "the schema: shared with files and checks; tr_word() says them",
    "src/io/model_": "said while building, to who edits shared/models",
    "src/document/plain_text": "said to who reads or writes files by tools, in English everywhere",
    "src/document/soundness": "said by the command-line program, in English",
    "src/exchange/": "files for other programs, and what is wrong with them: English everywhere",
    "src/partnership/sources.cpp": "names of places, made of the wording that the data has",
    "src/query/": "the query language and its mistakes: English",
    "src/report/": "documents of the command-line program: English",
    "src/semantics/": "roles and states in the form that tests compare",
}
# Literals for compilers and formats, by file.
OWN_LITERALS = {
    "src/io/bounded_archive.hpp": {"files are little-endian"},
    "src/ui/widgets/menu.cpp": {"item "},  # part of an id
    "src/platform/web/canvas.cpp": {"#version 300 es"},
}


def without_comments(text):
    """Comments and characters blanked, literals kept: a literal may hold two slashes."""
    return re.sub(
        rf"{LITERAL.pattern}|{CHARACTER.pattern}|{COMMENT.pattern}",
        lambda match: match[0] if match[1] is not None else " " * len(match[0]),
        text,
    )


def arguments_after(text, at):
    """How many arguments `, {a, b})` at a place gives; 0 for `)`; None where it cannot be told."""
    rest = text[at:].lstrip()
    if rest.startswith(")"):
        return 0
    if not re.match(r",\s*\{", rest):
        return None
    depth, commas = 0, 0
    for match in re.finditer(rf"{LITERAL.pattern}|[(\[{{}}\])]|,", rest[1:]):
        sign = match[0]
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0:
            return commas + 1
        commas += depth == 1 and sign == ","
    return None


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def check_uses(path, text, texts):
    for match in USE.finditer(text):
        if match[1] not in texts:
            yield f"{path}:{line_of(text, match.start())}: {match[0]} is not in the table"
            continue
        if not text[: match.start()].endswith("tr("):
            continue
        given = arguments_after(text, match.end())
        wanted = len(placeholders(texts[match[1]]))
        if given is not None and given != wanted:
            where = f"{path}:{line_of(text, match.start())}"
            yield f"{where}: {match[0]} has {wanted} placeholders and is given {given} arguments"


def check_literals(path, text):
    if str(path).startswith(tuple(OWN_WORDS)):
        return
    allowed = OWN_LITERALS.get(str(path), ())
    for match in LITERAL.finditer(text):
        literal = match[1]
        before = text[: match.start()].rsplit("\n", 1)[-1]
        is_word = literal.istitle() and GIVEN_ON.search(before)
        is_key = literal in KEY_NAMES and not is_word
        if not WORDS.search(literal) or is_key or literal in allowed or FOR_THE_PROGRAM.search(before):
            continue
        yield f'{path}:{line_of(text, match.start())}: "{literal}" belongs into shared/strings/en-GB.json'


def sorted_form(table):
    return json.dumps(dict(sorted(table.items())), indent=2, ensure_ascii=False) + "\n"


def main():
    try:
        table = read_table(TABLE)
    except Mistake as mistake:
        return finish(str(mistake).splitlines(), TABLE.name)
    if "--fix" in sys.argv:
        TABLE.write_text(sorted_form(table), encoding="utf-8")
    problems = []
    if TABLE.read_text(encoding="utf-8") != sorted_form(table):
        problems.append(f"{TABLE.name} is not sorted: run python3 tools/lint/strings.py --fix")
    texts = {constant_name(key): text for key, text in table.items()}
    used = set()
    for path in our_files(CPP, ("src",)):
        text = without_comments((ROOT / path).read_text(encoding="utf-8"))
        used.update(USE.findall(text))
        problems += check_uses(path, text, texts)
        problems += check_literals(path, text)
    problems += [f"{key} is used nowhere" for key in table if constant_name(key) not in used]
    return finish(problems, f"{len(table)} texts of the interface")


if __name__ == "__main__":
    main()
