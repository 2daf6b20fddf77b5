# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A published share on a line from 0 to 100 %. Never places a collectivité on it."""

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet
from autodiag.model.benchmark import Bound
from autodiag.text.numbers import percent

_BEFORE: dict[Bound, str] = {"exact": "", "environ": "environ ", "plus_de": "> ", "moins_de": "< "}


def dot_plot(look: Look, value: float, bound: Bound, *, same_size: bool, width: float) -> Figure:
    """A full disc for collectivités of the same size, a hollow dashed one for others.

    `value` in percent. No margin is drawn: it is given on request only.
    """
    sheet = Sheet(look, width, 34)
    left, right, y = 12.0, width - 18.0, 15.0

    def at(share: float) -> float:
        return left + (right - left) * share / 100

    shares = (0, 25, 50, 75, 100)
    axis = [((left, y), (right, y))]
    sheet.segments(axis + [((at(share), y - 3), (at(share), y + 3)) for share in shares])
    for share, label in ((0, "0"), (100, percent(100))):  # the others are read off the marks
        sheet.text((at(share), 2), label, color=look.ink2, ha="center")
    if same_size:
        sheet.disc((at(value), y), 4, facecolor=look.primary)
    else:
        dashed = {"linestyle": (0, (1.6, 1.2)), "linewidth": 1.2}
        sheet.disc((at(value), y), 4, facecolor=look.surface, edgecolor=look.primary, **dashed)
    # the source rounded it: no decimal that nobody measured
    label = _BEFORE[bound] + percent(value if bound == "exact" else round(value))
    align = "right" if value > 75 else "left" if value < 25 else "center"
    sheet.text((at(value), y + 7), label, 10, bold=True, ha=align)
    return sheet.figure
