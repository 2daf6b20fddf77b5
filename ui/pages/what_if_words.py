# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words of a trial: its rows, its scores, what it costs. No widget, no rule."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from autodiag.model.questionnaire import PROFILES, ProfileId
from autodiag.model.result import Range, Result
from autodiag.scoring.said import quoted
from autodiag.text.numbers import (
    euro_range,
    listing,
    score,
    short_day_range,
)
from autodiag.text.typography import NARROW, capitalised
from ui.pages.roadmap_words import PlanWords
from ui.pages.what_if_bars import BarFace
from ui.pages.what_if_map import MapGround
from ui.pages.what_if_radar import Axis
from ui.shown_year import when_shown
from ui.widgets.action_face import ActionFace, Badge

if TYPE_CHECKING:
    from autodiag.roadmap.live import Offer, Trial

LATER = "Avec ces actions"
NOT_PLANNED: dict[str, str] = {
    "refusee": "refusée par vous",
    "epci": "à proposer à l’intercommunalité",
    "demande": "demandée à l’intercommunalité",
    "selon_contexte": "selon votre contexte",
    "niveau_atteint": "d’autres suffisent",
    "prerequis": "elle attend une action écartée",
    "combinaison": "elle attend une action écartée",
    "capacite": "le temps manque",
    "argent": "le budget manque",
    "delai": "trop longue pour trois ans",
    "trop_grande": "plus de jours qu’il n’y en a",
    "trop_chere": "plus d’argent qu’il n’y en a",
    "a_confirmer": "à confirmer d’abord",
    "calcul": "pas encore essayée",
}
"""Why an action is not in the plan, in a few words, by the code of contract R5."""
NOT_YET = "pas encore regardée"
NO_STAGE = "Pas encore d’étape\u00a0: il faut d’abord répondre à plus de questions."


