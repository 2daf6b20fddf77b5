# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The stored plan: to text and back, and the digest of what it was made from (contract R3)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pydantic import TypeAdapter

from autodiag.model.roadmap import ActionCatalogue, Obligation, ObligationState, Roadmap
from autodiag.roadmap.situation import Situation


def dump_roadmap(roadmap: Roadmap) -> str:
    """The plan as JSON text, exact: fractions are written as such. Obligations are kept by id:
    their texts are the installed ones (contract D7)."""
    stored = TypeAdapter(Roadmap).dump_python(roadmap, mode="json", exclude={"obligations"})
    stored["obligations"] = [
        [state.obligation.id, state.state, state.because, state.measured]
        for state in roadmap.obligations
    ]
    return json.dumps(stored, ensure_ascii=False)


def load_roadmap(text: str, obligations: Mapping[str, Obligation]) -> Roadmap:
    """The plan read back; an obligation that is no longer installed is left out.

    Raises ValueError when the text is not a stored plan.
    """
    try:
        stored = json.loads(text)
        states = [
            ObligationState(
                obligations[name],
                state,
                because,
                *(measured or [obligations[name].proof is not None]),  # plans of before
            )
            for name, state, because, *measured in stored.pop("obligations")
            if name in obligations
        ]
    except (AttributeError, KeyError, RecursionError, TypeError) as fault:
        raise ValueError("not a stored plan") from fault
    roadmap = TypeAdapter(Roadmap).validate_python({**stored, "obligations": ()})
    return replace(roadmap, obligations=tuple(states))


def digest_inputs(situation: Situation) -> str:
    """The SHA-256 of all that a plan depends on; another digest means an outdated plan."""
    parts = (
        situation.authority.kind,
        situation.authority.population,
        sorted(situation.facts.items()),
        situation.questionnaire.sha256,
        [(t.question, t.state, t.low) for t in situation.traces.values()],
        _catalogue_text(_Same(situation.catalogue)),
        [repr(state) for state in situation.obligations],
        # who does what and when is not planned: to note it does not make a plan outdated
        [(d.action, d.state, d.horizon, d.reason) for _, d in sorted(situation.decisions.items())],
        [repr((o.id, o.title, o.effort, o.cost, o.horizon)) for o in situation.own_actions],
        (situation.capacity.days_per_month, situation.capacity.euros_per_year),
        # plans made before there was a calendar go on being current
        *_closed(situation),
        *(["obligations_first"] if situation.obligations_first else []),
    )
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8")).hexdigest()


class _Same:
    """A catalogue, equal to none but itself: it never changes, and comparing it takes as long as
    writing it."""

    def __init__(self, catalogue: ActionCatalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue


@lru_cache(maxsize=2)
def _catalogue_text(same: _Same) -> str:
    """A hundred thousand letters, asked again at each change of page."""
    return repr(same.catalogue)


def _closed(situation: Situation) -> list[object]:
    """The months when nobody can work: they take days away, and make the shortest path longer
    according to when it begins."""
    closures = situation.calendar.closures
    if not closures:
        return []
    return [f"{situation.start:%Y-%m}", [(c.first, c.last, c.yearly) for c in closures]]
