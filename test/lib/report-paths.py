#!/usr/bin/env python3
"""Prints the paths of an analyzer's report, a step a line.

    report-paths.py plist|sarif FILE

For each report `checker: message`, then its steps as `file:line:column: text`,
files without their folder.
"""
import json
import os
import plistlib
import sys


def from_plist(path):
    with open(path, "rb") as f:
        report = plistlib.load(f)
    for diagnostic in report["diagnostics"]:
        steps = []
        for piece in diagnostic["path"]:
            if piece["kind"] == "event":
                at = piece["location"]
                steps.append((report["files"][at["file"]], at["line"],
                              at["col"], piece["message"]))
        yield diagnostic["check_name"], diagnostic["description"], steps


def from_sarif(path):
    with open(path) as f:
        runs = json.load(f)["runs"]
    for run in runs:
        for result in run["results"]:
            steps = []
            for step in result["codeFlows"][0]["threadFlows"][0]["locations"]:
                at = step["location"]["physicalLocation"]
                region = at["region"]
                steps.append((at["artifactLocation"]["uri"],
                              region["startLine"], region["startColumn"],
                              step["location"]["message"]["text"]))
            yield result["ruleId"], result["message"]["text"], steps


def main(kind, path):
    for checker, message, steps in {"plist": from_plist,
                                    "sarif": from_sarif}[kind](path):
        print(f"{checker}: {message}")
        for name, line, column, text in steps:
            print(f"{os.path.basename(name)}:{line}:{column}: {text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
