"""Findings for programs: each form satisfies its schema, says all that is known, and takes any text."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, catalogue, finding
from corpus_pkg.report import FORMS, Report, fingerprints, parse_report_option, render
from corpus_pkg.report.catalogue import catalogue_text

HERE = Path(__file__).parent
FINDINGS = json.loads((HERE.parents[1] / "schemas/reports/findings.schema.json").read_text(encoding="utf-8"))
SARIF = json.loads((HERE / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))


def test_the_schemas_are_schemas():
    Draft202012Validator.check_schema(FINDINGS)
    Draft202012Validator.check_schema(SARIF)


def test_json_satisfies_its_schema_and_holds_every_field(report):
    told = json.loads(render("json", report))
    Draft202012Validator(FINDINGS).validate(told)
    assert told["counts"] == {"error": 5, "warning": 3, "notice": 0, "waived": 1}
    dated = next(held for held in told["findings"] if held["code"] == "date-impossible")
    assert (
        dated
        | {
            "path": "web, 1/a:b.txt",
            "line": 2,
            "column": 7,
            "end_line": 2,
            "end_column": 20,
            "key": "m1",
            "value": "2000년 6월 31일",
        }
        == dated
    )
    assert set(Finding._fields) <= set(dated)
    assert [held["waived"] for held in told["waived"]] == [True]


def test_json_lines_are_the_same_findings_one_a_line(report):
    lines = render("jsonl", report).splitlines()
    told = json.loads(render("json", report))
    assert [json.loads(line) for line in lines] == [*told["findings"], *told["waived"]]


class TestSarif:
    def test_satisfies_its_schema(self, report):
        Draft202012Validator(SARIF).validate(json.loads(render("sarif", report)))

    def test_names_rules_places_and_fingerprints(self, report):
        (run,) = json.loads(render("sarif", report))["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
        assert all(result["locations"][0]["physicalLocation"] for result in run["results"])
        dated = next(result for result in run["results"] if result["ruleId"] == "date-impossible")
        place = dated["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "seeds/web%2C%201/a%3Ab.txt"
        assert place["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 20}
        assert run["columnKind"] == "unicodeCodePoints"
        prints = [tuple(result["partialFingerprints"].values()) for result in run["results"]]
        assert len(set(prints)) == len(prints)

    def test_marks_what_is_new_and_what_is_waived(self, report):
        (run,) = json.loads(render("sarif", report))["runs"]
        assert sum(result["baselineState"] == "new" for result in run["results"]) == 2
        assert [result["ruleId"] for result in run["results"] if "suppressions" in result] == [
            "text-illegible"
        ]

    def test_keeps_the_gravest_of_more_than_a_service_takes(self, monkeypatch):
        monkeypatch.setattr("corpus_pkg.report.sarif.MOST_RESULTS", 3)
        found = [finding("text-illegible", "m", path="a", line=n) for n in range(1, 9)]
        report = Report((*found, finding("seed-empty", "m", path="b")))
        (run,) = json.loads(render("sarif", report))["runs"]
        assert [result["level"] for result in run["results"]] == ["error", "note", "note"]
        assert run["properties"]["counts"] == {"error": 1, "warning": 0, "notice": 8, "waived": 0}


class TestJunit:
    def test_errors_fail_and_waived_findings_are_skipped(self, report):
        suites = ET.fromstring(render("junit", report))  # noqa: S314 - it is our own
        assert suites.attrib | {"tests": "9", "failures": "5", "skipped": "1", "errors": "0"} == suites.attrib
        assert [suite.get("name") for suite in suites] == sorted(suite.get("name") for suite in suites)
        assert sum(int(suite.get("tests")) for suite in suites) == 9

    def test_no_findings_are_one_case_that_passes(self):
        suites = ET.fromstring(render("junit", Report(())))  # noqa: S314
        assert (suites.get("tests"), suites.get("failures")) == ("1", "0")


class TestGithub:
    def test_commands_are_escaped(self, report):
        told = render("github", report)
        assert "::error title=documents-none::my-corpus: no seed%0Abecame a document " in told
        assert "data/mentions.csv#4: 100%25 | other" in told
        assert "file=seeds/web%2C 1/a%3Ab.txt,line=2,col=7,endColumn=19,title=date-impossible::" in told
        assert all(
            re.match(r"::(error|warning|notice) |corpus-pkg: ", line) for line in told.split("\n")[:-1]
        )

    def test_columns_are_left_out_over_several_lines(self, report):
        assert "line=1,endLine=2,title=lines-not-covered::" in render("github", report)

    def test_ten_of_each_severity_and_the_rest_counted(self):
        found = [finding("seed-empty", "m", path=f"{n}") for n in range(13)]
        found += [finding("seed-duplicate", "m", path=f"{n}") for n in range(11)]
        lines = render("github", Report(tuple(found))).splitlines()
        assert [line.split()[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["corpus-pkg:"]
        assert lines[-1] == "corpus-pkg: 3 more errors, 1 more warning: see the summary of this step"

    def test_new_findings_on_changed_lines_come_first(self):
        found = tuple(finding("nul-characters", f"m{n}", path="a", line=n) for n in range(1, 31))
        names = fingerprints(found)
        report = Report(
            found,
            new=frozenset([names[4], names[24], names[25]]),
            changed_lines={"a": frozenset({25, 30})},
        )
        lines = [line.split("line=")[1].split(",")[0] for line in render("github", report).splitlines()[:5]]
        assert lines == ["25", "5", "26", "30", "1"]


class TestMarkdown:
    def test_losses_come_first(self, report):
        headings = re.findall(r"^####? (.*)", render("markdown", report), re.MULTILINE)
        assert headings == [
            "corpus-pkg: my-corpus 0.1.0",
            "Rows lost",
            "`documents-none`: 1 error, 1 new",
            "`identifier-removed`: 1 error, 1 new",
            "`lines-not-covered`: 1 error",
            "`hash-mismatch`: 1 error",
            "`seed-name-undecodable`: 1 error",
            "`date-impossible`: 1 warning",
            "`nul-characters`: 2 warnings",
            "Rows added and changed",
        ]

    def test_markup_mentions_and_references_are_shown_as_they_are(self, report):
        told = render("markdown", report)
        assert "gone, says &#64;someone in &#35;12" in told
        assert "100% &#124; other &#42;bytes&#42;" in told
        assert "``` ``␀ ```" in told

    def test_samples_are_three_and_counts_are_whole(self, report):
        found = tuple(finding("text-illegible", "m", path="a", line=n) for n in range(1, 101))
        told = render("markdown", Report(found))
        assert "#### `text-illegible`: 100 notices\n" in told
        assert (told.count("\n- `a:"), told.count("- … and 97 more\n")) == (3, 1)
        assert "| `m2`, `m3`, `m4` and 2 more |" in render("markdown", report)

    @pytest.mark.parametrize(
        ("form", "limit", "size"),
        [("markdown", 50_000, len), ("summary", 1 << 20, lambda text: len(text.encode()))],
    )
    def test_the_limit_is_kept_and_what_is_left_out_is_said(self, form, limit, size):
        found = tuple(
            finding(code, "한" * 1000, path=f"{n}" + "한" * 300, value="한" * 1000)
            for code in catalogue()
            for n in range(20)
        )
        told = render(form, Report(found))
        assert size(told) <= limit
        assert ("left out here for want of room" in told) == (
            form == "markdown" or size(told) > limit - 100_000
        )


def texts():
    return st.text(st.characters(), max_size=20)


@given(
    st.lists(
        st.builds(
            lambda code, message, path, line, column, key, value: finding(
                code,
                message,
                path=path or None,
                line=line,
                column=column,
                key=key,
                value=value,
                table="mentions",
            ),
            st.sampled_from(list(catalogue())),
            texts(),
            texts(),
            st.none() | st.integers(1, 4),
            st.none() | st.integers(1, 30),
            st.none() | texts(),
            st.none() | texts(),
        ),
        max_size=8,
    ),
    texts(),
)
def test_every_form_takes_any_text(findings, line):
    """Whatever stands in a seed, a rendering can be encoded and read back."""
    report = Report(tuple(sorted(findings)), source=lambda _path, _line: line)
    told = {form: render(form, report) for form in FORMS}
    for rendered in told.values():
        rendered.encode()
    Draft202012Validator(FINDINGS).validate(json.loads(told["json"]))
    Draft202012Validator(SARIF).validate(json.loads(told["sarif"]))
    ET.fromstring(told["junit"])  # noqa: S314
    assert len(told["jsonl"].splitlines()) == len(findings)
    assert told["github"].count("\n") <= 31


def test_equal_findings_have_fingerprints_of_their_own():
    found = finding("nul-characters", "m", path="a", line=1)
    names = fingerprints([found, found._replace(line=2), finding("seed-empty", "m", path="a")])
    assert [name[16:] for name in names] == ["-1", "-2", "-1"]
    assert names[0][:16] == names[1][:16] != names[2][:16]


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("text", ("text", None)),
        ("sarif=a=b.sarif", ("sarif", Path("a=b.sarif"))),
        ("json=a/x", ("json", Path("a/x"))),
    ],
)
def test_the_option_names_a_form_and_perhaps_a_file(option, expected):
    assert parse_report_option(option) == expected


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("sarfi=x", "there is no form 'sarfi'; did you mean sarif?"),
        ("JSON", "did you mean json?"),
        ("pdf", "the forms are text, json, jsonl, sarif, junit, github, markdown, summary"),
        ("json=", "name a file after the ="),
        ("", "there is no form ''"),
    ],
)
def test_a_wrong_option_is_told_what_would_be_right(option, message):
    with pytest.raises(UsageError) as caught:
        parse_report_option(option)
    assert message in str(caught.value)


def test_the_catalogue_can_be_asked_for_one_code_or_all():
    assert all(code in catalogue_text() for code in catalogue())
    assert catalogue_text("seed-empty").startswith(
        "seed-empty (error; level 1, seed bytes)\n\nA seed has no bytes."
    )
    with pytest.raises(UsageError, match="did you mean seed-empty"):
        catalogue_text("seed-emty")
