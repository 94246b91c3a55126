"""A second reading of the progression engine, independent of the C++ one.

`suggest(history, today)` takes a plain dict (see `History` below) and returns the facts that
`hinge next --json` prints. READINGS.md says how each ambiguous sentence was read. Loads are whole
nanograms, so that kilograms and pounds are both exact; nothing here rounds but downwards, on
purpose.

History: {"lifter": {"unit", "bar", "step"}, "sessions": [...], "checkins": [...], "screens": [...]}
 session: {"id", "lift", "date", "time"?, "light"?, "sets": [{"load", "unit", "reps", "failed"?,
           "rpe"?, "kind"?}]}
 check-in: {"id", "date", "time"?, "nature", "peak"?, "lasted"? (minutes; absent: ongoing),
           "limits"?, "now"?, "baseline"?, "where"?, "onset"?, "twinge"?, "unrelated"?, "session"?}
 screen:  {"id", "date", "yes": [...]} or {"id", "date", "cleared_by"}
Dates are "YYYY-MM-DD", times "HH:MM", `today` is either a date or "YYYY-MM-DDTHH:MM".
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

NANOGRAMS = {"kg": 1_000_000_000_000, "lb": 453_592_370_000}
RUNGS = (50, 60, 70, 80, 90, 95, 100)
DAY = 24 * 60

SENSATIONS = {"pump", "fatigue", "tight"}
SORENESS = {"soreness", "stiff"}
SHARP = {"sharp", "stabbing", "catching"}
NERVE = {"shooting", "tingling", "numb", "weak"}

EMERGENCY = {"saddle-numbness", "bladder-change", "bowel-change", "sexual-change",
             "leg-weakness-worsening", "both-legs-weak"}
LIFELONG = {"cancer-history", "fragility"}

REFER = ("none", "see_pt", "urgent", "emergency")
RULE_ORDER = ("E1", "E2", "T1", "T2", "T3", "T4", "N1", "N2", "CALM", "F3", "H0", "H1", "H2", "H3",
              "H4", "H6", "P2", "F1", "F2", "R1", "U1", "S1", "S2", "G1", "C1", "LIGHT", "L", "OK")
HOLDS = {"H0", "H1", "H2", "H3", "H4", "H6", "P2", "U1"}


# Where READINGS.md saw two readings, the one gone by; compare.py --other turns some around.
CHOICES = {
    "red_stands": True,  # 1: a lift's own deload is named until it is trained
    "other_green_frees": True,  # 2: a green day of another lift ends a hold by symptoms
    "return_below_rung": True,  # 14: `return` also where the layoff's rung lowers no load
    "history_flag_stops": False,  # 24: a yes to cancer-history or fragility alone stops
    "unknown_is_low": False,  # 31: P2 takes a day without check-in for a day without pain
    "cleared_same_day": True,  # 34
    "start_names_rules": True,  # 41
}


# --- Time -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Moment:
    day: date
    time: int | None = None

    @staticmethod
    def of(record):
        return Moment(date.fromisoformat(record["date"]), minutes_of(record.get("time")))

    @staticmethod
    def parse(text):
        day, _, clock = text.partition("T")
        return Moment(date.fromisoformat(day), minutes_of(clock or None))


def minutes_of(clock):
    if clock is None:
        return None
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def elapsed(a: Moment, b: Moment) -> int:
    """Minutes: by both clocks where both are known, else 24 h for each calendar day."""
    days = (b.day - a.day).days * DAY
    return days + b.time - a.time if a.time is not None and b.time is not None else days


def after(a: Moment, b: Moment) -> bool:
    """Whether a is later than b; unknown times of one day are neither."""
    if a.day != b.day:
        return a.day > b.day
    return a.time is not None and b.time is not None and a.time > b.time


# --- Loads ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    ng: int
    unit: str

    @staticmethod
    def of(number, unit):
        exact = Fraction(str(number)) * NANOGRAMS[unit]
        assert exact.denominator == 1
        return Load(int(exact), unit)

    def number(self):
        return Fraction(self.ng, NANOGRAMS[self.unit])


@dataclass
class Loading:
    unit: str
    bar: int
    step: int

    def floor(self, ng):
        if ng <= self.bar:
            return self.bar
        return self.bar + (ng - self.bar) // self.step * self.step


def loading_of(lifter, lift):
    unit = lifter.get("unit", "kg")
    bar = lifter.get("bar", 20 if unit == "kg" else 45)
    step = lifter.get("step", 2.5 if unit == "kg" else 5)
    if lift.endswith(("-dumbbell", "-kettlebell")):
        bar = 0
    return Loading(unit, Load.of(bar, unit).ng, Load.of(step, unit).ng)


def reaches(a: int, b: int) -> bool:
    """Not under it by more than a conversion makes: half of the smallest plate, 0.5 kg."""
    return a + NANOGRAMS["kg"] // 4 > b


# --- Check-ins --------------------------------------------------------------------------------


@dataclass
class Report:
    """A check-in with its defaults filled in, and its family decided."""

    id: int
    when: Moment
    nature: str
    family: str
    peak: Fraction
    lasted: int | None
    limits: int
    now: Fraction
    baseline: Fraction
    where: str | None
    twinge: bool
    unrelated: bool
    session: int | None
    during: bool

    @property
    def pain(self):
        return self.family in ("ache", "sharp", "nerve")

    @property
    def merges(self):
        return not self.unrelated or self.family == "nerve" or self.limits == 3

    def rose(self):
        return self.peak > self.baseline + 1

    def minutes(self, start: Moment) -> int:
        if elapsed(start, self.when) > 7 * DAY:
            return 0
        return max(0, elapsed(start, self.when) if self.lasted is None else self.lasted)


def read_report(record) -> Report:
    nature = record["nature"]
    twinge = bool(record.get("twinge"))
    if nature in SORENESS:
        as_ache = record.get("onset") == "during" or record.get("where") == "leg-below-knee"
        family = "ache" if as_ache else "soreness"
    elif nature in SHARP:
        family = "sharp"
    elif nature in NERVE:
        family = "nerve"
    elif nature in SENSATIONS:
        family = "sensation"
    else:
        family = nature
    peak = Fraction(str(record.get("peak") or 0))
    lasted = 0 if twinge else record.get("lasted")
    now = record.get("now")
    if now is None:
        now = peak if lasted is None else 0
    return Report(record["id"], Moment.of(record), nature, family, peak, lasted,
                  record.get("limits") or 0, Fraction(str(now)),
                  Fraction(str(record.get("baseline") or 0)), record.get("where"), twinge,
                  bool(record.get("unrelated")), record.get("session"),
                  record.get("onset") == "during")


@dataclass
class Merge:
    """A training day's check-ins as one."""

    start: Moment
    reports: list

    def __post_init__(self):
        self.own = [r for r in self.reports if r.merges]

    @property
    def pains(self):
        return [r for r in self.own if r.pain]

    @property
    def sore(self):
        return [r for r in self.own if r.family == "soreness"]

    @property
    def checked_in(self):
        return any(not r.unrelated for r in self.reports)

    @property
    def limits(self):
        return max((r.limits for r in self.own), default=0)

    def peak(self):
        return max((r.peak for r in self.pains), default=Fraction(0))

    def hours(self, reports):
        return max((r.minutes(self.start) for r in reports if r.rose()), default=0)

    def unsettled(self):
        for r in self.pains:
            later = any(after(o.when, r.when) for o in self.own)
            if (not later and r.lasted is None and r.now > r.baseline + 1
                    and elapsed(self.start, r.when) <= DAY):
                return True
        return False

    def crossings(self):
        """Rule id -> how often it counts."""
        found = {}
        if any(r.family == "sharp" and not r.twinge for r in self.own):
            found["T1"] = 1
        sore_peak = max((r.peak for r in self.sore), default=Fraction(0))
        if self.peak() >= 6 or sore_peak >= 8:
            found["T2"] = 2 if self.peak() >= 8 else 1
        if self.hours(self.pains) > DAY or self.hours(self.sore) > 5 * DAY:
            found["T3"] = 1
        if self.limits >= 2:
            found["T4"] = 1
        return found

    def nerves(self):
        found = {}
        for r in self.own:
            if r.family == "nerve":
                below = r.where in (None, "leg-below-knee")
                found["N1" if below else "N2"] = 20 if below else 10
        return found


