"""Somebody types: typing.py PROGRAM.cpp. See ../typing.test."""
import random
import shutil
import statistics
import sys
import time

from lsp import *

EDITS, PAUSES = 200, 14

shutil.copy(sys.argv[1], "typed.cpp")
dice = random.Random(5)
with open("typed.cpp") as source:
    whole = source.read()
# Behind the #includes, or each edit builds a new preamble.
first = whole.index("\n", whole.rindex("#include")) + 1


def typing():
    """Texts, each an edit away from the one before it."""
    lines = whole.splitlines(keepends=True)
    above = whole[:first].count("\n")
    while True:
        begin = dice.randrange(above, len(lines) - 4)
        end = begin + dice.randrange(1, 5)
        head, part, tail = ("".join(lines[:begin]), "".join(lines[begin:end]),
                            "".join(lines[end:]))
        yield head + tail
        # In pieces that end anywhere: inside a word, a string, a bracket.
        at = 0
        while at < len(part):
            at += dice.randrange(3, 40)
            yield head + part[:at] + tail


def said(file):
    return sorted(in_words("typed.cpp", finding) for finding in file.findings())


fresh = {}


def said_afresh(text):
    if text not in fresh:
        with start(".") as server:
            fresh[text] = said(server.open("typed.cpp", text))
    return fresh[text]


pauses = set(dice.sample(range(EDITS), PAUSES - 1)) | {EDITS}
waits, with_findings = [], 0
with start(".") as server:
    file = server.open("typed.cpp")
    file.diagnostics()
    for edit, text in zip(range(EDITS), typing()):
        file.set(text)
        if edit in pauses:
            begin = time.monotonic()
            file.diagnostics()
            waits.append(1000 * (time.monotonic() - begin))
            now, expected = said(file), said_afresh(text)
            with_findings += bool(now)
            if now != expected:
                sys.exit(f"edit {edit}: {now}\ninstead of {expected}\nin\n{text}")
        else:
            time.sleep(dice.random() / 50)
    file.set(whole)
    if said(file) != said_afresh(whole) or not said(file):
        sys.exit(f"at the end: {said(file)}\ninstead of {said_afresh(whole)}")
print(f"{EDITS} edits, {len(waits) + 1} pauses, {with_findings + 1} with findings:"
      " as if just started")
print(f"answers after {statistics.median(waits):.0f} ms (median),"
      f" {max(waits):.0f} ms (worst)")
