# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The obligations by state: what they ask, their text, and how sure we are of it (contract R7)."""

from collections.abc import Iterable

from autodiag.model.roadmap import BINDING, ObligationState
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.story import Cell
from autodiag.text.duties import group_of, nature_of, proof_of, written_date
from autodiag.text.numbers import day_from_iso
from autodiag.text.typography import NARROW

_DETAILED = ("non_remplie", "a_verifier")
_NOT_QUOTED = ("projet", *BINDING)
"""What is never said under «Voir aussi»: a text that may never come, and the duties themselves."""
_ORDER = ("non_remplie", "a_verifier", "progres", "rappel", "remplie")


def print_obligations(context: Context) -> None:
    """One table per state, the most useful first; those that do not apply in one list."""
    story, words, states = context.story, context.words, context.content.obligations
    story.section(words.raw("titres.obligations"), "obligations", 230)
    with story.box(context.look.sunken):
        story.text(words("obligations.avis"), "Box")
        if (kind := context.content.snapshot.authority.kind) != "commune":
            own = "epci" if kind == "epci" else "autre"
            story.text(words(f"obligations.avis_{own}"), "Box")
    if not states:
        story.text(words("obligations.aucune"))
    else:
        story.text(words("obligations.legende"), "Note")
    for group in _ORDER:
        own = [s for s in states if group_of(s) == group]
        if own and group in _DETAILED:
            _table(context, group, own)
        elif own:
            _list(context, group, own)
    outside = [s.obligation.title for s in states if s.state == "sans_objet"]
    if outside:
        story.heading(2, words.raw("obligations.titre_sans_objet"))
        story.text(join([_sentence(f"{NARROW}; ".join(outside))]), "Step")


def duties(context: Context, ids: Iterable[str]) -> list[str]:
    """The titles, among these obligations, of the duties that may bind this collectivité."""
    return [s.obligation.title for s in _living(context, ids) if s.obligation.nature in BINDING]


def see_also(context: Context, ids: Iterable[str]) -> list[str]:
    """The titles, among these obligations, of the advice, rights and reminders that apply here."""
    living = _living(context, ids)
    return [s.obligation.title for s in living if s.obligation.nature not in _NOT_QUOTED]


def _living(context: Context, ids: Iterable[str]) -> list[ObligationState]:
    """Each once, in their order, without those that do not concern this collectivité."""
    states = {s.obligation.id: s for s in context.content.obligations if s.state != "sans_objet"}
    return [states[key] for key in dict.fromkeys(ids) if key in states]


def _table(context: Context, state: str, states: list[ObligationState]) -> None:
    story, words = context.story, context.words
    story.need(130)
    story.heading(2, words.raw(f"obligations.titre_{state}"))
    head = [words.raw(f"colonnes.{key}") for key in ("obligation", "texte")]
    story.table(head, [_row(context, s) for s in states], (1.55, 1))


def _list(context: Context, state: str, states: list[ObligationState]) -> None:
    """What asks nothing today: the same, more shortly."""
    context.story.heading(2, context.words.raw(f"obligations.titre_{state}"))
    lines = [
        join([bold(f"{s.obligation.title} :"), s.obligation.what, _text(context, s)])
        for s in states
    ]
    context.story.items(lines, "Step")


def _row(context: Context, state: ObligationState) -> list[Cell]:
    story, obligation = context.story, state.obligation
    about = [
        story.cell_text(bold(obligation.title)),
        story.cell_text(obligation.what),
    ]
    it = context.content.snapshot
    key = nature_of(obligation, it.authority, it.facts)
    nature = bold(f"{context.words.raw(f'natures.{key}')}.")
    # under «À faire, d’après vos réponses», the reason would be the title again
    because = "" if state.state == "non_remplie" else state.because
    said = [nature, _sentence(obligation.who) if obligation.who else "", because]
    about.append(story.cell_text(join([part for part in said if part]), "CellNote"))
    return [about, [story.cell_text(_text(context, state), "CellNote")]]


def _text(context: Context, state: ObligationState) -> str:
    """Reference, date, and whether the text was read, in part, or told from memory."""
    words, obligation = context.words, state.obligation
    parts: list[str] = [obligation.reference]
    if date := written_date(obligation.date):
        parts.append(words("obligations.date", date=date))
    status, read_on = proof_of(obligation.status), day_from_iso(obligation.checked_on)
    if status == "vu" and read_on:  # nothing to warn of: one short sentence
        parts.append(words("obligations.relu", date=read_on))
    else:
        parts.append(words(f"preuves.{status}"))
        if read_on:
            parts.append(words("obligations.verifie", date=read_on))
    if obligation.to_check:
        parts.append(words("obligations.a_verifier", point=obligation.to_check))
    return join([_sentence(part) for part in parts if part])


def _sentence(text: str) -> str:
    """With the full stop that it may lack; markup stays markup."""
    return text if text.endswith((".", "…", "?", "!")) else join([text, "."], "")
