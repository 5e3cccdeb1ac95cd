"""The forms of reports by name, and the option that asks for them."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus_pkg.errors import UsageError
from corpus_pkg.report.github import render_github
from corpus_pkg.report.junit import render_junit
from corpus_pkg.report.machine import render_json, render_jsonl
from corpus_pkg.report.markdown import render_markdown, render_summary
from corpus_pkg.report.sarif import render_sarif
from corpus_pkg.report.text import render_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus_pkg.report.values import Report

FORMS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": render_text,
        "json": render_json,
        "jsonl": render_jsonl,
        "sarif": render_sarif,
        "junit": render_junit,
        "github": render_github,
        "markdown": render_markdown,
        "summary": render_summary,
    }
)


def render(form: str, report: Report) -> str:
    """Render a report in the form of that name."""
    return FORMS[form](report)


def parse_report_option(option: str) -> tuple[str, Path | None]:
    """Read ``FORM`` or ``FORM=FILE``; without a file the report goes to standard output.

    Raises:
        UsageError: there is no such form, or the file after ``=`` has no name.

    """
    form, equals, file = option.partition("=")
    if form not in FORMS:
        near = get_close_matches(form.lower(), FORMS, 1, 0.4)
        advice = f"did you mean {near[0]}?" if near else f"the forms are {', '.join(FORMS)}"
        raise UsageError(f"--report {option}: there is no form {form!r}; {advice}")
    if equals and not file:
        raise UsageError(f"--report {option}: name a file after the =")
    return form, Path(file) if file else None
