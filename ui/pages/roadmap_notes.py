# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What must be known of a plan before it is read, and where it leads, in sentences."""

from dataclasses import dataclass
from datetime import date

from autodiag.model.dossier import Snapshot
from autodiag.model.result import Range
from autodiag.model.roadmap import HORIZONS, Roadmap
from autodiag.roadmap.calendar import first_month, is_past, months_of, shifted
from autodiag.roadmap.quarter_words import month_name
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import raises_answered
from autodiag.text.numbers import day_from_iso, short_month
from ui.pages.roadmap_words import PlanWords
from ui.planning import Planner
from ui.shown_year import when_shown
from ui.widgets.remark import Remark

AGAIN = "again"
CHANGED = "Vos réponses, vos choix ou vos moyens ont changé depuis cette feuille de route."
READING = "Ce dossier est ouvert en lecture\u00a0: cette feuille de route n’y est pas gardée."
OLDER_KEPT = "Ce diagnostic est plus ancien\u00a0: sa feuille de route a été établie le {day}."
OLDER_MADE = (
    "Ce diagnostic est plus ancien, et n’a pas gardé de feuille de route\u00a0: "
    "celle-ci est calculée à l’instant."
)
DECIDED_SINCE = "Les décisions et les moyens montrés sont ceux d’aujourd’hui."
ALL_HIGH = (
    "Rien à ajouter\u00a0: chaque question est au plus haut niveau. Refaites le point dans un an."
)
NO_CONCERN = (
    "Aucune question ne vous concerne d’après vos réponses\u00a0: il n’y a pas d’action à proposer."
)
NOTHING_USEFUL = "Aucune action du catalogue n’est utile avec ces réponses."
NOTHING_MORE = (
    "Aucune autre action n’est utile avec ces réponses\u00a0: celles que vous avez notées comme "
    "faites ne sont plus proposées."
)
ENDED = "Cette feuille de route est terminée. Commencez un nouveau diagnostic."
NO_DAY = (
    "Aucun jour indiqué\u00a0: rien ne peut être placé. "
    "Indiquez le temps que vous pouvez donner, même une demi-journée par mois."
)
NO_MONTH = (
    "Aucun mois n’est ouvert au travail pendant ces trois ans\u00a0: rien ne peut être placé."
)
TOO_LITTLE = (
    "Les moyens indiqués ne suffisent à aucune des actions utiles. "
    "Revoyez les jours par mois ou le budget."
)
ALL_REFUSED = (
    "Vous avez refusé toutes les actions utiles aujourd’hui. Vous pouvez en reprendre une."
)
MEANS, MEANS_DO = "moyens", "Moyens et dates"
"""The name of the view where the means are given."""
LEFT_OUT, LEFT_OUT_DO = "left_out", "Non retenues"
LACKING = ("capacite", "argent", "trop_grande", "trop_chere")
"""Why an action is left out, where days or euros lack."""
OUTSIDE = ("sans_objet", "non_applicable")
"""The questions that do not concern them."""
TOP = 4
"""The highest level of a question."""
ON = "Chercher encore"
PAST = " (passé)"
UPDATING = "Mise à jour de la feuille de route…"
"""Said at the foot, where it moves nothing: most plans are made again in half a second."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark above the columns."""

    text: str
    icon: str = "bulb"
    tone: str = ""
    action: str = ""
    do: str = ""


ENDED_NOTE = Note(ENDED, "clock", "", "collectivite", "Votre collectivité")
"""Whatever the view, once the three years are behind."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Scores in short, when each is estimated for, and both as one sentence."""

    values: tuple[str, ...]
    names: tuple[str, ...]
    said: str


def notes_of(planner: Planner, words: PlanWords, *, writable: bool) -> Note | None:
    """The most useful thing to know of the plan shown, None when there is none."""
    roadmap = planner.roadmap
    if roadmap is None:
        return None
    if not planner.current:
        return None if planner.computing else Note(CHANGED, "clock", "warn", AGAIN, "Recalculer")
    if not words.snapshot.is_latest:
        return Note(older_said(roadmap, kept=planner.stored), "clock")
    if is_over(planner, words.snapshot):
        return ENDED_NOTE
    reading = "" if writable or planner.stored else READING
    if not roadmap.optimal and not planner.computing:
        text = words.say("feuille_de_route.non_prouvee")
        return Note(" ".join(part for part in (text, reading) if part), action=AGAIN, do=ON)
    if not roadmap.wishes_kept:
        return Note(words.say("feuille_de_route.souhaits_non_tenus"), "warning", "warn")
    empty = why_empty(words, roadmap, planner.situation())
    return empty or (Note(reading) if reading else None)


