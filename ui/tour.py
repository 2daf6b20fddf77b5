# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The visit in four steps: on the welcome page, then under the top bar of the first dossier.

Stops nothing and takes no focus. It ends when it is skipped or followed, or when somebody answers.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.home import HomePage
from ui.widgets.announce import announce
from ui.widgets.top_bar import TopBar
from ui.widgets.tour_card import TourCard

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.main_window import MainWindow

PAGES = ("accueil", "questions", "resultats", "imprimer")
"""What each step points to."""
STEPS = (
    (
        "Trouvez votre commune",
        (
            "Tapez son nom ou son code postal ci-dessus, puis choisissez-la dans la liste. Son "
            "dossier sera créé sur cet ordinateur."
        ),
    ),
    (
        "Répondez, une question à la fois",
        (
            "Tout est enregistré au fur et à mesure\u00a0: arrêtez-vous quand vous voulez. "
            "«\u202fJe ne sais pas\u202f» est une vraie réponse."
        ),
    ),
    (
        "Lisez vos résultats",
        (
            "Neuf thèmes, sans classement. Chaque chiffre est expliqué, avec ce qui reste à "
            "vérifier."
        ),
    ),
    (
        "Imprimez la feuille de route",
        "Vous gardez les actions qui vous conviennent, et vous avez un document à montrer.",
    ),
)
BESIDE = (
    "Lisez-les à côté des études",
    "Des chiffres publiés, sans score ni classement. Chacun dit d’où il vient.",
)
PRINT = ("Imprimez vos réponses", "Vous avez un document à montrer et à discuter.")
UNSCORED = {2: BESIDE, 3: PRINT}
"""The steps that are other ones where a questionnaire without a score is shown."""
COMMUNE = (
    "Votre commune",
    "Cliquez sur son nom pour voir sa fiche, et où se trouve le fichier de son dossier.",
)
"""The first step where a dossier is open."""


class Tour(QObject):
    """One card on the welcome page, one in the column of the window; at most one is seen."""

    def __init__(self, desk: Desk, home: HomePage, bar: TopBar, window: "MainWindow") -> None:
        super().__init__(window)
        self._desk, self._home, self._bar, self._window = desk, home, bar, window
        self._bridge: Bridge | None = window.bridge
        self._answers = 0
        self.step = 0
        self.at_home = TourCard(desk.theme, self._aim_at_field, after=home.by_hand_link)
        self.under_bar = TourCard(desk.theme, self._aim_at_bar, after=bar.help)
        self.strip = QWidget(bar.parentWidget())  # else shown as a window, until it has its place
        """Takes no room while the welcome page is in front."""
        column = QHBoxLayout(self.strip)
        column.setContentsMargins(24, 4, 24, 0)
        column.addWidget(self.under_bar)
        home.show_tour(self.at_home)
        for card in (self.at_home, self.under_bar):
            card.next_chosen.connect(self._on_next_chosen)
            card.skipped.connect(self.end)
        bar.stepper.shown.connect(self.under_bar.update)
        window.page_shown.connect(self._on_page_shown)
        self._watch_answers()
        self._show()

    @Slot(str)
    def _on_page_shown(self, page_id: str) -> None:
        """On with the second step once a dossier is open; to the step of the page one goes to."""
        bridge = self._window.bridge
        if bridge is not self._bridge:
            self._bridge = bridge
            self.step = 0 if bridge is None else 1
            self._watch_answers()
        elif page_id not in self._pages[1:]:
            return
        if page_id in self._pages[1:]:
            self.step = self._pages.index(page_id)
        self._show()

    @property
    def _unscored(self) -> bool:
        return self._bridge is not None and self._bridge.questionnaire.scoring is None

    @property
    def _pages(self) -> tuple[str, ...]:
        return tuple(
            "comparaison" if one == "resultats" and self._unscored else one for one in PAGES
        )

    @property
    def card(self) -> TourCard:
        """The one that says the step."""
        return self.at_home if self._bridge is None else self.under_bar

    def enter(self) -> None:
        """Give the focus to what leads on."""
        card = self.card
        first = card.end if card.next.isHidden() else card.next
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _watch_answers(self) -> None:
        if self._bridge is not None:
            self._answers = len(self._bridge.snapshot.assessment.answers)
            self._bridge.changed.connect(self._on_changed)

    @Slot()
    def end(self) -> None:
        """Followed or skipped: it does not come by itself again."""
        self._desk.preferences.tour_seen = True
        self._desk.preferences.save()
        focus = self._window.focusWidget()
        if focus and (self.at_home.isAncestorOf(focus) or self.strip.isAncestorOf(focus)):
            self._window.areas.give_back()
        self.strip.hide()
        self._home.end_tour()
        self.strip.deleteLater()
        self.deleteLater()

    @Slot()
    def _on_next_chosen(self) -> None:
        self.step = min(self.step + 1, len(STEPS) - 1)
        self._show()

    @Slot()
    def _on_changed(self) -> None:
        bridge = self._bridge
        if bridge is not None and len(bridge.snapshot.assessment.answers) > self._answers:
            self.end()

    def _show(self) -> None:
        at_home, card = self._bridge is None, self.card
        title, text = STEPS[self.step] if at_home or self.step else COMMUNE
        if self._unscored:
            title, text = UNSCORED.get(self.step, (title, text))
        later = at_home and self.step > 0
        card.show_step(self.step + 1, len(STEPS), title, text, later=PAGES[self.step] * later)
        self.strip.setVisible(not at_home)
        announce(card, card.said)

    def _aim_at_field(self, card: QWidget) -> QPoint | None:
        if self.step:
            return None
        return self._home.search.field.mapTo(card.window(), QPoint(36, 0)) - _corner(card)

    def _aim_at_bar(self, card: QWidget) -> QPoint | None:
        stepper, place = self._bar.stepper, self._bar.place
        target = stepper if self.step else place
        middle = place.rect().center()
        if self.step:
            middle = stepper.tab_of(self._pages[self.step]).center()
        return target.mapTo(card.window(), middle) - _corner(card)


def _corner(card: QWidget) -> QPoint:
    return card.mapTo(card.window(), QPoint())
