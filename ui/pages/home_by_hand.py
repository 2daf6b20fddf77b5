# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A collectivité that the list does not have, typed by hand on the welcome page."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from autodiag.model.authority import KINDS, Kind
from autodiag.places.typed import typed_authority
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.identity_fields import IdentityFields
from ui.widgets.labels import label
from ui.widgets.place_words import KIND_NAMES, LIMITS
from ui.widgets.segmented import Segmented


class ByHandForm(Card):
    """Kind, name, population; then begin."""

    filled = Signal(object)
    """A LocalAuthority."""
    given_up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kind: Kind = "commune"
        names = [(kind, KIND_NAMES[kind]) for kind in KINDS]
        self.kinds = Segmented(theme, "Type de collectivité", names)
        self.fields = IdentityFields(theme)
        self.limits = label(LIMITS, "body", tone="warn")
        self.begin = button(theme, "Commencer", "primary", icon_after="arrow")
        self.back = button(theme, "Revenir à la recherche", "quiet")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(label("Votre collectivité, à la main", "lead", bold=True))
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.limits)
        self.body.addWidget(self.fields)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.begin.clicked.connect(self._on_begin_clicked)
        self.back.clicked.connect(self.given_up)
        self.fields.name.returnPressed.connect(self._on_begin_clicked)
        self.fields.population.returnPressed.connect(self._on_begin_clicked)

    def start(self, name: str) -> None:
        """Begin with what was typed in the search."""
        self.fields.fill("" if name.isdigit() else name, None)
        self._on_kind_chosen("commune")
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind_chosen(self, kind: str) -> None:
        self._kind = cast("Kind", kind)
        self.kinds.show_choice(kind)
        self.limits.setVisible(kind not in ("commune", "epci"))

    def _on_begin_clicked(self) -> None:
        read = self.fields.read()
        if read is not None:
            self.filled.emit(typed_authority(read[0], self._kind, read[1]))
