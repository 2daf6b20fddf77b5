# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel says of a subject: a list, the path, where one is, or one action, in the plan or
not."""

from dataclasses import dataclass
from pathlib import Path

from autodiag.scoring.said import Naming
from autodiag.text.sentences import Sentences
from ui.bridge import Bridge
from ui.pages import (
    roadmap_detail,
    roadmap_done,
    roadmap_followed,
    roadmap_lists,
    roadmap_path,
    roadmap_propositions,
)
from ui.pages.roadmap_parts import Content
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import PlanWords
from ui.widgets.action_face import ActionFace

ABOUT_ONE = ("detail", "enquiries", "refuse", "edit")
"""The subjects that are one card: it is marked while they are shown."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the panel is asked to show. `fault`: what was just typed there does not fit."""

    what: str
    key: str = ""
    fault: str = ""

    @property
    def about(self) -> str:
        """The key of the card that it is about, "" for none."""
        return self.key if self.what in ABOUT_ONE else ""


class Sayings:
    """The words of the open dossier’s plan; the sentences are read at the first use."""

    def __init__(self, resources: Path, bridge: Bridge) -> None:
        self._file, self._bridge = resources / "report" / "textes.toml", bridge
        self._sentences: Sentences | None = None

    def words(self) -> PlanWords:
        """How things are called today. Raises AutodiagError where the sentences are missing."""
        self._sentences = self._sentences or Sentences(self._file)
        bridge, it = self._bridge, self._bridge.snapshot
        naming = Naming(self._sentences, it.questionnaire, bridge.knowledge, it.authority)
        return PlanWords(naming, it, bridge.result, bridge.axes)


def content_of(subject: Subject, told: Told, face: ActionFace | None) -> Content | None:
    """The words of a subject, None where there is nothing left to say of it."""
    match subject.what:
        case "left_out":
            return roadmap_lists.left_out(told)
        case "path":
            return roadmap_path.shortest(told)
        case "propositions":
            return roadmap_propositions.propositions(told)
        case "follow":
            return roadmap_followed.followed(told)
        case "enquiries":
            return roadmap_lists.enquiries(told.words, told.roadmap, answerable=told.writable)
        case "refuse":
            return roadmap_detail.refusal(told.words, subject.key)
        case "edit":
            return roadmap_detail.own_form(told, subject.key)
        case _:
            return _detail(subject, told, face)


def _detail(subject: Subject, told: Told, face: ActionFace | None) -> Content | None:
    """An action that is done, in the plan, or left out of it."""
    key, fault = subject.key, subject.fault
    if told.situation.decided(key) == "faite":
        return roadmap_done.done(told, key, fault=fault)
    planned = told.planned(key)
    if planned is not None and face is not None:
        return roadmap_detail.detail(told, face, planned, fault=fault)
    action = told.words.action(key)
    why = next((one.sentence for one in told.roadmap.left_out if one.action == key), "")
    if action is None or not why:
        return None
    return roadmap_detail.detail_left_out(told, action, why)
