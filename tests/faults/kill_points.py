#!/usr/bin/env python3
"""Kills a command at every N-th call of every system call, and looks at the log afterwards.

    kill_points.py HINGE [--quick] [--hot] [--only NAME]

For each scenario (log, first log, feel, policy set, undo, edit, delete, redo, purge, export, import) the command runs
under `strace -f -e inject=CALL:signal=KILL:when=N`, for each CALL and N of an undisturbed run; the kill lands before
the call. Then the log must open by itself, hold all that was acknowledged before, and the new operation either whole
or not at all; and the same command must then succeed. --hot starts from the hot journal of a killed writer.

Exits 1 on a violation, 77 where strace is missing or may not trace.
"""

import argparse
import collections
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SKIPPED = 77
TIMEOUT = 30  # a hang is a violation
TODAY = "2026-11-22T18:30"

SCENARIOS = {
    "first log": {"before": [], "run": ["log", "140x5x3"]},
    "log": {"before": [["log", "100x5x3", "--on", "2026-11-18"]], "run": ["log", "110x5x3"]},
    "feel": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"]],
        "run": ["feel", "ache=3", "--lasted", "48h"],
    },
    "policy set": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"], ["policy", "set", "double", "--lift", "sumo"]],
        "run": ["policy", "set", "rehab", "step_kg=1"],
    },
    "undo": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"], ["log", "110x5x3", "--on", "2026-11-20"]],
        "run": ["undo"],
    },
    "edit": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"], ["feel", "ache=3", "--session", "s1"]],
        "run": ["edit", "s1", "105x5/5/4", "--note", "put right"],
    },
    "delete": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"], ["feel", "ache=3"]],
        "run": ["delete", "s1", "f1"],
    },
    "redo": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"], ["edit", "s1", "105x5x3"], ["undo"]],
        "run": ["redo"],
    },
    "purge": {
        "before": [
            ["log", "100x5x3", "--on", "2026-11-18", "--note", "private"], ["edit", "s1", "--note", "more so"],
            ["feel", "ache=3", "--session", "s1"], ["log", "110x5x3", "--on", "2026-11-20"],
        ],
        "run": ["purge", "s1", "-y"],
    },
    "export": {
        "before": [
            ["log", "100x5x3", "--on", "2026-11-18"],
            ["export", "sets", "--until", "2026-11-01", "-o", "out.csv"],
        ],
        "run": ["export", "sets", "-o", "out.csv"],
    },
    "import": {
        "before": [["log", "100x5x3", "--on", "2026-11-18"]],
        "run": ["import", "made-up.csv"],
    },
}

MADE_UP_EXPORT = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n" + "".join(
    f"2026-{month:02}-{day:02},Deadlift,Back,{60 + month},5,,,\n" for month in range(1, 11) for day in (2, 9, 16)
)


def environment(folder):
    return {"HINGE_DB": str(folder / "x.db"), "HINGE_TODAY": TODAY, "HOME": str(folder), "PATH": os.environ["PATH"]}


def run(folder, command, prefix=()):
    return subprocess.run(
        [*prefix, *command], cwd=folder, env=environment(folder), timeout=TIMEOUT,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )


def content(folder):
    """What the log holds, as rows; None where there is no log. Read as a person would: after hinge has opened it."""
    path = folder / "x.db"
    if not path.exists():
        return None
    database = sqlite3.connect(path)
    try:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return "damaged"
        if database.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return "orphans"
        queries = [
            "SELECT id, removed, checksum FROM session ORDER BY id",
            "SELECT session, position, load, reps FROM session_set ORDER BY session, position",
            "SELECT id, removed, checksum FROM checkin ORDER BY id",
            "SELECT id, removed, checksum FROM lifter ORDER BY id",
            "SELECT id, version, policy, removed, checksum FROM policy_version ORDER BY id",
            "SELECT id, name, undone FROM command ORDER BY id",
            "SELECT command, position, action, first, last, before, after FROM change ORDER BY command, position",
        ]
        rows = [database.execute(query).fetchall() for query in queries]
        output = folder / "out.csv"
        return repr([rows, output.read_text() if output.exists() else None])
    except sqlite3.Error as error:
        return f"unreadable: {error}"
    finally:
        database.close()


