# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Sources »: every study behind the comparison, who answered it, and the figures without room."""

from autodiag.benchmarks.citing import CitingWords, source_line, year
from autodiag.model.benchmark import Comparison, Study
from ui.theme import Theme
from ui.widgets.address_button import AddressButton
from ui.widgets.card import Card
from ui.widgets.labels import label, rule


class SourcesCard(Card):
    """The studies, the strongest panel first as the comparison has them."""

    def __init__(self, theme: Theme, words: CitingWords) -> None:
        super().__init__()
        self._theme = theme
        self.body.setSpacing(3)
        self._words = words
        self._studies: tuple[str, ...] = ()
        self._rest: tuple[str, ...] = ()

    def show_sources(self, comparison: Comparison) -> None:
        """Show the sources of that comparison; nothing is made again if they are the same."""
        studies = {one.benchmark.study.id: one.benchmark.study for one in comparison.comparators}
        rest = tuple(
            f"{one.benchmark.statement} ({source_line(one.benchmark, self._words)})"
            for one in comparison.comparators
            if not one.shown
        )
        if (tuple(studies), rest) == (self._studies, self._rest):
            return
        self._studies, self._rest = tuple(studies), rest
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for study in studies.values():
            self._show_study(study)
        if rest:
            self.body.addWidget(rule())
            self.body.addWidget(label("D’autres chiffres publiés", "lead", bold=True))
            for line in dict.fromkeys(rest):
                self.body.addWidget(label(line, "body"))

    def _show_study(self, study: Study) -> None:
        """Its title, who made it and when, who answered and how, and what to be wary of."""
        self.body.addWidget(label(study.title, "body", bold=True))
        nature = f"{study.reliability[:1].upper()}{study.reliability[1:]}"
        made = f"{study.publisher}, {year(study, self._words)} · {nature}"
        self.body.addWidget(label(made, "caption", tone="ink2"))
        self.body.addWidget(label(f"{study.panel} {study.warning}".strip(), "body"))
        if study.link:
            self.body.addWidget(AddressButton(self._theme, study.link))
        self.body.addSpacing(12)
