"""A report with a finding of every kind of place."""

import pytest

from corpus_pkg.findings import LineIndex, Related, finding, place_of
from corpus_pkg.report import Change, Report, fingerprints

SEED = (
    "Hello <b>`world`</b>\n안녕하세요 2000년 6월 31일 \u202eabc\tx\n" + "x" * 500 + "\0" + "y" * 5000 + "\n"
)
LINES = LineIndex(SEED)


@pytest.fixture
def report():
    """A report on one seed, with every kind of place, odd characters, and something to compare with."""
    start = SEED.index("2000")
    findings = tuple(
        sorted(
            [
                finding("documents-none", "no seed\nbecame a document"),
                finding(
                    "date-impossible",
                    "30 June is the last",
                    path="web, 1/a:b.txt",
                    **place_of(start, start + 13, LINES),
                    document_id="a-b",
                    table="mentions",
                    key="m1",
                    field="edtf",
                    value="2000년 6월 31일",
                ),
                finding("nul-characters", "a NUL", path="web, 1/a:b.txt", line=3, column=501),
                finding(
                    "lines-not-covered",
                    "two lines",
                    path="web, 1/a:b.txt",
                    line=1,
                    column=3,
                    end_line=2,
                    end_column=4,
                ),
                finding("hash-mismatch", "100% | other *bytes*", file="data/mentions.csv", record=4),
                finding(
                    "identifier-removed",
                    "gone, says @someone in #12",
                    table="documents",
                    key="d|1",
                    related=(Related("was here", "web, 1/a:b.txt", 1, 1),),
                ),
                finding("seed-name-undecodable", "its name", path="bad\udcff.txt"),
                finding(
                    "nul-characters",
                    "\0\x1b\ufffe\udc80",
                    path="control\0.txt",
                    line=1,
                    column=1,
                    value="``\0",
                ),
            ]
        )
    )
    return Report(
        findings,
        waived=(finding("text-illegible", "known", path="web, 1/a:b.txt", line=2, column=1),),
        rows={"documents": 5, "mentions": 198},
        source=lambda path, line: LINES.line(line) if path == "web, 1/a:b.txt" else None,
        tool_version="0.1.0",
        corpus="my-corpus",
        version="0.1.0",
        asked="1.0.0",
        root="seeds",
        new=frozenset(fingerprints(findings)[:2]),
        changes=(
            Change("blocks", None, added=4),
            Change("mentions", "web, 1/a:b.txt", removed=5, changed=1, lost=("m2", "m3", "m4", "m5")),
        ),
    )
