# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words of a plan on the screen: cards and meters. Shared sentences come from the report’s
data file; decides nothing."""

import re
from collections.abc import Mapping

from autodiag.linking.links import Axis
from autodiag.linking.proposals import Source, said_of_actions
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.result import ProfileResult, Result
from autodiag.model.roadmap import (
    ROUNDING,
    TIGHT,
    Action,
    Horizon,
    HorizonId,
    PlannedAction,
    Roadmap,
)
from autodiag.roadmap.planned_words import first_cost_said, time_said
from autodiag.roadmap.side_by_side import stage_said
from autodiag.scoring.said import Naming, quoted
from autodiag.scoring.wording import wording_read
from autodiag.text.numbers import (
    count,
    day_range,
    days,
    decimal,
    euro_range,
    euros,
    listing,
    plural,
    short_day_range,
)
from autodiag.text.sentences import unstarred
from autodiag.text.typography import NARROW, NO_BREAK, capitalised, plain
from ui.widgets.action_face import ActionFace, Badge, MeterFace

ENQUIRIES = "renseigner"
"""The key of the card that stands for all that is to be asked."""
HORIZON_NAMES: dict[HorizonId, tuple[str, str]] = {
    "0-6": ("0\u00a0–\u00a06\u00a0mois", "se mettre en règle, se protéger"),
    "6-18": ("6\u00a0–\u00a018\u00a0mois", "s’organiser"),
    "18-36": ("18\u00a0–\u00a036\u00a0mois", "consolider"),
}
KEYS = "Entrée\u00a0: détail. Maj+F10\u00a0: choix."
MOVES = "Alt et flèches\u00a0: plus tôt, plus tard."
ARTICLE = re.compile(r"^(?:la ou le |le ou la |les |la |le |l’)", re.IGNORECASE)


class PlanWords:
    """Names of one dossier and its installed knowledge; made again when either changes."""

    def __init__(
        self, naming: Naming, snapshot: Snapshot, result: Result, axes: tuple[Axis, ...] = ()
    ) -> None:
        self.naming, self.snapshot = naming, snapshot
        self._of_axes = said_of_actions(axes, snapshot)
        self.profile = result.profile.low
        self.traces = tuple(result.traces().values())
        themes = snapshot.questionnaire.themes
        self._ranks = {theme.id: rank for rank, theme in enumerate(themes)}

    @property
    def knowledge(self) -> Knowledge:
        """What is installed."""
        return self.naming.knowledge

    def say(self, key: str, **values: str) -> str:
        """A shared sentence, as plain text."""
        return unstarred(self.naming.sentences(key, **values))

    def action(self, action_id: str) -> Action | None:
        """An action of the catalogue, None for another kind of planned action."""
        return self.knowledge.actions.actions.get(action_id)

    def said_elsewhere(self, action_id: str) -> tuple[Source, ...]:
        """What another questionnaire says of where an action leads."""
        return self._of_axes.get(action_id, ())

    def title(self, action_id: str) -> str:
        """The title of an action, of the catalogue or their own."""
        action = self.action(action_id)
        if action is not None:
            return action.title
        own = (o.title for o in self.snapshot.own_actions if o.id == action_id)
        return plain(next(own, action_id))

    def question(self, question_id: str) -> str:
        """The text of a question under the wording that is read."""
        it = self.snapshot
        question = it.questionnaire.questions[question_id]
        wording = wording_read(it.questionnaire, question, it.assessment, it.authority, it.facts)
        return wording.text

    def stage(self, reached: ProfileResult) -> str:
        """«En route», «En route ou Cap tenu»: the prudent one first (contract P4), empty where
        there is none yet."""
        return stage_said(reached, self.naming.kind)

    def stage_told(self, reached: ProfileResult) -> str:
        """The same in sentences, with what the prudent one counts."""
        if reached.low is None or reached.high is None:
            return ""
        kind = self.naming.kind(reached.low)
        said = self.say("feuille_de_route.projection_profil", etape=kind)
        best = f" Au mieux\u00a0: {self.naming.kind(reached.high)}."
        return f"{said}{'' if reached.certain else best}"

    def rank(self, theme_id: str) -> int:
        """The rank of a theme, −1 where the questionnaire has none of that name."""
        return self._ranks.get(theme_id, -1)

    def who(self, action_id: str) -> str:
        """Who was decided, else the catalogue’s lead, as in a sentence."""
        decision = self.snapshot.decisions.get(action_id)
        names = [decision.who if decision else ""]
        names += [own.who for own in self.snapshot.own_actions if own.id == action_id]
        decided = next((name for name in names if name), "")
        if decided:
            return plain(decided)
        action = self.action(action_id)
        return capitalised(self.naming.actor(action.lead)) if action else ""

    def short_who(self, action_id: str) -> str:
        """The same without its article, for a card."""
        return capitalised(ARTICLE.sub("", self.who(action_id)).replace(" ou l’", " ou "))

    def cost(self, planned: PlannedAction) -> str:
        """«200 € + 350 €/an»: the first cost, then what comes every year."""
        first = first_cost_said(planned)
        action = self.action(planned.id)
        if planned.kind != "action" or action is None or not action.yearly_cost.high:
            return first
        yearly = f"{euro_range(action.yearly_cost.low, action.yearly_cost.high)}/an"
        return f"{first} + {yearly}" if planned.cost.high else yearly

    def faces(
        self, horizon: Horizon, period: int, late: Mapping[str, str] | None = None
    ) -> list[ActionFace]:
        """The cards of a horizon in the order of the plan, all enquiries on one. `late`: why an
        action comes after the first months, by its id."""
        whys = late or {}
        asked = [p for p in horizon.actions if p.kind == "enquiry"]
        faces = [self._enquiries(asked, period)] if asked else []
        rest = [p for p in horizon.actions if p.kind != "enquiry"]
        return faces + [self._face(p, period, whys.get(p.id, "")) for p in rest]

    def _enquiries(self, asked: list[PlannedAction], period: int) -> ActionFace:
        several = f"Se renseigner\u00a0: {count(len(asked), 'réponse')} à préciser"
        title, meta = several, ("une demi-heure chacune", f"{half_hours(len(asked))} en tout")
        if len(asked) == 1:
            title, meta = asked[0].title, ("une demi-heure",)
        name = f"{title}, {', '.join(meta)}, {HORIZON_NAMES['0-6'][0]}."
        return ActionFace(
            ENQUIRIES, "enquiry", title, meta, period, icon="search", name=name, description=KEYS
        )

    def _face(self, planned: PlannedAction, period: int, late: str) -> ActionFace:
        who = self.short_who(planned.id)
        figures = [time_said(planned, short_day_range), self.cost(planned)]
        if planned.kind == "request":
            figures = ["une demi-heure"]
        meta = (*figures, who) if who else tuple(figures)
        badges, notes = self._badges(planned), self._notes(planned)
        horizon = tuple(HORIZON_NAMES.values())[period][0]
        marks = "".join(f" {capitalised(badge.text)}." for badge in badges)
        whys = [*(badge.why for badge in badges if badge.why), *notes]
        whys += [f"{late}."] if late else []
        return ActionFace(
            planned.id,
            planned.kind,
            plain(planned.title),
            meta,
            period,
            self.rank(planned.theme),
            "person" if planned.kind == "own" else "flag",
            badges,
            notes,
            f"{plain(planned.title)}, {', '.join(meta)}, {horizon}.{marks}",
            " ".join([*whys, KEYS]),
            late,
            MOVES,
        )

    def duties(self, ids: tuple[str, ...]) -> list[str]:
        """«title, reference» of each obligation that an action clears."""
        known = self.knowledge.obligations
        found = [known[name] for name in dict.fromkeys(ids) if name in known]
        return [f"{one.title} ({one.reference})" if one.reference else one.title for one in found]

    def _badges(self, planned: PlannedAction) -> tuple[Badge, ...]:
        badges: list[Badge] = []
        if texts := self.duties(planned.obligations):
            why = f"Obligation\u00a0: {f'{NARROW}; '.join(texts)}."
            badges.append(Badge("Obligation", "warn", "scale", why))
        if planned.to_confirm:
            why = self.say("feuille_de_route.a_confirmer")
            badges.append(Badge("si confirmé", "plain", "help", why))
        if planned.retained and planned.kind in ("action", "request"):
            badges.append(Badge("retenue", "ok", "check", self.say("feuille_de_route.retenue")))
        return tuple(badges)

    def _notes(self, planned: PlannedAction) -> tuple[str, ...]:
        notes: list[str] = []
        if planned.wish_missed:
            notes.append(self.say("feuille_de_route.souhait_non_tenu"))
        if planned.missing:
            titles = listing([quoted(self.title(i)) for i in planned.missing])
            notes.append(self.say("feuille_de_route.sans_prealable", titres=titles))
        return tuple(notes)

    def meter(self, horizon: Horizon) -> MeterFace:
        """How a horizon stands beside its days, and beside its money."""
        asked, there = horizon.days, horizon.days_available
        word, tone = "à l’aise", "ok"
        if horizon.over:
            word, tone = "passée", "ink2"
        elif horizon.over_by_asking:
            word, tone = "à votre rythme", "ink2"
        elif horizon.over_days:
            word, tone = "trop", "warn"
        elif not there:
            word, tone = "aucun temps", "warn"
        elif asked.high > TIGHT * there - ROUNDING:
            word, tone = "rempli", "ink"
        few = f"{decimal(there)} disponible{plural(there)}"
        return MeterFace(
            asked.low,
            asked.high,
            there,
            f"{day_range(asked.low, asked.high)} pour {few}",
            word,
            tone,
            f"{euro_range(horizon.euros.low, horizon.euros.high)} pour "
            f"{euros(horizon.euros_available)}{_money_word(horizon)}",
            "warn" if horizon.over_euros else "ink2",
            self._more(horizon),
        )

    def _more(self, horizon: Horizon) -> str:
        if horizon.over_by_asking:
            return self.say("feuille_de_route.renseigner_d_abord")
        if not horizon.over_capacity:
            return ""
        both = horizon.over_days and horizon.over_euros
        key = "trop" if both else "trop_temps" if horizon.over_days else "trop_argent"
        return self.say(f"feuille_de_route.{key}")

    def summary(self, roadmap: Roadmap) -> str:
        """«27 actions et 4 réponses à préciser, pour un coût estimé de…»: asking is no action."""
        kinds = [planned.kind for horizon in roadmap.horizons for planned in horizon.actions]
        asked = kinds.count("enquiry")
        parts = [count(len(kinds) - asked, "action")] if len(kinds) > asked else []
        if asked:
            one = self.say("feuille_de_route.point")
            parts.append(count(asked, one, self.say("feuille_de_route.points")))
        if len(kinds) == asked:
            return f"{listing(parts)}." if parts else ""
        low = sum(horizon.euros.low for horizon in roadmap.horizons)
        high = sum(horizon.euros.high for horizon in roadmap.horizons)
        cost = euro_range(low, high)
        return self.say("feuille_de_route.intro", actions=listing(parts), cout=cost)


def _money_word(horizon: Horizon) -> str:
    if horizon.over_euros:
        return "\u00a0: trop"
    room = max(0, TIGHT * horizon.euros_available - ROUNDING)
    return "\u00a0: rempli" if horizon.euros.high > room else ""


def find_planned(roadmap: Roadmap, action_id: str) -> tuple[int, PlannedAction] | None:
    """The horizon (0–2) and the place of an action in a plan, None where it has none."""
    for period, horizon in enumerate(roadmap.horizons):
        for planned in horizon.actions:
            if planned.id == action_id:
                return period, planned
    return None


def half_hours(number: int) -> str:
    """So many half-hours, in hours up to a day’s work, then in days of seven hours."""
    hours = number / 2
    if hours >= 7:
        return days(hours / 7)
    return f"{decimal(hours)}{NO_BREAK}heure{plural(hours)}"
