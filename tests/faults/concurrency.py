"""Many processes on one log: writers and readers, first uses, migrations, kills, backups and restores, all at once.

What was acknowledged is there afterwards, nothing else is, and nobody sees half a session or an error. Every session has
three sets, and a note of its own that says which process logged it.
"""

import collections
import concurrent.futures
import contextlib
import functools
import json
import sqlite3
import subprocess
import threading
import time

import forked
import logs
import patched

WRITERS, READERS, ROUND = 8, 4, 8
SETS = 3
SHARE = 4  # a reader rests so many times as long as it read: the writers have to get on, too


def log_command(setting, note):
    return [setting.hinge, "log", f"140x5x{SETS}", "--new", "--force", "--note", note, "--timeout", "60"]


def notes_in(path):
    """The notes of the whole sessions, and what is wrong with the others."""
    counted = collections.Counter()
    wrong = []
    try:
        with contextlib.closing(sqlite3.connect(path)) as database:
            for note, sets in database.execute(
                    "SELECT note, (SELECT count(*) FROM session_set WHERE session = session.id) FROM session WHERE NOT removed"):
                counted[note] += 1
                if sets != SETS:
                    wrong.append(f"{note}: {sets} sets of {SETS}")
    except sqlite3.Error as error:
        wrong.append(f"{path.name}: {error}")
    return counted, wrong


def fault_of_log(setting, folder, acknowledged, attempted=None):
    """What is wrong with the log after all have ended: each acknowledged session once, no other that was not attempted."""
    counted, wrong = notes_in(folder / logs.LOG)
    wrong += [f"{note} was acknowledged, and is lost" for note in acknowledged if note not in counted]
    wrong += [f"{note} is there {count} times" for note, count in counted.items() if count > 1]
    wrong += [f"{note} was not acknowledged" for note in counted if note not in (attempted or acknowledged)]
    examined = logs.run(folder, [setting.hinge, "doctor", "--json"])
    if examined.returncode > 1 or json.loads(examined.stdout)["damaged"]:
        wrong.append(f"doctor: {examined.stdout[:200]} {examined.stderr}")
    return wrong


