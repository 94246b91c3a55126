#!/usr/bin/env python3
"""Records a session at a real terminal, of 80 columns, as text; compares it with what docs/recording.txt has.

usage: recording.py HINGE docs/recording.txt [--update]
"""
import difflib
import sys
import tempfile
from pathlib import Path

import terminal

# When, what was typed, and the answers to what hinge asked.
SESSION = (
    ("2026-11-20T18:40", ["log", "60x5w", "100x3w", "140x5x3", "@8"], ["kg"]),
    ("2026-11-22T08:05", ["feel"],
     ["soreness", "low-back", "both", "4", "next-day", "no", "30h", "", "walking", "0"]),
    ("2026-11-24T18:00", ["next", "--plates"], []),
    ("2026-11-24T18:45", ["log", "--as-suggested"], []),
    ("2026-11-26T19:10", ["feel"],
     ["ache", "low-back", "left", "4", "after", "no", "40h", "sitting", "walking", "1"]),
    ("2026-11-27T18:00", ["next"], []),
    ("2026-11-27T18:50", ["log", "--as-suggested", "--note", "easy, and glad of it"], []),
    ("2026-11-28T08:00", ["feel", "none"], []),
    ("2026-11-30T18:00", ["status"], []),
    ("2026-11-30T18:01", ["chart"], []),
)


def recorded(hinge):
    """The session as it stood on the screen, a heading a day."""
    out = ""
    day = None
    with tempfile.TemporaryDirectory() as home:
        for moment, arguments, answers in SESSION:
            if moment[:10] != day:
                day = moment[:10]
                out += f"{'' if not out else chr(10)}--- {day}\n\n"
            environment = {"HOME": home, "TZ": "UTC", "HINGE_TODAY": moment, "TERM": "xterm", "NO_COLOR": "1"}
            code, shown = terminal.talk(hinge, arguments, environment, answers)
            typed = " ".join(f'"{word}"' if " " in word else word for word in arguments)
            out += f"$ hinge {typed}\n" + "".join(line.rstrip() + "\n" for line in shown.splitlines())
            if code != 0:
                out += f"[exit {code}]\n"
    return out


def main():
    hinge, kept = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    now = recorded(hinge)
    if "--update" in sys.argv:
        kept.write_text(now, encoding="utf-8")
    before = kept.read_text(encoding="utf-8")
    difference = list(difflib.unified_diff(before.splitlines(), now.splitlines(), str(kept), "now", lineterm=""))
    print("\n".join(difference) or "as recorded")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