@dataclass(frozen=True, slots=True)
class Headline:
    """The global score and the stage, today and then, and the same in one sentence."""

    today: str
    later: str
    stages: tuple[tuple[ProfileId, str], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """A theme of the list, and its actions: those of the plan first."""

    rank: int
    theme: str
    title: str
    faces: tuple[ActionFace, ...]


class TrialWords:
    """How a trial is said; made again with it."""

    def __init__(self, words: PlanWords, trial: "Trial") -> None:
        self._words, self._trial = words, trial
        self._naming = words.naming
        self.before = trial.situation.result

    # The list

    def groups(self) -> tuple[Group, ...]:
        """The themes that have actions, in the order of the questionnaire."""
        offers = sorted(self._trial.offers.values(), key=_planned_first)
        groups: list[Group] = []
        for theme in self._words.snapshot.questionnaire.themes:
            faces = tuple(self._face(one) for one in offers if one.action.theme == theme.id)
            if faces:
                groups.append(Group(self._words.rank(theme.id), theme.id, theme.title, faces))
        return tuple(groups)

    def _face(self, offer: "Offer") -> ActionFace:
        action = offer.action
        first, yearly = action.initial_cost, action.yearly_cost
        cost = euro_range(first.low, first.high)
        if yearly.high:
            again = f"{euro_range(yearly.low, yearly.high)}/an"
            cost = f"{cost} + {again}" if first.high else again
        meta = (short_day_range(action.effort.low, action.effort.high), cost)
        why = "" if offer.planned else f"Hors du plan\u00a0: {self._why(offer)}"
        duties = self._words.duties(offer.clears)
        texts = f"{NARROW}; ".join(duties)
        badge = Badge("Obligation", "warn", "scale", f"Obligation\u00a0: {texts}.")
        marks = " Obligation." if duties else ""
        where = why or "Dans la feuille de route"
        sentence = offer.left_out.sentence if offer.left_out is not None else ""
        waits = listing([quoted(self._words.title(need)) for need in offer.needs])
        after = f"À faire après {waits}." if waits else ""
        return ActionFace(
            action.id,
            "action",
            action.title,
            meta,
            0,
            self._words.rank(action.theme),
            badges=(badge,) if duties else (),
            name=f"{action.title}, {', '.join(meta)}. {where}.{marks}",
            description=" ".join(part for part in (sentence, after) if part),
            late=why,
        )

    def _why(self, offer: "Offer") -> str:
        code = offer.left_out.code if offer.left_out is not None else ""
        return NOT_PLANNED.get(code, NOT_YET)

    # What it leads to

    def headline(self, result: Result) -> Headline:
        """«1,7 – 2,0», then «2,4 – 2,6»; one stage where it does not change."""
        before, after = self.before.overall, result.overall
        if before is None or after is None:
            return Headline("", "", (), "")
        said = self._naming.said
        words = f"Score estimé\u00a0: {said(after)} avec ces actions"
        if after != before:
            words = f"{words}, {said(before)} {when_shown(self._words.snapshot)}"
        return Headline(
            self._naming.short(before),
            self._naming.short(after),
            self._stages(result),
            f"{words}. {self._stage_said(result)}".strip(),
        )

    def announced(self, result: Result, *, staged: bool) -> str:
        """What is heard after a tick: the score, and the stage where it has just changed."""
        if result.overall is None:
            return ""
        said = f"Score estimé\u00a0: {self._naming.said(result.overall)}."
        return f"{said} {self._stage_said(result)}" if staged else said

    def _stages(self, result: Result) -> tuple[tuple[ProfileId, str], ...]:
        """Today’s, then what it leads to; one where nothing changes."""
        was, now = self.before.profile, result.profile
        if was.low is None or now.low is None:
            return ()
        then = now.low, self._words.stage(now)
        same = (was.low, was.high) == (now.low, now.high)
        return (then,) if same else ((was.low, self._words.stage(was)), then)

    def _stage_said(self, result: Result) -> str:
        stages = [quoted(name) for _, name in self._stages(result)]
        if not stages:
            return ""
        if len(stages) == 1:
            return f"Étape\u00a0: {stages[0]}."
        return f"Étape\u00a0: de {stages[0]} à {stages[1]}."

    def bars(self, result: Result) -> tuple[BarFace, ...]:
        """A bar a theme."""
        faces: list[BarFace] = []
        for rank, (before, after) in enumerate(zip(self.before.themes, result.themes, strict=True)):
            title = self._naming.theme(after.theme)
            shown = self._change(before.range, after.range)
            brief = self._prudent(before.range, after.range)
            faces.append(BarFace(rank, title, before.range, after.range, shown, brief))
        return tuple(faces)

    def _change(self, before: Range | None, after: Range | None) -> str:
        if before is None or after is None:
            return "sans objet"
        first, then = self._naming.short(before), self._naming.short(after)
        return first if first == then else f"{first} → {then}"

    def _prudent(self, before: Range | None, after: Range | None) -> str:
        if before is None or after is None:
            return "sans objet"
        limits = self._naming.thresholds
        first, then = score(before.low, limits), score(after.low, limits)
        return first if first == then else f"{first} → {then}"

    def axes(self) -> tuple[Axis, ...]:
        """The themes of the radar."""
        return tuple(
            Axis(one.theme, self._naming.theme(one.theme), one.range) for one in self.before.themes
        )

    def ground(self) -> MapGround | None:
        """What the map is drawn from, None where there is no place on it."""
        scoring = self._naming.questionnaire.scoring
        if scoring is None or self.place(self.before) is None or not self.before.profile.classable:
            return None
        pilot = self._naming.theme(scoring.classable.pilot_theme)
        return MapGround(
            scoring,
            self._words.say("carte.horizontal", theme=pilot[:1].lower() + pilot[1:]),
            self._words.say("carte.vertical"),
            {profile: self._naming.kind(profile) for profile in PROFILES},
            capitalised(when_shown(self._words.snapshot)),
            LATER,
        )

    def place(self, result: Result) -> tuple[Range, Range] | None:
        """The pilot theme and the global score, None where one is not known."""
        scoring = self._naming.questionnaire.scoring
        pilot = result.theme(scoring.classable.pilot_theme).range if scoring else None
        return (pilot, result.overall) if pilot and result.overall else None

    def place_said(self, result: Result) -> str:
        """Where the map shows them."""
        place = self.place(result)
        if place is None:
            return ""
        pilot, overall = (self._naming.said(span) for span in place)
        return (
            f"{LATER}\u00a0: pilotage {pilot}, score global {overall}. {self._stage_said(result)}"
        )


def _planned_first(offer: "Offer") -> bool:
    return not offer.planned
