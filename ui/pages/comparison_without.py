# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The themes that have no figure of the reader’s size, said once each (contract B4)."""

from collections.abc import Sequence

from autodiag.benchmarks.compare import WithoutBenchmark
from autodiag.model.questionnaire import Theme
from autodiag.text.numbers import count
from ui.theme import Theme as Look
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.tall_flow import tall_flow
from ui.widgets.theme_name import ThemeName


def note_of(lacking: WithoutBenchmark | None) -> str:
    """How many other questions of a theme have no figure; nothing when all have one."""
    if lacking is None:
        return ""
    questions = count(len(lacking.questions), "autre question", "autres questions")
    return f"{lacking.sentence.rstrip('.')}\u00a0: {questions} de ce thème."


class WithoutCard(Card):
    """A sentence, the themes, and that nothing is wrong."""

    def __init__(self, theme: Look) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[int, str], ...] = ()
        self._flow = tall_flow()
        self._title = label("", "lead", bold=True)
        self.setObjectName("well")
        self.body.setContentsMargins(20, 14, 20, 14)
        self.body.addWidget(self._title)
        self.body.addWidget(self._flow)
        normal = "C’est un résultat normal, pas une erreur."
        self.body.addWidget(label(normal, "caption", tone="ink2"))

    def show_lacking(
        self, without: Sequence[WithoutBenchmark], themes: Sequence[Theme], *, shown: bool
    ) -> None:
        """Those that have none at all, once (contract B4); hidden where no figure is `shown`."""
        ranks = {theme.id: rank for rank, theme in enumerate(themes)}
        whole = [one for one in without if one.whole]
        self.setVisible(bool(whole) and shown)
        if whole:
            named = [(ranks[one.theme], themes[ranks[one.theme]].title) for one in whole]
            self.show_themes(whole[0].sentence, named)

    def show_themes(self, sentence: str, themes: Sequence[tuple[int, str]]) -> None:
        """`themes`: rank and title of each."""
        self._title.setText(sentence)
        if tuple(themes) == self._shown:
            return
        self._shown = tuple(themes)
        flow = tall_flow()
        for rank, title in themes:
            flow.add(ThemeName(self._theme, rank, title))
        self.body.replaceWidget(self._flow, flow)
        self._flow.deleteLater()
        self._flow = flow
