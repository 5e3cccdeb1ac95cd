"""What may be corrected, and cells as a correction writes them."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from corpus_pkg.schema import TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

CORRECTABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "documents": ("title", "author", "publisher", "site", "section", "source_url", "rights"),
        "paragraphs": (
            "role",
            "heading_level",
            "heading_id",
            "continues",
            "translation_of",
            "language",
            "script",
        ),
        "blocks": ("language", "variety", "script", "translation_of"),
        "mentions": ("edtf", "precision", "calendar", "year_basis", "anchor_id", "in_name"),
    }
)
"""Columns by table. All others are measured (offsets, text, counts), made (identifiers), or follow from these."""

IN_CONFIGURATION = ("language", "date_published", "encoding")
"""Columns of ``documents`` that corpus.toml decides, because the parser needs to know them."""

_LETTERS = {table_schema(name).primary_key[0]: name for name in TABLES if name != "documents"}
_IDENTIFIER = re.compile(rf"[{''.join(_LETTERS)}][0-9a-f]{{16}}")


def table_of(identifier: str) -> str:
    """The table whose rows have identifiers of that form."""
    return _LETTERS[identifier[0]] if _IDENTIFIER.fullmatch(identifier) else "documents"


def as_cell(value: object) -> str:
    """A value as the CSV of a package writes it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def from_cell(table: str, column: str, cell: str) -> Any:  # noqa: ANN401 - whatever the column holds
    """Read a cell as its column's type; raises ValueError with what was expected."""
    kind = next(field.type for field in table_schema(table).fields if field.name == column)
    if not cell:
        return None
    match kind:
        case "integer":
            return int(cell)
        case "boolean":
            if cell.lower() not in ("true", "false"):
                raise ValueError("true or false")
            return cell.lower() == "true"
        case "date":
            return date.fromisoformat(cell)
        case _:
            return cell
