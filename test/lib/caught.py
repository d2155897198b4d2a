"""What says that a conversion failed its trial, and that a form has a bug.

A form that rewrites a program into one that does not compile is wrong, though
its user only misses a fix. So the scripts that run the check let no such note
pass, and the number of those that do in a whole run is the number of failures.
"""
import re

NOTE = re.compile(r"note: (no fix is offered for .*: "
                  r"(?:with it|together with the other fixes), .*)")


def caught(said):
    """The notes in what clang-tidy \\p said."""
    return NOTE.findall(said)
