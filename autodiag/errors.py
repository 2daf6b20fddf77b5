# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong, and the French sentence that says it.

Knows nothing of screens or exit codes.
"""

from collections.abc import Sequence

# One sentence per code: what happened, what is safe, what to do. Alphabetical.
SENTENCES: dict[str, str] = {
    "code_postal_invalide": "Un code postal compte cinq chiffres, par exemple 42110.",
    "donnees_fautives": "{combien} à corriger dans {source}. Rien n’a été écrit.",
    "insee_inconnu": "Le code INSEE « {texte} » n’est celui d’aucune commune actuelle.{proche} "
    "Vous pouvez aussi chercher la commune par son nom.",
    "insee_invalide": "Un code INSEE de commune compte cinq caractères, "
    "par exemple 42100 ou 2A004.",
    "lieux_illisibles": "La liste des communes est absente ou abîmée. "
    "Vos réponses ne risquent rien. "
    "Réinstallez Autodiag, ou saisissez votre collectivité à la main.",
    "nom_vide": "Indiquez le nom de la collectivité.",
    "population_invalide": "Indiquez un nombre d’habitants entier et positif, "
    "ou laissez vide si vous ne le connaissez pas.",
    "siren_cle": "Ce numéro n’est pas un SIREN ni un SIRET possible : "
    "un chiffre a sans doute été mal recopié.",
    "siren_illisible": "Un SIREN ne contient que des chiffres : neuf, ou quatorze pour un SIRET.",
    "siren_inconnu": "Le SIREN {siren} n’est celui d’aucune commune ni intercommunalité "
    "de la liste. Cherchez votre collectivité par son nom, ou saisissez-la à la main.",
    "siren_longueur": "Un SIREN compte neuf chiffres, un SIRET quatorze : "
    "vous en avez saisi {chiffres}.",
    "siret_longueur": "Un SIRET compte quatorze chiffres : il en manque cinq après le SIREN.",
    "type_inconnu": "« {texte} » n’est pas un type de collectivité.{proche} "
    "Types possibles : {possibles}.",
}


class AutodiagError(Exception):
    """An expected failure, shown to the user as its French sentence.

    `code` is a key of `SENTENCES`; `context` fills its braces; `details` are further lines
    (all the problems of a data file, one each).
    """

    def __init__(self, code: str, *, details: Sequence[str] = (), **context: object) -> None:
        self.code = code
        self.context = context
        self.details = tuple(details)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The French sentence, without the details."""
        return SENTENCES[self.code].format(**self.context)

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentence, then the details."""
        return (self.sentence, *self.details)
