#!/usr/bin/env python3
"""Shows one file through every surface, which must all say the same.

    every-surface.py --llvm=BIN --build=TREE FILE WORK [-- FLAG...]

The surfaces are clang-tidy, the compiler with the plugin, the static analyzer,
clangd-ownership, and an installed clangd into which the plugin is preloaded. Each is asked twice: for what it says, and for what FILE becomes when
its fixes are applied (to a copy in WORK, together with the folder Inputs beside
FILE). What clang-tidy says is printed, one message a line:

    file:line:column: kind: text

then "fixed:" and the changed lines, if there are any. The other surfaces must
give the same, or the differences are printed and the exit status is 1. What a
host cannot do is known here, and expected just so: see limits().
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import urllib.parse

import lsp

MESSAGE = re.compile(r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): "
                     r"(?P<kind>warning|error|remark|note): (?P<text>.*)$")
NAME = re.compile(r" \[(ownership-shared-ptr-cycle|ownership\.SharedPtrCycle)\]$")
FIXIT = re.compile(r'^fix-it:"(?P<file>.*)":\{(?P<l1>\d+):(?P<c1>\d+)-'
                   r'(?P<l2>\d+):(?P<c2>\d+)\}:"(?P<text>.*)"$')
SECONDS = 120


def fail(*words):
    sys.exit("every-surface: " + " ".join(words))


class Session:
    """One copy of the input for one surface."""

    def __init__(self, args, name):
        self.args = args
        self.folder = os.path.join(args.work, name)
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        source = os.path.dirname(os.path.abspath(args.file))
        shutil.copy(args.file, self.folder)
        inputs = os.path.join(source, "Inputs")
        if os.path.isdir(inputs):
            shutil.copytree(inputs, os.path.join(self.folder, "Inputs"))
        self.file = os.path.join(self.folder, os.path.basename(args.file))

    def run(self, *command):
        result = subprocess.run(command, capture_output=True, text=True,
                                cwd=self.folder, timeout=SECONDS,
                                stdin=subprocess.DEVNULL)
        if result.returncode < 0 or result.returncode >= 128:
            fail(f"{command[0]} crashed:\n{result.stderr}")
        return result.stdout + result.stderr

    def messages(self, output):
        """The check's own messages, with paths relative to the folder."""
        found, ours = [], False
        for line in output.splitlines():
            m = MESSAGE.match(line)
            if not m:
                continue
            if m["kind"] != "note":
                ours = bool(NAME.search(m["text"]))
            if ours:
                where = os.path.realpath(os.path.join(self.folder, m["file"]))
                found.append("{}:{}:{}: {}: {}".format(
                    os.path.relpath(where, self.folder), m["line"], m["column"],
                    m["kind"], NAME.sub("", m["text"])))
        return found

    def texts(self):
        result = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                if name.endswith((".cpp", ".h")):
                    path = os.path.join(folder, name)
                    with open(path) as f:
                        result[os.path.relpath(path, self.folder)] = f.read()
        return result


def tidy(s):
    command = [f"{s.args.llvm}/clang-tidy",
               f"--load={s.args.build}/lib/OwnershipTidy.so", "--quiet",
               "--checks=-*,ownership-*", "--header-filter=.*", "--config={}"]
    said = s.run(*command, s.file, "--", *s.args.flags)
    s.run(*command, "--fix", s.file, "--", *s.args.flags)
    return s.messages(said), s.texts()


def plugin(s):
    said = s.run(f"{s.args.llvm}/clang++", *s.args.flags, "-fsyntax-only",
                 f"-fplugin={s.args.build}/lib/OwnershipClang.so",
                 "-fdiagnostics-parseable-fixits", s.file)
    edits = {}
    for line in said.splitlines():
        m = FIXIT.match(line)
        if m:
            path = os.path.relpath(os.path.realpath(
                os.path.join(s.folder, m["file"])), s.folder)
            text = m["text"].encode().decode("unicode_escape")
            edits.setdefault(path, set()).add(
                ((int(m["l1"]), int(m["c1"])), (int(m["l2"]), int(m["c2"])), text))
    texts = s.texts()
    for path, changes in edits.items():
        texts[path] = apply(texts[path], changes)
    return s.messages(said), texts


