"""The commands that write, each with what comes before it: what the kill, error and power-cut points interrupt."""

import collections
import dataclasses
import functools
import pathlib
import subprocess
import sys
import tempfile

import forked
import logs
import patched

LOGGED = ["log", "100x5x3", "--on", "2026-11-18"]
LATER = ["log", "110x5x3", "--on", "2026-11-20"]

# name: (what comes before, the command)
COMMANDS = {
    "first log": ([], ["log", "140x5x3"]),
    "log": ([LOGGED], ["log", "110x5x3"]),
    "feel": ([LOGGED], ["feel", "ache=3", "--lasted", "48h"]),
    "policy set": ([LOGGED, ["policy", "set", "double", "--lift", "sumo"]], ["policy", "set", "rehab", "step_kg=1"]),
    "undo": ([LOGGED, LATER], ["undo"]),
    "redo": ([LOGGED, ["edit", "s1", "105x5x3"], ["undo"]], ["redo"]),
    "edit": ([LOGGED, ["feel", "ache=3", "--session", "s1"]], ["edit", "s1", "105x5/5/4", "--note", "put right"]),
    "delete": ([LOGGED, ["feel", "ache=3"]], ["delete", "s1", "f1"]),
    "purge": (
        [[*LOGGED, "--note", "private"], ["edit", "s1", "--note", "more so"], ["feel", "ache=3", "--session", "s1"], LATER],
        ["purge", "s1", "-y"]),
    "import": ([LOGGED], ["import", "made-up.csv"]),
    "export": ([LOGGED, ["export", "sets", "--until", "2026-11-01", "-o", "out.csv"]], ["export", "sets", "-o", "out.csv"]),
    "report": ([LOGGED, ["report", "-o", "out.txt"], LATER], ["report", "-o", "out.txt"]),
    "backup": ([LOGGED, ["backup"], LATER], ["backup"]),
    "restore": ([LOGGED, ["backup", "kept.db"], LATER], ["restore", "kept.db", "-y"]),
    "migrate": ([LOGGED, LATER], ["history"]),
}

MADE_UP_EXPORT = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n" + "".join(
    f"2026-{month:02}-{day:02},Deadlift,Back,{60 + month},5,,,\n" for month in range(1, 11) for day in (2, 9, 16))

HOT = """
import os, signal, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA cache_size = 2")
database.execute("BEGIN IMMEDIATE")
database.execute("CREATE TABLE big (x)")
database.executemany("INSERT INTO big VALUES (?)", [("y" * 3000,)] * 40)
os.kill(os.getpid(), signal.SIGKILL)
"""


@dataclasses.dataclass
class Scenario:
    name: str
    hinge: pathlib.Path  # for what comes afterwards, too: an older hinge would refuse a migrated log
    command: list
    start: pathlib.Path
    operation: logs.Operation
    calls: collections.Counter  # how often an undisturbed run makes each system call
    known: dict = dataclasses.field(default_factory=dict)  # what is wrong with what was left, by its bytes

    def can_be_done(self, place):
        """What is wrong with doing the command now; None if it succeeds and is whole."""
        again = forked.run(place, self.command)
        if again.returncode != 0:
            return f"can't be done afterwards: {again.stderr.strip()}"
        return None if self.operation.is_whole(logs.State.of(place)) else "done afterwards, and not whole"

    def fault_afterwards(self, place, acknowledged, examine=None):
        """What is wrong with what an interrupted run left; None if nothing is. A log that opens is examined, too.

        Many points leave the same bytes: those are looked at once.
        """
        left = logs.bytes_of(place), acknowledged, examine
        if left not in self.known:
            self.known[left] = self.look_afterwards(place, acknowledged, examine)
        return self.known[left]

    def look_afterwards(self, place, acknowledged, examine):
        look = forked.run(place, [self.hinge, "history"])
        state = logs.State.of(place)
        if look.returncode != 0 and state.log is not None:
            return f"history fails: {look.stderr.strip()}"
        wrong = self.operation.fault(state, acknowledged)
        if wrong is None and examine is not None and look.returncode == 0:
            wrong = examine(self, place)
        if wrong is None and not self.operation.is_whole(state):
            wrong = self.can_be_done(place)
        return wrong


def make(name, hinge, next_hinge, folder, hot=False):
    """Prepares a scenario in `folder`. `next_hinge` knows one more step of the schema."""
    before, command = COMMANDS[name]
    runs = next_hinge if name == "migrate" else hinge
    start = folder / "start"
    start.mkdir(parents=True)
    (start / "made-up.csv").write_text(MADE_UP_EXPORT)
    for each in before:
        done = forked.run(start, [hinge, *each])
        if done.returncode != 0:
            sys.exit(f"{name}: could not prepare: {done.stderr}")
    absent = logs.State.of(start)
    if hot:
        subprocess.run([sys.executable, "-c", HOT, start / logs.LOG], check=False, timeout=logs.TIMEOUT)
    whole = logs.copied(start, folder / "whole")
    done = forked.run(whole, [runs, *command], forked.COUNTED)
    if done.returncode != 0:
        sys.exit(f"{name}: fails undisturbed: {done.stderr}")
    operation = logs.Operation(absent, logs.State.of(whole))
    return Scenario(name, runs, [runs, *command], start, operation, done.calls)


def all_of(setting, hot=False):
    """Those that the setting names, or all; a first log has no journal to start from."""
    names = tuple(name for name in setting.commands or COMMANDS if not (hot and name == "first log"))
    next_hinge = patched.next_version(setting) if "migrate" in names else None
    return prepared(setting.hinge, next_hinge, names, setting.scratch, hot)


@functools.cache
def prepared(hinge, next_hinge, names, scratch, hot):
    folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
    return [make(name, hinge, next_hinge, folder / name.replace(" ", "-"), hot) for name in names]
