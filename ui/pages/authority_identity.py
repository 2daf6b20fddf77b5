# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who the dossier is about: what the register knows, and how to correct it or take another."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from autodiag.model.authority import LocalAuthority
from autodiag.places.identifiers import siret_of
from autodiag.places.typed import clean_name, read_population, typed_authority
from autodiag.text.numbers import in_groups
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.authority_siret import SiretField
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.identity_fields import IdentityFields
from ui.widgets.labels import label
from ui.widgets.place_search import PlaceSearch
from ui.widgets.place_words import KIND_NAMES, LIMITS, department, inhabitants

_LINES = (
    *("Département", "Région", "Intercommunalité", "Code de la commune"),
    *("Numéro SIREN", "Numéro SIRET"),
)
"""What is known of those of the register; a line of which nothing is known is not shown."""
_NO_COMMUNE = ("Intercommunalité", "Code de la commune")
"""What only a commune has."""
NOTICE = "identite"
_BY_INSEE = " (INSEE, Institut national de la statistique)"
_OF_SIREN = " (répertoire national des organismes)"
"""What an acronym stands for, said once, where it is read."""


class IdentityCard(Card):
    """Reads the bridge; writes what is corrected through it."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__()
        theme, places = desk.theme, desk.paths.bundle.places
        self._bridge, self._notices = bridge, desk.notices
        self.name = label("", "title")
        self.kind = label("", "body")
        self.limits = label(LIMITS, "body", tone="warn")
        self.values: dict[str, QLabel] = {}
        self._lines: dict[str, tuple[QWidget, QWidget]] = {}
        self.correct = button(theme, "Corriger…", "secondary")
        self.correct.setAccessibleName("Corriger le nom, la population ou le SIRET")
        self.other = button(theme, "Choisir une autre collectivité…", "quiet")
        self.fields = IdentityFields(theme)
        self.siret = SiretField(theme)
        self.save = button(theme, "Enregistrer", "secondary")
        self.search = PlaceSearch(theme, places, "Chercher une autre collectivité")
        self.cancel = button(theme, "Annuler", "quiet")
        self._reading, self._editing = QWidget(), QWidget()
        self._opener = self.correct
        """What the form was opened by: where closing it leads back."""
        self._build()
        self._connect()
        self._show(None)

    def _build(self) -> None:
        self.body.setSpacing(4)
        self.body.addWidget(label("Votre collectivité", "body", tone="ink2"))
        self.body.addWidget(self.name)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.limits)
        self.body.addWidget(self._reading)
        self.body.addWidget(self._editing)
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 8, 0, 0)
        reading.setSpacing(8)
        reading.addLayout(self._build_lines())
        ways = QHBoxLayout()
        ways.setContentsMargins(0, 6, 0, 0)
        ways.setSpacing(12)
        ways.addWidget(self.correct)
        ways.addWidget(self.other)
        ways.addStretch(1)
        reading.addLayout(ways)
        editing = QVBoxLayout(self._editing)
        editing.setContentsMargins(0, 8, 0, 0)
        editing.setSpacing(12)
        editing.addWidget(self.fields)
        editing.addWidget(self.siret)
        editing.addWidget(self.search)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        editing.addLayout(buttons)

    def _build_lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(_LINES):
            said, value = label(name, "body", tone="ink2", wrap=False), label("", "body")
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
            self.values[name], self._lines[name] = value, (said, value)
        return grid

    def _connect(self) -> None:
        self.correct.clicked.connect(self._on_correct_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.fields.name.returnPressed.connect(self._on_save_clicked)
        self.fields.population.returnPressed.connect(self._on_save_clicked)
        self.siret.edit.returnPressed.connect(self._on_save_clicked)
        self.search.chosen.connect(self._on_place_chosen)
        self.search.by_hand_asked.connect(self._on_by_hand_asked)
        self.cancel.clicked.connect(self._on_cancel_clicked)

    def refresh(self) -> None:
        """Show what the dossier holds."""
        authority = self._bridge.snapshot.authority
        self.name.setText(authority.name)
        self.kind.setText(f"{KIND_NAMES[authority.kind]} · {inhabitants(authority)}")
        self.limits.setVisible(not authority.written_for)
        for name, text in _described(authority).items():
            self.values[name].setText(text)
            fits = authority.kind == "commune" or name not in _NO_COMMUNE
            for widget in self._lines[name]:
                widget.setVisible(bool(text) and fits)
        for widget in (self.correct, self.other):
            widget.setEnabled(self._bridge.writable)

    def hand_over(self) -> None:
        """The form is being left: a correction that can be read is written, and said; anything
        else stays in the form, and that it is not kept is said, on the welcome page too."""
        if self.fields.isHidden() or not self._bridge.writable:
            return
        now = self._bridge.snapshot.authority
        if self.fields.kind is None:
            self._hand_correction(now)
        elif clean_name(self.fields.name.text()):
            self._tell_unkept("La collectivité saisie à la main n’est pas enregistrée.", now.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap is «Annuler»."""
        if event.key() == Qt.Key.Key_Escape and not self._editing.isHidden():
            self._on_cancel_clicked()
        else:
            super().keyPressEvent(event)

    # --- Slots

    def _on_correct_clicked(self) -> None:
        self._opener = self.correct
        authority = self._bridge.snapshot.authority
        self.fields.fill(authority.name, authority.population)
        self.siret.fill(authority.siret)
        self._show(self.fields)
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other_clicked(self) -> None:
        self._opener = self.other
        self.search.clear()
        self._show(self.search)
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_by_hand_asked(self, typed: str) -> None:
        self.fields.fill(typed, None, self._bridge.snapshot.authority.kind)
        self._show(self.fields)
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save_clicked(self) -> None:
        read = self.fields.read()
        if read is None:
            return
        name, population = read
        if self.fields.kind is None:
            authority = self._bridge.snapshot.authority
            siret = self.siret.read(authority.siren)
            if siret is not None:
                self._write(replace(authority, name=name, population=population, siret=siret))
        else:  # somebody else: no code of the former one is kept
            self._write(typed_authority(name, self.fields.kind, population))

    def _on_place_chosen(self, authority: LocalAuthority) -> None:
        """The same one, chosen again, keeps the SIRET that the register does not have."""
        now = self._bridge.snapshot.authority
        same = bool(now.siren) and now.siren == authority.siren
        self._write(replace(authority, siret=now.siret) if same else authority)

    def _on_cancel_clicked(self) -> None:
        self._close()

    # --- Private

    def _write(self, authority: LocalAuthority) -> None:
        if authority != self._bridge.snapshot.authority:
            self._bridge.set_authority(authority)
        self._close()

    def _close(self) -> None:
        self._notices.clear(NOTICE)
        self._show(None)
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_correction(self, now: LocalAuthority) -> None:
        name = clean_name(self.fields.name.text())
        why = "" if name else AutodiagError("nom_vide").sentence
        population, siret = None, ""
        try:
            population = read_population(self.fields.population.text())
            siret = siret_of(self.siret.edit.text(), now.siren)
        except AutodiagError as error:
            why = why or error.sentence
        if why:
            self._tell_unkept("Votre correction n’est pas enregistrée.", now.name, why)
            return
        corrected = replace(now, name=name, population=population, siret=siret)
        self._show(None)
        if corrected != now:
            self._bridge.set_authority(corrected)
            self._notices.tell(
                "success",
                f"Votre correction est enregistrée\u00a0: {name}, {inhabitants(corrected)}.",
                "«\u202fAnnuler\u202f», en haut, revient à ce qui était.",
                key=NOTICE,
            )

    def _tell_unkept(self, fact: str, name: str, why: str = "") -> None:
        more = f"{why} Le dossier reste celui de {name}."
        self._notices.tell("warning", fact, more.strip(), key=NOTICE, lasting=True)

    def _show(self, editor: QWidget | None) -> None:
        self._reading.setVisible(editor is None)
        self._editing.setVisible(editor is not None)
        self.fields.setVisible(editor is self.fields)
        self.siret.setVisible(editor is self.fields and self.fields.kind is None)
        self.save.setVisible(editor is self.fields)
        self.search.setVisible(editor is self.search)


def _described(authority: LocalAuthority) -> dict[str, str]:
    """What is known by name of line; empty for what is not."""
    values = (
        department(authority),
        authority.region,
        authority.epci_name,
        authority.insee and authority.insee + _BY_INSEE,
        authority.siren and in_groups(authority.siren) + _OF_SIREN,
        authority.siret and in_groups(authority.siret),
    )
    return dict(zip(_LINES, values, strict=True))
