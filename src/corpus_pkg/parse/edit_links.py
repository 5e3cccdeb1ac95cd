"""The links by which an encyclopaedia lets its readers edit a section: they stand behind its heading."""

from __future__ import annotations

import re

_WORDS = (
    "edit|편집|原文編集|編集|编辑|編輯|править|редагувати|bearbeiten|modifier|editar|modifica|sửa|edytuj|bewerken|redigera"
    "|rediger|redigér|muokkaa|szerkesztés|editovat|upravit|düzenle|değiştir|عدل|تعديل|ویرایش|עריכה|modifică|уреди|редактиране"
    "|επεξεργασία|sunting|edita"
)
_LINK = re.compile(rf"\s?[\[［](?:{_WORDS})(?:\s?[|/·]\s?[^\]\n]{{2,30}})?[\]］]\Z", re.IGNORECASE)


def ends_with_edit_link(text: str) -> bool:
    """True for a heading with its link: ``Geschichte [Bearbeiten | Quelltext bearbeiten]``."""
    return text[-1] in "]］" and len(text) <= 200 and _LINK.search(text, max(0, len(text) - 60)) is not None


def without_edit_link(text: str) -> str:
    """The heading alone."""
    return _LINK.sub("", text) if text[-1] in "]］" else text