class Readers:
    """Read the log again and again, until they are left; `wrong` is what they saw that nobody may see."""

    def __init__(self, setting, folder, count):
        self.setting, self.folder, self.wrong, self.done = setting, folder, [], threading.Event()
        self.threads = [threading.Thread(target=self.read) for _ in range(count)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        for thread in self.threads:
            thread.join()

    def read(self):
        most = pause = 0
        while not self.done.wait(pause):
            begun = time.monotonic()
            read = forked.run(self.folder, [self.setting.hinge, "history", "-n", "100000", "--sets", "--json", "--timeout", "60"])
            pause = SHARE * (time.monotonic() - begun)
            if read.returncode != 0:
                self.wrong.append(f"a reader: exit {read.returncode}: {read.stderr.strip()}")
                continue
            sessions = json.loads(read.stdout)["items"]
            self.wrong += [f"a reader saw half of {each['id']}" for each in sessions if len(each["sets"]) != SETS]
            if len(sessions) < most:
                self.wrong.append(f"a reader saw {most} sessions, then {len(sessions)}")
            most = len(sessions)


def write(setting, folder, notes):
    """Logs each; (the acknowledged, what is wrong)."""
    acknowledged, wrong = [], []
    for note in notes:
        done = forked.run(folder, log_command(setting, note))
        if done.returncode == 0:
            acknowledged.append(note)
        else:
            wrong.append(f"{note}: exit {done.returncode}: {done.stderr.strip()}")
    return acknowledged, wrong


def prove_writers(setting):
    each = setting.amount // WRITERS
    with setting.folder() as folder:
        first, wrong = write(setting, folder, ["first"])
        with Readers(setting, folder, READERS) as readers, concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            shares = [[f"w{writer}-{number}" for number in range(each)] for writer in range(WRITERS)]
            ended = list(pool.map(lambda notes: write(setting, folder, notes), shares))
        acknowledged = first + [note for notes, _ in ended for note in notes]
        wrong += readers.wrong + [text for _, texts in ended for text in texts]
        return each * WRITERS, wrong + fault_of_log(setting, folder, acknowledged)


def all_at_once(folder, commands):
    started = [subprocess.Popen([*map(str, command)], cwd=folder, env=logs.environment(folder), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for command in commands]
    return [(each.communicate(timeout=logs.TIMEOUT), each.returncode) for each in started]


def fault_of_first_use(setting, number):
    with setting.folder() as folder:
        notes = [f"r{number}-{each}" for each in range(ROUND)]
        ended = all_at_once(folder, [log_command(setting, note) for note in notes])
        wrong = [f"exit {code}: {err.strip()}" for (_, err), code in ended if code != 0]
        return "; ".join(wrong + fault_of_log(setting, folder, notes)) or None


def fault_of_migration(setting, next_hinge, start, number):
    with setting.folder() as folder:
        place = logs.copied(start, folder / "point")
        half = ROUND // 2
        ended = all_at_once(place, [[next_hinge, "history", "--json"]] * half + [[next_hinge, "log", "140x5x3", "--new"]] * half)
        wrong = [f"round {number}: exit {code}: {err.strip()}" for (_, err), code in ended if code != 0]
        said = sum("was brought up to" in err for (_, err), _ in ended)
        backups = len(list(place.glob("*.backup*")))
        counted = sum(notes_in(place / logs.LOG)[0].values())
        if (said, backups, counted) != (1, 1, 1 + half):
            wrong.append(f"round {number}: migrated {said} times, {backups} backups, {counted} sessions of {1 + half}")
        return "; ".join(wrong) or None


def prove_races(setting):
    """First uses, and migrations: so many rounds of each."""
    next_hinge = patched.next_version(setting)
    with setting.folder() as folder:
        write(setting, folder, ["before"])
        rounds = [functools.partial(fault_of_first_use, setting, number) for number in range(setting.amount)]
        rounds += [functools.partial(fault_of_migration, setting, next_hinge, folder, number) for number in range(setting.amount)]
        return setting.alone().try_each(rounds, lambda attempt: attempt())  # a round is many processes by itself


def log_and_kill(setting, folder, note, seconds):
    """Whether the session was acknowledged before its process was killed."""
    process = subprocess.Popen([*map(str, log_command(setting, note))], cwd=folder, env=logs.environment(folder),
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    time.sleep(seconds)
    process.kill()
    return bool(process.communicate(timeout=logs.TIMEOUT)[0])


def prove_kills(setting):
    notes = [f"k{number}" for number in range(setting.amount)]
    waits = [setting.chance.uniform(0, 0.04) for _ in notes]
    with setting.folder() as folder:
        first, wrong = write(setting, folder, ["first"])
        with Readers(setting, folder, 1) as readers, concurrent.futures.ThreadPoolExecutor(WRITERS // 2) as pool:
            said = list(pool.map(lambda note, wait: log_and_kill(setting, folder, note, wait), notes, waits))
        acknowledged = first + [note for note, heard in zip(notes, said) if heard]
        return len(notes), wrong + readers.wrong + fault_of_log(setting, folder, acknowledged, {*first, *notes})


class Writer:
    """Logs on and on, until it is left."""

    def __init__(self, setting, folder):
        self.setting, self.folder, self.acknowledged, self.wrong = setting, folder, [], []
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.write)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.thread.join()

    def write(self):
        number = 0
        while not self.done.is_set():
            number += 1
            acknowledged, wrong = write(self.setting, self.folder, [f"load-{number}"])
            self.acknowledged += acknowledged
            self.wrong += wrong


def fault_of_copy(path, acknowledged):
    counted, wrong = notes_in(path)
    lost = [note for note in acknowledged if note not in counted]
    return wrong + [f"{path.name} lacks {note}" for note in lost]


def prove_backups(setting):
    with setting.folder() as folder:
        _, wrong = write(setting, folder, ["first"])
        with Writer(setting, folder) as writer:
            for number in range(setting.amount):
                before = list(writer.acknowledged)
                path = folder / f"copy-{number}.db"
                done = logs.run(folder, [setting.hinge, "backup", path, "--timeout", "60"])
                wrong += fault_of_copy(path, before) if done.returncode == 0 else [f"exit {done.returncode}: {done.stderr.strip()}"]
        wrong += writer.wrong + fault_of_log(setting, folder, ["first", *writer.acknowledged])
        return setting.amount, wrong


def prove_restores(setting):
    """What was logged before a restore is in the log that it kept; what is logged after it, in the one it brought."""
    with setting.folder() as folder:
        _, wrong = write(setting, folder, ["first"])
        logs.run(folder, [setting.hinge, "backup", folder / "source.db"])
        with Writer(setting, folder) as writer:
            for _ in range(setting.amount):
                done = logs.run(folder, [setting.hinge, "restore", "source.db", "-y", "--timeout", "60"])
                if done.returncode != 0:
                    wrong.append(f"exit {done.returncode}: {done.stderr.strip()}")
        places = [folder / logs.LOG, *(folder / "backups").glob("*.db")]
        found = [notes_in(path) for path in places]
        anywhere = set().union(*(counted for counted, _ in found))
        wrong += writer.wrong + [text for _, texts in found for text in texts]
        wrong += [f"{note} was acknowledged, and is in no log" for note in writer.acknowledged if note not in anywhere]
        return setting.amount, wrong
