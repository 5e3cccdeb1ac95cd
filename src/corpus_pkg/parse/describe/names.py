"""Titles and names: what it is called, and who wrote or spoke."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.bylines import ACTIVE, BEHIND, BY, KEEPERS, POSTED, WRITER
from corpus_pkg.parse.describe.words import is_label, words

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = tuple[str, str, str]
"""Reading text, role and rule of a segment."""

_HEAD, _OVER = 40, 20
"""Segments among which bylines are sought, and of these before the title."""
_BYLINES = frozenset({"title", "dateline", "attribution", "heading"})
"""Roles that a byline may have; a heading only where it is nothing else."""
_ALONE = frozenset({("title", "byline"), ("dateline", "author")})
"""Role and rule of a line that is nothing but the author."""
_LONGEST = 140
"""Characters of a line that names an author, at most."""
_FIELDS = (
    r"Title|Author|Editor|Translator|Release Date|Posting Date|Language|Character set encoding|Illustrator"
)
_FIELD = re.compile(rf"(?P<name>{_FIELDS})\s*:\s*(?P<value>.*?)(?=\s(?:{_FIELDS})\s*:|\Z)")
_CATALOGUED = re.compile(
    r"(?:(?P<title>titre|title|titel|título|titolo|название|заглавие|제목|题名|タイトル)"
    r"|auteur|author|autor|autore|verfasser|автор|저자|作者|著者)\s?[:：]\s?(?P<value>\S.*)",
    re.IGNORECASE,
)
"""What a library's header calls a text, and who wrote it."""
_BYLINE = re.compile(
    r"(?:by:?|(?:written|delivered|reported|text|analysis|opinion|commentary|review|essay|story) by"
    r"|text:|author:?|von:?|autor:?|par"
    r"|auteur\s?:|por:?|di:?|door:?|av:?|autore:?|автор:?|(?:작성자|기자명)\s?:?|글\s?[=:]|글쓴이\s?:?"
    r"|기자\s?:|作者[:：]|文[/／:：]|著者[:：]|文責[:：]"
    rf"|{WRITER})\s+(?P<name>[^,،|;:\d]{{2,60}}?)"
    r"(?:\s*[,|;.·•(]?\s*(?=\d|$)|\s[-–—]\s.*|\s+[,|;.·•(]?\s*(?=작성일|on\b|op\b|den\b|posted|published|am\b|le\b|el\b|il\b|em\b|dne\b|pe\b|στις\b|pada\b|ngày\b|в\b|на\b|في\b|در\b|tarihinde\b)|\s*[,،|;].*)",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}"
_SPEECH = r"address|speech|remarks|report|statement|message|letter|sermon|lecture|talk|testimony"
_SPEAKER = re.compile(
    rf"(?P<name>{_PERSON}?)(?:’s|'s|´s)\s+(?:\w+\s+){{0,3}}(?:{_SPEECH})\b"
    rf"|(?:{_SPEECH})\s+(?:delivered |made |given )?by\s+(?P<by>{_PERSON})"
    r"|(?i:rede|ansprache|discours|discurso|discorso|intervention|intervención|allocution|palabras)\s+"
    r"(?:von|de|del|du|di|prononcée? par|pronunciad[oa]s? por|pronunciato da|gehalten von|proferido por)\s+"
    r"(?:(?:le|la|el|der|die|il|o|a)\s)?(?:[a-zà-ÿ]+\s){0,5}?"
    r"(?P<other>[A-ZÀ-Þ][\w.’'-]*(?:\s(?:(?:de|von|van|du|di|da)\s)?[A-ZÀ-Þ][\w.’'-]*){1,4})"
)
_CLOSED = re.compile(
    r"(?i:yours?|i am|i remain|believe me|sincerely|respectfully|faithfully)\b.*,\s*(?=\S)"
    r"|.*\s[a-zà-ÿа-я][^,]*,\s*(?=(?:[^\W\d_a-zà-ÿа-я]\S*\s?){1,4}\Z)"
)
"""The phrase before a name that signs."""
_RENDERED = re.compile(
    r"(?:translated|edited|illustrated|übersetzt|herausgegeben|traduit|traducid[oa]|traduzione|перевод)\b"
    r"|[^\W\d_]+\s(?:by|von|par|por)\s",
    re.IGNORECASE,
)
"""How a title page names others than the author."""
_PARTED = re.compile(r"\s+[|•·¦]\s+")
_PLAIN = re.compile(r"[^\W\d_a-z][^\W\d_A-Z.]*\.?")
_WHOLE = 2
"""Words of a whole name, at least."""
_SPACED = re.compile(r"[가-힣](?: [가-힣]){1,3}")
"""A name printed wide."""
_EASTERN = re.compile(
    r"(?:^|[\s|(（])(?:文・写真|写真・文|取材・文|글·사진|글|文|作者|撰文|記者|记者|지은이|글쓴이)\s?[:：=＝/／]\s?(?P<name>[\u3400-\u9fff가-힣ァ-ヶー·]{2,15}|[\u4e00-\u9fff]{1,3}[ぁ-ん]{2,3})(?!\w)"
)
"""A name behind its label, wherever it stands among a page's data."""
_REPORTS = re.compile(
    r"(?:^|[\s|=\]])(?P<name>[가-힣]{2,4})\s?(?:기자|특파원|논설위원|선임기자)(?=[\s=(|]|$)"
)
"""A reporter before the office: ``홍길동 기자``."""
_OWN = r"[^\W\d_a-zß-ÿ][\w.’'-]*"
_CAPITALISED = rf"{_OWN}(?:\s(?:(?:de|van|von|der|den|di|da|del|ten|ter)\s)?{_OWN}){{0,4}}"
_POSTED_BY = re.compile(
    r"(?i:(?:on\s)?(?:[^\W\d_]{3,10},?\s)?\d{1,4}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}|[^|]{2,40}\s\|\s\d{1,4})\b"
    rf".*?\s(?i:by|par|por|von|da|di|door|av|przez|от)\s(?P<name>{_CAPITALISED})"
    rf"|(?i:{POSTED})(?!\w).*?\s(?i:{BY})\s?:?\s(?P<poster>{_CAPITALISED})"
    rf"|(?i:{ACTIVE})\s(?P<writer>{_CAPITALISED})(?=,?\s(?:[^\W\d_]{{1,4}},?\s){{0,2}}\d)"
    rf"|(?:.*?\d\s(?:[^\W\d_A-Z]+\s)?)?(?P<before>{_CAPITALISED})\s(?:{BEHIND})(?!\w)"
)


