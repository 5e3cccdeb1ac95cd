"""What the seeds of a site share is not content, and what chapters of books share is."""

import polars as pl

from corpus_pkg.build import build

FRAME = "The Harbour Gazette\nTides and Ferries\nLetters to Us\n"
FOOT = "Brought to you from the old pier since the first boat\n"
STORIES = [
    "The ferry to the island left early on Tuesday because the wind had turned, and forty people were left behind.",
    "A new baker has opened a shop by the church, where her grandmother sold bread until the roof came down.",
    "The council met for six hours and decided nothing, said those who stayed awake to the end of the meeting.",
    "Children of the upper school painted the lighthouse keeper's wall, and the keeper brought them lemonade.",
    "Two whales were seen off the northern cape in the morning, and the boats went out to look at them.",
]


def roles(tmp_path, seeds, suffix="txt"):
    folder = tmp_path / "seeds"
    folder.mkdir()
    for number, text in enumerate(seeds):
        (folder / f"{number}.{suffix}").write_text(text, encoding="utf-8")
    package = build(folder, tmp_path / "dist", cache=False).package
    rows = pl.read_parquet(package / "data/paragraphs/paragraphs.parquet").select(
        "text", "role", "is_content"
    )
    return rows.to_dicts()


def test_the_frame_of_a_site_is_not_content(tmp_path):
    pages = [f"{FRAME}\nStory {n}\n\n{story}\n\n{story[::-1]}\n\n{FOOT}" for n, story in enumerate(STORIES)]
    for row in roles(tmp_path, pages):
        in_frame = f"{row['text']}\n" in FRAME + FOOT
        if in_frame:
            assert not row["is_content"], row


def test_the_frame_of_a_site_is_found_in_its_markup(tmp_path):
    frame, foot = (
        "".join(f"<div>{line}</div>" for line in text.strip().split("\n")) for text in (FRAME, FOOT)
    )
    pages = [
        f"<body>{frame}<h1>Story {n}</h1><p>{story}</p><p>{story[::-1]}</p>{foot}</body>"
        for n, story in enumerate(STORIES)
    ]
    rows = roles(tmp_path, pages, "html")
    assert {row["text"] for row in rows if not row["is_content"]} == set((FRAME + FOOT).strip().split("\n"))


def test_the_headings_that_books_share_are_content(tmp_path):
    books = [
        f"{title}\n\nPreface\n\n{story}\n\nCHAPTER I\n\n{story} {other}\n\nCHAPTER II\n\n{other} {story}\n"
        for title, story, other in zip(
            ["The Ferry", "The Baker", "The Council", "The Wall", "The Whales"],
            STORIES,
            STORIES[1:] + STORIES[:1],
            strict=True,
        )
    ]
    for row in roles(tmp_path, books):
        if row["text"] in {"Preface", "CHAPTER I", "CHAPTER II"}:
            assert row["role"] == "heading", row
        assert row["is_content"], row
