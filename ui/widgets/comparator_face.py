# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a row of the comparison shows: its texts, its plot, and how it uses the width. No widget."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from autodiag.text.shares import share_label
from ui.widgets.state_badge import Sign, Tone

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.dot_plot import Share
    from autodiag.charts.look import Look
    from autodiag.charts.spots import Spot
    from autodiag.model.benchmark import Bound

ICON_COLUMN, STATE_COLUMN, PLOT_COLUMN, END_COLUMN = 56, 138, 410, 36
"""Pixels at 100 %: where the columns of every row and of the head stand."""
WIDE_PLOT = 560
RADIUS = 11


@dataclass(frozen=True, slots=True)
class Fitting:
    """How rows use the width: `narrow` puts the plot under the sentence, `stacked` the answer too;
    plots at 100 %."""

    narrow: bool = False
    plot_width: int = PLOT_COLUMN
    stacked: bool = False

    @property
    def state_column(self) -> int:
        """The least width of the column of the answers, in pixels at 100 %."""
        return 0 if self.stacked else STATE_COLUMN


@dataclass(frozen=True, slots=True)
class RowFace:
    """All that a row shows. `lead`: the figure of the sentence, in bold. `theme` from 0. `others`:
    the questions that the row is about too."""

    key: str
    question: str
    theme: int
    sentence: str
    notes: tuple[str, ...]
    source: str
    state: str
    tone: Tone
    sign: Sign
    plot: "Plot | None"
    aside: bool = False
    lead: str = ""
    others: tuple[str, ...] = ()

    @property
    def starred(self) -> str:
        """The sentence, its figure between stars."""
        at = self.sentence.casefold().find(self.lead.casefold()) if self.lead else -1
        figure = self.sentence[at : at + len(self.lead)] if at >= 0 else ""
        return self.sentence.replace(figure, f"**{figure}**", 1) if figure else self.sentence

    @property
    def said(self) -> str:
        """Everything, for who does not see it."""
        parts = (self.sentence, self.state + ".", *self.notes, self.source + ".")
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Plot:
    """What the plot needs of a share, so that it is drawn again only when that changes. `told`:
    what its disc says, then its margin where one is drawn."""

    value: float
    bound: "Bound"
    same_size: bool
    lack: bool
    interval: tuple[float, float] | None
    told: str = ""
    told_margin: str = ""

    def draw(self, look: "Look", width: float, *, axis: bool) -> "Figure":
        """The figure that the report prints too."""
        from autodiag.charts.dot_plot import share_plot

        return share_plot(look, self._share(), width, axis=axis)

    def spots(self, width: float, *, axis: bool) -> "tuple[Spot, ...]":
        """The marks of that figure."""
        from autodiag.charts.dot_plot import ShareSaid, share_spots

        said = ShareSaid(self.told, self.told_margin)
        return share_spots(self._share(), said, width, axis=axis)

    def _share(self) -> "Share":
        from autodiag.charts.dot_plot import Share

        return Share(self.value, self.bound, self.same_size, self.lack, self.interval)

    @property
    def said(self) -> str:
        """Its value in words."""
        return share_label(self.value, self.bound, lack=self.lack)
