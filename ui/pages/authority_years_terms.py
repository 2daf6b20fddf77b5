# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a filling is called: a diagnosis where there is a score, else the answers of a day."""

from dataclasses import dataclass

from autodiag.model.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Terms:
    """Sentences with holes: `{jour}` and `{autre}` are spelled days, `{annee}` a year."""

    head: str
    row: str
    see: str
    new: str
    new_year: str
    taken: str
    already: str
    of_today: str
    of_later: str
    withdraw: str
    offered: str
    refused: str
    gone: str
    back: str
    begun: str
    left_in: str


DIAGNOSIS = Terms(
    head="Vos diagnostics",
    row="Diagnostic du {jour}",
    see="Voir le diagnostic du {jour}",
    new="Commencer un nouveau diagnostic",
    new_year="Commencer le diagnostic de {annee}",
    taken="Vos réponses du {jour} seront reprises, et vous les confirmerez une à une. "
    "Ce diagnostic-là restera dans le dossier, tel quel. Tant que vous n’y aurez rien changé, "
    "vous pourrez supprimer le nouveau et revenir à celui-ci.",
    already="Un diagnostic de {annee} existe déjà\u00a0: le plus souvent, mieux vaut le continuer.",
    of_today="Le dernier date d’aujourd’hui. Vous pourrez commencer le suivant un autre jour.",
    of_later="Le dernier diagnostic est daté du {jour}, et cet ordinateur est au {autre}\u00a0: le "
    "suivant se commencera après.",
    withdraw="Supprimer ce diagnostic, encore intact",
    offered="Commencé par erreur\u202f? Rien n’y a encore été changé\u00a0: vous pouvez le "
    "supprimer. Celui du {jour} pourra de nouveau être modifié.",
    refused="Le diagnostic du {jour} ne peut plus être supprimé\u00a0: vous y avez déjà répondu, "
    "confirmé, noté, joint ou marqué quelque chose.",
    gone="Le diagnostic du {jour} est supprimé.",
    back="Celui du {jour} peut de nouveau être modifié.",
    begun="Le diagnostic du {jour} est commencé.",
    left_in="dans le diagnostic du {jour} seulement",
)
_ANSWERS = Terms(
    head="",
    row="Réponses du {jour}",
    see="Voir les réponses du {jour}",
    new="Répondre de nouveau",
    new_year="Répondre de nouveau en {annee}",
    taken="Vos réponses du {jour} seront reprises, et vous les confirmerez une à une. Celles "
    "d’alors resteront dans le dossier, telles quelles. Tant que vous n’aurez rien changé, vous "
    "pourrez supprimer les nouvelles et revenir à celles-ci.",
    already="Vous avez déjà répondu en {annee}\u00a0: le plus souvent, mieux vaut continuer.",
    of_today="Elles sont datées d’aujourd’hui. Vous pourrez répondre de nouveau un autre jour.",
    of_later="Les dernières sont datées du {jour}, et cet ordinateur est au {autre}\u00a0: vous "
    "pourrez répondre de nouveau après.",
    withdraw="Supprimer ces réponses, encore intactes",
    offered="Commencées par erreur\u202f? Rien n’y a encore été changé\u00a0: vous pouvez les "
    "supprimer. Celles du {jour} pourront de nouveau être modifiées.",
    refused="Les réponses du {jour} ne peuvent plus être supprimées\u00a0: vous y avez déjà "
    "répondu, confirmé, noté, joint ou marqué quelque chose.",
    gone="Les réponses du {jour} sont supprimées.",
    back="Celles du {jour} peuvent de nouveau être modifiées.",
    begun="Vous répondez de nouveau, au {jour}.",
    left_in="parmi celles du {jour} seulement",
)


def terms_of(questionnaire: Questionnaire) -> Terms:
    """Those of the questionnaire that is shown."""
    return DIAGNOSIS if questionnaire.scoring is not None else _ANSWERS


def head_of(questionnaire: Questionnaire) -> str:
    """The title of the card."""
    said = terms_of(questionnaire).head
    return said or f"Vos réponses à «\u202f{questionnaire.title}\u202f»"
