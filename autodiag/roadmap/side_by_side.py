# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of each of the three plans, on screen and on paper: its figures, how it begins, what
it leaves aside. Plans nothing."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from autodiag.model.questionnaire import ProfileId
from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import Roadmap, Span
from autodiag.roadmap.cleared import obligations_left, to_check
from autodiag.roadmap.situation import Situation
from autodiag.scoring.said import quoted
from autodiag.scoring.steps import thresholds
from autodiag.text.numbers import count, day_range, euro_range, integer, short_score_range
from autodiag.text.typography import plain

Kind = Callable[[ProfileId], str]
"""The name of a stage."""

OURS = "le_notre"
NAMES = {
    "sans_depense": ("Sans dépense", "Aucune dépense nouvelle, aucune année."),
    "obligations": ("Obligations d’abord", "Les obligations non remplies avant tout le reste."),
    OURS: ("Le nôtre", "Votre feuille de route, avec vos choix."),
}
"""The three plans in their order: their names, and what each puts first."""
BASE = "Protections de base en place"
UNPROVEN = "Le meilleur plan trouvé dans le temps donné, sans preuve qu’il n’y a pas mieux."
"""Said of a plan whose search was cut short."""
NOTHING_LEFT = "Il ne laisse rien d’utile de côté."
UNKNOWN_LEFT = "On ne peut pas encore le dire\u00a0: des réponses manquent."
FIRST = 3
"""How many actions are named."""
LACKING = ("capacite", "argent", "trop_grande", "trop_chere", "delai", "calcul")
"""Why an action is left for want of time or money."""


@dataclass(frozen=True, slots=True)
class PlanFace:
    """One plan as it is read. `rows`: names and values, the same names for the three of them;
    `first`: ids and titles; `base`: what is asked of the basic protections, a line each; `state`:
    what must be known before it is read."""

    key: str
    rows: tuple[tuple[str, str], ...]
    first: tuple[tuple[str, str], ...]
    left: str
    base: str = ""
    state: str = ""
    same: bool = False
    current: bool = True


def placed_of(roadmap: Roadmap) -> dict[str, int]:
    """The actions of the catalogue that a plan places, and on which horizon (0–2)."""
    return {
        one.id: period
        for period, horizon in enumerate(roadmap.horizons)
        for one in horizon.actions
        if one.kind == "action"
    }


def face_of(
    key: str, roadmap: Roadmap, ours: Roadmap, situation: Situation, kind: Kind
) -> PlanFace:
    """What is read of a plan, beside their own."""
    placed = placed_of(roadmap)
    own = [one for h in roadmap.horizons for one in h.actions if one.kind in ("action", "own")]
    first = tuple((one.id, _title(situation, one.id)) for one in own[:FIRST])
    chosen = [action for action in placed if action in situation.catalogue.actions]
    rows = (
        *_sums(key, roadmap), *_reached(situation, chosen), *_leads(roadmap, situation, kind),
    )  # fmt: skip
    left = _left(key, roadmap, situation, chosen)
    if key != OURS:
        left = f"{left}{_beside_ours(placed, placed_of(ours), situation)}"
    base = _base(situation)
    return PlanFace(key, rows, first, left, base, same=key != OURS and placed == placed_of(ours))


def stage_said(reached: ProfileResult, kind: Kind) -> str:
    """«En route», «En route ou Cap tenu»: the prudent one first (contract P4), empty where there
    is none yet."""
    kinds = (kind(one) for one in (reached.low, reached.high) if one is not None)
    return " ou ".join(dict.fromkeys(kinds))


def _title(situation: Situation, action_id: str) -> str:
    """Of the catalogue, or as they wrote it."""
    action = situation.catalogue.actions.get(action_id)
    own = (one.title for one in situation.own_actions if one.id == action_id)
    return action.title if action else plain(next(own, action_id))


def _sums(key: str, roadmap: Roadmap) -> tuple[tuple[str, str], ...]:
    """What it asks, all periods together, what comes back each year included: where nothing is
    spent, that is what was there before."""
    spans = [horizon.days for horizon in roadmap.horizons]
    days = day_range(sum(s.low for s in spans), sum(s.high for s in spans))
    money = [horizon.euros for horizon in roadmap.horizons]
    paid = Span(sum(s.low for s in money), sum(s.high for s in money))
    before = ", pour ce qui est déjà en place" if key == "sans_depense" and paid.high else ""
    euros = f"{euro_range(paid.low, paid.high)}{before}"
    kinds = [one.kind for horizon in roadmap.horizons for one in horizon.actions]
    held = len(kinds) - kinds.count("enquiry")
    return ("Actions", integer(held)), ("Temps", days), ("Argent sur trois ans", euros)


