"""What is said of the lines of a ``codes.yaml`` that were not taken as they stand."""

from __future__ import annotations

from qcompare.models import Lang, Notice
from qcompare.rendering.messages import message


def said(notice: Notice, lang: Lang) -> str:
    """One notice as a sentence that names file and key, plan and unit."""
    units = message("and", lang).join(notice.units)
    return message(
        f"notice.{notice.kind}", lang, at=notice.at, plan=notice.plan, quote=notice.quote, units=units
    )
