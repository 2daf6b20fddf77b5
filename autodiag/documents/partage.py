# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The letter that asks the EPCI or the OPSN for help on what can be shared: titles and dates of
actions, no answer and no score."""

from collections.abc import Sequence

from autodiag.documents.facts import Facts
from autodiag.documents.head import addressed, begin_letter, sign
from autodiag.documents.sheet import Cell, Sheet
from autodiag.documents.words import Piece, Said, joined
from autodiag.model.roadmap import PlannedAction
from autodiag.text.numbers import count
from autodiag.text.typography import plain

Row = tuple[Said, str]
"""An action, and when."""
_FEW = 5
"""How many actions one dares to ask for at once; the others are a sentence."""
_NAMED = 2
"""How many of those others are told by their names."""
_NO_ROOM = ("trop_grande", "trop_chere", "capacite", "argent")
"""Why the plan leaves out what there are no days or euros for."""


def write_partage(facts: Facts) -> bytes:
    """What is asked for, in two short tables that leave room for the answer."""
    words = facts.words
    asked, shared = _asked(facts), _shared(facts)
    services = _services(facts, shared)
    rows = [(facts.named(one), facts.due(one)) for one in services]
    useless = () if asked or shared else (words("avant.inutile"),)
    sheet = begin_letter(facts, "partage", words("avant.securite"), *useless, plan=True)
    addressed(sheet, facts, _addressee(facts), words("lettre.adresse"))
    sheet.text(words("lettre.bonjour"))
    sheet.text(
        joined(words(f"diagnostic.{facts.progress}", date=facts.assessed_on), words("lettre.intro"))
    )
    if asked or rows:
        sheet.text(words("lettre.demande"))
    _table(sheet, facts, "confier", asked)
    _table(sheet, facts, "partager", rows)
    if others := [one for one in shared if one not in services]:
        sheet.text(_others(facts, others))
    else:
        sheet.text(words("lettre.autrement"))
    for key in ("contact", "delai", "merci"):
        sheet.text(words(f"lettre.{key}"))
    sign(sheet, facts)
    return sheet.data()


def _addressee(facts: Facts) -> Said:
    words, authority = facts.words, facts.snapshot.authority
    if authority.kind == "epci":
        return words("lettre.destinataire_epci")
    if name := plain(authority.epci_name):
        return words("lettre.destinataire", nom=name)
    return words("lettre.destinataire_blanc")


def _others(facts: Facts, others: Sequence[PlannedAction]) -> Said:
    """What can be shared too: the first by their names, so that it can be answered."""
    words, more = facts.words, len(others) - _NAMED
    named: list[Piece] = []
    for rank, one in enumerate(few := others[:_NAMED]):
        parted = "" if not rank else " et " if rank == len(few) - 1 else ", "
        named.append(Piece(parted))
        named += words("lettre.reste_action", titre=facts.named(one))
    said = words("lettre.reste", actions=tuple(named))
    left = words("lettre.reste_liste", nombre=count(more, "autre")) if more > 0 else ""
    return joined(said, left, words("lettre.reste_suffit"))


def _asked(facts: Facts) -> list[Row]:
    """The requests that the user retained, then what is shared before all and finds no room."""
    asked = [(one.id, facts.due(one)) for one in _planned(facts, "request")]
    plan, first = facts.content.roadmap, _named(facts, "d_abord")
    left_out = plan.left_out if plan else ()
    asked += [(o.action, "") for o in left_out if o.action in first and o.code in _NO_ROOM]
    known = ((facts.action(name), when) for name, when in asked)
    return [(facts.adapted(action.title), when) for action, when in known if action]


def _shared(facts: Facts) -> list[PlannedAction]:
    """What the roadmap holds and can be shared with neighbours."""
    planned = _planned(facts, "action")
    return [one for one in planned if (action := facts.action(one.id)) and action.shareable]


def _services(facts: Facts, shared: Sequence[PlannedAction]) -> list[PlannedAction]:
    """The few to ask for: what is shared before all, then the first services of the plan, each paid
    every year to who serves several."""
    first, served = _named(facts, "d_abord"), _named(facts, "assurent")
    before = [one for one in shared if one.id in first]
    services = [
        one
        for one in shared
        if (action := facts.action(one.id))
        and one not in before
        and action.yearly_cost.high
        and action.partners[:1]
        and action.partners[0] in served
    ]
    return [*before, *services][:_FEW]


def _named(facts: Facts, key: str) -> list[str]:
    """Identifiers that the words of this letter hold."""
    return facts.words.raw(f"partage.{key}").split()


def _planned(facts: Facts, kind: str) -> list[PlannedAction]:
    return [one for _, actions in facts.horizons() for one in actions if one.kind == kind]


def _table(sheet: Sheet, facts: Facts, key: str, rows: list[Row]) -> None:
    words = facts.words
    if not rows:
        return
    sheet.heading(1, words(f"lettre.{key}"))
    if words.has(f"lettre.{key}_intro"):
        sheet.text(words(f"lettre.{key}_intro"))
    head = [words.raw(f"colonnes.{name}") for name in ("action", "quand", "reponse")]
    lines: list[list[Cell]] = [
        [title, when or words.raw("lettre.sans_date"), ""] for title, when in rows
    ]
    sheet.table(head, lines, (50, 18, 32), words.raw(f"lettre.tableau_{key}"))
