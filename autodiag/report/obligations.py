# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The obligations by state: what they ask, their text, and how sure we are of it (contract R7)."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from autodiag.model.roadmap import BINDING, Obligation, ObligationState
from autodiag.report.context import Context
from autodiag.report.duties_left import behind
from autodiag.report.flow import columns
from autodiag.report.grouped import Group, grouped_table
from autodiag.report.markup import Markup, bold, join, link, markup
from autodiag.report.story import Cell
from autodiag.roadmap.cleared import TO_UPDATE
from autodiag.text.duties import group_of, nature_of, proof_of, written_date
from autodiag.text.numbers import day_from_iso
from autodiag.text.typography import NARROW, NO_BREAK

_MOST_UNSURE = 6
"""Beyond, those to check leave the table: without the facts, nearly all of them are."""
_ASIDE = r"\s*\([^()]*à vérifier\)"
"""What whoever wrote the content still meant to look up."""
_SHORT, _TITLES = ("progres",), ("rappel", "remplie", "sans_objet")


def print_obligations(context: Context) -> None:
    """A table of what is to be done or checked, then the others in columns, more shortly."""
    story, words, states = context.story, context.words, context.content.obligations
    story.section(words.raw("titres.obligations"), "obligations", 200)
    story.text(words(f"obligations.avis{'_public' if context.content.public else ''}"), "Entry")
    if (kind := context.content.snapshot.authority.kind) != "commune":
        story.text(words(f"obligations.avis_{'epci' if kind == 'epci' else 'autre'}"), "Entry")
    if not states:
        story.text(words("obligations.aucune"))
        return
    if context.content.public:
        _unread(context, states)
        return
    story.text(words("obligations.legende"), "Note")
    groups: list[Group] = []
    late = behind(context.content)
    unsure = [s for s in states if group_of(s) == "a_verifier"]
    tabled = ("non_remplie",) if len(unsure) > _MOST_UNSURE else ("non_remplie", "a_verifier")
    for group in tabled:
        if own := [s for s in states if group_of(s) == group]:
            title = words.raw(f"obligations.titre_{group}")
            rows = [_row(context, s, late=s.obligation.id in late) for s in own]
            groups.append(Group(title, rows))
    if groups:
        head = [words.raw(f"colonnes.{key}") for key in ("obligation", "texte")]
        grouped_table(story, head, groups, (1.3, 1))
    _others(context, states, [] if "a_verifier" in tabled else unsure)


def _unread(context: Context, states: Iterable[ObligationState]) -> None:
    """Those that may concern the collectivité, without what its answers say of them."""
    story, words = context.story, context.words
    binding = [s for s in states if s.obligation.nature in BINDING]
    others = [s for s in states if s.obligation.nature not in BINDING]
    with columns(story, 2):
        for key, own in (("devoirs", binding), ("autres", others)):
            if own:
                story.heading(2, words.raw(f"obligations.titre_{key}"), style="H3")
            for state in own:
                nature = bold(_sentence(_nature(context, state)))
                story.text(join([_short(context, state), nature]), "Fact")


def _others(
    context: Context, states: Iterable[ObligationState], unsure: list[ObligationState]
) -> None:
    """The many that nobody is sure of, what asks nothing today, the titles of what is outside."""
    story, words = context.story, context.words
    with columns(story, 2):
        if unsure:
            story.heading(2, words.raw("obligations.titre_a_verifier"), style="H3")
        for state in unsure:
            nature = bold(_sentence(_nature(context, state)))
            story.text(join([_short(context, state), nature, state.because]), "Fact")
        for group in (*_SHORT, *_TITLES):
            own = [s for s in states if group_of(s) == group]
            if not own:
                continue
            story.heading(2, words.raw(f"obligations.titre_{group}"), style="H3")
            short = group in _SHORT
            for line in [_short(context, s) for s in own] if short else _titles(context, own):
                story.text(line, "Fact")


def duties(context: Context, ids: Iterable[str]) -> list[str]:
    """The titles, among these obligations, of the duties that may bind this collectivité."""
    return [one.title for one in _binding(context, ids)]


def referenced_duties(context: Context, ids: Iterable[str]) -> list[str]:
    """The same, each with its legal reference, whether its text was read, and when."""
    named: list[str] = []
    for one in _binding(context, ids):
        proof = _proof(context, one)
        read = f"{proof[0].lower()}{proof[1:]}"
        named.append(f"{one.title} ({one.reference.rstrip('.')}{NARROW}; {read})")
    return named


