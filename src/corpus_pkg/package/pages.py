"""The pages in ``report/``: the data dictionary, and how good the builder was measured to be."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus_pkg.schema import SCHEMA_VERSION, TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus_pkg.schema import Field


class Measure(NamedTuple):
    """A score against gold, from 0 to 1."""

    name: str
    title: str
    score: float
    meaning: str


@cache
def measures() -> tuple[str, tuple[Measure, ...]]:
    """What the gold is, and the scores of the builder against it."""
    told = tomllib.loads((files("corpus_pkg.package") / "quality.toml").read_text(encoding="utf-8"))
    gold = told.pop("gold")
    return gold, tuple(
        Measure(name, held["title"], held["score"], held["meaning"]) for name, held in told.items()
    )


def render_quality() -> str:
    """The quality page, in Markdown."""
    gold, measured = measures()
    lines = ["# Quality", "", gold, "", "| measure | at least | how it is measured |", "|---|---:|---|"]
    lines += [f"| {measure.title} | {measure.score:.2f} | {measure.meaning} |" for measure in measured]
    lines += [
        "",
        "Every row says how far it may be trusted: `legibility` of a paragraph, `confidence` and `basis` of a block,",
        "`year_basis` and `rule` of a mention. `corpus-pkg trace` shows any row in its seed.",
    ]
    return "\n".join(lines) + "\n"


def render_dictionary() -> str:
    """The data dictionary, in Markdown: every column as the schemas have it."""
    parts = [f"# Data dictionary\n\nVersion {SCHEMA_VERSION} of the schema."]
    for name in TABLES:
        described = table_schema(name)
        lines = [f"## {name}", "", described.description, "", f"Primary key: `{described.primary_key}`."]
        for unique in described.unique_keys:
            lines[-1] += f" Unique{' together' if len(unique) > 1 else ''}: {_listed(unique)}."
        lines += ["", "| column | type | allowed | meaning | example |", "|---|---|---|---|---|"]
        leads = {key.field: f"a `{key.table}.{key.reference}`" for key in described.foreign_keys}
        examples = {field["name"]: field.get("example", "") for field in described.descriptor["fields"]}
        for field in described.fields:
            allowed = "; ".join([*filter(None, [leads.get(field.name)]), *_allowed(field)])
            kind = field.type if field.required else f"{field.type} or empty"
            cells = (f"`{field.name}`", kind, allowed, field.description, str(examples[field.name]))
            lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _listed(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _allowed(field: Field) -> list[str]:
    words: dict[str, Any] = {"minimum": "at least", "maximum": "at most", "pattern": "of the form"}
    told = []
    for key, value in field.constraints.items():
        if key == "enum":
            told.append(_listed(value))
        elif key in words:
            told.append(f"{words[key]} `{value}`")
    return told
