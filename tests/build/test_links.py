"""Translations are linked across the corpus: in one file, between files, and not where nothing is rendered."""

import polars as pl

from corpus_pkg.build import build

ENGLISH = """A Statement

1. The conference of 12 March 1946 in Geneva brought 27 delegations together, and 14 of them signed on 3 April.

2. The text of 25 May 1947 was printed in 3500 copies by the office of Mr. Halvorsen in Oslo.

3. A second meeting was held on 9 September 1948 in Lisbon, with 31 delegations and 112 guests.

4. The minutes of 30 November 1949 name Lindqvist, Okafor and Petrescu as secretaries.
"""
GERMAN = """Eine Erklärung

1. Die Konferenz vom 12. März 1946 in Genf brachte 27 Delegationen zusammen, und 14 unterschrieben am 3. April.

2. Der Text vom 25. Mai 1947 wurde vom Büro von Herrn Halvorsen in Oslo in 3500 Exemplaren gedruckt.

3. Ein zweites Treffen fand am 9. September 1948 in Lissabon statt, mit 31 Delegationen und 112 Gästen.

4. Das Protokoll vom 30. November 1949 nennt Lindqvist, Okafor und Petrescu als Sekretäre.
"""
OTHER = """Ein Kochbuch

Man nehme zwei Eier, etwas Mehl und eine Prise Salz und rühre alles lange um, bis der Teig weich geworden ist.

Danach lasse man ihn eine Stunde lang ruhen, decke ihn zu und heize inzwischen den Ofen gut vor.
"""


def links(tmp_path, **seeds):
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in seeds.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    package = build(folder, tmp_path / "dist", cache=False).package
    paragraphs = pl.read_parquet(package / "data/paragraphs/paragraphs.parquet")
    rendered = paragraphs.select("paragraph_id", pl.col("text").alias("original"))
    linked = paragraphs.drop_nulls("translation_of").join(
        rendered, left_on="translation_of", right_on="paragraph_id"
    )
    blocks = pl.read_parquet(package / "data/blocks/blocks.parquet").drop_nulls("translation_of")
    return {row["text"][:2]: row["original"][:2] for row in linked.to_dicts()}, blocks


def test_two_files_of_one_statement(tmp_path):
    paragraphs, blocks = links(tmp_path, a_english=ENGLISH, b_german=GERMAN)
    assert {"1.": "1.", "2.": "2.", "3.": "3.", "4.": "4."}.items() <= paragraphs.items()
    assert blocks["document_id"].to_list() == ["b-german"]
    assert blocks["translation_confidence"].min() > 0.5


def test_one_file_of_two_languages(tmp_path):
    paragraphs, blocks = links(tmp_path, both=ENGLISH + "\n" + GERMAN)
    assert {"1.": "1.", "4.": "4."}.items() <= paragraphs.items()
    assert len(blocks) == 1


def test_a_text_that_renders_nothing_is_not_linked(tmp_path):
    paragraphs, blocks = links(tmp_path, a_english=ENGLISH, b_german=OTHER)
    assert paragraphs == {}
    assert blocks.is_empty()


def test_two_files_with_many_in_one_language_between_them(tmp_path):
    """Nothing of those between is held for comparing; what too many of them share is evidence of nothing."""
    places = ("Geneva", "Oslo", "Lisbon", "Reykjavik", "Montevideo")
    between = {
        f"b_{number}": "\n\n".join(
            f"The record of {day} May 1931 was kept in {place} by the {number}th office, and nobody asked for it."
            for day, place in enumerate(places, number % 20)
        )
        for number in range(40)
    }
    paragraphs, blocks = links(tmp_path, a_english=ENGLISH, **between, c_german=GERMAN)
    assert {"1.": "1.", "2.": "2.", "3.": "3.", "4.": "4."}.items() <= paragraphs.items()
    assert blocks["document_id"].to_list() == ["c-german"]
