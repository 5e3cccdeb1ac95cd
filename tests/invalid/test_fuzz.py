"""Arbitrary bytes as seeds: a run ends with a code of the table and never with a fault of ours.

Rule (the command line's contract): 0 done, 1 findings, 2 a wrong call, 3 refused; 4 would be a fault of ours. What
a build accepts satisfies all invariants, which is to say that `validate` finds nothing in it.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus_pkg.cli.app import run
from corpus_pkg.config import CorpusConfig
from corpus_pkg.pipeline import make_settings, parse_seed
from corpus_pkg.read import Raw
from corpus_pkg.tables import tabulate
from corpus_pkg.validate import check_package, check_tables
from mentions.phrases import SUITES, suite

PIECES = [
    "October 17, 1926",
    "Juche 109(2020)",
    "2000년 6월 15일",
    "following May",
    "# ",
    "- ",
    "1. ",
    "* * *",
    "12",
    "Skip to content",
    "© 2012",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\x0c",
    "\u2028",
    "\u0085",
    "\0",
    "\ufeff",
    "\u200b",
    "\u202e",
    "e\u0301",
    "한국",
    "가\u1100",
    "漢字",
    "𝔘",
    "\U0010ffff",
    "-\n",
    "“",
    "”",
    "|",
    "\t",
    " ",
    "...",
    "A",
]
"""What stages look for, and what trips them."""

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)
encodings = st.sampled_from(
    ["utf-8", "utf-16", "utf-32", "cp949", "shift_jis", "cp1251", "latin-1", "iso2022_kr"]
)
encoded = st.builds(lambda text, encoding: text.encode(encoding, "ignore"), texts, encodings)
seeds = st.lists(st.one_of(st.binary(max_size=200), encoded), min_size=1, max_size=3)

SAID = sorted({case.text for path in SUITES for case in suite(path)})
FIGURES = [
    "1945",
    "34",
    "7",
    "１９４５",
    "二〇〇〇",
    "XIX",
    "'50s",
    "年",
    "월",
    "–",
    "/",
    "c.",
    "BC",
    "(金)",
    "sat",
]
pages = st.lists(
    st.tuples(
        st.sampled_from(SAID) | st.sampled_from(FIGURES) | st.sampled_from(PIECES),
        st.sampled_from([str, str.lower, str.upper, str.title]),
        st.sampled_from([" ", "", ", ", "\n", "\n\n"]),
    ),
    min_size=1,
    max_size=40,
).map(lambda parts: "".join(case(text) + between for text, case, between in parts))

slow = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def lay_out(folder, contents):
    (folder / "seeds").mkdir()
    (folder / "seeds/corpus.toml").write_text('name = "fuzz"\nversion = "1.0.0"\n')
    for number, data in enumerate(contents):
        (folder / f"seeds/{number}.txt").write_bytes(data)


@settings(slow, max_examples=25)
@given(contents=seeds)
@example(contents=[b"\xff\xfe" + "한국".encode("utf-16-le")])
@example(contents=[b"\n\n\x0c\n1\n"])
def test_a_check_of_any_bytes_finds_no_fault_of_ours(contents):
    with TemporaryDirectory() as folder:
        room = Path(folder)
        lay_out(room, contents)
        report = room / "report.json"
        arguments = [
            "check",
            str(room / "seeds"),
            "--output",
            str(room / "dist"),
            "--workers",
            "1",
            "--quiet",
        ]
        assert run([*arguments, "--report", f"json={report}"]) in (0, 1)
        codes = {found["code"]: found["level"] for found in json.loads(report.read_text())["findings"]}
        # levels 3 and 4 are about rows that do not fit together: the parser's fault, whatever the bytes
        faults = {code for code, level in codes.items() if code == "parse-failed" or level in (3, 4)}
        assert faults <= {"table-empty"}


@settings(slow, max_examples=30)
@given(text=pages)
@example(text="They sat on 5 June, 1945.")
@example(text="på trettiotalet var det svårt")
@example(text="c. 2013-02-09T01:35:15Z, mid-2013-02-09T01:35:15Z")
@example(text="22(주체110)년, 21(주체110)년, 2021 (Juche 11), 주체1000(1912)")
@example(text="公元前201234年, 19052021(주체110)년")
@example(text="en mayo de mil libros, el 6 de mayo de mil novecientos\n\nOne line more.")
@example(text="июл пятнадцатое-4")
@example(text="He said in 1945 that I\u00a0. ")
@example(text="\U00011112\n")
def test_the_rows_of_any_text_fit_together(text):
    raw = Raw(text.encode("utf-8", "surrogatepass"), "text/plain")
    parsed = parse_seed(raw, "a.txt", "a", None, make_settings(CorpusConfig("fuzz")))
    documents = [parsed.document] if parsed.document else []
    assert [found for found in check_tables(tabulate(documents)) if found.severity == "error"] == []


@settings(slow, max_examples=4)
@given(contents=seeds)
@example(contents=[b"The mill\n\nIn October 1926 they built a mill.\n"])
def test_what_a_build_accepts_is_valid(contents):
    with TemporaryDirectory() as folder:
        room = Path(folder)
        lay_out(room, contents)
        code = run(
            ["build", str(room / "seeds"), "--output", str(room / "dist"), "--workers", "1", "--quiet"]
        )
        assert code in (0, 1)
        packages = list((room / "dist").glob("fuzz-*"))
        assert len(packages) == (code == 0)
        assert [found for package in packages for found in check_package(package, frictionless=False)] == []
