"""Runs, which partition the paragraphs, and what inside a paragraph is in another language."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.model import Block, LanguageLabel, Segment, Span
from corpus_pkg.parse.blocks import group_blocks

ENGLISH = LanguageLabel("en", None, "Latn", 0.99, "text")
GERMAN = LanguageLabel("de", None, "Latn", 0.99, "text")
KOREAN = LanguageLabel("ko", None, "Kore", 0.99, "script")
RUSSIAN = LanguageLabel("ru", None, "Cyrl", 0.99, "text")
JAPANESE = LanguageLabel("ja", None, "Jpan", 0.99, "script")


def blocks(paragraphs: list[tuple[str, LanguageLabel]]) -> tuple[str, tuple[Block, ...]]:
    text = "\n\n".join(line for line, _ in paragraphs)
    segments, start = [], 0
    for number, (line, _) in enumerate(paragraphs):
        segments.append(
            Segment(Span(start, start + len(line)), 2 * number + 1, 2 * number + 1, line, None, "")
        )
        start += len(line) + 2
    return text, group_blocks(text, segments, [label for _, label in paragraphs])


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        # another script, to the character and to its brackets
        (ENGLISH, "Now, therefore, (이에, 2000년 6월 15일,)", [("ko", "(이에, 2000년 6월 15일,)")]),
        (ENGLISH, "It was called 주체사상 by its author.", [("ko", "주체사상")]),
        (ENGLISH, "He said: Это было давно, и мы забыли. Then he left.", [("ru", "Это было давно, и мы забыли.")]),
        (ENGLISH, "He said: Привет, мир! and left.", [("und", "Привет, мир!")]),  # two words do not carry a decision
        (ENGLISH, "The (North) side and the [South] side", []),
        (KOREAN, "남북합의서(合意書)를 채택하였다.", [("ko-Hani", "(合意書)")]),
        (KOREAN, "이 사업은 open source software 이다.", [("en", "open source software")]),
        (KOREAN, "大韓民國은 民主共和國이다.", []),
        (RUSSIAN, "Он сказал the quick brown fox и ушёл.", [("en", "the quick brown fox")]),
        # romanised Korean
        (ENGLISH, "a powerful state [kangso’nggukka] and more", [("ko-Latn", "[kangso’nggukka]")]),
        (ENGLISH, "the cause of the chuch'e revolution", [("ko-Latn", "chuch'e")]),
        (ENGLISH, "the juche's and you're, don't, o'clock, ma'am, who've, so's", []),
        (GERMAN, "das hat ihn nicht gereu’n, ich hab’s und geh’n", []),
        # what is beside the Korean word that it spells
        (ENGLISH, "Tidal mills (조수방아, josu panga) were built.", [("ko", "조수방아"), ("ko-Latn", "josu panga")]),
        (ENGLISH, "They slept on the ondol (온돌) in winter.", [("ko-Latn", "ondol"), ("ko", "(온돌)")]),
        (ENGLISH, "a bowl of mul naengmyeon (물냉면)", [("ko-Latn", "mul naengmyeon"), ("ko", "(물냉면)")]),
        (ENGLISH, "the kisaeng, 기생, and her songs", [("ko-Latn", "kisaeng"), ("ko", "기생")]),
        (ENGLISH, "The bridge (다리) and the school (학교) stood there.", [("ko", "(다리)"), ("ko", "(학교)")]),
        (ENGLISH, "He went to Pyongyang (평양) and to Seoul (서울).", [("ko", "(평양)"), ("ko", "(서울)")]),
        (ENGLISH, "He is a man (만) of words, 소, so they say.", [("ko", "(만)"), ("ko", "소")]),
        # quoted phrases of three words or more
        (ENGLISH, "He wrote “il faut que les enfants soient dans la maison” there.",
         [("fr", "il faut que les enfants soient dans la maison")]),
        (ENGLISH, 'He wrote " il faut que les enfants soient dans la maison " there.',
         [("fr", "il faut que les enfants soient dans la maison")]),
        (ENGLISH, "He wrote “the children must be in the house” there.", []),
        # names, acronyms, units and addresses alone are no foreign language
        (KOREAN, "WPK와 UN, Kim Jong Un, 10 km 떨어진 곳", []),
        (KOREAN, "문의(02-788-4649, someone@assembly.go.kr) www.example.org/path", []),
        (JAPANESE, "東京タワーへ行きました。", []),
    ],
)  # fmt: skip
def test_what_is_in_another_language(label: LanguageLabel, text: str, found: list[tuple[str, str]]):
    whole, all_of = blocks([(text, label)])
    inline = [block for block in all_of if block.kind == "inline"]
    assert [(block.label.language, whole[slice(*block.span)]) for block in inline] == found


def test_runs_are_maximal_and_one_language_is_primary():
    _, all_of = blocks(
        [("One two.", ENGLISH), ("Three.", ENGLISH), ("하나 둘", KOREAN), ("Four five.", ENGLISH)]
    )
    runs = [block for block in all_of if block.kind == "run"]
    assert [(run.first, run.last, run.is_primary) for run in runs] == [
        (0, 1, True),
        (2, 2, False),
        (3, 3, True),
    ]


def test_the_main_language_has_most_words_not_most_letters():
    korean, english = "우리 마을에는 학교가 하나 있다.", "There is one school in our village."
    _, all_of = blocks([(korean, KOREAN), (english, ENGLISH)] * 2)
    assert len(english) > len(korean)
    assert [block.is_primary for block in all_of] == [True, False, True, False]
    _, all_of = blocks([("하나 둘", KOREAN), (english, ENGLISH)])
    assert [block.is_primary for block in all_of] == [False, True]


def test_no_paragraphs_no_blocks():
    assert group_blocks(" \n", (), ()) == ()


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(alphabet="aé 한글合가(b)[]'1.,“”ŏшы", min_size=1, max_size=40).filter(
                lambda t: t == t.strip()
            ),
            st.sampled_from([ENGLISH, KOREAN, RUSSIAN, JAPANESE]),
        ),
        max_size=6,
    )
)
def test_runs_partition_and_inline_blocks_stay_inside_and_apart(paragraphs: list[tuple[str, LanguageLabel]]):
    text, all_of = blocks(paragraphs)
    runs = [block for block in all_of if block.kind == "run"]
    assert [n for run in runs for n in range(run.first, run.last + 1)] == list(range(len(paragraphs)))
    inline = [block for block in all_of if block.kind == "inline"]
    for block in inline:
        run = next(run for run in runs if run.first <= block.first <= run.last)
        assert run.span.start <= block.span.start < block.span.end <= run.span.end
        assert text[slice(*block.span)] == text[slice(*block.span)].strip()
    for one, other in pairwise(inline):
        assert one.span.end <= other.span.start
    assert [block.span.start for block in all_of] == sorted(block.span.start for block in all_of)


def test_the_identifier_is_not_asked_of_short_brackets_in_a_text_of_one_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def scores(texts: list[str], script: str) -> list[object]:
        asked.extend([*texts, script] if texts else ())
        return []

    monkeypatch.setattr("corpus_pkg.parse.langid.identifier.log_likelihoods", scores)
    _, found = blocks(
        [("The party (WPK) and the army (KPA) met with the front (DFRF) [Pyongyang].", ENGLISH)]
    )
    assert [block.kind for block in found] == ["run"]
    assert not asked
