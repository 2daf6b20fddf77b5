# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Repères d’un territoire »: a pack is added, taken away, put back; a bad one changes nothing."""

from collections.abc import Callable
from pathlib import Path

from autodiag.benchmarks.pack_file import write_pack
from autodiag.benchmarks.pack_making import make_pack
from autodiag.benchmarks.pack_store import FOLDER
from tests.benchmarks.pack_cases import HEAD, contribution
from tests.support.desks import ChosenFiles
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import cut, kept, nameless, overflow, settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison import ComparisonPage
from ui.pages.figures import FiguresPage
from ui.pages.figures_packs import PacksCard


def written(path: Path) -> str:
    """A pack of nine communes of the size of the dossier’s."""
    given = [contribution(seed, "commune", 600 + seed) for seed in range(9)]
    text = write_pack(make_pack(shipped_questionnaire(), given, HEAD))
    path.write_text(text, encoding="utf-8")
    return text


def said(card: PacksCard) -> str:
    return plain(card.said.text())


def at_work(desk: Desk) -> None:
    assert desk.work.drain()
    settle()


def test_B6_a_pack_is_added_compared_taken_away_and_put_back(
    desk: Desk, open_dossier_of: Callable[..., Bridge], tmp_path: Path
) -> None:
    bridge, file = open_dossier_of(answers={"cyb-1": 1, "str-1": 3}), tmp_path / "p.toml"
    published, text = bridge.library, written(file)
    with kept() as pages:
        page, comparison = FiguresPage(desk, bridge), ComparisonPage(desk, bridge)
        pages += [page, comparison]
        page.resize(1366, 636)
        page.show()
        comparison.refresh()
        settle()
        card = page.packs
        assert (card.rows, card.said.isHidden(), card.back.isHidden()) == ([], True, True)
        assert isinstance(desk.dialogs, ChosenFiles)
        desk.dialogs.chosen = file
        card.add.click()
        at_work(desk)
        assert said(card).startswith("Ajouté : Territoire « Pays de Montbrelle », 9 communes")
        assert bridge.library is not published
        assert len(list((desk.paths.data / FOLDER).glob("*.toml"))) == len(card.rows) == 1
        comparison.refresh()
        local = [one for one in comparison.comparison.comparators if one.benchmark.study.local]
        assert local and all(one.same_size for one in local)  # noqa: PT018 - none would pass
        page.head.field.setText("Montbrelle")
        assert page.card._title.text().startswith("Repères du territoire")
        assert card.isHidden()  # what is found comes first
        page.head.clear()
        page._on_wanted()
        assert not card.isHidden()
        for width in (1366, 1000, 700, 600):
            page.resize(width, 636)
            assert (cut(page), overflow(page._area)[0], nameless(page)) == ([], 0, [])

        file.write_text(text.replace("part = ", "part = 100 #"), encoding="utf-8")
        card.add.click()
        at_work(desk)
        assert "ne peut pas servir" in said(card)
        assert "Et " in said(card)
        assert len(card.rows) == len(bridge.packs.packs) == 1

        card.rows[0].drop.click()
        at_work(desk)
        assert (card.rows, bridge.library) == ([], published)
        assert not list((desk.paths.data / FOLDER).glob("*.toml"))
        card.back.click()
        at_work(desk)
        assert len(card.rows) == 1
        assert card.back.isHidden()

        file.write_text(text.replace("Syndicat", "Département"), encoding="utf-8")
        card.add.click()
        at_work(desk)
        assert (len(card.rows), card.back.isHidden()) == (2, True)
        assert len({row.drop.accessibleName() for row in card.rows}) == 2
        file.write_text(text.replace("ecrire@", "lire@"), encoding="utf-8")
        card.add.click()
        at_work(desk)
        assert said(card).startswith("Remplacé : ")
        assert len({pack.head.contact for pack in bridge.packs.packs}) == 2
        card.back.click()
        at_work(desk)
        assert {pack.head.contact for pack in bridge.packs.packs} == {HEAD.contact}
        assert len(card.rows) == 2


def test_a_pack_of_another_questionnaire_says_so_and_a_bad_file_is_told(
    desk: Desk, open_dossier_of: Callable[..., Bridge], tmp_path: Path
) -> None:
    folder = desk.paths.data / FOLDER
    folder.mkdir()
    text = written(folder / "un.toml").replace("maturite-numerique", "perception")
    (folder / "un.toml").write_text(text, encoding="utf-8")
    (folder / "deux.toml").write_text("paquet = 1", encoding="utf-8")
    with kept() as pages:
        card = PacksCard(desk, open_dossier_of())
        pages.append(card)
        card.show_packs()
        told = " ".join(label.text() for label in card.rows[0].findChildren(type(card.lead)))
        assert "un autre questionnaire" in told
        assert "deux.toml" in card._faulty[0].text()
