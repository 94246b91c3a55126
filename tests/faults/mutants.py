"""Breaks hinge on purpose, one place at a time, and expects the proofs to notice: a proof that can't fail proves nothing.

A mutant is a few lines of source exchanged in a test build (patched.py), and the proof and scenario that have to catch it.
"""

import dataclasses
import typing

import concurrency
import damage
import error_points
import kill_points
import memory
import patched
import power_cuts


class Mutant(typing.NamedTuple):
    name: str
    edits: list  # (file under src/, old text, new text)
    proof: typing.Callable
    command: str = ""  # none: the proof has commands of its own


MOST_POINTS = 500  # more than a command has kill points; of error points and disks, chosen ones
OUTPUT = "cli/output_file.cpp"
SQLITE = "store/sqlite.cpp"
IN_PLACE = [
    (OUTPUT, "descriptor_ = mkostemp(draft_.data(), O_CLOEXEC);  // 0600",
     "draft_ = path_; descriptor_ = open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);"),
    (OUTPUT, "if (store::have_same_content(draft_, path_)) return;", "draft_.clear();"),
    (OUTPUT, "  put_in_place();\n}", "}"),
]

MUTANTS = [
    Mutant("output written in place", IN_PLACE, kill_points.prove, "export"),
    Mutant("no transaction", [
        (SQLITE, 'database_.run("BEGIN IMMEDIATE");', "return;"),
        (SQLITE, 'return database_.run("COMMIT");', "return;")], kill_points.prove, "import"),
    Mutant("acknowledged before it is committed", [
        (SQLITE, 'return database_.run("COMMIT");',
         'if (write(1, "stored\\n", 7) != 7) return; return database_.run("COMMIT");'),
        (SQLITE, "#include <sqlite3.h>", "#include <sqlite3.h>\n#include <unistd.h>")], kill_points.prove, "log"),
    Mutant("no journal", [
        (SQLITE, "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = OFF"),
        (SQLITE, "SQLITE_DBCONFIG_DEFENSIVE, 1", "SQLITE_DBCONFIG_DEFENSIVE, 0")], kill_points.prove, "import"),
    Mutant("synchronous off", [(SQLITE, "PRAGMA synchronous = EXTRA", "PRAGMA synchronous = OFF")],
           power_cuts.prove, "log"),
    Mutant("synchronous full, not extra", [(SQLITE, "PRAGMA synchronous = EXTRA", "PRAGMA synchronous = FULL")],
           power_cuts.prove, "log"),
    Mutant("output not synced", [(OUTPUT, "const int synced = fsync(descriptor_) == 0 ? 0 : errno;", "const int synced = 0;")],
           power_cuts.prove, "export"),
    Mutant("output's folder not synced", [(OUTPUT, "const int code = fsync(folder) == 0 ? 0 : errno;", "const int code = 0;")],
           power_cuts.prove, "export"),
    Mutant("a copy's folder not synced", [
        ("store/file.cpp", "const int code = fsync(descriptor) == 0 ? 0 : errno;", "const int code = 0;")],
        power_cuts.prove, "first log"),
    Mutant("a failed sync is not noticed", [
        (OUTPUT, "const int synced = fsync(descriptor_) == 0 ? 0 : errno;", "fsync(descriptor_); const int synced = 0;")],
        error_points.prove, "export"),
    Mutant("an older log's backup not renamed into place", [
        ("store/open.cpp", "Draft draft = copied(path, std::filesystem::path{path}.parent_path().string(), timeout);", ""),
        ("store/open.cpp", "!draft.publish(free); ++number)",
         "presence_of(free) != Presence::missing; ++number)"),
        ("store/open.cpp", "  return free;\n", "  make_file(free); copy_into_new_file(connection, free); return free;\n"),
        ("store/open.cpp", "back_up(Connection& connection, ", "back_up(Connection& busy, "),
        ("store/open.cpp", "const std::string path = connection.path();",
         "const std::string path = busy.path(); Connection connection{path, Mode::read, timeout};")],
        kill_points.prove, "migrate"),
    Mutant("checksums not looked at", [
        ("store/rows.cpp", "if (stored != with_mark(computed, removed))", "if (false)")], damage.prove),
    Mutant("first uses not kept apart", [
        ("store/file.cpp", "while (descriptor_ >= 0 && flock(", "while (false && flock(")], concurrency.prove_races),
    Mutant("no waiting for others", [
        (SQLITE, "sqlite3_busy_timeout(handle, static_cast<int>(timeout.count()));", "sqlite3_busy_timeout(handle, 0);")],
        concurrency.prove_writers),
    Mutant("nothing said of memory before main", [("main.cpp", "std::set_terminate(end_uncaught);", "")], memory.prove),
]


def fault_of(setting, mutant):
    hinge = patched.build(setting, mutant.name, mutant.edits)  # made before
    ill = dataclasses.replace(
        setting, hinge=hinge, edits=tuple(mutant.edits), commands=(mutant.command,) * bool(mutant.command),
        amount=MOST_POINTS, first_is_enough=True)
    tried, caught = mutant.proof(ill)
    return None if caught else f"{mutant.name}: not caught by {tried} points"


def prove(setting):
    chosen = setting.some_of(MUTANTS)
    setting.try_each(chosen, lambda mutant: patched.build(setting, mutant.name, mutant.edits) and None)
    wrong = [fault_of(setting, each) for each in chosen]
    return len(wrong), [each for each in wrong if each]
