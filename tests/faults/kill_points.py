"""Kills a command at the N-th call of a system call, and looks at the log afterwards.

It is killed before the call, for each call and N of an undisturbed run (forked.py). Then the log must open by itself, hold all that was acknowledged before, and the new operation either whole or not at all; an output
file is the old one or the complete new one; and where it was not done, the same command must then succeed.
"""

import forked
import logs
import scenarios


def fault_of(setting, scenario, call, number):
    with setting.folder() as folder:
        place = logs.copied(scenario.start, folder / "point")
        killed = forked.run(place, scenario.command, forked.killed_at(call, number))
        # What was said on standard output is acknowledged, whatever came after. Some runs make a call less, and end.
        wrong = scenario.fault_afterwards(place, acknowledged=killed.returncode == 0 or bool(killed.stdout))
        return wrong and f"{scenario.name}, killed at {call} {number}: {wrong}"


def prove(setting, hot=False):
    points = [(setting, each, call, number) for each in scenarios.all_of(setting, hot)
              for call, count in sorted(each.calls.items()) for number in range(1, count + 1)]
    return setting.try_each(setting.some_of(points), lambda point: fault_of(*point))


def prove_from_hot_journal(setting):
    return prove(setting, hot=True)
