#!/usr/bin/env python3
"""Sums up CTest's JUnit files in one plain line: "N passed, N failed".

A test program counts as the cases it ran, where it says how many (Catch2, unittest, "N passed, N failed"); else as
one.
Skipped tests are named on a line of their own. Exits 1 where anything failed, or nothing ran at all.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

PASSED = [
    re.compile(r"All tests passed \(.* in (\d+) test cases?\)"),
    re.compile(r"^(\d+) passed, 0 failed$", re.M),
    re.compile(r"^Ran (\d+) tests? in", re.M),
]
MIXED = [
    re.compile(r"test cases:\s*\d+ \|\s*(?:(\d+) passed \|\s*)?(\d+) failed"),
    re.compile(r"^(\d+) passed, (\d+) failed$", re.M),
]


def count(ok, output):
    """How many cases of one test program passed and failed."""
    for pattern in PASSED if ok else MIXED:
        if found := pattern.search(output):
            passed, failed = (found.groups("0") + ("0",))[:2]
            return int(passed), int(failed) + (not ok and failed == "0")
    return (1, 0) if ok else (0, 1)


def main(files):
    passed = failed = 0
    for file in files:
        for case in ElementTree.parse(file).getroot().iter("testcase"):
            if case.get("status") == "notrun":
                print(f"skipped: {case.get('name')}")
                continue
            more = count(case.find("failure") is None, case.findtext("system-out", ""))
            passed, failed = passed + more[0], failed + more[1]
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
