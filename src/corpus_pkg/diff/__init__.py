"""Comparing two packages: what was lost, changed and added, and what it asks of the version."""

from corpus_pkg.diff.changes import Changes, Step, undivided
from corpus_pkg.diff.compare import diff_packages, diff_sides, widen
from corpus_pkg.diff.forms import SAMPLES, render_html, render_markdown, render_text
from corpus_pkg.diff.machine import render_json
from corpus_pkg.diff.sides import METADATA, Rows, Side, side_of
from corpus_pkg.diff.values import (
    FATES,
    Difference,
    Fate,
    Reason,
    Renamed,
    RowChange,
    SchemaChange,
    SeedChange,
    TableDifference,
)

__all__ = [
    "FATES",
    "METADATA",
    "SAMPLES",
    "Changes",
    "Difference",
    "Fate",
    "Reason",
    "Renamed",
    "RowChange",
    "Rows",
    "SchemaChange",
    "SeedChange",
    "Side",
    "Step",
    "TableDifference",
    "diff_packages",
    "diff_sides",
    "render_html",
    "render_json",
    "render_markdown",
    "render_text",
    "side_of",
    "undivided",
    "widen",
]
