# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shape of the criteria of the self-declared attestation, fields named as their keys."""

from typing import Literal

from autodiag.catalogue.values import Blank, Id, Items, Several, Shape, Text

COMPUTED = ("documente", "socle")
"""The criteria that the application reads in the answers; the others are declared."""


class CriterionShape(Shape):
    id: Id
    titre: Text
    texte: Text
    pourquoi: Text
    controle: Text
    preuve: Literal["calculee", "declaree"]
    champ: Blank = ""
    exemple: Blank = ""


class AttestationShape(Shape):
    """attestation.toml"""

    titre: Blank = ""
    avertissement: Blank = ""
    ne_prouve_pas: Several[Text] = ()
    criteres: Items[CriterionShape] = ()
