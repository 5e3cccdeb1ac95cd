"""The day of an edition dates no page of the text: a book put on the web in 2016 may tell of any year."""

from corpus_pkg.config import CorpusConfig
from corpus_pkg.pipeline import make_settings, parse_seed
from corpus_pkg.read import Raw

SETTINGS = make_settings(CorpusConfig("books"))
TITLE = "The Crossing\n\nBy Ada Marsh\n\n"
PROSE = "We left the harbour in October, the night being cold, and reached the islands after nineteen days of fog.\n\n"
IMPRINT = (
    "Imprint\n\nThis ebook is the product of many hours of hard work. It was released on December 11, 2016.\n"
)


def _told(text):
    document = parse_seed(
        Raw(text.encode(), "text/plain", "utf-8"), "book.txt", "book", None, SETTINGS
    ).document
    return document.description, {mention.surface: mention.edtf for mention in document.mentions}


def test_an_edition_dates_itself_and_not_its_text():
    description, told = _told(TITLE + "Chapter I\n\n" + PROSE * 6 + IMPRINT)
    assert (description.date_published, description.date_published_basis) == ("2016-12-11", "imprint")
    assert told["October"] == "XXXX-10"


def test_the_day_over_a_text_dates_it():
    _, told = _told("The Crossing\n\nDecember 11, 2016\n\n" + PROSE * 6)
    assert told["October"] == "2016-10"
