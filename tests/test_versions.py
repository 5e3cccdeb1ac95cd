"""Versions, their order (semver.org, 11), and the least one that a change asks for."""

import pytest

from corpus_pkg.versions import Version, gravest, least_version

ORDER = [
    "0.9.9",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "1.2.0",
    "1.10.0",
    "2.0.0",
]


def test_versions_are_ordered_as_semver_has_it():
    assert sorted([*ORDER[6:], *ORDER[:6]], key=lambda written: Version.parse(written).precedence) == ORDER


@pytest.mark.parametrize(
    ("before", "bump", "expected"),
    [
        ("1.2.3", "none", "1.2.3"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "major", "2.0.0"),
        ("0.1.0", "major", "1.0.0"),
        ("0.1.0+build.5", "minor", "0.2.0"),
    ],
)
def test_the_least_version(before, bump, expected):
    assert least_version(before, bump) == expected


@pytest.mark.parametrize("written", ["1.0", "v1.0.0", "", "1.0.0.0", "one"])
def test_what_is_no_version(written):
    with pytest.raises(ValueError, match="three numbers"):
        Version.parse(written)


def test_the_gravest_of_none_is_none():
    assert gravest([]) == "none"
    assert gravest(["patch", "major", "minor"]) == "major"
