#!/usr/bin/env python3
"""Runs the console blocks of Markdown files as they stand, and compares what comes out.

usage: run.py HINGE FILE.md…

Each file has a home of its own, empty at first; its blocks run in order in one bash, on Sunday 22 November 2026. A line
"$ COMMAND" is run by it, and the lines up to the next one are all that it prints.
"""
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

END = "=====end-of-a-command====="  # what no page prints
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def commands(markdown):
    """Each command of the file with the output that stands under it."""
    for block in BLOCK.findall(markdown):
        for chunk in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = chunk.partition("\n")
            yield command, output


def run(typed, hinge, home, folder):
    """What a newcomer would see after each of the commands, with this hinge and an empty home."""
    environment = {
        "HINGE_TODAY": "2026-11-22T10:00",
        "HOME": home,
        "LANG": "C.UTF-8",
        "PATH": f"{hinge.parent}:/usr/local/bin:/usr/bin:/bin",
    }
    script = "".join(f"eval {shlex.quote(command)} </dev/null\nprintf {END}\n" for command in typed)
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=120, check=False)
    shown = ["\n".join(line.rstrip() for line in text.splitlines()) for text in done.stdout.split(END)]
    return shown[:-1] + ["(never came to it)"] * (len(typed) - len(shown) + 1)


def check(file, hinge):
    """Prints how each command of the file went; returns how many passed and failed."""
    passed = failed = 0
    typed = list(commands(file.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as home:
        shown = run([command for command, _ in typed], hinge, home, file.parent)
    for (command, expected), printed in zip(typed, shown):
        if printed.strip() == expected.strip():
            passed += 1
            continue
        failed += 1
        print(f"{file}: $ {command}")
        print("\n".join(difflib.unified_diff(
            expected.strip().splitlines(), printed.strip().splitlines(), "as written", "as printed", lineterm="")))
    return passed, failed


def main():
    hinge = Path(os.path.abspath(sys.argv[1]))
    counts = [check(Path(os.path.abspath(file)), hinge) for file in sys.argv[2:]]
    passed, failed = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
