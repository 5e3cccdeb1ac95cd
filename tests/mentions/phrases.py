"""Reads the suites: texts in which the expected mentions are marked {surface|EDTF}."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from corpus_pkg.model import LanguageLabel, RoleLabel, Segment, Span

_MARK = re.compile(r"\{([^{|}]+)\|([^{}]+)\}", re.DOTALL)
SUITES = sorted((Path(__file__).parent / "suites").glob("*.toml"))


class Case(NamedTuple):
    label: str
    language: str
    text: str
    expected: tuple[tuple[int, str, str], ...]
    """Start, surface and EDTF of each mention."""


def read_case(label: str, language: str, marked: str) -> Case:
    text, expected, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        expected.append((len(text), mark[1], mark[2]))
        text += mark[1]
        at = mark.end()
    return Case(label, language, text + marked[at:], tuple(expected))


def suite(path: Path) -> list[Case]:
    table = tomllib.loads(path.read_text("utf-8"))
    rows = [*table["phrases"].items(), *table["look_alikes"].items()]
    return [read_case(f"{path.stem}: {label}", table["language"], marked) for label, marked in rows]


def paragraphs(text: str, language: str = "en") -> tuple[list[Segment], list[LanguageLabel], list[RoleLabel]]:
    """Segments by blank lines, all in one language and all body."""
    found = [m.span() for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*(?<=\S)", text)]
    segments = [Segment(Span(*span), 1, 1, text[slice(*span)], None, "test") for span in found]
    label = LanguageLabel(language, None, "Latn", 1.0, "configured")
    return segments, [label] * len(segments), [RoleLabel("body", "test")] * len(segments)
