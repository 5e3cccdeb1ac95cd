"""The usual forms are a short way to what the grammar says: with and without it every mention is the same."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from corpus_pkg.parse.mentions import find_mentions
from corpus_pkg.parse.mentions.lexicon import lexicon
from mentions.often import often
from mentions.phrases import SUITES, paragraphs, suite

if TYPE_CHECKING:
    from corpus_pkg.model import Mention

RECOGNISE = importlib.import_module("corpus_pkg.parse.mentions.recognise")
FORMS = (
    "{day} {month} 1944|{day} {month}|{month} 1944|{month} {day}, 1944|{month} {day}|1944|1940s|1944-06-05"
)
FORMS += "|{month} 1944 – {month} 1945|{day} {month} 1944 to 9 {month} 1945"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "el")


def both(monkeypatch: pytest.MonkeyPatch, text: str, language: str) -> tuple[tuple[Mention, ...], ...]:
    segments, languages, _ = paragraphs(text, language)
    usual = find_mentions(text, segments, languages)
    with monkeypatch.context() as patch:
        patch.setattr(RECOGNISE, "read_usual", lambda *_: None)
        return usual, find_mentions(text, segments, languages)


@pytest.mark.parametrize("path", SUITES, ids=lambda path: path.stem)
def test_the_short_way_finds_what_the_long_one_does(path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for case in suite(path):
        usual, whole = both(monkeypatch, case.text, case.language)
        assert usual == whole, case.label


def flat(entry: object) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [word for part in entry for word in flat(part)] if isinstance(entry, list) else []


@pytest.mark.parametrize("language", often(LANGUAGES))
def test_every_word_of_the_tables_beside_a_date(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = lexicon(language)
    month = next(name for name, number in words.months.items() if number == 6 and len(name) > 3)
    month = month.capitalize() if words.lists.get("capitalised") else month
    forms = [form.format(day=5, month=month) for form in FORMS.split("|")]
    beside = sorted({word for key, entry in words.lists.items() if key != "plural" for word in flat(entry)})
    lines = [f"xyz {word} {form} zyx." for word in beside for form in forms[:7]]
    lines += [f"xyz {form} {word} zyx 12." for word in beside for form in forms[:7]]
    lines += [f"in {form}, {name.capitalize()} 6, xyz." for name in words.months for form in forms[:6]]
    lines += [f"in {form} {word} 1946." for word in beside for form in forms[:3]]
    # With another word behind it, with a capital, at the beginning of the paragraph, at its end.
    seconds = [beside[index * 37 % len(beside)] for index in range(len(beside))]
    lines += [
        f"xyz {form} {word} {second} zyx."
        for word, second in zip(beside, seconds, strict=True)
        for form in forms[:7]
    ]
    lines += [f"xyz {form} {word[0].upper()}{word[1:]} Zyx." for word in beside for form in forms[:7]]
    lines += [f"in {form} {word[0].upper()}{word[1:]} Zyx." for word in beside for form in forms[5:6]]
    lines += [f"{word} {form} zyx." for word in beside for form in forms]
    lines += [f"Zyx {form} {word}." for word in beside for form in forms[:7]]
    lines += [f"xyz {word} {form} Zyx." for word in beside for form in forms[8:]]
    agree(monkeypatch, lines, language)


TABLES = sorted(path.stem for path in Path(RECOGNISE.__file__).parent.glob("languages/*.toml"))


@pytest.mark.parametrize("language", often(TABLES))
def test_a_usual_form_means_what_the_grammar_says(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = lexicon(language)
    months = [name.capitalize() if words.lists.get("capitalised") else name for name in words.months]
    links = [" – ", "-", *(f" {word} " for word in words.words("to"))]
    forms = [
        "1900",
        "1944",
        "2049",
        "2099",
        "1900s",
        "1940s",
        "1944-02-29",
        "1943-02-29",
        "1943-13-01",
        "1900-07-31",
    ]
    for month, other in zip(months, months[5:] + months[:5], strict=True):
        forms += [f"{day} {month}{year}" for day in (5, 29, 31) for year in ("", " 1944", " 1943", " 1900")]
        forms += [f"{month} {day}{year}" for day in (5, 30) for year in ("", ", 1944", ", 2077")]
        forms += [f"{month} 1944", f"{month} 1900"]
        forms += [
            f"{month} 1944{link}{end}" for link in links for end in (f"{other} 1944", f"5 {other} 1945")
        ]
        forms += [f"5 {month} 1944{link}{other} 6, 1944" for link in links]
        forms += [f"{month} 1900{link}{other} 1900" for link in links[:1]]
    agree(
        monkeypatch, [f"zyx {form}; zyx" for form in forms] + [f"zyx {form} zyxs" for form in forms], language
    )


def agree(monkeypatch: pytest.MonkeyPatch, lines: list[str], language: str) -> None:
    usual, whole = both(monkeypatch, "\n\n".join(lines), language)
    different = sorted(set(usual) ^ set(whole), key=lambda mention: mention.span)
    assert not [(mention.surface, mention.edtf, lines[mention.segment]) for mention in different]
