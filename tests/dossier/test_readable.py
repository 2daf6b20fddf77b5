# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is written is read: whatever is refused when read is refused when written (D2, D4)."""

import math
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.dossier.creation import create_dossier
from autodiag.dossier.evidence import Attachment
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, NotConcerned
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import HandoverNote, StoredPlan
from autodiag.model.roadmap import Capacity, Decision, OwnAction, Span
from tests.dossier.samples import author, create, load_packed, new

Gesture = Callable[[Dossier], None]

wild = cast(
    "st.SearchStrategy[Any]",
    st.one_of(
        st.sampled_from(
            ("", "a", "commune", "retenue", "0-6", "\0", "\ud800", None, True, 0, 3, -1, 2**70)
        ),
        st.sampled_from((0.0, 2.5, -0.5, 1e308, math.nan, math.inf)),
    ),
)
gestures: st.SearchStrategy[Gesture] = st.one_of(
    st.builds(
        lambda n, k, p: lambda d: d.set_authority(LocalAuthority(n, k, population=p)),
        wild, wild, wild,
    ),
    st.builds(lambda s, w, h: lambda d: d.decide(Decision("a", s, who=w, horizon=h)),
              wild, wild, wild),
    st.builds(
        lambda t, n, h: lambda d: d.set_own_action(OwnAction("a", t, Span(n, 3), Span(0, n), h)),
        wild, wild, wild,
    ),
    st.builds(lambda m, n: lambda d: d.set_capacity(Capacity(m, n)), wild, wild),
    st.builds(lambda v, w: lambda d: d.set_answer("a", Answered(v, w)), wild, wild),
    st.builds(lambda r: lambda d: d.set_answer("a", NotConcerned(r)), wild),
    st.builds(lambda v: lambda d: d.set_facts({"a": v}), wild),
    st.builds(lambda t, m: lambda d: d.store_plan(StoredPlan(t, "x", m)), wild, wild),
    st.builds(lambda m: lambda d: d.set_opening_mark(m), wild),
    st.builds(lambda t: lambda d: d.set_note("a", t), wild),
    st.builds(lambda t, w: lambda d: d.set_contributor(t, w), wild, wild),
    st.builds(lambda q, m: lambda d: d.set_to_review(q, m), wild, wild),
    st.builds(lambda t, p, w: lambda d: d.set_handover(t, HandoverNote(t, p, w)), wild, wild, wild),
    st.builds(lambda q, t: lambda d: d.attach(q, t), wild, wild),
    st.builds(
        lambda q, n: lambda d: d.attach(q, "t", Attachment(n, b"x")), wild, wild,
    ),
)  # fmt: skip


@settings(max_examples=120)
@given(gestures)
def test_D2_what_is_written_is_read_and_the_rest_is_refused(gesture: Gesture) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.autodiag"
        with create(path) as dossier:
            before = dossier.snapshot(load_packed), len(dossier.history())
            try:
                gesture(dossier)
            except (AutodiagError, TypeError, ValueError):
                assert (dossier.snapshot(load_packed), len(dossier.history())) == before
            kept = dossier.snapshot(load_packed), dossier.history()
        with open_dossier(path, author()) as again:
            assert (again.snapshot(load_packed), again.history()) == kept


REFUSED: tuple[Gesture, ...] = (
    lambda d: d.set_authority(LocalAuthority("")),
    lambda d: d.set_authority(LocalAuthority("a", cast("Any", "empire"))),
    lambda d: d.decide(Decision("a", cast("Any", "peut-être"))),
    lambda d: d.decide(Decision("a", "retenue", horizon=cast("Any", "toujours"))),
    lambda d: d.set_own_action(OwnAction("a", "t", Span(0, 1), Span(0, 1), cast("Any", "hier"))),
    lambda d: d.set_own_action(OwnAction("a", "t", Span(-1, 1), Span(0, 1))),
    lambda d: d.set_own_action(OwnAction("a", "t", Span(2, 1), Span(0, 1))),
    lambda d: d.set_own_action(OwnAction("a", "t", Span(0, 1), Span(0, math.inf))),
    lambda d: d.set_capacity(Capacity(-1, 0)),
    lambda d: d.set_capacity(Capacity(1, math.nan)),
)


@pytest.mark.parametrize("gesture", REFUSED)
def test_D2_what_would_spoil_the_dossier_is_refused(dossier: Dossier, gesture: Gesture) -> None:
    with pytest.raises(ValueError, match=r"readable|finite"):
        gesture(dossier)


def test_D2_a_dossier_that_could_not_be_opened_is_not_created(path: Path) -> None:
    with pytest.raises(ValueError, match="readable"):
        create_dossier(path, author(), new(""))
    assert not path.exists()
