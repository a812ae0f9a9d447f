"""``qcompare list``: the plans that can be named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qcompare.cli.common import with_common_options
from qcompare.cli.run import Run

if TYPE_CHECKING:
    from qcompare.pipeline.workspace import Workspace
    from qcompare.rendering.views.list import ListRow
    from qcompare.storage.library import Entry


@with_common_options
def list_(run: Run) -> None:
    """List the plans that can be named, where they are, and how damaged.

    \b
    Examples:
      qcompare list --plans ~/plans
    """
    from qcompare.rendering.records.list import list_json
    from qcompare.rendering.views import list as view

    workspace = run.workspace()
    rows = [_row(workspace, entry) for entry in workspace.entries()]
    lang = run.language(workspace)
    run.show(lambda: view.document(rows, lang), lambda: list_json(rows))


def _row(workspace: Workspace, entry: Entry) -> ListRow:
    """What ``list`` says of a file."""
    from qcompare.rendering.views.list import ListRow  # not for --help

    meta = entry.meta
    plan = None if entry.problem else workspace.read_plan(entry.path).plan
    return ListRow(
        id=meta.id,
        city=meta.city,
        city_zh=meta.city_zh,
        year=meta.year,
        kind=None if entry.problem else meta.kind,
        title=None if entry.problem else meta.title,
        characters=plan.coverage.characters if plan else None,
        folder=str(entry.folder),
        repairs=Counter(repair.kind for repair in plan.repairs) if plan else {},
        suspects=len(plan.suspects) if plan else 0,
        digest=meta.digest,
        shadowed_by=entry.shadowed_by,
        problem=entry.problem,
    )
