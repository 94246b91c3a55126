#!/usr/bin/env python3
"""Talks to the real program through a pseudo-terminal, as a person would.

usage: interview.py HINGE
"""
import sys
import tempfile
import unittest
from pathlib import Path

import terminal

HINGE = Path(sys.argv.pop(1)).resolve()


def talk(home, arguments, answers, columns=80):
    """What hinge said to the answers, on Sunday 22 November 2026 in the evening. (exit code, all that was shown)"""
    environment = {"HOME": home, "TZ": "UTC", "HINGE_TODAY": "2026-11-22T18:30", "TERM": "xterm"}
    return terminal.talk(HINGE, arguments, environment, answers, columns)


class Interview(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def test_the_first_log_asks_for_the_unit(self):
        code, shown = talk(self.home, ["log", "315x5", "--on", "fri"], ["lbs", "lb"])
        self.assertEqual(0, code)
        self.assertIn("kg or lb? (q leaves)", shown)
        self.assertIn("s1 logged", shown)
        self.assertIn("315 lb", shown)

    def test_a_whole_interview_and_its_red_flag_questions(self):
        self.assertEqual(0, talk(self.home, ["log", "140x5x3", "--on", "fri"], ["kg"])[0])
        answers = ["burning", "ache", "low-back", "left", "7", "during", "no", "6h", "sitting", "walking", "1"]
        code, shown = talk(self.home, ["feel"], answers + ["no"] * 14)
        self.assertEqual(0, code)
        self.assertIn("in the muscle while lifting", shown)
        self.assertIn("ache 7/10 for 6 h, low back, left side", shown)
        self.assertIn("r1 noted", shown)
        self.assertTrue(all(len(line) <= 80 + len("sitting") for line in shown.splitlines()), shown)

    def test_leaving_stores_nothing(self):
        self.assertEqual(0, talk(self.home, ["log", "140x5x3", "--on", "fri"], ["kg"])[0])
        database = Path(self.home, ".local/share/hinge/hinge.db")
        before = database.read_bytes()
        for answers in (["q"], [None], ["ache", "q"], ["ache", "hip", None], ["sharp", "", "", "4", "", "no", "q"]):
            code, shown = talk(self.home, ["feel"], answers)
            self.assertEqual(0, code)
            self.assertIn("nothing was stored", shown)
        self.assertEqual(before, database.read_bytes())

    def test_a_restore_asks_and_no_leaves_all_as_it_is(self):
        self.assertEqual(0, talk(self.home, ["log", "140x5x3", "--on", "fri"], ["kg"])[0])
        self.assertEqual(0, talk(self.home, ["backup", "-q"], [])[0])
        self.assertEqual(0, talk(self.home, ["log", "120x5x3"], [])[0])
        database = Path(self.home, ".local/share/hinge/hinge.db")
        before = database.read_bytes()
        backup = "hinge-2026-11-22T1830Z.db"
        for answers in (["no"], ["perhaps", "n"], ["q"], [None]):
            code, shown = talk(self.home, ["restore", backup], answers)
            self.assertEqual(0, code)
            self.assertIn("1 session (s2)", shown)
            self.assertEqual(before, database.read_bytes())
        code, shown = talk(self.home, ["restore", backup], ["yes"])
        self.assertEqual(0, code)
        _, shown = talk(self.home, ["history"], [])
        self.assertIn("s1", shown)
        self.assertNotIn("s2", shown)

    def test_a_purge_asks_in_whole_words_on_a_narrow_terminal(self):
        self.assertEqual(0, talk(self.home, ["log", "140x5x3", "--on", "fri"], ["kg"])[0])
        code, shown = talk(self.home, ["purge", "s1"], ["no"], columns=40)
        self.assertEqual(0, code)
        self.assertIn("Nothing was erased", shown)
        self.assertTrue(all(len(line) <= 40 for line in shown.splitlines()), shown)

    def test_a_name_that_nobody_has_is_said_when_it_is_set(self):
        self.assertNotIn("Nobody", talk(self.home, ["config", "set", "lifter", "zed"], [])[1])
        self.assertEqual(0, talk(self.home, ["lifter", "add", "anna"], [])[0])
        self.assertIn("Nobody in the log has the name zedd yet", talk(self.home, ["config", "set", "lifter", "zedd"], [])[1])
        self.assertNotIn("Nobody", talk(self.home, ["config", "set", "lifter", "anna"], [])[1])

    def test_hints_and_colour_are_for_a_terminal(self):
        self.assertEqual(0, talk(self.home, ["log", "140x5x3", "--on", "fri"], ["kg"])[0])
        _, shown = talk(self.home, ["next"], [])
        self.assertIn("hinge screen", shown)
        self.assertIn("\x1b[", shown)
        _, shown = talk(self.home, ["next", "-q", "--color", "never"], [])
        self.assertNotIn("hinge screen", shown)
        self.assertNotIn("\x1b[", shown)


if __name__ == "__main__":
    unittest.main(verbosity=1)
