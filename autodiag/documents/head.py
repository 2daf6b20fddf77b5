# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How each document begins and ends: whose it is, what to know before using it, who signs."""

from autodiag.documents.facts import Facts
from autodiag.documents.papers import DocumentId
from autodiag.documents.sheet import About, Sheet
from autodiag.documents.styles import ADDRESSEE, OBJECT, SENDER, SIGNATURE
from autodiag.documents.words import Piece, Said, isolated
from autodiag.text.numbers import day
from autodiag.text.typography import plain

_FOOT = 70
"""Characters of a name at the foot of a page."""


def begin(facts: Facts, document: DocumentId) -> Sheet:
    """An empty document with its properties, its foot, and whose it is."""
    words, authority, today = facts.words, facts.snapshot.authority, facts.content.today
    title = words.raw(f"titres.{document}")
    subject = words.raw("titre.objet", seance=facts.seance)
    sheet = Sheet(About(f"{title} · {facts.name}", facts.name, subject, today))
    if facts.papers.typed.logo:
        sheet.logo(facts.papers.typed.logo, words.raw("identite.logo", nom=facts.name))
    sheet.text(words("identite.nom", nom=facts.name), SENDER)
    if authority.department:
        sheet.text(words("identite.departement", nom=authority.department), SENDER)
    name = (Piece(isolated(plain(facts.name, _FOOT))),)
    foot = words("identite.pied", nom=name, titre=title)
    sheet.footer(foot, words.raw("identite.page"), words.raw("identite.sur"))
    return sheet


def before(facts: Facts, *own: Said, plan: bool = True, law: bool = False) -> list[Said]:
    """What stands in the frame: to read first, then to take away. `plan`: whether the document
    rests on the roadmap; `law`: whether it quotes texts."""
    words = facts.words
    said: list[Said] = [words("avant.projet", date=day(facts.content.today)), *own]
    if not facts.answered:
        said.append(words("avant.vide"))
    elif plan and not facts.papers.content.plan_is_current:
        said.append(words("avant.perimee"))
    if plan and facts.kind == "autre" and not facts.empty:
        said.append(words("avant.lire_autre"))
    if law and facts.kind != "commune":
        said.append(words("avant.textes"))
    return said


def own_actions(facts: Facts) -> list[Said]:
    """The titles that the collectivité typed and that are printed as they are, to be read again:
    nobody else knows whether one tells of security."""
    planned = (one for _, actions in facts.horizons() for one in actions)
    typed = [facts.words("avant.ajoutee", titre=facts.title(o)) for o in planned if o.kind == "own"]
    return [facts.words("avant.ajoutees"), *typed] if typed else []


def begin_letter(facts: Facts, document: DocumentId, *own: Said, plan: bool) -> Sheet:
    """The same for a letter: what to know first stands above whom it is sent to."""
    sheet = begin(facts, document)
    sheet.text("", SENDER)
    sheet.box(before(facts, *own, plan=plan))
    return sheet


def addressed(sheet: Sheet, facts: Facts, *lines: Said) -> None:
    """To whom a letter is sent, from where and when."""
    sheet.lines(lines, ADDRESSEE)
    sheet.text("", SENDER)
    sheet.text(_made(facts, "lettre", facts.words("blancs.date")), ADDRESSEE)
    sheet.text("", SENDER)
    sheet.text(facts.words("titre.objet"), OBJECT)


def sign(sheet: Sheet, facts: Facts, *, when: Said = "", office: Said = "") -> None:
    """Where, when, who. `when`: empty where the document has said it; `office`: of who signs where
    nobody typed it."""
    words, typed = facts.words, facts.papers.typed
    sheet.hold()
    sheet.lead("", SENDER)
    if when:
        sheet.text(_made(facts, "fait", when), SIGNATURE)
    sheet.text(plain(typed.office) or office or words("blancs.fonction"), SIGNATURE)
    sheet.text("", SIGNATURE)
    sheet.text(plain(typed.signatory) or words("blancs.nom"), SIGNATURE)


def _made(facts: Facts, key: str, when: Said) -> Said:
    place = plain(facts.papers.typed.place) or facts.words("blancs.lieu")
    return facts.words(f"signature.{key}", lieu=place, date=when)
