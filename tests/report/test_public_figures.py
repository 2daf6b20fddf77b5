# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What no one must be able to compute from the public edition: the score of the reserved theme,
how many of its answers are unknown. What the synthesis says of it, and of where the plan leads."""

import re
from dataclasses import replace
from functools import cache

import pytest

from autodiag.model.assessment import Answer, Answered, NotConcerned
from autodiag.model.questionnaire import ProfileId
from autodiag.model.roadmap import Roadmap
from autodiag.report.content import ReportContent
from tests.report.checks import printed, sound
from tests.report.reader import Reading
from tests.report.sample import UNKNOWN, content, everything, express, levels

APART = {"adm-6", "ame-4", "ame-5", "ame-7", "edu-2", "ter-6"}
"""Questions of other themes that are kept back, the one about cameras with them."""
GLOBAL_FIGURE = r"[Ss]core global[^.;]{0,40}\d,\d"


def with_security(*answers: Answer) -> ReportContent:
    """The village, its questions of security answered in turn by these answers."""
    given = levels()
    cyber = [question for question in given if question.startswith("cyb-")]
    said = {question: answers[i % len(answers)] for i, question in enumerate(cyber)}
    return content({**given, **said}, planned=False)


@cache
def planned() -> ReportContent:
    aside = NotConcerned("Ni halle ni marché.")
    return content({**levels(), "cyb-4": UNKNOWN, "cyb-6": UNKNOWN, "eco-2": aside})


@cache
def edition(*, public: bool) -> Reading:
    return printed(replace(planned(), public=public))


def synthesis(reading: Reading) -> str:
    return flat(reading.pages[1])


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_public_edition_is_the_same_whatever_is_answered_on_security() -> None:
    one, other = with_security(Answered(1)), with_security(Answered(2), UNKNOWN)
    assert one.result.overall != other.result.overall
    assert (one.result.profile.low, one.result.profile.high) == (
        other.result.profile.low,
        other.result.profile.high,
    )
    assert printed(one).flat != printed(other).flat
    said = [printed(replace(what, public=True)).flat for what in (one, other)]
    assert said[0] == said[1]


@pytest.mark.long
def test_no_global_figure_is_in_the_public_edition() -> None:
    internal, public = edition(public=False).flat, edition(public=True).flat
    assert len(re.findall(GLOBAL_FIGURE, internal)) >= 3, "the test must be able to fail"
    assert [f for f in re.findall(GLOBAL_FIGURE, public) if "au moins" not in f] == []
    for only_inside in ("il manque", "La carte des profils", "Ce qui ferait changer", "Moyenne de"):
        assert only_inside in internal.replace("ni la carte des profils", "")
        assert only_inside not in public, only_inside
    assert "dans l’édition interne" in public
    assert "Ni le score global, ni la carte des profils" in public


def test_the_public_edition_keeps_the_stage_and_the_visible_scores() -> None:
    what, page = planned(), synthesis(edition(public=True))
    low = what.result.profile.low
    assert low is not None
    assert what.knowledge.portraits[low].kind_label in page
    for theme in what.snapshot.questionnaire.themes[:8]:
        assert theme.title in page


def test_the_public_synthesis_says_why_its_scores_are_not_those_of_the_screen() -> None:
    said = "Scores calculés sans les questions de sécurité"
    page = synthesis(edition(public=True))
    assert page.count(said) == 1
    assert page.index("Les scores, sur 4") < page.index(said) < page.index("Par où commencer")
    assert said not in edition(public=False).flat
    alone = printed(replace(planned(), public=True, model="synthese"))
    assert len(alone.pages) == 1
    assert said in flat(alone.pages[0])


def test_counts_of_the_public_edition_are_those_of_the_visible_themes() -> None:
    what = planned()
    assert "sans_objet" in {trace.state for trace in what.result.traces().values()}
    traces_of = [theme.questions for theme in what.result.themes if theme.theme != "cyber"]
    visible = [t for traces in traces_of for t in traces if t.question not in APART]
    every = [*what.result.traces().values()]
    for traces, public in ((every, False), (visible, True)):
        page = synthesis(edition(public=public))
        answered = sum(trace.state == "niveau" for trace in traces)
        unknown = sum(trace.state == "nsp" for trace in traces)
        asked = sum(trace.counts for trace in traces)
        assert f"{answered} réponses avec un niveau, pour {asked} questions" in page
        assert re.search(rf"\b{unknown} réponses? « je ne sais pas »", page)
    assert "Votre réponse" in edition(public=False).flat
    assert "Votre réponse" not in edition(public=True).flat


def test_nothing_to_ask_and_no_short_path_in_the_public_edition() -> None:
    for title in ("Se renseigner", "Le plus court chemin vers"):
        assert title in edition(public=False).flat
        assert title not in edition(public=True).flat


def test_S10_unknown_everywhere_says_where_to_begin_and_no_level() -> None:
    said = "Vous avez répondu « je ne sais pas » partout : commencez par vous renseigner."
    reading = printed(content(everything(UNKNOWN), planned=False))
    sound(reading)
    assert said in reading.flat
    assert "Aperçu sur" not in reading.flat
    one_level = {**dict.fromkeys(express(), UNKNOWN), next(iter(express())): Answered(2)}
    text = printed(content(one_level, planned=False)).flat
    assert said not in text
    assert "Aperçu sur 12 réponses" in text


def test_an_empty_dossier_says_that_the_plan_comes_later() -> None:
    for what in (content({}), content({}, planned=False)):
        page = synthesis(printed(what))
        assert "0 réponse avec un niveau" in page
        assert "Aucune réponse n’est encore donnée : la feuille de route viendra après." in page


@pytest.mark.long
@pytest.mark.parametrize(
    ("now", "low", "high", "said"),
    [
        ("pragmatique", "stratege", "stratege", "L’étape serait alors «"),
        ("stratege", "stratege", "stratege", "L’étape resterait «"),
        ("pragmatique", "pragmatique", "stratege", "L’étape resterait au moins «"),
        ("pragmatique", "pragmatique", "pragmatique", "L’étape resterait «"),
    ],
)
def test_P4_at_least_is_said_only_where_a_higher_stage_is_open(
    now: ProfileId, low: ProfileId, high: ProfileId, said: str
) -> None:
    what = planned()
    assert what.roadmap is not None
    then = replace(what.roadmap.projection.profile, low=low, high=high)
    plan: Roadmap = replace(what.roadmap, projection=replace(what.roadmap.projection, profile=then))
    profile = replace(what.result.profile, low=now, high=now, readings=())
    result = replace(what.result, profile=profile)
    assert said in synthesis(printed(replace(what, result=result, roadmap=plan)))
