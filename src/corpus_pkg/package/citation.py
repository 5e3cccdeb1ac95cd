"""``CITATION.cff``: how to cite a package (Citation File Format 1.2.0). No date: a build knows no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.package.yaml_text import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CITABLE_LICENCES = frozenset(
    {
        "Apache-2.0",
        "BSD-3-Clause",
        "CC-BY-3.0",
        "CC-BY-4.0",
        "CC-BY-NC-4.0",
        "CC-BY-NC-ND-4.0",
        "CC-BY-NC-SA-4.0",
        "CC-BY-ND-4.0",
        "CC-BY-SA-3.0",
        "CC-BY-SA-4.0",
        "CC0-1.0",
        "MIT",
        "ODC-By-1.0",
        "ODbL-1.0",
        "PDDL-1.0",
    }
)
"""Licences of data that Data Package and Citation File Format call by the same identifier; others are not named."""


def render_citation(metadata: Mapping[str, Any]) -> str:
    """The citation file of a package, given the properties of its descriptor."""
    return "\n".join(_lines(metadata)) + "\n"


def _lines(metadata: Mapping[str, Any]) -> Iterator[str]:
    title = metadata.get("title") or metadata["name"]
    yield "cff-version: 1.2.0"
    yield "type: dataset"
    yield f"message: {quote('If you use this corpus, please cite it as below.')}"
    yield f"title: {quote(title)}"
    yield f"version: {quote(metadata['version'])}"
    if metadata.get("description"):
        yield f"abstract: {quote(metadata['description'])}"
    yield "authors:"
    contributors = metadata.get("contributors") or [{"title": f"The makers of {title}"}]
    for contributor in contributors:
        yield from _person(contributor)
    if keywords := metadata.get("keywords"):
        yield "keywords:"
        yield from (f"  - {quote(keyword)}" for keyword in keywords)
    if metadata.get("homepage"):
        yield f"url: {quote(metadata['homepage'])}"
    names = [licence.get("name") for licence in metadata.get("licenses", ())]
    if known := [name for name in names if name in CITABLE_LICENCES]:
        yield "license:"
        yield from (f"  - {quote(name)}" for name in known)


def _person(contributor: Mapping[str, Any]) -> Iterator[str]:
    """A person where given and family name are known, else an entity, as the format has it."""
    person = {
        "family-names": contributor.get("familyName"),
        "given-names": contributor.get("givenName"),
    }
    told = person if any(person.values()) else {"name": contributor.get("title")}
    told |= {"email": contributor.get("email")}
    if any(person.values()):
        told |= {"affiliation": contributor.get("organization")}
    if str(contributor.get("path", "")).startswith(("http://", "https://")):
        told |= {"website": contributor["path"]}
    mark = "-"
    for key, value in told.items():
        if value:
            yield f"  {mark} {key}: {quote(value)}"
            mark = " "
