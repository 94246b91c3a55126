#!/usr/bin/env python3
"""Plays random plausible histories through the real `hinge` and through the model, and says where
they differ.

    tests/model/compare.py --binary build/dev/hinge --seed 1 --count 300 --keep-going

Each difference is made as short as possible (records are dropped while it stays) and printed as a
script with both answers. Exit 1 if there was any.
"""

import argparse
import copy
import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from engine_model import CHOICES, Load, loading_of, suggest  # noqa: E402

COMPARED = ("decision", "deload_percent", "target", "refer", "phase", "rules")
START = date(2026, 3, 2)
FLAGS = ("saddle-numbness", "bowel-change", "weight-loss", "fragility", "cancer-history",
         "fever-unwell")


class Refused(Exception):
    """The program would not take a record."""


# --- Histories: {"lifter", "records": [record + "table"], "today", "lift"} ------------------------


def as_model(story):
    """The model's history: ids are given in the order of entry, as the program does."""
    history = {"lifter": story["lifter"], "sessions": [], "checkins": [], "screens": []}
    names = {}
    for record in story["records"]:
        table = history[record["table"]]
        one = {k: v for k, v in record.items() if k not in ("table", "key")}
        one["id"] = len(table) + 1
        if record["table"] == "sessions":
            names[record["key"]] = one["id"]
        elif "session" in one:
            one["session"] = names[one["session"]]
        table.append(one)
    return history


def moment(record):
    return record["date"] + (f"T{record['time']}" if record.get("time") else "")


def number(value):
    return f"{value:g}" if value != int(value) else str(int(value))


def set_words(one):
    return (f"{number(one['load'])}{one['unit']}x{one['reps']}{'f' if one.get('failed') else ''}"
            + (f"@{number(one['rpe'])}" if one.get("rpe") else "")
            + ("w" if one.get("kind") == "warmup" else ""))


def command(record, names):
    """The arguments that enter a record."""
    if record["table"] == "sessions":
        words = ["log", "--force", *map(set_words, record["sets"]), "--lift", record["lift"]]
        return words + (["--light"] if record.get("light") else [])
    if record["table"] == "screens":
        if record.get("cleared_by"):
            return ["screen", "--cleared", record["cleared_by"], "--on", record["date"]]
        return ["screen", "--yes", *record["yes"]] if record["yes"] else ["screen", "--none"]
    nature = record["nature"]
    words = ["feel", nature if record.get("peak") is None else f"{nature}={number(record['peak'])}"]
    if record.get("lasted") is not None:
        words += ["--lasted", f"{record['lasted']}m"]
    for key in ("limits", "now", "baseline"):
        if record.get(key) is not None:
            words += [f"--{key}", number(record[key])]
    for key in ("where", "onset"):
        if record.get(key):
            words += [f"--{key}", record[key]]
    words += [f"--{key}" for key in ("twinge", "unrelated") if record.get(key)]
    if "session" in record:
        words += ["--session", f"s{names[record['session']]}"]
    return words


def commands(story):
    """All commands with the moment they are entered, `next` last."""
    lifter = story["lifter"]
    first = moment(story["records"][0])
    yield first, ["lifter", "add", "me", "--unit", lifter["unit"]]
    names = {}
    for record in story["records"]:
        if record["table"] == "sessions":
            names[record["key"]] = len(names) + 1
        yield moment(record), command(record, names)
    yield story["today"], ["next", "--json"] + (["--lift", story["lift"]] if story["lift"] else [])


def play(binary, story):
    """What the program answers, cut down to what is compared."""
    base = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        environment = {"HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C"}
        for today, words in commands(story):
            run = subprocess.run([binary, "--db", f"{folder}/log.db", "--no-input", "--today",
                                  today, *words], env=environment, capture_output=True, text=True,
                                 timeout=30, stdin=subprocess.DEVNULL, check=False)
            if run.returncode:
                raise Refused(f"{' '.join(words)}: {run.returncode} {run.stderr.strip()}")
        return facts(json.loads(run.stdout))


def facts(answer):
    target = answer["target"]
    return {"decision": answer["decision"], "deload_percent": answer["deload_percent"],
            "target": target and [round(target["load"], 2), target["unit"], target["sets"],
                                  target["reps"]],
            "refer": answer["refer"], "phase": answer["phase"],
            "rules": [r["id"] for r in answer["rules"] if r["verdict"] != "pass"]}