def apply(text, edits):
    """Edits are by line and column, each of which starts at 1."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for begin, end, new in sorted(edits, reverse=True):
        b, e = (starts[line - 1] + column - 1 for line, column in (begin, end))
        text = text[:b] + new + text[e:]
    return text


def analyzer(s):
    command = [f"{s.args.llvm}/clang++", *s.args.flags, "--analyze",
               f"-fplugin={s.args.build}/lib/OwnershipClang.so",
               "-Xclang", "-analyzer-checker=ownership",
               "-Xclang", "-analyzer-output=text"]
    said = s.messages(s.run(*command, s.file))
    s.run(*command, "-Xclang", "-analyzer-config",
          "-Xclang", "apply-fixits=true", s.file)
    return without_last_step(said), s.texts()


def clangd(s):
    return edit(s, [f"{s.args.build}/bin/clangd-ownership"])


def preloaded(s):
    return edit(s, [f"{s.args.build}/preload/clangd-ownership"])


def edit(s, command):
    """Opens the file in an editor and applies all quick fixes, one by one."""
    with open(os.path.join(s.folder, "compile_flags.txt"), "w") as f:
        f.write("\n".join(s.args.flags))
    with lsp.Server(command, s.folder) as server:
        file = server.open(s.file)
        said = [m for finding in sorted(file.findings(), key=place)
                for m in messages(s, finding)]
        while True:
            fixes = [a for finding in file.findings()
                     for a in file.actions(finding)]
            if not fixes:
                break
            file.apply(fixes[0])
        with open(s.file, "w") as f:
            f.write(file.text)
    return said, s.texts()


def place(finding):
    start = finding["range"]["start"]
    return start["line"], start["character"]


def messages(s, finding):
    def message(path, at, kind, text):
        start = at["start"]
        return (f"{os.path.relpath(os.path.realpath(path), s.folder)}:"
                f"{start['line'] + 1}:{start['character'] + 1}: {kind}: {text}")

    kind = {1: "error", 2: "warning"}.get(finding["severity"], "remark")
    yield message(s.file, finding["range"], kind,
                  NAME.sub("", finding["message"].splitlines()[0].replace(
                      " (fix available)", "")))
    for related in finding.get("relatedInformation") or []:
        uri = urllib.parse.urlparse(related["location"]["uri"])
        # clangd writes what it says with a capital.
        text = related["message"]
        yield message(urllib.parse.unquote(uri.path),
                      related["location"]["range"], "note",
                      text[0].lower() + text[1:])


def without_last_step(messages):
    """Each path ends with the warning once more, as a step."""
    result = []
    for message in messages:
        where, kind, text = message.split(": ", 2)
        if kind != "note":
            last = (where, text)
        elif (where, text) == last:
            continue
        result.append(message)
    return result


def limits(name, messages, before, fixed):
    """What `name` says and makes of it where clang-tidy says `messages` and
    makes of the texts `before` those in `fixed`."""
    if name in ("clangd", "preloaded clangd"):
        return in_editor(messages, before, fixed)
    if name != "analyzer":
        return messages, fixed
    # It runs no checker on a file that does not compile.
    if any(m.endswith(": the file does not compile") for m in messages):
        return [], before
    # It changes one file at most.
    if sum(before[path] != fixed[path] for path in before) > 1:
        where = messages[0].split(": ", 1)[0]
        return messages + [f"{where}: note: the fix changes several files: "
                           "apply it with clang-tidy --fix"], before
    return messages, fixed


def in_editor(messages, before, fixed):
    """An editor shows and changes the open file only: what is elsewhere is shown
    at the statement here, and has no fix. For inputs with one finding."""
    main, = (path for path in before if path.endswith(".cpp"))
    if not messages or messages[0].startswith(main):
        return messages, fixed
    where, kind, text = messages[0].split(": ", 2)
    notes = messages[1:]
    here = next(n for n in notes if n.startswith(main) and ": note: here " in n)
    result = [f"{here.split(': ', 1)[0]}: {kind}: {text}"]
    if before == fixed:
        return result + notes, fixed
    field = text.split("'")[1].split("::")[-1]
    return result + [n for n in notes if ": note: once it is weak, " not in n] + [
        f"{where}: note: no fix is offered for '{field}': a fix would have to "
        "change this file too, and an editor changes the open one only; "
        "clang-tidy --fix may offer one"], before


def difference(expected, found):
    return "\n".join(difflib.unified_diff(expected, found, "clang-tidy",
                                          "this surface", lineterm="", n=0))


def changes(before, after):
    for path in sorted(before):
        for line in difflib.ndiff(before[path].splitlines(),
                                  after[path].splitlines()):
            if line[0] in "+-":
                yield line[0] + line[2:].strip()


def main():
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser()
    parser.add_argument("--llvm", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("file")
    parser.add_argument("work")
    args = parser.parse_args(sys.argv[1:split])
    args.flags = sys.argv[split + 1:]

    before = Session(args, "before").texts()
    said, fixed = tidy(Session(args, "clang-tidy"))
    print("\n".join(said))
    edited = list(changes(before, fixed))
    if edited:
        print("fixed:", *edited, sep="\n")

    status = 0
    for name, surface in (("plugin", plugin), ("analyzer", analyzer),
                          ("clangd", clangd), ("preloaded clangd", preloaded)):
        expected, result = limits(name, said, before, fixed)
        other_said, other_fixed = surface(Session(args, name))
        if other_said != expected:
            status = 1
            print(f"the {name} says something else:",
                  difference(expected, other_said), sep="\n")
        if other_fixed != result:
            status = 1
            print(f"the {name} fixes something else:",
                  *changes(result, other_fixed), sep="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
