"""The credits of pictures: who took them, who owns them, and who stands where in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import MARKS, fold

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_CREDITED = 260
"""Columns of a caption with its credit at most."""
_BRACKETED = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]{2,60})[)）\]］】]\.?\Z")
_CREDIT = re.compile(
    rf"(?:[.。।|/–—-]\s?|\s)((?:[^\W\d_]|[{MARKS}]){{2,12}})\.?\s?[:：=/|]\s?[^:：.。]{{2,40}}\.?\Z"
)
_LABELLED = re.compile(r"[.。]\s([^\W\d_]{4,12}):\s[^:：]{2,70}\.\Z")
"""A credit with points of its own: ``Photograph: Harbour Museum, inv. 1905.12.``"""
_BY = re.compile(
    r"[.。]\s(?:photo(?:graph)?s?|fotos?|фото|bild|cliché)\s(?:by|from|von|aus|de|du|di|из|автора)\b.{0,50}\Z"
    r"|[.!?]\s(?:fot|phot|bildn)\.\s[^\W\d_][^.!?]{1,50}\.?\Z"
    r"|[.।,]\s(?:courtesy of|per gentile concessione|cortesia di|(?:por )?cortesía de"
    r"|mit freundlicher genehmigung|avec l['’]aimable autorisation|באדיבות|ευγενική παραχώρηση|साभार)\s[^.]{2,50}\.?\Z",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"(?:[^\W\d_]\s[(]|[^\W\d_]（)"
    r"(?:(?:[a-zé]+ )?(?:from (?:the )?(?:left|right)|left|right|cent(?:er|re)|top|bottom|back row|front row)"
    r"|\w+ von (?:links|rechts)|links|rechts|mitte|à gauche|à droite|au centre|(?:de )?izquierda|(?:a la )?derecha"
    r"|слева|справа|в центре|(?:왼쪽|오른쪽)(?:에서 .{1,6})?"
    r"|[左右]|[左右]から.{1,5}|[左右]起第?.{1,3}|[前后後]排[左右]?.{0,3})[)）]"
    r"|[(（,:]\s?(?:from left to right|l\.? ?(?:to|-) ?r\.?|von links nach rechts|de gauche à droite"
    r"|de izquierda a derecha|слева направо|왼쪽부터|左起)",
    re.IGNORECASE,
)
"""Where in a picture somebody stands."""
_STANDING = re.compile(
    r"[(\[（](?:standing|seated|sitting|kneeling|front row|back row|left to right|from left|stehend|sitzend|von links"
    r"|debout|assis|de gauche|de pie|sentados|de izquierda|стоят|сидят|слева направо|왼쪽부터|앞줄|左起|前排)\b",
    re.IGNORECASE,
)
"""How the line begins that says who stands where."""
_SHOWN = re.compile(
    r"(?:記念撮影|集合写真|合影|留影|기념촬영|기념사진|(?:는|은|한|인|된) (?:모습|장면|광경)|전경)"
    r"(?:\s?[(（][^()（）]{1,20}[)）])?\Z"
    r"|\w[(（][^()（）]{1,16}で[)）]\Z|\w＝[^。＝]{2,24}で\Z"
)
"""How a caption ends: that they pose, that this is how it looks, where it was taken: ``渡し船（川辺町で）``."""
_OWNED = re.compile(r"\S.{18,}[.!?»”)]\s©\s?[^\W\d_][^\d©]{2,40}\Z")
"""Who holds the rights in a picture, behind the sentence that it shows: ``… rue Saint-Jacques. © Archives``."""
_WIRED = re.compile(r"[.!?。”»)]\s?[/|–—]\s?([^\W\d_][\w ]{1,20})(?:-[^\W\d_][\w .]{2,40})?\Z")
"""An agency behind the sentence, without brackets: ``… este sábado. / EFE``."""
_WHEN = re.compile(r"[＝=](?:[\d０-９〇一二三四五六七八九十]{1,4}[年月日]|.{0,30}(?:撮影|提供|共同|写真)\Z)")
"""When and where, behind what a Japanese caption shows."""
_OPENS = re.compile(r"\s[(（]([^\W\d_]{3,12})\.?\s[^()（）]{2,40}[)）]\.\Z")
"""A bracket at the end that begins with the word: ``(coll. part.)``"""
_DRAWN = 160
"""Columns of what is shown from a drawing at most."""
_NUMBERED = re.compile(
    r"(?:map|chart|diagram|graph|plan|illustration|sketch|exhibit|karte|diagramm|skizze|schaubild|carte|graphique|schéma|croquis|mapa"
    r"|gráfico|grafico|esquema|карта|схема|диаграмма|график|чертеж|지도|도표|그라프|附图|附圖|地图|地圖|图表|写真|地図)"
    r"\s?(?:№|no\.|nr\.|n[°º])?\s?\d{1,3}(?:\s?[.:：)—–　]|\s[—–-]|\s(?=[^\W\d_a-zß-ÿа-я]))",
    re.IGNORECASE,
)
_NUMBERS = frozenset("mcdgsekpiMCDGSEKPIкдсгчКДСГЧ지도그附地图圖写")
_FROM = re.compile(
    r"[,(]\s?(?:from|after|nach|d['’]après|según|da|с|по)\s(?:an?\s|the\s|einer?m?\s|une?\s|un[oa]?\s)?"
    r"(?:\w+\s){0,2}(?:drawing|painting|photograph|print|engraving|sketch|tintype|daguerreotype|postcard|lithograph|woodcut"
    r"|watercolour|zeichnung|gemälde|photographie|fotografie|stich|aquarell|dessin|gravure|dibujo|grabado|fotografía"
    r"|disegno|stampa|рисунка|рисунку|фотографии|гравюры|гравюре)\b",
    re.IGNORECASE,
)
_CREDIT_WORD = re.compile(rf"(?:[^\W\d_]|[{MARKS}])+")
_STOPS = ".!?。！？"


def is_credited(draft: Draft, index: int) -> bool:
    """True for a line that ends with the credit of a picture, or says who stands where in it.

    ``(Foto: Ana Lobo)``, ``（张敏 摄）``, ``(Reuters)``, ``(second from left)``.
    """
    text = draft.text[index]
    if draft.size[index] > _CREDITED:
        return False
    if _STANDING.match(text):
        return True
    if not draft.stop[index] and (_SHOWN.search(text) or (text[0].isalpha() and _POSITION.search(text))):
        return True
    if not draft.stop[index] and ("＝" in text or "=" in text) and _WHEN.search(text):
        return True
    if "©" in text and _OWNED.match(text):
        return True
    wired = _WIRED.search(text)
    if wired and fold(wired[1]) in draft.cues.agency:
        return True
    found = _BRACKETED.search(text)
    if found is None:
        found = _CREDIT.search(text)
        named = found is not None and fold(found[1]) in draft.cues.credit
        return named or names_credit(draft, index) or _BY.search(text) is not None
    inside = fold(found[1])
    if not draft.cues.credit.isdisjoint(_CREDIT_WORD.findall(inside)) or inside.startswith("ap photo"):
        return True
    return inside.strip() in draft.cues.agency and text[: found.start()].rstrip()[-1:] not in _STOPS


def shows_numbered(draft: Draft, index: int) -> bool:
    """True for a map or a chart with its number, and for what is shown from a drawing or an old print.

    ``Map 2. The approaches``, ``The loft in Corn Street, from a drawing made about 1870.``
    """
    text = draft.text[index]
    if draft.size[index] > _DRAWN:
        return False
    if text[0] in _NUMBERS and _NUMBERED.match(text):
        return True
    return _FROM.search(text) is not None


def names_credit(draft: Draft, index: int) -> bool:
    """True for a sentence behind which a credit stands with points of its own."""
    found = _LABELLED.search(draft.text[index]) or _OPENS.search(draft.text[index])
    return found is not None and fold(found[1]) in draft.cues.credit
