# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan of the public edition: without reserved actions, nor what would tell how many there are,
when they are placed or what they cost. Prints nothing."""

from collections.abc import Iterable
from dataclasses import replace

from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import (
    Horizon,
    LeftOut,
    PlannedAction,
    Roadmap,
    ShortestPath,
    Span,
)
from autodiag.report.reserved import Reserved

_USELESS = ("niveau_deja_atteint", "niveau_deja_fait", "non_utile")
_NONE = Span(0, 0)


def public_plan(roadmap: Roadmap, kept_back: Reserved, left_out: str) -> Roadmap:
    """The visible actions in their periods, without totals: beside the means, which follow from
    the population, they would tell how much is not shown. No score nor stage at the end, which
    reserved actions lead to; no shortest path. `left_out` stands for every reason."""
    shown = [
        Horizon(horizon.id, tuple(_visible(horizon.actions, kept_back)), 0, 0, _NONE, _NONE)
        for horizon in roadmap.horizons
    ]
    missed = any(planned.wish_missed for horizon in shown for planned in horizon.actions)
    return replace(
        roadmap,
        horizons=tuple(shown),
        left_out=tuple(_left_out(roadmap.left_out, kept_back, left_out)),
        projection=replace(
            roadmap.projection,
            overall=None,
            themes={},
            profile=ProfileResult(None, None, ()),
        ),
        shortest=ShortestPath(None, possible=False, proven=True),
        wishes_kept=roadmap.wishes_kept or not missed,
    )


def _visible(actions: Iterable[PlannedAction], kept_back: Reserved) -> Iterable[PlannedAction]:
    """«Se renseigner» goes too: the half-hours would tell how many answers are unknown."""
    for planned in actions:
        alone = planned.id in kept_back.supports and not _useful(planned)
        if planned.kind == "enquiry" or planned.id in kept_back.actions or alone:
            continue
        yield replace(
            planned,
            obligations=tuple(o for o in planned.obligations if o not in kept_back.obligations),
            missing=tuple(a for a in planned.missing if a not in kept_back.actions),
        )


def _useful(planned: PlannedAction) -> bool:
    """Whether it is planned for itself, and not only because another one needs it."""
    raises = any(reason.startswith("question:") for reason in planned.reasons)
    return raises or planned.retained or planned.kind == "own" or bool(planned.obligations)


def _left_out(left_out: Iterable[LeftOut], kept_back: Reserved, sentence: str) -> Iterable[LeftOut]:
    """One reason for all: apart, they would tell answers, how full the plan is, and of what."""
    for left in left_out:
        useless = left.action in kept_back.supports and left.code in _USELESS
        if left.action not in kept_back.actions and not useless:
            yield LeftOut(left.action, "", sentence)
