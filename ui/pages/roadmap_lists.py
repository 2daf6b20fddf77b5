# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The lists of the panel: what is left out and why, what to ask."""

from collections.abc import Sequence

from autodiag.model.roadmap import LeftOut, Roadmap
from autodiag.roadmap.cleared import TO_UPDATE
from autodiag.roadmap.situation import Situation
from autodiag.scoring.said import asked_first
from autodiag.text.articles import to
from autodiag.text.numbers import count
from autodiag.text.typography import NARROW
from ui.pages.roadmap_detail import LOOK
from ui.pages.roadmap_parts import Content, Do, Doing, Entry, Part, Say
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import PlanWords, half_hours

DECIDED = ("refusee", "faite")
"""What the user said: first in the list, and can be taken back."""
CLOSED = ("sans_objet",)
"""What cannot be retained: it does not concern them."""
TAKE_BACK = "Revenir dessus"


def left_out(told: Told) -> Content:
    """Every action that is not in the plan, under the reason why (contract R5); first, the duties
    that no action clears, then those whose answer is behind an action marked done."""
    words, roadmap, situation = told.words, told.roadmap, told.situation
    groups: dict[str, list[LeftOut]] = {}
    ordered = sorted(roadmap.left_out, key=lambda one: one.code not in DECIDED)
    for one in ordered:
        groups.setdefault(one.sentence, []).append(one)
    parts: list[Part] = []
    due = due_titles(roadmap, situation)
    if due:
        parts += [Say(due_said(due, 0), "warn"), *(Say(title, "step") for title in due)]
    late = [state.obligation.title for state in situation.to_update]
    if late:
        parts += [Say(f"{TO_UPDATE}.", "ok"), *(Say(title, "step") for title in late)]
    if due or late:
        parts.append(Doing((Do("obligations", "", "Voir les obligations"),)))
    for sentence, members in groups.items():
        parts.append(Say(sentence, "heading"))
        parts += [_left_out_entry(words, one, writable=told.writable) for one in members]
    if not parts:
        parts.append(Say("Toutes les actions du catalogue sont dans la feuille de route."))
    return Content("left_out", words.say("titres.ecartees"), tuple(parts))


def _left_out_entry(words: PlanWords, one: LeftOut, *, writable: bool) -> Entry:
    dos: list[Do] = []
    if words.action(one.action) is not None:
        dos.append(Do(LOOK, one.action, "Voir", "quiet"))
    if writable and one.code in DECIDED:
        back = "undone" if one.code == "faite" else "forget"
        dos.append(Do(back, one.action, TAKE_BACK, "quiet"))
    elif writable and one.code not in CLOSED:
        dos.append(Do("keep_any", one.action, "Retenir", "quiet"))
    return Entry(words.title(one.action), tuple(dos))


def enquiries(words: PlanWords, roadmap: Roadmap, *, answerable: bool) -> Content:
    """What to ask, by the person to ask first; each a link to its question."""
    asked = [p for h in roadmap.horizons for p in h.actions if p.kind == "enquiry"]
    total = half_hours(len(asked))
    parts: list[Part] = [Say(words.say("feuille_de_route.renseigner", temps=total))]
    wanted = {p.question for p in asked}
    groups = asked_first(words.snapshot.questionnaire, words.traces)
    named = {q for questions in groups.values() for q in questions}
    rest = tuple(p.question for p in asked if p.question not in named)
    for whom, questions in (*groups.items(), *((("", rest),) if rest else ())):
        shown = [q for q in questions if q in wanted]
        if not shown:
            continue
        who = words.naming.actor(whom)
        parts.append(Say(words.say("profil.demander", qui=to(who)), "heading"))
        verb = "Répondre" if answerable else "Voir"
        parts += [
            Entry(
                f"{words.naming.number(q)} {words.question(q)}",
                (Do("question", q, verb, "quiet"),),
            )
            for q in shown
        ]
    return Content("enquiries", words.say("titres.renseigner"), tuple(parts))


def due_titles(roadmap: Roadmap, situation: Situation) -> list[str]:
    """The duties to do that no action clears, of the plan or marked done."""
    cleared = {o for h in roadmap.horizons for planned in h.actions for o in planned.obligations}
    cleared |= {state.obligation.id for state in situation.to_update}
    return [
        state.obligation.title
        for state in roadmap.obligations
        if state.state == "non_remplie" and state.obligation.id not in cleared
    ]


def due_said(titles: Sequence[str], named: int) -> str:
    """«3 obligations restent sans date\u00a0: …», with the first `named` of their titles."""
    left = len(titles)
    said = count(left, "obligation reste", "obligations restent") + " sans date"
    if not named:
        return f"{said} dans cette feuille de route."
    rest = f" et {count(left - named, 'autre')}" if left > named else ""
    return f"{said}\u00a0: {f'{NARROW}; '.join(titles[:named])}{rest}."
