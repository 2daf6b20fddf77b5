# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which document is printed: for whom, how long; and what can be done with it."""

from PySide6.QtCore import QMargins, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from autodiag.model.knowledge import AttestationRules
from ui.pages.attestation_part import AttestationPart
from ui.pages.printing_documents import DocumentsPart
from ui.report_job import Edition, Model
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flowing import Flowing
from ui.widgets.focus_ring import REACH
from ui.widgets.labels import label, rule
from ui.widgets.scroll import bring_into_view, scroll_area
from ui.widgets.tab_order import follow

FOR_WHOM = (
    (
        "À diffuser",
        (
            "Sans détails de cybersécurité, ni notes, ni réponses une à une\u00a0: un document "
            "voté peut être demandé par toute personne."
        ),
    ),
    ("À usage interne", "Avec tout. À ne pas joindre à une délibération."),
)
HOW_LONG: tuple[tuple[Model, str, str], ...] = (
    ("complet", "Rapport complet", "Résultats, feuille de route, fiches d’action."),
    ("synthese", "Synthèse", "Une page, à afficher ou pour ouvrir une réunion."),
    (
        "questionnaire-vierge",
        "Questionnaire à remplir",
        "Sur papier, en gros caractères, avec une grille pour saisir ensuite.",
    ),
    (
        "fiche-verification",
        "Fiche de vérification",
        "Ce qu’il reste à savoir, une page par personne. À usage interne.",
    ),
)
UNSCORED = "Les questions, les chiffres publiés et, à usage interne, vos réponses."
"""What the whole report holds without a score."""
ATTESTATION: tuple[Model, str, str] = (
    "attestation",
    "Attestation autodéclarée",
    "Des critères publiés, et où vous en êtes. En une page.",
)
"""Only where there are criteria: it rests on a score."""
INTERNAL: tuple[Model, ...] = ("fiche-verification",)
"""What has no edition for everybody."""

WIDEST = 1200
IN_VIEW = 120
"""Pixels around the beginning of what is shown under a choice."""


