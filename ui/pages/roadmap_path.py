# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Le plus court chemin» (contract R4) in honest sentences: what it asks, why each action is on it,
what it leaves, and what would help where there is none."""

from autodiag.model.questionnaire import PROFILES
from autodiag.model.roadmap import ROUNDING, Roadmap
from autodiag.roadmap.path_reasons import PathReason, path_reasons
from autodiag.scoring.said import quoted
from autodiag.text.numbers import count, day_range, days, euro_range, euros, listing, months
from ui.pages.roadmap_parts import Content, Do, Doing, Entry, Part, Say
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import HORIZON_NAMES, PlanWords, find_planned

YEARS = 3
"""What the costs of a path are counted over (contract R4)."""
UNKNOWN = ("nsp", "sans_reponse")
SET_ASIDE = ("epci", "selon_contexte")
"""What only enters once the user retains it."""
PROVEN = "Il n’existe pas de chemin plus court dans ce catalogue."
OUTSIDE = "Pas dans votre feuille de route"
ALL_MET = "Il règle toutes les obligations pas encore remplies."


def shortest(told: Told) -> Content:
    """The path, its actions with why, and what it leaves."""
    words, path = told.words, told.roadmap.shortest
    parts: list[Part] = [Say(one) for one in path_said(words, told.roadmap)]
    if path.target is not None and not path.possible:
        parts += _would_help(told)
    if path.actions:
        parts.append(Say("Ses actions, dans l’ordre", "heading"))
        parts += _actions(told)
    known = words.knowledge.obligations
    left = [known[name].title for name in path.obligations_left if name in known]
    if path.actions and left:
        parts.append(Say(words.say("chemin.obligations_liste"), "heading"))
        parts += [Say(title, "step") for title in left]
        parts.append(Doing((Do("obligations", "", "Voir les obligations"),)))
    elif path.actions and told.situation.unmet:
        parts.append(Say(ALL_MET, "ok"))
    if path.actions:
        parts += [Say("Comment c’est compté", "heading"), Say(words.say("chemin.calcul"), "note")]
        parts.append(Say(PROVEN if path.proven else words.say("chemin.non_prouve"), "note"))
        parts.append(Say(words.knowledge.actions.warning, "note"))
    return Content("shortest", words.say("titres.plus_court_chemin"), tuple(parts))


def path_said(words: PlanWords, roadmap: Roadmap) -> tuple[str, ...]:
    """One idea a sentence: what it asks, beside what there is."""
    path, naming = roadmap.shortest, words.naming
    if path.target is None:
        top = words.profile == PROFILES[-1]
        return (words.say("chemin.au_sommet" if top else "chemin.sans_profil"),)
    target = next((naming.kind(p) for p in PROFILES if p == path.target), path.target)
    if not path.possible:
        return (
            f"L’étape «\u202f{target}\u202f» est impossible avec ces actions.",
            "Même toutes ensemble, celles qui restent proposées n’y suffisent pas.",
        )
    if not path.actions:
        return (words.say("chemin.deja_fait", etape=f"«\u202f{target}\u202f»"),)
    asked = words.say(
        "chemin.possible",
        etape=f"«\u202f{target}\u202f»",
        actions=count(len(path.actions), "action"),
        jours=day_range(path.days.low, path.days.high),
        euros=euro_range(path.euros.low, path.euros.high),
    )
    return (asked, _beside_budget(roadmap), _how_long(words, roadmap))


def _how_long(words: PlanWords, roadmap: Roadmap) -> str:
    """How many months at today's capacity."""
    pace = roadmap.capacity.days_per_month
    if roadmap.shortest.months is None:
        return words.say("chemin.jamais" if pace else "chemin.sans_jours")
    return words.say("chemin.duree", mois=months(roadmap.shortest.months), rythme=days(pace))


def _beside_budget(roadmap: Roadmap) -> str:
    """What the path costs beside the budget of the same three years."""
    budget, cost = YEARS * roadmap.capacity.euros_per_year, roadmap.shortest.euros
    named = f"votre budget des mêmes trois ans ({euros(budget)})"
    if cost.high <= budget + ROUNDING:
        return f"Cela tient dans {named}."
    if cost.low > budget + ROUNDING:
        return f"C’est plus que {named}."
    return f"Dans l’estimation haute, c’est plus que {named}."


def _actions(told: Told) -> list[Part]:
    """Each with why it is on the path, and whether the roadmap holds it."""
    words, roadmap = told.words, told.roadmap
    reasons = path_reasons(told.situation, roadmap.shortest)
    names = tuple(name for name, _ in HORIZON_NAMES.values())
    parts: list[Part] = []
    for action, why in reasons.items():
        found = find_planned(roadmap, action)
        where = f"Dans votre feuille de route, {names[found[0]]}" if found else OUTSIDE
        lines = [*(_why(words, one) for one in why), where]
        see = Do("open", action, "Voir", "quiet")
        parts.append(Entry(words.title(action), (see,), "\n".join(lines)))
    return parts


def _why(words: PlanWords, one: PathReason) -> str:
    """«Question 1.4 : de 1 à 3 sur 4», «Prépare « … »»."""
    if one.waiting:
        return f"Prépare {quoted(words.title(one.waiting))}"
    number, asked = words.naming.number(one.question), words.snapshot.questionnaire.questions
    theme = words.naming.theme(asked[one.question].theme)
    before = f"de {one.before}" if one.before is not None else "d’une réponse inconnue"
    said = f"{theme}, question {number}\u00a0: {before} à {one.after} sur 4"
    if one.together:
        others = listing([quoted(words.title(other)) for other in one.together])
        said += f", avec {others}"
    return said


def _would_help(told: Told) -> list[Part]:
    """What the user can do where no path leads there."""
    traces = [t for t in told.words.traces if t.state in UNKNOWN and t.counts]
    refused = [d for d in told.situation.decisions.values() if d.state == "refusee"]
    aside = [one for one in told.roadmap.left_out if one.code in SET_ASIDE]
    parts: list[Part] = []
    if traces:
        said = count(len(traces), "réponse n’est pas connue", "réponses ne sont pas connues")
        each = "chacune compte" if len(traces) > 1 else "elle compte"
        parts += [
            Say(f"{said}\u00a0: {each} 0 ici. Les préciser peut ouvrir un chemin.", "step"),
            Doing((Do("questions", "", "Voir les questions"),)),
        ]
    if refused:
        said = count(len(refused), "action est refusée", "actions sont refusées")
        parts.append(Say(f"{said} par vous. Revenir sur ce choix peut suffire.", "step"))
    if aside:
        said = count(len(aside), "action n’entre", "actions n’entrent")
        parts.append(Say(f"{said} dans le calcul que si vous la retenez.", "step"))
    if refused or aside:
        parts.append(Doing((Do("left_out", "", "Voir les actions non retenues"),)))
    return [Say("Ce qui peut aider", "heading"), *parts] if parts else []
