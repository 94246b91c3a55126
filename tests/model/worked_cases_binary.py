#!/usr/bin/env python3
"""Types every worked case of engine.md section 11 into the real program, as a lifter would.

    tests/model/worked_cases_binary.py build/dev/hinge

Each case is a log of its own: sessions and check-ins with --on, then `hinge next --json` on the day
that the case names. The answer must say the decision, the load and sets, the referral and the rules
of the design's table.
"""

import json
import sys
import tempfile
import unittest
from datetime import timedelta
from itertools import groupby

from compare import Program
from histories import number
from test_worked_cases import START, WORKED

HINGE = sys.argv.pop() if len(sys.argv) > 1 else "hinge"


def groups(sets):
    """100x5x3, or 100x5/5/4f where the sets differ."""
    for load, same in groupby(sets, key=lambda one: number(one["load"])):
        reps = [f"{one['reps']}{'f' if one.get('failed') else ''}" for one in same]
        alike = len(set(reps)) == 1
        yield f"{load}x{reps[0]}x{len(reps)}" if alike else f"{load}x{'/'.join(reps)}"


def typed(history):
    """The commands of a history, in order of their days."""
    for one in history["sessions"]:
        yield one["date"], 0, ["log", *groups(one["sets"]), "--on", one["date"]]
    for one in history["checkins"]:
        peak = one.get("peak")
        words = ["feel", one["nature"] if peak is None else f"{one['nature']}={number(peak)}"]
        if "lasted" in one:
            words += ["--lasted", f"{one['lasted'] // 60}h"]
        for key in ("limits", "where"):
            words += [f"--{key}", str(one[key])] if key in one else []
        yield one["date"], 1, words + ["--on", one["date"]]
    for one in history["screens"]:
        yield one["date"], 2, ["screen", "--yes", *one["yes"], "--on", one["date"]]


def answer_of(history, day):
    today = (START + timedelta(days=day)).isoformat()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(HINGE, folder)
        for _, _, words in sorted(typed(history), key=lambda step: step[:2]):
            code, _, complaint = program.run(today, words)
            assert code == 0, f"hinge {' '.join(words)}: {complaint}"
        code, out, complaint = program.run(today, ["next", "--json"])
        assert code == 0, complaint
        return json.loads(out)


def short(answer):
    target, percent = answer["target"], answer["deload_percent"]
    fired = [rule["id"] for rule in answer["rules"]]
    return (answer["decision"] + (f" {percent}" if percent else ""),
            (target["load"], target["sets"]) if target else None, answer["refer"],
            " ".join(sorted(fired)))


class Typed(unittest.TestCase):
    def test_every_worked_case(self):
        self.assertEqual(len(WORKED), 25)
        for name, log, day, decision, target, refer, rules in WORKED:
            with self.subTest(name):
                expected = (decision, target, refer, " ".join(sorted(rules.split())))
                self.assertEqual(short(answer_of(log.history, day)), expected)


if __name__ == "__main__":
    unittest.main()