class PrintingOptions(QWidget):
    """Emits `edition_chosen` when somebody chooses; the document is made elsewhere."""

    edition_chosen = Signal(object)
    save_chosen = Signal()
    open_chosen = Signal()
    print_chosen = Signal()

    def __init__(self, theme: Theme, rules: AttestationRules | None) -> None:
        """`rules`: those of the attestation; None without a score: there is no roadmap then, and
        none of the documents that rest on it."""
        super().__init__()
        self._theme, self._unscored, self._rules = theme, rules is None, rules
        attested = (ATTESTATION,) if rules and rules.criteria else ()
        self._models = (*HOW_LONG, *attested)
        self.attestation: AttestationPart | None = None
        """Made when it is first chosen."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_shown_below)
        self._below_models = QVBoxLayout()
        self._whole = False
        self._whom_chosen = 0
        self._said: list[QLabel] = []
        self._whom = QButtonGroup(self)
        self._length = QButtonGroup(self)
        self.documents = DocumentsPart(theme)
        self.state = label("", "body", tone="ink2")
        self.note = label("", "body", tone="warn")
        self.update_plan = button(theme, "Mettre à jour la feuille de route", "quiet")
        self.save = button(theme, "Enregistrer le PDF…", "primary", "file")
        self.open = button(theme, "Ouvrir", "secondary", "eye")
        self.print = button(theme, "Imprimer…", "secondary", "print")
        self._build()
        self._connect()

    @property
    def edition(self) -> Edition:
        """The document that is chosen."""
        return Edition(self._models[self._length.checkedId()][0], self._whom.checkedId() == 0)

    def choose(self, model: Model) -> None:
        """As if somebody chose it; nothing where it is not proposed."""
        models = [one for one, _, _ in self._models]
        if model in models:
            self._length.button(models.index(model)).click()

    def show_ready(self, ready: bool, state: str) -> None:
        """Whether the document can be used, and what to say of it."""
        self.state.setText(state)
        for one in (self.save, self.open, self.print):
            one.setEnabled(ready)

    def show_outdated(self, outdated: bool) -> None:
        """Whether the roadmap it prints was made before the last answers."""
        self.note.setText(
            "Vos réponses ont changé depuis le calcul de la feuille de route. Le document le dit."
        )
        self.note.setVisible(outdated)
        self.update_plan.setVisible(outdated)

    def show_whole(self, *, whole: bool) -> None:
        """Whether everything is seen without scrolling here: the page scrolls then. Beside the
        pages, the choices take what height there is, and only they scroll."""
        self._whole = whole
        policy = QSizePolicy.Policy
        self._scroll.setSizePolicy(policy.Expanding, policy.Fixed if whole else policy.Ignored)
        wide = self.width() or WIDEST
        self._scroll.setMinimumHeight(self._flowing.heightForWidth(wide) if whole else 0)
        for said in self._said:
            said.setIndent(round(30 * self._theme.scale))

    def _build(self) -> None:
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addWidget(label("Imprimer", "title", wrap=False))
        card = Card(margin=16)
        card.body.setSpacing(0)
        card.body.addWidget(label("Pour qui\u202f?", "lead", bold=True))
        for number, (name, about) in enumerate(FOR_WHOM):
            self._add(card, self._whom, number, name, about)
        card.body.addSpacing(4)
        card.body.addWidget(rule())
        card.body.addSpacing(4)
        card.body.addWidget(label("Quel document\u202f?", "lead", bold=True))
        for number, (model, name, about) in enumerate(self._models):
            whole = self._unscored and model == "complet"
            self._add(card, self._length, number, name, UNSCORED if whole else about)
        card.body.addLayout(self._below_models)
        below = rule()
        for part in (below, self.documents):
            card.body.addSpacing(0 if self._unscored else 12)
            card.body.addWidget(part)
            part.setVisible(not self._unscored)
        layout.addWidget(card)
        layout.addWidget(self.note)
        layout.addWidget(self.update_plan, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        self._flowing = Flowing(layout, QMargins(), WIDEST)
        self._scroll = scroll_area(self._flowing)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.state)
        whole.addWidget(self.save)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open, 1)
        row.addWidget(self.print, 1)
        whole.addLayout(row)
        self.show_outdated(outdated=False)

    def _add(self, card: Card, group: QButtonGroup, number: int, name: str, about: str) -> None:
        choice = QRadioButton(name)
        choice.setProperty("strong", "true")
        choice.setProperty("focus_radius", 8)
        choice.setAccessibleDescription(about)
        choice.setChecked(number == 0)
        group.addButton(choice, number)
        said = label(about, "caption", tone="ink2")
        self._said.append(said)
        card.body.addSpacing(REACH)
        card.body.addWidget(choice)
        card.body.addSpacing(REACH)  # else it lies on the words
        card.body.addWidget(said)

    def _connect(self) -> None:
        self._whom.idClicked.connect(self._on_whom_clicked)
        self._length.idClicked.connect(self._on_length_clicked)
        self.documents.resized.connect(self._on_documents_resized)
        self.save.clicked.connect(self.save_chosen)
        self.open.clicked.connect(self.open_chosen)
        self.print.clicked.connect(self.print_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_whole(whole=self._whole)  # at today’s width

    @Slot()
    def _on_documents_resized(self) -> None:
        self.show_whole(whole=self._whole)

    @Slot(int)
    def _on_whom_clicked(self, number: int) -> None:
        self._whom_chosen = number
        self.edition_chosen.emit(self.edition)

    @Slot(int)
    def _on_length_clicked(self, number: int) -> None:
        """What is for the town hall alone cannot be shared; what was chosen comes back after it."""
        model = self._models[number][0]
        internal = model in INTERNAL
        self._show_attestation(wanted=model == "attestation")
        self._whom.button(0).setEnabled(not internal)
        self._whom.button(1 if internal else self._whom_chosen).setChecked(True)
        self.edition_chosen.emit(self.edition)

    def _show_attestation(self, *, wanted: bool) -> None:
        if self.attestation is None and wanted and self._rules is not None:
            self.attestation = AttestationPart(self._theme, self._rules)
            self._below_models.addWidget(self.attestation)
            self.attestation.published.toggled.connect(self._on_attestation_resized)
            for row in self.attestation.rows:
                row.resized.connect(self._on_attestation_resized)
        if self.attestation is not None:
            self.attestation.setVisible(wanted)
            self._on_attestation_resized()
            if wanted:
                self._soon.start()

    @Slot()
    def _on_attestation_resized(self) -> None:
        if self.attestation is not None:
            last = self._length.button(len(self._models) - 1)
            follow(last, self.attestation, self.documents, self.save, self.open, self.print)
        self._on_documents_resized()

    @Slot()
    def _on_shown_below(self) -> None:
        """What was chosen shows more under it: its beginning comes into view."""
        if self.attestation is not None:
            bring_into_view(self.attestation.count, IN_VIEW)
