"""The keys and tables that ``corpus.toml`` knows, and what each of them takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from corpus_pkg.config import checks
from corpus_pkg.config.values import Contributor, DocumentConfig, License, NamedDay, Removed, Source
from corpus_pkg.waivers import Waiver

Fields = Mapping[str, checks.Check]

DESCRIPTION: Fields = {
    "name": checks.slug,
    "title": checks.text,
    "description": checks.text,
    "version": checks.semantic_version,
    "homepage": checks.url,
    "keywords": checks.texts(checks.text),
    "include": checks.texts(checks.glob),
    "exclude": checks.texts(checks.glob),
}
"""The keys at the top, those of tables left out."""


class Kind(NamedTuple):
    """A table that may stand many times: what it holds, and the value made of it."""

    make: type[Any]
    """The named tuple."""
    fields: Fields
    required: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    """Of these at least one."""
    unique: tuple[str, ...] = ()
    """Keys that no two of these tables share."""


KINDS: Mapping[str, Kind] = {
    "licenses": Kind(
        License,
        {
            "name": checks.form(r"[-a-zA-Z0-9._]+", 'an identifier such as "CC-BY-4.0"'),
            "path": checks.text,
            "title": checks.text,
        },
        one_of=frozenset({"name", "path"}),
    ),
    "contributors": Kind(
        Contributor,
        {
            "title": checks.text,
            "givenName": checks.text,
            "familyName": checks.text,
            "path": checks.text,
            "email": checks.email,
            "roles": checks.texts(checks.text),
            "organization": checks.text,
        },
        one_of=frozenset({"title", "givenName", "familyName"}),
    ),
    "sources": Kind(
        Source,
        {"title": checks.text, "path": checks.text, "email": checks.email, "version": checks.text},
        one_of=frozenset({"title", "path"}),
    ),
    "document": Kind(
        DocumentConfig,
        {
            "path": checks.seed_path,
            "id": checks.slug,
            "title": checks.text,
            "author": checks.text,
            "publisher": checks.text,
            "date_published": checks.edtf,
            "language": checks.language_tag,
            "encoding": checks.encoding,
            "source_url": checks.url,
            "rights": checks.text,
            "mend_mojibake": checks.flag,
        },
        required=frozenset({"path"}),
        unique=("path", "id"),
    ),
    "waive": Kind(
        Waiver,
        {
            "code": checks.text,
            "path": checks.glob,
            "reason": checks.text,
            "line": checks.number(1, 2**31),
            "text": checks.text,
            "until": checks.day,
        },
        required=frozenset({"code", "path", "reason"}),
    ),
    "removed": Kind(
        Removed,
        {"identifier": checks.text, "reason": checks.text},
        required=frozenset({"identifier", "reason"}),
        unique=("identifier",),
    ),
    "named_day": Kind(
        NamedDay,
        {
            "labels": checks.texts(checks.text),
            "month": checks.number(1, 12),
            "day": checks.number(1, 31),
            "year": checks.number(1, 9999),
        },
        required=frozenset({"labels", "month", "day", "year"}),
    ),
}
"""The tables in double brackets."""
