# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel says of the plan, read with the ten propositions of 2017: each and its actions."""

from autodiag.roadmap.propositions import ABOUT, TITLE, PropositionRead, read_propositions
from autodiag.text.numbers import count
from ui.pages.roadmap_detail import LOOK
from ui.pages.roadmap_parts import Content, Do, Entry, Part, Say
from ui.pages.roadmap_told import Told

DONE = "Déjà faite"
NONE = "Aucune action de votre feuille de route ne répond à ces propositions."


def propositions(told: Told) -> Content | None:
    """Each proposition in order, None where none is known."""
    words = told.words
    read = read_propositions(words.knowledge, told.roadmap, words.snapshot.decisions)
    if not read:
        return None
    answered = sum(not one.empty for one in read)
    said = count(answered, "proposition a", "propositions ont")
    parts: list[Part] = [
        Say(f"{said} une action dans votre feuille de route, ou déjà faite." if answered else NONE),
        Say(f"{ABOUT} Titres\u00a0: {words.knowledge.propositions.author}.", "note"),
    ]
    for one in read:
        parts += _told(told, one)
    return Content("propositions", TITLE, tuple(parts))


def _told(told: Told, one: PropositionRead) -> list[Part]:
    """Its title as published, what it asks, then its actions, each a way to its detail."""
    it, words = one.proposition, told.words
    parts: list[Part] = [Say(f"{it.number}. «\u202f{it.title}\u202f»", "heading")]
    if one.about:
        parts.append(Say(one.about, "note"))
    if one.empty:
        parts.append(Say(one.nothing_said()))
    for key in (*one.planned, *one.done):
        see = Do(LOOK, key, "Voir", "quiet")
        parts.append(Entry(words.title(key), (see,), DONE if key in one.done else ""))
    return parts
