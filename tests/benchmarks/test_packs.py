# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Packs (contract B6): made so that nobody is recognised, read so that nothing else comes in."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest

from autodiag.benchmarks.pack_file import MAX_BYTES, parse_pack, write_pack
from autodiag.benchmarks.pack_making import Contribution, make_pack
from autodiag.benchmarks.pack_rules import check_asked, check_days, check_names, check_pack
from autodiag.benchmarks.pack_store import (
    FOLDER,
    MOST,
    Kept,
    drop_pack,
    keep_pack,
    kept_packs,
    same_place,
)
from autodiag.benchmarks.packs import FEWEST, Pack
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered
from tests.benchmarks.pack_cases import HEAD, contribution, territory, text
from tests.support.shipped import shipped_questionnaire


def faults(written: str | bytes) -> str:
    data = written.encode() if isinstance(written, str) else written
    with pytest.raises(AutodiagError) as refused:
        parse_pack(data, "p.toml")
    return "\n".join(refused.value.lines)


@pytest.mark.parametrize("seed", range(4))
def test_B6_no_cell_of_a_made_pack_says_what_one_collectivite_answered(seed: int) -> None:
    pack = territory(seed)
    assert pack.cells
    assert all(cell.n >= FEWEST and 0 < cell.share < 100 for cell in pack.cells)
    assert all(group.number >= FEWEST for group in pack.groups)


@pytest.mark.parametrize("seed", range(4))
def test_B6_nothing_left_out_can_be_computed_back(seed: int) -> None:
    """Two figures can only be subtracted when the same collectivités are behind both, or when they
    cut the same answers in two places: neither ever is."""
    pack = territory(seed)
    assert not any(one.meets(other) for one, other in combinations(pack.groups, 2))
    terms = {(cell.question, cell.term) for cell in pack.cells}
    assert len(terms) == len({question for question, _ in terms})
    places = [(cell.question, cell.group) for cell in pack.cells]
    assert len(places) == len(set(places))


def test_B6_a_share_of_all_or_of_none_is_left_out() -> None:
    given = [contribution(one, "commune", 612) for one in range(8)]
    same = [
        replace(one, assessment=one.assessment.with_answer("cyb-1", Answered(4))) for one in given
    ]
    pack = make_pack(shipped_questionnaire(), same, HEAD)
    assert "cyb-1" not in {cell.question for cell in pack.cells}


def test_B6_one_collectivite_counts_once_with_its_latest_filling() -> None:
    one = contribution(3, "commune", 612)
    others = [contribution(seed, "commune", 700) for seed in range(10, 13)]
    twice = Contribution(replace(one.authority, name="Autre nom"), one.facts, one.assessment)
    with pytest.raises(AutodiagError, match="cinq"):
        make_pack(shipped_questionnaire(), [one, twice, *others], HEAD)


def test_B6_too_few_of_a_size_go_with_the_next_and_too_few_of_a_type_are_left_out() -> None:
    sizes = (90, 120, 400, 612, 700, 12_000, *[1_500] * 5)
    given = [contribution(rank, "commune", size) for rank, size in enumerate(sizes)]
    given += [contribution(90 + rank, "epci", 9_000) for rank in range(4)]
    pack = make_pack(shipped_questionnaire(), given, HEAD)
    told = [(group.label, group.number) for group in pack.groups]
    assert told == [
        ("communes de moins de 1\u202f000\u00a0habitants", 5),
        ("communes d’au moins 1\u202f000\u00a0habitants", 6),
    ]


def test_a_pack_is_read_back_as_it_was_written() -> None:
    assert parse_pack(text().encode(), "p.toml") == territory()
    said = replace(HEAD, warning='Dit "ainsi", et \\ cela.')
    pack = replace(territory(), head=replace(territory().head, warning=said.warning))
    assert parse_pack(write_pack(pack).encode(), "p.toml") == pack


def edited(find: str, put: str) -> str:
    assert find in text()
    return text().replace(find, put, 1)


