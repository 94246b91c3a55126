#!/usr/bin/env python3
"""Reads the manual pages: mandoc finds nothing to say, every reference leads to a page, every command has one, and what
`hinge help COMMAND` lists stands on its page.

usage: lint.py HINGE FOLDER…
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False).stdout


def read_as_text(page):
    """As a person reads it: no overstrikes, hyphens as they are typed."""
    shown = run("mandoc", "-T", "utf8", "-O", "width=200", str(page))
    return re.sub(r".\x08", "", shown).replace("−", "-").replace("‐", "-")


def main():
    if shutil.which("mandoc") is None:
        print("mandoc is not installed: left out")
        return 0
    hinge = sys.argv[1]
    pages = {page.name: page for folder in sys.argv[2:] for page in Path(folder).glob("*.[157]")}
    wrong = []
    for line in run("mandoc", "-T", "lint", "-W", "style", *map(str, pages.values())).splitlines():
        # Whether a reference leads anywhere is looked at below, among our own pages.
        if "referenced manual not found" not in line:
            wrong.append(line)
    for name, page in pages.items():
        for target, section in re.findall(r"^\.(?:It )?Xr (\S+) (\d)", page.read_text(encoding="utf-8"), re.M):
            if f"{target}.{section}" not in pages:
                wrong.append(f"{name} names {target}({section}), and there is no such page")
    commands = re.search(r"^Commands:\n(.*?)^$", run(hinge, "help"), re.M | re.S)[1]
    for command in re.findall(r"^  (\S+)", commands, re.M):
        page = pages.get(f"hinge-{command}.1")
        if page is None:
            wrong.append(f"hinge {command} has no page")
            continue
        shown = read_as_text(page)
        options = re.search(r"^Options:\n(.*?)^$", run(hinge, "help", command), re.M | re.S)
        for option in re.findall(r"^ .*?(--[a-z-]+)", options[1] if options else "", re.M):
            if option not in shown:
                wrong.append(f"{page.name} lacks {option}")
    codes = [line.split()[0] for line in run(hinge, "help", "exit-codes").splitlines() if re.match(r"  \d", line)]
    if codes != re.findall(r"^\.It (\d+)$", pages["hinge-exit-codes.7"].read_text(encoding="utf-8"), re.M):
        wrong.append(f"hinge help exit-codes and hinge-exit-codes(7) differ: {codes}")
    print("\n".join(wrong))
    print(f"{len(pages)} pages, {len(wrong)} findings")
    return 1 if wrong or len(pages) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
