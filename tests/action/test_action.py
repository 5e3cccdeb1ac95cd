"""The action's script under the environment that GitHub sets, and the files that name it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from corpus_pkg.check.changed_lines import read_changed_lines
from corpus_pkg.cli.app import COMMANDS
from corpus_pkg.github.__main__ import main

ROOT = Path(__file__).parents[2]

TEXT = "The mill\n\nIn October 1926 the people built a mill. It burned down in 1931.\n"


def git(folder, *arguments):
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    ended = subprocess.run(
        ["git", "-C", folder, *settings, *arguments], check=True, capture_output=True, text=True
    )
    return ended.stdout.strip()


@pytest.fixture
def workspace(tmp_path):
    """A checked-out pull request: one commit on the main branch, one of the change."""
    folder = tmp_path / "work/my-corpus"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/corpus.toml").write_text('name = "small"\nversion = "1.0.0"\n')
    (folder / "seeds/first.txt").write_text(TEXT)
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "the seeds")
    base = git(folder, "rev-parse", "HEAD")
    (folder / "seeds/second.txt").write_text("The school\n\nThe school opened on 31 June 1934.\n")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "another seed")
    event = {"number": 7, "pull_request": {"number": 7, "base": {"sha": base}}}
    (tmp_path / "event.json").write_text(json.dumps(event))
    return folder


def environment(workspace, **more):
    room = workspace.parents[1]
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_EVENT_PATH": str(room / "event.json"),
        "GITHUB_STEP_SUMMARY": str(room / "summary"),
        "GITHUB_OUTPUT": str(room / "output"),
        "RUNNER_TEMP": str(room),
        "CORPUS_PKG_SEEDS": "seeds",
        **more,
    }


def outputs(workspace):
    lines = (workspace.parents[1] / "output").read_text().strip().split("\n")
    return dict(line.split("=", 1) for line in lines)


def test_a_pull_request_is_checked_and_told_in_every_form(workspace):
    ended = subprocess.run(
        [sys.executable, "-m", "corpus_pkg.github"],
        env={**os.environ, **environment(workspace)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1, ended.stderr
    assert "::error file=seeds/corpus.toml,title=version-exists::" in ended.stdout
    told = outputs(workspace)
    assert (told["exit-code"], told["errors"], told["version-asked"]) == ("1", "1", "1.1.0")
    folder = Path(told["folder"])
    assert json.loads(Path(told["sarif"]).read_text())["version"] == "2.1.0"
    assert json.loads((folder / "findings.json").read_text())["version_asked"] == "1.1.0"
    assert "second.txt" in (folder / "comment.md").read_text()
    assert (folder / "pull-request.txt").read_text() == "7\n"
    assert "The change asks for version" in (workspace.parents[1] / "summary").read_text()
    assert git(workspace, "status", "--porcelain") == ""


def test_a_published_version_is_preferred_to_the_base(workspace, capfd):
    from corpus_pkg.cli.app import run

    seeds, dist = workspace / "seeds", workspace / "dist"
    assert run(["build", str(seeds), "--output", str(dist), "--quiet"]) == 0
    assert main(environment(workspace)) == 0
    assert outputs(workspace)["version-asked"] == ""
    assert "The same as small 1.0.0" in capfd.readouterr().err


INPUTS = {
    "a gate left open": ({"CORPUS_PKG_ALLOW": "version-exists, seed-removed"}, 0),
    "an unknown gate": ({"CORPUS_PKG_ALLOW": "version-exist"}, 2),
    "no such folder of seeds": ({"CORPUS_PKG_SEEDS": "nowhere"}, 2),
    "no event": ({"GITHUB_EVENT_PATH": "/nowhere"}, 0),
    "a shallow clone": ({"GITHUB_EVENT_PATH": "shallow"}, 0),
    "the first push of a branch": ({"GITHUB_EVENT_PATH": "first"}, 0),
}


@pytest.mark.parametrize("label", INPUTS)
def test_inputs_and_events(label, workspace, capfd):
    given, code = INPUTS[label]
    room = workspace.parents[1]
    (room / "shallow").write_text(json.dumps({"before": "1" * 40}))
    (room / "first").write_text(json.dumps({"before": "0" * 40}))
    if given.get("GITHUB_EVENT_PATH") in ("shallow", "first"):
        given = {"GITHUB_EVENT_PATH": str(room / given["GITHUB_EVENT_PATH"])}
    assert main(environment(workspace, **given)) == code
    assert outputs(workspace)["exit-code"] == str(code)
    assert (room / "summary").read_text().startswith("### corpus-pkg")
    assert (room / "corpus-pkg/comment.md").exists()
    assert "Traceback" not in capfd.readouterr().err


PATCH = """diff --git a/a b.txt b/a b.txt
--- a b.txt\t
+++ a b.txt\t
@@ -1,0 +2,3 @@ context
+x
++++ y.txt
+z
@@ -9 +12 @@
-old
+new
diff --git "a/\\355\\225\\234.txt" "b/\\355\\225\\234.txt"
--- /dev/null
+++ "\\355\\225\\234.txt"
@@ -0,0 +1 @@
+first
diff --git a/gone.txt b/gone.txt
--- gone.txt
+++ /dev/null
@@ -1,2 +0,0 @@
-a
-b
"""


def test_changed_lines_are_read_from_a_patch():
    assert read_changed_lines(PATCH) == {"a b.txt": {2, 3, 4, 12}, "한.txt": {1}}


def test_the_action_names_what_is_there():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    steps = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite"
    (check,) = [step for step in steps if step.get("id") == "check"]
    assert check["run"] == "python -m corpus_pkg.github"
    assert all("shell" in step for step in steps if "run" in step)
    source = (ROOT / "src/corpus_pkg/github/__main__.py").read_text()
    assert all(name in source for name in check["env"])
    used = [value["value"] for value in action["outputs"].values()]
    assert all(f"{name}" in value for name, value in zip(action["outputs"], used, strict=True))


def test_the_hook_calls_a_command_that_is_there():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    program, command, *options = hook["entry"].split()
    assert program == "corpus-pkg"
    assert command in [known.__name__ for known in COMMANDS]
    assert options == ["--quiet"]
