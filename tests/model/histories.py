"""Random plausible histories, and the commands that enter one.

A story: {"lifter", "records": [record + "table"], "today", "lift"}, its records in order of time.
"""

import os
import random
import sys
from datetime import date, timedelta

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from engine_model import Load, loading_of, suggest  # noqa: E402

START = date(2026, 3, 2)
FLAGS = ("saddle-numbness", "bowel-change", "weight-loss", "fragility", "cancer-history",
         "fever-unwell")


def as_model(story):
    """The model's history: ids are given in the order of entry, as the program does."""
    history = {"lifter": story["lifter"], "sessions": [], "checkins": [], "screens": []}
    names = {}
    for record in story["records"]:
        table = history[record["table"]]
        one = {k: v for k, v in record.items() if k not in ("table", "key", "later", "new")}
        one["id"] = len(table) + 1
        if record["table"] == "sessions":
            names[record["key"]] = one["id"]
        elif "session" in one:
            one["session"] = names.get(one["session"])  # None: it was entered before it
        table.append(one)
    return history


# --- As commands ----------------------------------------------------------------------------------


def moment(record):
    return record["date"] + (f"T{record['time']}" if record.get("time") else "")


def number(value):
    return f"{value:g}" if value != int(value) else str(int(value))


def set_words(one):
    return (f"{number(one['load'])}{one['unit']}x{one['reps']}{'f' if one.get('failed') else ''}"
            + (f"@{number(one['rpe'])}" if one.get("rpe") else "")
            + ("w" if one.get("kind") == "warmup" else ""))


def command(record, names):
    """The arguments that enter a record; `names` are the sessions' ids by their keys."""
    if record["table"] == "sessions":
        words = ["log", "--force", *map(set_words, record["sets"]), "--lift", record["lift"]]
        words += ["--new"] if record.get("new") else []
        return words + (["--light"] if record.get("light") else [])
    if record["table"] == "screens":
        if record.get("cleared_by"):
            return ["screen", "--cleared", record["cleared_by"], "--on", record["date"]]
        return ["screen", "--yes", *record["yes"]] if record["yes"] else ["screen", "--none"]
    nature = record["nature"]
    words = ["feel", nature if record.get("peak") is None else f"{nature}={number(record['peak'])}"]
    if record.get("lasted") is not None:
        words += ["--lasted", f"{record['lasted'] // 60}h"]
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


def entry(record, names):
    """The moment of entry and the arguments; some are entered days later, with --on."""
    words = command(record, names)
    if not record.get("later") or record["table"] == "screens":
        return moment(record), words
    day = date.fromisoformat(record["date"]) + timedelta(days=record["later"])
    return f"{day.isoformat()}T07:00", words + ["--on", moment(record)]


def opening(lifter, first):
    """The commands before the records, and the moment they are entered."""
    yield first, ["lifter", "add", "me", "--unit", lifter["unit"]]
    change = [word for key in ("bar", "step") if key in lifter
              for word in (f"--{key}", number(lifter[key]))]
    if change:
        yield first, ["lifter", "set", "me", *change]


def question(story):
    return story["today"], ["next", "--json"] + (["--lift", story["lift"]] if story["lift"] else [])


def script(story):
    """The whole story as it would be typed."""
    lines, names = list(opening(story["lifter"], moment(story["records"][0]))), {}
    for record in story["records"]:
        if record["table"] == "sessions":
            names[record["key"]] = len(names) + 1
        lines.append(entry(record, names))
    lines.append(question(story))
    return "\n".join(f"hinge --db x.db --today {today} {' '.join(words)}" for today, words in lines)


# --- Random ones ----------------------------------------------------------------------------------


