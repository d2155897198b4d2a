#!/usr/bin/env python3
"""Which files show what is in headers.

    git diff -U0 | header-users.py DATABASE     what a change changes in them
    header-users.py DATABASE FILE...            all that is in those of the files

clang-tidy reads a header alone, where the statements that close a cycle may be out
of sight. So this prints a line filter for clang-tidy, and then, each ended by a
zero byte, files of the database that include one of the headers. Nothing if there
are none.
"""
import json
import os
import re
import sys

HEADER = re.compile(r".*\.(h|hh|hpp|hxx|h\+\+|inc|ipp|inl|tpp)$", re.IGNORECASE)
INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*["<]([^">\n]+)', re.MULTILINE)
# A header that everybody includes is shown well enough by a few.
FILES_PER_HEADER = 4


def changed_lines(diff):
    """Ranges of lines by file."""
    lines = {}
    name = None
    for line in diff:
        if line.startswith("+++ "):
            name = re.sub(r"^b/", "", line[4:].rstrip("\t\n"))
        hunk = re.match(r"@@ .*\+(\d+)(?:,(\d+))? @@", line)
        if hunk and name:
            first, count = int(hunk[1]), int(hunk[2] or 1)
            if count:
                lines.setdefault(name, []).append([first, first + count - 1])
    return lines


def included_names(path):
    """Last parts of the names that a file includes."""
    try:
        with open(path, "rb") as f:
            return {os.path.basename(name).decode(errors="replace")
                    for name in INCLUDE.findall(f.read())}
    except OSError:
        return set()


def main(database, *files):
    lines = dict.fromkeys(map(os.path.relpath, files)) or changed_lines(sys.stdin)
    headers = {name: ranges for name, ranges in lines.items()
               if HEADER.match(name)}
    if not headers:
        return
    with open(database) as f:
        sources = sorted({os.path.realpath(os.path.join(e["directory"], e["file"]))
                          for e in json.load(f)})
    includes = {source: included_names(source) for source in sources}
    touched = {os.path.realpath(name) for name in lines}
    shown = set()
    for header in headers:
        name = os.path.basename(header)
        stem = os.path.splitext(name)[0]
        users = [s for s in sources if name in includes[s]]
        # A header's own source file knows most of it, then those that change
        # with it.
        users.sort(key=lambda s: (
            os.path.splitext(os.path.basename(s))[0] != stem, s not in touched))
        shown.update(users[:FILES_PER_HEADER])
    if shown:
        told = [{"name": name, "lines": ranges} if ranges else {"name": name}
                for name, ranges in headers.items()]
        sys.stdout.write("\0".join([json.dumps(told), *sorted(shown), ""]))


if __name__ == "__main__":
    main(*sys.argv[1:])
