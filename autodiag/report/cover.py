# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The cover: whose document it is, and the rosace of its themes."""

from typing import Any

from autodiag.charts.marks import picture, theme_picture
from autodiag.charts.rosace import rosace
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.panels import Row, Rule, height_of
from autodiag.report.story import NO_SIGN
from autodiag.report.styles import COVER_HEIGHT, GAP, WIDTH
from autodiag.report.taken_over import taken_over_said
from autodiag.text.numbers import count, day, listing

_LARGEST, _SMALLEST = 384.0, 150.0
_COLUMNS = 3
_EMPTY = 250.0
_ABOVE_THEMES = 60.0


def print_cover(context: Context) -> None:
    """Name, date, who it is; the rosace, as large as there is room; what the document is not."""
    if context.unscored:
        _print_without_rosace(context)
        return
    story = context.story
    with story.apart() as top:
        _head(context)
    picture_place = len(story.tree.kids)
    with story.apart() as bottom:
        _key(context)
    with story.apart() as foot:
        _foot(context)
    taken = sum(height_of(part, WIDTH) for part in (top, bottom, foot))
    spare = COVER_HEIGHT - taken - 8
    size = min(_LARGEST, max(_SMALLEST, spare - 30))
    before = len(story.tree.kids)
    with story.apart() as middle:
        chart = rosace(context.look, context.rows(), size, petals=context.scored)
        story.figure(chart, _said(context))
    story.tree.kids.insert(picture_place, story.tree.kids.pop(before))
    white = max(0.0, spare - size)
    story.flow += [*top]
    story.space(min(white * 0.4, 34))
    story.flow.append(Row([[], middle, []], [0, size, 0]))
    story.space(min(white * 0.3, 16))
    story.flow += [*bottom]
    story.space(max(0.0, white - min(white * 0.4, 34) - min(white * 0.3, 16)))
    story.flow += [*foot]


def _print_without_rosace(context: Context) -> None:
    """Nothing is scored: in place of the petals, the themes and how much of each is answered."""
    story = context.story
    with story.apart() as top:
        _head(context)
    with story.apart() as themes:
        _themes_alone(context)
    with story.apart() as foot:
        _foot(context)
    spare = COVER_HEIGHT - 8 - sum(height_of(part, WIDTH) for part in (top, themes, foot))
    above = min(max(0.0, spare) * 0.3, _ABOVE_THEMES)
    story.flow += top
    story.space(above)
    story.flow += themes
    story.space(max(0.0, spare - above))
    story.flow += foot


def _themes_alone(context: Context) -> None:
    story, words = context.story, context.words
    for number, theme in enumerate(context.content.snapshot.questionnaire.themes, 1):
        if theme not in context.themes:
            continue
        states = [context.reply(q) for q in theme.questions]
        asked = [state for state in states if state != "non_applicable"]
        given = sum(state != "sans_reponse" for state in asked)
        said = count(len(asked), "question")
        if not context.content.public:
            said = words.raw("couverture.repondu").format(donnees=given, questions=said)
        with story.apart() as mark:
            story.text(bold(str(number)), "Lead")
        with story.apart() as title:
            story.text(theme.title, "Lead")
        with story.apart() as answered:
            story.text(said, "CoverNote")
        story.flow.append(Rule(context.look.line))
        story.space(5)
        story.flow.append(Row([mark, title, answered], [26, 0, 150]))
        story.space(1)
    story.flow.append(Rule(context.look.line))
    if (said := taken_over_said(context)) and not context.content.public:
        story.space(6)
        story.text(said, "CoverNote")


def _head(context: Context) -> None:
    story, words = context.story, context.words
    with story.apart() as mark:
        story.decoration(picture(context.look, "app-mark", 30, context.look.primary))
    with story.apart() as name:
        story.text(words("couverture.marque"), "Mark")
    story.flow.append(Row([mark, name], [38, 0], middle=True))
    story.space(34)
    length = len(context.name)
    size = 42 if length <= 24 else 28 if length <= 70 else 18
    story.text(context.name, f"Cover{size}")
    story.space(6)
    asked = context.content.snapshot.questionnaire
    title = asked.title if context.unscored else words("couverture.titre")
    story.text(title, "Statement")
    story.text(identity(context), "CoverNote")
    story.text(day(context.content.snapshot.assessment.day), "CoverNote")


