#!/usr/bin/env python3
"""The real program in hostile surroundings: full disks, closed streams, no home, odd locales, no writes by readers.

usage: surroundings.py HINGE
"""
import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HINGE = Path(sys.argv.pop(1)).resolve()
SECONDS = 60


def sh(line, **variables):
    """Runs a line of sh in a bare environment; (exit code, stdout, stderr)."""
    environment = {"PATH": "/usr/bin:/bin", "hinge": str(HINGE), "TZ": "UTC", "HINGE_TODAY": "2026-11-22T18:30"}
    environment.update(variables)
    done = subprocess.run(["sh", "-c", line], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=SECONDS, check=False)
    return done.returncode, done.stdout, done.stderr


# The leak check of a sanitizer build cannot run under a tracer.
STRACE = "strace -E ASAN_OPTIONS=detect_leaks=0"


def sanitized():
    return b"__asan_init" in HINGE.read_bytes()


class Surroundings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = folder.name
        self.database = Path(self.home, ".local/share/hinge/hinge.db")
        self.assertEqual(0, self.hinge('"$hinge" log 140x5x3 --on fri && "$hinge" feel ache=3 --lasted 30h')[0])

    def hinge(self, line, **variables):
        return sh(line, HOME=self.home, **variables)

    def bytes(self):
        return hashlib.sha256(self.database.read_bytes()).hexdigest(), self.database.stat().st_mtime_ns

    def test_a_limit_on_the_size_of_files_is_said_and_leaves_nothing_behind(self):
        before = self.bytes()
        for command, expected in (("export all -f json -o out.json", 7), ("report -f html -o out.html", 7),
                                  ("backup", 7), ("log 100x5 --note " + "x" * 3000, 5)):
            code, _, err = self.hinge(f'cd "$HOME" && ulimit -f 1 && "$hinge" {command}')
            self.assertEqual(expected, code, (command, err))
            self.assertRegex(err, b"^hinge: .+", command)
            self.assertEqual(before, self.bytes(), command)
            left = [path.name for path in Path(self.home).rglob("*") if path.is_file()]
            self.assertEqual(["hinge.db"], left, command)

    def test_a_full_disk_under_stdout_is_exit_7(self):
        for command in ("history", "next", "help", "--version", "status --json"):
            code, _, err = self.hinge(f'"$hinge" {command} > /dev/full')
            self.assertEqual(7, code, command)
            self.assertIn(b"could not be written", err)
        code, _, err = self.hinge('"$hinge" log 100x5 > /dev/full')
        self.assertEqual(7, code)
        self.assertIn(b"is stored", err)

    def test_closed_streams(self):
        self.assertEqual(7, self.hinge('"$hinge" next >&-')[0])
        self.assertEqual(7, self.hinge('"$hinge" next >&- 2>&- <&-')[0])
        self.assertEqual(0, self.hinge('"$hinge" next <&-')[0])
        self.assertEqual(0, self.hinge('"$hinge" next 2>&-')[0])
        # A database must never be given one of the three descriptors: what is said would go into it.
        self.assertEqual(7, self.hinge('"$hinge" log 100x5 <&- >&- 2>&-')[0])
        self.assertEqual(0, self.hinge('"$hinge" history')[0])

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_a_close_that_fails_says_what_is_stored(self):
        # The last close is that of stdout.
        for when in range(1, 60):
            code, _, err = self.hinge(f'{STRACE} -o /dev/null -e trace=close -e inject=close:error=EIO:when={when} '
                                      f'"$hinge" log 100x5 --new')
            if b"ptrace" in err or b"Operation not permitted" in err:
                self.skipTest("tracing is not allowed here")
            if code == 7:
                self.assertIn(b"is stored", err)
                return
        if sanitized():
            self.skipTest("a sanitizer closes files of its own")
        self.fail("no close was that of stdout")

    def test_a_damaged_record_stops_what_would_have_to_read_it(self):
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            database.execute("UPDATE session SET note = 'changed behind its back'")
            database.commit()
        before = self.bytes()
        for command in ("next", "history", "log 100x5", "feel none", "screen --none", "screen --yes major-trauma"):
            code, out, err = self.hinge(f'"$hinge" {command}')
            self.assertEqual((5, b""), (code, out), command)
            self.assertIn(b"checksum", err)
        self.assertEqual(before, self.bytes())
        self.assertEqual(0, self.hinge('"$hinge" lifter add anna')[0])
        code, out, err = self.hinge('"$hinge" status --all --json')
        self.assertEqual(5, code)
        self.assertEqual(["anna"], [each["lifter"] for each in json.loads(out)["lifters"]])
        self.assertEqual(5, json.loads(err.splitlines()[1])["code"])

    def test_every_error_about_a_path_says_what_to_do(self):
        Path(self.home, "text").write_text("no database at all, but long enough to be looked at " * 20)
        for path in ("text", "text/below", "x" * 300, ".", "x" * 5000):
            for command in ("log 100x5", "next"):
                code, _, err = self.hinge(f'"$hinge" {command} --db "{self.home}/{path}"')
                self.assertEqual(5, code, path)
                self.assertIn(b"; ", err)
                self.assertLess(len(err), 900)

    def test_several_first_uses_at_once(self):
        with tempfile.TemporaryDirectory() as home:
            environment = {"HOME": home, "HINGE_TODAY": "2026-11-22T18:30"}
            first = [subprocess.Popen([HINGE, "log", "100x5", "--new"], env=environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(8)]
            self.assertEqual([b""] * 8, [each.communicate(timeout=SECONDS)[1] for each in first])
            self.assertEqual([0] * 8, [each.returncode for each in first])
            _, out, _ = sh('"$hinge" history -n 100 --json', HOME=home)
            self.assertEqual(8, len(json.loads(out)["items"]))

    def test_a_reader_that_leaves_is_quiet(self):
        for command in ("next --explain", "history", "help"):
            code, _, err = self.hinge(f'"$hinge" {command} | true')
            self.assertEqual((0, b""), (code, err))
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([HINGE, "next"], env={"HOME": self.home}, stdout=writer, stderr=subprocess.PIPE,
                              timeout=SECONDS, check=False)
        os.close(writer)
        self.assertEqual((0, b""), (done.returncode, done.stderr))

    def test_no_home_at_all(self):
        for command in ("next", "log 100x5", ""):
            code, _, err = sh(f'"$hinge" {command}')
            self.assertEqual(5, code)
            self.assertIn(b"--db", err)
        self.assertEqual(0, sh('"$hinge" --version')[0])
        self.assertEqual(0, sh('"$hinge" help')[0])
        self.assertEqual(0, sh(f'"$hinge" next --db "{self.database}"')[0])

    def test_the_same_bytes_in_every_locale_zone_and_window(self):
        lines = ("next --explain", "next --json", "history --sets", "status --plain", "show s1 --json")
        for line in lines:
            plain = self.hinge(f'"$hinge" {line}')
            for variables in ({"LANG": "C", "LC_ALL": "C"}, {"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"},
                              {"COLUMNS": "40"}, {"TERM": "dumb"}, {"TZ": "Pacific/Auckland"}):
                self.assertEqual(plain, self.hinge(f'"$hinge" {line}', **variables), (line, variables))

    def test_everything_is_private(self):
        self.assertEqual(0o600, self.database.stat().st_mode & 0o777)
        self.assertEqual(0o700, self.database.parent.stat().st_mode & 0o777)

    def test_reading_commands_leave_the_database_alone(self):
        before = self.bytes()
        for line in ("", "status --all", "next", "next --explain --plates", "next --json", "history --sets", "show s1",
                     "show f1 --json", "undo --list", "lifter list", "lifter show", "help"):
            self.assertEqual(0, self.hinge(f'"$hinge" {line}')[0], line)
        self.assertEqual(before, self.bytes())
        self.assertEqual(["hinge.db"], os.listdir(self.database.parent))

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_reading_commands_open_nothing_for_writing(self):
        for line in ("next", "status", "history", "show s1"):
            trace = Path(self.home, "trace")
            code, _, _ = self.hinge(f'{STRACE} -f -o "{trace}" -e trace=open,openat,creat,unlink,rename,mkdir "$hinge" {line}')
            if "Operation not permitted" in trace.read_text(errors="replace")[:200]:
                self.skipTest("tracing is not allowed here")
            self.assertEqual(0, code)
            for call in trace.read_text(errors="replace").splitlines():
                if "hinge.db" in call:
                    self.assertIn("O_RDONLY", call, line)
                self.assertNotRegex(call, r"O_CREAT|creat\(|unlink\(|rename\(|mkdir\(", line)

    def test_what_is_no_file_is_refused_at_once(self):
        os.mkfifo(f"{self.home}/fifo")
        os.symlink(f"{self.home}/nowhere", f"{self.home}/dangling")
        for path in ("fifo", "dangling", ".", "/dev/null", "/dev/zero"):
            path = path if path.startswith("/") else f"{self.home}/{path}"
            for command in ("next", "log 100x5"):
                self.assertEqual(5, self.hinge(f'"$hinge" {command} --db "{path}"')[0], (path, command))
        self.assertFalse(Path(self.home, "nowhere").exists())

    @unittest.skipUnless(os.getuid() == 0 and shutil.which("setpriv"), "needs root, to become somebody else")
    def test_a_folder_that_may_only_be_read(self):
        os.chmod(self.home, 0o755)
        for folder in (self.database.parent, *self.database.parent.parents):
            if str(folder).startswith(self.home):
                os.chmod(folder, 0o755)
        os.chmod(self.database, 0o644)
        nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"
        before = self.bytes()
        self.assertEqual(0, self.hinge(f'{nobody} "$hinge" next')[0])
        code, _, err = self.hinge(f'{nobody} "$hinge" log 100x5')
        self.assertEqual(5, code)
        self.assertIn(b"hinge: ", err)
        self.assertEqual(before, self.bytes())
        os.chmod(self.database, 0o600)
        code, _, err = self.hinge(f'{nobody} "$hinge" next')
        self.assertEqual(5, code)
        self.assertIn(b"can't be read: Permission denied", err)


if __name__ == "__main__":
    unittest.main(verbosity=1)