def make_hot(folder):
    """Leaves the log with the journal of a writer that was killed half-way."""
    script = (
        "import sqlite3, os, signal, sys\n"
        "d = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "d.execute('PRAGMA cache_size = 2')\n"
        "d.execute('BEGIN IMMEDIATE')\n"
        "d.execute('CREATE TABLE big (x)')\n"
        "d.executemany('INSERT INTO big VALUES (?)', [('y' * 3000,)] * 40)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(folder / "x.db")], check=False, timeout=TIMEOUT)


def calls_of(folder, command):
    """How often an undisturbed run makes each system call."""
    trace = folder / "trace"
    done = run(folder, command, ["strace", "-f", "-qq", "-o", str(trace)])
    calls = collections.Counter(re.findall(r"^\d+\s+(\w+)\(", trace.read_text(errors="replace"), re.MULTILINE))
    trace.unlink()
    calls.pop("execve", None)
    return done, calls


def points(calls, quick):
    """Every (call, N); a quick run takes the calls that touch files, and of many the first, middle and last."""
    touching = re.compile(r"write|sync|unlink|link|rename|open|ftruncate|mkdir|fcntl|flock|close")
    for call, count in sorted(calls.items()):
        if quick and not touching.search(call):
            continue
        chosen = range(1, count + 1)
        if quick and count > 3:
            chosen = sorted({1, count // 2, count})
        for number in chosen:
            yield call, number


class Scenario:
    def __init__(self, hinge, name, hot):
        self.name = name
        self.command = [str(hinge), *SCENARIOS[name]["run"]]
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hinge-kill-", dir=scratch()))
        self.start = self.folder / "start"
        self.start.mkdir()
        (self.start / "made-up.csv").write_text(MADE_UP_EXPORT)
        for before in SCENARIOS[name]["before"]:
            done = run(self.start, [str(hinge), *before])
            if done.returncode != 0:
                sys.exit(f"{name}: could not prepare: {done.stderr}")
        self.absent = content(self.start)
        if hot and self.absent is not None:
            make_hot(self.start)
        whole = self.copy("whole")
        done, self.calls = calls_of(whole, self.command)
        if done.returncode != 0:
            sys.exit(f"{name}: fails undisturbed: {done.stderr}")
        self.whole = content(whole)
        self.hinge = str(hinge)

    def copy(self, name):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.start, target)
        return target

    def violation(self, call, number):
        """What is wrong after a kill at this point; None if nothing is."""
        place = self.copy("point")
        prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:signal=KILL:when={number}"]
        try:
            killed = run(place, self.command, prefix)
            look = run(place, [self.hinge, "history"])
            after = content(place)
            empty = (place / "x.db").exists() and (place / "x.db").stat().st_size == 0
            if empty:
                return "left an empty database"
            if look.returncode != 0 and after is not None:
                return f"history fails: {look.stderr.strip()}"
            if after not in (self.absent, self.whole):
                return f"neither before nor after: {after}"
            if killed.returncode == 0 and after != self.whole:
                return "said it was stored, and it is not"
            if after == self.absent:
                again = run(place, self.command)
                if again.returncode != 0 or content(place) != self.whole:
                    return f"can't be done afterwards: {again.stderr.strip()}"
        except subprocess.TimeoutExpired:
            return "hangs"
        return None


def scratch():
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def may_trace():
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hinge", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--hot", action="store_true")
    parser.add_argument("--only", choices=SCENARIOS)
    options = parser.parse_args()
    if not may_trace():
        print("skipped: strace is missing or may not trace here")
        sys.exit(SKIPPED)
    tried, violations = 0, 0
    for name in [options.only] if options.only else SCENARIOS:
        scenario = Scenario(options.hinge.resolve(), name, options.hot)
        count = 0
        for call, number in points(scenario.calls, options.quick):
            count += 1
            wrong = scenario.violation(call, number)
            if wrong:
                violations += 1
                print(f"{name}: killed at {call} {number}: {wrong}")
        shutil.rmtree(scenario.folder)
        tried += count
        print(f"{name:12} {count:5} points")
    print(f"{'all':12} {tried:5} points, {violations} violations")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
