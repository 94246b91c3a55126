#!/usr/bin/env python3
"""Logs one hostile text wherever a text can go, and looks for it, byte by byte, in everything hinge can print.

usage: hostile_note.py HINGE

What people read never holds a raw escape, a bidi control or markup of the note's own. What programs read holds the note
exactly, and with --excel-safe no cell that a spreadsheet would take for a formula.
"""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

HINGE = Path(sys.argv.pop(1)).resolve()
NOTE = "=cmd() <script>alert(1)</script> & \"q\" |a|b| \x1b[31mred \u202edrow\u202c \u2066x\u2069 \U0001f9ba end"
TAME = "=cmd() <script>alert(1)</script> & |a|b| \U0001f9ba"  # a policy takes no control characters
RAW = ["\x1b", "\u202e", "\u202c", "\u2066", "\u2069"]
POLICY = json.dumps({"schema": "hinge.policy/1", "name": "own", "extends": "linear", "clinician": TAME})

FOR_PEOPLE = [
    ["report"], ["report", "--plain"], ["report", "--ascii"], ["report", "--color", "always", "--last", "8w"],
    ["report", "-f", "markdown"], ["report", "-f", "html"], ["report", "--all"], ["report", "--all", "-f", "html"],
    ["report", "--all", "-f", "markdown"],
    ["chart"], ["chart", "load", "e1rm", "volume", "pain"], ["chart", "--plain"], ["chart", "--ascii"],
    ["history"], ["history", "--sets"], ["history", "--plain"], ["show", "s1"], ["show", "f1"], ["show", "r1"],
    ["show", "r2"], ["show", "s1", "--plain"], ["undo", "--list"], ["undo", "--list", "--plain"], ["status"],
    ["status", "--all", "--plain"], ["next"], ["next", "--explain"], ["plan"], ["replay"], ["replay", "--csv"],
    ["doctor"], ["doctor", "--plain"], ["lifter", "list"], ["lifter", "show", "me"], ["policy", "log"], ["policy", "show"],
    ["edit", "s1", "--note", NOTE + "!", "--dry-run"], ["delete", "s1", "--dry-run"],
]
REFUSED = [
    [NOTE], ["log", NOTE], ["log", "140x5", "--lift", NOTE], ["log", "140x5", "--on", NOTE], ["-l", NOTE, "next"],
    ["feel", NOTE], ["feel", "ache=3", "--where", NOTE], ["show", NOTE], ["edit", NOTE, "--note", "x"], ["purge", NOTE],
    ["import", NOTE], ["import", "hostile.csv"], ["restore", NOTE], ["policy", "set", NOTE], ["policy", "check", "bad.json"],
    ["report", "--week", NOTE], ["report", "-o", "{" + NOTE + "}"], ["report", "-o", NOTE + "/" + "x" * 300], ["chart", NOTE],
    ["export", NOTE], ["--db", NOTE + ".db", "next"], ["config", NOTE, "x"], ["learn", NOTE], ["help", NOTE],
    ["lifter", "add", NOTE], ["export", "all", "--" + NOTE],
]


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        Path(cls.folder.name, "own.json").write_text(POLICY, encoding="utf-8")
        Path(cls.folder.name, "bad.json").write_text(json.dumps({NOTE: 1}), encoding="utf-8")
        Path(cls.folder.name, "hostile.csv").write_text(f'"{NOTE.replace(chr(34), "")}",b\n1,2\n', encoding="utf-8")
        for arguments in (
                ["lifter", "add", "me", "--name", NOTE], ["policy", "set", "own.json"],
                ["log", "140x5x3", "@8", "--on", "fri", "--note", NOTE],
                ["feel", "sharp=6", "--lasted", "2h", "--worse-with", NOTE, "--eases-with", NOTE, "--note", NOTE],
                ["screen", "--yes", "fever-unwell", "--on", "fri"], ["screen", "--cleared", NOTE, "--on", "sat"]):
            code, _, err = cls.hinge(*arguments)
            assert code == 0, (arguments, err)

    @classmethod
    def hinge(cls, *arguments):
        environment = {"HOME": cls.folder.name, "HINGE_TODAY": "2026-11-22T18:30", "TZ": "UTC", "PATH": os.environ["PATH"]}
        done = subprocess.run([HINGE, *arguments], cwd=cls.folder.name, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=60, check=False)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def harmless(self, shown, arguments):
        if "always" in arguments:
            shown = shown.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[33m", "")
        for raw in RAW:
            self.assertNotIn(raw, shown, arguments)

    def test_what_people_read(self):
        told = 0
        for arguments in FOR_PEOPLE:
            with self.subTest(arguments):
                code, out, err = self.hinge(*arguments)
                self.assertIn(code, (0, 1), err)
                self.harmless(out + err, arguments)
                told += "cmd()" in out
        self.assertGreater(told, 20)  # the note is in most of them

    def test_what_is_refused(self):
        for arguments in REFUSED:
            for more in ([], ["--json"]):
                with self.subTest(arguments + more):
                    code, out, err = self.hinge(*arguments, *more)
                    self.assertIn(code, range(2, 9))
                    self.harmless(err, arguments)
                    self.assertEqual("", out)

    def test_html_has_the_text_and_none_of_its_markup(self):
        for arguments in (["report"], ["report", "--all"], ["report", "--last", "8w"]):
            tags, texts = set(), []
            parser = HTMLParser()
            parser.handle_starttag = lambda tag, _, tags=tags: tags.add(tag)
            parser.handle_data = texts.append
            parser.feed(self.hinge(*arguments, "-f", "html")[1])
            self.assertNotIn("script", tags)
            self.assertIn("<script>alert(1)</script>", "".join(texts))

    def test_a_picture(self):
        self.assertEqual(0, self.hinge("chart", "-o", "a.svg")[0])
        svg = Path(self.folder.name, "a.svg").read_text(encoding="utf-8")
        self.harmless(svg, ["chart", "-o"])
        self.assertFalse([each for each in ElementTree.fromstring(svg).iter() if each.tag.endswith("script")])

    def test_what_programs_read(self):
        for what in ("sessions", "feel"):
            code, out, _ = self.hinge("export", what)
            self.assertEqual((0, NOTE), (code, list(csv.DictReader(io.StringIO(out)))[0]["note"]))
            code, out, _ = self.hinge("export", what, "--excel-safe")
            self.assertEqual((0, "'" + NOTE), (code, list(csv.DictReader(io.StringIO(out)))[0]["note"]))
        for what in ("sessions", "sets", "feel", "weeks", "all"):
            code, out, _ = self.hinge("export", what, "-f", "jsonl")
            self.assertEqual(0, code)
            self.assertNotIn("\x1b", out)
            self.assertTrue([json.loads(line) for line in out.splitlines()])
        log = json.loads(self.hinge("export", "all", "-f", "json")[1])["lifters"][0]
        self.assertEqual([NOTE] * 4, [log["name"], log["sessions"][0]["note"], log["checkins"][0]["worse_with"][0],
                                      log["screens"][1]["cleared_by"]])
        self.assertNotIn("cmd()", self.hinge("export", "all", "--anon")[1])
        self.assertNotIn("cmd()", self.hinge("doctor", "--json")[1])
        report = json.loads(self.hinge("report", "--json")[1])["lifters"][0]
        self.assertEqual(NOTE, report["days"][0]["lifts"][0]["notes"][0])

    def test_it_comes_back_from_every_form(self):
        for what, more in (("sets", []), ("feel", []), ("all", []), ("feel", ["--excel-safe"])):
            name = f"{what}{len(more)}"
            self.assertEqual(0, self.hinge("export", what, *more, "-o", name)[0])
            code, _, err = self.hinge("--db", f"{name}.db", "import", name, *more)
            self.assertEqual((0, ""), (code, err))
            if what != "sets":
                feel = self.hinge("--db", f"{name}.db", "export", "feel")[1]
                self.assertEqual(NOTE, list(csv.DictReader(io.StringIO(feel)))[0]["note"])


if __name__ == "__main__":
    unittest.main(verbosity=1)
