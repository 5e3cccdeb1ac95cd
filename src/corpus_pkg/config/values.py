"""The corpus's configuration as frozen values; ``None`` and empty mean: not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.globs import glob_matches

if TYPE_CHECKING:
    from corpus_pkg.findings import Severity
    from corpus_pkg.model import Role
    from corpus_pkg.waivers import Waiver


class License(NamedTuple):
    """A licence of the corpus, in the terms of the Data Package standard."""

    name: str | None = None
    """An Open Definition identifier, such as ``CC-BY-4.0``."""
    path: str | None = None
    title: str | None = None


class Contributor(NamedTuple):
    """Who made the package, in the terms of the Data Package standard."""

    title: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    path: str | None = None
    email: str | None = None
    roles: tuple[str, ...] = ()
    organization: str | None = None


class Source(NamedTuple):
    """What the corpus was made from, in the terms of the Data Package standard."""

    title: str | None = None
    path: str | None = None
    email: str | None = None
    version: str | None = None


class DocumentConfig(NamedTuple):
    """What is known of one document better than it can be detected."""

    path: str
    """The seed, relative to the folder of ``corpus.toml``, ``/`` between folders."""
    id: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date_published: str | None = None
    """EDTF."""
    language: str | None = None
    """A BCP 47 tag."""
    encoding: str | None = None
    """A name that Python's codecs know."""
    source_url: str | None = None
    rights: str | None = None
    mend_mojibake: bool = False
    declared: int | None = None
    """The line of ``corpus.toml`` where the table begins."""


class Removed(NamedTuple):
    """A published identifier that is gone, and why."""

    identifier: str
    reason: str
    declared: int | None = None
    """The line of ``corpus.toml`` where the table begins."""


class NamedDay(NamedTuple):
    """A day that goes by a name: what of a label's month and day is known of its year."""

    labels: tuple[str, ...]
    month: int
    day: int
    year: int


class CueWords(NamedTuple):
    """Phrases that, in this corpus, mark a line as having a role."""

    role: Role
    phrases: tuple[str, ...]


class Gate(NamedTuple):
    """How grave ``check`` is to take a change since the last published version."""

    code: str
    """A finding of level 7."""
    severity: Severity | None
    """None where it is off."""


class CorpusConfig(NamedTuple):
    """A corpus's description, and what its maintainers know better than the parser."""

    name: str
    version: str = "0.1.0"
    title: str | None = None
    description: str | None = None
    homepage: str | None = None
    licenses: tuple[License, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    sources: tuple[Source, ...] = ()
    keywords: tuple[str, ...] = ()
    include: tuple[str, ...] = ("**",)
    exclude: tuple[str, ...] = ()
    documents: tuple[DocumentConfig, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    removed: tuple[Removed, ...] = ()
    named_days: tuple[NamedDay, ...] = ()
    cues: tuple[CueWords, ...] = ()
    gates: tuple[Gate, ...] = ()

    def is_seed(self, path: str) -> bool:
        """Say whether ``include`` and ``exclude`` make a seed of a path relative to the folder of seeds.

        Never seeds are hidden files and folders, and the files that configure the corpus.
        """
        return (
            not path.startswith(".")
            and "/." not in path
            and path not in CONFIGURING
            and any(glob_matches(pattern, path) for pattern in self.include)
            and not any(glob_matches(pattern, path) for pattern in self.exclude)
        )

    def document(self, path: str) -> DocumentConfig:
        """Give what is configured for one seed; all of it unknown where nothing is."""
        return next((document for document in self.documents if document.path == path), DocumentConfig(path))

    def descriptor(self) -> dict[str, object]:
        """Give the metadata of the package under the keys of the Data Package standard, the unknown left out."""
        known: dict[str, object] = {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "version": self.version,
            "homepage": self.homepage,
            "licenses": [_properties(license_) for license_ in self.licenses],
            "contributors": [_properties(contributor) for contributor in self.contributors],
            "sources": [_properties(source) for source in self.sources],
            "keywords": list(self.keywords),
        }
        return {key: value for key, value in known.items() if value}


CONFIGURING = frozenset({"corpus.toml", "corrections.csv", "corrections.toml"})
"""The files beside the seeds that are about them."""


def _properties(value: License | Contributor | Source) -> dict[str, object]:
    listed = {key: list(held) if isinstance(held, tuple) else held for key, held in value._asdict().items()}
    return {camel_case(key): held for key, held in listed.items() if held}


def camel_case(name: str) -> str:
    """Give a field's name as the Data Package standard spells it: ``given_name`` becomes ``givenName``."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
