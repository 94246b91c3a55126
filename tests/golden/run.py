#!/usr/bin/env python3
"""Runs the commands of .test files against the real program, and compares what comes out.

usage: run.py [--update] HINGE SCHEMAS FILE.test…

A file is lines of "# comment", "$ COMMAND" and, under it, all that the command prints (both streams), and "[N]" where it
exits with N. Each file has an empty home of its own and a bare environment; its commands run in order, by sh, on Sunday
22 November 2026, 18:30. Lines that are a hinge JSON document are checked against its schema, where jsonschema is
installed. --update writes what came out into the file: read it before you keep it.
"""
import difflib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import jsonschema
except ImportError:
    jsonschema = None

SECONDS = 60  # a command that takes longer hangs


def steps(text):
    """Each command with the comments before it and the output under it."""
    comments = []
    step = None
    for line in text.splitlines():
        if line.startswith("$ "):
            if step:
                yield step
            step = {"comments": comments, "command": line[2:], "expected": []}
            comments = []
        elif line.startswith("#") or (not line and (step is None or comments)):
            comments.append(line)
        elif step is not None:
            step["expected"].append(line)
    if step:
        yield step


def run(command, hinge, home):
    environment = {
        "HINGE_TODAY": "2026-11-22T18:30",
        "HOME": home,
        "PATH": f"{hinge.parent}:/usr/bin:/bin",
        "TZ": "UTC",
    }
    done = subprocess.run(
        ["sh", "-c", command], cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=SECONDS, check=False)
    lines = done.stdout.decode("utf-8").replace(home, "~").splitlines()
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def schema_errors(line, schemas):
    """What is wrong with a line that is one of our documents."""
    if jsonschema is None or not line.startswith('{"schema":"hinge.'):
        return
    document = json.loads(line)
    name, _, version = document["schema"].partition("/")
    schema = json.loads((schemas / f"{name}.schema.json").read_text(encoding="utf-8"))
    if version != "1":
        yield f"{document['schema']}: no such version"
    for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        yield f"{name} {error.json_path}: {error.message}"


def check(path, hinge, schemas, update):
    """Runs one file; prints what differs, and returns how much did."""
    failed = 0
    written = []
    with tempfile.TemporaryDirectory() as home:
        for step in steps(path.read_text(encoding="utf-8")):
            got = run(step["command"], hinge, home)
            written += step["comments"] + ["$ " + step["command"]] + got
            for problem in [p for line in got for p in schema_errors(line, schemas)]:
                failed += 1
                print(f"{path.name}: $ {step['command']}\n  {problem}")
            if not update and got != step["expected"]:
                failed += 1
                print(f"{path.name}: $ {step['command']}")
                print("\n".join(difflib.unified_diff(step["expected"], got, "expected", "got", lineterm="", n=2)))
    if update:
        path.write_text("\n".join(written) + "\n", encoding="utf-8")
    return failed


def main(arguments):
    update = "--update" in arguments
    hinge, schemas, *files = [Path(a).resolve() for a in arguments if a != "--update"]
    if jsonschema is None:
        print("python3-jsonschema is not installed: JSON is not checked against its schemas")
    failed = sum(check(path, hinge, schemas, update) for path in files)
    print(f"{len(files)} files, {failed} differences")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
