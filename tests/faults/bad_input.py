"""Gives hinge what it has to refuse: some thousand arguments and files, put together from the tables below.

Each is refused with the exit code of its kind, on one calm line that names the field and the value, and says what to do.
Nothing crashes, nothing is taken in silence, and the log is left alone. A value is named as it is shown to people:
escaped, and cut where it is long; of a longer one, its beginning.
"""

import re

import forked
import logs

USAGE, NOT_FOUND, BAD_DATA = 2, 3, 4
HUGE = "9" * 400
LONGEST = 360  # a message, beside the value that it names
UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

NUMBERS = ["NaN", "nan", "inf", "-inf", "Infinity", "0x10", "1e9", "1e-3", "1e400", "1_000", "1.2.3", "+5", "5 5", "ten",
           "５", "٣", "½", "5;", "5%", "'", "\x1b[31m5", "5\u202e", HUGE, "--5", "5-", "1,2,3", ".", ",", "5kgs5", "\t", "$5"]
COUNTS = [*NUMBERS, "-1", "2.5", "2,5", "-9223372036854775809", "18446744073709551616"]
DAYS = ["2026-02-30", "2026-13-01", "2026-00-10", "2026-11-00", "0000-00-00", "1899-12-31", "3000-01-01", "20261120", "2026/11/20",
        "11/12/2026", "20.11.2026", "2026-11-20T25:00", "2026-11-20T18:61", "2026-11-20 24:30", "2026-11-20T", "tomorrow", "frid",
        "yesterdayy", "-1d", "1e3d", "1.5d", "3y", "99999d", "0x3d", "2026-W47", "now", "２０２６-11-20", "2026-11-20Z",
        "2026-11-2O", "\x1b]0;x\x07", "' OR 1=1", HUGE, "2026-02-29", "24:00", "last"]
FUTURE = ["2026-11-23", "2027-01-01", "2999-12-31"]
SCORES = [*NUMBERS, "-1", "11", "10.5", "3.3", "100", "3/5", "11/10"]
DURATIONS = ["NaN", "inf", "-1h", "1e9h", "48", "48 h h", "h", "0x10h", "3y", "99999999d", HUGE + "h", "two days", "1h-2h", "1;h",
             "½d", "\x1b[2J", "4８h"]
WEEKS = ["2026-W60", "2026-W00", "2026W47", "W47", "next", "2026-47", "thiss", "0000-W01", "2025-W53", "２０２６-W47", "", "47"]
SPANS = ["0w", "-1w", "8y", "8", "w", "1e2d", "0x8w", "8.5w", "999999w", "NaN", "8 w w", HUGE + "d"]
WORDS = ["", "nope", "NOPE", "low back hurts", "'; DROP TABLE session; --", "../../etc/passwd", "\x1b[31mred", "a\u202eb", "x" * 300,
         "ＬＯＷ", "null", "true", "0", "-"]
IDS = ["", "Anna", "a b", "é", "../x", "x" * 60, "a/b", "a_b", "$HOME", "a\tb", "\x1b[1m", "ａｎｎａ", "anna;", "a.b", "'"]
RECORDS = ["", "zz", "s", "s-1", "s1.5", "s0x1", "1", "S1 ", "t1", "s" + HUGE, "s1;", "f١", "\x1b[31m", "s1 OR 1"]
SETS = ["3x5", "3x8x135", "3x5@140", "140x5,5,4", "140kg 5/5/4", "140x5 2rir", "140x5+", "140x", "x5", "140", "140xx5", "NaNx5",
        "infx5", "1e9x5", "0x10x5", "-140x5", "140x-5", "140x5x21", "140x51", "140x5@4", "140x5@11", "140x5@8.3", "10x5", "999999x5",
        "140x5x0", "140x5/x", "140x5@", "140st x5", "140x5 foo", "14０x5", "140*5", "140x5;140x5", "140x5ff", "140x5f4", "140.5.5x5",
        "140x5ww", "140x1e3", "140x" + HUGE, HUGE + "x5", "\x1b[31m140x5", "140x5\u202e", "140x5 @8/8/8/8/8/8", "140x1001"]

