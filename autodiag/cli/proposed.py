# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«reponses --propositions»: what the other questionnaires of a dossier let one answer, as JSON.
Answers nothing by itself."""

from collections.abc import Iterable, Mapping

from autodiag.catalogue.answers import write_answers
from autodiag.cli.opened import Opened
from autodiag.linking.elsewhere import ready, same_said
from autodiag.linking.load import LINKS_FILE, load_links
from autodiag.linking.proposals import Proposal, Source, proposals
from autodiag.model.assessment import Answered


def shape_proposals(found: Opened) -> dict[str, object]:
    """What one gesture takes up, in the shape that `--reponses` takes; then everything that is
    proposed, with its reasons; then the answers that say what others said too. An older assessment
    can no longer be answered: nothing is proposed there."""
    snapshot = found.snapshot
    links = load_links(found.surroundings.bundle.knowledge / LINKS_FILE)
    told: Mapping[str, Proposal] = proposals(links, snapshot) if snapshot.is_latest else {}
    order = [name for name in snapshot.questionnaire.questions if name in told]
    at_once = set(ready(told))
    taken = {name: told[name].answer for name in order if name in at_once}
    same = {name: same_said(links, snapshot, name) for name in snapshot.questionnaire.questions}
    return {
        "questionnaire": snapshot.questionnaire.id,
        "a_reprendre": write_answers({name: one for name, one in taken.items() if one}),
        "propositions": [_proposal(told[name]) for name in order],
        "memes_reponses": [
            {"question": name, "sources": _sources(sources)}
            for name, sources in same.items()
            if sources
        ],
    }


def _proposal(one: Proposal) -> dict[str, object]:
    given = {} if one.answer is None else {one.question: Answered(one.answer.value)}
    return {
        "question": one.question,
        "reponse": write_answers(given).get(one.question),
        "bas": _number(one.low),
        "haut": _number(one.high),
        "deja_repondue": one.answered,
        "d_accord": one.agree,
        "sources": _sources(one.sources),
    }


def _number(bound: float | None) -> float | int | None:
    """The links write the level 3 as 3.0."""
    return int(bound) if bound is not None and bound == int(bound) else bound


def _sources(sources: Iterable[Source]) -> list[dict[str, str]]:
    return [
        {
            "questionnaire": one.origin,
            "titre": one.questionnaire,
            "question": one.question,
            "reponse": one.said,
            "jour": one.day.isoformat(),
            "raison": one.reason,
        }
        for one in sources
    ]
