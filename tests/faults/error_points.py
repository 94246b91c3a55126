"""Lets the N-th call of a system call that touches files fail, once or from then on, and looks at the log.

For full disks, quotas, I/O errors and files that may not be written (forked.py). Then: exit 0 has stored the whole of it; exit 4 (an import's file can't be read), 5, 6 or 7 none of it, or
says that it is stored; no other exit code, no hang, nothing partial. The log opens afterwards, and the same command then
succeeds.
"""

import re

import forked
import logs
import scenarios

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
SYNCS = {"fsync"}  # hinge's own: SQLite ignores it where the folder of a new journal can't be synced
LOCKS = {"fcntl", "flock"}  # where one fails, hinge waits for whoever may hold it, and need not for ten seconds


def points(scenario):
    for call, errors in ERRORS.items():
        for number in range(1, scenario.calls[call] + 1):
            for error in errors:
                yield call, number, error, False
                yield call, number, error, True


def fault_of(setting, scenario, call, number, error, onwards):
    with setting.folder() as folder:
        place = logs.copied(scenario.start, folder / "point")
        command = [*scenario.command, *(["--timeout", "0"] if call in LOCKS else [])]
        done = forked.run(place, command, forked.failing(call, number, error, onwards))
        nobody_hears = call == "write" and onwards and done.stderr in ("", "hinge: ")
        wrong = (fault_of_sync(call, onwards, done) or fault_of_exit(done, nobody_hears) or fault_of_word(scenario, place, done, nobody_hears)
                 or scenario.fault_afterwards(place, acknowledged=done.returncode in STORED))
        return wrong and f"{scenario.name}, {call} {number}{'+' * onwards} fails with {error}: {wrong}"


def fault_of_sync(call, onwards, done):
    """What is on the disk after a failed sync nobody knows, whatever a look at the file says."""
    return "said to be done" if call in SYNCS and not onwards and done.returncode in STORED else None


def fault_of_exit(done, nobody_hears):
    if done.returncode not in {*STORED, *FAILED}:
        return f"exit {done.returncode}: {done.stderr.strip()[-300:]}"
    if done.returncode in FAILED and not nobody_hears and not re.match(r"hinge: .", done.stderr):
        return f"exit {done.returncode}, and no reason: {done.stderr!r}"
    return None


def fault_of_word(scenario, place, done, nobody_hears):
    """A failure behind the commit is a failure all the same, but it has to say that the record is there."""
    if done.returncode not in FAILED or nobody_hears:
        return None
    state = logs.State.of(place)
    said_done = re.search(r"\b(is|was|are) (stored|restored|erased|written|brought up)\b", done.stderr.replace("nothing was stored", ""))
    as_it_says = scenario.operation.is_whole(state) if said_done else scenario.operation.is_absent(state)
    return None if as_it_says else f"exit {done.returncode}, and the log is not as it says: {done.stderr.strip()}"


def prove(setting):
    found = [(setting, each, *point) for each in scenarios.all_of(setting) for point in points(each)]
    return setting.try_each(setting.some_of(found), lambda point: fault_of(*point))
