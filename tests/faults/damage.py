"""Damages the file of a log, and reads it: flipped bits, sectors of zeros and of noise, and cut-off ends.

No command crashes or hangs, and none that ends with exit 0 says anything else than it said of the whole log. Where the
build has a sanitized hinge beside it (build/asan-ubsan), that one reads. And over whatever was damaged, a backup can be
restored: then the log says again what it said.
"""

import random

import logs

SECTOR = 512
READERS = [["export", "all", "-f", "json"], ["history", "--sets", "--json"], ["next", "--json"], ["report", "-f", "json"]]
SAYS_DAMAGED = {1, 3, 4, 5, 7}


def damaged(content, chance):
    content = bytearray(content)
    place = chance.randrange(len(content))
    kind = chance.choice(("bit", "bit", "bits", "zeros", "noise", "end"))
    if kind == "end":
        del content[place:]
    elif kind in ("zeros", "noise"):
        start = place // SECTOR * SECTOR
        content[start:start + SECTOR] = bytes(SECTOR) if kind == "zeros" else chance.randbytes(SECTOR)
    else:
        for _ in range(1 if kind == "bit" else 8):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return f"{kind} at {place}", bytes(content)


def fault_of_restoring(setting, folder, whole, said, name):
    """A backup over what is in the log's place."""
    (folder / "backup.db").write_bytes(whole)
    restored = logs.run(folder, [setting.hinge, "restore", "backup.db", "-y"])
    if restored.returncode != 0:
        return f"{name}: no backup could be restored, exit {restored.returncode}: {restored.stderr.strip()[-300:]}"
    if logs.run(folder, [setting.hinge, *READERS[0]]).stdout != said["export"]:
        return f"{name}: what was restored is not the backup"
    return None


def fault_of(setting, reader, whole, said, seed):
    chance = random.Random(seed)
    arguments = chance.choice(READERS)
    what, content = damaged(whole, chance)
    with setting.folder() as folder:
        (folder / logs.LOG).write_bytes(content)
        done = logs.run(folder, [reader, *arguments], ASAN_OPTIONS="detect_leaks=0")
        name = f"{arguments[0]}, {what} (seed {seed})"
        if done.returncode == 0 and done.stdout != said[arguments[0]]:
            return f"{name}: exit 0, and not what the log said"
        if done.returncode not in {0, *SAYS_DAMAGED}:
            return f"{name}: exit {done.returncode}: {done.stderr.strip()[-300:]}"
        if done.returncode and not done.stderr.startswith("hinge: "):
            return f"{name}: no reason: {done.stderr!r}"
        return fault_of_restoring(setting, folder, whole, said, name)


def prove(setting):
    sanitized = setting.build.parent / "asan-ubsan" / "hinge"
    reader = sanitized if sanitized.exists() and not setting.edits else setting.hinge  # a mutant has to read itself
    with setting.folder() as folder:
        for week in range(1, 9):
            day = f"2026-{9 + week // 5:02}-{week % 5 * 6 + 1:02}"
            logs.run(folder, [setting.hinge, "log", f"{90 + week}x5x3", "--on", day, "--note", "after a long day" * week])
            logs.run(folder, [setting.hinge, "feel", "ache=2", "--on", day, "--lasted", "6h"])
        said = {arguments[0]: logs.run(folder, [setting.hinge, *arguments]).stdout for arguments in READERS}
        whole = (folder / logs.LOG).read_bytes()
        seeds = [setting.chance.getrandbits(32) for _ in range(setting.amount)]
        return setting.try_each(seeds, lambda seed: fault_of(setting, reader, whole, said, seed))
