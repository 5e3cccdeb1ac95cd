"""Findings for programs: JSON and JSON Lines, as ``schemas/reports/findings.schema.json`` says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpus_pkg.report.values import Report, fingerprints, well_formed

if TYPE_CHECKING:
    from corpus_pkg.findings import Finding

FORMAT_VERSION = 1
"""Of the JSON forms: rises when a program that reads them would have to change."""


def render_json(report: Report) -> str:
    """Render as one JSON object."""
    told = {
        "format": "corpus-pkg-findings",
        "format_version": FORMAT_VERSION,
        "tool_version": report.tool_version,
        "corpus": report.corpus,
        "version": report.version,
        "version_asked": report.asked,
        "counts": {**report.counts(), "waived": len(report.waived)},
        "rows": dict(report.rows),
        "changes": [change._asdict() for change in report.changes],
        "findings": _records(report.findings, report),
        "waived": _records(report.waived, report, waived=True),
    }
    return well_formed(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def render_jsonl(report: Report) -> str:
    """Render as one JSON object a line: each finding, the waived ones last."""
    records = [*_records(report.findings, report), *_records(report.waived, report, waived=True)]
    # Readers that split lines as Python's str.splitlines does must not find a line end inside a record.
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return well_formed("".join(_one_line(line) for line in lines))


def _one_line(line: str) -> str:
    return line.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _records(
    findings: tuple[Finding, ...], report: Report, *, waived: bool = False
) -> list[dict[str, object]]:
    return [
        {
            **found._asdict(),
            "related": [related._asdict() for related in found.related],
            "fingerprint": fingerprint,
            "hint": found.hint,
            "new": None if report.new is None else fingerprint in report.new,
            "waived": waived,
        }
        for found, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
