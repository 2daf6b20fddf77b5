# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Under the results: the portrait, what each stage asks, whom to ask, the obligations."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from autodiag.model.questionnaire import PROFILES
from autodiag.scoring.doubts import by_whom
from autodiag.scoring.said import asked_first, conditions_said, next_step_said
from autodiag.scoring.steps import hidden_measures
from autodiag.text.acronyms import SpeltOut
from autodiag.text.numbers import count, listing
from autodiag.text.typography import capitalised
from ui.pages.results_layout import emptied
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.row_button import LinkRow
from ui.widgets.starred import StarredLabel

FIRST = "Connaître ces réponses préciserait le plus votre score\u00a0: commencez par elles."
MOST = 8
"""Questions to clarify listed at once."""
MARKS = {True: ("check", "okInk"), None: ("help", "warnInk"), False: ("flag", "ink2")}


class Explaining(Card):
    """A card made anew only when what it says is something else: measuring text is slow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._said: object = None

    def says(self, something: object) -> bool:
        """Whether it already says that; if not, it is emptied."""
        if self._said == something:
            return True
        self._said = something
        self.hide()  # what is added to a card that is seen is shown, and measured, piece by piece
        emptied(self.body)
        return False


class PortraitCard(Explaining):
    """The stage in words: always a strength and the next step."""

    def show_reading(self, reading: Reading) -> bool:
        """False where there is no profile."""
        profile = reading.result.profile.low
        if profile is None:
            return False
        then = next_step_said(reading.naming, profile, reading.plan)
        if self.says((profile, then)):
            return True
        portrait = reading.naming.knowledge.portraits[profile]
        self.body.addWidget(label("Ce que dit cette étape", "lead", bold=True))
        self.body.addWidget(StarredLabel(reading.say("profil.force", texte=portrait.strength)))
        self.body.addWidget(StarredLabel(then))
        self.body.addWidget(label(portrait.portrait, tone="ink2"))
        self.body.addStretch(1)
        return True


class StepsCard(Explaining):
    """Every condition of every stage, met or not, and by how much (contract P6)."""

    method_asked = Signal()
    """How scores and stages are worked out, which the help tells."""

    def show_reading(self, reading: Reading) -> bool:
        """False where there is no profile yet."""
        profile, naming = reading.result.profile, reading.naming
        if profile.low is None or not profile.readings:
            return False
        said_of = conditions_said(naming, profile)
        if self.says((said_of, reading.pilot is None)):
            return True
        self.body.addWidget(label(reading.say("titres.conditions"), "lead", bold=True))
        for said in sorted(said_of, key=lambda said: PROFILES.index(said.stage)):
            icon, token = MARKS[said.met]
            line, words = QHBoxLayout(), QVBoxLayout()
            line.setSpacing(10)
            words.setSpacing(0)
            mark = IconLabel(self._theme, icon, token, 20)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            words.addWidget(StarredLabel(f"**{naming.kind(said.stage)}**\u00a0: {said.text}"))
            score = f"Votre score\u00a0: {said.score}. {capitalised(said.state)}."
            words.addWidget(label(score, tone="ink2"))
            line.addLayout(words, 1)
            self.body.addLayout(line)
        hidden = hidden_measures(naming.questionnaire.scoring)
        if hidden and reading.pilot is not None:
            measures = listing([naming.measure(measure) for measure in hidden])
            self._note(reading.say("carte.non_montre", mesures=measures))
        self._note(reading.say("profil.seuils"))
        method = LinkRow(self._theme, "La méthode", lead=IconLabel(self._theme, "help", "primary"))
        method.clicked.connect(self.method_asked)
        self.body.addWidget(method)
        self.body.addStretch(1)
        return True

    def _note(self, text: str) -> None:
        self.body.addWidget(label(text, "caption", tone="ink2"))


class AskCard(Explaining):
    """The unknown answers, by whom to ask; those that matter most to the profile first (P4)."""

    question_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.links: dict[str, LinkRow] = {}

    def show_reading(self, reading: Reading) -> bool:
        """False where everything is known."""
        result, asked = reading.result, reading.naming.questionnaire
        doubts = result.profile.doubts
        groups = by_whom(doubts) or asked_first(asked, list(result.traces().values()))
        if not groups:
            return False
        settles = {doubt.question for doubt in doubts if doubt.settles}
        texts = [reading.wording(question).text for group in groups.values() for question in group]
        if self.says((groups, settles, texts, bool(doubts))):
            return True
        self.links = {}
        self.body.addWidget(label(reading.say("titres.doutes"), "lead", bold=True))
        if doubts:
            self.body.addWidget(label(FIRST, tone="ink2"))
        left, spelt = MOST, SpeltOut(reading.naming.knowledge.glossary)
        for whom, questions in groups.items():
            if left > 0:
                who = spelt.read(capitalised(reading.naming.actor(whom)))
                self.body.addWidget(label(who, bold=True))
            for question in questions[: max(0, left)]:
                self._link(reading, question, settles=question in settles)
            left -= len(questions)
        if left < 0:
            self.body.addWidget(
                label(f"Et {count(-left, 'autre question', 'autres questions')}.", tone="ink2")
            )
        self.body.addStretch(1)
        return True

    def _link(self, reading: Reading, question: str, *, settles: bool) -> None:
        aside = reading.say("profil.tranche").replace("**", "") if settles else ""
        number = reading.naming.number(question)
        link = LinkRow(self._theme, reading.wording(question).text, lead=number, aside=aside)
        link.clicked.connect(partial(self._on_chosen, question))
        self.links[question] = link
        self.body.addWidget(link)

    def _on_chosen(self, question_id: str) -> None:
        self.question_asked.emit(question_id)


class DutiesCard(Explaining):
    """How many obligations are to be done or checked, and the way to their page."""

    asked = Signal()

    def show_reading(self, reading: Reading) -> bool:
        """False where no obligation was read."""
        undone, unsure = reading.duties["non_remplie"], reading.duties["a_verifier"]
        met = reading.duties["remplie"]
        if not undone + unsure + met:
            return False
        if self.says((undone, unsure, met)):
            return True
        parts = [
            f"{count(number, word, word)}"
            for number, word in (
                (undone, "à faire"),
                (unsure, "à vérifier"),
                (met, "déjà en ordre"),
            )
            if number
        ]
        self.body.addWidget(label("Les obligations", "lead", bold=True))
        link = LinkRow(
            self._theme,
            capitalised(listing(parts)),
            lead=IconLabel(self._theme, "scale", "warnInk" if undone else "primary", 24),
            aside="D’après vos réponses. Ce n’est pas un avis juridique.",
        )
        link.clicked.connect(self.asked)
        self.body.addWidget(link)
        self.body.addStretch(1)
        return True
