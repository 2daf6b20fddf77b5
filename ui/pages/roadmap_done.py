# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An action that is done, for the panel: since when, what proves it, which answers do not say it
yet (contract R6)."""

from autodiag.roadmap.follow_up import Behind, DoneAction
from autodiag.text.numbers import day_from_iso
from autodiag.text.typography import capitalised, plain
from ui.pages.roadmap_detail import arrangements, noted, own_of
from ui.pages.roadmap_parts import Content, Do, Doing, Entry, Fact, Held, Part, Say
from ui.pages.roadmap_told import Told

DONE_ON = "Faite le (15/03/2026, ou 03/2026)"
UPDATE = "Mettre à jour la réponse"
SAYING = "Vos réponses en tiennent compte."


def done(told: Told, key: str, *, fault: str = "") -> Content | None:
    """What is known of an action that is done, None where it is not."""
    decision = told.words.snapshot.decisions.get(key)
    one = next((one for one in told.follow.done if one.action == key), None)
    if decision is None or one is None:
        return None
    parts: list[Part] = [Say(capitalised(done_said(one.day)), "ok"), *answers_behind(told, one)]
    parts += [Say("Ce qui le montre", "heading"), Held("evidence")]
    if told.writable:
        parts.append(Say("À noter", "heading"))
        parts += arrangements(key, decision, own_of(told, key), date=DONE_ON, fault=fault)
        ways = (Do("undone", key, "Ce n’est pas fait"), Do("follow", "", "Où en est-on\u202f?"))
        parts.append(Doing(ways))
    else:
        who, _, note = noted(decision, own_of(told, key))
        named = (("Qui\u00a0:", plain(who)), ("Note\u00a0:", plain(note)))
        parts += [Fact(name, value) for name, value in named if value]
    return Content(f"done:{key}", plain(one.title), tuple(parts))


def done_said(day: str) -> str:
    """«faite le 3 novembre 2026», «faite en mars 2026», «faite, sans date notée»."""
    if not day:
        return "faite, sans date notée"
    return f"faite {'le' if day.count('-') == 2 else 'en'} {day_from_iso(day)}"


def answers_behind(told: Told, one: DoneAction) -> list[Part]:
    """The answers that say less than what was done, each with the way to it. Answers belong to the
    user: nothing is changed for them."""
    if not one.behind:
        known = told.words.action(one.action)
        return [Say(SAYING, "note")] if known is not None and known.raises else []
    title = "Une réponse à mettre à jour" if len(one.behind) == 1 else "Réponses à mettre à jour"
    return [Say(title, "heading"), *(behind_entry(told, behind) for behind in one.behind)]


def behind_entry(told: Told, behind: Behind) -> Entry:
    """One question, what is answered today and what the action brings."""
    words = told.words
    text = f"{words.naming.number(behind.question)} {words.question(behind.question)}"
    now = "pas encore connue" if behind.answered is None else f"{behind.answered} sur 4"
    note = f"Votre réponse\u00a0: {now}. L’action mène à {behind.brings}."
    verb = UPDATE if told.writable else "Voir"
    return Entry(text, (), note, (Do("question", behind.question, verb, "quiet"),))
