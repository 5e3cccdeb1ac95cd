"""Scores what became of the cases: paragraphs found, and their roles."""

from collections import Counter

from corpus_pkg.config import CorpusConfig
from corpus_pkg.model import APPARATUS
from corpus_pkg.pipeline import make_settings, parse_seed
from corpus_pkg.read import Raw

SETTINGS = make_settings(CorpusConfig("pages"))


def parse(html, media_type="text/html"):
    return parse_seed(Raw(html.encode(), media_type, "utf-8"), "page.html", "page", None, SETTINGS).document


def paragraphs_of(document):
    return [
        (segment.text, label.role, label.rule, label.heading_level)
        for segment, label in zip(document.segments, document.roles, strict=True)
    ]


def score(cases, found):
    """Shares over all paragraphs of the cases: those cut as they should be, those with their role, told content."""
    cut, role, content = Counter(), Counter(), Counter()
    for case, rows in zip(cases, found, strict=True):
        left = Counter(row[0] for row in rows)
        by_text = {}
        for row in rows:
            by_text.setdefault(row[0], []).append(row[1])
        cut.update(found=len(rows), gold=len(case.paragraphs))
        for one in case.paragraphs:
            is_there = left[one.text] > 0
            left[one.text] -= 1
            got = by_text[one.text].pop(0) if is_there else None
            cut.update(both=is_there)
            role.update(all=1, hit=got in one.roles)
            kinds = {each in APPARATUS for each in one.roles}
            if len(kinds) == 1:
                gold = kinds == {False}
                keep = got is not None and got not in APPARATUS
                content.update(gold=gold, keep=keep, both=gold and keep)
    return {
        "segmentation_f1": 2 * cut["both"] / (cut["found"] + cut["gold"]),
        "role_accuracy": role["hit"] / role["all"],
        "content_f1": 2 * content["both"] / (content["gold"] + content["keep"]),
    }