def is_over(planner: Planner, snapshot: Snapshot) -> bool:
    """Whether the three years of the roadmap are behind."""
    return is_past(first_month(snapshot), planner.today())


def older_said(roadmap: Roadmap, *, kept: bool) -> str:
    """What the plan of an older diagnosis is. Decisions are those of the dossier, of no year."""
    said = OLDER_KEPT.format(day=day_from_iso(roadmap.made_on)) if kept else OLDER_MADE
    return f"{said} {DECIDED_SINCE}"


def tell(remark: Remark, note: Note | None) -> None:
    """Show a note, or none."""
    if note is None:
        remark.clear()
    else:
        remark.say(note.text, note.icon, note.tone, action=note.action, do=note.do)


def why_empty(words: PlanWords, roadmap: Roadmap, situation: Situation) -> Note | None:
    """Why a plan holds no action, and what leads out of it; None where it holds one.

    Half-hours of asking are no action: beside them, one still wonders where the rest is.
    """
    kinds = {one.kind for horizon in roadmap.horizons for one in horizon.actions}
    if kinds & {"action", "own"}:
        return None
    if all(horizon.over for horizon in roadmap.horizons):
        return ENDED_NOTE
    if any(one.code in LACKING for one in roadmap.left_out):
        return Note(_lacking(situation), "clock", "", MEANS, MEANS_DO)
    if any(_refused_useful(situation, one.action) for one in roadmap.left_out):
        return Note(ALL_REFUSED, "bulb", "", LEFT_OUT, LEFT_OUT_DO)
    if kinds:
        return None
    note = empty_note(words)
    done = any(one.code == "faite" for one in roadmap.left_out)
    return Note(NOTHING_MORE, "check") if done and note.text == NOTHING_USEFUL else note


def _lacking(situation: Situation) -> str:
    if not situation.capacity.days_per_month:
        return NO_DAY
    return TOO_LITTLE if any(situation.months) else NO_MONTH


def _refused_useful(situation: Situation, key: str) -> bool:
    action = situation.catalogue.actions.get(key)
    if action is None or situation.decided(key) != "refusee":
        return False
    return raises_answered(situation, action) or any(
        situation.clears(action, state) for state in situation.unmet
    )


def empty_note(words: PlanWords) -> Note:
    """Why a plan holds nothing, as far as the answers tell."""
    states = [trace.state for trace in words.traces if trace.state not in OUTSIDE]
    levels = [trace.low for trace in words.traces if trace.state == "niveau"]
    if not states:
        return Note(NO_CONCERN, "help", "", "questions", "Revoir les réponses")
    if len(levels) == len(states) and all(level == TOP for level in levels):
        return Note(ALL_HIGH, "check")
    if "sans_reponse" in states:
        text = words.say("feuille_de_route.vide")
        return Note(text, "bulb", "", "questions", "Répondre aux questions")
    return Note(NOTHING_USEFUL)


def steps_said(words: PlanWords, scores: tuple[Range | None, ...], today: date) -> Steps | None:
    """The four scores: when the diagnosis was made, then at the end of each period, by its real
    month: what was «in six months» two years ago is no longer. None where there is no score."""
    known = [score for score in scores if score is not None]
    if len(known) < len(scores) or not any(t.state == "niveau" for t in words.traces):
        return None
    start = first_month(words.snapshot)
    ends = [months_of(start, rank)[-1] for rank in range(len(HORIZONS))]
    whens = (when_shown(words.snapshot), *(f"fin {month_name(end)}" for end in ends))
    past = (False, *(shifted(end, 1) <= today for end in ends))
    said = [
        f"{words.naming.said(score)} {when}{PAST if gone else ''}"
        for score, when, gone in zip(known, whens, past, strict=True)
    ]
    short = (whens[0], *(f"fin {short_month(end)}" for end in ends))
    names = tuple(f"{name}{PAST if gone else ''}" for name, gone in zip(short, past, strict=True))
    values = tuple(words.naming.short(score) for score in known)
    return Steps(values, names, f"Score estimé\u00a0: {', '.join(said)}.")


def nothing_said(planner: Planner, snapshot: Snapshot) -> tuple[str, str]:
    """Why there is no plan to show: a title and a sentence."""
    if planner.computing:
        return "Calcul de votre feuille de route…", ""
    if snapshot.assessment.answers:
        return (
            "La feuille de route n’a pas pu être calculée",
            "Vos réponses sont enregistrées. Rouvrez cette page pour réessayer.",
        )
    return (
        "Votre feuille de route viendra de vos réponses",
        (
            "Répondez à quelques questions\u00a0: les actions utiles se placeront ici, "
            "selon le temps et le budget dont vous disposez."
        ),
    )
