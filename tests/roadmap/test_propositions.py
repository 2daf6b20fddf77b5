# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A roadmap read with the ten propositions of 2017: their titles are those of the source, each
action is under what it answers, and the absence of one is told kindly."""

import re
import unicodedata
from dataclasses import replace
from functools import cache

from autodiag.model.roadmap import Decision, Roadmap
from autodiag.roadmap.propositions import (
    NOTHING,
    NOTHING_EXPECTED,
    NOTHING_SHOWN,
    PropositionRead,
    read_propositions,
)
from autodiag.roadmap.roadmap import plan_roadmap
from tests.support.builders import DAY
from tests.support.shipped import random_dossier, shipped_knowledge

# ruff: noqa: E501  (the titles are long)
PAPER = """
Diffuser le numérique dans les parcours de formation des fonctionnaires territoriaux et des élus
Renforcer la reconnaissance des métiers scientifiques et numériques dans la fonction publique territoriale
Créer un poste de Directeur de la Transformation Digitale (Chief Digital Officer) dans les collectivités
Elaborer des lignes directrices pour le développement des politiques de valorisation de la donnée
Accélérer et généraliser la numérisation des services aux usagers dans les collectivités
Favoriser le développement des civic tech pour renforcer l'implication des citoyens dans la vie publique
Intégrer le numérique aux dépenses d'investissement pour davantage d'efficacité
Favoriser l'investissement dans les projets de transformation numérique, notamment grâce au financement de l'Etat
Systematiser la prise en compte du numérique dans les programmes d'aménagement
Créer un label qui permette de valoriser la transformation numérique des collectivités
"""
"""The titles as the paper of 2017 prints them, in its order."""


@cache
def planned() -> Roadmap:
    return plan_roadmap(random_dossier(3).situation(), DAY)


def told(**decisions: Decision) -> dict[int, PropositionRead]:
    read = read_propositions(shipped_knowledge(), planned(), decisions)
    return {one.proposition.number: one for one in read}


def plain(text: str) -> str:
    """Without accents, marks of quotation or line ends: the source lacks some of them."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join(re.sub(r"[\u0300-\u036f]", "", folded).split()).lower()


def test_the_titles_are_those_of_the_paper_and_the_rest_is_in_our_own_words() -> None:
    titles = PAPER.strip().splitlines()
    assert len(titles) == len(shipped_knowledge().propositions.told)
    for number, title in enumerate(titles, 1):
        one = shipped_knowledge().propositions.told[number]
        assert plain(one.title) == plain(title)
        assert one.asks
        assert plain(one.asks).rstrip(".") not in plain(title)


ANSWERS = {
    1: ("formation", "Former", "Sensibiliser et exercer"),
    2: ("fiche de poste",),
    3: ("Désigner un élu et un agent",),
    4: ("données", "adresses", "chiffres du territoire"),
    5: ("en ligne", "site", "adresse", "portail", "espace numérique", "démarche", "signalement"),
    6: ("consultation",),
    8: ("aides",),
    9: ("projet de travaux",),
    10: ("label",),
}
"""What the very title of an action that answers each proposition says: a step on the way is not
enough (the training behind a right), nor is tidiness a service to the public."""


def test_an_action_cites_a_proposition_only_where_it_does_what_it_asks() -> None:
    """None does what asks the State to change a rule of accounts (the seventh)."""
    actions = shipped_knowledge().actions.actions
    cited = {number for action in actions.values() for number in action.syntec}
    assert cited == ANSWERS.keys()
    for action in actions.values():
        for number in action.syntec:
            assert any(word in action.title for word in ANSWERS[number]), (action.id, number)
    many = max(sum(n in a.syntec for a in actions.values()) for n in ANSWERS)
    assert many <= 12, "a list of half the catalogue reads nothing"


def test_every_planned_action_is_under_each_proposition_that_it_cites() -> None:
    actions = shipped_knowledge().actions.actions
    kept = [a.id for h in planned().horizons for a in h.actions if a.id in actions]
    assert len(kept) > 3
    for number, one in told().items():
        assert list(one.planned) == [key for key in kept if number in actions[key].syntec]
        assert one.done == ()


def test_what_is_marked_done_is_told_as_done_and_no_more_as_planned() -> None:
    number, before = next((n, one) for n, one in told().items() if one.planned)
    key = before.planned[0]
    after = told(**{key: Decision(key, "faite")})[number]
    assert key in after.done
    assert key not in after.planned
    refused = told(**{key: Decision(key, "refusee")})[number]
    assert (refused.planned, refused.done) == (before.planned, ())


def test_a_proposition_without_an_action_is_told_by_whom_it_asks() -> None:
    known = shipped_knowledge().propositions.told
    asks_us, asks_state = (PropositionRead(known[n], (), ()) for n in (6, 8))
    assert asks_us.nothing_said() == NOTHING
    assert asks_us.nothing_said(partial=True) == NOTHING_SHOWN
    assert asks_state.nothing_said() == NOTHING_EXPECTED
    assert "État" in asks_state.about
    unsaid = replace(known[6], remark="")
    assert PropositionRead(unsaid, (), ()).about == unsaid.asks
