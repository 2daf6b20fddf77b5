# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The key « ressenti » of «score»: the marks given, beside the measure out of 10. No computing."""

from autodiag.cli.opened import Opened
from autodiag.cli.shapes import Json, shape_range
from autodiag.cli.surroundings import Surroundings
from autodiag.scoring.felt import Felt, asked, felt
from autodiag.text.sentences import read_sentences


def with_felt(shape: Json, found: Opened, surroundings: Surroundings) -> Json:
    """The same shape, with what was felt where anything was said."""
    sentences = read_sentences(surroundings.bundle.resources)
    where = asked(sentences["ressenti"], sentences["ressenti_domaines"])
    one = felt(found.snapshot, found.result, where)
    return shape if one is None else {**shape, "ressenti": _shape(one)}


def _shape(one: Felt) -> Json:
    """`mesure_sur_10`: null while the diagnosis is not classable."""
    values = {mark.voice: mark.value for mark in one.marks}
    earlier = [{"date": mark.day.isoformat(), "note": mark.value} for mark in one.earlier]
    return {
        "depart": values.get("depart"),
        "elu": values.get("elu"),
        "agent": values.get("agent"),
        "mesure_sur_10": shape_range(one.measured),
        "depart_avant": earlier,
        "domaines": [
            {
                "domaine": two.title,
                "elu": two.elected or None,
                "agent": two.staff or None,
                "accord": two.agreement,
            }
            for two in one.opinions
        ],
    }
