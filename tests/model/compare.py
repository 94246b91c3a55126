#!/usr/bin/env python3
"""Plays random plausible histories through the real `hinge` and through the model, and says where
they differ.

    tests/model/compare.py --binary build/dev/hinge --seed 1 --count 300 --keep-going

Each difference is made as short as possible (records are dropped while it stays) and printed as a
script with both answers. Exit 1 if there was any that KNOWN does not name, or
if the program refused so many records that there is little to compare.
"""

import argparse
import collections
import copy
import functools
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from engine_model import CHOICES, suggest  # noqa: E402
from histories import Teller, as_model, entry, moment, opening, question, script  # noqa: E402

COMPARED = ("decision", "deload_percent", "target", "reference", "refer", "phase", "earliest",
            "provisional_until", "rules")

# Differences that stay, each with its reason: name -> whether this is one.
KNOWN = {}


# --- Both answers ---------------------------------------------------------------------------------


class Program:
    """The real program with a log of its own."""

    def __init__(self, binary, folder):
        self.binary, self.database = binary, f"{folder}/log.db"
        self.environment = {"HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C"}

    def run(self, today, words):
        """The exit code, what it printed, and what it complained of."""
        done = subprocess.run([self.binary, "--db", self.database, "--no-input", "--today", today,
                               *words], env=self.environment, capture_output=True, text=True,
                              timeout=60, stdin=subprocess.DEVNULL, check=False)
        return done.returncode, done.stdout, done.stderr.strip()


def play(binary, story):
    """What the program answers, the story without the records it refused, and why it did."""
    base = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        program = Program(binary, folder)
        taken, names, refused = [], {}, []
        for today, words in opening(story["lifter"], moment(story["records"][0])):
            code, _, complaint = program.run(today, words)
            if code:
                raise RuntimeError(f"{' '.join(words)}: {complaint}")
        for record in story["records"]:
            record = dict(record)
            if record.get("session") not in names:
                record.pop("session", None)
            expected = {**names, record["key"]: len(names) + 1} if "key" in record else names
            today, words = entry(record, names)
            code, _, complaint = program.run(today, words)
            if code:
                refused.append(f"{' '.join(words)}: {complaint}")
                continue
            names = expected
            taken.append(record)
        today, words = question(story)
        code, answer, complaint = program.run(today, words)
        if code:
            raise RuntimeError(f"{' '.join(words)}: {complaint}\n{script(story)}")
        return facts(json.loads(answer)), {**story, "records": taken}, refused


def weight(found):
    return found and [round(found["load"], 2), found["unit"]]


def facts(answer):
    """An answer cut down to what is compared."""
    target = answer["target"]
    plain = {key: answer[key] for key in COMPARED}
    plain["target"] = target and [*weight(target), target["sets"], target["reps"]]
    plain["reference"] = weight(answer["reference"])
    plain["rules"] = sorted(r["id"] for r in answer["rules"] if r["verdict"] != "pass")
    return plain


def model(story):
    return facts(suggest(as_model(story), story["today"], story["lift"]))


def differ(binary, story):
    """The names of what differs, both answers, the story as it was taken, and what was refused."""
    theirs, taken, refused = play(binary, story)
    ours = model(taken)
    return tuple(k for k in COMPARED if theirs[k] != ours[k]), theirs, ours, taken, refused


def kind_of(names, theirs, ours):
    """Differences of one kind are likely to have one cause."""
    return (names, tuple(sorted(set(theirs["rules"]) ^ set(ours["rules"]))), theirs["decision"],
            ours["decision"])


# --- Making a difference small --------------------------------------------------------------------


def without(story, start, stop):
    """The story without some records, and without what refers to them."""
    kept = copy.deepcopy(story["records"][:start] + story["records"][stop:])
    keys = {r["key"] for r in kept if r["table"] == "sessions"}
    for record in kept:
        if record.get("session", None) not in keys:
            record.pop("session", None)
    for index, record in enumerate(kept):
        if record.get("new") and not any(
                (r["date"], r.get("lift")) == (record["date"], record["lift"])
                for r in kept[:index]):
            del record["new"]
    return {**story, "records": kept}