FIRST = territory().cells[0]
GROUP = territory().groups[0]


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        ("format = 1", "format = 2", "cette version n’en lit pas d’autre"),
        ("auteur = ", "auteurs = ", "«\u202fauteurs\u202f» n’a pas sa place ici"),
        ("du = 2026", "du = 2027", "vient après"),
        (f"\nn = {FIRST.n}\n", "\nn = 4\n", "moins de 5 réponses"),
        (f"\nn = {FIRST.n}\n", "\nn = 4000\n", "plus de réponses (4000) que de collectivités"),
        (f"part = {FIRST.share}", "part = 0", "ce chiffre ne se publie pas"),
        (f"part = {FIRST.share}", "part = 100", "ce chiffre ne se publie pas"),
        (f"part = {FIRST.share}", "part = 1", "est impossible avec"),
        (f"part = {FIRST.share}", "part = true", "doit être un nombre entier"),
        (f'groupe = "{GROUP.id}"', 'groupe = "x"', "ce groupe n’est pas décrit"),
        (f"nombre = {GROUP.number}", "nombre = 3", "moins de 5 collectivités"),
        ('type = "commune"', 'type = "region"', "doit être commune ou epci"),
        ('condition = "niveau>=3"', 'condition = "__import__"', "condition incomprise"),
        ('condition = "niveau>=3"', 'condition = "niveau>=2"', "une seule condition par question"),
        ("[[cellules]]", "[[cellules]]\nsiren = 1\n", "«\u202fsiren\u202f» n’a pas sa place ici"),
    ],
)
def test_B6_a_pack_that_breaks_a_rule_is_refused_with_a_sentence(
    find: str, put: str, told: str
) -> None:
    assert told in faults(edited(find, put))


def test_B6_a_total_beside_its_parts_is_refused() -> None:
    whole = f'[[groupes]]\nid = "toutes"\ntype = "commune"\nnombre = {territory().number}\n'
    assert "un chiffre caché pourrait être retrouvé" in faults(
        edited("[[groupes]]", whole + "\n[[groupes]]")
    )


def test_every_fault_is_told_at_once() -> None:
    bad = edited("auteur = ", "auteurs = ").replace("version = ", "version = -", 1)
    told = faults(bad)
    assert "auteurs" in told
    assert "version" in told
    assert "points à corriger" in told


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\xff\xfe\x00",
        b"x" * (MAX_BYTES + 1),
        b"a = " + b"[" * 900,
        b"a = [\n" * 20_000,
        b"a." * 400 + b"b = 1",
        b"a = " + b"9" * 900,
        b"[paquet]\nterritoire = 'a\xe2\x80\xaeb'",
        b"paquet = 1\ngroupes = 2\ncellules = [3, 'x']",
    ],
)
def test_a_hostile_file_is_refused_without_a_crash(hostile: bytes) -> None:
    assert "Rien n’a été ajouté" in faults(hostile)


def test_unknown_questions_are_faults_only_of_the_same_version() -> None:
    questionnaire, pack = shipped_questionnaire(), territory()
    odd = replace(pack, cells=(replace(pack.cells[0], question="cyb-99"),))
    assert "question inconnue" in check_asked(odd, questionnaire)[0]
    older = replace(odd, head=replace(odd.head, version=questionnaire.version + 1))
    assert check_asked(older, questionnaire) == []


def warned(warning: str) -> Pack:
    return replace(territory(), head=replace(territory().head, warning=warning))


def test_B6_no_collectivite_is_named() -> None:
    known = {"Roanne", "Le Coteau", "Orange", "Vers", "Nîmes"}.__contains__
    assert check_names(warned("Sans les plus grandes. Vers la fin."), known) == []
    for named in (
        "Nîmes a répondu seule.",
        "Fini. Orange exclue.",
        "Sans Roanne.",
        "Avec celles du nord, Le Coteau compris.",
        "Roanne est, Roanne.",
    ):
        assert "est le nom d’une commune" in check_names(warned(named), known)[0]
    for coded in ("Sauf 42187.", "Sauf 2A004.", "Siren 214 201 873"):
        assert "désigne une collectivité" in check_names(warned(coded), known)[0]


