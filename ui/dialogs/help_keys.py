# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The keys that work, as the help says them: those of the page of the questions, then of all."""

KEYS = (
    (("[0]", "à", "[4]"), "Choisir un niveau de la question"),
    (("[N]",), "Répondre «\u202fJe ne sais pas\u202f»"),
    (
        ("[S]", "puis", "[1]", "à", "[3]"),
        "Répondre «\u202fSans objet pour nous\u202f», et pourquoi",
    ),
    (("[R]",), "Marquer la question «\u202fÀ revoir\u202f», ou retirer la marque"),
    (("[0]", "à", "[4]", "ou", "[N]"), "Confirmer une réponse reprise\u00a0: la même touche"),
    (("[Entrée]",), "Aller à la question suivante\u202f; sur un bouton, l’actionner"),
    (("[Alt]", "[←]"), "Revenir à la question précédente"),
    (("[↑]", "[↓]", "puis", "[Espace]"), "Aller d’un niveau à l’autre, puis choisir"),
    (("[Ctrl]", "[F]", "ou", "[/]"), "Chercher une question"),
    (("[F2]",), "Expliquer un mot souligné, puis le suivant"),
    (("[Échap]",), "Quitter la recherche, ou refermer ce qui est ouvert"),
    (("[Ctrl]", "[Z]"), "Annuler la dernière action, depuis n’importe quelle page"),
    (("[Ctrl]", "[Maj]", "[Z]"), "Rétablir ce qui vient d’être annulé"),
    (("[Tab]",), "Aller d’un endroit à l’autre de la page"),
    (("[F6]",), "Aller de la page à ses vues, aux étapes, aux messages, et retour"),
    (("[Maj]", "[F6]"), "La même chose, dans l’autre sens"),
    (("[←]", "[→]", "puis", "[Entrée]"), "Sur les étapes\u00a0: changer de page, puis y entrer"),
    (("[Ctrl]", "[Page ↓]", "ou", "[Page ↑]"), "Aller à l’étape suivante, ou précédente"),
    (
        ("[Alt]", "[←]", "ou", "[→]"),
        "Sur une action de la feuille de route\u00a0: plus tôt, plus tard",
    ),
    (("[Maj]", "[F10]"), "Sur une action de la feuille de route\u00a0: ce qu’on peut en faire"),
    (("[Ctrl]", "[P]"), "Aller à la page Imprimer"),
    (("[Ctrl]", "[O]"), "Ouvrir un autre dossier"),
    (("[Ctrl]", "[W]"), "Fermer le dossier et revenir à l’accueil"),
    (("[F1]",), "Ouvrir cette aide"),
)
"""Each with what it does; in brackets, the keys themselves."""
