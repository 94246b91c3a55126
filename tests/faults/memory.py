"""Lets the N-th allocation of a command fail, once or from then on.

It is refused (forked.py). Then hinge says in one line that the memory
ran out, exit 5, and the log is as it says: nothing is stored, or all of it is. Where SQLite or the C++ library can do
without, the command is done, exit 0, and says what it always says.
"""

import forked
import logs

# What happened to the log can't be told any more where there is no memory even for that.
STORED, NOT_STORED, EITHER = "is stored", "nothing was stored", "see what is stored"

ONWARDS = 8  # every N-th allocation also fails together with all that come after it
BEFORE_MAIN = 16  # more than are made there; tried each time, since no catch of main is there yet

COMMANDS = {
    "next": ["next", "--explain"],
    "log": ["log", "110x5x3"],
    "undo": ["undo"],
    "export": ["export", "all", "-f", "json", "-o", "out.json"],
    "import": ["import", "made-up.csv"],
}
MADE_UP = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n2026-11-02,Deadlift,Back,100,5,,,\n"


def fault_of(setting, start, command, undisturbed, point):
    number, onwards = point
    operation, said = undisturbed
    with setting.folder() as folder:
        place = logs.copied(start, folder / "point")
        done = forked.run(place, command, forked.out_of_memory(number, onwards))
        state = logs.State.of(place)
        wrong = fault_of_run(done, operation, state, said)
        return wrong and f"{command[1]}, allocation {number}{'+' * onwards}: {wrong}"


def fault_of_run(done, operation, state, said):
    if done.returncode == 0:
        if done.stdout != said:
            return f"exit 0, and it says other things than always: {done.stdout[-200:]!r}"
        return operation.fault(state, acknowledged=True)
    if done.returncode != 5 or not done.stderr.startswith("hinge: ") or done.stderr.count("\n") != 1:
        return f"exit {done.returncode}: {done.stderr.strip()[-300:]}"
    if STORED in done.stderr and not operation.is_whole(state) and EITHER not in done.stderr:
        return f"it is not stored: {done.stderr.strip()}"
    if NOT_STORED in done.stderr and not operation.is_absent(state):
        return f"it is stored: {done.stderr.strip()}"
    return operation.fault(state, acknowledged=False)


def prove(setting):
    with setting.folder() as folder:
        start = folder / "start"
        start.mkdir()
        (start / "made-up.csv").write_text(MADE_UP)
        logs.run(start, [setting.hinge, "log", "100x5x3", "--on", "2026-11-18"])
        points = []
        for arguments in COMMANDS.values():
            command = [setting.hinge, *arguments]
            whole = logs.copied(start, folder / "whole")
            done = forked.run(whole, command)
            undisturbed = logs.Operation(logs.State.of(start), logs.State.of(whole)), done.stdout
            points += [(setting, start, command, undisturbed, (number, onwards))
                       for number in range(1, done.allocations + 1)
                       for onwards in ((False,) if number % ONWARDS else (False, True))]
        first, later = ([each for each in points if (each[-1][0] <= BEFORE_MAIN) == early] for early in (True, False))
        return setting.try_each([*first, *setting.some_of(later)], lambda point: fault_of(*point))
