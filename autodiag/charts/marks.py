# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The marks that charts and pages share: a theme’s pictogram, the pips of a level, a lone icon."""

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Point, Sheet


def theme_color(look: Look, number: int) -> str:
    """The colour of a theme by its place in the questionnaire, from 1."""
    return look.themes[(number - 1) % len(look.themes)]


def theme_mark(sheet: Sheet, middle: Point, size: float, theme: tuple[str, int]) -> None:
    """A theme’s pictogram in its colour, or its number where it has none. `theme`: id, number."""
    theme_id, number = theme
    color = theme_color(sheet.look, number)
    if icon := sheet.look.theme_icon(theme_id):
        sheet.icon(icon, middle, size, color)
    else:
        style = {"bold": True, "color": color, "ha": "center", "va": "center"}
        sheet.text(middle, str(number), max(9, size * 0.6), **style)


def theme_picture(look: Look, theme: tuple[str, int], size: float) -> Figure:
    """A theme’s pictogram alone."""
    sheet = Sheet(look, size, size)
    theme_mark(sheet, (size / 2, size / 2), size, theme)
    return sheet.figure


def theme_chip(look: Look, theme: tuple[str, int], size: float) -> Figure:
    """A theme’s pictogram in white on a square of its colour."""
    sheet = Sheet(look, size, size)
    sheet.rounded((0, 0, size, size), size * 0.16, facecolor=theme_color(look, theme[1]))
    middle = size / 2, size / 2
    if icon := look.theme_icon(theme[0]):
        sheet.icon(icon, middle, size * 0.58, look.surface)
    else:
        style = {"bold": True, "color": look.surface, "ha": "center", "va": "center"}
        sheet.text(middle, str(theme[1]), size * 0.5, **style)
    return sheet.figure


def picture(look: Look, name: str, size: float, color: str = "") -> Figure:
    """One of our pictograms, blank where the file is missing."""
    sheet = Sheet(look, size, size)
    if icon := look.icons.named(name):
        sheet.icon(icon, (size / 2, size / 2), size, color or look.ink)
    return sheet.figure


def pips(sheet: Sheet, corner: Point, height: float, level: int | None) -> float:
    """Four bars rising from `corner`, `level` of them filled (None: all dashed); their width."""
    look, wide = sheet.look, height * 0.24
    step = wide * 1.5
    for i in range(4):
        box = (corner[0] + i * step, corner[1], wide, height * (0.4 + 0.2 * i))
        if level is not None and i < level:
            sheet.box(box, facecolor=look.primary, edgecolor=look.primary, linewidth=0.6)
        else:
            dashes = {"linestyle": (0, (1.2, 1.2))} if level is None else {}
            sheet.box(box, facecolor=look.surface, edgecolor=look.control, linewidth=0.6, **dashes)
    return 3 * step + wide


def level_picture(look: Look, level: int | None, height: float = 12) -> Figure:
    """The pips of a level alone."""
    sheet = Sheet(look, height * 1.4, height + 1)
    pips(sheet, (0.5, 0.5), height, level)
    return sheet.figure
