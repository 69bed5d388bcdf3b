"""Runs the property tests over rows of fresh seeds: soak.py TESTS MINUTES SEED (see tools/soak).

A round takes the next seeds of every test case. Which seed failed is read from doctest's report, and
from ATLAS_SEED_FILE where the program died or hung.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml

SEEDS_A_ROUND = 1000  # more than any property asks for
LONGEST_ROUND_S = 1200


def failures_in(report):
    """(test case, seed) of every failed assertion, no seed where it was about the whole row; an unfinished report has none."""
    try:
        root = xml.fromstring(report)
    except xml.ParseError:
        return set()
    found = set()
    for case in root.iter("TestCase"):
        for failure in case.iter("Expression"):
            if failure.get("success") == "true":
                continue
            seeds = [re.search(r"seed := (\d+)", info.text or "") for info in failure.iter("Info")]
            found.add((case.get("name"), next((seed[1] for seed in seeds if seed), None)))
    return found


def died_at(path):
    with open(path, encoding="utf-8") as file:
        name, seed = (file.read().split("\n") + ["", ""])[:2]
    return {(name or "before the first test case", seed or "0")}


def run_round(tests, seed, log, seed_file):
    environment = dict(os.environ, ATLAS_FIRST_SEED=str(seed), ATLAS_SEED_FILE=seed_file)
    command = ["nice", "-n", "19", tests, "-sf=*tests/property/*", "-r=xml", "-nc=true"]
    try:
        run = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=log, timeout=LONGEST_ROUND_S, check=False
        )
    except subprocess.TimeoutExpired:
        return died_at(seed_file)
    if run.returncode == 0:
        return set()
    return failures_in(run.stdout.decode("utf-8", "replace")) or died_at(seed_file)


def main():
    tests, minutes, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    end = time.monotonic() + minutes * 60
    rounds, failed = 0, set()
    with tempfile.TemporaryDirectory() as folder:
        seed_file = os.path.join(folder, "seed")
        log_path = os.path.join(folder, "log")
        with open(log_path, "w+b") as log:
            while rounds == 0 or time.monotonic() < end:
                open(seed_file, "w", encoding="utf-8").close()
                for name, bad in sorted(run_round(tests, seed, log, seed_file), key=str):
                    failed.add((name, bad or seed))
                    print(f"FAILED with {f'seed {bad}' if bad else f'the seeds from {seed}'}: {name}")
                    again = f"ATLAS_SEED={bad}" if bad else f"ATLAS_FIRST_SEED={seed}"
                    print(f'   again: {again} {tests} -tc="{name.replace(",", "?")}"', flush=True)
                rounds += 1
                seed += SEEDS_A_ROUND
            if failed:
                log.seek(0)
                sys.stdout.write(log.read()[-4000:].decode("utf-8", "replace"))
    print(f"{rounds} rounds, the next seed is {seed}, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
