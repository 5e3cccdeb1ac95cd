"""The quality floors: what a built package of the seeds scores against gold."""

import tomllib
from pathlib import Path

import pytest

from quality.scorer import score

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text())


@pytest.fixture(scope="module")
def scores(seeds_package):
    return score(seeds_package, HERE / "gold")


@pytest.mark.parametrize("measure", FLOORS)
def test_quality_does_not_fall(measure, scores):
    assert scores[measure] >= FLOORS[measure]
