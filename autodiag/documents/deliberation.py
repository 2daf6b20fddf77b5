# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The draft délibération that adopts the roadmap: only what the public edition says, which is its
one annex. No score, no answer, no measure of security."""

import re
from collections.abc import Iterator

from autodiag.documents.facts import Facts, sure
from autodiag.documents.head import before, begin, own_actions, sign
from autodiag.documents.sheet import Cell, Sheet
from autodiag.documents.styles import ABOUT, BODY, CELL, CELL_NOTE, GAP, SIGNATURE
from autodiag.documents.words import Said, Words, joined, text_of
from autodiag.model.roadmap import BINDING, Obligation, PlannedAction
from autodiag.roadmap.planned_words import time_said
from autodiag.text.numbers import day, day_from_iso
from autodiag.text.sentences import unstarred
from autodiag.text.typography import NARROW, capitalised

_NUMBER = re.compile(r"\d{2,4}-\d+")
_DECIDED = re.compile(r"(Conseil d’État), (\d.*)")
_NEXT = f"{NARROW}; "
_SEANCE = ("date", "numero", "convocation", "membres", "presents", "excuses", "secretaire")


def write_deliberation(facts: Facts) -> bytes:
    """`facts` are of the public edition."""
    words = facts.words
    sheet = begin(facts, "deliberation")
    subject = "titre.objet_sans_action" if facts.empty else "titre.objet"
    sheet.title(words("titres.deliberation"), words(subject))
    dated = day_from_iso(facts.content.knowledge.dated)
    legal = words("avant.juridique", relu=dated)
    sheet.box(
        before(facts, words("avant.annexe"), *own_actions(facts), legal, *_then(facts), law=True)
    )
    sheet.heading(1, words("seance.titre"))
    for key in (*_SEANCE, "rapporteur"):
        sheet.text(words(f"seance.{key}", seance=facts.seance), BODY)
    sheet.heading(1, words("vu.titre"))
    sheet.items(_seen(facts))
    sheet.heading(1, words("considerant.titre"))
    keys = ("securite", "rien") if facts.empty else ("estimations", "securite")
    sheet.items(words(f"considerant.{key}") for key in ("service", "methode", *keys, "autre"))
    sheet.heading(1, words("decide.titre"))
    sheet.text(words("decide.apres", conseil=facts.own("le_conseil")))
    sheet.items(_decided(facts), numbered=True)
    sheet.heading(1, words("vote.titre"))
    sheet.text(words("vote.resultat"))
    _actions(sheet, facts)
    _annex(sheet, facts)
    _signed(sheet, facts)
    _to_check(sheet, facts)
    return sheet.data()


def _seen(facts: Facts) -> Iterator[Said]:
    words, plan = facts.words, facts.content.roadmap
    yield words("vu.code")
    for obligation in _texts(facts):
        said = words(
            "vu.texte", texte=read_after_vu(words, obligation.reference), titre=obligation.title
        )
        yield said if sure(obligation) else joined(said, words("vu.a_verifier"))
    yield words(f"vu.diagnostic_{facts.progress}", date=facts.assessed_on)
    if plan is not None and not facts.empty:
        yield words("vu.plan", date=day_from_iso(plan.made_on))


def read_after_vu(words: Words, reference: str) -> str:
    """«la loi n° 2004-575…; le décret…» for «Loi 2004-575…; décret…»: only the first words of each
    change."""
    return _NEXT.join(_one_read(words, one) for one in reference.rstrip(".").split(_NEXT))


def _one_read(words: Words, reference: str) -> str:
    if decided := _DECIDED.match(reference):
        return words.raw("debuts.decision", juge=decided[1], reste=decided[2])
    first, *others = reference.split(maxsplit=1)
    key = f"debuts.{first.capitalize()}"
    if not others or not words.has(key):
        return reference
    rest = others[0]
    if _NUMBER.match(rest):
        rest = words.raw("debuts.numero", numero=rest)
    return f"{words.raw(key)} {rest}"


def _texts(facts: Facts) -> list[Obligation]:
    """The duties that the actions shown clear, whatever is answered: else the list would tell
    which are not met."""
    told = (state.obligation for state in facts.content.obligations)
    may_bind = [one for one in told if one.nature in BINDING]
    shown = {one.id for _, planned in facts.horizons() for one in planned}
    return [one for one in may_bind if shown.intersection(one.cleared_by)]


def _unsure(facts: Facts) -> list[Obligation]:
    return [one for one in _texts(facts) if not sure(one)]


def _signed(sheet: Sheet, facts: Facts) -> None:
    """Who presided, who kept the record; then what makes the act take effect."""
    words = facts.words
    sign(sheet, facts, when=facts.seance, office=capitalised(text_of(facts.own("chef"))))
    for said in ("", words("signature.secretaire"), "", words("blancs.secretaire")):
        sheet.text(said, SIGNATURE)
    sheet.lead("", GAP)
    for key in ("transmise", "publiee"):
        sheet.text(words(f"signature.{key}", date=words("blancs.date")), BODY)


def _to_check(sheet: Sheet, facts: Facts) -> None:
    """What is still to be checked of the texts quoted, after the document and not inside it."""
    words, doubtful = facts.words, _unsure(facts)
    if not doubtful:
        return
    sheet.text("", GAP)
    told: list[Said] = [words("verifier.titre")]
    for one in doubtful:
        told.append(words("verifier.texte", titre=one.title))
        if one.status != "vu":
            told.append(words("verifier.preuve", preuve=facts.proof(one)))
        if one.to_check:
            told.append(words("verifier.point", point=one.to_check))
    sheet.box(told)


def _decided(facts: Facts) -> list[Said]:
    words = facts.words
    if facts.empty:
        keys = ["sans_action" if facts.answered else "sans_reponse"]
    else:
        keys = ["adopter", "suivre", "rendre_compte", "demander", "depenses"]
    rien = facts.nothing_shown
    return [words(f"decide.{key}", chef=facts.own("chef"), rien=rien) for key in keys]


def _actions(sheet: Sheet, facts: Facts) -> None:
    """The table of the public edition, without a total: it would tell how much is not shown."""
    words = facts.words
    sheet.heading(1, words("actions.titre"))
    if facts.empty:
        sheet.text(f"{facts.nothing_shown}.")
        return
    sheet.lead(words("actions.intro"))
    head = [words.raw(f"colonnes.{key}") for key in ("action", "qui", "temps", "cout")]
    for horizon, actions in facts.horizons():
        if not actions:
            continue
        period = facts.period(horizon)
        sheet.heading(2, period)
        rows: list[list[Cell]] = [
            [
                _named(facts, one),
                facts.who(one.id),
                time_said(one),
                facts.cost(one),
            ]
            for one in actions
        ]
        sheet.table(head, rows, (46, 23, 13, 18), words.raw("plan.tableau", periode=period))
    sheet.text(unstarred(facts.sentences("diffusion.mesures")), ABOUT)


def _named(facts: Facts, one: PlannedAction) -> Cell:
    """Its title, and what of it this very vote carries out."""
    if not facts.voted(one):
        return facts.named(one)
    return [(facts.named(one), CELL), (facts.words("vote.deliberation"), CELL_NOTE)]


def _then(facts: Facts) -> list[Said]:
    """What is to be marked done once it is voted."""
    planned = (one for _, actions in facts.horizons() for one in actions)
    titles = [facts.title(one) for one in planned if facts.voted(one)]
    return [facts.words("vote.ensuite", titre=title) for title in titles]


def _annex(sheet: Sheet, facts: Facts) -> None:
    words = facts.words
    title, when = words.raw("annexe.nom"), day(facts.content.today)
    sheet.heading(1, words("annexe.titre"))
    sheet.text(words("annexe.seule", titre=title, date=when))
    sheet.text(words("annexe.fichier", fichier=f"{words.raw('fichiers.annexe')}.pdf"), ABOUT)
