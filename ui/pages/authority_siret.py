# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The SIRET of the collectivité, in a field. Deduces nothing from the SIREN."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from autodiag.places.identifiers import siret_of
from autodiag.text.numbers import in_groups
from ui.theme import Theme
from ui.widgets.form_row import form_row

_HINT = (
    "Quatorze chiffres\u00a0: ceux du SIREN, puis cinq pour l’établissement. Ils identifient vos "
    "contributions. Laissez vide si vous ne le savez pas."
)
_LONGEST = 40


class SiretField(QWidget):
    """May stay empty; what is wrong is said under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setMaxLength(_LONGEST)
        self._row = form_row(theme, "Numéro SIRET", self.edit, hint=_HINT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        self.edit.textEdited.connect(self._row.clear_fault)

    @property
    def fault(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._row.fault

    def fill(self, siret: str) -> None:
        """Show it, without a fault."""
        self.edit.setText(in_groups(siret))
        self._row.clear_fault()

    def read(self, siren: str) -> str | None:
        """What is typed, for the collectivité of that SIREN; None when it is at fault, and then
        the field has the focus."""
        try:
            return siret_of(self.edit.text(), siren)
        except AutodiagError as error:
            self._row.show_fault(error.sentence)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
