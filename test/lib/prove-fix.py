#!/usr/bin/env python3
"""Applies the check's fixes to a program and proves that they are right.

    prove-fix.py [--std=c++17] [--check-options="{...}"] [--only-compile]
                 [--expect-none] [--expect-caught] PROGRAM.cpp WORK

  1. The program is built and run: LeakSanitizer must report a leak.
  2. clang-tidy --fix is applied to a copy. Something must change.
  3. The copy is built with all warnings, which must be none that the original
     did not have, and run: the same output, no leak, no error.
  4. Fixing once more changes nothing.

Prints what clang-tidy said and then the changed lines ("-old", "+new"), for
FileCheck. With --only-compile there is no main, and nothing is run. With
--expect-none no fix may be offered, and step 2 is all there is. A conversion that
fails its trial parse is a bug of a form, unless --expect-caught says that it
must be so.
"""
import argparse
import difflib
import os
import subprocess
import sys

from caught import caught

# LeakSanitizer takes stale stack words for roots unless it is told not to.
ENVIRONMENT = dict(
    os.environ,
    LSAN_OPTIONS="use_stacks=0:use_registers=0",
    ASAN_OPTIONS="detect_leaks=1:detect_stack_use_after_return=1",
)
# No test needs a tenth of it; a check or a program that hangs is a failure.
SECONDS = 120


def fail(*words):
    sys.exit("prove-fix: " + " ".join(words))


def run(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True,
                              env=ENVIRONMENT, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        fail(" ".join(command), "does not end")


def leaks(result):
    # Not by exit code: AddressSanitizer has one for all that it finds.
    return "ERROR: LeakSanitizer" in result.stderr


def build(args, source, program):
    flags = [f"-std={args.std}", "-g", "-Wall", "-Wextra", "-Wno-unused-parameter"]
    if args.only_compile:
        result = run(f"{args.llvm}/clang++", *flags, "-fsyntax-only", source)
    else:
        result = run(f"{args.llvm}/clang++", *flags, "-fsanitize=address",
                     "-pthread", source, "-o", program)
    if result.returncode:
        fail(f"{source} does not build:\n{result.stderr}")
    return result.stderr.count(" warning: ")


def fix(args, source):
    command = [f"{args.llvm}/clang-tidy", "--quiet", f"--load={args.plugin}",
               "--checks=-*,ownership-*", "--fix",
               f"--config={{CheckOptions: {args.check_options}}}"]
    result = run(*command, source, "--", f"-std={args.std}")
    if result.returncode:
        fail(f"clang-tidy failed:\n{result.stdout}{result.stderr}")
    if bool(caught(result.stdout)) != args.expect_caught:
        fail("a conversion fails its trial" if not args.expect_caught else
             "no conversion fails its trial", result.stdout)
    return result.stdout


def read(path):
    with open(path) as f:
        return f.read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--llvm", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--std", default="c++17")
    parser.add_argument("--check-options", default="{}")
    parser.add_argument("--only-compile", action="store_true")
    parser.add_argument("--expect-none", action="store_true")
    parser.add_argument("--expect-caught", action="store_true")
    parser.add_argument("program")
    parser.add_argument("work")
    args = parser.parse_args()

    os.makedirs(args.work, exist_ok=True)
    copy = os.path.join(args.work, os.path.basename(args.program))
    before_exe = os.path.join(args.work, "before")
    after_exe = os.path.join(args.work, "after")
    original = read(args.program)
    with open(copy, "w") as f:
        f.write(original)

    if args.expect_none:
        print(fix(args, copy))
        if read(copy) != original:
            fail("a fix was applied")
        return

    warnings = build(args, args.program, before_exe)
    if not args.only_compile:
        before = run(before_exe)
        if not leaks(before):
            fail(f"the original does not leak: exit {before.returncode}\n",
                 before.stderr)

    print(fix(args, copy))
    fixed = read(copy)
    if fixed == original:
        fail("no fix was applied")
    for line in difflib.unified_diff(original.splitlines(), fixed.splitlines(),
                                     lineterm="", n=0):
        print(line)

    if build(args, copy, after_exe) > warnings:
        fail("the fixed program has new warnings")
    if not args.only_compile:
        after = run(after_exe)
        if after.returncode:
            fail(f"the fixed program fails: exit {after.returncode}\n",
                 after.stderr)
        if after.stdout != before.stdout:
            fail("the fixed program prints something else:\n", after.stdout)
    fix(args, copy)
    if read(copy) != fixed:
        fail("fixing twice changes more")


if __name__ == "__main__":
    main()