def model(story):
    return facts(suggest(as_model(story), story["today"], story["lift"]))


def differ(binary, story):
    """The names of what differs, and both answers."""
    theirs, ours = play(binary, story), model(story)
    same_rules = sorted(theirs["rules"]) == sorted(ours["rules"])
    names = tuple(k for k in COMPARED if (not same_rules if k == "rules"
                                          else theirs[k] != ours[k]))
    return names, theirs, ours


# --- Random histories ---------------------------------------------------------------------------


class Teller:
    def __init__(self, seed):
        self.rnd = random.Random(seed)
        self.timed = self.rnd.random() < 0.3
        self.story = {"lifter": {"unit": self.rnd.choice(("kg", "kg", "kg", "lb"))},
                      "records": [], "today": "", "lift": None}
        self.lifts = self.rnd.choice((["deadlift"], ["deadlift"], ["deadlift", "romanian"],
                                      ["deadlift", "romanian", "sumo"]))
        # How unwell this lifter's back is: histories of one light reach further down the ladder.
        self.mood = self.rnd.choice(("well", "well", "sore", "painful", "mixed", "mixed"))
        self.keys = 0

    def clock(self, hours):
        if not self.timed or self.rnd.random() < 0.1:
            return {}
        return {"time": f"{hours:02}:{self.rnd.choice((0, 30)):02}"}

    def tell(self):
        rnd = self.rnd
        day = 0
        for _ in range(rnd.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 10))):
            gap = rnd.choice((2, 3, 3, 3, 4, 4, 5, 7, 7, 10, 11, 14, 15, 16, 21, 22, 40, 57, 91)
                             if rnd.random() < 0.3 else (2, 2, 3, 3, 4, 7))
            today = START + timedelta(days=day)
            for lift in rnd.sample(self.lifts, rnd.choice((1, 1, len(self.lifts)))):
                self.train(lift, today)
            self.between(day, gap)
            day += gap
        ask = START + timedelta(days=day)
        if rnd.random() < 0.2:
            ask += timedelta(days=rnd.choice((1, 2, 7, 8, 11, 18)))
        self.story["records"].sort(key=lambda r: (r["date"], r.get("time") or ""))
        self.story["today"] = ask.isoformat() + ("T17:00" if self.timed else "")
        if len(self.lifts) > 1 and rnd.random() < 0.6:
            trained = {r["lift"] for r in self.story["records"] if r["table"] == "sessions"}
            self.story["lift"] = rnd.choice(sorted(trained))
        return self.story

    def train(self, lift, today):
        rnd = self.rnd
        clock = self.clock(18)
        record = {"table": "sessions", "key": self.keys, "date": today.isoformat(), **clock,
                  "lift": lift, "sets": []}
        self.keys += 1
        sets, reps = rnd.choice((3, 3, 3, 1, 2, 5)), rnd.choice((5, 5, 8, 3))
        unit = self.story["lifter"]["unit"]
        load = rnd.choice((100, 140, 60, 22.5, 20) if unit == "kg" else (225, 315, 135, 45))
        target = self.suggested(lift, today.isoformat() + (f"T{clock['time']}" if clock else ""))
        if target:
            load, unit, sets, reps = (target[k] for k in ("load", "unit", "sets", "reps"))
            load, unit = self.chosen(lift, load, unit)
            if rnd.random() < 0.1:
                sets = max(1, sets + rnd.choice((-1, -1, 1)))
            if rnd.random() < 0.05:
                reps = max(1, reps + rnd.choice((-1, 1)))
        one = {"load": load, "unit": unit, "reps": reps}
        if rnd.random() < 0.2:
            one["rpe"] = rnd.choice((8, 9, 9.5, 10))
        record["sets"] = [dict(one) for _ in range(sets)]
        if rnd.random() < 0.15:
            record["sets"][-1] |= {"reps": max(0, reps - rnd.choice((1, 2, 5))), "failed": True}
        if rnd.random() < 0.05:
            record["light"] = True
        if rnd.random() < 0.1:
            record["sets"].insert(0, {"load": load, "unit": unit, "reps": 5, "kind": "warmup"})
        self.story["records"].append(record)

    def suggested(self, lift, today):
        self.story["records"].sort(key=lambda r: (r["date"], r.get("time") or ""))
        return suggest(as_model(self.story), today, lift)["target"]

    def chosen(self, lift, load, unit):
        """The load lifted where this one was suggested."""
        rnd = self.rnd
        loading = loading_of(self.story["lifter"], lift)
        step = 2.5 if unit == "kg" else 5
        dice = rnd.random()
        if dice < 0.6:
            return load, unit
        if dice < 0.75:
            return max(load + rnd.choice((-2, -1, 1, 2, 4)) * step, step), unit
        if dice < 0.9:
            part = rnd.choice((0.9, 0.89, 0.7, 0.6, 0.5, 0.4, 1.2, 0.95))
            ng = loading.floor(int(Load.of(round(load, 3), unit).ng * part))
            return float(Load(ng, loading.unit).number()), loading.unit
        if dice < 0.93:
            return (315, "lb") if unit == "kg" else (140, "kg")
        return load, unit

    def between(self, day, gap):
        """The check-ins and screens between a training day and the next."""
        rnd = self.rnd
        if rnd.random() < 0.08:
            return
        for _ in range(rnd.choice((1, 1, 1, 1, 2, 2, 3))):
            self.checkin(day, gap)
        if rnd.random() < 0.3 and self.mood in ("painful", "mixed"):
            for offset in rnd.sample(range(gap), min(gap, rnd.choice((2, 2, 3)))):
                quiet = rnd.choice(({"nature": "none"}, {"nature": "ache", "peak": 2},
                                    {"nature": "pump"}, {"nature": "ache", "peak": 1},
                                    {"nature": "soreness", "peak": 3}))
                self.add(day + offset, 9 if offset else 21, **quiet)
        if rnd.random() < 0.04:
            offset = rnd.randrange(gap)
            self.add_screen(day + offset, yes=rnd.sample(FLAGS, rnd.choice((0, 1, 1, 2))))
            if rnd.random() < 0.6:
                self.add_screen(day + offset + rnd.choice((0, 1, 2)), cleared_by="Dr Example")

    def checkin(self, day, gap):
        rnd = self.rnd
        offset = rnd.choice((0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 8)) % max(gap, 1)
        natures = {"well": ("none", "none", "none", "pump", "tight", "soreness", "ache"),
                   "sore": ("none", "soreness", "soreness", "stiff", "fatigue", "ache"),
                   "painful": ("ache", "ache", "ache", "sharp", "stabbing", "none", "tingling"),
                   "mixed": ("none", "none", "pump", "soreness", "ache", "ache", "sharp",
                             "shooting")}[self.mood]
        record = {"nature": rnd.choice(natures)}
        nature = record["nature"]
        if nature != "none" and rnd.random() < 0.12:
            record["limits"] = rnd.choice((1, 1, 1, 2, 2, 3))
        if nature not in ("none", "pump", "tight", "fatigue"):
            record["peak"] = rnd.choice((0.5, 1, 1.5, 2, 2, 2.5, 3, 3, 3.5, 4, 4, 5, 5.5, 6, 7, 7.5,
                                         8, 9))
            elapsed = offset * 24
            if rnd.random() < 0.65:
                record["lasted"] = 60 * rnd.choice([h for h in (1, 2, 6, 12, 23, 24, 25, 48, 71, 72,
                                                                73, 96, 119, 120, 121, 144)
                                                    if h <= max(elapsed, 2)])
            if rnd.random() < 0.1:
                record["now"] = rnd.choice((0, 1, 2, 3, 4))
            if rnd.random() < 0.1:
                record["baseline"] = rnd.choice((1, 2, 3))
            if rnd.random() < 0.3:
                record["where"] = rnd.choice(("low-back", "hip", "hamstring", "leg-above-knee",
                                              "leg-below-knee"))
            if rnd.random() < 0.1:
                record["onset"] = rnd.choice(("during", "after", "next-day"))
        if nature == "sharp" and rnd.random() < 0.3:
            record = {"nature": "sharp", "peak": rnd.choice((1, 2)), "twinge": True}
        if rnd.random() < 0.05 and nature != "none":
            record["unrelated"] = True
        if rnd.random() < 0.03 and self.keys > 1:
            sessions = [r for r in self.story["records"] if r["table"] == "sessions"]
            record["session"] = rnd.choice(sessions)["key"]
        self.add(day + offset, 21 if offset == 0 else rnd.choice((8, 18, 20)), **record)

    def add(self, day, hour, **record):
        when = {"date": (START + timedelta(days=day)).isoformat(), **self.clock(hour)}
        self.story["records"].append({"table": "checkins", **when, **record})

    def add_screen(self, day, **record):
        when = {"date": (START + timedelta(days=day)).isoformat()}
        self.story["records"].append({"table": "screens", **when, **record})


