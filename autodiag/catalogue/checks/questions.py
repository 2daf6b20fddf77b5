# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: what themes, questions and portraits must mean, one function per rule."""

from collections.abc import Callable, Iterable, Iterator

from autodiag.catalogue.drafts import QuestionnaireDraft
from autodiag.catalogue.packing import PROFILES_FILE, QUESTIONNAIRE_FILE
from autodiag.catalogue.problems import Problem, did_you_mean, error, quoted
from autodiag.catalogue.shapes import QuestionShape
from autodiag.model.questionnaire import HIGHEST_LEVEL

Rule = Callable[[QuestionnaireDraft], Iterator[Problem]]

LEVELS = HIGHEST_LEVEL + 1
NUMBERS = ("nombre", "note")


def twice(ids: Iterable[tuple[str, str, str]], what: str) -> Iterator[Problem]:
    """An error for each (file, place, id) whose id was already there; `what` names the things."""
    seen: dict[str, str] = {}
    for file, place, one in ids:
        if one in seen:
            where = "" if seen[one] == file else f" (déjà dans {seen[one]})"
            yield error(
                file, place, f"le nom court (identifiant) « {one} » sert à deux {what}{where}"
            )
        seen.setdefault(one, file)


def unknown(
    file: str, place: str, what: str, ids: Iterable[str], known: set[str]
) -> Iterator[Problem]:
    """An error for each id that is not known, with its near miss; `what`: « acteur inconnu »."""
    for one in ids:
        if one not in known:
            yield error(file, place, f"{what} « {one} »{did_you_mean(one, known)}")


def place_of(question: QuestionShape) -> str:
    """« question str-3 »"""
    return f"question {question.id}"


