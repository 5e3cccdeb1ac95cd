"""From a row of a package to its seed lines and the rules that made it, and from a seed line to its rows."""

from corpus_pkg.trace.find import trace_line, trace_row, trace_target
from corpus_pkg.trace.render import render_json, render_text
from corpus_pkg.trace.values import Link, Reason, SeedLine, Traced

__all__ = [
    "Link",
    "Reason",
    "SeedLine",
    "Traced",
    "render_json",
    "render_text",
    "trace_line",
    "trace_row",
    "trace_target",
]