class Teller:
    """Tells one history; the same seed tells the same one."""

    def __init__(self, seed, longest=30):
        self.rnd = rnd = random.Random(seed)
        self.longest = longest
        self.timed = rnd.random() < 0.4
        self.story = {"lifter": self.lifter(), "records": [], "today": "", "lift": None}
        self.lifts = rnd.choice((["deadlift"], ["deadlift"], ["deadlift", "romanian"],
                                 ["deadlift", "romanian", "sumo"]))
        # How unwell this lifter's back is: histories of one light reach further down the ladder.
        self.mood = rnd.choice(("well", "well", "sore", "painful", "mixed", "mixed"))
        self.keys = 0
        self.days = []

    def lifter(self):
        rnd = self.rnd
        lifter = {"unit": rnd.choice(("kg", "kg", "kg", "lb"))}
        if rnd.random() < 0.25:
            kg = lifter["unit"] == "kg"
            lifter |= {"bar": rnd.choice((15, 10, 25, 7.5, 0) if kg else (35, 33, 55)),
                       "step": rnd.choice((1, 5, 2, 0.5, 10) if kg else (2.5, 10, 1))}
        return lifter

    def clock(self, hours):
        if not self.timed or self.rnd.random() < 0.1:
            return {}
        return {"time": f"{hours:02}:{self.rnd.choice((0, 30)):02}"}

    def tell(self):
        rnd = self.rnd
        day = 0
        if rnd.random() < 0.04:
            self.checkin(-3, 3)
        if rnd.random() < 0.02:
            self.add_screen(-1, yes=rnd.sample(FLAGS, 1))
        exposures = min(self.longest, rnd.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 14, 20, 30)))
        far = rnd.random() < 0.05
        gap = 1
        for _ in range(exposures):
            gap = rnd.choice((1, 2, 3, 3, 3, 4, 4, 5, 7, 7, 10, 11, 14, 15, 16, 21, 22, 40, 57, 91)
                             if rnd.random() < 0.3 else (2, 2, 3, 3, 4, 7))
            if far and rnd.random() < 0.15:
                gap = rnd.choice((120, 200, 300))
            for lift in rnd.sample(self.lifts, rnd.choice((1, 1, len(self.lifts)))):
                self.train(lift, day)
            self.between(day, gap)
            day += gap
        self.ask(day, gap, far)
        return self.story

    def ask(self, day, gap, far):
        rnd = self.rnd
        ask = START + timedelta(days=day)
        if rnd.random() < 0.15:
            ask -= timedelta(days=rnd.randrange(gap + 1))
        elif rnd.random() < 0.2:
            ask += timedelta(days=rnd.choice((1, 2, 7, 8, 11, 18)))
        if far and self.days:
            turn = START + timedelta(days=rnd.choice(self.days) + 365)
            ask = max(ask, turn + timedelta(days=rnd.choice((-1, 0, 1))))
        clock = rnd.choice(("06:00", "17:00", "18:30", "23:00")) if self.timed else None
        if rnd.random() < 0.1:
            clock = None if clock else "12:00"
        self.story["today"] = ask.isoformat() + (f"T{clock}" if clock else "")
        self.story["records"] = [r for r in self.story["records"] if r["date"] <= ask.isoformat()]
        self.sort()
        if len(self.lifts) > 1 and rnd.random() < 0.6:
            trained = {r["lift"] for r in self.story["records"] if r["table"] == "sessions"}
            self.story["lift"] = rnd.choice(sorted(trained)) if trained else None

    def sort(self):
        self.story["records"].sort(key=lambda r: (r["date"], r.get("time") or ""))

    def later(self):
        return {"later": self.rnd.choice((1, 2, 9))} if self.rnd.random() < 0.1 else {}

    def train(self, lift, day):
        rnd = self.rnd
        self.days.append(day)
        today = (START + timedelta(days=day)).isoformat()
        hour = rnd.choice((18, 18, 18, 7))
        self.session(lift, today, self.clock(hour))
        if rnd.random() < 0.06:
            first = self.story["records"][-1]
            self.session(lift, today, self.clock(hour + 2))
            first["new"] = self.story["records"][-1]["new"] = True

    def session(self, lift, today, clock):
        rnd = self.rnd
        record = {"table": "sessions", "key": self.keys, "date": today, **clock, "lift": lift,
                  "sets": [], **self.later()}
        self.keys += 1
        sets, reps = rnd.choice((3, 3, 3, 1, 2, 5)), rnd.choice((5, 5, 8, 3))
        unit = self.story["lifter"]["unit"]
        load = rnd.choice((100, 140, 60, 22.5, 20) if unit == "kg" else (225, 315, 135, 45))
        target = self.suggested(lift, moment(record))
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
        if rnd.random() < 0.07:
            top = float(load) + (5 if unit == "kg" else 10)
            record["sets"].append({"load": top, "unit": unit, "reps": rnd.choice((1, reps))})
        self.story["records"].append(record)

    def suggested(self, lift, today):
        self.sort()
        story = {**self.story, "records": [r for r in self.story["records"]
                                           if moment(r)[:10] <= today[:10]]}
        return suggest(as_model(story), today, lift)["target"]

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
            found = float(Load(ng, loading.unit).number()), loading.unit
            return found if found[0] else (load, unit)
        if dice < 0.93:
            return (315, "lb") if unit == "kg" else (140, "kg")
        return load, unit

    def between(self, day, gap):
        """The check-ins and screens between a training day and the next."""
        rnd = self.rnd
        if rnd.random() < 0.04:
            self.screens(day, gap)
        if rnd.random() < 0.08:
            return
        for _ in range(rnd.choice((1, 1, 1, 1, 2, 2, 3))):
            self.checkin(day, gap)
        if rnd.random() < 0.3 and self.mood in ("painful", "mixed"):
            span = min(gap, 14)
            for offset in rnd.sample(range(span), min(span, rnd.choice((2, 2, 3)))):
                quiet = rnd.choice(({"nature": "none"}, {"nature": "ache", "peak": 2},
                                    {"nature": "pump"}, {"nature": "ache", "peak": 1},
                                    {"nature": "soreness", "peak": 3}))
                self.add(day + offset, 9 if offset else 21, **quiet)

    def screens(self, day, gap):
        """Answers, and often a clearance: on the training days too."""
        rnd = self.rnd
        offset = rnd.choice((0, rnd.randrange(gap + 1), gap))
        self.add_screen(day + offset, yes=rnd.sample(FLAGS, rnd.choice((0, 1, 1, 2))))
        if rnd.random() < 0.7:
            self.add_screen(day + offset + rnd.choice((0, 0, 1, 2)), cleared_by="Dr Example")

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
            record |= self.strength(offset * 24)
        if nature == "sharp" and rnd.random() < 0.3:
            record = {"nature": "sharp", "peak": rnd.choice((1, 2)), "twinge": True}
        if rnd.random() < 0.05 and nature != "none":
            record["unrelated"] = True
        if rnd.random() < 0.03 and self.keys > 1:
            sessions = [r for r in self.story["records"] if r["table"] == "sessions"]
            record["session"] = rnd.choice(sessions)["key"]
        hour = rnd.choice((21, 21, 21, 6)) if offset == 0 else rnd.choice((8, 18, 20))
        self.add(day + offset, hour, **record)

    def strength(self, elapsed):
        """How strong a pain or soreness was, how long it lasted, and where it was."""
        rnd = self.rnd
        record = {"peak": rnd.choice((0.5, 1, 1.5, 2, 2, 2.5, 3, 3, 3.5, 4, 4, 5, 5.5, 6, 7, 7.5,
                                      8, 9))}
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
        return record

    def add(self, day, hour, **record):
        when = {"date": (START + timedelta(days=day)).isoformat(), **self.clock(hour)}
        self.story["records"].append({"table": "checkins", **when, **record, **self.later()})

    def add_screen(self, day, **record):
        when = {"date": (START + timedelta(days=day)).isoformat()}
        self.story["records"].append({"table": "screens", **when, **record})
