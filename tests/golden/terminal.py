"""A pseudo-terminal, and somebody who answers what a program asks there."""
import fcntl
import os
import pty
import select
import struct
import termios
import time

SECONDS = 60


def talk(program, arguments, environment, answers, columns=80):
    """Answers each question (what ends in "? ", "] " or ") ") in turn; None is Ctrl-D. (exit code, all that was shown)"""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.execve(program, [program.name, *arguments], environment)
    shown = ""
    answered = 0  # how much had been shown when the last answer was given
    answers = list(answers)
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece.decode("utf-8")
        waits = shown[answered:].endswith(" ") and shown.rstrip(" ").endswith(("?", "]", ")"))
        if waits and answers:
            answered = len(shown)
            answer = answers.pop(0)
            os.write(terminal, b"\x04" if answer is None else answer.encode() + b"\n")
    else:
        os.kill(pid, 9)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.replace("\r\n", "\n")
