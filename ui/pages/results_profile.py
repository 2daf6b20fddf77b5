# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The profile: the stage first, then the study’s word, why, what would change it (P4, P6, P7)."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from autodiag.scoring.said import changes_said, strongest
from autodiag.scoring.steps import reached, towards
from autodiag.text.typography import capitalised
from ui.pages.results_felt import FeltPart
from ui.pages.results_header import flow_row
from ui.pages.results_reading import Reading
from ui.shown_year import when_shown
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.profile_tag import ProfileTag
from ui.widgets.starred import StarredLabel

LINE = "\n"


class ProfileCard(Card):
    """Shown only when there is a profile."""

    why_asked = Signal()
    """How the global score is made."""

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__()
        self.body.setContentsMargins(20, 16, 20, 10)
        self._theme = theme
        self.who = label("", "body", tone="ink2")
        self.headline = label("", "title")
        self.tags = flow_row()
        self.low = ProfileTag(theme, "retardataire", "")
        self.high = ProfileTag(theme, "retardataire", "")
        self._or = label("ou", tone="ink2", wrap=False)
        self.source = label("", "caption", tone="ink2")
        self.why, self.change = StarredLabel(), StarredLabel()
        self.why_button = button(theme, "Le calcul", "quiet", icon_after="arrow")
        self.mark = FeltPart(theme, resources)
        self._build()
        self.why_button.clicked.connect(self.why_asked)

    def _build(self) -> None:
        for widget in (self.low, self._or, self.high):
            self.tags.add(widget)
        self.body.setSpacing(0)
        for widget, space in (
            (self.who, 0),
            (self.headline, 4),
            (self.tags, 6),
            (self.source, 2),
            (self._why_head(), 0),
            (self.why, 4),
            (label("Ce qui le ferait changer", "lead", bold=True), 2),
            (self.change, 4),
        ):
            self.body.addWidget(widget)
            self.body.addSpacing(space)
        self.body.addStretch(1)
        self.body.addWidget(self.mark)

    def _why_head(self) -> QWidget:
        """The question, and the way to the whole answer."""
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label("Pourquoi ce profil\u202f?", "lead", bold=True), 1)
        line.addWidget(self.why_button)
        return head

    def show_reading(self, reading: Reading) -> None:
        """What the profile is and what it rests on."""
        profile, naming = reading.result.profile, reading.naming
        if profile.low is None or profile.high is None:
            return
        certain = profile.certain
        sure = "" if certain else ", entre deux étapes"
        self.who.setText(f"{capitalised(reading.yours)} {when_shown(reading.snapshot)}{sure}")
        self.headline.setText(naming.kind(profile.low))
        low, high = naming.label(profile.low), naming.label(profile.high)
        self.low.show_profile(profile.low, f"Profil {low}" if certain else low)
        self.high.show_profile(profile.high, high)
        self._or.setVisible(not certain)
        self.high.setVisible(not certain)
        key = "profil.source_du_mot" if certain else "profil.source_des_mots"
        self.source.setText(reading.say(key))
        self.why.say(LINE.join(_why(reading)))
        overall = reading.result.overall
        short = naming.short(overall) if overall else ""
        self.why_button.setAccessibleName(f"Le calcul. Pourquoi {short}\u202f?")
        self.change.say(LINE.join(_change(reading)))
        self.mark.show_reading(reading)


def _why(reading: Reading) -> list[str]:
    """The score, the condition met, always a strength (contract P6)."""
    result, naming = reading.result, reading.naming
    parts: list[str] = []
    if result.overall is not None:
        parts.append(reading.say("synthese.score", score=naming.said(result.overall)) + ".")
    met = [
        capitalised(naming.condition(r))
        for r in result.profile.readings
        if towards(r) == result.profile.low and reached(r)[0]
    ]
    parts += [f"{text}\u00a0: {reading.say('profil.atteinte')}." for text in met]
    best = strongest(result)
    if best is not None and best.range is not None:
        parts.append(
            f"Votre point d’appui\u00a0: {naming.theme(best.theme)}, {naming.short(best.range)}."
        )
    return parts


def _change(reading: Reading) -> list[str]:
    """The conditions not met, the doubts, and the next step: the plan, or making one."""
    intro, lines, doubts = changes_said(reading.naming, reading.result.profile)
    parts = [intro, *(f"•\u00a0{line}" for line in lines)]
    if doubts:
        parts.append(doubts)
    later, plan = reading.later_profile, reading.plan
    if plan is not None and later is not None and plan.projection.overall is not None:
        score_then = reading.naming.said(plan.projection.overall)
        then = reading.naming.kind(later)
        parts.append(
            f"Avec la feuille de route\u00a0: **{score_then}**. "
            + reading.say("feuille_de_route.projection_profil", etape=then)
        )
    return parts
