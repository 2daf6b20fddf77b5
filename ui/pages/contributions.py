# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The contributions to a questionnaire that is shared theme by theme: who takes each, how far each
is. Knows nothing of the answers themselves."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot

from autodiag.contributing import clean_who
from autodiag.model.dossier import Snapshot
from autodiag.scoring.contributions import NO_WRITERS, Writers, complete_said, contributions
from autodiag.text.numbers import in_groups
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.authority_words import moment
from ui.pages.contributions_files import ContributionFiles
from ui.pages.contributions_row import ContributionRow
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label, rule

TITLE = "Une contribution par thème"
HOW = (
    "Répartissez les thèmes entre plusieurs personnes\u00a0: une seule contribution par thème, "
    "pour toute la collectivité."
)
ELSEWHERE = (
    "Chacun peut remplir son thème sur son ordinateur, puis l’enregistrer\u00a0: vous reprenez ici "
    "le fichier reçu."
)
NO_SIRET = "Le SIRET n’est pas indiqué\u00a0: il se donne avec «\u202fCorriger…\u202f»."


class ContributionsCard(Card):
    """Shown where the questionnaire is shared. `asked`: to go to the theme of that id."""

    asked = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__()
        self._desk, self._bridge = desk, bridge
        self.rows: dict[str, ContributionRow] = {}
        self._files = ContributionFiles(desk, bridge, self)
        self.take = button(desk.theme, "Reprendre une contribution…", "secondary")
        self.said = label("", "body", bold=True)
        self.whose = label("", "body", tone="ink2")
        self.body.addWidget(label(TITLE, "lead", bold=True))
        self.body.addWidget(label(HOW, "body", tone="ink2"))
        self.body.addWidget(self.whose)
        self.body.addWidget(self.said)
        self.body.addWidget(label(ELSEWHERE, "body", tone="ink2"))
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(6)
        self.take.clicked.connect(self._files.take)

    def refresh(self) -> None:
        """Show how far each is."""
        snapshot = self._bridge.snapshot
        shared = snapshot.questionnaire.by_theme
        self.setVisible(shared)
        if not shared:
            return
        every = contributions(snapshot, self._writers(snapshot))
        if [one.theme.id for one in every] != list(self.rows):
            self._make_rows([one.theme.id for one in every])
        self.take.setEnabled(self._bridge.writable)
        today, writable = self._desk.today(), self._bridge.writable
        for rank, one in enumerate(every, 1):
            at = moment(one.at, today)
            self.rows[one.theme.id].show_contribution(rank, one, at, writable)
        self.said.setText(complete_said(every))
        authority = snapshot.authority
        siret = f"SIRET {in_groups(authority.siret)}" if authority.siret else NO_SIRET
        self.whose.setText(f"{authority.name}. {siret}" if authority.siret else siret)

    def hand_over(self) -> None:
        """The page is being left: what is typed is kept."""
        if not self.isHidden():
            for theme, row in self.rows.items():
                self._on_who_given(theme, row.field.text())

    def _writers(self, snapshot: Snapshot) -> Writers:
        return self._bridge.answered_by() if snapshot.assessment.answers else NO_WRITERS

    def _make_rows(self, themes: list[str]) -> None:
        for theme in themes:
            row = ContributionRow(self._desk.theme)
            row.given.connect(partial(self._on_who_given, theme))
            row.to_save.connect(partial(self._files.save, theme))
            row.asked.connect(partial(self._on_asked, theme))
            self.rows[theme] = row
            self.body.addWidget(rule())
            self.body.addWidget(row)

    @Slot(str)
    def _on_who_given(self, theme: str, typed: str) -> None:
        if self._bridge.writable:
            self._bridge.set_contributor(theme, clean_who(typed))

    def _on_asked(self, theme: str) -> None:
        self.asked.emit(theme)
