# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How people and bodies are named inside a sentence."""

import pytest

from autodiag.text.articles import people, to


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("la ou le secrétaire de mairie", "à la ou au secrétaire de mairie"),
        ("la présidente ou le président", "à la présidente ou au président"),
        ("l’élu ou l’élue qui suit le numérique", "à l’élu ou à l’élue qui suit le numérique"),
        ("le syndicat informatique (OPSN)", "au syndicat informatique (OPSN)"),
        ("les archives départementales", "aux archives départementales"),
        ("la direction de l’école", "à la direction de l’école"),
        ("l’intercommunalité (EPCI)", "à l’intercommunalité (EPCI)"),
        ("Leïla Roux", "à Leïla Roux"),
        ("", ""),
    ],
)
def test_whom_to_ask_is_one_phrase(name: str, said: str) -> None:
    assert to(name) == said


def test_several_people_have_one_and_at_the_end() -> None:
    association = "l’Association des maires de France (AMF) et ses associations départementales"
    prefecture, epci = "la préfecture et la sous-préfecture", "l’intercommunalité (EPCI)"
    assert people([association, prefecture, epci]) == (
        "l’Association des maires de France (AMF), ses associations départementales, "
        "la préfecture, la sous-préfecture et l’intercommunalité (EPCI)"
    )
    assert people([prefecture]) == prefecture
    assert people(["la Suite territoriale (ANCT et ANSSI)", epci]).startswith("la Suite ter")