def find_head(lines: Sequence[Line]) -> int:
    """The index of the line that is the title, under the menus of a page; 0 where there is none."""
    return next((index for index, line in enumerate(lines) if line[1:] == ("title", "title")), 0)


def find_title(lines: Sequence[Line]) -> str | None:
    """The printed title: the first line labelled so, a breadcrumb's section and a site's name taken off."""
    field = _fields(lines).get("Title")
    titles = [text for text, role, rule in lines if role == "title" and rule != "byline"]
    if field and not (titles and titles[0].casefold() in field.casefold()):
        return field
    if not titles:
        return None
    first = titles[0]
    for other in titles[1:]:
        if first != other and first.startswith(other):
            return other
    return first


def find_author(lines: Sequence[Line], title: str | None) -> str | None:
    """The author by a byline in the head or a library header, else the speaker whom the title names."""
    field = _fields(lines).get("Author")
    if field and field.casefold() not in ("various", "anonymous", "unknown"):
        return field
    first = max(0, find_head(lines) - _OVER)
    for text, role, rule in lines[first : first + _HEAD]:
        if role in _BYLINES and len(text) <= _LONGEST and (name := _named(text, role)):
            return name
        if (role, rule) in _ALONE and not _RENDERED.match(text):
            name, comma, office = text.partition(" / ")[0].partition(", ")
            return (
                _without_office((name if office.count(" ") >= _WHOLE else name + comma + office).strip(" ."))
                or None
            )
    told = [title] if title else []
    told += [
        text for text, role, rule in lines[first : first + _HEAD] if (role, rule) == ("title", "under_title")
    ]
    for text in told:
        if found := _SPEAKER.search(text):
            return found["name"] or found["by"] or found["other"]
    signers = [text for text, role, _ in lines[-12:] if role == "signature"]
    if len(signers) != 1 or len(lines) <= 3:
        return None
    reporter = _REPORTS.search(signers[0])
    if reporter and "@" in signers[0][reporter.end() :]:
        return reporter["name"]
    name = _CLOSED.sub("", signers[0]).strip(' .“”"')
    name = _without_office(name)
    return (name.replace(" ", "") if _SPACED.fullmatch(name) else name) or None


def _named(text: str, role: str) -> str | None:
    """The name that a line of a page's head says by whom the text is."""
    if role == "heading":
        found = _EASTERN.fullmatch(text)
        return found["name"] if found else None
    lines = [text, *_PARTED.split(text)[1:]] if role == "dateline" else [text]
    bylines = [found for line in lines if (found := _BYLINE.match(line))]
    others = (_EASTERN.search(text), _REPORTS.search(text), _POSTED_BY.match(text))
    found = next(filter(None, (*bylines, *others)), None)
    if found is None:
        return None
    group = found.lastgroup or "name"
    if is_label(found[group]) or found[group].casefold() in KEEPERS:
        return None
    name = _alone(found[group].strip(" ."), found.string[found.end(group) :])
    # What a board counts stands behind the name.
    parts = name.split(" ")
    ends = next((at for at, part in enumerate(parts) if at and part.startswith(words("beside"))), len(parts))
    return _without_office(" ".join(parts[:ends])) or None


def _alone(name: str, behind: str) -> str:
    """The name without a month, a part in the paper and what others did: ``Ada Marsh WebMD Feature Reviewed by …``."""
    name = name.partition(" (")[0]
    low = name.casefold()
    stop = min((at for other in words("others") if (at := low.find(f" {other}")) > 0), default=len(name))
    name = name[:stop]
    parts = name.split()
    if (
        len(parts) > _WHOLE
        and behind.lstrip()[:1].isdigit()
        and parts[-1].casefold().rstrip(".") in words("months")
    ):
        return " ".join(parts[:-1])
    part = next((part for part in words("parts") if name.casefold().endswith(f" {part}")), None)
    if part is None:
        return name
    parts = name[: -len(part)].split()
    # A paper's name before the part, which no person has: eHow, WebMD.
    return " ".join(parts[:-1] if len(parts) > _WHOLE and not _PLAIN.fullmatch(parts[-1]) else parts)


def _without_office(name: str) -> str:
    office = next((word for word in words("offices") if name.casefold().startswith(f"{word} ")), "")
    name = name[len(office) :].strip()
    before, _, last = name.rpartition(" ")
    return before if before and last in words("offices") else name


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """The fields of a library's header."""
    fields: dict[str, str] = {}
    for text, _, rule in lines[:_HEAD]:
        if rule == "gutenberg_header":
            for found in _FIELD.finditer(text):
                fields.setdefault(found["name"], found["value"].strip())
        elif rule == "edition_field" and (told := _CATALOGUED.match(text)):
            fields.setdefault("Title" if told["title"] else "Author", told["value"].strip(" ."))
    return fields