def _binding(context: Context, ids: Iterable[str]) -> list[Obligation]:
    """Each once, in their order, without those that do not concern this collectivité."""
    states = {s.obligation.id: s for s in context.content.obligations if s.state != "sans_objet"}
    living = [states[key].obligation for key in dict.fromkeys(ids) if key in states]
    return [one for one in living if one.nature in BINDING]


def _row(context: Context, state: ObligationState, *, late: bool) -> list[Cell]:
    """`late`: what is done clears it, the answer does not say so yet."""
    story, obligation = context.story, state.obligation
    nature = bold(_sentence(_nature(context, state)))
    # under «À faire, d’après vos réponses», the reason would be the title again
    because = "" if state.state == "non_remplie" else state.because
    who = _sentence(obligation.who) if obligation.who else ""
    update = bold(f"{TO_UPDATE}.") if late else ""
    parts = (update, _sentence(obligation.what), nature, who, because)
    said = [part for part in parts if part]
    about = [story.cell_text(bold(obligation.title), "Row"), story.cell_text(join(said), "Row")]
    read = _sentence(join([_proof(context, obligation), *_read_on(context, obligation)], ""))
    text = join([_text(context, obligation), read])
    return [about, [story.cell_text(text, "RowNote")]]


def _nature(context: Context, state: ObligationState) -> str:
    it = context.content.snapshot
    key = nature_of(state.obligation, it.authority, it.facts)
    return context.words.raw(f"natures.{key}")


def _short(context: Context, state: ObligationState) -> str:
    """In one paragraph; what was read in full is not said to be."""
    one = state.obligation
    proof = "" if proof_of(one.status) == "vu" else _sentence(_proof(context, one))
    parts = [bold(_sentence(one.title)), one.what, _text(context, one), proof]
    return join([part for part in parts if part])


def _titles(context: Context, states: list[ObligationState]) -> list[str]:
    """What asks nothing today: its title and text in short, and what is still open about it."""
    apart = [s.obligation for s in states if _open(s.obligation) and s.state != "sans_objet"]
    plain = [s.obligation for s in states if s.obligation not in apart]
    lines = [_sentence(f"{NARROW}; ".join(one.title for one in plain))] if plain else []
    points = [join([bold(_sentence(one.title)), _to_check(context, one)]) for one in apart]
    return [*lines, *points]


def _text(context: Context, obligation: Obligation) -> Markup:
    """Reference, date, and what is still to be checked about it."""
    parts: list[str] = [re.sub(_ASIDE, "", obligation.reference)]
    date = written_date(re.sub(_ASIDE, "", obligation.date))
    if any(sign.isdigit() for sign in date):  # « en vigueur » adds nothing to a text
        parts.append(context.words("obligations.date", date=date))
    if _open(obligation):
        parts.append(_to_check(context, obligation))
    return join([_sentence(part) for part in parts if part])


def _open(obligation: Obligation) -> bool:
    """Whether what is still to be checked about it may change what is to be done."""
    sure = obligation.status == "vu" or obligation.nature not in BINDING
    return bool(obligation.to_check) and not sure


def _to_check(context: Context, obligation: Obligation) -> Markup:
    return context.words("obligations.a_verifier", point=_sentence(obligation.to_check))


def _proof(context: Context, obligation: Obligation) -> str:
    """Whether the text was read, in part, or told from memory, and when."""
    said = context.words.raw(f"preuves.{proof_of(obligation.status)}")
    read_on = day_from_iso(obligation.checked_on)
    return f"{said}, {read_on}" if read_on else said


def _read_on(context: Context, obligation: Obligation) -> list[Markup]:
    """«: site, site»: each name leads to the page that was read; those of the State alone, the
    others are how its texts were reached."""
    known = context.content.knowledge.sources
    official = tuple(f".{site}" for site in context.words.raw("obligations.sites").split())
    found = (re.match(r"https?://\S+", known.get(source, "")) for source in obligation.sources)
    sites: dict[str, str] = {}
    for one in found:
        site = urlsplit(one[0]).netloc.removeprefix("www.") if one else ""
        if one and f".{site}".endswith(official):
            sites.setdefault(site, one[0])
    links = [link(address, site) for site, address in sites.items()]
    return [markup(f"{NO_BREAK}: "), join(links, ", ")] if links else []


def _sentence(text: str) -> str:
    """With the full stop that it may lack; markup stays markup."""
    return text if text.endswith((".", "…", "?", "!")) else join([text, "."], "")
