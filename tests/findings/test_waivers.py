"""Waivers silence what they name, and become findings once they name nothing."""

import pytest

from corpus_pkg.findings import finding
from corpus_pkg.globs import glob_matches
from corpus_pkg.waivers import Waiver, apply_waivers

FOUND = finding("nul-characters", "two NULs", path="web/a.txt", line=3, column=1, key="k", value="x\0y")
IN_FILE = finding("hash-mismatch", "other bytes", file="data/a.csv")

COVERING = [
    ("code and seed", Waiver("nul-characters", "web/a.txt", "r"), FOUND),
    ("a pattern", Waiver("nul-characters", "**/*.txt", "r"), FOUND),
    ("everything", Waiver("nul-characters", "**", "r"), FOUND),
    ("the line", Waiver("nul-characters", "web/a.txt", "r", line=3), FOUND),
    ("words of the value", Waiver("nul-characters", "web/a.txt", "r", text="x\0"), FOUND),
    ("words of the message", Waiver("nul-characters", "web/a.txt", "r", text="two NUL"), FOUND),
    ("the key", Waiver("nul-characters", "web/a.txt", "r", text="k"), FOUND),
    ("a file of the package", Waiver("hash-mismatch", "data/*.csv", "r"), IN_FILE),
    ("what has no place", Waiver("documents-none", "**", "r"), finding("documents-none", "m")),
]

NOT_COVERING = [
    ("another code", Waiver("control-characters", "web/a.txt", "r")),
    ("another seed", Waiver("nul-characters", "web/b.txt", "r")),
    ("a pattern of another folder", Waiver("nul-characters", "*.txt", "r")),
    ("another line", Waiver("nul-characters", "web/a.txt", "r", line=4)),
    ("other words", Waiver("nul-characters", "web/a.txt", "r", text="three")),
]


@pytest.mark.parametrize(
    ("waiver", "found"), [case[1:] for case in COVERING], ids=[case[0] for case in COVERING]
)
def test_a_waiver_covers(waiver, found):
    assert apply_waivers([found], [waiver]) == ((), (found,), ())


@pytest.mark.parametrize("waiver", [case[1] for case in NOT_COVERING], ids=[case[0] for case in NOT_COVERING])
def test_a_waiver_does_not_cover_and_is_stale(waiver):
    kept, waived, stale = apply_waivers([FOUND], [waiver._replace(declared=12)])
    assert (kept, waived) == ((FOUND,), ())
    assert [(found.code, found.path, found.line) for found in stale] == [("waiver-stale", "corpus.toml", 12)]


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (None, []),
        ("2026-01-30", []),
        ("2026-01-31", []),
        ("2026-02-01", ["waiver-expired"]),
    ],
)
def test_a_waiver_holds_until_the_end_of_its_last_day(today, codes):
    waiver = Waiver("nul-characters", "**", "r", until="2026-01-31")
    kept, waived, stale = apply_waivers([FOUND], [waiver], today)
    assert [found.code for found in stale] == codes
    assert (kept, waived) == (((FOUND,), ()) if codes else ((), (FOUND,)))


def test_two_waivers_of_one_finding_are_both_used():
    waiver = Waiver("nul-characters", "**", "r")
    assert apply_waivers([FOUND], [waiver, waiver._replace(line=3)]).stale == ()


GLOBS = [
    ("a.txt", "a.txt", True),
    ("a.txt", "b/a.txt", False),
    ("*.txt", "a.txt", True),
    ("*.txt", "b/a.txt", False),
    ("**/*.txt", "a.txt", True),
    ("**/*.txt", "b/c/a.txt", True),
    ("b/**", "b/c/a.txt", True),
    ("b/**", "b", False),
    ("**", "b/c", True),
    ("b/**/a.txt", "b/a.txt", True),
    ("b/**/a.txt", "b/c/d/a.txt", True),
    ("?.txt", "a.txt", True),
    ("?.txt", "ab.txt", False),
    ("b?a", "b/a", False),
    ("[1] a.txt", "[1] a.txt", True),
    ("a.txt", "axtxt", False),
    ("*", "한글\n", True),
    ("", "", True),
]


@pytest.mark.parametrize(("pattern", "path", "expected"), GLOBS)
def test_a_pattern_names_a_path(pattern, path, expected):
    assert glob_matches(pattern, path) is expected
