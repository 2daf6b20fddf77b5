# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier is opened with, before any screen."""

from pathlib import Path

import pytest

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.example import make_example
from autodiag.roadmap.situation import situation_of
from autodiag.roadmap.stored import digest_inputs
from tests.support.desks import NOON
from ui.opening import open_example
from ui.paths import Paths


def test_the_example_opens_whole_with_the_roadmap_of_its_answers(tmp_path: Path) -> None:
    paths, author = Paths(installed(), tmp_path / "d", tmp_path), Author("Marie", lambda: NOON)
    for _ in range(2):  # made, then found there
        opened = open_example(paths, author)
        session = opened.session
        plan = session.dossier.plan()
        situation = situation_of(session.snapshot, session.result, opened.knowledge)
        assert plan is not None
        assert plan.inputs_sha256 == digest_inputs(situation)
        session.close()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(installed(), tmp_path / "d", tmp_path)


def marie(name: str = "Marie") -> Author:
    return Author(name, lambda: NOON)


def files(paths: Paths) -> list[str]:
    return sorted(path.name for path in (paths.data / "exemple").iterdir())


def test_the_example_is_shown_as_shipped_whatever_was_done_to_it(paths: Paths) -> None:
    first = open_example(paths, marie())
    shipped = dict(first.session.snapshot.assessment.answers)
    first.session.dossier.set_note("str-1", "essai")
    first.session.dossier.set_answer("str-1", None)
    first.session.close()
    again = open_example(paths, marie())
    assert dict(again.session.snapshot.assessment.answers) == shipped
    assert again.session.snapshot.notes.get("str-1", "") != "essai"
    again.session.close()
    assert files(paths) == ["Montbrelle (exemple).autodiag"]
    assert not paths.copies.exists()


@pytest.mark.parametrize("half", [b"", b"SQLite format 3\0" + b"z" * 200])
def test_an_example_that_was_half_made_is_made_anew(paths: Paths, half: bytes) -> None:
    path = paths.data / "exemple" / "Montbrelle (exemple).autodiag"
    path.parent.mkdir(parents=True)
    path.write_bytes(half)
    path.with_name(f"{path.name}-journal").write_bytes(b"reste")
    opened = open_example(paths, marie())
    assert opened.session.snapshot.assessment.answers
    opened.session.close()
    assert files(paths) == [path.name]


def test_an_example_open_in_another_window_is_read_and_left_alone(paths: Paths) -> None:
    first = open_example(paths, marie())
    first.session.dossier.set_note("str-1", "essai")
    second = open_example(paths, marie("Paul"))
    why = second.session.dossier.access.why_read_only
    assert why is not None
    assert why.code == "dossier_ouvert_ailleurs"
    assert second.session.snapshot.notes["str-1"] == "essai"
    second.session.close()
    first.session.dossier.set_note("str-1", "encore")
    first.session.close()


def test_an_example_that_is_interrupted_leaves_nothing_of_its_name(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    path = paths.data / "exemple" / "m.autodiag"
    path.parent.mkdir(parents=True)
    with monkeypatch.context() as patch:
        patch.setattr(Dossier, "set_opening_mark", stop)
        with pytest.raises(KeyboardInterrupt):
            make_example(path, paths.bundle, marie())
    assert files(paths) == []
    make_example(path, paths.bundle, marie())
    with pytest.raises(AutodiagError, match="existe"):
        make_example(path, paths.bundle, marie())
    assert files(paths) == ["m.autodiag"]
