"""Cuts the power under a command: the disks that could be left are made, and opened.

A run is recorded by strace: every write, sync, and change of a folder. For a moment of that run a disk is made up. What
was synced is on it. Of what was not, each file has nothing, all, the first writes, any of them (so that later ones came
before earlier ones), or the last of them torn at a sector or a page; and each folder that was not synced has none, all,
the first, or any of its new, renamed and removed names. hinge opens what is left: what was acknowledged is there, what
was not is whole or absent, and no record is damaged.
"""

import dataclasses
import json
import pathlib
import random
import re
import shutil
import subprocess

import forked
import logs
import scenarios

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,close"
STANDARD_OUTPUT = 1
SECTOR, PAGE = 512, 4096


@dataclasses.dataclass
class File:
    synced: bytes = b""
    pending: list = dataclasses.field(default_factory=list)  # (offset, bytes), or (size, None) for a truncation


def applied(content, changes):
    content = bytearray(content)
    for place, data in changes:
        if data is None:
            del content[place:]
            continue
        content.extend(bytes(max(0, place - len(content))))
        content[place:place + len(data)] = data
    return bytes(content)


class Disk:
    """What is on the disk for certain, and what only the kernel knows of."""

    def __init__(self, start, folder):
        """As `start` is, if it were at `folder`."""
        self.names = {str(folder / path.relative_to(start)): File(path.read_bytes()) if path.is_file() else None
                      for path in [start, *start.rglob("*")]}  # as synced; a folder is None
        self.now = dict(self.names)
        self.pending = {}  # folder: [{name: file, or False where it is removed}]
        self.open = {}  # descriptor: [name, file, offset]
        self.acknowledged = False

    def change_names(self, change):
        apply_names(self.now, change)
        self.pending.setdefault(str(pathlib.Path(next(iter(change))).parent), []).append(change)

    def sync(self, name, file):
        if file is not None:
            file.synced, file.pending = applied(file.synced, file.pending), []
            return
        for change in self.pending.pop(name, []):
            apply_names(self.names, change)

    def image(self, chance, target, source):
        """Makes up one disk that a power cut could leave, in `target`."""
        names = dict(self.names)
        for changes in self.pending.values():
            for change in some(chance, changes):
                apply_names(names, change)
        for name in sorted(names):
            place = target / pathlib.Path(name).relative_to(source)
            if not place.parent.is_dir():
                continue  # the folder itself was lost
            file = names[name]
            if file is None:
                place.mkdir(mode=0o700, exist_ok=True)
            else:
                place.write_bytes(applied(file.synced, torn(chance, some(chance, file.pending))))
                place.chmod(0o600)


def apply_names(names, change):
    for name, file in change.items():
        if file is False:
            names.pop(name, None)
        else:
            names[name] = file


def some(chance, changes):
    kind = chance.choice(("none", "all", "first", "any"))
    if kind == "none":
        return []
    if kind == "first":
        return changes[:chance.randint(0, len(changes))]
    return [each for each in changes if kind == "all" or chance.random() < 0.5]


def torn(chance, changes):
    if not changes or changes[-1][1] is None or chance.random() < 0.5:
        return changes
    place, data = changes[-1]
    unit = chance.choice((SECTOR, PAGE))
    return [*changes[:-1], (place, data[:chance.randint(0, len(data) // unit) * unit])]


def text_of(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


CALL = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)", re.DOTALL)
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def events(trace):
    """(call, strings, numbers, result) of each call that succeeded."""
    for line in trace.read_text().splitlines():
        found = CALL.match(line)
        if found and int(found[3]) >= 0:
            strings = [text_of(each) for each in STRING.findall(found[2])]
            rest = STRING.sub("", found[2])
            yield found[1], strings, rest, int(found[3])


def replay(disk, event, folder):
    call, strings, rest, result = event
    numbers = [int(each) for each in re.findall(r"(?<![\w])\d+(?![\w])", rest)]
    if call in ("write", "pwrite64", "ftruncate", "fsync", "fdatasync", "close"):
        on_descriptor(disk, call, strings, numbers, result)
        return
    paths = [str(folder / each.decode()) for each in strings]
    if call == "openat":
        opened(disk, paths[0], rest, result)
    elif call == "mkdir":
        disk.change_names({paths[0]: None})
    elif call.startswith("unlink"):
        disk.change_names({paths[0]: False})
    elif call.startswith("rename"):
        disk.change_names({paths[1]: disk.now[paths[0]], paths[0]: False})
    elif call.startswith("link"):
        disk.change_names({paths[1]: disk.now[paths[0]]})


def opened(disk, path, flags, descriptor):
    if path not in disk.now and "O_CREAT" in flags:
        disk.change_names({path: File()})
    elif "O_TRUNC" in flags:
        disk.now[path].pending.append((0, None))
    if path in disk.now:  # not a library, or /dev/urandom
        disk.open[descriptor] = [path, disk.now[path], 0]


def on_descriptor(disk, call, strings, numbers, result):
    descriptor = numbers[0]
    if call == "write" and descriptor == STANDARD_OUTPUT:
        disk.acknowledged = True
    if descriptor not in disk.open:
        return
    name, file, offset = disk.open[descriptor]
    if call == "close":
        del disk.open[descriptor]
    elif call in ("fsync", "fdatasync"):
        disk.sync(name, file)
    elif call == "ftruncate":
        file.pending.append((numbers[1], None))
    elif call == "pwrite64":
        file.pending.append((numbers[-1], strings[0][:result]))
    elif call == "write":
        file.pending.append((offset, strings[0][:result]))
        disk.open[descriptor][2] += result


def may_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


def record(scenario, folder):
    """What an undisturbed run does to the disk."""
    place = logs.copied(scenario.start, folder / scenario.name)
    trace = folder / "trace"
    logs.run(place, scenario.command, ["strace", "-f", "-qq", "-xx", "-s", "99999999", "-o", trace, "-e", f"trace={CALLS}"])
    return place, list(events(trace))


def fault_of(setting, scenario, recorded, cut, seed):
    place, calls = recorded
    disk = Disk(scenario.start, place)
    for event in calls[:cut]:
        replay(disk, event, place)
    with setting.folder() as folder:
        image = folder / "point"
        image.mkdir()
        disk.image(random.Random(seed), image, place)
        acknowledged = disk.acknowledged or cut == len(calls)
        wrong = scenario.fault_afterwards(image, acknowledged, fault_of_doctor)
        return wrong and f"{scenario.name}, cut after call {cut} of {len(calls)}, disk {seed}: {wrong}"


def fault_of_doctor(scenario, image):
    examined = forked.run(image, [scenario.hinge, "doctor", "--json"])
    damaged = json.loads(examined.stdout)["damaged"] if examined.returncode in (0, 1) else examined.stderr
    return f"doctor: {damaged}" if damaged else None


def prove(setting):
    with setting.folder() as folder:
        known = scenarios.all_of(setting)
        recorded = {each.name: record(each, folder) for each in known}
        cuts = [(each, cut) for each in known for cut in range(len(recorded[each.name][1]) + 1)]
        points = [(setting, each, recorded[each.name], cut, setting.chance.getrandbits(32))
                  for _ in range(-(-setting.amount // len(cuts))) for each, cut in cuts]
        return setting.try_each(setting.some_of(points), lambda point: fault_of(*point))
