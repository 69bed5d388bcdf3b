"""Runs clang-tidy on our C++ of one native build: tidy.py BUILD_FOLDER [--jobs N].

A file that was clean is not looked at again until it, a header of ours that it includes, its
compile command, the rules or the tool change: the cache holds one empty file per clean state.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess

from sources import ROOT, finish

CACHE = ROOT / "build" / "lint-cache"
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.MULTILINE)
SEEN = {}  # header → (bytes' hash, headers that it includes)


def our_headers(path, folders):
    """Hash of a file, and the headers of ours that it names."""
    if path not in SEEN:
        data = path.read_bytes()
        names = INCLUDE.findall(data.decode("utf-8", errors="replace"))
        found = [next((f / n for f in folders if (f / n).is_file()), None) for n in names]
        SEEN[path] = (hashlib.sha256(data).hexdigest(), [f for f in found if f])
    return SEEN[path]


def state_of(entry, folders, tool):
    """One hash over everything that decides what the tool says about a file."""
    todo, done = [pathlib.Path(entry["file"])], {}
    while todo:
        path = todo.pop()
        if path not in done:
            done[path], more = our_headers(path, folders)
            todo += more
    parts = [tool, entry["command"], *(f"{path} {done[path]}" for path in sorted(done))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def check(file, build):
    run = subprocess.run(
        # GCC's warning options are not all clang's.
        ["clang-tidy", "--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option", file],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    # What the tool says against our code is on stdout; why it could not look at all is on stderr.
    said = run.stdout.strip() or run.stderr.strip()[-600:]
    return run.returncode == 0, said.replace(f"{ROOT}/", "") or f"{file}: clang-tidy failed"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    args = parser.parse_args()

    entries = json.loads((pathlib.Path(args.build) / "compile_commands.json").read_text())
    entries = [e for e in entries if pathlib.Path(e["file"]).is_relative_to(ROOT / "src")]
    folders = [ROOT / "src", pathlib.Path(args.build).resolve() / "generated"]
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True)
    tool = version.stdout + (ROOT / ".clang-tidy").read_text()
    states = {e["file"]: state_of(e, folders, tool) for e in entries}

    CACHE.mkdir(parents=True, exist_ok=True)
    todo = [file for file, state in states.items() if not (CACHE / state).exists()]
    problems = []
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        runs = {pool.submit(check, file, args.build): file for file in todo}
        for run in concurrent.futures.as_completed(runs):
            clean, output = run.result()
            if clean:
                (CACHE / states[runs[run]]).touch()
            else:
                problems.append(output)
    for old in {p.name for p in CACHE.iterdir()} - set(states.values()):
        (CACHE / old).unlink()
    finish(sorted(problems), f"clang-tidy: {len(entries)} files, {len(todo)} of them looked at anew")


if __name__ == "__main__":
    main()
