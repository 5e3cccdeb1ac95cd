"""The version of a new package: held against the one before, raised on request, and told in CHANGES.json."""

from __future__ import annotations

import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError

from corpus_pkg.config import CONFIG_NAME
from corpus_pkg.corpus import list_corpus
from corpus_pkg.diff import Changes, Difference, Step, diff_sides, render_json, render_markdown, side_of
from corpus_pkg.errors import RefusedError, UsageError
from corpus_pkg.package.names import folder_name
from corpus_pkg.package.writing import read_sums, write_sums
from corpus_pkg.versions import Version, least_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus_pkg.config import DocumentConfig
    from corpus_pkg.corpus import Corpus
    from corpus_pkg.diff import Side

CHANGES = "CHANGES.json"
CHANGELOG = "CHANGELOG.md"


class Settled(NamedTuple):
    """A package under the version that it is to have."""

    corpus: Corpus
    """Of that version."""
    package: Path
    is_published: bool
    """Whether it is a version that was there before: nothing is to be put in place."""


class Released(NamedTuple):
    """A version that lies in the folder of packages."""

    version: Version
    package: Path


class Release(NamedTuple):
    """What a package that was built is to become."""

    version: str
    """The version that it gets: the declared one, or the one that ``--bump`` gives it."""
    difference: Difference | None = None
    """What changed since the version before; None for the first version."""
    previous: Path | None = None
    """The version before."""
    published: Path | None = None
    """The version that is there already and of which this is at most another serialisation."""


def describe_corpus(corpus: Corpus) -> dict[str, object]:
    """The metadata of a corpus's package, with the hash of what its maintainers decide of the rows."""
    config = corpus.config
    sources = [_describe_source(document) for document in config.documents]
    known = {"sources": sources} if sources else {}
    return {**known, **config.descriptor(), "configuration": {"hash": configuration_of(corpus)}}


def configuration_of(corpus: Corpus) -> str:
    """The hash of what the maintainers of a corpus decide of its rows.

    That is which files are seeds, what is known of documents, named days, cues and corrections; where in its file
    each of them stands decides nothing.
    """
    config = corpus.config
    deciding = (
        config.include,
        config.exclude,
        sorted(document._replace(declared=None) for document in config.documents),
        config.named_days,
        config.cues,
        sorted(correction._replace(line=0) for correction in corpus.corrections),
    )
    return f"sha256:{sha256(repr(deciding).encode('utf-8', 'surrogatepass')).hexdigest()}"


def _describe_source(document: DocumentConfig) -> dict[str, str]:
    """What is known of where a text came from; a right in it that nobody has determined is not invented."""
    return {
        "title": document.title or document.path,
        "path": document.source_url or f"sources/{document.path}",
        "rights": document.rights or "not determined",
    }


def find_released(output: Path, name: str) -> list[Released]:
    """The versions of a corpus in a folder of packages, in their order."""
    found = []
    for descriptor in output.glob(f"{name}-*/datapackage.json"):
        package = descriptor.parent
        try:
            found.append(Released(Version.parse(package.name.removeprefix(f"{name}-")), package))
        except ValueError:
            continue  # another corpus, whose name begins with this one's
    return sorted(found, key=lambda released: (released.version.precedence, released.package.name))


def settle(
    corpus: Corpus,
    folder: Path,
    output: Path,
    write: Callable[[Corpus, Path], object],
    remake: Callable[[Corpus, Path], Side | None],
    *,
    bump: bool,
) -> Settled:
    """Write the package of a corpus below the empty ``folder``, under a version that its changes allow.

    ``write`` writes a package of the corpus into a folder. ``remake`` stages another corpus, with a folder for what
    must be unpacked, and gives it as a side, or None where nothing comes of its seeds.

    Raises RefusedError where the version is lower than the change asks for, or is published with other contents;
    with ``bump`` it is raised instead, in what is given back, not yet in ``corpus.toml``.
    """
    config = corpus.config
    package = folder / folder_name(config.name, config.version)
    package.mkdir(parents=True)
    write(corpus, package)
    release = plan_release(package, config.version, config.name, output, bump=bump)
    if release.version != config.version:
        corpus = corpus._replace(config=config._replace(version=release.version))
    if release.published:
        return Settled(corpus, release.published, is_published=True)
    if corpus.config.version != config.version:
        package = folder / "raised" / folder_name(config.name, release.version)
        package.mkdir(parents=True)
        write(corpus, package)
    if release.difference and release.previous:
        difference = release.difference._replace(new=side_of(package))
        removals = {removed.identifier: removed.reason for removed in config.removed}
        sources = release.previous / "sources"
        changes = divide(
            difference,
            removals,
            lambda: compare_through(
                difference.old,
                remake(list_corpus(sources, config, corpus.corrections), folder / "remade"),
                difference.new,
            ),
        )
        record_changes(package, changes, release.previous)
    return Settled(corpus, package, is_published=False)


