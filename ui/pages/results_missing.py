# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Before there is a profile: what is missing and where to go; the aperçu where it is due (S10)."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from autodiag.model.result import ThemeResult
from autodiag.scoring.missing import missing_said, themes_needed, themes_to_complete
from autodiag.scoring.said import preview_said, preview_title
from autodiag.text.numbers import count
from autodiag.text.sentences import unstarred
from autodiag.text.typography import capitalised
from ui.pages.results_layout import emptied
from ui.pages.results_reading import Reading
from ui.shown_year import when_shown
from ui.theme import Theme
from ui.widgets.buttons import Button, button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, rule
from ui.widgets.row_button import LinkRow
from ui.widgets.starred import StarredLabel
from ui.widgets.theme_icon import ThemeIcon

NOTHING = "Rien à évaluer pour l’instant"
BEFORE = "Avant de voir le résultat, où vous situez-vous\u202f?"
WHY_BEFORE = "Une note sur\u00a010, à vue d’œil. Vous pouvez vous en passer."


class MissingCard(Card):
    """What it says depends on what is missing."""

    question_asked = Signal(str)
    why_asked = Signal()
    """How the figure of the *aperçu* is made."""
    mark_asked = Signal()
    """They want to give the opening mark, while it still comes before the result."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.why_button: Button | None = None
        """Beside the *aperçu*, where there is one."""
        self.mark_button: Button | None = None
        """While no opening mark is given, and no result is known."""
        self.links: dict[str, LinkRow] = {}
        self._grid: QGridLayout | None = None
        self._columns = 2
        self._said: object = None

    def show_reading(self, reading: Reading) -> None:
        """Say it, with the themes to complete as links."""
        if self._said == (said := _all_said(reading)):
            return
        self._said = said
        self._grid = self.why_button = self.mark_button = None
        emptied(self.body)
        self.links = {}
        if reading.result.overall is None and reading.result.profile.missing is not None:
            self._nothing(reading)
            return
        self.hide()  # what is added to a card that is seen is shown, and measured, piece by piece
        whose = f"{capitalised(reading.yours)} {when_shown(reading.snapshot)}"
        self.body.addWidget(label(whose, tone="ink2"))
        title, about = preview_title(reading.naming, reading.result)
        missing_words = label(unstarred(missing_said(reading.naming, reading.result)))
        if title:
            self.body.addWidget(label(title, "title"))
            self.body.addLayout(self._about(reading, about))
            self.body.addWidget(label(_title(reading), "lead", bold=True))
            self.body.addWidget(missing_words)
        else:
            self.body.addWidget(label(_title(reading), "title"))
            self.body.addWidget(missing_words)
            self._say_unknown(reading)
        lacking = themes_to_complete(reading.naming.questionnaire, reading.result)
        if lacking:
            self.body.addSpacing(4)
            if not title:
                self.body.addWidget(label("À compléter", "lead", bold=True))
            self.body.addLayout(self._themes(reading, lacking))
            self._place()
        self._invite(reading)
        self.body.addStretch(1)

    def _invite(self, reading: Reading) -> None:
        """Once, and only before the result: a mark given after it would say something else."""
        if _too_late(reading):
            return
        self.mark_button = button(self._theme, "Donner une note", "quiet", icon_after="arrow")
        self.mark_button.clicked.connect(self.mark_asked)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(BEFORE, "body", bold=True))
        words.addWidget(label(WHY_BEFORE, "body", tone="ink2"))
        line.addLayout(words, 1)
        line.addWidget(self.mark_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addSpacing(8)
        self.body.addWidget(rule())
        self.body.addLayout(line)

    def _about(self, reading: Reading, about: str) -> QHBoxLayout:
        """What to keep in mind of the aperçu, and the way to how it is made."""
        preview = reading.result.preview
        short = reading.naming.short(preview.overall) if preview and preview.overall else ""
        self.why_button = button(self._theme, "Le calcul", "quiet", icon_after="arrow")
        self.why_button.setAccessibleName(f"Le calcul. Pourquoi {short}\u202f?")
        self.why_button.clicked.connect(self.why_asked)
        line = QHBoxLayout()
        line.addWidget(label(about), 1)
        line.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _say_unknown(self, reading: Reading) -> None:
        """What there is to do where every answer of the aperçu is unknown."""
        preview = preview_said(reading.naming, reading.result)
        if preview:
            self.body.addSpacing(4)
            self.body.addWidget(self._well(preview))

    def _nothing(self, reading: Reading) -> None:
        """Every question is «sans objet»."""
        sentence = reading.say("profil.rien_a_evaluer")
        empty = EmptyState(self._theme, "map", NOTHING, sentence, "Revoir les réponses")
        empty.action_chosen.connect(partial(self._on_chosen, reading.first("sans_objet")))
        self.body.addWidget(empty, 1)

    def _well(self, text: str) -> QFrame:
        """Set apart from what is missing."""
        well = QFrame()
        well.setObjectName("well")
        column = QVBoxLayout(well)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(StarredLabel(text))
        return well

    def _themes(self, reading: Reading, lacking: tuple[str, ...]) -> QGridLayout:
        grid = self._grid = QGridLayout()
        grid.setSpacing(4)
        ids = [theme.theme for theme in reading.result.themes]
        pilot = reading.naming.questionnaire.scoring
        for theme_id in lacking:
            result = reading.result.theme(theme_id)
            needed = pilot is not None and pilot.classable.pilot_theme == theme_id
            link = LinkRow(
                self._theme,
                reading.naming.theme(theme_id),
                lead=ThemeIcon(self._theme, ids.index(theme_id), 24),
                aside=_progress(result, needed=needed),
            )
            first = reading.first("sans_reponse", "nsp", theme=theme_id)
            link.clicked.connect(partial(self._on_chosen, first))
            self.links[theme_id] = link
        return grid

    def lay(self, columns: int) -> None:
        """The links in one column or two; told from outside, before the card is measured."""
        self._columns = columns
        self._place()

    def _place(self) -> None:
        if self._grid is None:
            return
        for i, link in enumerate(self.links.values()):
            self._grid.addWidget(link, i // self._columns, i % self._columns)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _on_chosen(self, question_id: str) -> None:
        self.question_asked.emit(question_id)


def _all_said(reading: Reading) -> tuple[object, ...]:
    """Everything that the card depends on: it is made anew when one of them is another."""
    result = reading.result
    traces = tuple(result.traces().values()) if result.profile.missing else ()
    late = _too_late(reading)
    return reading.yours, result.overall, result.profile.missing, result.preview, traces, late


def _too_late(reading: Reading) -> bool:
    """Whether the opening mark is given, or can no longer come first: an *aperçu* is a result.
    Nor is it asked for where it could not be written."""
    result, snapshot = reading.result, reading.snapshot
    known = result.preview is not None or result.profile.missing is None
    return known or snapshot.opening_mark is not None or not reading.writable


def _title(reading: Reading) -> str:
    """«Il manque 4 thèmes pour situer votre commune», or why that will never be."""
    missing = reading.result.profile.missing
    if missing is None:
        return "Les scores des thèmes"
    number = themes_needed(reading.result)
    return f"Il manque {count(number, 'thème')} pour situer {reading.yours}"


def _progress(result: ThemeResult, *, needed: bool) -> str:
    """«2 réponses sur 8, 3 « je ne sais pas »»: only levels document a theme."""
    total = sum(trace.counts for trace in result.questions)
    levels, unknown = result.count("niveau"), result.count("nsp")
    said = f"{count(levels, 'réponse')} sur\u00a0{total}" if levels or not unknown else ""
    if unknown:
        doubts = f"{unknown}\u00a0«\u202fje ne sais pas\u202f»"
        said = f"{said}, {doubts}" if said else f"{doubts} sur\u00a0{total}"
    return f"{said} · indispensable" if needed else said
