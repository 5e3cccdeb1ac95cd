"""What tests share: the repository's seeds, and their package, built once a run."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]

pytest_plugins = ["publish.s3_fixtures"]


@pytest.fixture(scope="session")
def seeds_package(tmp_path_factory):
    """The package of the repository's five seeds."""
    from corpus_pkg.build import build

    built = build(ROOT / "seeds", tmp_path_factory.mktemp("dist"))
    assert built.package is not None, built.findings.kept
    return built.package