# --- Making a difference small --------------------------------------------------------------------


def without(story, index):
    smaller = copy.deepcopy(story)
    gone = smaller["records"].pop(index)
    if gone["table"] == "sessions":
        for record in smaller["records"]:
            if record.get("session") == gone["key"]:
                del record["session"]
    return smaller


def simpler(story):
    """Stories with one thing less."""
    for index in range(len(story["records"])):
        if len(story["records"]) > 1:
            yield without(story, index)
    for index, record in enumerate(story["records"]):
        for key in ("where", "onset", "baseline", "now", "limits", "light", "unrelated", "session",
                    "twinge"):
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
    if story["lift"] and len({r.get("lift") for r in story["records"] if r.get("lift")}) == 1:
        yield {**story, "lift": None}
    if any(r.get("time") for r in story["records"]):
        bare = copy.deepcopy(story)
        for record in bare["records"]:
            record.pop("time", None)
        bare["today"] = bare["today"][:10]
        yield bare


def minimise(binary, story, names):
    """The shortest story found that still differs in the same things."""
    shrunk = True
    while shrunk:
        shrunk = False
        for candidate in simpler(story):
            trained = [r for r in candidate["records"] if r["table"] == "sessions"]
            if not trained or (story["lift"] and story["lift"] not in
                               {r["lift"] for r in trained}):
                continue
            try:
                found = differ(binary, candidate)[0]
            except (Refused, KeyError):
                continue
            if found and (found == names or set(found) >= set(names)):
                story, shrunk = candidate, True
                break
    return story


