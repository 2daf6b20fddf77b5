# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A text that looks as if it held a password: told gently, and seldom wrongly."""

from time import monotonic

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
        "mdp: Azerty123!",
        "code : 1234",
        "Code de l’alarme = 4812",
        "digicode 1234B",
        "code wifi : 12345678",
        "identifiant / mot de passe xyz",
        "identifiant / mot de passe : xyz",
        "login admin / mdp admin1",
        "Messagerie, mdp soleil",
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
        "code postal : 42110",
        "Code INSEE 42999",
        "code de la commune : 42147",
        "code client : 123456",
        "Le code du bureau est chez Sophie",
        "Demander le mot de passe à Sophie",
        "mdp chez Luc",
        "Mot de passe perdu",
        "Sophie connaît le mot de passe administrateur",
        "Changer le mot de passe tous les ans",
        "Changer les mots de passe régulièrement",
        "Gestionnaire de mots de passe",
        "Enveloppe scellée du mot de passe maître",
        "Code de la porte : demander au 04 77 00 00 00",
        "mot de passe : oui",
        "Code de l’urbanisme, art. L423-3",
        "Code du tourisme, art. L3241 au 1er janvier",
        "Mots de passe changés",
    ],
)
def test_saying_where_things_are_is_no_password(text: str) -> None:
    assert not looks_like_secret(text)


def test_what_no_person_typed_is_looked_through_at_once() -> None:
    start = monotonic()
    for endless in ("a" * 60_000, " " * 60_000, "aB3+" * 15_000):
        assert not looks_like_secret(f"Voir {endless}")
    assert monotonic() - start < 1, "it is looked at after each key"
    assert looks_like_secret(f"{' ' * 60_000}mdp = Soleil42")
