#!/usr/bin/env python3
"""Runs a template for CI in the current folder, a checkout, as its host would.

    run-template.py github TEMPLATE EVENT [NAME=VALUE...]
    run-template.py gitlab TEMPLATE [NAME=VALUE...]

NAME=VALUE stand for what the host or the user of the template sets. All steps run
in their order, but for those that need a network, and the host's actions; each is
told with its exit status. Exits as the job would: 1 if a step failed.
"""
import os
import re
import subprocess
import sys

import yaml

NETWORK = re.compile(r"\b(apt-get|wget|curl)\b")


def tell(*words):
    print("##", *words, flush=True)


def run(name, shell, script, env):
    """Whether the step succeeded; what needs a network is taken to."""
    if NETWORK.search(script):
        tell(name, "skipped: network")
        return True
    status = subprocess.run([*shell, "-c", script], env=env).returncode
    tell(name, "exit", status)
    return status == 0


def condition(text, event, succeeded):
    """Whether a step with this "if" runs. Without always() it also takes success."""
    expression = text or "True"
    always = "always()" in expression
    for old, new in (("&&", "and"), ("||", "or"), ("always()", "True"),
                     ("github.event_name", repr(event))):
        expression = expression.replace(old, new)
    holds = eval(expression, {"hashFiles": lambda f: "#" * os.path.exists(f)})
    return holds and (succeeded or always)


def github(template, event, env):
    with open(template) as f:
        workflow = yaml.safe_load(f)
    # YAML 1.1 takes the key "on" for true.
    triggers = workflow.get("on", workflow.get(True))
    assert event in triggers, triggers
    job, = workflow["jobs"].values()
    env = {**os.environ, **workflow.get("env", {}), **job.get("env", {}), **env,
           "GITHUB_ACTIONS": "true", "CI": "true"}
    succeeded = True
    for step in job["steps"]:
        name = step.get("name") or step["uses"]
        if not condition(step.get("if"), event, succeeded):
            tell(name, "does not run")
        elif "uses" in step:
            assert re.fullmatch(r"[\w/-]+@v\d+", step["uses"]), step
            tell(name, *(f"{k}={v}" for k, v in step.get("with", {}).items()))
        else:
            shell = ["bash", "--noprofile", "--norc", "-e"]
            succeeded &= run(name, shell, step["run"], env)
    return succeeded


def gitlab(template, env):
    with open(template) as f:
        jobs = yaml.safe_load(f)
    job, = jobs.values()
    host = {"CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": os.getcwd()}
    given = {name: re.sub(r"\$(\w+)", lambda m: host.get(m[1], m[0]), value)
             for name, value in job.get("variables", {}).items()}
    env = {**os.environ, **given, **host, **env}
    succeeded = True
    for line in [*job.get("before_script", []), *job["script"]]:
        succeeded = succeeded and run(line.split()[0], ["bash", "-e"], line, env)
    artifact = job["artifacts"]["reports"]["codequality"]
    if job["artifacts"]["when"] == "always" and os.path.exists(artifact):
        tell("artifact", artifact)
    return succeeded


def main(host, template, *rest):
    set_by_host = dict(r.split("=", 1) for r in rest if "=" in r)
    events = [r for r in rest if "=" not in r]
    run_job = {"github": github, "gitlab": gitlab}[host]
    return 0 if run_job(template, *events, set_by_host) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