@dataclass
class Verdict:
    """What the back says about one training day."""

    rules: set = field(default_factory=set)
    refer: str = "none"
    calm: bool = False
    percent: int = 0
    crossings: int = 0
    holds: bool = False
    stopped: bool = False  # a red flag stood
    in_calm: bool = False

    @property
    def red(self):
        return self.calm or self.percent > 0

    def raise_refer(self, refer):
        self.refer = max(self.refer, refer, key=REFER.index)


# --- State ------------------------------------------------------------------------------------


@dataclass
class LiftState:
    reference: Load | None = None
    sets: int = 0
    reps: int = 0
    rung: int = 100
    extra_half: bool = False  # the sets halved once more, at the bottom of the ladder
    earned: bool = False
    half_steps: bool = False
    misses: int = 0
    shorts: int = 0
    light: tuple | None = None  # load, sets and reps of the last session, if it was light
    last_day: date | None = None
    own_rules: set = field(default_factory=set)  # F1 F2 F3 R1 LIGHT of the latest session
    pending: tuple | None = None  # (percent, rules, refer) of its own red day, until trained
    g1: bool = False
    g1_drop: int = 0
    own_holds: bool = False  # symptoms held on its own latest day
    held: bool = False  # the back held on its own day; a green day of another lift ends that
    from_calm: bool = False  # calm was left, and rung 50 not yet lifted


