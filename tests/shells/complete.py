#!/usr/bin/env python3
"""Presses Tab in the real shells, and looks at what they make of it.

usage: complete.py HINGE

bash has to be there; zsh and fish are left out, and said so, where they are not installed. Each shell sits at a terminal
of its own in an empty home with a log of one session.
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEADLINE = 30  # a shell that does not answer by then hangs
ESCAPES = re.compile(rb"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][0-9A-Za-z]|[=>78]|\][^\x07]*\x07)|\x07|\x08")

# What is typed, Tab behind it, and what has to stand on the screen then.
CASES = [
    ("hinge scr", "hinge screen"),
    ("hinge feel sor", "hinge feel soreness="),
    ("hinge log --lift stiff-leg-s", "--lift stiff-leg-smith"),
    ("hinge log --lift=stiff-leg-s", "--lift=stiff-leg-smith"),
    ("hinge lifter arch", "hinge lifter archive"),
    ("hinge log 142", "hinge log 142.5kgx5x3@8"),
    ("hinge show s", "hinge show s1"),
    ("hinge -l jo-a", "hinge -l jo-a-lifter"),
    ("hinge import my-exp", "hinge import my-export.csv"),
    ("hinge edit s1 142", "hinge edit s1 142.5kgx5x3@8"),
    ("~/hinge lifter arch", "hinge lifter archive"),
    ("hinge --db ~/other.db -l of", "hinge --db ~/other.db -l of-another"),
]


class Shell:
    """A shell at a terminal."""

    def __init__(self, arguments, environment, home):
        self.screen = b""
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(home)
            os.execve(arguments[0], arguments, environment)

    def read_until(self, expected):
        """Whether it comes to the screen before the deadline."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            if expected.encode() in ESCAPES.sub(b"", self.screen):
                return True
            if not select.select([self.terminal], [], [], 0.2)[0]:
                continue
            try:
                self.screen += os.read(self.terminal, 65536)
            except OSError:
                return False
        return False

    def type(self, text):
        self.screen = b""
        os.write(self.terminal, text.encode())

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.child, 0)


def at_terminal(arguments, start, environment, home):
    """Which cases fail in a shell that has read `start`."""
    shell = Shell(arguments, environment, home)
    failed = []
    try:
        shell.type(start + "; echo rea''dy\n")
        if not shell.read_until("ready"):
            return ["it does not start: " + repr(shell.screen)]
        for typed, expected in CASES:
            shell.type(typed + "\t")
            if not shell.read_until(expected):
                failed.append(f"{typed!r} and Tab: {ESCAPES.sub(b'', shell.screen)!r}")
            shell.type("\x15echo no''w\n")  # Ctrl-U takes the line back
            shell.read_until("now")
    finally:
        shell.end()
    return failed


def bash(program, environment, home):
    return at_terminal([program, "--norc", "-i"], "source <(hinge completions bash)", environment, home)


def zsh(program, environment, home):
    start = "autoload -U compinit; compinit -u -D; source <(hinge completions zsh)"
    return at_terminal([program, "-f", "-i"], start, environment, home)


def fish(program, environment, home):
    """fish tells by itself what Tab would offer."""
    failed = []
    for typed, expected in CASES:
        done = subprocess.run(
            [program, "--no-config", "-c", f"hinge completions fish | source; complete -C '{typed}'"], cwd=home,
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8", timeout=DEADLINE,
            check=False)
        offered = [line.split("\t")[0] for line in done.stdout.splitlines()]
        word = expected.rsplit(" ", 1)[-1]
        if word not in offered:
            failed.append(f"{typed!r} offers {offered}")
    return failed


def main():
    hinge = Path(os.path.abspath(sys.argv[1]))
    passed = failed = 0
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HINGE_TODAY": "2026-11-22T18:30", "HOME": home, "LANG": "C.UTF-8", "PS1": "> ", "TERM": "xterm",
            "PATH": f"{hinge.parent}:/usr/bin:/bin", "HINGE_LIFTER": "jo-a-lifter"}
        Path(home, "my-export.csv").touch()
        Path(home, "hinge").symlink_to(hinge)
        subprocess.run([hinge, "--db", f"{home}/other.db", "lifter", "add", "of-another", "-q"], env=environment, check=True)
        subprocess.run([hinge, "lifter", "add", "jo-a-lifter", "-q"], env=environment, check=True)
        subprocess.run([hinge, "log", "142.5x5x3@8", "-q"], env=environment, check=True)
        for look in (bash, zsh, fish):
            program = shutil.which(look.__name__)
            if program is None:
                print(f"{look.__name__} is not installed: left out")
                continue
            wrong = look(program, environment, home)
            passed += len(CASES) - len(wrong)
            failed += len(wrong)
            for line in wrong:
                print(f"{look.__name__}: {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
