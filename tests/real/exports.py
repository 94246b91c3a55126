#!/usr/bin/env python3
"""Real exports, read by hinge and by the csv module of Python: the same sets on the same days.

exports.py IMPORT_DUMP FOLDER; HINGE_REAL_DATA names another folder. Where it is absent the test
says so and is skipped (exit 77).
"""

import csv
import datetime
import os
import pathlib
import subprocess
import sys

NAMES = {
    "Deadlift (Barbell)": "deadlift",
    "Deadlift": "deadlift",
    "Romanian Deadlift (Barbell)": "romanian",
    "Romanian Deadlift": "romanian",
}


def number(text):
    return f"{float(text):.3f}".rstrip("0").rstrip(".")


def a_set(load, unit, reps, rpe, warmup, failure):
    rpe = number(rpe) if rpe else ("10" if failure else "")
    return (
        f"{number(load)}{unit}x{int(float(reps))}"
        + (f"@{rpe}" if rpe else "")
        + ("w" if warmup else "")
    )


def strong(row):
    start = datetime.datetime.strptime(row["Date"], "%Y-%m-%d %H:%M:%S")
    order = row["Set Order"]
    return start, start.strftime("%Y-%m-%dT%H:%M"), row["Exercise Name"], a_set(
        row["Weight"], "kg", row["Reps"], row["RPE"], order == "W", order == "F")


def hevy(row):
    start = datetime.datetime.strptime(row["start_time"], "%d %b %Y, %H:%M")
    kind = row["set_type"]
    return start, start.strftime("%Y-%m-%dT%H:%M"), row["exercise_title"], a_set(
        row["weight_kg"], "kg", row["reps"], row["rpe"], kind == "warmup", kind == "failure")


def fitnotes(row):
    day = datetime.datetime.strptime(row["Date"], "%Y-%m-%d")
    return day, row["Date"], row["Exercise"], a_set(
        row["Weight"], row["Weight Unit"][:2], row["Reps"], "", False, False)


# File, its reader, the unit to give, and what data/README.md says of it: rows, deadlifts, days.
FILES = [
    ("strong-mit-1.csv", strong, "Exercise Name", ["kg"], 666, 146, 34),
    ("hevy-mit-1.csv", hevy, "exercise_title", [], 7211, 135, 28),
    ("fitnotes-mit-1.csv", fitnotes, "Exercise", [], 2495, 13, 4),
]


def expected_lines(path, read, name_column):
    """The sessions as import_dump prints them, and how many rows the file has."""
    sessions = {}
    rows = 0
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        line_before = reader.line_num
        for row in reader:
            rows += 1
            # line_num is the last line of a row; the first is the one after the row before.
            line, line_before = line_before + 1, reader.line_num
            if row[name_column].strip() not in NAMES:
                continue
            start, when, name, text = read(row)
            session = sessions.setdefault((start, name), [when, NAMES[name.strip()], line, []])
            session[3].append(text)
    ordered = [sessions[key] for key in sorted(sessions, key=lambda key: key[0])]
    return [f"{w} {lift} line={line} {' '.join(sets)}" for w, lift, line, sets in ordered], rows


def check(dump, path, read, name_column, unit, rows, deadlifts, days):
    expected, counted = expected_lines(path, read, name_column)
    result = subprocess.run([dump, path, *unit], capture_output=True, text=True, timeout=60)
    summary, *lines = result.stdout.splitlines()
    account = dict(pair.split("=") for pair in summary.split()[1:])
    problems = []
    if [counted, int(account["rows"]), int(account["sets"])] != [rows, rows, deadlifts]:
        problems.append(f"counts: {summary}, rows by csv: {counted}")
    if sum(int(account[k]) for k in ("sets", "skipped", "ignored", "unknown", "bad")) != rows:
        problems.append(f"rows without an account: {summary}")
    if len({line[:10] for line in lines}) != days:
        problems.append(f"{len({line[:10] for line in lines})} days, not {days}")
    problems += [f"expected {e}\n     got {g}" for e, g in zip(expected, lines) if e != g]
    if len(expected) != len(lines):
        problems.append(f"{len(lines)} sessions, not {len(expected)}")
    print(f"{path.name}: {len(lines)} sessions, {account['sets']} sets, "
          f"{'the same' if not problems else 'NOT the same'} by both readings")
    return problems


def main():
    dump, folder = sys.argv[1], pathlib.Path(os.environ.get("HINGE_REAL_DATA", sys.argv[2]))
    if not folder.is_dir():
        print(f"skipped: no real exports at {folder} (set HINGE_REAL_DATA)")
        return 77
    problems = []
    for name, read, name_column, unit, rows, deadlifts, days in FILES:
        problems += check(dump, folder / name, read, name_column, unit, rows, deadlifts, days)
    without_unit = subprocess.run([dump, folder / FILES[0][0]], capture_output=True, text=True,
                                  timeout=60).stdout
    if "unit_missing=1" not in without_unit or len(without_unit.splitlines()) != 1:
        problems.append("strong: the missing unit was not noticed")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
