"""What a column is to a comparison: key, position, reference or value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

POSITIONS = ("ordinal", "char_start", "char_end", "line_start", "line_end")
"""Where a row stands: every row after an edit stands elsewhere, and none of them has changed."""

DOCUMENT = "document_id"


class Columns(NamedTuple):
    """The columns that two versions of a table share, by what they are."""

    key: str
    document: str | None
    """The column that names the row's document, the key itself in the table of documents."""
    positions: tuple[str, ...]
    references: Mapping[str, str]
    """Column to the table whose keys it holds; the document of a row is none, for it is in the row's identity."""
    values: tuple[str, ...]

    @property
    def is_of_documents(self) -> bool:
        """Whether a row is a document."""
        return self.key == self.document

    @property
    def has_source_text(self) -> bool:
        """Whether the rows hold whole documents, too long to be held or shown."""
        return self.is_of_documents and "text" in self.values


def sort_columns(table: str, schema: Mapping[str, Any], names: Sequence[str]) -> Columns:
    """Sort the columns ``names`` of a table by what its Table Schema says of them."""
    declared = schema.get("primaryKey") or names[:1]
    key = declared if isinstance(declared, str) else declared[0]
    references = {
        foreign["fields"][0]: _table(str(foreign["reference"].get("resource", "")) or table)
        for foreign in schema.get("foreignKeys", ())
        if foreign["fields"][0] in names and foreign["fields"][0] != DOCUMENT
    }
    document = DOCUMENT if DOCUMENT in names else None
    positions = tuple(name for name in names if name in POSITIONS)
    rest = {key, document, *positions, *references}
    return Columns(key, document, positions, references, tuple(name for name in names if name not in rest))


def _table(resource: str) -> str:
    return resource.removesuffix("-parquet").removesuffix("-csv")