def script(story):
    return "\n".join(f"hinge --db x.db --today {today} {' '.join(words)}"
                     for today, words in commands(story))


def settle(binary, story):
    """Drops the records that the program refuses; they are not what is compared."""
    while True:
        try:
            return story, differ(binary, story)
        except Refused as refusal:
            text = str(refusal)
            names = {}
            for index, record in enumerate(story["records"]):
                if record["table"] == "sessions":
                    names[record["key"]] = len(names) + 1
                if text.startswith(" ".join(command(record, names)) + ":"):
                    story = without(story, index)
                    break
            else:
                raise
            if not any(r["table"] == "sessions" for r in story["records"]):
                return story, ((), None, None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--keep-going", action="store_true")
    parser.add_argument("--all", action="store_true", help="print every one, not one of a kind")
    parser.add_argument("--other", metavar="READING", action="append", default=[],
                        choices=sorted(CHOICES), help="turn one of the model's readings around")
    options = parser.parse_args()
    for reading in options.other:
        CHOICES[reading] = not CHOICES[reading]
    kinds = {}
    for seed in range(options.seed, options.seed + options.count):
        story, (names, theirs, ours) = settle(options.binary, Teller(seed).tell())
        if not names:
            continue
        kind = (names, tuple(sorted(set(theirs["rules"]) ^ set(ours["rules"]))),
                theirs["decision"], ours["decision"])
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > 1 and not options.all:
            continue
        small = minimise(options.binary, story, names)
        names, theirs, ours = differ(options.binary, small)
        print(f"# seed {seed}: {', '.join(names)}\n{script(small)}")
        print(f"#  hinge: {json.dumps(theirs)}\n#  model: {json.dumps(ours)}\n", flush=True)
        if not options.keep_going:
            break
    for kind, count in sorted(kinds.items(), key=lambda item: -item[1]):
        print(f"# {count} x {', '.join(kind[0])}; rules {' '.join(kind[1]) or 'alike'}; "
              f"hinge {kind[2]}, model {kind[3]}")
    print(f"# {sum(kinds.values())} of {options.count} histories differ")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
