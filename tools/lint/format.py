"""Checks that our C++ is formatted as .clang-format says: format.py [--fix].

The layout of clang-format 14 (Debian 12) counts. Another version formats some lines differently, so
its findings are printed and do not fail the check.
"""

import re
import subprocess
import sys

from sources import CPP, ROOT, finish, our_files

DECIDES = "14"


def main():
    tool = "clang-format"
    files = [str(path) for path in our_files(CPP, ("src", "tests", "tools"))]
    if not files:
        return finish([], "no C++ files yet")
    if "--fix" in sys.argv:
        subprocess.run([tool, "-i", *files], cwd=ROOT, check=True)
        return finish([], f"formatted {len(files)} files")
    version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
    major = re.search(r"version (\d+)", version)[1]
    run = subprocess.run(
        [tool, "--dry-run", *files], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wrong = sorted(set(re.findall(r"^(\S+?):\d+:\d+: warning", run.stderr, re.MULTILINE)))
    if wrong and major != DECIDES:
        print(f"   note: clang-format {major} would change {len(wrong)} files; {DECIDES} decides")
        wrong = []
    finish([f"{name}: run python3 tools/lint/format.py --fix" for name in wrong], f"format of {len(files)} files")


if __name__ == "__main__":
    main()
