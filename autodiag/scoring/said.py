# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A result in French sentences: profile, what it rests on, what would change it (contract P4–P7).

The sentences are data; passages between two stars are bold. Knows nothing of screens or paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from autodiag.model.authority import LocalAuthority
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Measure, ProfileId, Questionnaire
from autodiag.model.result import (
    ProfileResult,
    QuestionTrace,
    Range,
    Result,
    ThemeResult,
    ThresholdReading,
)
from autodiag.model.roadmap import Roadmap
from autodiag.scoring.actors import actors_elsewhere
from autodiag.scoring.steps import distance, lacking, next_stage, reached, thresholds, towards
from autodiag.text.numbers import listing, score_range, short_score_range, shortfall
from autodiag.text.sentences import Sentences
from autodiag.text.typography import NARROW

FIRST_STEPS = 3
"""How many actions of the plan are named as the next step."""


@dataclass(frozen=True, slots=True)
class ConditionSaid:
    """One condition of a stage: which stage, what it asks, the score today, where it stands.
    `met` None: the unknown answers decide."""

    stage: ProfileId
    text: str
    score: str
    state: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Naming:
    """What sentences are made with: the data, and how things are called in it."""

    sentences: Sentences
    questionnaire: Questionnaire
    knowledge: Knowledge
    authority: LocalAuthority

    @property
    def thresholds(self) -> tuple[Fraction, ...]:
        """No score may be shown on the wrong side of one (contract S9)."""
        return thresholds(self.questionnaire.scoring)

    def said(self, span: Range) -> str:
        """«entre 1,6 et 1,8 sur 4»."""
        return score_range(span.low, span.high, self.thresholds)

    def short(self, span: Range) -> str:
        """«1,6 – 1,8»."""
        return short_score_range(span.low, span.high, self.thresholds)

    def theme(self, theme_id: str) -> str:
        """A theme’s title."""
        themes = self.questionnaire.themes
        return next((theme.title for theme in themes if theme.id == theme_id), theme_id)

    def kind(self, profile: ProfileId) -> str:
        """The kind label, which always comes first (contract P7)."""
        return self.knowledge.portraits[profile].kind_label

    def label(self, profile: ProfileId) -> str:
        """The study’s word, in lower case and quotes."""
        return quoted(self.knowledge.portraits[profile].label.lower())

    def actor(self, actor_id: str) -> str:
        """Who an actor id stands for; a person of the town hall has another name elsewhere."""
        if not actor_id:
            return self.sentences("profil.personne")
        elsewhere = actors_elsewhere(self.authority, self.sentences.section)
        if actor_id in elsewhere:
            return elsewhere[actor_id]
        actor = self.knowledge.actors.get(actor_id)
        return actor.name if actor else actor_id

    def number(self, question_id: str) -> str:
        """«3.2»: the second question of the third theme."""
        for i, theme in enumerate(self.questionnaire.themes, 1):
            for j, question in enumerate(theme.questions, 1):
                if question.id == question_id:
                    return f"{i}.{j}"
        return question_id

    def measure(self, measure: Measure) -> str:
        """What a condition looks at."""
        if measure.kind == "global":
            return self.sentences("profil.mesure_global")
        names = listing([quoted(self.theme(theme)) for theme in measure.themes])
        key = "profil.mesure_theme" if measure.kind == "theme" else "profil.mesure_moyenne"
        return self.sentences(key, themes=names)

    def condition(self, reading: ThresholdReading) -> str:
        """«score global d’au moins 2»."""
        mesure, bound = self.measure(reading.threshold.measure), reading.threshold.bound
        return self.sentences("profil.condition", mesure=mesure, borne=bound.replace(".", ","))


def quoted(text: str) -> str:
    """Between French quotes."""
    return f"«{NARROW}{text}{NARROW}»"


def preview_said(naming: Naming, result: Result) -> str:
    """The *aperçu express*, never called a profile (contract S10); empty where it is not due."""
    preview = result.preview
    if preview is None or preview.overall is None:
        return ""
    if not any(theme.count("niveau") for theme in preview.themes):
        scored = any(theme.count("niveau") for theme in result.themes)
        return "" if scored else naming.sentences("profil.tout_inconnu")
    number = sum(trace.state != "non_applicable" for trace in preview.traces().values())
    return naming.sentences(
        "profil.apercu",
        nombre=str(number),
        score=naming.said(preview.overall),
        tendance=_tendency(naming, preview.profile),
    )


def preview_title(naming: Naming, result: Result) -> tuple[str, str]:
    """The same as a headline, and what to keep in mind of it; both empty where no level is known
    in the aperçu (contract S10)."""
    preview = result.preview
    if preview is None or preview.overall is None:
        return "", ""
    if not any(theme.count("niveau") for theme in preview.themes):
        return "", ""
    number = str(sum(trace.state != "non_applicable" for trace in preview.traces().values()))
    values = {"nombre": number, "score": naming.said(preview.overall)}
    low, high = preview.profile.low, preview.profile.high
    stages: list[ProfileId] = [
        stage for stage in (low, None if high == low else high) if stage is not None
    ]
    if stages:
        values["etapes"] = listing([naming.kind(stage) for stage in stages], "ou")
    key = "profil.apercu_titre" if stages else "profil.apercu_titre_sans"
    return naming.sentences(key, **values), naming.sentences("profil.apercu_suite", nombre=number)