def plan_release(package: Path, declared: str, name: str, output: Path, *, bump: bool) -> Release:
    """Compare a package that was built with the version before, and say which version it is to have.

    That version is the newest one below ``declared``, or ``declared`` itself where it is there already; with
    ``bump``, the newest of all. A pre-release promises nothing: no later version is held against it.

    Raises RefusedError where ``declared`` is lower than the change asks for, or is published with other contents.
    """
    version = Version.parse(declared)
    base = _find_base(find_released(output, name), version, newest=bump)
    if base is None:
        return Release(declared)
    difference = diff_sides(side_of(base.package), side_of(package))
    least = least_version(difference.old.version, difference.bump)
    is_higher = version.precedence > base.version.precedence
    if difference.is_empty and not is_higher:
        return Release(difference.old.version, published=base.package)
    if bump:
        enough = is_higher and version.release >= Version.parse(least).release
        return Release(declared if enough else least, difference, base.package)
    if not is_higher:
        raise RefusedError(
            f"{base.package} exists with other contents, and a version is never changed: the version must be at"
            f" least {least}, for {_told(difference)}; set it in {CONFIG_NAME}, or build with --bump"
        )
    if version.release < Version.parse(least).release:
        raise RefusedError(
            f"version {declared} is too low: after {difference.old.version} it must be at least {least}, for"
            f" {_told(difference)}; set it in {CONFIG_NAME}, or build with --bump"
        )
    return Release(declared, difference, base.package)


def _find_base(released: Sequence[Released], version: Version, *, newest: bool) -> Released | None:
    lower = [
        each
        for each in released
        if each.version.precedence == version.precedence
        or (not each.version.pre and (newest or each.version.precedence < version.precedence))
    ]
    return lower[-1] if lower else None


def _told(difference: Difference) -> str:
    """Why a version must be higher: the reasons that ask for the most."""
    asking = [reason for reason in difference.reasons if reason.bump == difference.bump]
    told = [f"{reason.change} ({reason.rows})" for reason in asking[:3]]
    rest = f" and {len(asking) - 3} more" if len(asking) > 3 else ""
    return f"it is a {difference.bump} change: {', '.join(told)}{rest}"


def divide(
    difference: Difference,
    removals: dict[str, str],
    part: Callable[[], tuple[Difference, Difference] | None],
) -> Changes:
    """Tell what the parser and the configuration changed from what the seeds changed.

    ``part`` compares by way of the old seeds as they would be made now: the old version with those, and those with
    the new one; None where nothing comes of them. It is not called where builder and configuration are the same and
    no row changed under a seed that is the same: then all came from the seeds.
    """
    old, new = difference.old, difference.new
    if difference.is_empty:
        return Changes(difference, (Step("all", difference),), removals)
    same = old.builder == new.builder and old.configuration == new.configuration
    if same and not difference.schema and all(seed.fate != "parser" for seed in difference.seeds):
        return Changes(difference, (Step("seeds", difference),), removals)
    if all(seed.fate == "parser" for seed in difference.seeds):
        return Changes(difference, (Step("parser", difference),), removals)
    parts = part()
    if parts is None:
        return Changes(difference, (Step("all", difference),), removals)
    return Changes(difference, (Step("parser", parts[0]), Step("seeds", parts[1])), removals)


def compare_through(old: Side, between: Side | None, new: Side) -> tuple[Difference, Difference] | None:
    """Compare two versions by way of a third, which was not written; None where there is none."""
    if between is None:
        return None
    between = between._replace(formats=new.formats, content_hashes={})
    return diff_sides(old, between), diff_sides(between, new)


def record_changes(package: Path, changes: Changes, previous: Path) -> None:
    """Write CHANGES.json and CHANGELOG.md into a package that is not in its place yet, and sum it up anew."""
    with (package / CHANGES).open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(render_json(changes))
    try:
        _, _, history = (previous / CHANGELOG).read_text(encoding="utf-8").partition("\n\n")
    except FileNotFoundError:
        history = ""
    told = "".join(render_markdown(changes, depth=1))
    text = f"# Changelog\n\n{told}" + (f"\n{history}" if history else "")
    (package / CHANGELOG).write_text(text, encoding="utf-8", newline="\n")
    write_sums(package, read_sums(package))  # neither file was there before


def raise_version(seeds: Path, version: str) -> None:
    """Write a version into the ``corpus.toml`` of a folder of seeds, all else in it left as it is."""
    path = seeds / CONFIG_NAME
    try:
        written = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(written)
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
    if "version" in document:
        document["version"] = version
        written = tomlkit.dumps(document)
    else:  # before everything else: below a table it would be a key of that table
        written = f'version = "{version}"\n{written}'
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_bytes(written.encode())
    if path.exists():
        shutil.copymode(path, temporary)
    temporary.replace(path)
