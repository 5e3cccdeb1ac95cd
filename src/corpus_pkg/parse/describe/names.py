"""Titles and names: who wrote or spoke, who published, and where on a site it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = tuple[str, str, str]
"""Reading text, role and rule of a segment."""

_HEAD = 40
"""Segments from the top among which bylines and section lines are sought."""
_CRUMB = re.compile(r"\s+[>»›|]\s+")
_FIELDS = (
    r"Title|Author|Editor|Translator|Release Date|Posting Date|Language|Character set encoding|Illustrator"
)
_FIELD = re.compile(rf"(?P<name>{_FIELDS})\s*:\s*(?P<value>.*?)(?=\s(?:{_FIELDS})\s*:|\Z)")
_BYLINE = re.compile(
    r"(?:by|written by|author:?|von|autor:?|par|auteur\s?:|por|di|autore:?|автор:?|작성자\s?:?|글\s?[=:]|글쓴이\s?:?"
    r"|기자\s?:|作者[:：]|文[/／:：]|著者[:：]|文責[:：])\s+(?P<name>[^,|;:\d]{2,60}?)\s*"
    r"(?:[,|;.·•(]?\s*(?=\d|작성일|on\b|posted|published|am\b|le\b|el\b|$)|[,|;].*)",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}"
_SPEECH = r"address|speech|remarks|report|statement|message|letter|sermon|lecture|talk|testimony"
_SPEAKER = re.compile(
    rf"(?P<name>{_PERSON}?)(?:’s|'s|´s)\s+(?:\w+\s+){{0,3}}(?:{_SPEECH})\b"
    rf"|(?:{_SPEECH})\s+(?:delivered |made |given )?by\s+(?P<by>{_PERSON})"
    rf"|(?:Rede|Ansprache|Discours|Discurso)\s+(?:von|de|del|du)\s+(?P<other>{_PERSON})"
)
_PUBLISHED_BY = re.compile(
    r"(?:published by|publisher:?|verlag:|herausgegeben von|verlegt bei|publié par|éditeur\s?:|publicado por"
    r"|editado por|editorial:|изд-во|издательство:?|펴낸곳\s?:?|발행처\s?:?|출판사\s?:?|발행\s?:|出版社[:：]|发行[:：]"
    r"|発行所?[:：]?|produced for)\s+(?P<name>[^,;\d]{2,80})",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright|版权所有|版權所有)[\s©ⓒ]*(?:\(c\)\s*)?(?:by\s+)?(?:\d{4}(?:\s?[-–~,]\s?\d{2,4})?\s*,?\s*)?"
    r"(?:by\s+)?(?P<name>[^\d\s.,|©][^.|©]{1,79}?)(?:\s*\d{4}(?:\s?[-–]\s?\d{4})?)?\s*"
    r"(?:[.|,]|all rights|alle rechte|tous droits|todos los|все права|$)",
    re.IGNORECASE,
)
_POSTED_IN = re.compile(
    r"(?:posted|filed|published|veröffentlicht|publié|publicado|опубликовано)\s+(?:in|under|unter|dans|en|в рубрике)\s+"
    r"(?P<name>[^.,|]{2,60})",
    re.IGNORECASE,
)
_SECTION_DATE = re.compile(r"(?P<name>[^\W\d_][\w&’' -]{1,40}?)[\s:|·,-]+\d{2,4}\s?[-./년年]")
_PRODUCED_BY = re.compile(r"\bproject gutenberg\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"(?:yours?|i am|i remain|believe me|sincerely|respectfully|faithfully)\b.*,\s*(?=\S)", re.IGNORECASE
)
"""The phrase before a name that signs."""
_LABELS = re.compile(
    r"(?:작성자|작성일|등록일|입력|posted|published|updated|date|on|by|stand|author|vom|am|le|publié|publicado)\b",
    re.IGNORECASE,
)


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
    for text, role, _ in lines[:_HEAD]:
        if role in ("title", "dateline", "attribution") and len(text) <= 140:
            found = _BYLINE.match(text)
            if found and not _LABELS.match(found["name"]):
                return found["name"].strip(" .")
    if title:
        found = _SPEAKER.search(title)
        if found:
            return found["name"] or found["by"] or found["other"]
    signers = [text for text, role, _ in lines[-12:] if role == "signature"]
    if len(signers) != 1 or len(lines) <= 3:
        return None
    return _CLOSED.sub("", signers[0]).strip(' .“”"') or None


def find_publisher(lines: Sequence[Line]) -> str | None:
    """The publisher that an imprint names."""
    for text, role, rule in lines:
        if role == "imprint":
            found = _PUBLISHED_BY.search(text)
            if found and not found["name"].removeprefix("the ")[0].islower():
                return found["name"].split(" by ")[0].strip(" .").removeprefix("the ")
        elif rule == "gutenberg_header" and _PRODUCED_BY.search(text):
            return "Project Gutenberg"
    return None


def find_site(lines: Sequence[Line], title: str | None) -> str | None:
    """The site: who claims its copyright, or what stands beside the title in the first line."""
    for text, role, _ in reversed(lines):
        if role == "boilerplate" and len(text) <= 300:
            found = _HOLDER.search(text)
            if found and not found["name"].casefold().startswith(("all rights", "notice")):
                return found["name"].strip(" -")
    if title and lines:
        parts = _CRUMB.split(lines[0][0])
        if len(parts) > 1 and parts[0].strip() == title and "|" in lines[0][0]:
            return parts[-1].strip()
    return None


def find_section(lines: Sequence[Line], title: str | None) -> str | None:
    """The section of a site or paper: in the breadcrumbs, before the date, or where a filing notice says so."""
    if title and lines and lines[0][0].startswith(title) and lines[0][0] != title:
        parts = [part.strip() for part in _CRUMB.split(lines[0][0])]
        if len(parts) > 1 and "|" not in lines[0][0]:
            return parts[-1]
    for text, role, rule in lines[:_HEAD]:
        if role == "dateline" and rule == "place_date":
            found = _SECTION_DATE.match(text)
            if found and not _LABELS.match(found["name"]):
                return found["name"].strip()
    for text, role, _ in lines:
        if role == "boilerplate" and len(text) <= 200:
            found = _POSTED_IN.search(text)
            if found:
                return found["name"].strip()
    return None


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """The fields of a library's header."""
    fields: dict[str, str] = {}
    for text, _, rule in lines[:_HEAD]:
        if rule == "gutenberg_header":
            for found in _FIELD.finditer(text):
                fields.setdefault(found["name"], found["value"].strip())
    return fields
