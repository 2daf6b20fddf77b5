# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The series and the readings of the 2019 study on paper."""

from dataclasses import replace
from functools import cache

from autodiag.benchmarks.readings import load_readings
from autodiag.benchmarks.series_shown import shown_series
from autodiag.report.content import ReportContent
from autodiag.report.edition import public_edition
from autodiag.report.reserved import NOTHING
from tests.report.checks import printed
from tests.report.sample import RESOURCES, VILLAGE, content, levels, library
from tests.support.shipped import shipped_questionnaire


@cache
def whole() -> ReportContent:
    return replace(
        content(levels(), planned=False),
        series=shown_series(library(), shipped_questionnaire(), VILLAGE),
        readings=load_readings(RESOURCES / "benchmarks"),
    )


def test_B1_series_and_readings_are_printed_with_their_sources_and_breaks() -> None:
    reading = printed(whole())
    assert reading.faults == []
    said = reading.flat
    titles = [" ".join(title.split()) for title in reading.bookmarks]
    first = titles.index("Ce que l’étude de 2019 disait de ses thèmes")
    assert titles[first + 1] == "Ce qui change d’une année à l’autre"
    assert titles[first - 1].startswith("Et ailleurs")
    assert "Ce n’est pas votre taille" in said
    assert "pas celle de l’étude" in said
    assert "rupture, les deux valeurs ne se comparent pas" in said
    assert "Banque des territoires (Localtis), fichier ouvert de la CNIL, 2025" in said
    assert "Les autres séries sont dans l’application" in said
    sources = said[said.rindex("Les sources") :]
    assert "Arcep (article Génération-NT)" in sources, "each study, with its panel and its limits"
    assert "18 des 22 métropoles" in sources


def test_the_public_edition_has_no_series_of_what_is_reserved_and_no_reading() -> None:
    cyber = next(theme for theme in shipped_questionnaire().themes if theme.id == "cyber")
    asked = frozenset(question.id for question in cyber.questions)
    kept_back = replace(NOTHING, themes=frozenset({"cyber"}), questions=asked)
    edition = public_edition(whole(), kept_back, "")
    assert edition.readings is None
    assert {one.theme for one in whole().series} >= {"cyber", "donnee"}
    assert "cyber" not in {one.theme for one in edition.series}
    assert "donnee" in {one.theme for one in edition.series}