def _tendency(naming: Naming, profile: ProfileResult) -> str:
    if profile.low is None or profile.high is None:
        return naming.sentences("profil.apercu_sans_tendance")
    stages = dict.fromkeys((profile.low, profile.high))
    names = listing([quoted(naming.kind(stage)) for stage in stages], "ou")
    return naming.sentences("profil.apercu_tendance", etapes=names)


def next_step_said(naming: Naming, profile: ProfileId, plan: Roadmap | None) -> str:
    """The next step: how the plan begins where there is one, for the two never to disagree, an
    action a line; else that of the portrait."""
    for horizon in plan.horizons if plan else ():
        first = [done.title for done in horizon.actions if done.kind in ("action", "own")]
        if first:
            period = naming.sentences(f"horizons.{horizon.id}")
            period = period[:1].lower() + period[1:]
            said = naming.sentences("profil.suite_du_plan_liste", periode=period)
            return "\n".join([said, *(f"•\u00a0{title}" for title in first[:FIRST_STEPS])])
    return naming.sentences("profil.suite", texte=naming.knowledge.portraits[profile].next_step)


def conditions_said(naming: Naming, profile: ProfileResult) -> tuple[ConditionSaid, ...]:
    """One line per condition of every stage. «Moins de 2» is said as what it takes to go further:
    «au moins 2»."""
    return tuple(_condition(naming, reading) for reading in profile.readings)


def _condition(naming: Naming, reading: ThresholdReading) -> ConditionSaid:
    sentences = naming.sentences
    text = naming.condition(reading)
    low, high = reached(reading)
    if low and high:
        state, met = sentences("profil.atteinte"), True
    elif reading.measured is None:  # the theme it looks at does not concern them
        state, met = "hors de portée", False
    else:
        key = "profil.a_confirmer" if high else "profil.manque"
        state = sentences(key, ecart=shortfall(distance(reading)))
        met = None if high else False
    score = naming.short(reading.measured) if reading.measured else "sans objet"
    return ConditionSaid(towards(reading), text, score, state, met)


def changes_said(naming: Naming, profile: ProfileResult) -> tuple[str, tuple[str, ...], str]:
    """What would change the profile (contract P6): the stage aimed at, one line per condition not
    met, and what clarifying unknown answers may do (perhaps empty)."""
    sentences = naming.sentences
    target = next_stage(profile.low) if profile.low else None
    if target is None:
        return sentences("profil.au_sommet"), (), ""
    short = lacking(profile)
    if any(reading.measured is None for reading in short):
        return sentences("profil.pilote_sans_objet"), (), ""
    lines = tuple(
        sentences(
            "profil.il_manque",
            ecart=shortfall(distance(reading)),
            mesure=naming.measure(reading.threshold.measure),
            borne=_bound(reading),
        )
        for reading in short
    )
    doubts = ""
    if profile.doubts and not profile.certain:
        alone = any(doubt.settles for doubt in profile.doubts)
        doubts = sentences("profil.doute_change" if alone else "profil.doutes_changent")
    return sentences("profil.pour_aller", etape=quoted(naming.kind(target))), lines, doubts


def _bound(reading: ThresholdReading) -> str:
    return reading.threshold.bound.replace(".", ",")


def strongest(result: Result) -> ThemeResult | None:
    """The documented theme whose prudent score is the highest: always a strength to say. None where
    it stands out from no other."""
    documented = [theme for theme in result.themes if theme.documented and theme.range]
    if len(documented) > 1 and len({theme.range for theme in documented}) == 1:
        return None
    return max(documented, key=lambda t: t.range.low if t.range else 0, default=None)


def theme_reading(naming: Naming, result: ThemeResult) -> str:
    """What the prudent score of a theme means, only when it is documented (contract S10)."""
    sentences = naming.sentences
    if result.range is None:
        return sentences("themes.sans_objet")
    if not result.count("niveau"):
        return sentences("themes.sans_reponse")
    if not result.documented:
        return sentences("themes.non_documente")
    low = result.range.low
    for reading in naming.knowledge.readings:
        inside = reading.low <= low < reading.high or low == reading.high == 4
        if reading.theme == result.theme and inside:
            return reading.text
    return sentences("themes.sans_lecture")


def asked_first(
    questionnaire: Questionnaire, traces: Sequence[QuestionTrace]
) -> dict[str, tuple[str, ...]]:
    """The questions answered «je ne sais pas», by the first person to ask, in their order."""
    groups: dict[str, tuple[str, ...]] = {}
    for trace in traces:
        if trace.state == "nsp":
            whom = questionnaire.questions[trace.question].whom
            first = whom[0] if whom else ""
            groups[first] = (*groups.get(first, ()), trace.question)
    return groups
