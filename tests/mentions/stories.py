"""Reads the stories: paragraphs with roles, in which the mentions are marked {surface|EDTF} as resolved."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from corpus_pkg.model import LanguageLabel, RoleLabel, Segment, Span
from mentions.phrases import read_case

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))
_SCRIPTS = {"ko": "Kore", "ru": "Cyrl"}


class Story(NamedTuple):
    label: str
    published: str | None
    """The document's own date in EDTF."""
    text: str
    segments: tuple[Segment, ...]
    roles: tuple[RoleLabel, ...]
    languages: tuple[LanguageLabel, ...]
    expected: tuple[tuple[int, str, str], ...]
    """Start, surface and EDTF of each mention after its year is resolved."""


def story(path: Path) -> Story:
    """A story file: ``language``, perhaps ``published``, and ``[[paragraph]]`` with ``role`` and ``text``.

    Every paragraph under a heading is governed by the last heading before it, except titles and apparatus marked
    ``heading = false``.
    """
    table = tomllib.loads(path.read_text("utf-8"))
    language = table["language"]
    text, segments, roles, expected, heading = "", [], [], [], None
    for index, row in enumerate(table["paragraph"]):
        case = read_case(path.stem, language, row["text"])
        start, line = len(text), text.count("\n") + 1
        text += case.text
        reading = " ".join(case.text.split())
        segments.append(
            Segment(Span(start, len(text)), line, line + case.text.count("\n"), reading, None, "test")
        )
        role = row["role"]
        if role == "heading":
            roles.append(RoleLabel(role, "test", row.get("level", 1), None))
            heading = index
        else:
            roles.append(RoleLabel(role, "test", None, heading if row.get("heading", True) else None))
        expected += [(start + at, surface, edtf) for at, surface, edtf in case.expected]
        text += "\n\n"
    label = LanguageLabel(language, None, _SCRIPTS.get(language, "Latn"), 1.0, "configured")
    return Story(
        path.stem,
        table.get("published"),
        text,
        tuple(segments),
        tuple(roles),
        (label,) * len(segments),
        tuple(expected),
    )
