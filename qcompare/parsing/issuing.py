"""Who issued a document: the organs that a title, a letterhead or a sign-off names."""

from __future__ import annotations

import re

from qcompare.parsing.marks import HAN

_TITLE_ORGANS = re.compile(
    rf"(?!关于)(?P<organs>[{HAN}、,，\s()（）\d]{{2,160}}?)(?:联合)?(?:印发|转发|批转|关于)"
)
# 市卫生健康委等4部门; 市人民政府, which leaves out whose.
_INCOMPLETE = re.compile(
    r"等\s*(?:\d+|[一二三四五六七八九十]+)?\s*个?(?:部门|单位|委办局)|^(?:中共)?[省市区县州](?!场|[东南西北中]区)"
)
# 杭州市委|杭州市人民政府, 中共中央|国务院: organs that were run together.
_RUN_TOGETHER = re.compile(r"(?<=[委厅室局府会院部央])(?=国务院)")
_REGION = re.compile(rf"(?:中共)?(?P<name>[{HAN}]{{2,8}}?[省市区县州盟旗])")


def title_organs(title: str) -> str | None:
    """The organs before 关于 in a title, divided by blanks; None if it begins with 关于 or names none."""
    match = _TITLE_ORGANS.match(title)
    return organs(match["organs"]) if match else None


def is_complete(issuer: str | None) -> bool:
    """Whether an issuer is there and named in full: not …等4部门, not 市人民政府."""
    return bool(issuer) and not _INCOMPLETE.search(issuer or "")


def organs(text: str) -> str:
    """Several organs divided by one blank, however the text divides them, or does not."""
    parts = [part for part in re.split(r"[\s、,，]+", text) if part]
    return " ".join(divided for part in parts for divided in _divided(part))


def _divided(organ: str) -> list[str]:
    region = _REGION.match(organ)
    again = rf"|(?<=[委厅室局府会院部])(?=(?:中共)?{region['name']})" if region else ""
    return re.split(_RUN_TOGETHER.pattern + again, organ)
