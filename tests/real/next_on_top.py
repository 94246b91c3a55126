#!/usr/bin/env python3
"""A lifter moves here: their real export, then one session and one check-in on top, and what is next.

next_on_top.py HINGE FOLDER; HINGE_REAL_DATA names another folder. Where it is absent the test says
so and is skipped (exit 77). The expected loads are the last sets of each file, read by eye, and
engine.md's step: at most 10 % of them, in whole plates.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

# File; the day of its last session; what it did (of 100 x 7, 8 and 5 what half of the sets had), which is next while
# nothing is known of the back; the rules that say so; the day of one more such session, and what is next once it went well.
MOVES = [
    ("strong-mit-1.csv", "2026-07-22", "90x4x3", {"H3"}, "2026-07-25", "95x4x3"),
    ("hevy-mit-1.csv", "2025-08-11", "100x7x3", {"H3", "R1"}, "2025-08-14", "105x7x3"),
    ("fitnotes-mit-1.csv", "2024-01-20", "40x10x4", {"H3"}, "2024-01-23", "42.5x10x4"),
]


class Log:
    def __init__(self, hinge, folder):
        self.command = [hinge, "--db", str(pathlib.Path(folder) / "log.db")]

    def run(self, day, *words):
        done = subprocess.run([*self.command, "--today", day, *words], text=True, check=True,
                              capture_output=True, env={"PATH": os.defpath}, stdin=subprocess.DEVNULL)
        return done.stdout

    def next(self, day):
        said = json.loads(self.run(day, "next", "--json"))
        target = said["target"]
        sets = f'{target["load"]}x{target["reps"]}x{target["sets"]}'
        return said["decision"], sets, {rule["id"] for rule in said["rules"]}


def move(hinge, export, last_day, last_sets, rules, day, then):
    with tempfile.TemporaryDirectory() as folder:
        log = Log(hinge, folder)
        log.run(last_day, "import", str(export), "--unit", "kg")
        assert log.next(last_day) == ("hold", last_sets, rules), log.next(last_day)
        log.run(day, "log", last_sets, "--lift", json.loads(log.run(day, "next", "--json"))["lift"])
        log.run(day, "feel", "soreness=3", "--lasted", "20h")
        assert log.next(day)[:2] == ("progress", then), log.next(day)
    print(f"{export.name}: {last_sets}, then {then}")


def main():
    hinge = sys.argv[1]
    folder = pathlib.Path(os.environ.get("HINGE_REAL_DATA", sys.argv[2]))
    if not folder.is_dir():
        print(f"skipped: there are no real exports at {folder}")
        return 77
    for name, *rest in MOVES:
        move(hinge, folder / name, *rest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
