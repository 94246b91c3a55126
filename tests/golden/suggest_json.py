#!/usr/bin/env python3
"""What `history --json` prints, fed to `suggest-json`, gives what `next --json` gives: of the sample log and of made-up
ones, in kg and lb, over more than a year.

usage: suggest_json.py HINGE
"""
import os
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

HINGE = os.path.abspath(sys.argv[1])
SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "sample"
TODAY = date(2026, 11, 22)
LOGS = 12
FELT = ["none", "pump=7", "soreness=4", "ache=2", "ache=3.5", "ache=7", "sharp=1", "sharp=6", "tingling=2", "stiff=8"]


def run(home, *arguments, typed=None, check=True):
    done = subprocess.run(
        [HINGE, *arguments], env={"HOME": home, "HINGE_TODAY": f"{TODAY}T18:30", "TZ": "UTC"}, input=typed,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False)
    if check and done.returncode:
        sys.exit(f"hinge {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def moment(dice, day):
    return f"{day}T{dice.randint(6, 22):02}:{dice.choice([0, 30]):02}" if dice.random() < 0.5 else str(day)


def make_up(home, dice):
    """A log of two lifts, whose check-ins may be refused as contradictions: then they are left out."""
    unit = dice.choice(["kg", "lb"])
    run(home, "lifter", "add", "me", "--unit", unit, "-q")
    day = TODAY - timedelta(days=dice.choice([20, 60, 400, 420]))
    while day < TODAY:
        sets = f"{dice.randrange(60, 200, 5)}x{dice.randint(3, 8)}x{dice.randint(1, 5)}"
        rpe = dice.choice(["", " @8", " @9.5"])
        lift = dice.choice(["deadlift", "deadlift", "romanian"])
        light = ["--light"] if dice.random() < 0.1 else []
        run(home, "log", sets + rpe, "--lift", lift, "--on", moment(dice, day), "-q", "--force", *light)
        for _ in range(dice.randint(0, 2)):
            reported = min(TODAY, day + timedelta(days=dice.randint(0, 4)))
            more = dice.choice([[], ["--lasted", "10h"], ["--lasted", "48h"], ["--limits", "2"], ["--unrelated"],
                                ["--where", "leg-below-knee"], ["--onset", "during"], ["--baseline", "2"]])
            run(home, "feel", dice.choice(FELT), "--on", moment(dice, reported), *more, "-q", "--no-input", check=False)
        day += timedelta(days=dice.choice([2, 3, 3, 4, 11, 30, 80]))
    if dice.random() < 0.3:
        run(home, "screen", "--cleared", "Dr Example", "--on", str(TODAY - timedelta(days=3)), "-q")


def differences(home, name):
    """Prints and counts the lifts and days for which the two answers differ."""
    history = run(home, "history", "-n", "1000000", "--json")
    count = 0
    for arguments in ([], ["--lift", "romanian"], ["--for", "2026-12-20"], ["--for", "2027-11-10"]):
        asked = run(home, "next", "--json", "--explain", *arguments)
        fed = run(home, "suggest-json", "--explain", *arguments, typed=history)
        if asked != fed:
            count += 1
            print(f"{name} {arguments}:\n{history}next: {asked}suggest-json: {fed}")
    return count


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        for file in ("sets.csv", "feel.csv"):
            run(home, "import", str(SAMPLE / file), "-q")
        failed += differences(home, "the sample")
    for seed in range(LOGS):
        with tempfile.TemporaryDirectory() as home:
            make_up(home, random.Random(seed))
            failed += differences(home, f"log {seed}")
    print(f"{4 * (LOGS + 1)} answers compared, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
