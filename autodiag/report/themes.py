# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The themes, two a page: score, what it means, levels, what stands firm, what to strengthen, a
figure from elsewhere, what the plan does."""

from collections.abc import Sequence
from typing import Any

from autodiag.benchmarks.sentences import to_avoid
from autodiag.charts.dot_plot import Share, share_plot
from autodiag.charts.marks import picture, theme_chip
from autodiag.charts.range_bars import ScoreRow, bare_bar
from autodiag.model.benchmark import Comparator
from autodiag.model.questionnaire import Theme
from autodiag.model.result import ThemeResult
from autodiag.report.answers import print_answers
from autodiag.report.comparison import share_alt, source_line
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.panels import Row, Rule, Stack, height_of
from autodiag.report.story import NO_SIGN
from autodiag.report.styles import FRAME_HEIGHT, GAP, WIDTH
from autodiag.text.numbers import count

_FIRM, _WEAK = 3, 1
_SHOWN = 2
_HEAD, _CHIP, _SCORE, _WHEN = 64.0, 34.0, 156.0, 76.0
_ABOVE, _MOST_ACTIONS = 24.0, 4
_MOST_A_PAGE = {False: 2, True: 4}
"""Themes of a page; the public edition says less of each."""
_NEXT_SECTION = 220.0
"""Points without which the section that follows begins on another page."""
_MOST_WHITE = 0.22
"""Share of a page that may stay white at its foot."""


class _Block:
    """What is printed of a theme; `extra` can be left out of it, and `end` said in `brief`."""

    def __init__(self, main: list[Any], extra: list[Any], ends: tuple[list[Any], list[Any]]):
        self._main, self._extra, (self._end, self._brief) = main, extra, ends
        self.height = height_of(self.flow, WIDTH)

    @property
    def flow(self) -> list[Any]:
        """From top to bottom."""
        return [*self._main, *self._extra, *self._end]

    def lighter(self, step: int) -> "_Block":
        """The same without its figure from elsewhere (1), its actions not one by one either (2)."""
        end = self._brief if step == 2 else self._end
        return _Block(self._main, [] if step else self._extra, (end, self._brief))


def print_themes(context: Context) -> None:
    """Every theme in order, each whole; those of a page share its white."""
    story, words = context.story, context.words
    with story.apart() as title:
        story.heading(1, words.raw("titres.themes"), "themes")
        if not context.content.public and context.scored:
            _signs(context)
    blocks = [
        _theme(context, row, theme)
        for row, theme in zip(context.rows(), context.themes, strict=True)
    ]
    room = story.left - _ABOVE  # the section before may leave much of its page
    public = context.content.public
    if public or not blocks or room - _HEAD < blocks[0].height:
        room = FRAME_HEIGHT
        story.new_page()
    story.flow += title
    for page, shared in _pages(blocks, room - _HEAD, _MOST_A_PAGE[public]):
        for block, height in zip(page, _shared([b.height for b in page], shared), strict=True):
            if height > FRAME_HEIGHT:  # nothing can hold it whole
                story.flow += block.flow
            else:
                story.flow.append(Stack(block.flow, height))


def _signs(context: Context) -> None:
    """What the two signs of the tables mean."""
    story, words, look = context.story, context.words, context.look
    cells: list[list[Any]] = []
    for icon, color in (("check", look.ok[0]), ("flag", look.warn[0]), ("arrow", look.ink2)):
        with story.apart() as mark:
            story.decoration(picture(look, icon, 11, color))
        with story.apart() as said:
            story.text(words(f"signes.{icon}"), "RowNote")
        cells += [mark, said]
    story.flow.append(Row(cells, [15, 0, 15, 0, 15, 0], middle=True))
    story.space(8)


def _pages(blocks: Sequence[_Block], room: float, most: int) -> list[tuple[list[_Block], float]]:
    """The themes of each page, `most` of them, and the room they share (0: each as high as it is);
    `room`: on the first page."""
    pages: list[tuple[list[_Block], float]] = []
    page: list[_Block] = []
    for block in blocks:
        joined = _joined([*page, block], room) if len(page) < most else []
        if page and not joined:
            pages.append((page, room - 1))
            page, room = [], FRAME_HEIGHT
        page = joined or [block]
    left = room - sum(block.height for block in page)
    return [*pages, (page, room - 1 if 0 < left < _NEXT_SECTION else 0.0)]


def _joined(page: list[_Block], room: float) -> list[_Block]:
    """These themes on one page, none where they do not hold there. The figure from elsewhere,
    which its own section gives too, then the list of actions, which the roadmap gives, are left
    out of some of them where that spares much white: of the last ones first."""
    if sum(block.height for block in page) <= room:
        return page
    if room - sum(block.height for block in page[:-1]) < _MOST_WHITE * FRAME_HEIGHT:
        return []
    light = [*page]
    for step in (1, 2):
        for i in reversed(range(len(light))):
            light[i] = page[i].lighter(step)
            if sum(block.height for block in light) <= room:
                return light
    return []


def _shared(page: Sequence[float], room: float) -> list[float]:
    """The room of a page shared among its themes: in equal parts, else each with as much white."""
    even = room / max(len(page), 1)
    if all(height <= even for height in page):
        return [even] * len(page)
    spare = max(0.0, room - sum(page)) / max(len(page), 1)
    return [height + spare for height in page]


def _theme(context: Context, row: ScoreRow, theme: Theme) -> _Block:
    story, words, result = context.story, context.words, context.result_of(theme)
    with story.apart() as main:
        story.flow.append(Rule(context.look.control, 1.1))
        _head(context, row, theme, result)
        story.space(5)
        if result.range is None:
            story.text(words("themes.sans_objet"), "Box")
        else:
            story.text(_reading(context, theme, result), "Box")
            if not context.content.public and _answered(result):
                print_answers(context, theme, result)
    with story.apart() as extra:
        if result.range is not None:
            _elsewhere(context, theme)
    with story.apart() as end:
        _actions(context, theme)
        story.space(9)
    with story.apart() as brief:
        _actions(context, theme, brief=True)
        story.space(9)
    return _Block(main, extra, (end, brief))


def _answered(result: ThemeResult) -> bool:
    return bool(result.count("niveau") + result.count("nsp"))


def _head(context: Context, row: ScoreRow, theme: Theme, result: ThemeResult) -> None:
    """Pictogram and title at left, the score and its bar at right."""
    story, words = context.story, context.words
    with story.apart() as chip:
        story.decoration(theme_chip(context.look, row.mark(0), _CHIP))
    with story.apart() as title:
        story.heading(2, f"{row.number}. {theme.title}", style="Theme")
        if theme.subtitle:
            story.text(theme.subtitle, "RowNote")
    with story.apart() as score:
        if result.count("niveau") and result.range is not None:
            said = context.said(result.range)
            story.text(said, "Figure")
            alt = words.raw("themes.score_alt").format(theme=theme.title, score=said)
            story.figure(bare_bar(context.look, result.range, _SCORE), alt)
    story.flow.append(Row([chip, title, [], score], [_CHIP + 10, 0, GAP, _SCORE]))


def _reading(context: Context, theme: Theme, result: ThemeResult) -> str:
    """The reading of the prudent score, only when the theme is documented (contract S10)."""
    if not result.count("niveau"):
        return context.words("themes.sans_reponse")
    if not result.documented or result.range is None:
        return context.words("themes.non_documente")
    low = result.range.low
    for reading in context.content.knowledge.readings:
        inside = reading.low <= low < reading.high or low == reading.high == 4
        if reading.theme == theme.id and inside:
            return reading.text
    return context.words("themes.sans_lecture")


def _elsewhere(context: Context, theme: Theme) -> None:
    """One figure about collectivités of this size: the first that stands without a caveat."""
    lead = next((c for c in _comparators(context, theme) if _stands_alone(c)), None)
    value = lead.benchmark.value if lead else None
    if lead is None or value is None:
        return
    story, words, benchmark = context.story, context.words, lead.benchmark
    with story.apart() as said:
        story.text(join([bold(words.raw("themes.ailleurs")), lead.sentence]), "Row")
        story.text(source_line(context, benchmark), "RowNote")
    with story.apart() as chart:
        share = Share(value, benchmark.bound, same_size=True, lack=to_avoid(benchmark))
        story.figure(share_plot(context.look, share, _SCORE), share_alt(context, share))
    story.space(2)
    story.flow.append(Row([said, [], chart], [0, GAP * 2, _SCORE], middle=True))


def _comparators(context: Context, theme: Theme) -> list[Comparator]:
    order = {question.id: i for i, question in enumerate(theme.questions)}
    own = [c for c in context.content.comparison.comparators if c.question in order]
    return sorted(own, key=lambda c: order[c.question])


def _stands_alone(comparator: Comparator) -> bool:
    """Figures that disagree are shown together or not at all (contract B5)."""
    known = comparator.benchmark.value is not None
    free = not comparator.benchmark.conflicts and not comparator.notes
    return comparator.shown and comparator.same_size and known and free


def _actions(context: Context, theme: Theme, *, brief: bool = False) -> None:
    """What the plan does for this theme, by period, and where it leads."""
    roadmap = context.content.roadmap
    if roadmap is None:
        return
    story, words = context.story, context.words
    lines = [
        (words.raw(f"horizons_courts.{horizon.id}"), action.title)
        for horizon in roadmap.horizons
        for action in horizon.actions
        if action.theme == theme.id and action.kind != "enquiry"
    ]
    if not lines:
        return
    story.space(7)
    later = roadmap.projection.themes.get(theme.id)
    score = words("themes.score_ensuite", score=context.said(later)) if later else ""
    if brief:
        said = words("themes.actions_comptees", actions=count(len(lines), "action"))
        story.text(join([said, score]), "Row")
        return
    story.heading(3, words.raw("titres.theme_actions"), style="CardHead")
    story.space(3)
    _list(context, lines)
    if score:
        story.text(score, "Row")


def _list(context: Context, lines: list[tuple[str, str]]) -> None:
    """Period and title of the first actions, then how many others there are."""
    story, words = context.story, context.words
    shown = lines if len(lines) <= _MOST_ACTIONS + 1 else lines[:_MOST_ACTIONS]
    if others := len(lines) - len(shown):
        shown.append(("", words("themes.autres_actions", nombre=str(others))))
    with story.inside("L", NO_SIGN):
        for when, title in shown:
            with story.inside("LI"):
                with story.apart() as period, story.inside("Lbl"):
                    if when:
                        story.text(when, "RowNote")
                with story.apart() as said, story.inside("LBody"):
                    story.text(title, "Row")
            story.flow.append(Row([period, said], [_WHEN, 0]))
            story.space(1.5)
