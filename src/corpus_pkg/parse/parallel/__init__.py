"""Parallel text: which paragraphs and blocks of a corpus hold the same content in two languages.

Within a document and between two of them, by evidence that needs no model: order, length, numbers, dates, names
and numbered points. A link says how sure it is; a doubtful one is not made.
"""

from __future__ import annotations

from .link import COMMON, EVIDENCE, LEAST, Link, evidence, link
from .signature import Signature, Unit, sign

__all__ = ["COMMON", "EVIDENCE", "LEAST", "Link", "Signature", "Unit", "evidence", "link", "sign"]
