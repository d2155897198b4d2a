"""entries.py sarif|gitlab REPORT: file, line and fingerprint's presence of each."""
import json
import sys

kind, path = sys.argv[1:]
with open(path) as f:
    report = json.load(f)
if kind == "gitlab":
    for i in report:
        assert i["fingerprint"]
        print(i["location"]["path"], i["location"]["lines"]["begin"])
else:
    for r in report["runs"][0]["results"]:
        where = r["locations"][0]["physicalLocation"]
        print(where["artifactLocation"]["uri"], where["region"]["startLine"])
