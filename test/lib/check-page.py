#!/usr/bin/env python3
"""Proves that the examples of a page are what clang-tidy does.

    check-page.py --llvm=DIR --plugin=SO PAGE.md PROGRAMS WORK

Each program in the folder PROGRAMS is fixed in a copy; NAME-11.cpp is C++11,
all others are C++17. Then in the page

  - a ```cpp block must be the text of one program, if it includes anything,
  - the lines of a ```diff block must stand in the difference that the fixes
    make to one program, in this order (lines between may be left out),
  - the lines of a block without language must be said of one program, likewise.

Blocks of other languages are not looked at. A page without any example of one
of the three kinds is a failure, for then this proves nothing.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys

args = argparse.ArgumentParser()
args.add_argument("--llvm", required=True)
args.add_argument("--plugin", required=True)
args.add_argument("page")
args.add_argument("programs")
args.add_argument("work")
args = args.parse_args()


def plain(line):
    """A changed line without its indentation."""
    return line[:1] + line[1:].strip()


def fix(name):
    """What is said of a program, and the difference that its fixes make."""
    copy = os.path.join(args.work, name)
    shutil.copy(os.path.join(args.programs, name), copy)
    with open(copy) as file:
        before = file.read()
    std = "c++11" if name.endswith("-11.cpp") else "c++17"
    tidy = [f"{args.llvm}/clang-tidy", f"--load={args.plugin}", "--quiet",
            "--checks=-*,ownership-*", "--config={}", "--fix", copy]
    said = subprocess.run(tidy + ["--", f"-std={std}"], capture_output=True,
                          text=True, timeout=120).stdout
    with open(copy) as file:
        after = file.read()
    changed = difflib.unified_diff(before.splitlines(), after.splitlines(),
                                   n=len(before), lineterm="")
    said = re.sub(r"^\S*/", "", said, flags=re.MULTILINE)
    return before, said.splitlines(), [plain(d) for d in list(changed)[3:]]


def contains(lines, wanted):
    rest = iter(lines)
    return all(line in rest for line in wanted)


os.makedirs(args.work, exist_ok=True)
programs = [fix(name) for name in sorted(os.listdir(args.programs))]
seen = set()
failed = False
with open(args.page) as file:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", file.read(), re.M | re.S)
for language, text in blocks:
    lines = text.splitlines()
    if language == "cpp" and "#include" in text:
        good = any(text == before for before, _, _ in programs)
    elif language == "diff":
        good = any(contains(changed, [plain(line) for line in lines])
                   for _, _, changed in programs)
    elif language == "":
        good = any(contains(said, lines) for _, said, _ in programs)
    else:
        continue
    seen.add(language)
    if not good:
        failed = True
        print(f"no program does or says this:\n{text}")
if seen != {"cpp", "diff", ""}:
    failed = True
    print("an example of some kind is missing")
sys.exit(failed)