def ids_are_unique(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """No two themes, questions, variants, choices or portraits share an id."""
    yield from twice(((f, "", t.id) for f, t in draft.themes.items()), "thèmes")
    yield from twice(((f, place_of(q), q.id) for f, q in draft.questions()), "questions")
    variants = draft.root.variantes if draft.root else ()
    yield from twice(
        ((QUESTIONNAIRE_FILE, f"variante {v.id}", v.id) for v in variants), "variantes"
    )
    for file, question in draft.questions():
        yield from twice(((file, place_of(question), c.id) for c in question.choix), "choix")
    portraits = draft.profiles.profils if draft.profiles else ()
    yield from twice(((PROFILES_FILE, f"profil {p.id}", p.id) for p in portraits), "profils")


def several_themes_are_shared(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Themes that several people share are several."""
    if draft.sound and draft.root and draft.root.par_theme and len(draft.themes) < 2:
        said = "par_theme\u00a0: ce questionnaire n’a qu’un thème, il ne se partage pas"
        yield error(QUESTIONNAIRE_FILE, "", said)


def ids_are_never_recycled(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A retired id never comes back, and what replaces it exists (contract D7)."""
    known = draft.question_ids()
    for old, replacements in draft.root.renommages.items() if draft.root else ():
        place = f"renommage {old}"
        if old in known - draft.lost:
            said = (
                f"« {old} » a été retiré : ce nom court (identifiant) "
                "ne peut plus servir à une question"
            )
            yield error(QUESTIONNAIRE_FILE, place, said)
        yield from unknown(QUESTIONNAIRE_FILE, place, "question inconnue", replacements, known)


def levels_are_five(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Five levels for a question answered by levels, none for another; the scale has five too."""
    scale = draft.root.echelle if draft.root else ()
    if draft.root and (len(scale) != LEVELS) and (scale or any(draft.level_ids())):
        said = f"l’échelle compte {len(scale)} degrés : il en faut cinq"
        yield error(QUESTIONNAIRE_FILE, "", said)
    for file, question in draft.questions():
        variants = [
            (f", variante {v}", written.niveaux)
            for v, written in question.variantes.items()
            if written.niveaux
        ]
        for more, levels in [("", question.niveaux), *variants]:
            place = place_of(question) + more
            if question.type != "niveaux" and levels:
                said = f"une question de type « {question.type} » n’a pas de niveaux"
                yield error(file, place, said)
            elif question.type == "niveaux" and len(levels) != LEVELS:
                yield error(file, place, f"{len(levels)} niveaux : il en faut cinq")


def choices_are_offered(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """At least two choices for a question of choice, none for another."""
    for file, question in draft.questions():
        offers = question.type in ("choix", "choix_multiples")
        if offers and len(question.choix) < 2:
            yield error(file, place_of(question), "il faut au moins deux choix")
        elif question.choix and not offers:
            said = f"une question de type « {question.type} » n’a pas de choix"
            yield error(file, place_of(question), said)


def ranges_are_sane(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Two bounds in order for a number, none for another type (a mark is always 0–10)."""
    for file, question in draft.questions():
        low, high = question.minimum, question.maximum
        if question.type == "nombre":
            if low is None or high is None:
                said = "une question de type « nombre » a un minimum et un maximum"
                yield error(file, place_of(question), said)
            elif low >= high:
                said = f"le minimum ({low:g}) n’est pas sous le maximum ({high:g})"
                yield error(file, place_of(question), said)
        elif low is not None or high is not None or question.unite:
            said = f"une question de type « {question.type} » n’a ni bornes ni unité"
            yield error(file, place_of(question), said)


def weights_have_reasons(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A weight above 1 says why."""
    for file, question in draft.questions():
        if question.poids > 1 and not question.poids_raison.strip():
            said = f"un poids de {question.poids} se justifie : il manque « poids_raison »"
            yield error(file, place_of(question), said)


def conditions_have_reasons(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A question that may not apply says why it does not."""
    for file, question in draft.questions():
        if question.applicable is not None and not question.motif_non_applicable.strip():
            said = "avec « applicable », il manque « motif_non_applicable »"
            yield error(file, place_of(question), said)


def variants_are_declared(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A question's variants are among the questionnaire's."""
    if draft.root is None:
        return
    known = {variant.id for variant in draft.root.variantes}
    for file, question in draft.questions():
        yield from unknown(
            file, place_of(question), "variante inconnue", question.variantes, known | draft.lost
        )


def coherences_compare_alike(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A coherence compares two questions of levels, or two numbers of one unit."""
    known, asked = draft.question_ids(), {q.id: q for _, q in draft.questions()}
    for file, question in draft.questions():
        for one in question.coherence:
            place = f"{place_of(question)}, cohérence {one.avec}"
            yield from unknown(file, place, "question inconnue", [one.avec], known)
            other = asked.get(one.avec)
            if one.avec == question.id:
                yield error(file, place, "une question ne se compare pas à elle-même")
            elif one.si.value is not None:
                if {question.type, other.type if other else "niveaux"} != {"niveaux"}:
                    said = "une cohérence compare deux questions à réponses de 0 à 4 (à niveaux)"
                    yield error(file, place, said)
            elif question.type not in NUMBERS or (other and _measure(other) != _measure(question)):
                said = "« ici » et « autre » se comparent entre deux nombres de même unité"
                yield error(file, place, said)


def _measure(question: QuestionShape) -> tuple[str, str]:
    return question.type, question.unite


def readings_cover_the_scale(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A theme with readings has one for every score, and only one."""
    if draft.profiles is None:
        return
    themes = draft.theme_ids()
    read = list(dict.fromkeys(reading.theme for reading in draft.profiles.lectures))
    yield from unknown(PROFILES_FILE, "", "lecture d’un thème inconnu", read, themes | draft.lost)
    for theme in read:
        bands = sorted((r.min, r.max) for r in draft.profiles.lectures if r.theme == theme)
        starts, ends = [low for low, _ in bands], [high for _, high in bands]
        follow = starts == [0, *ends[:-1]] and ends[-1] == HIGHEST_LEVEL
        if not follow or any(low >= high for low, high in bands):
            said = "les lectures ne couvrent pas une seule fois chaque note de 0 à 4"
            yield error(PROFILES_FILE, f"lecture {theme}", said)


def wholes_are_not_empty(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """There is at least one theme."""
    if draft.sound and not draft.themes:
        yield error("themes", "", f"il n’y a aucun thème : il faut {quoted(['themes/01-….toml'])}")


OWN_RULES: tuple[Rule, ...] = (
    ids_are_unique,
    levels_are_five,
    choices_are_offered,
    ranges_are_sane,
    weights_have_reasons,
    conditions_have_reasons,
)
"""Those that hold of each file by itself, even when another one could not be read."""

RULES: tuple[Rule, ...] = (
    several_themes_are_shared,
    ids_are_never_recycled,
    variants_are_declared,
    coherences_compare_alike,
    readings_cover_the_scale,
    wholes_are_not_empty,
)
