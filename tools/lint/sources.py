"""What the lint scripts have in common: our own source files, and how a script ends."""

import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CPP = (".cpp", ".hpp")
SCRIPTS = (".js", ".mjs", ".py")
NOT_OURS = {"node_modules", "build", ".deps", ".git"}


def our_files(suffixes, folders=("src", "tests", "tools", "web")):
    """All files of ours with one of the suffixes, as paths below the root, sorted."""
    found = []
    for folder in folders:
        for where, below, names in os.walk(ROOT / folder):
            below[:] = [name for name in below if name not in NOT_OURS]
            found += [
                pathlib.Path(where, name).relative_to(ROOT)
                for name in names
                if name.endswith(suffixes)
            ]
    return sorted(found)


def finish(problems, what):
    """Prints the problems and ends the program: 0 when there is none."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problems: {what}")
        sys.exit(1)
    print(f"   {what}")
