# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the roadmap stands today, in words: the strip above the columns, and what the panel says.
Kind: a date that has passed is a fact, with ways to each."""

from collections.abc import Sequence
from datetime import date

from autodiag.model.result import Range
from autodiag.roadmap.calendar import quarter_of
from autodiag.roadmap.follow_up import DoneAction, Due, FollowUp
from autodiag.roadmap.quarter_words import bare_month, month_name
from autodiag.text.numbers import count, day_from_iso
from autodiag.text.typography import capitalised, plain
from ui.pages.roadmap_choices import next_quarter
from ui.pages.roadmap_done import behind_entry, done_said
from ui.pages.roadmap_parts import Content, Do, Entry, Part, Say
from ui.pages.roadmap_told import Told

FOLLOW = "follow"
TITLE = "Où en est la feuille de route"
DONE = "Noter comme fait"
ONE_QUARTER = "Repousser d’un trimestre"
CURRENT = "Vos réponses tiennent compte de ce qui est fait."
NOTHING = "Rien n’est attendu ce trimestre, et rien n’est encore noté comme fait."
ENQUIRY = "renseigner-"


def actions_in(waited: Sequence[Due]) -> list[Due]:
    """Without the answers to ask for, which have a page of their own."""
    return [one for one in waited if not one.action.startswith(ENQUIRY)]


def late_said(number: int) -> str:
    """«2 actions ont dépassé leur date»."""
    return count(number, "action a dépassé sa date", "actions ont dépassé leur date")


def strip_said(follow: FollowUp) -> tuple[str, ...]:
    """What the strip says, from all of it to the shortest; nothing where nothing is to be said."""
    late, now = len(actions_in(follow.late)), len(actions_in(follow.due_now))
    behind = len(follow.behind)
    parts = [
        late_said(late) if late else "",
        f"{count(now, 'action')} à finir ce trimestre" if now else "",
        count(behind, "réponse à mettre à jour", "réponses à mettre à jour") if behind else "",
        count(len(follow.done), "action faite", "actions faites") if follow.done else "",
    ]
    said = [part for part in parts if part]
    return tuple(", ".join(said[:number]) + "." for number in range(len(said), 0, -1))


def followed(told: Told) -> Content:
    """Late, due and done, with ways to each; then what it changes in the score."""
    follow = told.follow
    parts: list[Part] = []
    parts += _waited(told, "Date dépassée", follow.late)
    last = month_name(quarter_of(told.today).last)
    parts += _waited(told, f"À finir ce trimestre, d’ici fin {last}", follow.due_now)
    if follow.done:
        parts.append(Say(f"Fait ({len(follow.done)})", "heading"))
        parts += [_done(one) for one in reversed(follow.done)]
        parts += _answers(told)
    return Content(FOLLOW, TITLE, tuple(parts) or (Say(NOTHING),))


def _waited(told: Told, title: str, waited: Sequence[Due]) -> list[Part]:
    if not waited:
        return []
    actions = actions_in(waited)
    asked = len(waited) - len(actions)
    parts: list[Part] = [Say(title, "heading")]
    for one in actions:
        see = Do("open", one.action, "Voir", "quiet")
        ways = _ways(told, one) if told.writable else ()
        parts.append(Entry(plain(one.title), (see,), _due_said(one), ways))
    if asked:
        text = count(asked, "réponse à préciser", "réponses à préciser")
        parts.append(Entry(text, (Do("enquiries", "", "Voir", "quiet"),), "Se renseigner"))
    return parts


def _due_said(one: Due) -> str:
    """«Prévue pour septembre 2026, il y a 2 mois»."""
    whose = "Votre date\u00a0: " if one.chosen else "Prévue pour "
    since = f", il y a {_ago(one.late)}" if one.late else ""
    return f"{whose}{month_name(one.due)}{since}"


def _ago(months: int) -> str:
    """«11 mois», «un an», «plus de 3 ans»: nobody counts forty months."""
    years, more = divmod(months, 12)
    if not years:
        return f"{months}\u00a0mois"
    said = "un an" if years == 1 else f"{years}\u00a0ans"
    return f"plus d’{said}" if more and years == 1 else f"plus de {said}" if more else said


def _ways(told: Told, one: Due) -> tuple[Do, ...]:
    """Done, or later by as little as makes sense today."""
    ways = [Do("done", one.action, DONE, "quiet")]
    planned = told.planned(one.action)
    moved = later(told, one.action)
    if planned is not None and planned.kind in ("action", "own") and moved is not None:
        ways.append(Do("postpone", one.action, moved[0], "quiet"))
    return tuple(ways)


def later(told: Told, action: str) -> tuple[str, date, int] | None:
    """The words of the way to a later quarter, its month, and the horizon of this; None where
    there is none in the three years."""
    slot = told.slot(action)
    found = next_quarter(slot, told.schedule.start, told.today) if slot else None
    if slot is None or found is None:
        return None
    quarter, month, horizon = found
    one = (quarter.year - slot.quarter.year) * 4 + quarter.number - slot.quarter.number == 1
    name = bare_month(month) if month.year == told.today.year else month_name(month)
    return ONE_QUARTER if one else f"Repousser à {name}", month, horizon


def _done(one: DoneAction) -> Entry:
    mentions = one.evidence - one.files
    said = (
        capitalised(done_said(one.day)),
        count(one.files, "pièce jointe", "pièces jointes") if one.files else "",
        count(mentions, "référence") if mentions else "",
    )
    note = ", ".join(part for part in said if part)
    return Entry(plain(one.title), (Do("open", one.action, "Voir", "quiet"),), note)


def _answers(told: Told) -> list[Part]:
    """The answers that are behind, and what bringing them up to date would make of the score."""
    follow = told.follow
    parts: list[Part] = [Say("Ce que cela change", "heading")]
    if not follow.behind:
        return [*parts, Say(CURRENT), *_before(told), *_today(told)]
    parts += [behind_entry(told, one) for one in follow.behind]
    now, then = _score(told, follow.today), _score(told, follow.gain)
    if now and then:
        parts += [
            *_before(told),
            Say(f"Score global d’après vos réponses\u00a0: {now}."),
            Say(f"Une fois ces réponses à jour\u00a0: {then}.", "ok"),
        ]
    return parts


def _before(told: Told) -> list[Part]:
    """The score when nothing of this diagnosis was done yet, where it has changed since."""
    if told.roadmap.before is None:
        return []
    day, score = told.roadmap.before
    if score == told.follow.today:
        return []
    when = f"le {day_from_iso(day)}, avant ce qui est fait"
    return [Say(f"Score global {when}\u00a0: {_score(told, score)}.")]


def _today(told: Told) -> list[Part]:
    today = _score(told, told.follow.today)
    return [Say(f"Score global aujourd’hui\u00a0: {today}.", "ok")] if today else []


def _score(told: Told, score: Range | None) -> str:
    return "" if score is None else told.words.naming.said(score)
