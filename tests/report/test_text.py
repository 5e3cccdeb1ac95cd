"""Findings at a terminal."""

import io

from corpus_pkg.findings import finding
from corpus_pkg.report import Report, render
from corpus_pkg.report.text import print_text, render_text


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_finding_is_shown_with_its_line_its_row_and_its_hint(report):
    assert """\
seeds/web, 1/a:b.txt:2:7: warning[date-impossible] 30 June is the last
 2 | 안녕하세요 2000년 6월 31일 \ufffdabc x
   |            ^^^^^^^^^^^^^^^^
  = in mentions: row m1, column edtf, value 2000년 6월 31일
  = hint: Compare the seed with its source; waive this where the source itself is wrong.
""" in render_text(report)


def test_a_finding_on_several_lines_is_marked_to_the_end_of_the_first(report):
    assert " 1 | Hello <b>`world`</b>\n   |   ^^^^^^^^^^^^^^^^^^\n" in render_text(report)


def test_findings_without_a_line_name_their_file_or_row(report):
    told = render_text(report)
    assert "data/mentions.csv#4: error[hash-mismatch] 100% | other *bytes*\n" in told
    assert "documents[d|1]: error[identifier-removed]" in told
    assert "  = see seeds/web, 1/a:b.txt:1:1: was here\n" in told


def test_the_hint_is_given_once_a_code():
    found = tuple(finding("seed-empty", "m", path=f"{n}") for n in range(3))
    assert render_text(Report(found)).count("= hint:") == 1


def test_printing_is_capped_and_counts_are_not():
    told = render_text(
        Report(tuple(finding("seed-empty", "m", path=f"{n:04}") for n in range(1234))), limit=2
    )
    assert told.count("error[seed-empty]") == 2
    assert "… and 1 232 more findings of seed-empty\n" in told
    assert told.endswith("1 234 errors\n")


def test_the_last_line_counts(report):
    assert render_text(report).endswith("5 errors, 3 warnings; 1 finding waived\n")
    assert render_text(Report(())) == "no findings\n"


def test_nothing_that_moves_the_cursor_gets_through(report):
    assert not set(render_text(report)) & set("\0\x1b\r\t\x85\u2028\u202e")
    render_text(report).encode()


def test_colour_is_for_terminals_and_for_those_who_want_it(report, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain = io.StringIO()
    print_text(report, plain)
    coloured = Terminal()
    print_text(report, coloured)
    monkeypatch.setenv("NO_COLOR", "1")
    refused = Terminal()
    print_text(report, refused)
    assert plain.getvalue() == refused.getvalue() == render("text", report)
    assert "\x1b[" in coloured.getvalue()
