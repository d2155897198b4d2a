"""settings.py PREFIX: reads the installed settings of editors, each in its own
format, and fails if one does not name a program of the same install tree."""

import configparser
import json
import os
import sys

try:
    import tomllib
except ImportError:  # before Python 3.11
    tomllib = None

prefix = sys.argv[1]
folder = os.path.join(prefix, "share/clang-ownership/editors")


def read(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def check(name, program):
    path = os.path.join(prefix, "bin", os.path.basename(program))
    if not os.access(path, os.X_OK):
        sys.exit(f"{name}: no program {program}")


check("vscode", json.loads(read("vscode/settings.json"))["clangd.path"])

if tomllib:
    servers = tomllib.loads(read("helix/languages.toml"))["language-server"]
    check("helix", servers["clangd"]["command"])

ini = configparser.ConfigParser()
ini.optionxform = str  # Qt's keys have upper and lower case.
ini.read_string(read("qtcreator/QtCreator.ini"))
check("qtcreator", ini["ClangdSettings"]["ClangdPath"])
