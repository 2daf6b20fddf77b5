# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What every section of the report needs: the content, the words, the story, and how things are
named. Prints nothing itself."""

from dataclasses import dataclass
from fractions import Fraction

from autodiag.charts.look import Look
from autodiag.charts.range_bars import ScoreRow
from autodiag.model.questionnaire import ProfileId, Question, Theme, Wording
from autodiag.model.result import Range, ThemeResult
from autodiag.model.roadmap import Action
from autodiag.report.content import ReportContent
from autodiag.report.markup import Words
from autodiag.report.reserved import NOTHING, Reserved
from autodiag.report.story import Story
from autodiag.scoring.actors import actors_elsewhere
from autodiag.scoring.trace import Reply, reply
from autodiag.scoring.wording import wording_read
from autodiag.text.numbers import score_range, short_score_range
from autodiag.text.typography import NARROW, capitalised, plain

LONGEST_NOTE = 1_000
"""Characters: a row of a table, never cut in two, must hold on a page."""


@dataclass(frozen=True)
class Context:
    """Passed to every section."""

    content: ReportContent
    words: Words
    story: Story
    look: Look
    kept_back: Reserved = NOTHING

    @property
    def name(self) -> str:
        """The collectivité’s name, harmless, at most 300 characters."""
        return plain(self.content.snapshot.authority.name) or self.words.raw("general.sans_nom")

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of the embedded questionnaire, without those that are reserved."""
        hidden = self.kept_back.themes
        return tuple(t for t in self.content.snapshot.questionnaire.themes if t.id not in hidden)

    @property
    def unscored(self) -> bool:
        """Whether the questionnaire gives no score at all, whatever is answered."""
        return self.content.snapshot.questionnaire.scoring is None

    @property
    def scored(self) -> bool:
        """Whether any answer gives a level: without one there is no score worth a drawing."""
        return any(self.result_of(theme).count("niveau") for theme in self.themes)

    @property
    def thresholds(self) -> tuple[Fraction, ...]:
        """Every bound of the profile rules: no score may be shown on the wrong side (S9)."""
        scoring = self.content.snapshot.questionnaire.scoring
        if scoring is None:
            return ()
        bounds = {Fraction(t.bound) for rule in scoring.profile_rules for t in rule.thresholds}
        return tuple(sorted(bounds))

    def said(self, span: Range) -> str:
        """«entre 1,6 et 1,8 sur 4»."""
        return score_range(span.low, span.high, self.thresholds)

    def short(self, span: Range) -> str:
        """«1,6 – 1,8»."""
        return short_score_range(span.low, span.high, self.thresholds)

    def clipped(self, text: str, limit: int) -> str:
        """Text without what makes it longer than `limit` characters; whole words."""
        text = plain(text, 2_000)
        if len(text) <= limit:
            return text
        return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"

    def theme(self, theme_id: str) -> str:
        """A theme’s title."""
        themes = self.content.snapshot.questionnaire.themes
        return next((t.title for t in themes if t.id == theme_id), theme_id)

    def quoted(self, text: str) -> str:
        """Between French quotes."""
        return f"«{NARROW}{text}{NARROW}»"

    def rows(self) -> list[ScoreRow]:
        """One bar per theme, for the charts."""
        numbers = {t.id: i for i, t in enumerate(self.content.snapshot.questionnaire.themes, 1)}
        return [
            ScoreRow(t.title, self.result_of(t).range, t.id, numbers[t.id]) for t in self.themes
        ]

    def result_of(self, theme: Theme) -> ThemeResult:
        """The result of a theme."""
        return self.content.result.theme(theme.id)

    def reply(self, question: Question) -> Reply:
        """How a question of any type stands: only those of levels have a trace."""
        it = self.content.snapshot
        return reply(question, it.assessment, it.authority, it.facts)

    def number(self, question_id: str) -> str:
        """A question’s place, as printed: «3.2» is the second question of the third theme."""
        for i, theme in enumerate(self.content.snapshot.questionnaire.themes, 1):
            for j, question in enumerate(theme.questions, 1):
                if question.id == question_id:
                    return f"{i}.{j}"
        return question_id

    def wording(self, question: Question) -> Wording:
        """The wording it was answered under, else the one this collectivité would be asked."""
        it = self.content.snapshot
        return wording_read(it.questionnaire, question, it.assessment, it.authority, it.facts)

    def note(self, question_id: str) -> str:
        """The note left on a question."""
        return plain(self.content.snapshot.notes.get(question_id, ""), LONGEST_NOTE)

    def same_as(self, question_id: str) -> str:
        """That another questionnaire of the dossier was answered the same, empty where none was."""
        there = self.content.same_as.get(question_id)
        return self.words("reponses.meme", titre=there) if there else ""

    def who(self, action_id: str) -> str:
        """Who was decided, else the catalogue’s lead."""
        snapshot = self.content.snapshot
        names = [d.who for d in (snapshot.decisions.get(action_id),) if d]
        names += [own.who for own in snapshot.own_actions if own.id == action_id]
        decided = next((name for name in names if name), "")
        if decided:
            return plain(decided)
        action = self.action(action_id)
        return capitalised(self.actor(action.lead)) if action else ""

    def question(self, question_id: str) -> str:
        """A question’s text; its id where the questionnaire does not have it."""
        question = self.content.snapshot.questionnaire.questions.get(question_id)
        return self.wording(question).text if question else question_id

    def kind(self, profile: ProfileId) -> str:
        """The kind label, which always comes first (contract P7)."""
        return self.content.knowledge.portraits[profile].kind_label

    def label(self, profile: ProfileId) -> str:
        """The study’s word, in lower case and quotes."""
        return self.quoted(self.content.knowledge.portraits[profile].label.lower())

    def actor(self, actor_id: str) -> str:
        """Who an actor id stands for; a person of the town hall has another name elsewhere."""
        elsewhere = actors_elsewhere(self.content.snapshot.authority, self.words.section)
        if actor_id in elsewhere:
            return elsewhere[actor_id]
        actor = self.content.knowledge.actors.get(actor_id)
        return actor.name if actor else actor_id

    def action(self, action_id: str) -> Action | None:
        """An action of the catalogue, None for another kind of planned action."""
        return self.content.knowledge.actions.actions.get(action_id)
