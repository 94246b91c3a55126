"""The worked cases of engine.md (sections 5 and 11), and both sides of every comparison."""

import os
import sys
import unittest
from datetime import date, timedelta

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from engine_model import suggest  # noqa: E402

START = date(2026, 3, 2)


class Log:
    """A history in the making; days count from 0."""

    def __init__(self, unit="kg", **lifter):
        self.history = {"lifter": {"unit": unit, **lifter}, "sessions": [], "checkins": [],
                        "screens": []}
        self.ids = 0

    def _add(self, table, day, **record):
        self.ids += 1
        when = {"date": (START + timedelta(days=int(day))).isoformat()}
        self.history[table].append({"id": self.ids, **when, **record})
        return self

    def lift(self, day, load, reps=5, sets=3, unit=None, lift="deadlift", failed=False, rpe=None,
             **more):
        one = {"load": load, "unit": unit or self.history["lifter"]["unit"], "reps": reps}
        if rpe:
            one["rpe"] = rpe
        all_sets = [dict(one) for _ in range(sets)]
        if failed:
            all_sets[-1] |= {"reps": reps - 1, "failed": True}
        return self._add("sessions", day, lift=lift, sets=all_sets, **more)

    def feel(self, day, nature="none", peak=None, hours=None, **more):
        lasted = {} if hours is None else {"lasted": round(hours * 60)}
        return self._add("checkins", day, nature=nature, peak=peak, **lasted, **more)

    def screen(self, day, *flags):
        return self._add("screens", day, yes=list(flags))

    def clear(self, day):
        return self._add("screens", day, cleared_by="Dr Example")

    def ask(self, day, lift=None, time=None):
        at = (START + timedelta(days=day)).isoformat() + (f"T{time}" if time else "")
        return suggest(self.history, at, lift)


def once():
    return Log().lift(0, 100)


def short(answer):
    target = answer["target"]
    decision = answer["decision"] + (f" {answer['deload_percent']}"
                                     if answer["deload_percent"] else "")
    return (decision, (target["load"], target["sets"]) if target else None, answer["refer"],
            " ".join(r["id"] for r in answer["rules"]))


def second(load, **more):
    return once().feel(1).lift(3, load, **more)


def three_misses():
    log = Log()
    for day in (0, 3, 6):
        log.lift(day, 100, failed=True).feel(day + 1)
    return log


WORKED = [
    ("pump only", once().feel(1, "pump", 7), 3, "progress", (105, 3), "none", "OK"),
    ("soreness 48 h", once().feel(2, "soreness", 5, 48), 3, "progress", (105, 3), "none", "OK"),
    ("soreness 96 h", once().feel(4, "soreness", 5, 96), 5, "hold", (100, 3), "none", "H4"),
    ("soreness 6 days", once().feel(6, "soreness", 4, 144), 7, "deload 10", (90, 3), "none", "T3"),
    ("pump and ache 2", once().feel(1, "pump", 7).feel(1, "ache", 2, 6), 3, "progress", (105, 3),
     "none", "OK"),
    ("ache 4 first time", once().feel(1, "ache", 4, 14), 3, "hold", (100, 3), "none", "H1"),
    ("ache 4 again", once().feel(1, "ache", 4, 14).lift(3, 100).feel(4, "ache", 4, 14), 5,
     "progress", (105, 3), "none", "OK"),
    ("ache 48 h", once().feel(2, "ache", 3, 48), 3, "deload 10", (90, 3), "none", "T3"),
    ("ache 7", once().feel(1, "ache", 7, 10), 3, "deload 10", (90, 3), "none", "T2"),
    ("sharp 2 h", once().feel(1, "sharp", 6, 2), 3, "deload 20", (80, 2), "none", "T1 T2"),
    ("sharp 48 h", once().feel(2, "sharp", 6, 48), 3, "deload 30", (70, 2), "none", "T1 T2 T3"),
    ("sharp, chores", once().feel(2, "sharp", 6, 48, limits=2), 3, "calm", None, "see_pt",
     "T1 T2 T3 T4"),
    ("could not work", once().feel(1, "ache", 5, 12, limits=3), 3, "calm", None, "see_pt", "T4"),
    ("tingling", once().feel(1, "tingling", 2, 1, where="leg-below-knee"), 3, "deload 20",
     (80, 2), "see_pt", "N1"),
    ("saddle", once().feel(1).screen(1, "saddle-numbness"), 3, "stop", None, "emergency", "E1"),
    ("no check-in", once(), 3, "hold", (100, 3), "none", "H3"),
    ("third miss", three_misses(), 9, "deload 10", (90, 3), "none", "F3"),
    ("18 days off", once().feel(1), 18, "return", (90, 3), "none", "L"),
    ("30 days off, ache 7", once().feel(1, "ache", 7, 10), 30, "deload 10", (80, 2), "none",
     "T2 L"),
    ("rebuild at 90, ache 7",
     once().feel(1, "ache", 7, 10).lift(3, 90).feel(4, "ache", 7, 10), 6, "deload 10", (80, 2),
     "none", "T2"),
    ("light, green", second(70).feel(4), 6, "progress", (105, 3), "none", "OK"),
    ("light, sharp 3", second(70).feel(4, "sharp", 3, 2), 6, "deload 10", (60, 2), "none", "T1"),
    ("105, ache 7", second(105).feel(4, "ache", 7, 10), 6, "deload 10", (92.5, 3), "none", "T2"),
    ("120, no check-in", second(120), 6, "hold", (105, 3), "none", "H3"),
    ("22.5 kg", Log().lift(0, 22.5).feel(1), 3, "progress", (25, 3), "none", "OK"),
]