@dataclass
class Back:
    calm_since: date | None = None
    calm_day: date | None = None
    was_calm: bool = False  # before the latest day too
    memory: Fraction | None = None  # the amber memory: pain of the training day before
    peaks: list = field(default_factory=list)  # (day, peak or None where nobody checked in)
    long_pain: list = field(default_factory=list)  # (day, peak), for S1
    s1_done: date | None = None
    deload_days: list = field(default_factory=list)
    pain_run: date | None = None
    day: date | None = None
    holds: bool = False
    rules: set = field(default_factory=set)
    refer: str = "none"
    merge_peak_any: Fraction = Fraction(0)


@dataclass
class Suggested:
    load: Load
    sets: int
    reps: int
    rung: int  # 101: a step above R
    extra_half: bool = False
    overlaid: bool = False  # time away, or G1
    climbing: bool = False  # one rung up, to R at most


class Model:
    def __init__(self, history, today):
        self.now = Moment.parse(today)
        self.lifter = history.get("lifter", {})
        window = self.now.day - timedelta(days=365)
        self.sessions = [s for s in history.get("sessions", [])
                         if not after(Moment.of(s), self.now)
                         and Moment.of(s).day >= window]
        self.reports = sorted((r for r in map(read_report, history.get("checkins", []))
                               if not after(r.when, self.now)),
                              key=lambda r: (r.when.day, r.when.time or 0, r.when.time is not None, r.id))
        self.older = [r for r in self.reports if r.when.day < window]
        self.reports = [r for r in self.reports if r.when.day >= window]
        self.screens = sorted((s for s in history.get("screens", [])
                               if not after(Moment.of(s), self.now)),
                              key=lambda s: (s["date"], s["id"]))
        self.days = sorted({Moment.of(s).day for s in self.sessions})
        self.starts = {d: self.start_of(d) for d in self.days}
        self.back = Back()
        self.carried: list = []  # the reports since the one that caused calm
        self.lifts: dict[str, LiftState] = {}
        for s in self.sessions:
            self.lifts.setdefault(s["lift"], LiftState())

    # -- which day is it about

    def start_of(self, day):
        times = [Moment.of(s).time for s in self.sessions if Moment.of(s).day == day]
        return Moment(day, None if None in times else min(times))

    def day_of(self, report):
        for s in self.sessions:
            if report.session is not None and s["id"] == report.session:
                return Moment.of(s).day
        found = None
        for day in self.days:
            if not after(self.starts[day], report.when) or (report.during
                                                            and day == report.when.day):
                found = day
        return found

    # -- the fold

    def run(self, lift=None):
        self.before_all()
        for index, day in enumerate(self.days):
            last = index + 1 == len(self.days)
            as_of = self.now if last else self.starts[self.days[index + 1]]
            self.step(day, self.starts[day], as_of, self.of_day(day))
        if lift is None:
            lift = self.last_lift()
        return self.answer(lift, self.now)

    def of_day(self, day):
        return [r for r in self.reports if self.day_of(r) == day]

    def before_all(self):
        """Calm from before the year that is read, and check-ins before any session."""
        severe = [i for i, r in enumerate(self.older) if r.limits == 3 or (r.pain and r.peak >= 6)]
        if severe:
            part = self.older[severe[-1]:]
            self.step(None, part[0].when, part[-1].when, part)
            calm, carried = self.back.calm_since, self.carried
            self.back, self.carried = Back(), carried if calm else []
            self.back.calm_since = calm
        reports = self.of_day(None)
        if reports:
            as_of = self.starts[self.days[0]] if self.days else self.now
            self.step(None, reports[0].when, as_of, reports)

    def last_lift(self):
        if not self.sessions:
            return "deadlift"
        return max(self.sessions,
                   key=lambda s: (s["date"], minutes_of(s.get("time")) or 0, s["id"]))["lift"]

    def trained_on(self, day):
        """One session a lift: two of a day are one, light if both are."""
        lifts = {}
        for s in self.sessions:
            if Moment.of(s).day == day:
                lifts.setdefault(s["lift"], []).append(s)
        return [{"lift": lift, "sets": [x for s in parts for x in s["sets"]],
                 "light": all(s.get("light") for s in parts)} for lift, parts in lifts.items()]

    def step(self, day, start, as_of, reports):
        self.start = start
        for r in reports:
            r.start = start
        back = self.back
        gap = (start.day - back.day).days if back.day else 0
        trained = self.trained_on(day)
        start = self.start
        in_calm = back.calm_since is not None
        suggested = {s["lift"]: None if in_calm else self.propose(s["lift"], start)[0]
                     for s in trained}
        if gap >= 11:
            back.memory = None
            for state in self.lifts.values():
                state.misses = 0
        before = copy.deepcopy((self.back, self.lifts))

        def outcome(considered, spent, only_verdict=False):
            """The day with these reports, from the state before it."""
            self.back, self.lifts = copy.deepcopy(before)
            return self.judge(day, as_of, considered, trained, suggested, in_calm, spent)

        spent, started_in_calm = False, in_calm
        remaining = reports  # what calm has not spent; quiet ones count only until it did
        since_cause = self.carried
        verdict = outcome(remaining, spent)
        while self.back.calm_since is not None:
            if self.back.calm_day == start.day and not (started_in_calm and not spent):
                counting = [r for r in remaining if not (spent and quiet(r))]
                cause = self.cause_of(day, counting, lambda part: outcome(part, spent))
                verdict = outcome(counting, spent)
                if counting:
                    self.back.calm_since = counting[cause].when.day
                    since_cause = remaining[last_of_moment(remaining, counting[cause]) + 1:]
            else:
                since_cause = self.carried + remaining
            left = self.leaving(since_cause)
            if left is None:
                break
            remaining = remaining[remaining.index(left) + 1 if left in remaining else 0:]
            spent, in_calm = True, False
            self.back.calm_since = self.back.calm_day = None
            for state in self.lifts.values():
                self.into_calm(state)
                state.from_calm = True
            before = copy.deepcopy((self.back, self.lifts))
            verdict = outcome([r for r in remaining if not quiet(r)], spent)
        still = self.back.calm_since is not None
        self.back.was_calm = still and started_in_calm
        if spent and not still:
            for state in self.lifts.values():
                state.own_rules = set()
        self.carried = since_cause if still else []
        self.finish_day(start.day, verdict, reports, bool(trained))

    def cause_of(self, day, reports, outcome):
        """Index of the last report of the moment with which the day becomes calm."""
        for index in range(len(reports)):
            if index + 1 < len(reports) and not after(reports[index + 1].when,
                                                      reports[index].when):
                continue
            outcome(reports[:index + 1])
            if self.back.calm_day == self.start.day:
                return index
        return len(reports) - 1

    @staticmethod
    def leaving(reports):
        """The report with which quiet ones had lasted for 48 h; None while they have not."""
        first = None
        for moment in moments([r for r in reports if r.merges]):
            if not all(map(quiet, moment)):
                first = None
            elif first is None:
                first = moment[0].when
            elif elapsed(first, moment[0].when) >= 2 * DAY:
                return reports[last_of_moment(reports, moment[-1])]
        return None

    def judge(self, day, as_of, reports, trained, suggested, in_calm, spent):
        back = self.back
        merge = Merge(self.start, reports)
        verdict = self.verdict(self.start.day, as_of, merge, spent or not trained)
        verdict.stopped = bool(self.stops(as_of, merge))
        verdict.in_calm = in_calm
        verdict.holds = verdict.holds or self.cleared_since(self.start.day, as_of)
        # What was calm is not tried yet: whatever is red brings it back.
        calm = verdict.calm or spent and verdict.red
        for session in trained:
            state = self.lifts[session["lift"]]
            state.last_day, state.own_holds = day, verdict.holds
            if spent:
                continue
            if self.train(state, session, suggested[session["lift"]], verdict):
                calm = True
        names = {s["lift"] for s in trained}
        for name, state in self.lifts.items():
            if state.reference is None:
                continue
            state.from_calm = state.from_calm and spent
            if spent:
                continue
            if name not in names and not (verdict.red or verdict.holds or verdict.stopped):
                state.held = False
            elif name not in names and not in_calm and (verdict.red or verdict.stopped):
                self.stand_off(name, state, verdict)
        if calm:
            if back.calm_since is None:
                back.calm_since = back.calm_day = self.start.day
        if back.calm_since is not None:
            for state in self.lifts.values():
                self.into_calm(state)
        return verdict

    @staticmethod
    def reds(verdict):
        return {r for r in verdict.rules if r[0] in "TN"}

    @staticmethod
    def red_refer(verdict):
        """The referral of what was red, which G1 and a standing deload keep."""
        return "see_pt" if verdict.calm or verdict.rules & {"N1", "N2"} else "none"

    def stand_off(self, name, state, verdict):
        state.g1 = True
        if verdict.crossings >= 2 and not state.g1_drop:
            lower = self.rung_below(name, state, state.rung)
            if lower is not None:
                state.g1_drop = state.rung - lower
                state.rung = lower
        state.earned = False

    @staticmethod
    def into_calm(state):
        state.rung, state.earned, state.extra_half = 50, False, False
        state.pending, state.g1, state.g1_drop = None, False, 0
        state.light = None

    def verdict(self, day, as_of, merge, spent):
        back = self.back
        v = Verdict()
        crossings = merge.crossings()
        v.crossings = sum(crossings.values())
        v.rules |= set(crossings)
        if v.crossings >= 4 or merge.limits == 3:
            v.calm = True
            v.raise_refer("see_pt")
        elif v.crossings:
            v.percent = 10 * v.crossings
        for rule, percent in merge.nerves().items():
            v.rules.add(rule)
            v.percent = max(v.percent, percent)
            v.raise_refer("see_pt")
        peak = merge.peak()
        if any(r.twinge for r in merge.own):
            v.rules.add("H0")
        if 3 <= peak < 6 and not v.crossings and not (back.memory is not None
                                                      and back.memory >= peak) \
                and not merge.nerves():
            v.rules.add("H1")
        if merge.limits == 1:
            v.rules.add("H2")
        if not merge.checked_in and not spent:
            v.rules.add("H3")
        sore_minutes = merge.hours(merge.sore)
        if 3 * DAY < sore_minutes <= 5 * DAY or any(
                r.now >= 4 and elapsed(r.when, as_of) <= DAY for r in merge.sore):
            v.rules.add("H4")
        if merge.unsettled():
            v.rules.add("H6")
        recent = back.peaks[-3:] + [
            (day, peak if merge.checked_in or CHOICES["unknown_is_low"] else None)]
        if len(recent) == 4 and all(p is not None for _, p in recent):
            if (day - recent[0][0]).days <= 28 and min(p for _, p in recent[2:]) >= 2 + max(
                    p for _, p in recent[:2]):
                v.rules.add("P2")
        for r in merge.reports:
            if r.unrelated and ((r.pain and r.peak >= 6) or r.family == "sharp" or r.limits >= 2):
                v.rules.add("U1")
        v.holds = bool(v.rules & HOLDS)
        long_peak = long_pain_of(merge)
        if long_peak is not None and any(
                14 <= (day - earlier).days <= 56 and long_peak > first - 1
                and sum(earlier < other < day for other, _ in back.long_pain) >= 1
                for earlier, first in back.long_pain):
            v.rules.add("S1")
            v.raise_refer("see_pt")
            v.holds = v.holds or not (back.s1_done and (day - back.s1_done).days <= 56)
        if v.red:
            near = [d for d in back.deload_days if 0 < (day - d).days <= 56]
            if len(near) >= 2:
                v.rules.add("S2")
                v.raise_refer("see_pt")
        if peak > 0 and back.pain_run and (day - back.peaks[-1][0]).days <= 14 \
                and (day - back.pain_run).days > 42:
            v.rules.add("S2")
            v.raise_refer("see_pt")
        return v

    def finish_day(self, day, verdict, reports, lifted):
        back = self.back
        merge = Merge(self.start, reports)
        whole = self.light_of(merge)
        back.day = day
        back.rules, back.refer, back.holds = verdict.rules, verdict.refer, verdict.holds
        back.memory = None if whole.red else merge.peak()
        back.merge_peak_any = max((r.peak for r in merge.reports if r.pain
                                   and r.peak > r.baseline), default=Fraction(0))
        if not lifted:
            return
        known = merge.checked_in or CHOICES["unknown_is_low"]
        if back.peaks and (day - back.peaks[-1][0]).days > 14:
            back.pain_run = None
        back.peaks.append((day, merge.peak() if known else None))
        long_peak = long_pain_of(merge)
        if long_peak is not None:
            back.long_pain.append((day, long_peak))
        if "S1" in verdict.rules:
            back.s1_done = day
        if whole.red:
            back.deload_days.append(day)
        if merge.peak() > 0:
            back.pain_run = back.pain_run or day
        else:
            back.pain_run = None

    @staticmethod
    def light_of(merge):
        """Only whether the whole day was red, calm since left or not."""
        v = Verdict()
        count = sum(merge.crossings().values())
        v.calm = count >= 4 or merge.limits == 3
        v.percent = 10 * count or max(merge.nerves().values(), default=0)
        return v

    # -- the ladder

    def rung_load(self, lift, state, rung) -> Load:
        loading = loading_of(self.lifter, lift)
        if rung >= 100:
            return state.reference
        floor = min(loading.bar, state.reference.ng)
        ng = state.reference.ng * rung // 100
        ng = loading.floor(ng) if ng >= loading.bar else floor
        if ng >= state.reference.ng:
            return state.reference
        return Load(ng, loading.unit)

    def step_up(self, lift, state) -> Load:
        loading = loading_of(self.lifter, lift)
        step = Load.of(5, "kg").ng if loading.unit == "kg" else Load.of(10, "lb").ng
        if state.half_steps:
            step //= 2
        step = max(min(step, state.reference.ng // 10) // loading.step, 1) * loading.step
        return Load(loading.floor(state.reference.ng + step), loading.unit)

    def sets_at(self, state, rung, extra=False):
        sets = state.sets if rung >= 90 else -(-state.sets // 2)
        return -(-sets // 2) if extra else sets

    def rung_below(self, lift, state, rung):
        """The first rung under this one that loads less, or None."""
        load = self.rung_load(lift, state, min(rung, 100)).ng
        for lower in reversed(RUNGS):
            if lower < rung and self.rung_load(lift, state, lower).ng < load:
                return lower
        return None

    def reached(self, lift, state, load: Load):
        """The highest rung that this load reaches; 0 for none."""
        return max((r for r in RUNGS if self.rung_load(lift, state, r).ng <= load.ng), default=0)

    def lower(self, lift, state, percent, suggested: int, lifted: Load, done, symptoms):
        """A deload, to a rung that loads less than what was suggested (nanograms) and than the
        rung that was reached. True: calm instead."""
        rung = self.reached(lift, state, lifted) or RUNGS[0]
        bound = min(suggested, self.rung_load(lift, state, rung).ng)
        state.earned = False
        for rung in reversed(RUNGS):
            if rung <= 100 - percent and self.rung_load(lift, state, rung).ng < bound:
                state.rung, state.extra_half = rung, False
                return False
        fits = [r for r in RUNGS if r <= 100 - percent
                and self.rung_load(lift, state, r).ng <= bound]
        was_halved, state.extra_half = state.extra_half, True
        state.rung = max(fits, default=RUNGS[0])
        for rung in sorted(fits or RUNGS[:1], reverse=True):
            now = (self.rung_load(lift, state, rung).ng, self.sets_at(state, rung, extra=True))
            if not was_halved and all(now < (load, sets) for load, sets in done):
                state.rung = rung
                return False
        return symptoms

    # -- a session

    def train(self, state, session, s: Suggested | None, verdict):
        """Applies a session and its day's light to its lift. True: it ends in calm."""
        lift = session["lift"]
        work = [x for x in session["sets"] if x.get("kind", "work") == "work"]
        loads = [(Load.of(x["load"], x["unit"]), x) for x in work]
        good = [(load, x) for load, x in loads if x["reps"] > 0]
        w = max((load for load, _ in good), key=lambda l: l.ng, default=None)
        state.own_rules = set()
        was_earned, was_held = state.earned and not (s and s.overlaid), state.held
        state.held = verdict.stopped or verdict.holds
        state.pending, state.g1, state.g1_drop = None, False, 0
        first = s is None and state.reference is None
        if verdict.in_calm:
            state.misses = state.shorts = 0
        if s is None and w is None:
            return False
        if verdict.in_calm and not first:
            return self.train_in_calm(lift, state, loads, w)
        if first:
            at_w = [x for load, x in good if load.ng == w.ng]
            state.reference, state.rung = w, 100
            state.sets, state.reps = len(at_w), at_w[0]["reps"]
            s = Suggested(w, state.sets, state.reps, 100)
        old_rung = state.rung
        state.rung, state.extra_half = min(s.rung, 100), s.extra_half
        state.from_calm = False
        at_w = [x for load, x in good if w and load.ng == w.ng]
        missed = not verdict.in_calm and any(
            x.get("failed") and reaches(load.ng, s.load.ng) for load, x in loads)
        light = not first and bool(session.get("light")) or (
            w is not None and not reaches(w.ng, s.load.ng * 90 // 100))
        short = False
        if w is not None and not light and not missed and not first:
            bar = min(s.load.ng, w.ng)
            done = sum(reaches(load.ng, bar) and x["reps"] >= s.reps for load, x in good)
            short = done < s.sets
        if w is None or light:
            state.rung = min(old_rung, s.rung)
        rpes = [x.get("rpe") for x in at_w if x.get("rpe") is not None]
        if any(Fraction(str(r)) >= Fraction(19, 2) for r in rpes):
            state.own_rules.add("R1")
        f3 = False
        if missed:
            if verdict.red:
                state.own_rules.add("F1")
            else:
                state.misses += 1
                f3 = state.misses >= 3
                state.own_rules.add("F3" if f3 else "F1")
        elif not light:
            state.misses = 0
        new_scheme = False
        if short:
            state.shorts += 1
            if state.shorts >= 2:
                new_scheme = True
                state.shorts = 0
            else:
                state.own_rules.add("F2")
        elif not light:
            state.shorts = 0
        second_light = False
        unmarked_light = light and not session.get("light")
        if unmarked_light:
            if state.light is not None:
                second_light = True
                state.own_rules.add("LIGHT")
        green = not (verdict.red or verdict.holds or verdict.stopped or state.own_rules)
        if w is not None and not light:
            eff = w
            if not reaches(s.load.ng, w.ng) and (missed or not green
                                     or any(x["reps"] < s.reps for x in at_w)):
                eff = s.load
            if s.rung >= 100 and not s.climbing:
                state.rung, state.reference = 100, eff
            elif eff.ng >= state.reference.ng:
                state.rung, state.reference = 100, eff
            elif eff.ng != s.load.ng:
                state.rung = max(self.reached(lift, state, eff), RUNGS[0])
            if new_scheme:
                halves = 2 if s.sets < state.sets else 1
                state.sets = min(state.sets, len(at_w) * halves)
                state.reps = min([state.reps, *(x["reps"] for x in at_w)])
            if green and state.rung == 100:
                if len(at_w) >= state.sets:
                    state.reps = max(state.reps, min(x["reps"] for x in at_w))
                state.sets = max(state.sets, sum(x["reps"] >= state.reps for x in at_w))
            state.light = None
        elif w is not None and light:
            if second_light:
                state.reference, state.sets, state.reps = max(
                    (w, len(at_w), min(x["reps"] for x in at_w)), state.light,
                    key=lambda scheme: scheme[0].ng)
                state.rung, state.light, state.extra_half = 100, None, False
            elif unmarked_light:
                state.light = (w, len(at_w), min(x["reps"] for x in at_w))
        percent = max(verdict.percent, 10 if f3 else 0)
        if verdict.calm:
            self.begin_below(lift, state, w)
            return True
        if f3:
            state.misses = 0
            state.half_steps = True
        if percent:
            if self.begin_below(lift, state, w):
                state.rung = 100
            rules = {r for r in state.own_rules if r == "F3"} | self.reds(verdict)
            state.pending = (percent, rules, self.red_refer(verdict))
            return self.lower(lift, state, percent, s.load.ng, w or s.load,
                              [(s.load.ng, s.sets)] + ([(w.ng, len(at_w))] if w else []),
                              symptoms=verdict.red)
        if green and not light:
            state.extra_half = False
        if light and not state.own_rules:
            state.earned, state.held = was_earned, was_held or state.held
        else:
            state.earned = not state.own_rules
        return False

    def begin_below(self, lift, state, w):
        """What was lifted under rung 50 becomes R."""
        below = w is not None and w.ng < self.rung_load(lift, state, 50).ng
        if below:
            state.reference = w
        return below

    def train_in_calm(self, lift, state, loads, w):
        """Nothing was suggested, so nothing missed or short; what is under rung 50 becomes R."""
        self.begin_below(lift, state, w)
        at_w = [x for load, x in loads if load.ng == w.ng and x["reps"] > 0]
        if any(Fraction(str(x.get("rpe") or 0)) >= Fraction(19, 2) for x in at_w):
            state.own_rules.add("R1")
        return False

    # -- the suggestion

    def stop(self, as_of):
        """(emergency, urgent, lifelong) flags that stand uncleared."""
        flags = set()
        for s in self.screens:
            if after(Moment.of(s), as_of):
                continue
            if s.get("cleared_by"):
                flags = set()
            else:
                flags |= set(s.get("yes", []))
        return flags

    def stops(self, as_of, merge):
        """The flags that stop: those of a life do so only together with new pain."""
        flags = self.stop(as_of)
        pain = max((r.peak for r in merge.reports if r.pain and r.peak > r.baseline), default=0)
        return set() if flags <= LIFELONG and pain < 3 else flags

    def cleared_since(self, day, as_of):
        flags, found = set(), False
        for s in self.screens:
            if after(Moment.of(s), as_of):
                continue
            if s.get("cleared_by"):
                found = found or (bool(flags) and (
                    Moment.of(s).day > day or Moment.of(s).day == day
                    and CHOICES["cleared_same_day"]))
                flags = set()
            else:
                flags |= set(s.get("yes", []))
        return found

    def layoff_rung(self, state, as_of):
        """None: no layoff; 101: hold; else the rung at most."""
        back = self.back
        found = None
        days = (as_of.day - back.day).days
        for least, rung in ((11, 101), (15, 90), (22, 80), (57, 70), (91, 50)):
            if days >= least:
                found = rung
        if state.last_day and state.last_day < back.day:
            own = (as_of.day - state.last_day).days
            other = None
            for least, rung in ((15, 101), (36, 90), (91, 80)):
                if own >= least:
                    other = rung
            if other is not None:
                found = other if found is None else min(found, other)
        return found

    def propose(self, lift, as_of):
        """What is suggested of a lift when nothing stops it, with decision, percent and rules."""
        state = self.lifts.get(lift, LiftState())
        if state.reference is None:
            rules = self.back.rules | {"OK"} if CHOICES["start_names_rules"] else set()
            if self.back.day and self.cleared_since(self.back.day, as_of):
                rules.add("C1")
            return None, "start", None, rules, self.back.refer
        back = self.back
        rules = set(state.own_rules)
        if state.last_day != back.day and state.own_holds and not CHOICES["other_green_frees"]:
            earned = False
        else:
            earned = state.earned and not state.held
        holds = bool(rules) or back.holds
        refer = back.refer
        rules |= back.rules
        if state.last_day == back.day:
            rules |= state.own_rules
        decision, percent = "hold", None
        if state.pending and (CHOICES["red_stands"] or state.last_day == back.day):
            percent, red, red_refer = state.pending
            decision = "deload"
            rules |= red | state.own_rules
            refer = max(refer, red_refer, key=REFER.index)
        if state.g1:
            rules.add("G1")
            holds = True
            if state.g1_drop and decision != "deload":
                decision, percent = "deload", state.g1_drop
        if self.cleared_since(back.day, as_of):
            rules.add("C1")
            holds = True
        rung = state.rung
        cap = self.layoff_rung(state, as_of)
        if cap is not None:
            rules.add("L")
            holds = True
            if cap <= 100:
                rung = min(rung, cap)
                lighter = self.rung_load(lift, state, cap).ng < self.rung_load(lift, state,
                                                                               state.rung).ng
                if decision == "hold" and (lighter or CHOICES["return_below_rung"]):
                    decision = "return"
        extra = state.extra_half
        load = self.rung_load(lift, state, rung)
        sets = self.sets_at(state, rung, extra)
        if decision == "hold" and not holds and earned:
            decision, rung, load, sets = self.rise(lift, state)
        elif decision == "hold" and not holds and state.from_calm:
            decision = "rebuild"
        if not holds and decision not in ("deload", "return"):
            rules.add("OK")
        extra = extra and decision not in ("progress", "rebuild")
        return (Suggested(load, sets, state.reps, rung, extra, bool(rules & {"L", "G1"}),
                          decision == "rebuild"), decision, percent, rules, refer)

    def rise(self, lift, state):
        if state.rung == 100:
            return "progress", 101, self.step_up(lift, state), state.sets
        here = self.rung_load(lift, state, state.rung)
        for rung in RUNGS:
            if rung > state.rung and self.rung_load(lift, state, rung).ng > here.ng:
                return ("rebuild", rung, self.rung_load(lift, state, rung),
                        self.sets_at(state, rung))
        if self.sets_at(state, state.rung, state.extra_half) < state.sets:
            return "rebuild", 100, state.reference, state.sets
        return "progress", 101, self.step_up(lift, state), state.sets

    def answer(self, lift, as_of):
        s, decision, percent, rules, refer = self.propose(lift, as_of)
        back = self.back
        state = self.lifts.get(lift, LiftState())
        phase = "build"
        if s is not None and s.rung < 100:
            phase = "rebuild"
        if back.calm_since is not None:
            days = (as_of.day - back.calm_since).days
            decision, percent, s, phase = "calm", None, None, "calm"
            rules |= {r for r in back.rules}
            rules.discard("OK")
            if back.was_calm or days > 14:
                rules.add("CALM")
            refer = max(refer, back.refer, "see_pt" if days > 14 else "none", key=REFER.index)
        flags = self.stop(as_of)
        if flags and flags <= LIFELONG and back.merge_peak_any < 3 \
                and not CHOICES["history_flag_stops"]:
            rules.add("E2")
            refer = max(refer, "see_pt", key=REFER.index)
        elif flags:
            rules = set(rules) - {"OK", "C1"}
            decision, percent, s = "stop", None, None
            if flags & EMERGENCY:
                rules.add("E1")
                refer = "emergency"
            others = flags - EMERGENCY
            if others:
                rules.add("E2")
                urgent = bool(others - LIFELONG) or back.merge_peak_any >= 3
                refer = max(refer, "urgent" if urgent else "see_pt", key=REFER.index)
        if not rules:
            rules = {"OK"}
        return {"lift": lift, "decision": decision,
                "deload_percent": percent if decision == "deload" else None,
                "target": target_of(s),
                "reference": weight_of(state.reference) if state.reference else None,
                "refer": refer, "phase": phase, "earliest": self.earliest(state, decision),
                "provisional_until": self.provisional(as_of) if s else None,
                "rules": [{"id": r, "verdict": "fired"} for r in RULE_ORDER if r in rules]}

    def earliest(self, state, decision):
        """36 h after the last session, 2 days after a red one."""
        if not self.days:
            return self.now.day.isoformat()
        start = self.starts[self.days[-1]]
        red = decision in ("calm", "stop") or any(r[0] in "TN" for r in self.back.rules)
        red = red or state.last_day == start.day and "F3" in state.own_rules
        if red or start.time is None:
            return (start.day + timedelta(days=2)).isoformat()
        return (start.day + timedelta(days=(start.time + 36 * 60) // DAY)).isoformat()

    def provisional(self, as_of):
        if not self.days:
            return None
        start = self.starts[self.days[-1]]
        if elapsed(start, as_of) >= DAY:
            return None
        day = (start.day + timedelta(days=1)).isoformat()
        return day if start.time is None else f"{day}T{start.time // 60:02}:{start.time % 60:02}"


def moments(reports):
    """In groups of which none is known to be earlier or later than the one before."""
    groups = []
    for r in reports:
        if groups and same_moment(r, groups[-1][-1]):
            groups[-1].append(r)
        else:
            groups.append([r])
    return groups


def last_of_moment(reports, report):
    """Index of the last report of that one's moment."""
    at = reports.index(report)
    while at + 1 < len(reports) and same_moment(reports[at + 1], reports[at]):
        at += 1
    return at


def same_moment(a, b):
    return not after(a.when, b.when) and not after(b.when, a.when)


def quiet(r: Report):
    if r.limits or r.family in ("sharp", "nerve"):
        return False
    if r.family == "soreness":
        return not Merge(r.start, [r]).crossings()
    return not r.pain or r.peak <= 2 or r.peak <= r.baseline


def long_pain_of(merge):
    peaks = [r.peak for r in merge.pains if r.peak >= 3 and r.rose()]
    return max(peaks, default=None)


def weight_of(load: Load):
    kg = Fraction(load.ng, NANOGRAMS["kg"])
    return {"load": float(load.number()), "unit": load.unit, "load_kg": float(kg)}


def target_of(s):
    if s is None:
        return None
    return {**weight_of(s.load), "sets": s.sets, "reps": s.reps}


def suggest(history, today, lift=None):
    """What to lift next, and why: the facts of `hinge next --json`."""
    return Model(history, today).run(lift)
