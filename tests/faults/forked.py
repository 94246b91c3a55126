"""Runs hinge without starting it each time: it is loaded once, and each run is a fork of that process (forked.c).

So a run costs a third of a start, and one of its system calls or allocations can be made to fail, or to be its last,
without a tracer beside it. It is the program itself from its first constructor on; what the loader does is not tried.
"""

import collections
import dataclasses
import errno
import functools
import os
import pathlib
import re
import signal
import socket
import struct
import subprocess
import tempfile
import threading

import logs

ANY, NONE = -1, -2  # as in forked.c
KILL = -1
MOST_CALLS = 512
ANSWER = struct.Struct(f"{2 + MOST_CALLS}i")


@dataclasses.dataclass
class Fault:
    """What happens before the N-th system call of a kind, or to the N-th allocation; and to all that come later."""

    call: int = NONE
    number: int = 0
    onwards: bool = False
    what: int = 0  # an errno, or KILL
    allocation: int = 0

    def packed(self):
        of_calls = (self.call, self.number, self.onwards, self.what)
        return struct.pack("6i", *of_calls, self.allocation, self.onwards)


def killed_at(call, number):
    return Fault(numbers()[call], number, what=KILL)


def failing(call, number, error, onwards):
    return Fault(numbers()[call], number, onwards, getattr(errno, error))


def out_of_memory(number, onwards):
    return Fault(allocation=number, onwards=onwards)


def is_possible():
    try:
        return run(pathlib.Path("/"), ["/bin/true"], killed_at("exit_group", 1)).returncode == -signal.SIGKILL
    except OSError:
        return False


COUNTED = Fault(ANY)


@functools.cache
def numbers():
    """{system call: its number}, of this machine."""
    defined = subprocess.run(
        ["cc", "-E", "-dM", "-include", "sys/syscall.h", "-x", "c", "/dev/null"], capture_output=True, text=True, check=True)
    return {name: int(number) for name, number in re.findall(r"#define __NR_(\w+) (\d+)", defined.stdout)}


@functools.cache
def library():
    folder = tempfile.TemporaryDirectory(prefix="hinge-")  # goes when it is forgotten: at the end
    path = pathlib.Path(folder.name) / "forked.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", path, pathlib.Path(__file__).with_name("forked.c")], check=True)
    return folder, path


class Loaded:
    """One program, and what its runs say."""

    def __init__(self, program):
        self.socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.socket.settimeout(logs.TIMEOUT)
        self.output, self.errors = (os.fdopen(os.memfd_create(name), "rb", 0) for name in ("output", "errors"))
        with theirs:
            self.process = subprocess.Popen(
                [program], stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.errors, pass_fds=[theirs.fileno()],
                env={"LD_PRELOAD": str(library()[1]), "FORKED": str(theirs.fileno())}, start_new_session=True)

    def run(self, folder, command, environment, fault):
        for said in (self.output, self.errors):
            os.truncate(said.fileno(), 0)
            said.seek(0)
        strings = [folder, *command, *(f"{name}={value}" for name, value in environment.items())]
        self.socket.send(fault.packed() + struct.pack("i", len(command))
                         + b"".join(os.fsencode(each) + b"\0" for each in strings))
        answer = self.socket.recv(ANSWER.size)
        if not answer:
            raise OSError(f"{command[0]} can't be forked: {self.said(self.errors)}")
        return ANSWER.unpack(answer)

    @staticmethod
    def said(what):
        what.seek(0)
        return what.read().decode(errors="replace")


class Here(threading.local):
    """What this thread has loaded: one run at a time."""

    def __init__(self):
        self.loaded = {}  # by process, too: the proofs fork


HERE = Here()


@dataclasses.dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str
    allocations: int
    calls: collections.Counter


def run(folder, command, fault=Fault(), **more):
    """As logs.run; `fault` happens meanwhile."""
    key = (os.getpid(), command[0])
    loaded = HERE.loaded.get(key) or HERE.loaded.setdefault(key, Loaded(command[0]))
    try:
        status, allocations, *calls = loaded.run(folder, command, logs.environment(folder, **more), fault)
    except TimeoutError:
        os.killpg(HERE.loaded.pop(key).process.pid, signal.SIGKILL)
        raise subprocess.TimeoutExpired(command, logs.TIMEOUT) from None
    made = collections.Counter({name: calls[number] for name, number in numbers().items() if number < MOST_CALLS and calls[number]})
    return Done(os.waitstatus_to_exitcode(status), loaded.said(loaded.output), loaded.said(loaded.errors), allocations, made)