def identity(context: Context) -> str:
    """«612 habitants · Communauté de communes · Loire», what is known of it."""
    authority = context.content.snapshot.authority
    parts: list[str] = []
    if authority.population is not None:
        parts.append(count(authority.population, "habitant"))
    if authority.epci_name:
        parts.append(authority.epci_name)
    if authority.department:
        parts.append(authority.department)
    return " · ".join(parts)


def _said(context: Context) -> str:
    lines = [
        f"{row.title}, {context.said(row.range) if row.range else 'sans objet'}"
        for row in context.rows()
    ]
    key = "rosace_alt" if context.scored else "rosace_vide_alt"
    return context.words.raw(f"couverture.{key}").format(valeurs=" ; ".join(lines))


def _key(context: Context) -> None:
    """Each theme beside its pictogram, in three columns, then how to read the petals."""
    story, words, rows = context.story, context.words, context.rows()
    with story.inside("L", NO_SIGN):
        cells: list[list[Any]] = []
        for i, row in enumerate(rows):
            with story.apart() as mark:
                story.decoration(theme_picture(context.look, row.mark(i), 15))
            with story.apart() as title, story.inside("LI"), story.inside("LBody"):
                story.text(row.title, "Key")
            cells.append([Row([mark, title], [22, 0], middle=True)])
    each = (WIDTH - GAP * (_COLUMNS - 1)) / _COLUMNS
    for i in range(0, len(cells), _COLUMNS):
        line = cells[i : i + _COLUMNS]
        line += [[]] * (_COLUMNS - len(line))
        story.flow.append(Row(line, [each + GAP] * (_COLUMNS - 1) + [0], middle=True))
        story.space(5)
    key = "lecture" if context.scored else "lecture_vide"
    story.text(words(f"couverture.{key}"), "Note")


def _foot(context: Context) -> None:
    story, words, content = context.story, context.words, context.content
    story.flow.append(Rule(context.look.line))
    edition = "publique" if content.public else "interne"
    alone = "_sans_score" if context.unscored else ""
    about = elsewhere(context)
    if not content.public:
        about = words(f"diffusion.usage_interne{alone}")
    said = [words(f"diffusion.{edition}_gras"), about]
    story.text(join([part for part in said if part]), "Note")
    if not content.snapshot.authority.written_for:
        story.text(words("couverture.autre_type"), "Note")
    story.text(words(f"couverture.nature{alone}"), "Note")


def elsewhere(context: Context) -> str:
    """That a theme is assessed in the other edition, whatever its score; nothing where none is."""
    themes, hidden = context.content.snapshot.questionnaire.themes, context.kept_back.themes
    titles = [context.quoted(theme.title) for theme in themes if theme.id in hidden]
    alone = "_sans_score" if context.unscored else ""
    key = f"diffusion.theme_ailleurs{alone}"
    return context.words(key, themes=listing(titles)) if titles else ""


def print_themes_to_come(context: Context, side: float = _EMPTY) -> None:
    """The rosace without a petal, beside the themes and how many questions each asks."""
    story, words, rows = context.story, context.words, context.rows()
    with story.apart() as left:
        chart = rosace(context.look, rows, side, petals=False)
        story.figure(chart, words.raw("couverture.rosace_vide_alt"))
    with story.apart() as right, story.inside("L", NO_SIGN):
        for i, (row, theme) in enumerate(zip(rows, context.themes, strict=True)):
            with story.apart() as mark:
                story.decoration(theme_picture(context.look, row.mark(i), 15))
            with story.apart() as title, story.inside("LI"), story.inside("LBody"):
                story.text(row.title, "Key")
                number = sum(context.reply(q) != "non_applicable" for q in theme.questions)
                story.text(count(number, "question"), "RowNote")
            story.flow.append(Row([mark, title], [24, 0], middle=True))
            story.space(6 + (side - _EMPTY) / len(rows))
    story.flow.append(Row([left, [], right], [side, 26, 0], middle=True))
