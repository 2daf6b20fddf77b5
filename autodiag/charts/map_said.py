# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles in sentences, one a mark. Knows where nothing is drawn."""

from collections.abc import Sequence

from autodiag.charts.map_frame import Place
from autodiag.charts.map_spots import MapSaid
from autodiag.charts.regions import Cell, cells, hidden_conditions
from autodiag.model.questionnaire import PROFILES, ProfileId, Scoring
from autodiag.scoring.said import Naming, quoted
from autodiag.text.numbers import decimal, listing, score
from autodiag.text.sentences import unstarred
from autodiag.text.typography import NARROW


def map_said(
    naming: Naming,
    scoring: Scoring,
    places: tuple[Place | None, Place | None],
    stages: tuple[ProfileId | None, ProfileId | None],
) -> MapSaid:
    """What each mark says (contract S9: a lone number is the prudent one). `stages`: the prudent
    one today, and the one after the plan."""
    today, later = places
    return MapSaid(
        _place(naming, "dessins.ici", today, stages[0]),
        _doubt(naming, "dessins.ici_doute", today),
        _way(naming, today, later),
        _place(naming, "dessins.ensuite", later, stages[1]),
        _doubt(naming, "dessins.ensuite_doute", later),
        {profile: _region(naming, scoring, profile) for profile in PROFILES},
    )


def _place(naming: Naming, key: str, place: Place | None, stage: ProfileId | None) -> str:
    if place is None or stage is None:
        return ""
    limits = naming.thresholds
    values = {
        "pilotage": score(place.pilot.low, limits),
        "score": score(place.overall.low, limits),
        "etape": quoted(naming.kind(stage)),
    }
    return unstarred(naming.sentences(key, **values))


def _doubt(naming: Naming, key: str, place: Place | None) -> str:
    """Nothing where everything is known."""
    if place is None or (place.pilot.exact and place.overall.exact):
        return ""
    return naming.sentences(
        key, pilotage=naming.said(place.pilot), score=naming.said(place.overall)
    )


def _way(naming: Naming, today: Place | None, later: Place | None) -> str:
    if today is None or later is None:
        return ""
    limits = naming.thresholds
    before, then = score(today.overall.low, limits), score(later.overall.low, limits)
    return naming.sentences("dessins.chemin", avant=before, apres=then)


def _region(naming: Naming, scoring: Scoring, profile: ProfileId) -> str:
    own = [cell for cell in cells(scoring) if cell.profile == profile]
    if not own:
        return ""
    said = naming.sentences(
        "dessins.zone", etape=quoted(naming.kind(profile)), bornes=_bounds(naming, own)
    )
    asked = [
        naming.sentences(
            "profil.condition",
            mesure=naming.measure(threshold.measure),
            borne=threshold.bound.replace(".", ","),
        )
        for rule in scoring.profile_rules
        for threshold in rule.thresholds
        if rule.profile == profile and threshold in hidden_conditions(scoring)
    ]
    if not asked:
        return said
    return f"{said} {naming.sentences('dessins.zone_aussi', conditions=listing(asked))}"


def _bounds(naming: Naming, own: Sequence[Cell]) -> str:
    return f"{NARROW}; ou ".join(
        naming.sentences(
            "dessins.bornes",
            gauche=decimal(cell.left),
            droite=decimal(cell.right),
            bas=decimal(cell.bottom),
            haut=decimal(cell.top),
        )
        for cell in own
    )
