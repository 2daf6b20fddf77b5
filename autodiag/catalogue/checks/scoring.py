# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: what the scoring of a questionnaire must mean (contract sections 2 and 3)."""

from collections.abc import Iterator

from autodiag.catalogue.checks.questions import Rule, unknown
from autodiag.catalogue.drafts import QuestionnaireDraft
from autodiag.catalogue.measures import parse_measure
from autodiag.catalogue.packing import PROFILES_FILE, QUESTIONNAIRE_FILE
from autodiag.catalogue.problems import Problem, error
from autodiag.catalogue.shapes import ProfileRuleShape, ScoringShape
from autodiag.model.questionnaire import PROFILES


def _scoring(draft: QuestionnaireDraft) -> ScoringShape | None:
    return draft.root.notation if draft.root else None


def _place(rule: ProfileRuleShape) -> str:
    return f"notation, profil {rule.profil}"


def classable_is_possible(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """The pilot theme exists, and no more documented themes are asked than there are (S6)."""
    scoring = _scoring(draft)
    if scoring is None:
        return
    themes = draft.theme_ids()
    known = themes | draft.lost
    pilot = [scoring.theme_pilote]
    yield from unknown(QUESTIONNAIRE_FILE, "notation", "theme_pilote : thème inconnu", pilot, known)
    if draft.sound and scoring.themes_documentes > len(themes):
        said = f"themes_documentes : {scoring.themes_documentes} pour {len(themes)} thèmes"
        yield error(QUESTIONNAIRE_FILE, "notation", said)


def foundations_exist(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """The socle is made of questions answered by levels (R3)."""
    scoring = _scoring(draft)
    asked = [one.question for one in scoring.socle] if scoring else ()
    what = "socle : aucune question à réponses de 0 à 4 (à niveaux) ne se nomme"
    yield from unknown(QUESTIONNAIRE_FILE, "notation", what, asked, draft.level_ids())


def thresholds_are_readable(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Each condition of a profile names its measure, existing themes and exactly one bound (P5)."""
    scoring = _scoring(draft)
    for rule in scoring.profils if scoring else ():
        for threshold in rule.conditions:
            measure = parse_measure(threshold.mesure)
            if measure is None:
                said = (
                    f"mesure « {threshold.mesure} » non comprise ; il faut « global », "
                    "« theme:… » ou « moyenne:…,… »"
                )
                yield error(QUESTIONNAIRE_FILE, _place(rule), said)
                continue
            known = draft.theme_ids() | draft.lost
            what = "thème inconnu"
            yield from unknown(QUESTIONNAIRE_FILE, _place(rule), what, measure.themes, known)
            if (threshold.min is None) == (threshold.moins_de is None):
                said = "une condition a « min » ou « moins_de », l’un des deux"
                yield error(QUESTIONNAIRE_FILE, _place(rule), said)


def profiles_always_end(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Each profile has at most one rule, and the last rule, alone, has no condition (P3)."""
    scoring = _scoring(draft)
    if scoring is None:
        return
    given = [rule.profil for rule in scoring.profils]
    for rule in scoring.profils:
        if given.count(rule.profil) > 1:
            yield error(QUESTIONNAIRE_FILE, _place(rule), "ce profil a deux règles")
    if [not rule.conditions for rule in scoring.profils] != [False] * (len(given) - 1) + [True]:
        said = "la dernière règle de profil, et elle seule, n’a pas de condition"
        yield error(QUESTIONNAIRE_FILE, "notation", said)


def profiles_never_fall(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A better score never gives a lower profile (S7): before every later rule, a « min » leads to
    a profile at least as high, a « moins_de » to one at least as low."""
    scoring = _scoring(draft)
    rules = scoring.profils if scoring else ()
    for at, rule in enumerate(rules):
        later = [PROFILES.index(other.profil) for other in rules[at + 1 :]]
        rank = PROFILES.index(rule.profil)
        rises = any(threshold.min is not None for threshold in rule.conditions)
        falls = any(threshold.moins_de is not None for threshold in rule.conditions)
        if later and ((rises and rank < max(later)) or (falls and rank > min(later))):
            said = "avec cette règle, une meilleure note pourrait donner un profil plus bas"
            yield error(QUESTIONNAIRE_FILE, _place(rule), said)


def every_theme_has_an_express_question(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """The aperçu express needs a question of each theme that has levels (S10)."""
    if _scoring(draft) is None or not draft.sound:
        return
    for file, theme in draft.themes.items():
        levels = [question for question in theme.questions if question.type == "niveaux"]
        if levels and not any(question.express for question in levels):
            said = (
                "aucune question à réponses de 0 à 4 (à niveaux) "
                "du thème n’est express : il en faut une au moins"
            )
            yield error(file, f"thème {theme.id}", said)


def express_questions_have_levels(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Only a level brings a score to the aperçu express (S10)."""
    if _scoring(draft) is None:
        return
    for file, question in draft.questions():
        if question.express and question.type != "niveaux":
            yield error(file, f"question {question.id}", "une question express a des niveaux")


def every_profile_has_a_portrait(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A profile that can be given can be told (P7)."""
    scoring = _scoring(draft)
    if scoring is None or not draft.sound:
        return
    told = {portrait.id for portrait in draft.profiles.profils} if draft.profiles else set[str]()
    for profile in dict.fromkeys(rule.profil for rule in scoring.profils):
        if profile not in told:
            yield error(PROFILES_FILE, "", f"il manque le portrait du profil « {profile} »")


RULES: tuple[Rule, ...] = (
    classable_is_possible,
    foundations_exist,
    thresholds_are_readable,
    profiles_always_end,
    profiles_never_fall,
    every_theme_has_an_express_question,
    express_questions_have_levels,
    every_profile_has_a_portrait,
)