def thinned(story, differs):
    """The story with as few records as still differ: halves are tried first, single ones last."""
    size = max(len(story["records"]) // 2, 1)
    while True:
        start, before = 0, len(story["records"])
        while start < len(story["records"]):
            candidate = without(story, start, start + size)
            if differs(candidate):
                story = candidate
            else:
                start += size
        if size > 1:
            size //= 2
        elif len(story["records"]) == before:
            return story


def simpler(story):
    """Stories with one thing less in a record."""
    for index, record in enumerate(story["records"]):
        for key in ("later", "where", "onset", "baseline", "now", "limits", "light", "unrelated",
                    "session", "twinge"):
            if key in record:
                plain = copy.deepcopy(story)
                del plain["records"][index][key]
                yield plain
        if record["table"] == "sessions" and any(s.get("rpe") or s.get("kind")
                                                 for s in record["sets"]):
            plain = copy.deepcopy(story)
            plain["records"][index]["sets"] = [
                {k: v for k, v in s.items() if k != "rpe"} for s in record["sets"]
                if not s.get("kind")]
            yield plain
    yield {**story, "lift": None}
    yield {**story, "lifter": {"unit": story["lifter"]["unit"]}}
    bare = copy.deepcopy(story)
    for record in bare["records"]:
        record.pop("time", None)
    bare["today"] = bare["today"][:10]
    yield bare


def minimise(binary, story, kind):
    """The shortest story found that differs in the same way."""
    def differs(candidate):
        trained = {r["lift"] for r in candidate["records"] if r["table"] == "sessions"}
        if not candidate["records"] or candidate["lift"] and candidate["lift"] not in trained:
            return False
        try:
            names, theirs, ours, _, refused = differ(binary, candidate)
        except RuntimeError:
            return False
        return bool(not refused and names and kind_of(names, theirs, ours) == kind)

    story = thinned(story, differs)
    shrunk = True
    while shrunk:
        found = next((s for s in simpler(story) if s != story and differs(s)), None)
        shrunk, story = found is not None, found or story
    return story


# --- All of them ----------------------------------------------------------------------------------


def one(binary, longest, turned, seed):
    for reading in turned:
        CHOICES[reading] = not CHOICES[reading]
    try:
        return seed, *differ(binary, Teller(seed, longest).tell())
    finally:
        for reading in turned:
            CHOICES[reading] = not CHOICES[reading]


def known(names, theirs, ours):
    return next((name for name, match in KNOWN.items() if match(names, theirs, ours)), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--longest", type=int, default=30, help="exposures of a history at most")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep-going", action="store_true")
    parser.add_argument("--all", action="store_true", help="print every one, not one of a kind")
    parser.add_argument("--as-is", action="store_true", help="print them without making them small")
    parser.add_argument("--refused", action="store_true", help="print what the program refused")
    parser.add_argument("--other", metavar="READING", action="append", default=[],
                        choices=sorted(CHOICES), help="turn one of the model's readings around")
    options = parser.parse_args()
    kinds, excused, distinct = collections.Counter(), collections.Counter(), set()
    records = lost = 0
    job = functools.partial(one, options.binary, options.longest, options.other)
    seeds = range(options.seed, options.seed + options.count)
    with multiprocessing.Pool(options.jobs) as pool:
        for seed, names, theirs, ours, story, refused in pool.imap(job, seeds):
            distinct.add(json.dumps(story, sort_keys=True))
            records += len(story["records"]) + len(refused)
            lost += len(refused)
            if options.refused:
                print("\n".join(f"# refused: {line}" for line in refused))
            if not names:
                continue
            if known(names, theirs, ours):
                excused[known(names, theirs, ours)] += 1
                continue
            kind = kind_of(names, theirs, ours)
            kinds[kind] += 1
            if kinds[kind] == 1 or options.all:
                show(options, seed, kind, story, theirs, ours)
            if not options.keep_going:
                break
    for kind, count in kinds.most_common():
        print(f"# {count} x {', '.join(kind[0])}; rules {' '.join(kind[1]) or 'alike'}; "
              f"hinge {kind[2]}, model {kind[3]}")
    for name, count in excused.items():
        print(f"# {count} x known: {name}")
    print(f"# {sum(kinds.values())} of {len(distinct)} distinct histories differ")
    print(f"# {lost} of {records} records were refused")
    return 1 if kinds or lost * 20 > records else 0


def show(options, seed, kind, story, theirs, ours):
    for reading in options.other:
        CHOICES[reading] = not CHOICES[reading]
    small = story if options.as_is else minimise(options.binary, story, kind)
    if small is not story:
        _, theirs, ours, _, _ = differ(options.binary, small)
    print(f"# seed {seed}: {', '.join(kind[0])}\n{script(small)}")
    print(f"#  hinge: {json.dumps(theirs)}\n#  model: {json.dumps(ours)}\n", flush=True)
    for reading in options.other:
        CHOICES[reading] = not CHOICES[reading]


if __name__ == "__main__":
    sys.exit(main())
