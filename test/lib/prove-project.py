#!/usr/bin/env python3
"""Applies the check's fixes to a program of several files and proves them right.

    prove-project.py [--expect-none] [--in-one-process] FOLDER

FOLDER holds the sources and commands.json, a compilation database in which
FOLDER stands for the folder's path.

  1. The program is built and run: LeakSanitizer must report a leak.
  2. run-clang-tidy -fix is applied, or clang-tidy --fix to all files at once.
     Something must change.
  3. The program is built with all warnings, which must be none that the
     original did not have, and run: the same output, no leak, no error.
  4. Fixing once more changes nothing.

Prints what clang-tidy said and then the changed lines of each file ("-old",
"+new"), for FileCheck. With --expect-none no fix may be offered, and the program
need not leak.
"""
import argparse
import difflib
import json
import os
import shlex
import subprocess
import sys

from caught import caught

# LeakSanitizer takes stale stack words for roots unless it is told not to.
ENVIRONMENT = dict(
    os.environ,
    LSAN_OPTIONS="use_stacks=0:use_registers=0",
    ASAN_OPTIONS="detect_leaks=1:detect_stack_use_after_return=1",
)
SECONDS = 120
CHECKS = "-*,ownership-*"


def fail(*words):
    sys.exit("prove-project: " + " ".join(words))


def run(*command, cwd=None):
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=cwd,
                              env=ENVIRONMENT, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        fail(" ".join(command), "does not end")


def write_database(folder):
    with open(os.path.join(folder, "commands.json")) as f:
        text = f.read().replace("FOLDER", folder)
    with open(os.path.join(folder, "compile_commands.json"), "w") as f:
        f.write(text)
    return json.loads(text)


def build(args, database, program):
    """Returns the number of warnings."""
    objects, warnings = [], 0
    for number, entry in enumerate(database):
        objects.append(f"{program}-{number}.o")
        flags = shlex.split(entry["command"])[1:]
        result = run(f"{args.llvm}/clang++", *flags, "-Wall", "-Wextra",
                     "-Wno-unused-parameter", "-fsanitize=address", "-o",
                     objects[-1], cwd=entry["directory"])
        if result.returncode:
            fail(f"{entry['file']} does not build:\n{result.stderr}")
        warnings += result.stderr.count(" warning: ")
    result = run(f"{args.llvm}/clang++", "-fsanitize=address", *objects, "-o",
                 program)
    if result.returncode:
        fail(f"the program does not link:\n{result.stderr}")
    return warnings


def texts(folder):
    """The sources by path; links are other paths of the same."""
    result = {}
    for path, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".h", ".cpp")):
                with open(os.path.join(path, name), newline="") as f:
                    result[os.path.relpath(os.path.join(path, name), folder)] \
                        = f.read()
    return result


def fix(args, database):
    if args.in_one_process:
        files = [os.path.join(entry["directory"], entry["file"])
                 for entry in database]
        result = run(f"{args.llvm}/clang-tidy", "--quiet", "--fix",
                     f"--load={args.plugin}", f"--checks={CHECKS}",
                     "--header-filter=.*", "-p", args.folder, *files)
    else:
        result = run(sys.executable, f"{args.llvm}/run-clang-tidy", "-fix",
                     "-quiet", "-j", "1", "-p", args.folder,
                     "-clang-tidy-binary", f"{args.llvm}/clang-tidy",
                     "-clang-apply-replacements-binary",
                     f"{args.llvm}/clang-apply-replacements",
                     "-load", args.plugin, f"-checks={CHECKS}",
                     "-header-filter=.*")
    if result.returncode:
        fail(f"fixing failed:\n{result.stdout}{result.stderr}")
    if caught(result.stdout):
        fail("a conversion fails its trial", result.stdout)
    return result.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--llvm", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--expect-none", action="store_true")
    parser.add_argument("--in-one-process", action="store_true")
    parser.add_argument("folder")
    args = parser.parse_args()
    args.folder = os.path.realpath(args.folder)
    database = write_database(args.folder)
    program = os.path.join(args.folder, "program")
    original = texts(args.folder)

    warnings = build(args, database, program)
    before = run(program)
    if not args.expect_none and "ERROR: LeakSanitizer" not in before.stderr:
        fail(f"the original does not leak: exit {before.returncode}\n",
             before.stderr)

    print(fix(args, database))
    fixed = texts(args.folder)
    if args.expect_none:
        if fixed != original:
            fail("a fix was applied")
        return
    if fixed == original:
        fail("no fix was applied")
    for name in sorted(fixed):
        for line in difflib.unified_diff(original[name].splitlines(),
                                         fixed[name].splitlines(), name, name,
                                         lineterm="", n=0):
            print(line)

    if build(args, database, program) > warnings:
        fail("the fixed program has new warnings")
    after = run(program)
    if after.returncode:
        fail(f"the fixed program fails: exit {after.returncode}\n", after.stderr)
    if after.stdout != before.stdout:
        fail("the fixed program prints something else:\n", after.stdout)
    fix(args, database)
    if texts(args.folder) != fixed:
        fail("fixing twice changes more")


if __name__ == "__main__":
    main()