@pytest.mark.parametrize(
    "author", ["Mairie de Saint-Petit 34172", "La commune d’Alba", "Ville de Roanne"]
)
def test_B6_the_author_is_no_commune(author: str) -> None:
    for key in ("author", "contact"):
        head = replace(territory().head, **{key: author})
        assert check_names(replace(territory(), head=head), {"Roanne"}.__contains__)


def test_B6_an_author_may_be_of_a_town_and_its_contact_has_a_telephone() -> None:
    for author in (
        "Roanne Agglomération",
        "Le syndicat",
        "Communauté de communes",
        "Syndicat de Roanne",
    ):
        head = replace(territory().head, author=author, contact="04 77 00 00 00")
        assert check_names(replace(territory(), head=head), {"Roanne"}.__contains__) == []


def test_nobody_has_answered_after_today() -> None:
    last = territory().head.last
    assert check_days(territory(), last) == []
    assert "n’est pas encore passé" in check_days(territory(), last - timedelta(days=1))[0]


@pytest.mark.parametrize(("low", "high", "refused"), [(612, 612, True), (500, 598, True),
    (500, 599, False), (None, 98, True), (None, 99, False), (612, None, False)])  # fmt: skip
def test_B6_a_group_is_wide_enough_for_nobody_to_be_recognised(
    low: int | None, high: int | None, refused: bool
) -> None:
    group = replace(GROUP, population_min=low, population_max=high)
    cells = tuple(one for one in territory().cells if one.group == GROUP.id)
    said = check_pack(replace(territory(), groups=(group,), cells=cells))
    assert ["trop proches" in one for one in said] == [True] * refused


def test_packs_are_kept_and_a_bad_one_leaves_the_others(tmp_path: Path) -> None:
    kept = keep_pack(territory(), tmp_path)
    assert keep_pack(territory(), tmp_path) == kept  # the same one again takes its place
    (tmp_path / FOLDER / "autre.toml").write_text("paquet = 3", encoding="utf-8")
    found = kept_packs(tmp_path)
    assert found.packs == (territory(),)
    assert [error.code for error in found.refused] == ["paquet_fautif"]
    drop_pack(territory(), tmp_path)
    assert kept_packs(tmp_path).packs == ()
    assert kept_packs(tmp_path / "nowhere") == kept_packs(tmp_path / "nowhere2")


def test_B6_two_authors_are_both_kept_and_one_author_replaces_his_own(tmp_path: Path) -> None:
    mine, head = territory(), territory().head
    other = replace(mine, head=replace(head, author="Département"))
    again = replace(mine, head=replace(head, warning="Corrigé."))
    keep_pack(mine, tmp_path)
    assert same_place(other, tmp_path) is None
    keep_pack(other, tmp_path)
    assert set(kept_packs(tmp_path).packs) == {mine, other}
    assert same_place(again, tmp_path) == mine
    keep_pack(again, tmp_path)
    assert set(kept_packs(tmp_path).packs) == {again, other}


def test_a_pack_copied_by_hand_is_replaced_and_dropped_and_its_double_is_told(
    tmp_path: Path,
) -> None:
    by_hand = tmp_path / FOLDER / "a.toml"
    by_hand.parent.mkdir()
    by_hand.write_text(text(), encoding="utf-8")
    keep_pack(territory(), tmp_path)
    assert not by_hand.exists()
    by_hand.write_text(text(), encoding="utf-8")
    found = kept_packs(tmp_path)
    assert found.packs == (territory(),)
    assert [error.code for error in found.refused] == ["paquet_en_double"]
    drop_pack(territory(), tmp_path)
    assert not by_hand.exists()
    assert kept_packs(tmp_path) == Kept((territory(),))


def test_a_name_cannot_write_elsewhere_and_there_is_a_limit(tmp_path: Path) -> None:
    head = replace(territory().head, territory="../../x/é")
    path = keep_pack(replace(territory(), head=head), tmp_path)
    assert path.parent == tmp_path / FOLDER
    for number in range(MOST - 1):
        (path.parent / f"{number}.toml").write_text("", encoding="utf-8")
    with pytest.raises(AutodiagError, match="Retirez-en un"):
        keep_pack(territory(), tmp_path)