def _reached(situation: Situation, chosen: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The obligations that its actions settle, and the points of the *socle* that it reaches."""
    due, left = len(situation.unmet), len(obligations_left(situation, chosen))
    settled, rest = count(due - left, "réglée"), f"{left} restante{'s' if left > 1 else ''}"
    duties = f"{settled}, {rest}" if due else _none_due(situation)
    scoring = situation.questionnaire.scoring
    points = [(q, n) for q, n in (scoring.foundations if scoring else ()) if situation.counts(q)]
    levels = situation.levels(chosen)
    there = sum(max(situation.level(q) or 0, levels.get(q, 0)) >= n for q, n in points)
    socle = f"{there} sur {len(points)}" if points else "sans objet"
    return ("Obligations", duties), (BASE, socle)


def _base(situation: Situation) -> str:
    """What is asked of the protections that come first (the *socle*), a question a line."""
    scoring, asked = situation.questionnaire.scoring, situation.questionnaire.questions
    points = scoring.foundations if scoring else ()
    return "\n".join(asked[q].wording().text for q, _ in points if situation.counts(q))


def _none_due(situation: Situation) -> str:
    """Where no obligation is known to be *non remplie*: none, or none as far as is known."""
    unknown = to_check(situation)
    if not unknown:
        return "aucune à régler"
    if any(one.state == "remplie" for one in situation.obligations):
        return f"{unknown} à vérifier"
    return "inconnues, répondez d’abord"


def _leads(roadmap: Roadmap, situation: Situation, kind: Kind) -> tuple[tuple[str, str], ...]:
    """The score and the stage that it leads to, as an estimate."""
    after = roadmap.projection
    score = stage = "pas encore"
    if (span := after.overall) is not None:
        bounds = thresholds(situation.questionnaire.scoring)
        score = short_score_range(span.low, span.high, bounds)
    stage = stage_said(after.profile, kind) or stage
    return ("Score estimé, sur\u00a04", score), ("Étape", stage)


def _left(key: str, roadmap: Roadmap, situation: Situation, chosen: Collection[str]) -> str:
    """What it leaves aside, in a sentence."""
    costly = sum(one.code == "depense" for one in roadmap.left_out)
    lacking = sum(one.code in LACKING for one in roadmap.left_out)
    parts = [f"{count(costly, 'action')} qui {_cost(costly)} de l’argent"] if costly else []
    if lacking:
        want = "de temps" if key == "sans_depense" else "de temps ou d’argent"
        parts.append(f"{count(lacking, 'action' if not parts else 'autre')} faute {want}")
    refused = sum(one.code == "refusee" for one in roadmap.left_out)
    if refused:
        one = "action" if not parts else "autre"
        several = f"{one}s que vous avez refusées"
        parts.append(count(refused, f"{one} que vous avez refusée", several))
    due = obligations_left(situation, chosen)
    if due:
        parts.insert(0, count(len(due), "obligation"))
    if not parts:
        return NOTHING_LEFT if not to_check(situation) else UNKNOWN_LEFT
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} et {parts[-1]}"
    return f"Il laisse de côté {joined}."


def _cost(number: int) -> str:
    return "coûte" if number == 1 else "coûtent"


def _beside_ours(placed: dict[str, int], ours: dict[str, int], situation: Situation) -> str:
    """The first action of their own plan that it leaves."""
    missing = [action for action in ours if action not in placed]
    if not missing:
        return ""
    rest = len(missing) - 1
    more = f" et {count(rest, 'autre')}" if rest else ""
    return f" Du vôtre, il laisse {quoted(_title(situation, missing[0]))}{more}."


def table_of(faces: Sequence[PlanFace]) -> list[list[str]]:
    """The rows of a table: what is compared, then each plan."""
    names = [name for name, _ in faces[0].rows] if faces else []
    rows = [[name, *(face.rows[at][1] for face in faces)] for at, name in enumerate(names)]
    firsts = ["\n".join(f"• {title}" for _, title in face.first) or "aucune" for face in faces]
    rows.append(["Premières actions", *firsts])
    rows.append(["Ce qu’il laisse", *(face.left for face in faces)])
    return rows
