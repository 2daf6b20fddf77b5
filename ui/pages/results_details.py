# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Under the results: the portrait, what each stage asks, whom to ask, the obligations."""

from functools import partial

from PySide6.QtCore import Signal

from autodiag.model.questionnaire import PROFILES
from autodiag.scoring.clarify import Clarified, to_clarify
from autodiag.scoring.said import conditions_said, next_step_said
from autodiag.scoring.steps import hidden_measures
from autodiag.scoring.why import clarified_said, clarify_title, clarify_total, clarify_why
from autodiag.text.acronyms import SpeltOut
from autodiag.text.articles import to
from autodiag.text.numbers import count, listing
from autodiag.text.sentences import unstarred
from autodiag.text.terms import terms_of
from autodiag.text.typography import capitalised
from ui.pages.results_layout import emptied
from ui.pages.results_overall import ConditionLine
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.row_button import LinkRow
from ui.widgets.starred import StarredLabel
from ui.widgets.term_label import TermLabel


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


class PortraitCard(Card):
    """The stage in words: always a strength and the next step. Its labels are kept: to make them
    again at each answer is slow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strength, self._then = StarredLabel(), StarredLabel()
        self._about: TermLabel | None = None

    def show_reading(self, reading: Reading) -> bool:
        """False where there is no profile."""
        profile = reading.result.profile.low
        if profile is None:
            return False
        portrait = reading.naming.knowledge.portraits[profile]
        about = self._about or self._make(reading)
        self._strength.say(reading.say("profil.force", texte=portrait.strength))
        self._then.say(next_step_said(reading.naming, profile, reading.plan))
        if about.text() != portrait.portrait:
            about.say(portrait.portrait)
        return True

    def _make(self, reading: Reading) -> TermLabel:
        words = terms_of(reading.naming.knowledge.glossary)
        self._about = about = TermLabel(self._theme, words, tone="ink2")
        self.body.addWidget(label("Ce que dit cette étape", "lead", bold=True))
        for said in (self._strength, self._then, about):
            self.body.addWidget(said)
        self.body.addStretch(1)
        return about


class StepsCard(Explaining):
    """Every condition of every stage, met or not, and by how much (contract P6)."""

    method_asked = Signal()
    """How scores and stages are worked out, which the help tells."""
    why_asked = Signal()
    """How their own were."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lines: list[ConditionLine] = []

    def show_reading(self, reading: Reading) -> bool:
        """False where there is no profile yet."""
        profile, naming = reading.result.profile, reading.naming
        if profile.low is None or not profile.readings:
            return False
        conditions = sorted(
            conditions_said(naming, profile), key=lambda said: PROFILES.index(said.stage)
        )
        # what is asked seldom changes, where they stand does at each answer
        asked = [(said.stage, said.text) for said in conditions]
        if not self.says((asked, reading.pilot is None)):
            self._make(reading, len(conditions))
        for line, said in zip(self._lines, conditions, strict=True):
            line.show_condition(reading, said)
        return True

    def _make(self, reading: Reading, number: int) -> None:
        naming = reading.naming
        self.body.addWidget(label(reading.say("titres.conditions"), "lead", bold=True))
        self._lines = [ConditionLine(self._theme) for _ in range(number)]
        for line in self._lines:
            self.body.addLayout(line)
        hidden = hidden_measures(naming.questionnaire.scoring)
        if hidden and reading.pilot is not None:
            measures = listing([naming.measure(measure) for measure in hidden])
            self._note(reading.say("carte.non_montre", mesures=measures))
        self._note(reading.say("profil.seuils"))
        for text, icon, asked in (
            ("Le calcul de vos scores", "eye", self.why_asked),
            ("La méthode", "help", self.method_asked),
        ):
            link = LinkRow(self._theme, text, lead=IconLabel(self._theme, icon, "primary"))
            link.clicked.connect(asked)
            self.body.addWidget(link)
        self.body.addStretch(1)

    def _note(self, text: str) -> None:
        self.body.addWidget(label(text, "caption", tone="ink2"))


class AskCard(Explaining):
    """The few answers to find out first: whom to ask, and what each would change (P4)."""

    question_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.links: dict[str, LinkRow] = {}

    def show_reading(self, reading: Reading) -> bool:
        """False where everything is known."""
        naming = reading.naming
        found = to_clarify(naming.questionnaire, reading.result)
        if not found.first:
            return False
        texts = [reading.wording(one.question).text for one in found.first]
        if self.says((found, texts)):
            return True
        self.links = {}
        self.body.addWidget(label(clarify_title(naming, found), "lead", bold=True))
        self.body.addWidget(label(clarify_why(naming, found), tone="ink2"))
        spelt, asked = SpeltOut(naming.knowledge.glossary), None
        for one in found.first:
            if one.whom != asked:
                asked, who = one.whom, spelt.read(naming.actor(one.whom))
                self.body.addWidget(label(reading.say("profil.demander", qui=to(who)), bold=True))
            self._link(reading, one)
        if found.total > len(found.first):
            self.body.addWidget(label(clarify_total(naming, found), "caption", tone="ink2"))
        self.body.addStretch(1)
        return True

    def _link(self, reading: Reading, one: Clarified) -> None:
        aside = clarified_said(reading.naming, one)
        if one.settles:
            aside = f"{unstarred(reading.say('profil.tranche'))} {aside}"
        number = reading.naming.number(one.question)
        link = LinkRow(self._theme, reading.wording(one.question).text, lead=number, aside=aside)
        link.clicked.connect(partial(self._on_chosen, one.question))
        self.links[one.question] = link
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
