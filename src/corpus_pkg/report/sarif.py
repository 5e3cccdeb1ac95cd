"""Findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from corpus_pkg.findings import LEVELS, SEVERITIES, Entry, Finding, Related, catalogue
from corpus_pkg.report.values import Report, fingerprints, well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

FINGERPRINT = "corpusPkgFinding/v1"

MOST_RESULTS = 25_000
"""GitHub refuses a run with more; the gravest stay, and the run's properties count them all."""

_LEVEL = {"error": "error", "warning": "warning", "notice": "note"}


def render_sarif(report: Report) -> str:
    """Render as a SARIF log of one run; waived findings are suppressed results."""
    results = [
        *_results(report.findings, report, waived=False),
        *_results(report.waived, report, waived=True),
    ]
    gravest = sorted(results, key=lambda result: ("suppressions" in result, _grade(result)))
    kept = results if len(results) <= MOST_RESULTS else gravest[:MOST_RESULTS]
    codes = list(dict.fromkeys(result["ruleId"] for result in kept))
    for result in kept:
        result["ruleIndex"] = codes.index(result["ruleId"])
    driver = {
        "name": "corpus-pkg",
        "version": report.tool_version,
        "rules": [_rule(catalogue()[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": kept,
        "properties": {
            "counts": {**report.counts(), "waived": len(report.waived)},
            "rows": dict(report.rows),
        },
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return well_formed(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _grade(result: dict[str, Any]) -> int:
    return [_LEVEL[severity] for severity in SEVERITIES].index(result["level"])


def _rule(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "name": "".join(word.capitalize() for word in entry.code.split("-")),
        "shortDescription": {"text": entry.meaning},
        "fullDescription": {"text": entry.meaning},
        "help": {"text": entry.hint, "markdown": entry.hint},
        "defaultConfiguration": {"level": _LEVEL[entry.severity]},
        "properties": {"tags": [LEVELS[entry.level]], "problem.severity": _problem(entry)},
    }


def _problem(entry: Entry) -> str:
    # The three words that GitHub code scanning knows.
    return "recommendation" if entry.severity == "notice" else entry.severity


def _results(findings: Sequence[Finding], report: Report, *, waived: bool) -> list[dict[str, Any]]:
    results = []
    for found, fingerprint in zip(findings, fingerprints(findings), strict=True):
        result: dict[str, Any] = {
            "ruleId": found.code,
            "level": _LEVEL[found.severity],
            "message": {"text": found.message or found.code},
            "locations": [_location(found, report)],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        if found.related:
            result["relatedLocations"] = [
                {"id": n, **_location(related, report), "message": {"text": related.message}}
                for n, related in enumerate(found.related, start=1)
            ]
        if report.new is not None:
            result["baselineState"] = "new" if fingerprint in report.new else "unchanged"
        if waived:
            result["suppressions"] = [{"kind": "external", "justification": "waived in corpus.toml"}]
        if told := {key: value for key, value in _row(found).items() if value is not None}:
            result["properties"] = told
        results.append(result)
    return results


def _location(place: Finding | Related, report: Report) -> dict[str, Any]:
    # Code scanning services show nothing that has no file: what concerns the whole corpus lies in its corpus.toml.
    config = report.path(Related("", path="corpus.toml")) or ""
    file = place.file if isinstance(place, Finding) else None
    uri = quote(well_formed(report.path(place) or file or config))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if place.path and place.line:
        physical["region"] = _region(place)
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.table:
        names = filter(None, (place.table, place.key, getattr(place, "field", None)))
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(names), "kind": "element"}]
    return location


def _region(place: Finding | Related) -> dict[str, int]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": getattr(place, "end_line", None),
        "endColumn": getattr(place, "end_column", None) if place.column else None,
    }
    return {key: number for key, number in region.items() if number}


def _row(found: Finding) -> dict[str, object]:
    return {
        "documentId": found.document_id,
        "table": found.table,
        "key": found.key,
        "column": found.field,
        "value": found.value,
        "file": found.file,
        "record": found.record,
    }
