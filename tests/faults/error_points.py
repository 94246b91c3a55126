#!/usr/bin/env python3
"""Lets every N-th call of every system call that touches files fail, once or from then on, and looks at the log.

    error_points.py HINGE [--quick] [--only NAME]

The scenarios are those of kill_points.py. Each command runs under `strace -e inject=CALL:error=ERRNO:when=N` (and
`when=N+`), for full disks, quotas, I/O errors, and files that may not be written. Then: exit 0 has stored the whole of
it; exit 4 (an import's file can't be read), 5, 6 or 7 none of it, or says that it is stored; no other exit code, no hang, nothing partial. The log opens
afterwards, and the same command then succeeds.

Exits 1 on a violation, 77 where strace is missing or may not trace.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

import kill_points as kill

# What each call can really fail with.
ERRORS = {
    "openat": ["ENOSPC", "EACCES", "EROFS", "EMFILE"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EFBIG"],
    "pwrite64": ["ENOSPC", "EIO", "EDQUOT", "EFBIG"],
    "read": ["EIO"],
    "pread64": ["EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO", "ENOSPC"],
    "ftruncate": ["EIO", "EROFS"],
    "unlink": ["EIO", "EACCES"],
    "link": ["ENOSPC", "EACCES"],
    "linkat": ["ENOSPC", "EACCES"],
    "rename": ["ENOSPC", "EACCES"],
    "renameat2": ["ENOSPC", "EACCES"],
    "mkdir": ["ENOSPC", "EACCES", "EROFS"],
    "mkdirat": ["ENOSPC", "EACCES", "EROFS"],
    "fcntl": ["EIO", "ENOLCK"],
    "flock": ["EIO", "ENOLCK"],
    "close": ["EIO"],
    "fchmod": ["EPERM"],
    "newfstatat": ["EIO", "EACCES"],
    "fstat": ["EIO"],
    "lseek": ["EIO"],
    "getcwd": ["ENOENT"],
}
STORED, FAILED = {0}, {4, 5, 6, 7}
NOT_STARTED = 127  # the loader could not open a library: hinge never ran


def points(calls, quick):
    for call, errors in ERRORS.items():
        count = calls.get(call, 0)
        numbers = range(1, count + 1)
        if quick and count > 3:
            numbers = sorted({1, count // 2, count})
        for number in numbers:
            for error in errors[:1] if quick else errors:
                yield call, number, error, ""
                yield call, number, error, "+"


def fault_of(scenario, call, number, error, onwards):
    """What is wrong after this error; None if nothing is."""
    place = scenario.copy("point")
    inject = f"inject={call}:error={error}:when={number}{onwards}"
    try:
        done = kill.run(place, scenario.command, ["strace", "-f", "-qq", "-o", "/dev/null", "-e", inject])
    except subprocess.TimeoutExpired:
        return "hangs"
    after = kill.content(place)
    if done.returncode in STORED and after != scenario.whole:
        return f"exit 0, and it is not stored: {after}"
    if done.returncode in FAILED:
        # A failure behind the commit is a failure all the same, but it has to say that the record is there.
        said_done = re.search(r"\b(is|was|are) (stored|erased|written)\b", done.stderr.replace("nothing was stored", ""))
        nobody_hears = call == "write" and onwards and not done.stderr
        allowed = [scenario.whole] if said_done else [scenario.absent]
        if after not in (allowed + [scenario.whole] if nobody_hears else allowed):
            return f"exit {done.returncode}, and the log is not as it says: {done.stderr.strip()}"
        if not nobody_hears and not re.match(r"hinge: .", done.stderr):
            return f"exit {done.returncode}, and no reason: {done.stderr!r}"
    elif done.returncode == NOT_STARTED:
        if after != scenario.absent:
            return "did not start, and changed the log"
    elif done.returncode not in STORED:
        return f"exit {done.returncode}: {done.stderr.strip()[-300:]}"
    return afterwards(scenario, place, after)


def afterwards(scenario, place, after):
    look = kill.run(place, [scenario.hinge, "history"])
    if look.returncode != 0 and after is not None:
        return f"history fails: {look.stderr.strip()}"
    if kill.content(place) == scenario.absent:
        again = kill.run(place, scenario.command)
        if again.returncode != 0 or kill.content(place) != scenario.whole:
            return f"can't be done afterwards: {again.stderr.strip()}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hinge", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=kill.SCENARIOS)
    options = parser.parse_args()
    if not kill.may_trace():
        print("skipped: strace is missing or may not trace here")
        sys.exit(kill.SKIPPED)
    tried = violations = 0
    for name in [options.only] if options.only else kill.SCENARIOS:
        scenario = kill.Scenario(options.hinge.resolve(), name, hot=False)
        count = 0
        for point in points(scenario.calls, options.quick):
            count += 1
            wrong = fault_of(scenario, *point)
            if wrong:
                violations += 1
                print(f"{name}: {point[0]} {point[1]}{point[3]} fails with {point[2]}: {wrong}", flush=True)
        shutil.rmtree(scenario.folder)
        tried += count
        print(f"{name:12} {count:5} points", flush=True)
    print(f"{'all':12} {tried:5} points, {violations} violations")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
