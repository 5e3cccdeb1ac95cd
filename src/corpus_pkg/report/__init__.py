"""Findings told in the forms that people and programs read: all of them from one list."""

from corpus_pkg.report.forms import FORMS, parse_report_option, render
from corpus_pkg.report.values import Change, Report, fingerprints

__all__ = ["FORMS", "Change", "Report", "fingerprints", "parse_report_option", "render"]
