"""Coding and aligning beside plain methods on the same work: how long they take, and how right they are.

    pip install -e '.[bench]' && python tests/bench/peers.py [rounds]

Peers get the words that we cut, so what is timed is their own work. Times are CPU milliseconds (medians over
the rounds, in each of which every method runs once), scaled to 150 units a plan: single ones mean little on a
busy machine, their ratios do. The data are those of the quality gate (tests/quality/gold.toml); sets that are
not on this machine are left out.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))
from gate import GoldSet, gold_sets

from qcompare.agreement import Coded, Coding
from qcompare.aligning.matching import align
from qcompare.coding.coder import Coder
from qcompare.evaluating.pair_agreement import Pair, Side, pair_agreement
from qcompare.evaluating.topic_agreement import topic_agreement
from qcompare.models import CodedPlan
from qcompare.pipeline.evaluating import all_scores, code_named, coding_of
from qcompare.pipeline.workspace import Workspace
from qcompare.storage.gold import read_grades, read_units
from qcompare.storage.goldtopics import read_codings

UNITS = 150
Work = Callable[[], object]


LEXICON = Workspace.open(use_cache=False).lexicon


@cache
def texts(coded: CodedPlan) -> tuple[list[str], list[str]]:
    """Ids and words, joined by blanks, of the units that are compared."""
    rows = [(u.id, " ".join(LEXICON.cut(u.text))) for u in coded.plan.units if not u.chrome]
    return [name for name, _ in rows], [text for _, text in rows]


def named(a: CodedPlan, b: CodedPlan, matrix: Any) -> Mapping[Pair, float]:
    """A matrix of scores by the ids of its units."""
    left, right = texts(a)[0], texts(b)[0]
    return {(x, y): float(matrix[i, j]) for i, x in enumerate(left) for j, y in enumerate(right)}


def tfidf(a: CodedPlan, b: CodedPlan, **options: object) -> Any:
    """Cosines of tf-idf vectors fitted to the two plans."""
    left, right = texts(a)[1], texts(b)[1]
    vectors = TfidfVectorizer(**options).fit_transform([*left, *right])
    return (vectors[: len(left)] @ vectors[len(left) :].T).toarray()


def words(a: CodedPlan, b: CodedPlan) -> Any:
    return tfidf(a, b, tokenizer=str.split, token_pattern=None, lowercase=False)


def bigrams(a: CodedPlan, b: CodedPlan) -> Any:
    return tfidf(a, b, analyzer="char", ngram_range=(2, 2))


def token_set(a: CodedPlan, b: CodedPlan) -> Any:
    return process.cdist(texts(a)[1], texts(b)[1], scorer=fuzz.token_set_ratio) / 100


def seconds(work: Work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def turns(works: Mapping[str, Callable[[], Work]], rounds: int) -> dict[str, float]:
    """Median CPU seconds of each piece of work, once in each round; making it ready is not timed."""
    for ready in works.values():
        ready()()
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, ready in works.items():
            taken[name].append(seconds(ready()))
    return {name: statistics.median(each) for name, each in taken.items()}


def _ready(work: Work) -> Work:
    return work


def pairs(workspace: Workspace, gold: GoldSet, rounds: int) -> None:
    """One line for each method: time, average precision, best F1, F1 at our threshold."""
    files = gold.files
    a, b = (workspace.load(str(files[side])) for side in "ab")
    units = [read_units(files[f"units_{side}"]) for side in "ab"]
    grades = read_grades(files["gold"], *units)
    settings = workspace.settings
    peers = {"word tf-idf, cosine": words, "character tf-idf, cosine": bigrams, "token_set_ratio": token_set}
    works: dict[str, Work] = {
        "qcompare": partial(
            align, a, b, settings.aligning, settings.thresholds, settings.taxonomy.pillars_by_topic
        )
    }
    works |= {name: partial(peer, a, b) for name, peer in peers.items()}
    times = turns({name: partial(_ready, work) for name, work in works.items()}, rounds)
    scale = UNITS * UNITS / (len(a.plan.units) * len(b.plan.units))
    scores = {"qcompare": all_scores(a, b, settings)}
    scores |= {name: named(a, b, peer(a, b)) for name, peer in peers.items()}
    print(f"\n{gold.name}")
    for name, found in scores.items():
        sides = Side(a.plan, units[0]), Side(b.plan, units[1])
        measured = pair_agreement(*sides, grades, found, settings.thresholds.min_score)
        at = (
            f"  F1 at {measured.at.min_score:g}: {measured.at.counterparts.f1:.2f}"
            if name == "qcompare"
            else ""
        )
        best = measured.best.counterparts.f1
        print(
            f"  {name:26} {times[name] * scale * 1000:7.1f} ms  AP {measured.average_precision.value:.2f}"
            f"  best F1 {best:.2f}{at}"
        )


def nearest(workspace: Workspace, coded: CodedPlan) -> Coding:
    """Each unit to the topic whose terms and labels are nearest to it: cosine of tf-idf of characters."""
    topics = workspace.settings.taxonomy.topics
    described = ["".join((t.zh, *(term.text for term in (*t.terms, *t.headings)))) for t in topics]
    said = [unit.text for unit in coded.plan.units]
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3)).fit([*described, *said])
    closest = (vectors.transform(said) @ vectors.transform(described).T).toarray().argmax(axis=1)
    rows = zip(coded.plan.units, closest, strict=True)
    return Coding("nearest", tuple(Coded(unit.text, topics[n].id, ref=unit.ref) for unit, n in rows))


def topics(workspace: Workspace, gold: GoldSet, rounds: int) -> None:
    """Two lines: our coder, and the nearest description."""
    coded = workspace.load(str(gold.files["plan"]))
    settings = workspace.settings
    (reference,) = read_codings(gold.files["gold"], code_named(settings.taxonomy))

    def coder() -> Work:
        """A coder that has not seen the plan: its lexicon remembers what it has cut."""
        lexicon = Workspace.open(use_cache=False).lexicon
        return partial(
            Coder(settings.taxonomy, settings.coding, settings.thresholds, lexicon).code, coded.plan
        )

    times = turns({"qcompare": coder, "nearest": partial(_ready, partial(nearest, workspace, coded))}, rounds)
    print(f"\n{gold.name}")
    for name, coding in (("qcompare", coding_of(coded)), ("nearest", nearest(workspace, coded))):
        found = topic_agreement([reference, coding], settings.taxonomy)
        assert found is not None
        figures, scale = found.measured[0], UNITS / len(coded.plan.units)
        print(
            f"  {name:26} {times[name] * scale * 1000:7.1f} ms  topic {figures.topic.accuracy:.2f}"
            f"  pillar {figures.pillar.accuracy:.2f}  macro-F1 {figures.topic.macro_f1_reference:.2f}"
        )


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    workspace = Workspace.open(use_cache=False)
    sets: Sequence[GoldSet] = [gold for gold in gold_sets() if not gold.missing]
    for kind, measure in (("topics", topics), ("pairs", pairs)):
        print(f"\n== {kind}")
        for gold in sets:
            if gold.kind == kind:
                measure(workspace, gold, rounds)


if __name__ == "__main__":
    main()
