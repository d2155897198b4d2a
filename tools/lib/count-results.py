#!/usr/bin/env python3
"""Prints lit's results as "N passed, N failed"; fails unless all passed.

An expected failure is a known bug (test/known-bugs): it is named, and counts as
passed as long as it fails. Once it passes by itself, it counts as failed, so
that somebody moves it. A test that did not run counts as failed, unless it is
for a newer LLVM (`REQUIRES: llvm-at-least-...`).
"""
import json
import sys

PASSED = {"PASS", "FLAKYPASS", "XFAIL"}
IGNORED = {"EXCLUDED"}


def is_for_newer_llvm(test):
    return (test["code"] == "UNSUPPORTED"
            and "llvm-at-least-" in test.get("output", ""))


def main(path):
    try:
        with open(path) as f:
            tests = json.load(f)["tests"]
    except (OSError, ValueError, KeyError) as error:
        print(f"error: no test results: {error}", file=sys.stderr)
        tests = []
    tests = [t for t in tests
             if t["code"] not in IGNORED and not is_for_newer_llvm(t)]
    for t in tests:
        if t["code"] == "XFAIL":
            print(f"known bug: {t['name']}", file=sys.stderr)
        elif t["code"] not in PASSED:
            print(f"{t['code']}: {t['name']}", file=sys.stderr)
    passed = sum(t["code"] in PASSED for t in tests)
    failed = len(tests) - passed
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
