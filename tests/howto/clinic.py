#!/usr/bin/env python3
"""Runs the crontab of docs/howto/cron.md for a made-up clinic of 40 lifters over two years.

usage: clinic.py HINGE [LIFTERS]

Each line is run as cron would: by sh, in a bare environment. Run twice, it changes nothing; in other time zones and
languages it gives the same bytes; with one lifter's data damaged the others still come out, and the exit code tells.
"""
import csv
import datetime
import hashlib
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = datetime.date(2026, 11, 22)  # a Sunday
FIRST = datetime.date(2024, 11, 25)  # a Monday: 104 weeks, two New Years, four changes of the clock
LIFTERS = [f"client-{number:02}" for number in range(1, 41)]
HOSTILE = ["=cmd()", "<script>alert(1)</script>", "\x1b[31mred", "\u202eevil", "fine \U0001f3cb", "'quoted', \"twice\""]
SECONDS = 120

SETS = "lifter,session,date,week,lift,set,kind,load_kg,load,unit,reps,failed,rpe".split(",")
FEEL = ("lifter,checkin,session,date,time,nature,peak,now,baseline,hours,ongoing,limits,where,side,onset,worse_with,"
        "eases_with,unrelated,note").split(",")


class Dice:
    """The same numbers every time, on every machine."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**32 or 1

    def below(self, count):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % count


def life_of(number):
    """Two years of one client: two sessions a week, most of them with a check-in."""
    dice = Dice(number)
    sets, feel = [], []
    load = 60 + 2.5 * dice.below(24)
    for week in range(104):
        for weekday in (0, 3) if number % 3 else (1, 4):
            if dice.below(12) == 0:
                continue  # a missed training day
            date = FIRST + datetime.timedelta(days=7 * week + weekday)
            session = f"s{len(sets) + 1}"
            for position in range(1, 4):
                sets.append({
                    "lifter": LIFTERS[number - 1], "session": f"{session}", "date": date, "lift": "deadlift",
                    "set": position, "kind": "work", "load": f"{load:g}", "unit": "kg", "reps": 5, "failed": "no",
                    "rpe": 8})
            answer = dice.below(20)
            if answer < 2:
                continue  # not said
            row = {
                "lifter": LIFTERS[number - 1], "checkin": f"f{len(feel) + 1}", "date": date + datetime.timedelta(days=1),
                "nature": "soreness", "peak": 1 + dice.below(5), "hours": 24, "ongoing": "no", "limits": 0,
                "where": "low-back", "unrelated": "no", "note": HOSTILE[number % len(HOSTILE)]}
            if answer == 2:
                row.update(nature="ache", peak=4, hours=20, worse_with="sitting", eases_with="a walk")
            if answer == 3:
                row.update(nature="sharp", peak=6, hours=3, side="left")
                load = max(20, load - 10)
            elif answer > 5 and week % 2:
                load = min(200, load + 2.5)
            feel.append(row)
    return sets, feel


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


class Clinic:
    """A home with a log of 40 clients in it."""

    def __init__(self, hinge, home):
        self.hinge = hinge
        self.home = Path(home)
        for number, lifter in enumerate(LIFTERS, 1):
            sets, feel = life_of(number)
            write_csv(self.home / "sets.csv", SETS, sets)
            write_csv(self.home / "feel.csv", FEEL, feel)
            self.run(f"hinge lifter add {lifter} --name 'Client {number}' -q")
            self.run(f"hinge -l {lifter} import sets.csv -q")
            self.run(f"hinge -l {lifter} import feel.csv -q")

    def run(self, line, expected=(0,), **more):
        environment = {"HOME": str(self.home), "PATH": f"{self.hinge.parent}:/usr/bin:/bin",
                       "HINGE_TODAY": f"{TODAY}T18:30", **more}
        done = subprocess.run(
            ["sh", "-c", line], cwd=self.home, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=SECONDS, check=False)
        if done.returncode not in expected:
            raise SystemExit(f"$ {line}\n{done.stdout.decode('utf-8', 'replace')}[{done.returncode}]")
        return done

    @property
    def database(self):
        return self.home / ".local/share/hinge/hinge.db"

    def files(self):
        """Every file the crontab made, with its content and the moment it was written."""
        return {str(path.relative_to(self.home)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
                for path in sorted(self.home.rglob("*"))
                if path.is_file() and ".local" not in path.parts and path.suffix != ".csv" or path.name == "weeks.csv"}


def crontab():
    """The lines of the how-to, without their times; cron takes \\% for %."""
    page = (ROOT / "docs/howto/cron.md").read_text(encoding="utf-8")
    block = re.search(r"^```crontab\n(.*?)^```$", page, re.M | re.S)[1]
    lines = [line for line in block.splitlines() if line.strip() and not re.match(r"\s*#|\w+=", line)]
    settings = dict(re.findall(r"^(\w+)=(.*)$", block, re.M))
    return [line.split(None, 5)[5].replace("\\%", "%") for line in lines], settings


def main():
    hinge = Path(os.path.abspath(sys.argv[1]))
    passed = 0
    if len(sys.argv) > 2:
        del LIFTERS[int(sys.argv[2]):]
    damaged = LIFTERS[-1]
    with tempfile.TemporaryDirectory() as home:
        clinic = Clinic(hinge, home)
        lines, settings = crontab()
        settings.pop("HOME", None), settings.pop("PATH", None)

        def all_lines(expected=(0, 1), **more):
            return max(clinic.run(line, expected, **{**settings, **more}).returncode for line in lines)

        def hold(what, is_so):
            nonlocal passed
            if not is_so:
                raise SystemExit(f"does not hold: {what}")
            passed += 1

        all_lines()
        first = clinic.files()
        reports = [name for name in first if name.endswith(".html")]
        hold("a report for each client", all(any(lifter in name for name in reports) for lifter in LIFTERS))
        hold("the weeks are there", any(name.endswith("weeks.csv") for name in first))

        all_lines()
        hold("run twice, nothing changes", clinic.files() == first)

        contents = {name: content for name, (content, _) in first.items()}
        for surroundings in ({"TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
                             {"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8"}, {"TZ": "Asia/Kathmandu", "LANG": "C"}):
            for name in first:
                (clinic.home / name).unlink()
            all_lines(**surroundings)
            again = {name: content for name, (content, _) in clinic.files().items()}
            hold(f"the same bytes under {surroundings}", again == contents)

        with sqlite3.connect(clinic.database) as database:
            database.execute("UPDATE session_set SET reps = 7 WHERE session = (SELECT max(s.id) FROM session s JOIN lifter l"
                             " ON l.key = s.lifter WHERE l.id = ?1) AND position = 1", (damaged,))
        for name in reports:
            (clinic.home / name).unlink()
        hold("one damaged: the exit code tells", all_lines(expected=(0, 1, 5)) == 5)
        after = clinic.files()
        hold("the others still come out", all(
            name in after and after[name][0] == first[name][0] for name in reports if damaged not in name))
    print(f"{passed} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
