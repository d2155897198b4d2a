#!/usr/bin/env python3
"""Filters clang-tidy's output: each diagnostic is printed once.

Several translation units see a header under several spellings of its path, and
clang-tidy takes these for different files. A diagnostic is its first line, with
the path resolved, and everything up to the next one; one about the configuration
has no path.
"""
import os
import re
import sys

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HEAD = re.compile(r"^(?:(.+?):(\d+):(\d+): )?(warning|error|note|remark): (.*)$")


def main():
    seen = set()
    printing = True
    for line in sys.stdin:
        head = HEAD.match(ANSI.sub("", line.rstrip("\n")))
        if head and head.group(4) != "note":
            path = head.group(1)
            key = (path and os.path.realpath(path),) + head.groups()[1:]
            printing = key not in seen
            seen.add(key)
        if printing:
            sys.stdout.write(line)
            sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # Who reads has seen enough (`| head`). Python would complain once more
        # when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
