# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The way to the first question, found by the names that are heard, not by places on the screen."""

from tests.outside.listening import Listener


def to_the_questions(listener: Listener) -> None:
    """From the welcome page: a commune, its dossier, all of the questions in their order."""
    hand = listener.hand
    listener.wait_for("text", "tapez le nom de votre commune")
    hand.type("virigneux")
    listener.wait_for("list item", "Virigneux")
    hand.key("Down", "Return")
    listener.wait_for("push button", "Commencer les questions")
    hand.key("shift+Tab")  # the last thing of the page, from its first
    listener.tab_to("Commencer les questions")
    hand.key("space")
    listener.wait_for("push button", "Répondre aux")
    listener.tab_to("Répondre aux")
    hand.key("space")
    listener.wait_for("radio button", "Niveau 0 sur 4")
