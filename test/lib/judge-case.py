#!/usr/bin/env python3
"""Judges the check by a program whose truth is proven.

    judge-case.py PROGRAM.cpp WORK

What is true of the program is in test/cases/truth.jsonl, one object a line:

  file        the program
  std         its language
  truth       leak or healthy
  cycle       for a leak, its hops: holder, field, target and, if it is no
              shared_ptr or a container of them, the kind of owner
  weaken_ok   fields that can be weak: the program then no longer leaks and
              prints the same (each was compiled and run)
  weaken_bad  fields that cannot: the program then crashes or prints otherwise
  stdout_md5  of what it prints
  no_fix      for a leak that is reported and not fixed: why, as a part of what a
              note says. Where it is missing, a fix must be offered
  shows, note what is special about it

  1. The truth is proven: the program is built and run. LeakSanitizer reports a
     leak or does not, nothing else is wrong, and the output is the known one.
  2. clang-tidy with the check, as users get it, says nothing of a healthy
     program. In one that leaks it names a field of weaken_ok, or the capture
     where a callable holds one, and none of weaken_bad.
  3. Its fixes are applied to a copy, which then builds with no new warnings,
     prints the same and does not leak. Fixing once more changes nothing.
"""
import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

from caught import caught

CASES = os.path.join(os.path.dirname(__file__), "..", "cases")
# LeakSanitizer takes stale stack words for roots unless it is told not to.
ENVIRONMENT = dict(
    os.environ,
    LSAN_OPTIONS="use_stacks=0:use_registers=0",
    ASAN_OPTIONS="detect_leaks=1:symbolize=0",
)
# No program needs a tenth of it.
SECONDS = 120
# Owners whose content has no field of its own: the finding names a capture.
CAPTURES = {"function", "any", "deleter"}


def fail(*words):
    sys.exit("judge-case: " + " ".join(map(str, words)))


def run(*command):
    try:
        return subprocess.run(command, capture_output=True, env=ENVIRONMENT,
                              timeout=SECONDS)
    except subprocess.TimeoutExpired:
        fail(" ".join(command), "does not end")


def truth_of(program):
    name = os.path.basename(program)
    with open(os.path.join(CASES, "truth.jsonl")) as lines:
        for line in lines:
            case = json.loads(line)
            if case["file"] == name:
                return case
    fail("nothing is known of", name)


def prove(args, case, program, leaks_truly):
    """Returns the number of warnings."""
    exe = os.path.join(args.work, "program")
    built = run(f"{args.llvm}/clang++", f"-std={case['std']}", "-Wall",
                "-Wextra", "-fsanitize=address", "-pthread", program, "-o", exe)
    if built.returncode:
        fail("the program does not build:\n", built.stderr.decode())
    ran = run(exe)
    errors = ran.stderr.decode()
    if hashlib.md5(ran.stdout).hexdigest() != case["stdout_md5"]:
        fail("the program prints something else:\n", ran.stdout.decode(), errors)
    leaks = "ERROR: LeakSanitizer: detected memory leaks" in errors
    if "ERROR: AddressSanitizer" in errors or (ran.returncode and not leaks):
        fail("the program fails:\n", errors)
    if leaks != leaks_truly:
        fail("the truth is another one:\n", errors)
    return built.stderr.count(b" warning: ")


def plain(field):
    """`ns::Outer::Class<T>::field` as `Class::field`."""
    while "<" in field:
        stripped = re.sub(r"<[^<>]*>", "", field)
        if stripped == field:
            break
        field = stripped
    return "::".join(field.split("::")[-2:])


def tidy(args, case, program, *options):
    said = run(f"{args.llvm}/clang-tidy", "--quiet", f"--load={args.plugin}",
               "--config={}", "--checks=-*,ownership-*", *options, program,
               "--", f"-std={case['std']}")
    text = said.stdout.decode()
    if said.returncode:
        fail("clang-tidy failed:\n", said.stderr.decode())
    if caught(text):
        fail("a conversion fails its trial")
    return text


def read(path):
    with open(path) as file:
        return file.read()


def fix(args, case, warnings):
    copy = os.path.join(args.work, os.path.basename(args.program))
    shutil.copy(args.program, copy)
    text = tidy(args, case, copy, "--fix")
    fixed = read(copy)
    if fixed == read(args.program):
        if case.get("no_fix", "?") not in text:
            fail("no fix is offered:\n", text)
        return
    if "no_fix" in case:
        fail("a fix is offered")
    if prove(args, case, copy, leaks_truly=False) > warnings:
        fail("the fixed program has new warnings")
    tidy(args, case, copy, "--fix")
    if read(copy) != fixed:
        fail("fixing twice changes more")


def judge(args, case):
    text = tidy(args, case, args.program)
    print(text)
    found = [plain(field) for field in re.findall(
        r"warning: '([^']+)' .*\[ownership-shared-ptr-cycle\]", text)]
    # A function on the heap has no name; the message says who holds it.
    found += [plain(field) for field in re.findall(
        r"warning: the function that '([^']+)' holds keeps", text)]
    found += ["lambda"] * text.count("warning: a function on the heap keeps")
    if text.count("[ownership-shared-ptr-cycle]") != len(found):
        fail("what is said of which field?")
    if case["truth"] == "healthy":
        if found:
            fail("healthy, but reported:", *found)
        return
    if not found:
        fail("leaks, but nothing is reported")
    bad = [field for field in found if field in case["weaken_bad"]]
    if bad:
        fail("these cannot be weak:", *bad)
    may_be_capture = any(hop.get("kind") in CAPTURES for hop in case["cycle"])
    if not any(field in case["weaken_ok"] or
               (may_be_capture and field.split("::")[0] in ("lambda", "bind"))
               for field in found):
        fail("of", *found, "none is among", *case["weaken_ok"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--llvm", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("program")
    parser.add_argument("work")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    case = truth_of(args.program)
    leaks = case["truth"] == "leak"
    warnings = prove(args, case, args.program, leaks)
    judge(args, case)
    if leaks:
        fix(args, case, warnings)


if __name__ == "__main__":
    main()
