"""``python -m corpus_pkg.github``: the step of ``action.yml`` that checks.

Inputs come as ``CORPUS_PKG_…`` variables, since a composite action passes none itself; everything else is what
GitHub sets: https://docs.github.com/actions/reference/workflows-and-actions/variables
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_pkg.check.git import ask_git
from corpus_pkg.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_COMMIT = "0" * 40
"""What a push event gives as the commit before the first one of a branch."""


def main(environ: Mapping[str, str]) -> int:
    """Check, write the summary, the outputs and the files to upload; gives the exit code of ``check``."""
    os.chdir(environ.get("GITHUB_WORKSPACE") or ".")
    folder = Path(environ.get("RUNNER_TEMP") or ".").absolute() / "corpus-pkg"
    folder.mkdir(parents=True, exist_ok=True)
    event = read_event(environ)
    forms = {
        "sarif": "findings.sarif",
        "json": "findings.json",
        "markdown": "comment.md",
        "summary": "summary.md",
    }
    arguments = ["check", *call_of(environ, event), "--report", "github"]
    for form, name in forms.items():
        arguments += ["--report", f"{form}={folder / name}"]
    code = run(arguments)
    sys.stdout.flush()
    summary = folder / forms["summary"]
    told = summary.read_text(encoding="utf-8") if summary.exists() else _failure(code)
    _append(environ.get("GITHUB_STEP_SUMMARY"), told)
    if not (folder / forms["markdown"]).exists():
        (folder / forms["markdown"]).write_text(told, encoding="utf-8")
    if number := event.get("number") or event.get("pull_request", {}).get("number"):
        (folder / "pull-request.txt").write_text(f"{number}\n", encoding="utf-8")
    outputs = {"exit-code": code, "folder": folder, **_results(folder / forms["json"])}
    if (folder / forms["sarif"]).exists():
        outputs["sarif"] = folder / forms["sarif"]
    _append(environ.get("GITHUB_OUTPUT"), "".join(f"{key}={value}\n" for key, value in outputs.items()))
    return code


def read_event(environ: Mapping[str, str]) -> dict[str, Any]:
    """What set the workflow off; nothing where GitHub says nothing that can be read."""
    try:
        event = json.loads(Path(environ.get("GITHUB_EVENT_PATH", "")).read_bytes())
    except (OSError, ValueError):
        return {}
    return event if isinstance(event, dict) else {}


def call_of(environ: Mapping[str, str], event: Mapping[str, Any]) -> list[str]:
    """The arguments of ``check`` that the inputs of the action and its event ask for."""
    seeds = environ.get("CORPUS_PKG_SEEDS") or "seeds"
    output = environ.get("CORPUS_PKG_OUTPUT") or "dist"
    arguments = [seeds, "--output", output, "--fail-on", environ.get("CORPUS_PKG_FAIL_ON") or "error"]
    base = base_of(event)
    if base and ask_git(Path(), "cat-file", "-e", f"{base}^{{commit}}") is None:
        base = None  # a shallow clone: actions/checkout needs fetch-depth: 0
    against = environ.get("CORPUS_PKG_AGAINST") or None
    if against is None and base and not any(Path(output).glob("*/datapackage.json")):
        against = (
            base  # nothing is published in the repository: the branch that the change goes to stands for it
        )
    if against:
        arguments += ["--against", against]
    if base:
        arguments += ["--changed-since", base]
    for code in (environ.get("CORPUS_PKG_ALLOW") or "").replace(",", " ").split():
        arguments += ["--allow", code]
    return arguments


def base_of(event: Mapping[str, Any]) -> str | None:
    """The commit that a pull request or a push starts from."""
    pull_request = event.get("pull_request") or {}
    commit = (pull_request.get("base") or {}).get("sha") or event.get("before")
    return commit if isinstance(commit, str) and commit != NO_COMMIT else None


def _results(report: Path) -> dict[str, object]:
    if not report.exists():
        return {}
    told = json.loads(report.read_text(encoding="utf-8"))
    counts = {f"{severity}s": told["counts"][severity] for severity in ("error", "warning", "notice")}
    return {**counts, "version-asked": told["version_asked"] or ""}


def _failure(code: int) -> str:
    return f"### corpus-pkg\n\nThe check could not run (exit code {code}): the log of this step says why.\n"


def _append(file: str | None, text: str) -> None:
    if file:
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(text)


if __name__ == "__main__":
    sys.exit(main(os.environ))
