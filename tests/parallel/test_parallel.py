"""Which paragraphs render which: by numbering, numbers, names, order and length; and none by chance."""

import pickle

from corpus_pkg.model import Block, LanguageLabel, RoleLabel, Segment, Span
from corpus_pkg.parse.parallel import Link, Signature, link, sign
from corpus_pkg.parse.parallel.names import skeletons

SCRIPTS = {"en": "Latn", "fr": "Latn", "ko": "Kore"}
# A statement of our own, each paragraph in English and in Korean.
STATEMENT = [
    ("The meeting opened in Pyongyang on 15 June 2000.", "회담은 2000년 6월 15일 평양에서 열렸다."),
    ("Both sides agreed to exchange 120 families of those who had been parted for 55 years.",
     "쌍방은 55년 동안 헤여져 있던 120 세대의 흩어진 가족을 교환하기로 합의하였다."),
    ("Kim Jong Il received the guests.", "김정일이 손님들을 맞이하였다."),
    ("The railway, which had been cut for half a century, is to be joined again before the year ends.",
     "반세기 동안 끊어졌던 철도를 올해 안으로 다시 이어 놓기로 하였다."),
    ("Signed by both sides.", "쌍방이 서명하였다."),
]  # fmt: skip


def signature(paragraphs: list[tuple[str, str]]) -> Signature:
    """Sign (language, text) pairs, each run a block."""
    segments, labels, runs, start = [], [], [], 0
    for number, (language, text) in enumerate(paragraphs):
        segments.append(Segment(Span(start, start + len(text)), number + 1, number + 1, text, None, ""))
        labels.append(LanguageLabel(language, None, SCRIPTS[language], 0.99, "text"))
        if number and labels[-2].language == language:
            runs[-1] = runs[-1]._replace(last=number, span=Span(runs[-1].span.start, start + len(text)))
        else:
            runs.append(Block("run", segments[-1].span, number, number, labels[-1], is_primary=True))
        start += len(text) + 1
    return sign(segments, [RoleLabel("body", "")] * len(segments), labels, runs, ())


def pairs(links: tuple[Link, ...], kind: str) -> list[tuple[int, int, int, int]]:
    return [(x.document, x.position, x.of_document, x.of_position) for x in links if x.kind == kind]


def test_paragraphs_in_turn_are_linked_within_a_document():
    found = link([signature([side for en, ko in STATEMENT for side in (("en", en), ("ko", ko))])])
    assert pairs(found, "paragraph") == [(0, 2 * n + 1, 0, 2 * n) for n in range(len(STATEMENT))]
    assert pairs(found, "block") == [(0, 2 * n + 1, 0, 2 * n) for n in range(len(STATEMENT))]
    assert all(0.5 < one.confidence <= 0.99 for one in found)


def numbered(language: str, head: str, bodies: list[str]) -> list[tuple[str, str]]:
    return [(language, line) for n, body in enumerate(bodies, 1) for line in (head.format(n), body)]


LENGTHS = [40, 160, 75, 220, 55, 120, 300, 90, 35, 180]


def test_two_files_are_linked_and_a_missing_paragraph_shifts_nothing():
    english = numbered("en", "Article {}", ["word " * (n // 5) for n in LENGTHS])
    korean = numbered("ko", "제 {} 조", ["낱말 " * (n // 9) for n in LENGTHS])
    shorter = korean[:8] + korean[10:]
    found = pairs(link([signature(english), signature(shorter)]), "paragraph")
    assert {one for one in found if one[1] >= 8} == {(1, n, 0, n + 2) for n in range(8, 18)}
    assert {one for one in found if one[1] < 8} == {(1, n, 0, n) for n in range(8)}


def test_unrelated_texts_are_not_linked():
    english = [("en", "word " * (n // 5)) for n in LENGTHS]
    korean = [("ko", "낱말 " * (n // 9)) for n in sorted(LENGTHS)]
    assert link([signature(english), signature(korean)]) == ()


def test_texts_in_one_language_are_never_translations():
    english = numbered("en", "Article {}", ["word " * (n // 5) for n in LENGTHS])
    assert link([signature(english), signature(english)]) == ()


def test_distant_documents_meet_by_rare_evidence_only():
    english = [("en", en) for en, _ in STATEMENT] + numbered("en", "Article {}", ["word " * 9] * 4)
    korean = [("ko", ko) for _, ko in STATEMENT] + numbered("ko", "제 {} 조", ["낱말 " * 5] * 4)
    other = [("fr", "un mot de plus ici")]
    found = link([signature(english), signature(other), signature(other), signature(korean)])
    assert {(one.document, one.of_document) for one in found} == {(3, 0)}


def test_names_keep_their_consonants_across_scripts():
    assert "KMCNL" in skeletons("they met Kim Jong Il there", "Latn")
    assert "KMCNL" in skeletons("김정일이 그곳에 왔다", "Kore")
    assert not skeletons("nothing here is a name", "Latn")


def test_signatures_pickle_and_nothing_links_to_nothing():
    made = signature([("en", "One."), ("ko", "하나.")])
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
    assert link([]) == ()
    assert link([Signature(())]) == ()
