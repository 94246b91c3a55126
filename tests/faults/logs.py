"""What every proof works with: throwaway logs, hinge run against one, and what a log then holds."""

import contextlib
import dataclasses
import functools
import hashlib
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import tempfile

TIMEOUT = 60  # a hang is a violation
TODAY = "2026-11-22T18:30"
LOG = "x.db"
LEFTOVER = re.compile(r"^\.hinge-|\.db\.new$|-journal$")  # hinge's own, in the making: they may stay, and block nothing


@dataclasses.dataclass
class Setting:
    """How much of a proof to run, and on what."""

    hinge: pathlib.Path
    build: pathlib.Path  # where hinge was built: patched builds and sanitized ones are made or found from there
    amount: int
    chance: random.Random
    workers: int
    scratch: pathlib.Path
    commands: tuple = ()  # the scenarios to interrupt; none named: all
    edits: tuple = ()  # of the source that hinge was made from: a mutant's
    first_is_enough: bool = False  # stop at the first violation

    def some_of(self, points):
        points = list(points)
        return points if len(points) <= self.amount else self.chance.sample(points, self.amount)

    def try_each(self, points, check):
        """(how many were tried, what is wrong): `check` says what is wrong with a point, or nothing."""
        tried, found = 0, []
        UNDER_TRIAL[:] = [check, list(points)]
        with multiprocessing.get_context("fork").Pool(self.workers) as pool:
            for wrong in pool.imap(fault_at, range(len(UNDER_TRIAL[1])), AT_A_TIME):
                tried += 1
                found += [wrong] if wrong else []
                if found and self.first_is_enough:
                    break
        return tried, found

    def alone(self):
        """The same, one point at a time."""
        return dataclasses.replace(self, workers=1)

    @contextlib.contextmanager
    def folder(self):
        place = pathlib.Path(tempfile.mkdtemp(dir=self.scratch))
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)  # a run that nobody waits for any more may still write


UNDER_TRIAL = []  # the check and its points, as a worker process found them when it was forked
AT_A_TIME = 4


def fault_at(place):
    check, points = UNDER_TRIAL
    point = points[place]
    try:
        return check(point)
    except subprocess.TimeoutExpired as error:
        return f"{point}: hangs: {' '.join(map(str, error.cmd))[-120:]}"


def environment(folder, **more):
    return {"HINGE_DB": str(folder / LOG), "HINGE_TODAY": TODAY, "HOME": str(folder), "PATH": os.environ["PATH"], **more}


def run(folder, command, prefix=(), **more):
    return subprocess.run(
        [*map(str, prefix), *map(str, command)], cwd=folder, env=environment(folder, **more), timeout=TIMEOUT,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False)


def copied(start, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(start, target)
    return target


QUERIES = (
    "PRAGMA user_version",
    "SELECT id, removed, checksum FROM session ORDER BY id",
    "SELECT session, position, load, reps FROM session_set ORDER BY session, position",
    "SELECT id, removed, checksum FROM checkin ORDER BY id",
    "SELECT id, removed, checksum FROM lifter ORDER BY id",
    "SELECT id, version, policy, removed, checksum FROM policy_version ORDER BY id",
    "SELECT id, name, undone FROM command ORDER BY id",
    "SELECT command, position, action, first, last, before, after FROM change ORDER BY command, position",
)


def rows_of(path):
    """What a log or a backup holds, in words; None where there is no file."""
    if not path.exists():
        return None
    journal = path.with_name(path.name + "-journal")
    if not journal.exists():
        return rows_in(path.read_bytes())
    with tempfile.TemporaryDirectory() as elsewhere:  # it is hinge's to roll back, not ours
        for each in (path, journal):
            shutil.copy(each, elsewhere)
        with contextlib.closing(sqlite3.connect(pathlib.Path(elsewhere) / path.name)) as database:
            return rows_by(database) if path.stat().st_size else "an empty file"


@functools.lru_cache(100)
def rows_in(content):
    if not content:
        return "an empty file"
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        return rows_by(database)


def rows_by(database):
    try:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return "damaged"
        if database.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return "orphans"
        return repr([database.execute(query).fetchall() for query in QUERIES])
    except sqlite3.Error as error:
        return f"unreadable: {error}"


@dataclasses.dataclass
class State:
    """The log's rows, and every other file with a name of its own."""

    log: str | None
    files: dict

    @classmethod
    def of(cls, folder):
        log = rows_of(folder / LOG)
        files = {}
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_file() and name != LOG and not LEFTOVER.search(path.name):
                is_log = path.suffix in (".db", ".backup") or ".backup-" in path.name
                files[name] = rows_of(path) if is_log else path.read_bytes()
        return cls(log, files)


def bytes_of(folder):
    """All that a folder is, to the byte: from the same bytes hinge does the same."""
    return hashlib.sha256(repr([
        (str(path.relative_to(folder)), path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))]).encode()).digest()


@dataclasses.dataclass
class Operation:
    """The state before a command, and the one that it leads to."""

    absent: State
    whole: State

    def is_whole(self, state):
        """The same command may have kept a copy of its own under a further name."""
        kept = set(self.absent.files) & set(self.whole.files)
        return (state.log == self.whole.log and set(self.whole.files.values()) <= set(state.files.values())
                and all(state.files.get(name) == self.whole.files[name] for name in kept))

    def is_absent(self, state):
        return state.log == self.absent.log and all(
            state.files.get(name) == content for name, content in self.absent.files.items())

    def fault(self, state, acknowledged):
        """What is wrong with a state in which an interrupted command left things; None if nothing is."""
        if acknowledged and not self.is_whole(state):
            return f"it was acknowledged, and is not there: {state.log}"
        if state.log not in (self.absent.log, self.whole.log):
            return f"neither before nor after: {state.log}"
        if state.log == self.whole.log != self.absent.log and not self.is_whole(state):
            return "the log has it, and a file does not"
        known = {*self.absent.files.values(), *self.whole.files.values()}
        for name, content in state.files.items():
            if content not in known:
                return f"{name} is partial: {content[:80]!r}"
        lost = sorted(set(self.absent.files) & set(self.whole.files) - set(state.files))
        return f"{lost[0]} is gone" if lost else None
