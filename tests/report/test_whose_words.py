# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""All that is printed for an intercommunalité, and for a town of 38,000, read from end to end: it
speaks to them, and of others only where that is meant."""

import re

import pytest

from autodiag.documents.papers import DOCUMENTS
from autodiag.model.authority import LocalAuthority
from autodiag.scoring.wording import under_their_wording
from tests.data_checks.test_questionnaire import COMMUNE_ONLY, VILLAGE_ONLY
from tests.documents.sample import papers_of
from tests.documents.sample import read as document
from tests.report.checks import printed
from tests.report.sample import content, levels
from tests.support.shipped import shipped_questionnaire

EPCI = LocalAuthority("Communauté de communes Brelle et Coteaux", "epci", population=38_000)
TOWN = LocalAuthority("Brelle", population=38_000)
KNOWN = ("ecole", "site", "teleservice", "periscolaire", "videoprotection")
FACTS: dict[str, bool] = dict.fromkeys(KNOWN, True)

MEANT = {
    r"[Aa]ssociations? (?:des|de) maires": "whom both may ask",
    r"Villes et Villages Internet": "the name of a label",
    r"Secrétaire général de mairie": "a duty that is said not to concern them",
    r"[Ss]ecrétaire de séance": "who keeps the record of any council",
    r"relève du maire": "why a question is not asked of an intercommunalité",
    r"la commune a un site|Toute commune (?:ayant|qui)": "whom a text of law binds",
    r"le maire, la présidente ou le président|par le maire ou la présidence": "who signs, in both",
    r"carte communale|plan communal de sauvegarde": "names that texts of law give",
    r"jamais une norme pour un village": "what a study of large cities is not",
    r"article Maire info": "where a study was read",
    r"(?:Autour|à|de|dans) l’école": "the usual name of a subject",
    r"utilisé en mairie|où la mairie gère": "a town has a town hall",
    r"mairie\.autodiag": "the name of the file here",
    r"La commune peut-elle alerter|Les adresses de la commune sont-elles": (
        "questions that are not asked: what was answered is kept and handed over"
    ),
}
"""What is rightly said of communes, villages and mayors to others than small communes, and why."""


def left(text: str, words: re.Pattern[str]) -> list[str]:
    """Each such word that is not meant, with what stands around it."""
    for meant in MEANT:
        text = re.sub(meant, "", text)
    return [text[max(0, m.start() - 60) : m.end() + 40] for m in words.finditer(text)]


@pytest.mark.long
@pytest.mark.parametrize(
    ("reader", "words"), [(EPCI, COMMUNE_ONLY), (TOWN, VILLAGE_ONLY)], ids=["epci", "town"]
)
def test_what_is_printed_speaks_to_who_prints_it(
    reader: LocalAuthority, words: re.Pattern[str]
) -> None:
    given = levels(2, (5, 4, 3, 2, 1))
    answers = under_their_wording(given, shipped_questionnaire(), reader, FACTS)
    what = content(answers, reader, FACTS)
    pages = [" ".join(page.split()) for page in printed(what).pages]
    foot = f"Sources {reader.name} ·"  # studies are about others, and quoted
    own = " ".join(page for page in pages if foot not in page)
    assert len(own) > 100_000
    assert left(own, words) == []
    papers = papers_of(what)
    for one in DOCUMENTS:
        assert left(document(papers, one).text, words) == [], one
