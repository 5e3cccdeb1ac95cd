"""Packages to publish: a corpus, and one of the same name and version with other contents."""

import pytest


def build_letters(folder, text, version="1.0.0"):
    from corpus_pkg.build import build

    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "corpus.toml").write_text(f'name = "letters"\nversion = "{version}"\ntitle = "Letters"\n')
    (seeds / "letter.txt").write_text(f"A letter\n\n{text}\n")
    built = build(seeds, folder / "dist", workers=1)
    assert built.package is not None, built.findings.kept
    return built.package


@pytest.fixture(scope="session")
def letters(tmp_path_factory):
    return build_letters(tmp_path_factory.mktemp("letters"), "It was written on 3 May 1950 in great haste.")


@pytest.fixture(scope="session")
def other_letters(tmp_path_factory):
    return build_letters(tmp_path_factory.mktemp("others"), "This one was written in the summer of 1962.")


@pytest.fixture(scope="session")
def later_letters(tmp_path_factory):
    return build_letters(tmp_path_factory.mktemp("later"), "It was written on 4 May 1950.", "1.10.0")
