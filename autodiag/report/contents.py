# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is inside the document, how to read it, and what the public edition keeps to itself."""

from fractions import Fraction

from reportlab.platypus import Spacer

from autodiag.charts.marks import level_picture
from autodiag.charts.range_bars import bare_bar
from autodiag.model.condition import facts_in, holds
from autodiag.model.result import Range
from autodiag.report.blocks import Block, Columns
from autodiag.report.context import Context
from autodiag.report.markup import Markup, bold, join
from autodiag.report.panels import Cards, Row
from autodiag.report.story import NO_SIGN
from autodiag.report.styles import GUTTER
from autodiag.scoring.change_words import title
from autodiag.text.numbers import listing

SECTIONS = (
    "synthese",
    "lire",
    "profil",
    "themes",
    "depuis",
    "comparaison",
    "obligations",
    "feuille_de_route",
    "fiches",
    "questions",
    "methode",
    "glossaire",
    "sources",
)
"""The keys of the first-level headings, in order; also the keys of their titles."""
UNSCORED = ("lire", "reponses", "depuis", "comparaison", "glossaire", "sources")
"""The same where the questionnaire gives no score."""
UNSCORED_PUBLIC = ("lire", "comparaison", "questions", "glossaire", "sources")
"""Of that, what anyone may read: the questions, without the answers."""


def print_contents(context: Context) -> None:
    """The contents, then how to read scores, hatches, levels and figures."""
    story, words = context.story, context.words
    story.new_page()
    story.heading(1, words.raw("titres.lire"), "lire")
    public = context.content.public
    unscored = UNSCORED_PUBLIC if public else UNSCORED
    keys = unscored if context.unscored else SECTIONS
    entries = [(key, words.raw(f"titres.{key}")) for key in keys if key not in ("lire", "depuis")]
    if context.content.since is not None and "depuis" in keys:
        after = keys.index("depuis") - 1
        entries.insert(after, ("depuis", title(context.content.since)))
    story.contents(entries)
    if public:
        _kept_back(context)
    story.heading(2, words.raw("titres.comment_lire"))
    if context.unscored:
        _answers_alone(context)
    else:
        for key in words.section("lire"):
            story.text(words(f"lire.{key}"))
        _signs(context)
        _scale(context)
    if not public:
        _facts(context)


def _answers_alone(context: Context) -> None:
    """How to read answers that no score sums up, and which questionnaire asked them."""
    story, words = context.story, context.words
    asked = context.content.snapshot.questionnaire
    for key in ("lire_sans_score.sans_score", "lire_sans_score.inconnue", "lire.ailleurs"):
        story.text(words(key))
    story.heading(2, words.raw("titres.questionnaire"))
    story.text(asked.summary)
    version = words("calcul.version_sans_score", numero=str(asked.version))
    story.text(join([version, words("calcul.fait_avec", version=context.content.version)]), "Note")


def _signs(context: Context) -> None:
    """A bar as the pages draw them, beside what it means."""
    story, words = context.story, context.words
    span = Range(Fraction(3, 2), Fraction(5, 2))
    with story.apart() as bar:
        story.decoration(bare_bar(context.look, span, 150, 10))
    with story.apart() as said:
        story.text(words("signes.barre"), "Note")
    story.flow.append(Row([bar, said], [165, 0], middle=True))


def _scale(context: Context) -> None:
    """The five levels of the questionnaire, each with the pips that show it."""
    story, words = context.story, context.words
    scale = context.content.snapshot.questionnaire.scale
    story.heading(2, words.raw("titres.echelle"))
    blocks: list[Block] = []
    with story.inside("L", NO_SIGN):
        for level, text in enumerate(scale):
            with story.apart() as mark:
                story.decoration(level_picture(context.look, level))
            with story.apart() as said, story.inside("LI"), story.inside("LBody"):
                story.text(join([bold(f"Niveau {level} :"), text]), "Cell")
            blocks.append([Row([mark, said], [34, 0], middle=True), Spacer(1, 4)])
    story.flow.append(Columns(blocks, 2, GUTTER))


def _facts(context: Context) -> None:
    """What was declared of the collectivité, on which questions and obligations rest."""
    story, words, content = context.story, context.words, context.content
    facts_told = [*content.knowledge.facts.values()]
    if context.unscored:  # it leads to no obligation: only its own questions rest on facts
        asked = content.snapshot.questionnaire.questions.values()
        useful = {fact for q in asked if q.applicable for fact in facts_in(q.applicable)}
        facts_told = [fact for fact in facts_told if fact.id in useful]
    if not facts_told:
        return
    story.heading(2, words.raw("titres.faits"))
    lines: list[Markup] = []
    authority, facts = content.snapshot.authority, content.snapshot.facts
    for fact in facts_told:
        # what was not to be asked is neither known nor missing
        if fact.asked_if and holds(fact.asked_if, authority, facts) is False:
            continue
        text = fact.read_by(authority.kind)
        known = facts.get(fact.id)
        key = "inconnu" if known is None else "oui" if known else "non"
        lines.append(join([text, bold(words.raw(f"faits.{key}"))]))
    with story.apart() as items:
        story.items(lines, "Step")
    story.flow.append(Columns([[item] for item in items], 2, GUTTER))


def _kept_back(context: Context) -> None:
    """What the public edition does not say, once and kindly."""
    story, words, kept_back = context.story, context.words, context.kept_back
    with story.apart() as inside:
        story.text(words("diffusion.titre"), "BoxTitle")
        alone = "_sans_score" if context.unscored else ""
        story.text(words(f"diffusion.reponses{alone}"), "Card")
        themes = context.content.snapshot.questionnaire.themes
        titles = [context.quoted(theme.title) for theme in themes if theme.id in kept_back.themes]
        if titles:
            story.text(words(f"diffusion.securite{alone}", themes=listing(titles)), "Card")
            if not context.unscored:
                story.text(words("diffusion.score_global"), "Card")
        story.text(words("diffusion.ou"), "Card")
    story.flow.append(Cards([inside], ("", context.look.sunken)))
