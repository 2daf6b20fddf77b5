# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel says of a subject: a list, the path, or one action, in the plan or not."""

from dataclasses import dataclass
from pathlib import Path

from autodiag.model.roadmap import Roadmap
from autodiag.scoring.said import Naming
from autodiag.text.sentences import Sentences
from ui.bridge import Bridge
from ui.pages import roadmap_detail, roadmap_lists
from ui.pages.roadmap_panel import Content
from ui.pages.roadmap_words import PlanWords, find_planned
from ui.widgets.action_face import ActionFace

ABOUT_ONE = ("detail", "enquiries", "refuse")
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
        return PlanWords(naming, it, bridge.result)

    def content(
        self, subject: Subject, roadmap: Roadmap | None, face: ActionFace | None
    ) -> Content | None:
        """What the panel shows of a subject, None where there is nothing left to say of it."""
        if roadmap is None:
            return None
        writable = self._bridge.writable
        return content_of(subject, self.words(), roadmap, face, writable=writable)


def content_of(
    subject: Subject,
    words: PlanWords,
    roadmap: Roadmap,
    face: ActionFace | None,
    *,
    writable: bool,
) -> Content | None:
    """The words of a subject, None where there is nothing left to say of it."""
    match subject.what:
        case "left_out":
            return roadmap_lists.left_out(words, roadmap, writable=writable)
        case "path":
            return roadmap_lists.shortest(words, roadmap)
        case "enquiries":
            return roadmap_lists.enquiries(words, roadmap, answerable=writable)
        case "refuse":
            return roadmap_detail.refusal(words, subject.key)
        case _:
            return _detail(subject, words, roadmap, face, writable=writable)


def _detail(
    subject: Subject,
    words: PlanWords,
    roadmap: Roadmap,
    face: ActionFace | None,
    *,
    writable: bool,
) -> Content | None:
    found, key = find_planned(roadmap, subject.key), subject.key
    if found is not None and face is not None:
        planned = found[1]
        return roadmap_detail.detail(words, face, planned, writable=writable, fault=subject.fault)
    action = words.action(key)
    why = next((one.sentence for one in roadmap.left_out if one.action == key), "")
    if action is None or not why:
        return None
    return roadmap_detail.detail_left_out(words, action, why, writable=writable)
