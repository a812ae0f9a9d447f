"""What is said of codes and pairs set by hand."""

from __future__ import annotations

from collections.abc import Mapping

HAND: Mapping[str, tuple[str, str]] = {
    # Lines of codes.yaml that were not taken as they stand
    "notice.gone": (
        '{at}: nothing was changed, for {plan} no longer holds "{quote}"',
        "{at}：未作改动，{plan} 中已找不到“{quote}”",
    ),
    "notice.changed": (
        '{at}: the text has changed; {units} of {plan} was found by its words "{quote}": update the hash',
        "{at}：原文有变，已凭“{quote}”认定为 {plan} 的 {units}，请更新哈希值",
    ),
    "notice.unclear": (
        '{at}: nothing was changed, for several units of {plan} hold "{quote}": quote more, or add the hash',
        "{at}：未作改动，{plan} 中有多个单元含“{quote}”，请引得更长或补上哈希值",
    ),
    "notice.differ": (
        '{at}: nothing was changed, for the hash means a unit of {plan} that does not hold "{quote}"',
        "{at}：未作改动，{plan} 中该哈希值所指的单元不含“{quote}”",
    ),
    "notice.repeated": (
        '{at}: "{quote}" stands in {plan} more than once; it holds for {units}',
        "{at}：“{quote}”在 {plan} 中不止一处，对 {units} 一并生效",
    ),
    "notice.furniture": (
        '{at}: nothing was changed, for "{quote}" is page furniture of {plan}',
        "{at}：未作改动，“{quote}”是 {plan} 的页面杂项",
    ),
    "notice.stranger": (
        '{at}: nothing was changed, for no plan is called "{plan}"',
        "{at}：未作改动，没有名为“{plan}”的文件",
    ),
}
