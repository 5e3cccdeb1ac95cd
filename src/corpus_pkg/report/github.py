"""Findings as workflow commands of GitHub Actions, which puts them beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.findings import SEVERITIES, Finding
from corpus_pkg.report.values import Report, counted, fingerprints, well_formed

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 10
"""A step shows ten annotations of each kind and drops the rest without a word."""


def render_github(report: Report) -> str:
    """Render at most ten annotations of each severity: new findings on changed lines first.

    What is left out is counted in a plain line at the end.
    """
    ranked = sorted(
        zip(report.findings, fingerprints(report.findings), strict=True),
        key=lambda pair: (not _is_new(pair[1], report), not _is_on_changed_line(pair[0], report)),
    )
    lines = []
    left_out = []
    for severity in SEVERITIES:
        findings = [found for found, _ in ranked if found.severity == severity]
        lines += [_command(found, report) for found in findings[:MOST]]
        if len(findings) > MOST:
            left_out.append(counted(len(findings) - MOST, f"more {severity}"))
    if left_out:
        lines.append(f"corpus-pkg: {', '.join(left_out)}: see the summary of this step")
    return well_formed("".join(line + "\n" for line in lines))


def _is_new(fingerprint: str, report: Report) -> bool:
    return report.new is None or fingerprint in report.new


def _is_on_changed_line(found: Finding, report: Report) -> bool:
    if report.changed_lines is None or found.path is None:
        return report.changed_lines is None
    changed = report.changed_lines.get(found.path, frozenset())
    return found.line in changed if found.line else bool(changed)


def _command(found: Finding, report: Report) -> str:
    properties: dict[str, object] = {"file": report.path(found), "line": found.line}
    if found.line and found.end_line and found.end_line != found.line:
        properties["endLine"] = found.end_line  # columns are only understood within one line
    elif found.line and found.column:
        properties["col"] = found.column
        properties["endColumn"] = max(found.column, (found.end_column or 0) - 1)
    properties["title"] = f"{found.code}: {found.table}" if found.table and not found.path else found.code
    place = "" if found.path else f"{report.place(found)}: "
    return f"::{found.severity} {_properties(properties)}::{_data(f'{place}{found.message} {found.hint}')}"


def _properties(properties: Mapping[str, object]) -> str:
    told = {key: _data(str(value)) for key, value in properties.items() if value}
    return ",".join(f"{key}={value.replace(':', '%3A').replace(',', '%2C')}" for key, value in told.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
