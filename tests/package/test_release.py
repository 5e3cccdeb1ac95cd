"""Versions are enforced: a build compares with the version before, and tells what changed."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
import tomlkit

from corpus_pkg.build import build
from corpus_pkg.errors import RefusedError
from corpus_pkg.opening import read_contents
from corpus_pkg.release import find_released, raise_version

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/reports/changes.schema.json").read_text())

TOML = """\
# What is known of the letters.
name = "letters"
version = "1.0.0" # of the data
title = "Letters"

[[removed]] # a reason
identifier = "second"
reason = "withdrawn by its owner"
"""

FIRST = "A letter\n\nThe first letter was written on 3 May 1950 in great haste.\n\nIt ends here, with good wishes.\n"
SECOND = "Another letter\n\nThis one is from the summer of 1962 and says nothing new.\n"


class Corpus:
    """Seeds and the folder that their packages are put in."""

    def __init__(self, folder):
        self.seeds = folder / "seeds"
        self.output = folder / "dist"
        self.seeds.mkdir()
        self.write("corpus.toml", TOML)
        self.write("first.txt", FIRST)
        self.write("second.txt", SECOND)

    def write(self, name, text):
        (self.seeds / name).write_text(text, encoding="utf-8")

    def set_version(self, version):
        raise_version(self.seeds, version)

    def build(self, **options):
        built = build(self.seeds, self.output, workers=1, fail_on="error", **options)
        assert built.package is not None, built.findings.kept
        return built

    def versions(self):
        return [released.package.name for released in find_released(self.output, "letters")]


@pytest.fixture
def corpus(tmp_path):
    corpus = Corpus(tmp_path)
    corpus.build()
    return corpus


def changes_of(package):
    told = json.loads((package / "CHANGES.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    return told


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_first_version_has_no_changes(corpus):
    package = corpus.output / "letters-1.0.0"
    assert not (package / "CHANGES.json").exists()
    assert not (package / "CHANGELOG.md").exists()


def test_an_unchanged_corpus_is_left_as_it_is(corpus):
    before = files_of(corpus.output / "letters-1.0.0")
    for options in ({}, {"bump": True}):
        built = corpus.build(**options)
        assert not built.is_new
        assert built.package == corpus.output / "letters-1.0.0"
    assert files_of(corpus.output / "letters-1.0.0") == before
    assert (corpus.seeds / "corpus.toml").read_text() == TOML


def test_another_builder_makes_no_other_version(corpus, monkeypatch):
    monkeypatch.setattr("corpus_pkg.__version__", "9.9.9")
    assert not corpus.build().is_new


def test_other_contents_under_the_same_version_are_refused_with_the_version_to_take(corpus):
    corpus.write("third.txt", SECOND.replace("1962", "1963"))
    with pytest.raises(
        RefusedError, match=r"at least 1\.1\.0, for it is a minor change: documents added \(1\)"
    ):
        corpus.build()
    assert corpus.versions() == ["letters-1.0.0"]


CHANGES = {
    "a seed more": (lambda corpus: corpus.write("third.txt", FIRST), "1.1.0"),
    "a paragraph less": (lambda corpus: corpus.write("first.txt", FIRST.rpartition("It ends")[0]), "2.0.0"),
    "a seed less": (lambda corpus: (corpus.seeds / "second.txt").unlink(), "2.0.0"),
    "a paragraph more": (lambda corpus: corpus.write("first.txt", f"{FIRST}\nAnd a postscript.\n"), "1.1.0"),
    "another blank line": (
        lambda corpus: corpus.write("first.txt", FIRST.replace("\n\n", "\n\n\n", 1)),
        "1.1.0",
    ),
    "another title": (
        lambda corpus: corpus.write("corpus.toml", TOML.replace('"Letters"', '"Some letters"')),
        "1.0.1",
    ),
    "a document's title": (
        lambda corpus: corpus.write(
            "corpus.toml", f'{TOML}\n[[document]]\npath = "first.txt"\ntitle = "One"\n'
        ),
        "1.0.1",
    ),
}


@pytest.mark.parametrize(("edit", "least"), CHANGES.values(), ids=CHANGES)
def test_a_version_that_is_too_low_is_refused_and_bump_raises_it(corpus, edit, least):
    edit(corpus)
    written = (corpus.seeds / "corpus.toml").read_text()
    if least != "1.0.1":
        corpus.set_version("1.0.1")
    with pytest.raises(RefusedError, match=f"at least {least}"):
        corpus.build()
    assert corpus.versions() == ["letters-1.0.0"]
    built = corpus.build(bump=True)
    assert built.is_new
    assert built.package.name == f"letters-{least}"
    assert read_contents(built.package).version == least
    assert (corpus.seeds / "corpus.toml").read_text() == written.replace("1.0.0", least)
    assert changes_of(built.package)["leastVersion"] == least


def test_a_higher_version_than_asked_is_allowed(corpus):
    corpus.write("third.txt", FIRST)
    corpus.set_version("3.0.0")
    assert corpus.build(bump=True).package.name == "letters-3.0.0"
    assert corpus.versions() == ["letters-1.0.0", "letters-3.0.0"]


def test_a_pre_release_promises_nothing(corpus):
    corpus.write("third.txt", FIRST)
    corpus.set_version("1.1.0-rc.1")
    corpus.build()
    (corpus.seeds / "third.txt").unlink()
    corpus.set_version("1.1.0")
    assert corpus.build().is_new  # against 1.0.0 nothing was lost


def test_a_removal_is_listed_with_its_reason(corpus):
    (corpus.seeds / "second.txt").unlink()
    told = changes_of(corpus.build(bump=True).package)
    (step,) = told["steps"]
    assert step["cause"] == "seeds"
    (document,) = step["tables"]["documents"]["removed"]
    assert (document["id"], document["reason"]) == ("second", "withdrawn by its owner")
    assert [row["reason"] for row in step["tables"]["paragraphs"]["removed"]] == [
        "withdrawn by its owner"
    ] * 2
    assert [reason["bump"] for reason in told["reasons"]] == ["major"] * len(told["reasons"])


def test_the_version_before_is_pinned_by_its_contents(corpus):
    old = read_contents(corpus.output / "letters-1.0.0")
    corpus.write("third.txt", FIRST)
    told = changes_of(corpus.build(bump=True).package)
    hashes = {
        resource["path"].split("/")[1]: resource["contentHash"] for resource in old.descriptor["resources"]
    }
    assert told["old"]["contentHashes"] == hashes


def test_what_the_configuration_changed_is_told_apart_from_what_the_seeds_changed(corpus):
    corpus.write("third.txt", FIRST)
    corpus.write("corpus.toml", f'{TOML}\n[[document]]\npath = "first.txt"\ntitle = "One"\n')
    told = changes_of(corpus.build(bump=True).package)
    assert [step["cause"] for step in told["steps"]] == ["parser", "seeds"]
    parser, seeds = told["steps"]
    (row,) = parser["tables"]["documents"]["changed"]
    assert {"column": "title", "old": "A letter", "new": "One"} in [
        {key: cell[key] for key in ("column", "old", "new")} for cell in row["cells"]
    ]
    assert parser["seeds"][0]["fate"] == "parser"
    assert parser["schema"] == seeds["schema"] == []
    assert [seed["fate"] for seed in seeds["seeds"]] == ["added"]
    assert seeds["tables"]["documents"]["counts"]["changed"] == 0


def test_the_changelog_keeps_its_history(corpus):
    corpus.write("third.txt", FIRST)
    first = corpus.build(bump=True).package
    corpus.write("fourth.txt", FIRST)
    second = corpus.build(bump=True).package
    text = (second / "CHANGELOG.md").read_text()
    assert text.startswith("# Changelog\n\n## letters: 1.1.0 → 1.2.0\n")
    assert text.endswith((first / "CHANGELOG.md").read_text().removeprefix("# Changelog\n\n"))


def test_a_second_version_is_reproduced_from_the_first(corpus, tmp_path):
    shutil.copytree(corpus.output, tmp_path / "elsewhere", ignore=shutil.ignore_patterns(".*"))
    corpus.write("third.txt", FIRST)
    corpus.set_version("1.1.0")
    one = corpus.build().package
    other = build(corpus.seeds, tmp_path / "elsewhere", workers=2, cache=False).package
    assert files_of(one) == files_of(other)


def test_a_refused_build_leaves_the_version_in_corpus_toml(corpus, monkeypatch):
    corpus.write("third.txt", FIRST)
    monkeypatch.setattr("corpus_pkg.build.put_in_place", lambda *_: 1 / 0)
    monkeypatch.setattr("corpus_pkg.build.check_package", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        corpus.build(bump=True)
    assert (corpus.seeds / "corpus.toml").read_text() == TOML


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (TOML, TOML.replace("1.0.0", "2.0.0")),
        (TOML.replace("\n", "\r\n"), TOML.replace("1.0.0", "2.0.0").replace("\n", "\r\n")),
        ('name = "x"\n[cues]\n', 'version = "2.0.0"\nname = "x"\n[cues]\n'),
        ("", 'version = "2.0.0"\n'),
    ],
    ids=["comments", "line ends of Windows", "no version", "nothing"],
)
def test_raising_a_version_keeps_all_else(tmp_path, written, expected):
    file = tmp_path / "corpus.toml"
    file.write_bytes(written.encode())
    raise_version(tmp_path, "2.0.0")
    assert file.read_bytes().decode() == expected
    assert tomlkit.parse(file.read_text())["version"] == "2.0.0"