# (what comes before the value, the values, the field that the message names, the exit code)
ARGUMENTS = [
    (["log"], SETS, "", USAGE),
    (["log", "140x5", "--on"], [*DAYS, *FUTURE], "--on", USAGE),
    (["log", "140x5", "--timeout"], COUNTS, "--timeout", USAGE),
    (["log", "140x5", "--lift"], WORDS, "lift", USAGE),
    (["log", "140x5", "--today"], DAYS, "--today", USAGE),
    (["feel", "ache=3", "--on"], [*DAYS, *FUTURE], "--on", USAGE),
    (["feel", "ache=3", "--lasted"], DURATIONS, "--lasted", USAGE),
    (["feel", "ache=3", "--now"], SCORES, "--now", USAGE),
    (["feel", "ache=3", "--baseline"], SCORES, "--baseline", USAGE),
    (["feel", "ache=3", "--limits"], [*COUNTS, "4"], "--limits", USAGE),
    (["feel", "ache=3", "--where"], WORDS, "--where", USAGE),
    (["feel", "ache=3", "--side"], WORDS, "--side", USAGE),
    (["feel", "ache=3", "--onset"], WORDS, "--onset", USAGE),
    (["feel", "ache=3", "--session"], RECORDS, "", USAGE),
    (["screen", "--yes"], WORDS, "", USAGE),
    (["next", "--for"], [day for day in DAYS if day != "tomorrow"], "--for", USAGE),
    (["next", "--lift"], WORDS, "lift", USAGE),
    (["plan", "--to"], [*NUMBERS, "-1"], "--to", USAGE),
    (["plan", "--weeks"], [*COUNTS, "0"], "--weeks", USAGE),
    (["history", "-n"], [*COUNTS, "0"], "-n", USAGE),
    (["history", "--since"], DAYS, "--since", USAGE),
    (["history", "--until"], DAYS, "--until", USAGE),
    (["history", "--week"], WEEKS, "--week", USAGE),
    (["history", "--last"], SPANS, "--last", USAGE),
    (["replay", "--last"], SPANS, "--last", USAGE),
    (["export", "sets", "--since"], DAYS, "--since", USAGE),
    (["export", "sets", "--last"], SPANS, "--last", USAGE),
    (["export", "sets", "-f"], WORDS[1:], "", USAGE),
    (["export"], WORDS, "", USAGE),
    (["report", "--week"], WEEKS, "--week", USAGE),
    (["report", "-f"], WORDS[1:], "", USAGE),
    (["chart"], WORDS, "", USAGE),
    (["chart", "--last"], SPANS, "--last", USAGE),
    (["lifter", "add"], IDS, "", USAGE),
    (["lifter", "set", "me", "--bar"], [*NUMBERS, "-1"], "--bar", USAGE),
    (["lifter", "set", "me", "--step"], [*NUMBERS, "-1", "0"], "--step", USAGE),
    (["lifter", "set", "me", "--unit"], WORDS, "--unit", USAGE),
    (["show"], RECORDS, "", USAGE),
    (["delete"], RECORDS, "", USAGE),
    (["edit", "s1", "--on"], [*DAYS, *FUTURE], "--on", USAGE),
    (["edit", "s1"], SETS, "", USAGE),
    (["import", "-", "--unit"], WORDS, "--unit", USAGE),
    (["import", "-", "--from"], WORDS, "--from", USAGE),
    (["backup", "--keep"], [*COUNTS, "0"], "--keep", USAGE),
    (["learn"], WORDS[1:], "", NOT_FOUND),
    (["completions"], WORDS, "", USAGE),
]