class Worked(unittest.TestCase):
    def test_section_11(self):
        for name, log, day, *expected in WORKED:
            with self.subTest(name):
                self.assertEqual(short(log.ask(day)), tuple(expected))

    def test_ladder_of_section_5(self):
        log = Log().lift(0, 140).feel(1, "sharp", 6, 2)
        self.assertEqual(short(log.ask(3))[:2], ("deload 20", (110, 2)))
        day = 3
        for load, sets, after in ((110, 2, 125), (125, 3, 132.5), (132.5, 3, 140), (140, 3, 145)):
            log.lift(day, load, sets=sets).feel(day + 1)
            day += 3
            self.assertEqual(log.ask(day)["target"]["load"], after)
        self.assertEqual(log.ask(day)["decision"], "progress")

    def test_each_rung_of_140(self):
        seen = []
        log = Log().lift(0, 140).feel(1, "ache", 5, 12, limits=3).feel(2).feel(4)
        day = 5
        for _ in range(7):
            answer = log.ask(day)
            seen.append(answer["target"]["load"])
            log.lift(day, seen[-1], sets=answer["target"]["sets"]).feel(day + 1)
            day += 3
        self.assertEqual(seen, [70, 82.5, 97.5, 110, 125, 132.5, 140])


class Comparisons(unittest.TestCase):
    """Two rows for each: on the limit, and just past it."""

    def rows(self, *rows):
        for log, day, decision, rules in rows:
            with self.subTest(rules=rules, log=log.history["checkins"]):
                got = short(log.ask(day))
                self.assertEqual((got[0], got[3]), (decision, rules))

    def test_t2(self):
        self.rows((once().feel(1, "ache", 5.5, 3), 3, "hold", "H1"),
                  (once().feel(1, "ache", 6, 3), 3, "deload 10", "T2"),
                  (once().feel(1, "ache", 7.5, 3), 3, "deload 10", "T2"),
                  (once().feel(1, "ache", 8, 3), 3, "deload 20", "T2"),
                  (once().feel(1, "soreness", 7.5, 3), 3, "progress", "OK"),
                  (once().feel(1, "soreness", 8, 3), 3, "deload 10", "T2"))

    def test_t3(self):
        self.rows((once().feel(2, "ache", 2.5, 24), 4, "progress", "OK"),
                  (once().feel(2, "ache", 2.5, 24.5), 4, "deload 10", "T3"),
                  (once().feel(2, "ache", 1, 30), 4, "progress", "OK"),
                  (once().feel(2, "ache", 1.5, 30), 4, "deload 10", "T3"),
                  (once().feel(6, "soreness", 3, 120), 8, "hold", "H4"),
                  (once().feel(6, "soreness", 3, 121), 8, "deload 10", "T3"))

    def test_t4_and_h2(self):
        self.rows((once().feel(1, "pump", limits=0), 3, "progress", "OK"),
                  (once().feel(1, "pump", limits=1), 3, "hold", "H2"),
                  (once().feel(1, "pump", limits=2), 3, "deload 10", "T4"),
                  (once().feel(1, "pump", limits=3), 3, "calm", "T4"))

    def test_crossings(self):
        self.rows((once().feel(2, "sharp", 8, 30), 3, "calm", "T1 T2 T3"),
                  (once().feel(2, "sharp", 7.5, 30), 3, "deload 30", "T1 T2 T3"))

    def test_twinge(self):
        self.rows((once().feel(1, "sharp", 2, twinge=True), 3, "hold", "H0"),
                  (once().feel(1, "sharp", 2, 1), 3, "deload 10", "T1"))

    def test_h1(self):
        again = once().feel(1, "ache", 3, 2).lift(3, 100)
        self.rows((once().feel(1, "ache", 2.5, 2), 3, "progress", "OK"),
                  (once().feel(1, "ache", 3, 2), 3, "hold", "H1"))
        self.rows((again.feel(4, "ache", 3.5, 2), 6, "hold", "H1"))

    def test_h4(self):
        self.rows((once().feel(4, "soreness", 3, 72), 5, "progress", "OK"),
                  (once().feel(4, "soreness", 3, 73), 5, "hold", "H4"),
                  (once().feel(2, "soreness", 3.5), 3, "progress", "OK"),
                  (once().feel(2, "soreness", 4), 3, "hold", "H4"),
                  (once().feel(2, "soreness", 4), 4, "progress", "OK"))

    def test_h6(self):
        self.rows((once().feel(1, "ache", 2), 3, "hold", "H6"),
                  (once().feel(1, "ache", 1), 3, "progress", "OK"),
                  (once().feel(1, "ache", 2).feel(2), 3, "progress", "OK"),
                  (once().feel(2, "ache", 2), 3, "deload 10", "T3"))

    def test_nerve(self):
        self.rows((once().feel(1, "numb", 1, 1, where="hamstring"), 3, "deload 10", "N2"),
                  (once().feel(1, "numb", 1, 1), 3, "deload 20", "N1"))

    def test_p2(self):
        def four(peaks, gap):
            log = Log()
            for index, peak in enumerate(peaks):
                log.lift(index * gap, 100).feel(index * gap + 1, "ache", peak, 2)
            return log
        self.rows((four((0.5, 0, 2.5, 2.5), 3), 11, "hold", "P2"),
                  (four((0.5, 0, 2.5, 2), 3), 11, "progress", "OK"),
                  (four((0, 0, 2, 2), 9), 29, "hold", "P2"))

    def test_misses_and_short(self):
        self.rows((second(105, failed=True).feel(4), 6, "hold", "F1"),
                  (second(105, sets=2).feel(4), 6, "hold", "F2"),
                  (second(105, sets=2).feel(4).lift(6, 105, sets=2).feel(7), 9, "progress", "OK"),
                  (second(105, rpe=9.5).feel(4), 6, "hold", "R1"),
                  (second(105, rpe=9).feel(4), 6, "progress", "OK"))

    def test_light(self):
        self.rows((second(94).feel(4).lift(6, 94).feel(7), 9, "hold", "LIGHT"),
                  (second(94.5).feel(4), 6, "progress", "OK"))
        light = second(94).feel(4).lift(6, 90).feel(7).ask(9)
        self.assertEqual(light["target"]["load"], 94)
        self.assertEqual(second(94.5).feel(4).ask(6)["target"]["load"], 97.5)

    def test_layoff(self):
        for days, expected in ((10, ("progress", (105, 3))), (11, ("hold", (100, 3))),
                               (14, ("hold", (100, 3))), (15, ("return", (90, 3))),
                               (21, ("return", (90, 3))), (22, ("return", (80, 2))),
                               (56, ("return", (80, 2))), (57, ("return", (70, 2))),
                               (90, ("return", (70, 2))), (91, ("return", (50, 2)))):
            with self.subTest(days):
                self.assertEqual(short(once().feel(1).ask(days))[:2], expected)

    def test_one_lift_away(self):
        for days, expected in ((14, ("progress", 105)), (15, ("hold", 100)), (35, ("hold", 100)),
                               (36, ("return", 90)), (90, ("return", 90)), (91, ("return", 80))):
            log = once().feel(1).lift(days - 2, 60, lift="romanian").feel(days - 1)
            answer = log.ask(days, "deadlift")
            with self.subTest(days):
                if days - 2 > 10:
                    self.assertEqual((answer["decision"], answer["target"]["load"]), expected)

    def test_calm_and_back(self):
        calm = ("calm", None)
        rest = once().feel(1, "ache", 5, 12, limits=3)
        self.assertEqual(short(rest.feel(2).feel(3, "ache", 2).ask(3))[:2], calm)
        self.assertEqual(short(rest.feel(4, "ache", 2).ask(4))[:2], ("rebuild", (50, 2)))
        broken = once().feel(1, "ache", 5, 12, limits=3).feel(2).feel(3, "ache", 2.5).feel(4)
        self.assertEqual(short(broken.ask(5))[:2], calm)

    def test_stop_until_cleared(self):
        log = once().feel(1).screen(1, "weight-loss")
        self.assertEqual(short(log.ask(3))[::2], ("stop", "urgent"))
        self.assertEqual(short(log.clear(2).ask(3)), ("hold", (100, 3), "none", "C1"))

    def test_lifelong_flags(self):
        self.assertEqual(short(once().feel(1, "ache", 2.5, 2).screen(1, "fragility").ask(3))[2],
                         "see_pt")
        self.assertEqual(short(once().feel(1, "ache", 3, 2).screen(1, "fragility").ask(3))[2],
                         "urgent")

    def test_other_lift(self):
        def both(peak, **more):
            return once().feel(1).lift(3, 60, lift="romanian").feel(4, "ache", peak, 2, **more)
        ask = lambda log: short(log.ask(6, "deadlift"))  # noqa: E731
        self.assertEqual(ask(both(3)), ("hold", (100, 3), "none", "H1"))
        self.assertEqual(ask(both(6)), ("hold", (100, 3), "none", "T2 G1"))
        self.assertEqual(ask(both(8)), ("deload 5", (95, 3), "none", "T2 G1"))

    def test_units(self):
        log = Log("lb").lift(0, 225).feel(1)
        self.assertEqual(short(log.ask(3))[1], (235, 3))
        typed = Log().lift(0, 315, unit="lb").feel(1, "ache", 3, 2).ask(3)["target"]
        self.assertEqual((typed["load"], typed["unit"]), (315, "lb"))


if __name__ == "__main__":
    unittest.main()
