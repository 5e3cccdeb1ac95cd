"""Short lines over and under the text make a web page only where hardly any running text is among them."""

from corpus_pkg.parse.roles import label_roles
from corpus_pkg.parse.segment import segment

PROSE = (
    "The committee looked at the figures of the last five years and found that the number of applications had"
    " grown in each of them, while the number of officials who deal with them had stayed the same."
)
CELLS = "\n".join(f"Office {name}" for name in ("north", "south", "east", "west", "harbour", "market"))


def roles_of(text):
    segments = segment(text)
    return {
        segment.text: label.role for segment, label in zip(segments, label_roles(text, segments), strict=True)
    }


def test_a_report_of_tables_with_text_between_them_keeps_its_text():
    report = f"{CELLS}\n\n{PROSE}\n\n{CELLS}\n\n{PROSE.replace('five', 'six')}\n\n{CELLS}\n\n"
    report += f"{PROSE.replace('five', 'seven')}\n\n{CELLS}\n"
    found = roles_of(report)
    assert [role for text, role in found.items() if text.startswith("The committee")] == ["body"] * 3


def test_a_page_with_menus_at_both_ends_is_known_by_its_shape():
    page = f"{CELLS}\n\nA growing number\n\n{PROSE}\n\n{PROSE.replace('five', 'six')}\n\n{CELLS}\n"
    found = roles_of(page)
    assert found["Office harbour"] == "navigation"
    assert [role for text, role in found.items() if text.startswith("The committee")] == ["body"] * 2
