# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan of the public edition: without reserved actions, nor what would tell how many there are,
when they are placed or what they cost. Prints nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import (
    HORIZON_MONTHS,
    HORIZONS,
    Horizon,
    LeftOut,
    PlannedAction,
    Roadmap,
    ShortestPath,
    Span,
)
from autodiag.report.reserved import Reserved

_USELESS = ("niveau_deja_atteint", "non_utile")
_ALONE = (*_USELESS, "faite", "sans_objet", "epci", "selon_contexte")
"""Why an action is left out, where nothing else that is planned has to do with it."""


def public_plan(roadmap: Roadmap, kept_back: Reserved, refused: str, waiting: str) -> Roadmap:
    """Periods and totals of the visible actions alone; no stage at the end, for the global score
    gives it; no shortest path. `refused` and `waiting` stand for reasons that are not told."""
    shown = [
        replace(horizon, actions=tuple(_visible(horizon.actions, kept_back)))
        for horizon in roadmap.horizons
    ]
    themes = roadmap.projection.themes.items()
    missed = any(planned.wish_missed for horizon in shown for planned in horizon.actions)
    return replace(
        roadmap,
        horizons=tuple(_added_up(horizon, shown[:i]) for i, horizon in enumerate(shown)),
        left_out=tuple(_left_out(roadmap.left_out, kept_back, refused, waiting)),
        projection=replace(
            roadmap.projection,
            overall=None,
            themes={k: v for k, v in themes if k not in kept_back.themes},
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


def _added_up(horizon: Horizon, before: Sequence[Horizon]) -> Horizon:
    """What its visible actions take, and what those of earlier periods go on taking."""
    again_days = _again(horizon, before, lambda planned: planned.later_effort)
    again_euros = _again(horizon, before, lambda planned: planned.later_cost)
    return replace(
        horizon,
        days=_total([again_days, *(planned.effort for planned in horizon.actions)]),
        euros=_total([again_euros, *(planned.cost for planned in horizon.actions)]),
        repeated_days=again_days,
        repeated_euros=again_euros,
    )


def _again(
    horizon: Horizon, before: Sequence[Horizon], later: Callable[[PlannedAction], Span]
) -> Span:
    """What an action goes on asking is spread over the later periods as they are long."""
    spans: list[Span] = []
    for earlier in before:
        after = HORIZONS[HORIZONS.index(earlier.id) + 1 :]
        share = HORIZON_MONTHS[horizon.id] / sum(HORIZON_MONTHS[later_one] for later_one in after)
        spans += [Span(s.low * share, s.high * share) for s in map(later, earlier.actions)]
    return _total(spans)


def _total(spans: Iterable[Span]) -> Span:
    all_of = [*spans]
    return Span(sum(span.low for span in all_of), sum(span.high for span in all_of))


def _left_out(
    left_out: Iterable[LeftOut], kept_back: Reserved, refused: str, waiting: str
) -> Iterable[LeftOut]:
    """Time, money, an unknown answer or an action that comes first are one reason: apart, they
    would tell how full the plan is, and of what."""
    for left in left_out:
        useless = left.action in kept_back.supports and left.code in _USELESS
        if left.action in kept_back.actions or useless:
            continue
        if left.code in _ALONE:
            yield left
        else:
            yield replace(left, sentence=refused if left.code == "refusee" else waiting)
