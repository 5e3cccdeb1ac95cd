"""The values that travel between the stages: frozen, and each knows its place in the source text.

Every offset counts Unicode code points of the source text from 0 and every interval of them is half-open;
lines count from 1 and intervals of lines include both ends. Stages hand on one sequence per question
(segments, roles, languages …), each parallel to the segments, so that no stage rewrites another's values.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal[
    "title",
    "heading",
    "dateline",
    "body",
    "quotation",
    "attribution",
    "verse",
    "list_item",
    "table",
    "caption",
    "figure_text",
    "footnote",
    "signature",
    "imprint",
    "navigation",
    "boilerplate",
    "page_furniture",
]
"""What a paragraph is (DocLayNet and TEI names where they have one)."""

APPARATUS: frozenset[Role] = frozenset({"imprint", "navigation", "boilerplate", "page_furniture"})
"""The roles that are not content."""


class Span(NamedTuple):
    """The half-open interval of code points ``start`` to ``end``."""

    start: int
    end: int


class Remark(NamedTuple):
    """What a stage noticed about its input: a finding that does not know yet which seed it is about."""

    code: str
    span: Span
    message: str


class SourceText(NamedTuple):
    """A seed's text, in which all offsets count: no byte-order mark, every line end a ``\\n``."""

    text: str
    encoding: str
    """The IANA name in lower case, such as ``utf-8``."""
    confidence: float
    """0 to 1."""
    basis: str
    """What decided: configured, bom, escape, declared, validity or statistics."""
    remarks: tuple[Remark, ...] = ()


MarkKind = Literal[
    "paragraph",
    "emphasis",
    "heading",
    "item",
    "quotation",
    "attribution",
    "caption",
    "picture",
    "row",
    "note",
    "verse",
    "date",
    "counter",
    "page",
    "control",
    "set",
]
"""What the markup of a seed says that a stretch of text is; ``picture`` is what stands for one,
``emphasis`` a paragraph that is emphasised from end to end, ``set`` text whose line ends the page keeps."""

MarkPlace = Literal[
    "main",
    "header",
    "navigation",
    "aside",
    "footer",
    "form",
    "notice",
    "comments",
    "related",
    "share",
    "advert",
    "contents",
]
"""Where on its page the markup says that a stretch of text stands."""


class Mark(NamedTuple):
    """What the markup of a seed says of one stretch of its text: evidence, which the text may contradict."""

    span: Span
    """Begins and ends with a character that is not white space; marks do not overlap and are in order."""
    kind: MarkKind | None = None
    level: int | None = None
    """Of a heading, 1 to 6."""
    place: MarkPlace | None = None
    linked: float = 0.0
    """The share of its letters that lead to other pages."""
    language: str | None = None
    """The primary subtag that is declared for it."""
    part: int = 0
    """The number of the part of the page that it stands in beside others; 0 for none but the page."""


class Structure(NamedTuple):
    """What the markup of a seed says of its text; of a seed without markup, nothing."""

    marks: tuple[Mark, ...] = ()
    """One for each line or lines that stand by themselves; every character that is no white space is in one."""
    titles: tuple[str, ...] = ()
    """What the seed is called outside of its text, mostly with more around it."""


PLAIN = Structure()
"""Of a seed without markup."""


class Segment(NamedTuple):
    """One paragraph before anything is known of it but its extent.

    ``span`` begins and ends with a character that is not white space; ``continues`` is the index of the segment
    of which this one is the rest; ``rule`` names the layout evidence for its limits.
    """

    span: Span
    line_start: int
    line_end: int
    text: str
    """The reading text: NFC, white space folded, line-end hyphens and emphasis marks removed; never empty."""
    continues: int | None
    rule: str


class RoleLabel(NamedTuple):
    """The role of one segment and the evidence for it."""

    role: Role
    rule: str
    heading_level: int | None = None
    """1 is the highest below the title; only headings have one."""
    heading: int | None = None
    """The index of the heading that governs the segment."""


class LanguageLabel(NamedTuple):
    """Language and script of one stretch of text."""

    language: str
    """A BCP 47 tag; ``und`` where the evidence does not carry a decision."""
    variety: str | None
    """A regional tag such as ``ko-KP`` where the spelling shows it."""
    script: str
    """ISO 15924; ``Zyyy`` for none."""
    confidence: float
    basis: str
    """What decided: script, text, prior or configured."""


class Block(NamedTuple):
    """A run of consecutive paragraphs in one language, or a stretch in another language inside one."""

    kind: Literal["run", "inline"]
    span: Span
    first: int
    last: int
    """Indices of the first and the last segment; equal for an inline block."""
    label: LanguageLabel
    is_primary: bool


class Mention(NamedTuple):
    """An expression that places something in calendar time."""

    segment: int
    """The index of the segment that holds it."""
    span: Span
    surface: str
    """The untouched slice of the source text."""
    edtf: str
    date_start: str | None
    date_end: str | None
    """First and last day, ISO 8601; null where open, unknown or before the year 1."""
    precision: str
    calendar: str
    year_basis: str
    anchor: int | None
    """The index of the mention that gave the year."""
    in_name: bool
    rule: str
    remark: Remark | None = None


class Description(NamedTuple):
    """What a document says of itself."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    site: str | None = None
    section: str | None = None
    date_published: str | None = None
    """EDTF."""
    date_published_basis: str = "none"
    """configured, imprint, dateline, metadata or none."""
    date_published_span: Span | None = None
