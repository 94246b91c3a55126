#!/usr/bin/env python3
"""The made-up log of data/sample/ follows hinge's own advice: on each of its days, `next` suggests what was lifted.

usage: sample.py HINGE
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
TURNS = {  # where it is not a plain step up: by hand, from the rules
    "2026-09-15": ("hold", {"H3"}),  # no check-in
    "2026-09-25": ("hold", {"H1"}),  # mild pain, the first time
    "2026-10-09": ("hold", {"F1", "R1"}),  # a missed rep at RPE 10
    "2026-10-16": ("deload", {"T3", "H2"}),  # 48 h of pain
    "2026-10-20": ("rebuild", {"OK"}),
    "2026-10-23": ("rebuild", {"OK"}),
    "2026-11-10": ("hold", {"L"}),  # eleven days away
}


def run(hinge, home, day, *arguments):
    environment = {"HOME": str(home), "HINGE_TODAY": f"{day}T07:00"}
    return subprocess.run(
        [hinge, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, encoding="utf-8", timeout=60, check=True).stdout


def suggested(hinge, home, day):
    """What `next` says on the morning of `day`, knowing only what stood in the log by then."""
    for name in ("sets.csv", "feel.csv"):
        header, *rows = (SAMPLE / name).read_text(encoding="utf-8").splitlines(keepends=True)
        before = [row for row in rows if re.search(r"\d{4}-\d\d-\d\d", row)[0] < day]
        (home / name).write_text(header + "".join(before), encoding="utf-8")
        run(hinge, home, day, "import", str(home / name))
    return json.loads(run(hinge, home, day, "next", "--json"))


def fault(day, load, answer):
    """What is wrong with the answer for a day on which `load` was lifted; empty if nothing is."""
    if (answer["target"] or {}).get("load") != load:
        return f"{day}: lifted {load}, suggested {answer['target']} ({answer['summary']})"
    fired = {rule["id"] for rule in answer["rules"] if rule["verdict"] != "pass"}
    if (answer["decision"], fired) != TURNS.get(day, ("progress", {"OK"})):
        return f"{day}: {answer['decision']} by {sorted(fired)}, not {TURNS.get(day)}"
    return ""


def main():
    hinge = os.path.abspath(sys.argv[1])
    with open(SAMPLE / "sets.csv", encoding="utf-8", newline="") as file:
        lifted = {row["date"]: float(row["load"]) for row in csv.DictReader(file) if row["kind"] == "work"}
    _, *days = sorted(lifted)  # before the first one there is nothing to go by
    with tempfile.TemporaryDirectory() as home:
        faults = [fault(day, lifted[day], suggested(hinge, Path(home), day)) for day in days]
    wrong = list(filter(None, faults))
    print("\n".join(wrong + [f"{len(days) - len(wrong)} passed, {len(wrong)} failed"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
