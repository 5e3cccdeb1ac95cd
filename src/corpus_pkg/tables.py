"""Parsed documents become the four Arrow tables: identifiers, order, counts and links between rows."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from corpus_pkg.accounting import account_lines
from corpus_pkg.identifiers import Occurrences
from corpus_pkg.model import APPARATUS, Span
from corpus_pkg.schema import TABLES, arrow_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus_pkg.model import Block, Description, LanguageLabel, Mention, RoleLabel, Segment, SourceText

Row = dict[str, Any]


class Provenance(NamedTuple):
    """Where a document came from."""

    document_id: str
    source_path: str
    sha256: str
    size: int
    """Bytes."""
    media_type: str


class ParsedDocument(NamedTuple):
    """All that the stages found in one seed; the sequences are parallel to ``segments`` or ``mentions``."""

    provenance: Provenance
    source: SourceText
    segments: tuple[Segment, ...]
    roles: tuple[RoleLabel, ...]
    languages: tuple[LanguageLabel, ...]
    legibility: tuple[float, ...]
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    contexts: tuple[str, ...]
    """The sentence around each mention, as reading text."""
    inline_texts: tuple[str | None, ...]
    """Parallel to ``blocks``: the reading text of an inline block."""
    description: Description
    configured: Mapping[str, str]
    """Columns of ``documents`` that the corpus configuration decides."""


def tabulate(documents: Iterable[ParsedDocument]) -> dict[str, pa.Table]:
    """The four tables, rows in the order of ``documents`` and, within one, of the text."""
    return join_rows(map(document_rows, documents))


def join_rows(documents: Iterable[dict[str, list[Row]]]) -> dict[str, pa.Table]:
    """The four tables of what ``document_rows`` gives for each document."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for document in documents:
        for name, added in document.items():
            rows[name] += added
    return {name: to_arrow(name, rows[name]) for name in TABLES}


