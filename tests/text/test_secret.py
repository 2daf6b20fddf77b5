# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A text that looks as if it held a password: told gently, and seldom wrongly."""

import pytest

from autodiag.text.secret import looks_like_secret


@pytest.mark.parametrize(
    "text",
    [
        "mot de passe : azerty",
        "Mot de passe\u00a0: Soleil42",
        "Classeur bleu, mdp=Mairie2026!",
        "MDP : montbrelle",
        "Identifiant mairie, mot de passe de la box : Xy12-aa",
        "le mot de passe est Toto1234",
        "password: hunter2",
        "code PIN : 4812",
        "pin=0000",
        "mot de passe : «\u202fAzerty\u202f»",
        "Box du secrétariat\nRt9#kLp2!x",
    ],
)
def test_a_password_is_noticed(text: str) -> None:
    assert looks_like_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Classeur « informatique », étagère du bureau",
        "Mot de passe : au coffre, chez Sophie",
        "Le mot de passe est dans l’enveloppe scellée",
        "Les mots de passe sont gardés par deux personnes",
        "Coffre de mots de passe : demander à Karim",
        "Contrat n° 2024-MB/117, dossier RH",
        "mairie@montbrelle.fr",
        "https://espace-client.exemple.fr/Compte?id=12A",
        "04 77 00 00 00",
        "Facture F2026-118 de l’opérateur",
    ],
)
def test_saying_where_things_are_is_no_password(text: str) -> None:
    assert not looks_like_secret(text)
