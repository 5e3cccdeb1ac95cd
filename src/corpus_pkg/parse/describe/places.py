"""Where a document appeared: who published it, on which site, in which section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.describe.words import is_label, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.parse.describe.names import Line

_HEAD = 40
"""Segments from the top among which breadcrumbs and section lines are sought."""
_CRUMB = re.compile(r"\s+[>»›|]\s+")
_PATH = re.compile(r"\s*[>»›＞→]\s*|\s+/\s+")
_PARTS = range(2, 8)
"""Steps of breadcrumbs; a line of more is a menu."""
_PUBLISHED_BY = re.compile(
    r"(?:published (?:in )?(?:\d{4} )?by|publisher:?|verlag:|herausgegeben von|verlegt bei|publié par|éditeur\s?:"
    r"|publicado por|editado por|editorial:|изд-во|издательство:?|펴낸곳\s?:?|발행처\s?:?|출판사\s?:?"
    r"|발행\s?:|出版社[:：]|发行[:：]"
    r"|発行所?[:：]?|produced for)\s+(?P<name>[^,;\d]{2,80})",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?P<name>(?:[^\W\d_a-zß-ÿ][\w.’'-]{0,60}\s(?:(?:&|and|of|for|the)\s){0,2}){1,5}"
    r"(?i:publishing house|publishers|publishing (?:co\.|company)|press|verlag))\b"
    r"|(?P<led>(?:[ÉE]ditions|Ediciones|Edizioni|Издательство|Изд-во)\s(?:(?:du|de|des|la|le|del)\s)*"
    r"[«„]?[^\W\d_a-zß-ÿа-я][^,;:\d]{1,40})"
    r"|(?P<east>[\u3400-\u9fff]{2,12}(?:出版社|書店|书店|书局|書局)|(?:[가-힣]{1,10}\s?){1,3}출판사)"
)
"""A house that prints its own name."""
_DOMAIN = r"(?:[\w-]+\.)+[a-z]{2,6}\b"
_HOLDER = re.compile(
    r"(?:©|ⓒ|\(c\)\s*(?=\d{4}|copyright|by)|copyright|版权所有|版權所有)[\s©ⓒ:：]*(?:\(c\)\s*)?(?:by\s+)?"
    r"(?:\d{4}(?:\s?[-–~,]\s?\d{2,4})?\s*,?\s*)?(?:by\s+)?(?:bản quyền thuộc về\s+)?"
    rf"(?P<name>{_DOMAIN}|[^\W\d_](?:[^.。।，|©]|(?<=\b[^\W\d_])\.){{1,79}}?)"
    r"(?:[\s,]*(?:19|20)\d\d(?:\s?[-–]\s?\d{4})?)?\s*"
    rf"(?:(?<!\b[^\W\d_])\.|[。।，|]|\s[-–—]\s|{'|'.join(map(re.escape, words('rights')))}|$)",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"محفوظ[ةه]\s(?:ل(?!ل)|(?=لل))(?:ـ|دى\s)?(?P<ar>\w[^.،|©\d]{2,60})|שמורות\sל[-–־]?\s?(?P<he>\w[^.,|©\d]{1,60})"
    r"|(?:متعلق به|برای)\s(?P<fa>\w[^.،|©\d]{2,60}?)\s(?:است|می|محفوظ)|สงวนลิขสิทธิ์\sโดย\s?(?P<th>[^.|©\d]{2,60})"
)
"""For whom all rights are reserved, where the sentence says so without a sign."""
_POSTED_IN = re.compile(
    r"(?:(?:posted|filed|published|veröffentlicht|publié|publicado|опубликовано|pubblicato)"
    r"\s+(?:in|under|unter|dans|en|em|в рубрике)"
    r"|registrado em:|categoria:|kategori:|κατηγορία:|التصنيف:|دسته‌بندی:|קטגוריה:|श्रेणी:|chuyên mục:|หมวดหมู่:)\s+"
    r"(?P<name>[^.,|]{2,60})",
    re.IGNORECASE,
)
_SECTION_DATE = re.compile(r"(?P<name>[^\W\d_][\w&’' -]{1,40}?)[\s:|·,-]+\d{2,4}\s?[-./년年]")
_PRODUCED_BY = re.compile(r"\bproject gutenberg\b", re.IGNORECASE)


def find_publisher(lines: Sequence[Line]) -> str | None:
    """The publisher that an imprint names: by its label, else a house by its own name."""
    house = None
    for text, role, rule in lines:
        if role == "imprint":
            found = _PUBLISHED_BY.search(text)
            name = found["name"].split(" by ")[0].strip(" .").removeprefix("the ") if found else ""
            if name and not name[0].islower() and name not in words("eras"):
                return name
            if house is None and (named := _HOUSE.search(text)):
                house = named[named.lastgroup or 0].strip(" .")
        elif rule == "gutenberg_header" and _PRODUCED_BY.search(text):
            return "Project Gutenberg"
    return house


def find_site(lines: Sequence[Line], title: str | None, author: str | None) -> str | None:
    """The site: who claims its copyright, unless that is the author, or what stands beside the title at the top."""
    for text, role, _ in reversed(lines):
        if role == "boilerplate" and len(text) <= 300:
            name = _holder(text)
            if name:
                return None if author and name.casefold() == author.casefold() else name
    if title and lines:
        parts = _CRUMB.split(lines[0][0])
        if len(parts) > 1 and parts[0].strip() == title and "|" in lines[0][0]:
            return parts[-1].strip()
    return None


def _holder(text: str) -> str | None:
    """Who claims a right in a notice."""
    found = _HOLDER.search(text)
    if found and not found["name"].casefold().startswith(words("nobody")):
        return found["name"].strip(" -–")
    reserved = _RESERVED.search(text)
    if reserved is None:
        return None
    name = reserved[reserved.lastgroup or 0].strip(" -–")
    return f"ا{name[1:]}" if name.startswith("لل") else name  # the article is in it: للاتحاد


def find_section(lines: Sequence[Line], title: str | None) -> str | None:
    """The section of a site or paper: in the breadcrumbs, before the date, or where a filing notice says so."""
    if title and lines and lines[0][0].startswith(title) and lines[0][0] != title:
        parts = [part.strip() for part in _CRUMB.split(lines[0][0])]
        if len(parts) > 1 and "|" not in lines[0][0]:
            return parts[-1]
    for text, role, rule in lines[:_HEAD]:
        if role == "dateline" and rule == "section":
            return text
        if role == "dateline" and rule == "place_date":
            found = _SECTION_DATE.match(text)
            if found and not is_label(found["name"]):
                return found["name"].strip()
    for text, role, _ in lines:
        if role == "boilerplate" and len(text) <= 200:
            found = _POSTED_IN.search(text)
            if found:
                return found["name"].strip()
    return _from_breadcrumbs(lines, title) if title else None


def _from_breadcrumbs(lines: Sequence[Line], title: str) -> str | None:
    """The last step of the breadcrumbs above the title, unless it is the title."""
    above: list[str] = []
    for text, role, _ in lines[:_HEAD]:
        if role == "title":
            return None
        if role == "navigation":
            steps = _steps(text, above)
            if steps and (title.startswith(steps[-1].rstrip(" .…")) or steps[-1] in words("page")):
                steps.pop()
            if len(steps) > 1:
                return steps[-1]
            above.append(text)
    return None


def _steps(text: str, above: Sequence[str]) -> list[str]:
    """The steps of breadcrumbs, none where a line is something else.

    They begin at home or say that the reader is there. Slashes part the entries of a menu too: then a step must be an
    entry of the menu ``above``.
    """
    parts = [part.strip() for part in _PATH.split(text)]
    if len(parts) not in _PARTS or not all(parts):
        return []
    low = parts[0].casefold()
    here = next((word for word in words("here") if low.startswith(word)), "")
    first = low.removeprefix(here).strip(" :：")
    if not (here or first in words("homes")):
        return []
    if " / " in text and not here and not any(part in above for part in parts[1:]):
        return []
    return parts if first else parts[1:]
