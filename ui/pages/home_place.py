# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where a recent file lies, on one line: where there is no room, whole folders are left out."""

from collections.abc import Sequence
from pathlib import Path

from ui.pages.authority_words import folder_said
from ui.widgets.labels import set_property
from ui.widgets.one_line import OneLine

_LEFT_OUT = "…"


def places_said(file: Path, documents: Path) -> tuple[str, ...]:
    """What is said of its folder after «dans», in whole first, then shorter and shorter."""
    whole = folder_said(file, documents).replace("\u200b", "")
    folder = file.parent
    last = f"le dossier «\u202f{folder.name}\u202f»" if folder.name else whole
    try:
        inside = folder.relative_to(documents)
    except ValueError:
        top, *rest = folder.parts or ("",)
        shorter = [Path(top, _LEFT_OUT, *rest[n:]) for n in range(1, len(rest))]
        return (whole, *(f"«\u202f{path}\u202f»" for path in shorter), last)
    if not inside.parts:
        return (whole,)
    parts = inside.parts
    shorter = [Path(_LEFT_OUT, *parts[n:]) for n in range(1, len(parts))]
    return (whole, *(f"vos documents, dossier «\u202f{path}\u202f»" for path in shorter), last)


class PlaceLine(OneLine):
    """The first of several sentences that fits; `text()` is the whole one."""

    def __init__(self) -> None:
        super().__init__("", "caption")
        set_property(self, "tone", "ink2")
        self._said: tuple[str, ...] = ()

    def show_place(self, said: Sequence[str], path: str) -> None:
        """The longest first; `path` is said under the mouse."""
        self._said = tuple(said)
        self.whole = path
        self.setText(self._said[0])

    def fitted(self, width: int) -> str:
        """The last one is cut as any text is, where even that has no room."""
        metrics = self.fontMetrics()
        fits = (one for one in self._said if metrics.horizontalAdvance(one) <= width)
        shortest = self._said[-1] if self._said else ""
        return next(fits, "") or metrics.elidedText(shortest, self._mode, width)
