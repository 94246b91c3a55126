#!/usr/bin/env python3
"""Holds docs/engine.md to the numbers that the program goes by.

usage: engine_page.py HINGE REPOSITORY

Every key of the default policy has rows in its tables with each of its numbers and its tag; what another built-in policy
has of its own stands in its row; every rule of `hinge next --explain` has a row with its tag; and so have the constants
of the engine that no policy changes.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FREE = {"schema", "name", "clinician", "scheme"}  # no numbers that a table could hold
POLICIES = ["double", "rpe", "wave", "rehab", "low-load"]

# Room, pattern, and what the page says of the number, in the row or sentence that holds it.
CONSTANTS = [
    ("src/engine", r"rising_within\{(\d+)\}", "all within {} days"),
    ("src/engine", r"persistent_over\{(\d+)\}", "training days over {} days, no better"),
    ("src/engine", r"persistent_days = (\d+)", "on {} training days over"),
    ("src/engine", r"remembered\{(\d+)\}", "for symptoms in {} weeks"),
    ("src/engine", r"every_day_for\{(\d+)\}", "every training day for more than {} weeks"),
    ("src/engine", r"at_most_apart\{(\d+)\}", "with at most {} weeks between them"),
    ("src/engine", r"calm_to_refer\{(\d+)\}", "more than {} days in calm"),
    ("src/engine", r"rest_after_session\{(\d+)\}", "{} h after a session"),
    ("src/engine", r"rest_after_red\{(\d+)\}", "{} days after one that was too much"),
    ("src/engine", r"settling\{(\d+)\}", "until {} h have passed"),
    ("src/engine", r"settled = (\d+)", "back to baseline, or {} point above"),
    ("src/engine", r"quiet_pain = (\d+)", "quiet: pain of {}/10 or less"),
    ("src/engine", r"length_counts_for = std::chrono::days\{(\d+)\}", "{} days from the session"),
    ("src/engine", r"crossings_for_a_rung = (\d+)", "with {} crossings or more one rung down"),
    ("src/engine", r"a_year\{(\d+)\}", "Only the last {} days are read"),
    ("src/engine", r"remembered_efforts = (\d+)", "the last {} exposures"),
    ("src/domain", r"strongest_twinge\{(\d+)\}", "a twinge: at most {}/10"),
    ("src/domain", r"sure_reps = (\d+)", "up to {}; 11 and 12"),
    ("src/domain", r"most_reps = (\d+)", "11 and {} are called rough"),
]


def numbers_in(value):
    """Every number of a JSON value, as the page writes it; a rung of null is a hold."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [f"{value:g}"]
    if isinstance(value, dict):
        return [n for each in value.values() for n in numbers_in(each)]
    if isinstance(value, list):
        return [n for each in value for n in numbers_in(each)]
    return []


def has(number, text):
    return re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", text) is not None


class Page:
    def __init__(self, hinge, root):
        self.hinge = hinge
        self.root = root
        self.text = (root / "docs/engine.md").read_text(encoding="utf-8")
        self.rows = [line for line in self.text.splitlines() if line.startswith("|")]
        self.missing = []

    def run(self, *words):
        with tempfile.TemporaryDirectory() as home:
            environment = {"HOME": home, "HINGE_TODAY": "2026-11-22", "PATH": "/usr/bin:/bin"}
            for command in words:
                done = subprocess.run(
                    [self.hinge, *command], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                    encoding="utf-8", timeout=60, check=True)
            return done.stdout

    def need(self, found, what):
        if not found:
            self.missing.append(what)

    def check_policy(self):
        policy = json.loads(self.run(["policy", "show", "linear", "--json"]))
        tags = dict(re.findall(r"^(\w+): [^\[]*(\[[^\n]*\])$",
                               self.run(["policy", "show", "linear", "--plain"]).replace("\n[", " ["), re.M))
        for key, value in policy.items():
            if key in FREE:
                continue
            # A row that begins with a key is another policy's.
            rows = "\n".join(row for row in self.rows if f"`{key}`" in row and not row.startswith("| `"))
            rows = rows or "\n".join(re.findall(rf"^[^|].*`{key}`.*$", self.text, re.M))
            self.need(rows, f"the key {key}")
            for number in numbers_in(value):
                self.need(has(number, rows.replace(key, "")), f"{number} of {key}")
            for tag in re.findall(r"\[.\]", tags.get(key, "")):
                self.need(tag in rows or not numbers_in(value), f"the tag {tag} of {key}")

    def check_other_policies(self):
        linear = json.loads(self.run(["policy", "show", "linear", "--json"]))
        for name in POLICIES:
            policy = json.loads(self.run(["policy", "show", name, "--json"]))
            rows = [row for row in self.rows if row.startswith(f"| `{name}`")]
            self.need(len(rows) == 1, f"one row of the policy {name}")
            row = "".join(rows)
            for key, value in policy.items():
                if value == linear.get(key) or key in {"schema", "name"}:
                    continue
                self.need(key == "scheme" or f"`{key}`" in row, f"{key} of the policy {name}")
                for number in numbers_in(value):
                    self.need(has(number, row), f"{number} of {key} of the policy {name}")
                for week in value.get("weeks", []) if key == "scheme" else []:
                    self.need("/".join(str(each["percent"]) for each in week) in row, f"{week} of the policy {name}")

    def check_rules(self):
        explained = json.loads(self.run(["log", "140x5x3", "--on", "2026-11-20", "-q"], ["feel", "none", "-q"],
                                        ["next", "--explain", "--json"]))
        tag_of = {"article": "[A]", "published": "[P]", "practice": "[C]", "design": "[D]"}
        self.need(len(explained["rules"]) >= 27, "all the rules")
        rule = None
        rows = {}
        for row in self.rows:
            first = row.split("|")[1]
            ids = re.findall(r"\b(?:[A-Z]\d|[A-Z]{2,}|L)\b", first)
            rule = ids if ids else (rule if not first.strip() else None)
            for each in rule or []:
                rows[each] = rows.get(each, "") + row
        for each in explained["rules"]:
            self.need(each["id"] in rows, f"a row of {each['id']}")
            self.need(tag_of[each["source"]] in rows.get(each["id"], ""), f"the tag of {each['id']}")

    def check_constants(self):
        for room, pattern, phrase in CONSTANTS:
            files = sorted((self.root / room).glob("*.[ch]pp"))
            found = re.search(pattern, "\n".join(file.read_text(encoding="utf-8") for file in files))
            self.need(found, f"{pattern} in {room}")
            if found:
                said = phrase.format(found.group(1))
                self.need(said in self.text, f"'{said}'")
        row = re.search(r"row = \{([^}]*)\}", (self.root / "src/domain/e1rm.cpp").read_text(encoding="utf-8"))
        percents = [f"{int(tenths) / 10:g}" for tenths in re.findall(r"\d+", row.group(1))]
        self.need(" ".join(percents) in self.text, "the RTS row")


def main():
    page = Page(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    page.check_policy()
    page.check_other_policies()
    page.check_rules()
    page.check_constants()
    for each in page.missing:
        print(f"docs/engine.md lacks {each}")
    print(f"{len(page.missing)} missing")
    return 1 if page.missing else 0


if __name__ == "__main__":
    sys.exit(main())
