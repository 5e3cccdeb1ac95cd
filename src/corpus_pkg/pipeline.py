"""The order of the stages: from the bytes of one seed to its rows, on one screen."""

from __future__ import annotations

from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus_pkg.config import DocumentConfig
from corpus_pkg.errors import UndecodableError
from corpus_pkg.findings import Finding, LineIndex, finding, from_remark
from corpus_pkg.model import PLAIN, Span
from corpus_pkg.parse.blocks import group_blocks
from corpus_pkg.parse.decode import decode
from corpus_pkg.parse.describe import describe
from corpus_pkg.parse.languages import label_languages
from corpus_pkg.parse.legibility import score_legibility
from corpus_pkg.parse.mentions import BUILT_IN as NAMED_DAYS
from corpus_pkg.parse.mentions import NamedDay, NamedDays, find_mentions, resolve_years
from corpus_pkg.parse.roles import BUILT_IN as CUES
from corpus_pkg.parse.roles import Cues, label_roles
from corpus_pkg.parse.segment import marks_of, reading_text, segment
from corpus_pkg.parse.sentences import find_contexts
from corpus_pkg.read import MARKUP, read_page
from corpus_pkg.tables import ParsedDocument, Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.config import CorpusConfig
    from corpus_pkg.model import Description, Mention, Remark, SourceText, Structure
    from corpus_pkg.read import Raw


class Settings(NamedTuple):
    """What the corpus decides for every document of it."""

    named_days: NamedDays
    cues: Cues
    shared_lines: frozenset[str] = frozenset()
    """Reading texts of lines that many seeds share."""


def make_settings(config: CorpusConfig, shared_lines: tuple[str, ...] = ()) -> Settings:
    """The tables that ship with the package, extended by those of the corpus, and the lines that its seeds share."""
    days = tuple(NamedDay(day.month, day.day, day.year, day.labels) for day in config.named_days)
    phrases = {words.role: words.phrases for words in config.cues}
    return Settings((*days, *NAMED_DAYS), CUES.extended(**phrases), frozenset(shared_lines))


class Parsed(NamedTuple):
    """What became of one seed: its document, unless it could not be read, and what was found on the way."""

    document: ParsedDocument | None
    findings: tuple[Finding, ...]


def parse_seed(
    raw: Raw, path: str, document_id: str, known: DocumentConfig | None, settings: Settings
) -> Parsed:
    """Parse a seed as it was read; ``known`` is what the corpus configuration says of it."""
    data, media_type, encoding, metadata, _ = raw
    known = known or DocumentConfig(path)
    added: dict[str, Any] = {name: value for name, value in metadata.items() if not getattr(known, name)}
    known = known._replace(**added)
    if not data:
        return Parsed(None, (finding("seed-empty", "the file is empty", path=path),))
    try:
        source = decode(data, encoding=known.encoding or encoding, mend=known.mend_mojibake)
    except UndecodableError as error:
        code = "seed-binary" if error.offset == 0 and not known.encoding else "seed-undecodable"
        message = f"{error.reason} (byte {error.offset})"
        line = data.count(b"\n", 0, error.offset) + 1
        return Parsed(None, (finding(code, message, path=path, line=line, document_id=document_id),))
    stated: Mapping[str, str] = {}
    structure = PLAIN
    if media_type in MARKUP:
        source, stated, structure = _as_page(source)
    provenance = Provenance(document_id, path, sha256(raw.written).hexdigest(), len(raw.written), media_type)
    return parse_source(source, provenance, known, settings, stated, structure=structure)


def _as_page(source: SourceText) -> tuple[SourceText, Mapping[str, str], Structure]:
    """The text of a page, what its head states and what its markup says.

    Remarks on the markup have no place in the text but its start.
    """
    page = read_page(source.text)
    remarks = tuple(remark._replace(span=Span(0, 0)) for remark in source.remarks)
    return source._replace(text=page.text, remarks=remarks), page.stated, page.structure


def parse_source(
    source: SourceText,
    provenance: Provenance,
    known: DocumentConfig,
    settings: Settings,
    stated: Mapping[str, str] = MappingProxyType({}),
    *,
    structure: Structure = PLAIN,
) -> Parsed:
    """Parse a source text: segment ▶ roles ▶ languages ▶ blocks ▶ mentions ▶ description ▶ years.

    ``stated`` are columns of ``documents`` that the seed states outside of its text; ``structure`` is what its markup
    says of the text.
    """
    text = source.text
    segments = segment(text, structure.marks)
    marks = marks_of(segments, structure.marks)
    roles = label_roles(
        text,
        segments,
        shared_lines=settings.shared_lines,
        cues=settings.cues,
        marks=marks,
        titles=structure.titles,
    )
    languages = label_languages(text, segments, roles, known.language, marks)
    blocks = group_blocks(text, segments, languages)
    legibility = score_legibility(text, segments, languages)
    mentions = find_mentions(text, segments, languages, settings.named_days)
    description = _complete(describe(text, segments, roles, mentions), stated)
    published = known.date_published or _date_of_text(description)
    mentions = resolve_years(text, mentions, segments, roles, languages, published)
    document = ParsedDocument(
        provenance,
        source,
        segments,
        roles,
        languages,
        legibility,
        blocks,
        mentions,
        tuple(
            reading_text(text[start:end]) for start, end in find_contexts(text, segments, languages, mentions)
        ),
        tuple(reading_text(text[slice(*block.span)]) if block.kind == "inline" else None for block in blocks),
        description,
        _configured_columns(known),
    )
    return Parsed(document, tuple(_as_findings(document, mentions)))


def _complete(description: Description, stated: Mapping[str, str]) -> Description:
    """What the text says of itself, and for the rest what is stated outside of it."""
    added: dict[str, Any] = {name: value for name, value in stated.items() if not getattr(description, name)}
    if "date_published" in added:
        added["date_published_basis"] = "metadata"
    return description._replace(**added)


def _date_of_text(description: Description) -> str | None:
    """The day from which a text tells; of an imprint the year alone, for an edition is younger than its text."""
    dated = description.date_published
    return dated[:4] if dated and description.date_published_basis == "imprint" else dated


def _configured_columns(known: DocumentConfig) -> dict[str, str]:
    names = ("title", "author", "publisher", "date_published", "language", "source_url", "rights")
    return {name: value for name in names if (value := getattr(known, name)) is not None}


def _as_findings(document: ParsedDocument, mentions: tuple[Mention, ...]) -> list[Finding]:
    path, key = document.provenance.source_path, document.provenance.document_id
    remarks: list[Remark] = [
        *document.source.remarks,
        *(mention.remark for mention in mentions if mention.remark is not None),
    ]
    lines = LineIndex(document.source.text) if remarks or not document.segments else None
    found = [from_remark(remark, lines, path, document_id=key) for remark in remarks] if lines else []
    if not document.segments:
        found.append(finding("seed-blank", "the file holds only white space", path=path, document_id=key))
    return found
