"""Bytes to a coded plan: the cold half of the pipeline, which a cached plan never needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qcompare.coding.coder import Coder
from qcompare.errors import UnreadableInput
from qcompare.models import Assignment, CleanText, CodedPlan, Plan, RawText, Source, Target
from qcompare.parsing.plans import coverage, parse
from qcompare.reading.read import extract, open_text, packed
from qcompare.settings import Limits, Settings
from qcompare.storage.frontmatter import split
from qcompare.targets.extract import extract as extract_targets
from qcompare.text.cleaning import clean
from qcompare.text.words import Lexicon, build_trie, dictionary_path

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no text that holds one can be written
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def dictionary() -> bytes:
    """The segmenter's dictionary in the form that opens at once; half a second of work."""
    with dictionary_path().open(encoding="utf-8") as lines:
        return build_trie(lines)


def read_text(data: bytes, name: str, listed: Mapping[str, object], limits: Limits) -> RawText:
    """The visible text of a file, and apart what is said of it in a ``plans.yaml`` and in its front matter.

    Raises UnreadableInput, BadConfiguration.
    """
    raw = packed(data, name, limits) or _text(data, name)
    if len(raw.text) > limits.characters:
        raise UnreadableInput(
            f"{name}: the text has {len(raw.text):,} characters, more than the {limits.characters:,} allowed",
            "Pass the text of the plan alone; `limits: {characters: …}` in the configuration allows more.",
        )
    text = _SURROGATE.sub("\ufffd", raw.text)
    return replace(raw, text=text, front_matter={**listed, **raw.front_matter})


def _text(data: bytes, name: str) -> RawText:
    """The visible part of a text file, its front matter apart."""
    text, encoding = open_text(data, name)
    given, body = split(text, name)
    return replace(extract(body, encoding, name), front_matter=given)


def cleaned(raw: RawText, name: str, settings: Settings, lexicon: Lexicon) -> CleanText:
    """The repaired and simplified text.

    Raises UnreadableInput where there is no Chinese in it; before repair there need not be any, as in UTF-8
    that was read as Latin-1.
    """
    repaired = clean(raw.text, settings.wording, lexicon)
    if _CHINESE.search(repaired.text):
        return repaired
    raise UnreadableInput(
        f"{name}: no Chinese text in this file (read as {raw.format}, {raw.encoding})",
        "qcompare compares Chinese plans; if this is one, save it as UTF-8 text and try again.",
    )


def parsed(
    data: bytes, path: Path, listed: Mapping[str, object], settings: Settings, lexicon: Lexicon
) -> Plan:
    """The plan in a file; ``listed`` are its entries of a ``plans.yaml``."""
    raw = read_text(data, str(path), listed, settings.limits)
    return parse(
        cleaned(raw, str(path), settings, lexicon), source_of(data, path, raw), raw.front_matter, path.stem
    )


def coder_of(settings: Settings, lexicon: Lexicon) -> Coder:
    """The taxonomy in force, ready to code any number of plans; as much work as coding one of them."""
    return Coder(settings.taxonomy, settings.coding, settings.thresholds, lexicon)


def coded(plan: Plan, coder: Coder) -> CodedPlan:
    """The plan with the codes of its units and sections, and its targets."""
    codes = coder.code(plan)
    return CodedPlan(plan, codes.units, codes.sections, _targets(plan, codes.units, coder))


def settled(coded: CodedPlan, coder: Coder) -> CodedPlan:
    """The plan with the targets and the account of characters that follow from codes set by hand."""
    plan = coded.plan
    plan = replace(plan, coverage=coverage(plan.text, plan.sections, plan.units))
    return replace(coded, plan=plan, targets=_targets(plan, coded.units, coder))


def _targets(plan: Plan, units: Sequence[Assignment], coder: Coder) -> tuple[Target, ...]:
    """A target goes to the object that is measured, whatever else its sentence counts (codebook, rule 3)."""
    found = extract_targets(plan, [code.topic for code in units])
    return tuple(replace(t, topic=coder.topic_of(t.indicator) or t.topic) for t in found)


def source_of(data: bytes, path: Path, raw: RawText) -> Source:
    """Where a text comes from."""
    return Source(
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        format=raw.format,
        encoding=raw.encoding,
        url=_said(raw.front_matter.get("url")),
        retrieved=_said(raw.front_matter.get("retrieved")),
    )


def _said(value: object) -> str | None:
    return None if value is None else str(value)