def to_arrow(name: str, rows: list[Row]) -> pa.Table:
    """Rows as an Arrow table of the schema of table ``name``."""
    schema = arrow_schema(name)
    columns = zip(*map(itemgetter(*schema.names), rows), strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def document_rows(document: ParsedDocument) -> dict[str, list[Row]]:
    """The rows of one document, table by table."""
    paragraphs = _paragraph_rows(document)
    blocks = _block_rows(document, paragraphs)
    mentions = _mention_rows(document, paragraphs)
    return {
        "documents": [_document_row(document, paragraphs, blocks, mentions)],
        "paragraphs": paragraphs,
        "blocks": blocks,
        "mentions": mentions,
    }


def _paragraph_rows(document: ParsedDocument) -> list[Row]:
    identifier = document.provenance.document_id
    ids = Occurrences("p", identifier)
    keys = [ids.identify(segment.text) for segment in document.segments]
    rows = []
    for ordinal, (segment, role, language, legibility) in enumerate(
        zip(document.segments, document.roles, document.languages, document.legibility, strict=True)
    ):
        rows.append(
            {
                "paragraph_id": keys[ordinal],
                "document_id": identifier,
                "ordinal": ordinal + 1,
                "block_id": None,
                "char_start": segment.span.start,
                "char_end": segment.span.end,
                "line_start": segment.line_start,
                "line_end": segment.line_end,
                "role": role.role,
                "is_content": role.role not in APPARATUS,
                "heading_level": role.heading_level,
                "heading_id": None if role.heading is None else keys[role.heading],
                "continues": None if segment.continues is None else keys[segment.continues],
                "translation_of": None,
                "language": language.language,
                "script": language.script,
                "legibility": legibility,
                "text": segment.text,
                "rule": role.rule,
                "corrected": False,
            }
        )
    return rows


def _block_rows(document: ParsedDocument, paragraphs: list[Row]) -> list[Row]:
    """A run is the nth of its language and script, an inline block the nth of its text in its paragraph."""
    identifier = document.provenance.document_id
    ids = Occurrences("b", identifier)
    text = document.source.text
    rows = []
    for ordinal, (block, reading) in enumerate(zip(document.blocks, document.inline_texts, strict=True), 1):
        label = block.label
        inline = block.kind == "inline"
        first, last = paragraphs[block.first], paragraphs[block.last]
        content = (
            f"inline {first['paragraph_id']} {reading}" if inline else f"run {label.language} {label.script}"
        )
        key = ids.identify(content)
        if not inline:
            for row in paragraphs[block.first : block.last + 1]:
                row["block_id"] = key
        line_start, line_end = (
            _lines(text, block.span, first) if inline else (first["line_start"], last["line_end"])
        )
        rows.append(
            {
                "block_id": key,
                "document_id": identifier,
                "ordinal": ordinal,
                "kind": block.kind,
                "paragraph_id": first["paragraph_id"] if inline else None,
                "char_start": block.span.start,
                "char_end": block.span.end,
                "line_start": line_start,
                "line_end": line_end,
                "paragraphs": block.last - block.first + 1,
                "language": label.language,
                "variety": label.variety,
                "script": label.script,
                "is_primary": block.is_primary,
                "confidence": round(label.confidence, 4),
                "basis": label.basis,
                "translation_of": None,
                "translation_confidence": 0.0,
                "text": reading,
                "corrected": False,
            }
        )
    return rows


def _mention_rows(document: ParsedDocument, paragraphs: list[Row]) -> list[Row]:
    identifier = document.provenance.document_id
    ids = Occurrences("m", identifier)
    keys = [
        ids.identify(f"{paragraphs[mention.segment]['paragraph_id']} {mention.surface}")
        for mention in document.mentions
    ]
    rows = []
    for ordinal, (mention, context) in enumerate(zip(document.mentions, document.contexts, strict=True)):
        paragraph = paragraphs[mention.segment]
        line_start, line_end = _lines(document.source.text, mention.span, paragraph)
        rows.append(
            {
                "mention_id": keys[ordinal],
                "document_id": identifier,
                "paragraph_id": paragraph["paragraph_id"],
                "ordinal": ordinal + 1,
                "char_start": mention.span.start,
                "char_end": mention.span.end,
                "line_start": line_start,
                "line_end": line_end,
                "surface": mention.surface,
                "edtf": mention.edtf,
                "date_start": _day(mention.date_start),
                "date_end": _day(mention.date_end),
                "precision": mention.precision,
                "calendar": mention.calendar,
                "year_basis": mention.year_basis,
                "anchor_id": None if mention.anchor is None else keys[mention.anchor],
                "in_name": mention.in_name,
                "context": context,
                "rule": f"{mention.rule} {mention.remark.code}" if mention.remark else mention.rule,
                "corrected": False,
            }
        )
    return rows


def _document_row(
    document: ParsedDocument, paragraphs: list[Row], blocks: list[Row], mentions: list[Row]
) -> Row:
    text = document.source.text
    language, script = _main_language(document.blocks)
    row: Row = {
        "document_id": document.provenance.document_id,
        "source_path": document.provenance.source_path,
        "source_sha256": document.provenance.sha256,
        "source_bytes": document.provenance.size,
        "source_url": None,
        "rights": None,
        "media_type": document.provenance.media_type,
        "encoding": document.source.encoding,
        "encoding_confidence": round(document.source.confidence, 4),
        "encoding_basis": document.source.basis,
        "title": document.description.title,
        "author": document.description.author,
        "publisher": document.description.publisher,
        "site": document.description.site,
        "section": document.description.section,
        "date_published": document.description.date_published,
        "date_published_basis": document.description.date_published_basis,
        "language": language,
        "script": script,
        "configured": " ".join(sorted(document.configured)) or None,
        "text": text or None,
        "characters": len(text),
        **account_lines(text, paragraphs),
        "paragraphs": len(paragraphs),
        "blocks": len(blocks),
        "mentions": len(mentions),
        "corrected": False,
    }
    row |= document.configured
    if "date_published" in document.configured:
        row["date_published_basis"] = "configured"
    return row


def _lines(text: str, span: Span, paragraph: Row) -> tuple[int, int]:
    if paragraph["line_start"] == paragraph["line_end"]:
        return paragraph["line_start"], paragraph["line_end"]
    first = paragraph["line_start"] + text.count("\n", paragraph["char_start"], span.start)
    return first, first + text.count("\n", span.start, span.end)


def _main_language(blocks: Iterable[Block]) -> tuple[str, str]:
    for block in blocks:
        if block.is_primary and block.kind == "run":
            return block.label.language, block.label.script
    return "und", "Zyyy"


@lru_cache(maxsize=10_000)
def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
