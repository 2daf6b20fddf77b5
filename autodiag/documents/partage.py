# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The letter that asks the EPCI or the OPSN for help on what can be shared: titles and dates of
actions, no answer and no score."""

from autodiag.documents.facts import Facts
from autodiag.documents.head import addressed, begin_letter, sign
from autodiag.documents.sheet import Cell, Sheet
from autodiag.documents.words import Said, joined
from autodiag.text.typography import plain

LEFT_TO_EPCI = "epci"
"""Why the plan leaves out what would be useful, and is not for a collectivité of this size."""


def write_partage(facts: Facts) -> bytes:
    """What is asked for, in two tables that leave room for the answer."""
    words = facts.words
    asked, shared = _asked(facts), _shared(facts)
    useless = () if asked or shared else (words("avant.inutile"),)
    sheet = begin_letter(facts, "partage", words("avant.securite"), *useless, plan=True)
    addressed(sheet, facts, _addressee(facts), words("lettre.adresse"))
    sheet.text(words("lettre.bonjour"))
    sheet.text(
        joined(words(f"diagnostic.{facts.progress}", date=facts.assessed_on), words("lettre.intro"))
    )
    if asked or shared:
        sheet.text(words("lettre.demande"))
    _table(sheet, facts, "confier", asked)
    _table(sheet, facts, "partager", shared)
    for key in ("autrement", "contact", "delai", "merci"):
        sheet.text(words(f"lettre.{key}"))
    sign(sheet, facts, dated=False)
    return sheet.data()


def _addressee(facts: Facts) -> Said:
    words, authority = facts.words, facts.snapshot.authority
    if authority.kind == "epci":
        return words("lettre.destinataire_epci")
    if name := plain(authority.epci_name):
        return words("lettre.destinataire", nom=name)
    return words("lettre.destinataire_blanc")


def _asked(facts: Facts) -> list[tuple[str, str]]:
    """The requests retained, then what this size leaves to the EPCI: title, and when."""
    found = {
        one.id: facts.due(one)
        for _, actions in facts.horizons()
        for one in actions
        if one.kind == "request"
    }
    plan = facts.content.roadmap
    for left in plan.left_out if plan else ():
        if left.code == LEFT_TO_EPCI:
            found.setdefault(left.action, "")
    catalogue = facts.content.knowledge.actions.actions
    return [(catalogue[name].title, when) for name, when in found.items() if name in catalogue]


def _shared(facts: Facts) -> list[tuple[str, str]]:
    """What the roadmap holds and can be shared with neighbours."""
    return [
        (facts.title(one), facts.due(one))
        for _, actions in facts.horizons()
        for one in actions
        if one.kind == "action" and (action := facts.action(one.id)) and action.shareable
    ]


def _table(sheet: Sheet, facts: Facts, key: str, rows: list[tuple[str, str]]) -> None:
    words = facts.words
    if not rows:
        return
    sheet.heading(1, words(f"lettre.{key}"))
    sheet.text(words(f"lettre.{key}_intro"))
    head = [words.raw(f"colonnes.{name}") for name in ("action", "quand", "reponse")]
    lines: list[list[Cell]] = [
        [title, when or words.raw("lettre.sans_date"), ""] for title, when in rows
    ]
    sheet.table(head, lines, (50, 18, 32), words.raw(f"lettre.tableau_{key}"))
