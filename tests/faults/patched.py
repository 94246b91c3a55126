"""hinge with a few lines of its source exchanged: the other files' objects are those of the ordinary build.

So nothing that ships has to know of tests. An edit that no longer fits the source is an error, and says so.
"""

import hashlib
import json
import os
import pathlib
import shlex
import subprocess


def build(setting, name, edits):
    """The binary with `edits`, (file under src/, old text, new text): made in the build's folder, and kept there."""
    folder = setting.build / "patched" / name.replace(" ", "-").replace(",", "")
    binary = folder / "hinge"
    made_from = hashlib.sha256(repr(edits).encode() + setting.hinge.read_bytes()).hexdigest()
    stamp = folder / "made-from"
    if stamp.exists() and stamp.read_text() == made_from:
        return binary
    folder.mkdir(parents=True, exist_ok=True)
    commands = json.loads((setting.build / "compile_commands.json").read_text())
    objects, replaced = [], []
    for file in dict.fromkeys(file for file, _, _ in edits):
        entry = next(each for each in commands if each["file"].endswith("/src/" + file))
        source = folder / pathlib.Path(file).name
        source.write_text(edited(name, pathlib.Path(entry["file"]).read_text(), file, edits))
        objects.append(str(source.with_suffix(".o")))
        command = shlex.split(entry["command"])
        replaced.append(command[command.index("-o") + 1])
        command[command.index("-o") + 1] = objects[-1]
        command[command.index("-c") + 1] = str(source)
        subprocess.run([*command, "-w"], cwd=entry["directory"], check=True)
    linked = folder / f"hinge-{os.getpid()}"
    link(setting.build, objects, replaced, linked)
    os.replace(linked, binary)  # another run may be using it
    stamp.write_text(made_from)
    return binary


def edited(name, text, file, edits):
    for edited_file, old, new in edits:
        if edited_file == file:
            if text.count(old) != 1:
                raise ValueError(f"{name}: src/{file} has this {text.count(old)} times, not once: {old}")
            text = text.replace(old, new)
    return text


def link(build_folder, objects, replaced, binary):
    """As hinge is linked; an object that comes first takes the place of its fellow in a room's library."""
    steps = subprocess.run(
        ["ninja", "-t", "commands", "hinge"], cwd=build_folder, capture_output=True, text=True, check=True)
    command = steps.stdout.splitlines()[-1].replace(" -o hinge ", f" {shlex.join(objects)} -o {shlex.quote(str(binary))} ")
    for each in replaced:  # main's is in no library
        command = command.replace(f" {each} ", " ")
    subprocess.run(command, shell=True, cwd=build_folder, check=True)


def next_version(setting):
    """The same hinge with one more step of the schema, so that there is something to migrate."""
    return build(setting, "next version, a mutant" if setting.edits else "next version", [*setting.edits, (
        "store/schema.cpp", "all_steps = {Step{version_1}, Step{version_2}, Step{version_3}",
        "all_steps = {Step{version_1}, Step{version_2}, Step{version_3}, "
        'Step{"ALTER TABLE session ADD COLUMN mood TEXT; PRAGMA user_version = 4"}'), (
        "store/schema.cpp", "utc_offset imported light note removed checksum\"}",
        'utc_offset imported light note removed checksum mood"}')])
