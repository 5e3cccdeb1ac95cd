"""Findings as JUnit XML, which most servers for continuous integration read."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

if TYPE_CHECKING:
    from corpus_pkg.findings import Finding
    from corpus_pkg.report.values import Report

_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render_junit(report: Report) -> str:
    """Render one suite for each seed, one case for each finding.

    Errors are failures, waived findings are skipped, warnings and notices are cases that pass and say why. A
    report without findings has one case that passes, since servers take a file without cases for a mistake.
    """
    waived = set(map(id, report.waived))
    everything = sorted([*report.findings, *report.waived], key=lambda found: (_suite(found, report), found))
    suites = Element("testsuites", name="corpus-pkg")
    for name, held in groupby(everything, key=lambda found: _suite(found, report)):
        suite = SubElement(suites, "testsuite", name=name)
        for found in held:
            _case(suite, found, report, waived=id(found) in waived)
    if not everything:
        suite = SubElement(suites, "testsuite", name=_xml(report.corpus or "corpus"))
        SubElement(suite, "testcase", classname="corpus-pkg", name="no findings")
    for suite in suites:
        _count(suite)
    _count(suites)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _case(suite: Element, found: Finding, report: Report, *, waived: bool) -> None:
    place = _xml(report.place(found))
    told = f"{place}: {found.severity}[{found.code}] {_xml(found.message)}"
    case = SubElement(suite, "testcase", classname=found.code, name=f"{found.code} at {place}")
    if found.path:
        case.set("file", _xml(report.path(found) or ""))
    if found.line:
        case.set("line", str(found.line))
    if waived:
        SubElement(case, "skipped", message="waived in corpus.toml")
    elif found.severity == "error":
        failure = SubElement(case, "failure", type=found.code, message=_xml(found.message))
        failure.text = f"{told}\nhint: {found.hint}"
    else:
        SubElement(case, "system-out").text = f"{told}\nhint: {found.hint}"


def _count(suite: Element) -> None:
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    suite.set("errors", "0")


def _suite(found: Finding, report: Report) -> str:
    return _xml(report.path(found) or found.file or report.corpus or "corpus")


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
