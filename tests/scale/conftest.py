import sys
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))


@pytest.fixture(autouse=True)
def _unverified(monkeypatch):
    """Verifying what was written takes longer than building it, and has tests of its own."""
    monkeypatch.setattr("corpus_pkg.build.verify", lambda _package, _rows: [])


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """Forty texts of some 3 KB."""
    from made_corpus import make_corpus

    return make_corpus(tmp_path_factory.mktemp("corpus") / "seeds", 0.12, document_bytes=3000)


@pytest.fixture(scope="session")
def undisturbed(corpus, tmp_path_factory):
    """The package of that corpus, built in one process in one piece, and nothing kept."""
    from corpus_pkg.build import build

    return build(corpus, tmp_path_factory.mktemp("undisturbed"), workers=1, cache=False).package


@pytest.fixture
def seeds(corpus, tmp_path):
    """A copy of that corpus to spoil."""
    import shutil

    return shutil.copytree(corpus, tmp_path / "seeds")


@pytest.fixture
def small_pieces(monkeypatch):
    """Pieces of a few seeds, and shards of few pieces."""
    from corpus_pkg.shards import cutting, stage

    monkeypatch.setattr(stage, "cut_pieces", partial(cutting.cut_pieces, size=8000))
    monkeypatch.setattr(cutting, "SHARD_BYTES", 24_000)
    monkeypatch.setattr(cutting, "LEAST_SHARD_BYTES", 8000)


@pytest.fixture
def parsed(monkeypatch):
    """The paths of the seeds that this process parses from now on."""
    from corpus_pkg.shards import work

    return recorded(monkeypatch, work, "parse_seed", 1)


@pytest.fixture
def read(monkeypatch):
    """The seeds that this process reads from now on."""
    from corpus_pkg.shards import work

    return recorded(monkeypatch, work, "read_seeds", 0)


def recorded(monkeypatch, module, name, argument):
    calls = []
    original = getattr(module, name)

    def record(*arguments):
        calls.append(arguments[argument])
        return original(*arguments)

    monkeypatch.setattr(module, name, record)
    return calls
