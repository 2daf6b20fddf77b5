# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The article for the bulletin: kind, without score nor rank, only what the public edition says."""

from autodiag.documents.facts import Facts
from autodiag.documents.head import before, begin, own_actions
from autodiag.documents.sheet import Sheet
from autodiag.documents.words import Said
from autodiag.model.roadmap import PlannedAction
from autodiag.text.numbers import day

_FIRST, _NEXT = 4, 3
"""How many actions are told with their reason, and how many are named after."""


def write_article(facts: Facts) -> bytes:
    """`facts` are of the public edition."""
    words = facts.words
    nothing = [words("avant.rien", rien=facts.nothing_shown)] if facts.empty else []
    sheet = begin(facts, "article")
    sheet.title(words("titre.objet"))
    sheet.box(before(facts, words("avant.public"), *own_actions(facts), *nothing))
    sheet.text(words("article.chapo", nous=facts.own("nous")))
    sheet.text(words("article.photo"))
    _done(sheet, facts)
    _coming(sheet, facts)
    sheet.heading(1, words("article.aide_titre"))
    sheet.text(words("article.aide"))
    sheet.text(words("article.lire"))
    return sheet.data()


def _done(sheet: Sheet, facts: Facts) -> None:
    words, seance = facts.words, facts.papers.typed.seance
    sheet.heading(1, words("article.fait_titre"))
    sheet.text(words(f"article.{facts.progress}", date=facts.assessed_on))
    sheet.text(words("article.fait_themes"))
    shown = {theme.theme for theme in facts.content.result.themes}
    themes = facts.snapshot.questionnaire.themes
    sheet.items(theme.subtitle or theme.title for theme in themes if theme.id in shown)
    if facts.empty:
        return
    council = facts.own("conseil")
    if seance:
        sheet.text(words("article.conseil_seance", conseil=council, seance=day(seance)))
    else:
        sheet.text(words("article.conseil_blanc", conseil=council))


def _coming(sheet: Sheet, facts: Facts) -> None:
    words = facts.words
    actions = [one for _, planned in facts.horizons() for one in planned]
    # the council’s vote is told above: it is not to come
    planned = [one for one in actions if not facts.voted(one)] or actions
    sheet.heading(1, words("article.suite_titre"))
    if not planned:
        sheet.text(words("article.rien", rien=facts.nothing_shown))
        return
    sheet.text(words("article.suite_intro"))
    for one in planned[:_FIRST]:
        sheet.items([_told(facts, one)])
    if later := planned[_FIRST : _FIRST + _NEXT]:
        sheet.lead(words("article.ensuite"))
        sheet.items(_named(facts, one) for one in later)
    sheet.text(words("article.calme"))


def _told(facts: Facts, one: PlannedAction) -> Said:
    action = facts.action(one.id)
    title = _named(facts, one)
    if action is None or one.kind != "action" or not facts.fits(action.why):
        return facts.words("article.action_seule", titre=title)
    return facts.words("article.action", titre=title, pourquoi=action.why)


def _named(facts: Facts, one: PlannedAction) -> Said:
    """Without its full stop: the sentence has its own."""
    said = facts.named(one)
    return said.rstrip(".") if isinstance(said, str) else said
