# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The cover, and the page that says what is inside and how to read it."""

from autodiag.charts.radar import can_draw, radar
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.text.numbers import count, day, listing

SECTIONS = (
    "synthese",
    "profil",
    "themes",
    "comparaison",
    "obligations",
    "feuille_de_route",
    "fiches",
    "reponses",
    "methode",
    "glossaire",
    "sources",
)
"""The keys of the first-level headings, in order; also the keys of their titles."""


def print_cover(context: Context) -> None:
    """Name, date, who it is; then the shape of the nine themes where there is one."""
    story, words, content = context.story, context.words, context.content
    story.text(words("couverture.marque"), "BoxTitle")
    story.space(84)
    length = len(context.name)
    size = 42 if length <= 24 else 28 if length <= 70 else 18
    story.text(context.name, f"Cover{size}")
    story.space(8)
    story.text(words("couverture.titre"), "Lead")
    story.text(_identity(context), "Intro")
    edition = "publique" if content.public else "interne"
    story.text(bold(words(f"diffusion.{edition}")))
    if not content.public:
        story.text(words("diffusion.usage_interne"), "Note")
    if not content.snapshot.authority.written_for:
        story.text(words("couverture.autre_type"), "Note")
    rows = context.rows()
    if context.scored and can_draw(rows):
        story.space(30)
        chart = radar(context.look, rows, 268)
        with story.columns((1, 1.25)) as cells:
            lines = [join([bold(f"{i}."), row.title]) for i, row in enumerate(rows, 1)]
            for line in lines:
                story.text(line, "Box")
            story.text(words("couverture.lecture"), "Note")
            cells.append(story.take())
            story.figure(chart, _radar_alt(context))
            cells.append(story.take())
    story.space(20)
    story.text(words("couverture.nature"), "Note")


def _identity(context: Context) -> str:
    authority = context.content.snapshot.authority
    parts: list[str] = []
    if authority.population is not None:
        parts.append(count(authority.population, "habitant"))
    if authority.epci_name:
        parts.append(authority.epci_name)
    if authority.department:
        parts.append(authority.department)
    parts.append(day(context.content.snapshot.assessment.day))
    return " · ".join(parts)


def _radar_alt(context: Context) -> str:
    lines = [
        f"{row.title}, {context.said(row.range) if row.range else 'sans objet'}"
        for row in context.rows()
    ]
    return context.words.raw("couverture.radar_alt").format(valeurs=" ; ".join(lines))


def print_contents(context: Context) -> None:
    """The contents, then how to read scores, hatches and figures."""
    story, words = context.story, context.words
    story.new_page()
    story.heading(1, words.raw("titres.sommaire"))
    public = context.content.public
    keys = [key for key in SECTIONS if not (public and key == "reponses")]
    story.contents([(key, words.raw(f"titres.{key}")) for key in keys])
    if public:
        _kept_back(context)
    story.heading(2, words.raw("titres.lire"))
    for key in words.section("lire"):
        story.text(words(f"lire.{key}"))
    story.heading(3, words.raw("titres.echelle"))
    scale = context.content.snapshot.questionnaire.scale
    story.items([join([bold(f"Niveau {i} :"), text]) for i, text in enumerate(scale)])


def _kept_back(context: Context) -> None:
    """What the public edition does not say, once and kindly."""
    story, words, kept_back = context.story, context.words, context.kept_back
    with story.box(context.look.sunken):
        story.text(words("diffusion.titre"), "BoxTitle")
        story.text(words("diffusion.reponses"), "Box")
        themes = context.content.snapshot.questionnaire.themes
        titles = [context.quoted(theme.title) for theme in themes if theme.id in kept_back.themes]
        if titles:
            story.text(words("diffusion.securite", themes=listing(titles)), "Box")
            story.text(words("diffusion.score_global"), "Box")
        story.text(words("diffusion.ou"), "Box")