NOT_UTF_8 = [b"\xff", b"a\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"caf\xe9"]
ANYWHERE = [["log", "140x5", "--note"], ["log"], ["lifter", "add"], ["feel", "ache=3", "--note"], ["--lifter"], ["show"]]

CSV_HEADER = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
GOOD_ROW = {"Date": "2026-11-02", "Exercise": "Deadlift", "Weight (kgs)": "100", "Reps": "5"}
FILE_DAYS = ["2026-02-30", "2026-13-01", "11/12/2026", "yesterday", "20261102", "2026-11-2O", "", "3000-01-01", "\x1b[31m"]
FILE_NUMBERS = ["NaN", "inf", "-100", "0x64", "1e2", "1e400", "1.2.3", "１００", "heavy", "1 0 0", HUGE, "'100", "=1+1"]
CELLS = {"Date": FILE_DAYS, "Weight (kgs)": FILE_NUMBERS, "Reps": [*FILE_NUMBERS, "2.5", "1001"]}

POLICY = {
    "step_kg": ["NaN", "-1", "inf", "0x1", "ten", "", HUGE, "1.2345", "21", "true", "null", "[5]", "1,5"],
    "excessive_pain": ["NaN", "-1", "11", "0x5", "much", "", "5.3", "[5]"],
    "lingering_pain_h": ["NaN", "-1", "1.5.2", "0x18", "a day", "", HUGE, "24h"],
    "rpe_hold": ["4", "11", "NaN", "x", "8.3"],
}

FILES = {
    ("import",): [
        ("", ["empty"]), ("\x00\x01" * 50, ["NUL", "byte 1"]), ("a,b\n1,2\n", ["line 1", "a, b"]), ("," * 100 + "\n", ["line 1", "64"]),
        (CSV_HEADER + '2026-11-02,"Dead', ["bad.csv:2", "quote"]), (CSV_HEADER + "2026-11-02,Deadlift\n", ["bad.csv:2", "2 fields"]),
        (CSV_HEADER + "x" * 70_000 + ",Deadlift,Back,100,5,,,\n", ["line 2", "64 KiB"]),
        (CSV_HEADER.encode() + b"2026-11-02,Dead\xfflift,Back,100,5,,,\n", ["line 2", "field 2", "byte 5"]),
        (CSV_HEADER.encode() + b"2026-11-02,Dead\x00lift,Back,100,5,,,\n", ["line 2", "field 2", "NUL"]),
        (CSV_HEADER.encode("utf-16"), ["line 1"])],
    ("restore", "-y"): [("", ["bad.csv", "empty"]), ("hello " * 400, ["bad.csv", "not a hinge log"]),
                        ("SQLite format 3\0" + "\0" * 2000, ["bad.csv", "not a hinge log"])],
    ("policy", "check"): [
        ('{"name":"x"} more', ["column 14"]), ('{"step_kg":1,"step_kg":2}', ["/step_kg", "twice"]), ("[" * 100_000, ["64 KiB"]),
        ("[" * 60_000, ["bad.csv"]), ('{"step_kg":NaN}', ["/step_kg"]), ("", ["line 1"]), ("[]", ["list"]), ("7", ["7"]), ("null", ["null"]),
        ('{"step_kg":2.5,}', ["/step_kg"]), (b'{"step_kg":"\xff"}', ["/step_kg"]), ('{"name":"a b"}', ["/name", '"a b"']),
        ('{"stepkg":2.5}', ["/stepkg", "step_kg"]), ('{"step_kg":1e400}', ["/step_kg"]), ("{'step_kg':2.5}", ["column 2"])],
}


def shown(value):
    """The part of a value that any message about it has to show: its beginning, up to what is escaped."""
    return re.split(r"[^\w ./:+*@%$;,-]", value)[0].strip()[:8]


def cases():
    """(arguments, what goes into bad.csv, exit code, what the message names)."""
    for before, values, field, code in ARGUMENTS:
        for value in values:
            # Of sets it names the part that can't be read.
            yield [*before, value], None, code, [field] if values is SETS else [field, shown(value)]
    for before in ANYWHERE:
        for value in NOT_UTF_8:
            yield [*before, value], None, USAGE, ["UTF-8", "byte"]
    for column, values in CELLS.items():
        for value in values:
            row = {**GOOD_ROW, column: value}
            cells = [row.get(name, "") for name in CSV_HEADER.strip().split(",")]
            yield ["import", "bad.csv"], CSV_HEADER + ",".join(cells) + "\n", BAD_DATA, ["bad.csv:2", column, shown(value)]
    for key, values in POLICY.items():
        for value in values:
            yield ["policy", "set", "linear", f"{key}={value}"], None, BAD_DATA, [key, shown(value)]
    for key in ("step kg", "STEP_KG", "", "\x1b[1m"):
        yield ["policy", "set", "linear", f"{key}=1"], None, USAGE, [shown(key)]
    for key in ("no_such_key", "__proto__", "stepkg"):
        yield ["policy", "set", "linear", f"{key}=1"], None, BAD_DATA, [key]
    for command, files in FILES.items():
        for content, names in files:
            yield [*command, "bad.csv"], content, BAD_DATA, names


def fault_of(setting, start, case):
    arguments, file, code, names = case
    with setting.folder() as folder:
        place = logs.copied(start, folder / "point")
        if file is not None:
            (place / "bad.csv").write_bytes(file if isinstance(file, bytes) else file.encode())
        before = (place / logs.LOG).read_bytes()
        done = forked.run(place, [setting.hinge, *arguments])
        wrong = fault_of_refusal(done, code, arguments, names)
        if wrong is None and (place / logs.LOG).read_bytes() != before:
            wrong = "the log was changed"
        return wrong and f"{arguments}: {wrong}"


def fault_of_refusal(done, code, arguments, names):
    said = done.stderr
    if done.returncode == 0:
        return f"taken in silence: {done.stdout[:200]!r}"
    if done.returncode != code:
        return f"exit {done.returncode}: {said[:300]!r}"
    # An import names each row on a line of its own, and then says what came of it.
    if not re.fullmatch(r"(bad\.csv:2: [^\n]+\n)?hinge: [^\n]+(; [^\n]+)?\n", said) or UNPRINTABLE.search(said):
        return f"not one clean line: {said[:300]!r}"
    if len(said) > LONGEST + max(map(len, arguments)):
        return f"too long: {said[:300]!r}"
    if code == USAGE and "; " not in said:
        return f"does not say what to do: {said[:300]!r}"
    missing = [name for name in names if name.lower() not in said.lower()]
    return f"names no {missing}: {said[:300]!r}" if missing else None


def prove(setting):
    with setting.folder() as start:
        logs.run(start, [setting.hinge, "log", "100x5x3", "--on", "2026-11-18"])
        return setting.try_each(setting.some_of(cases()), lambda case: fault_of(setting, start, case))
