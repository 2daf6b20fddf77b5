# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the report: their typography, and that the code and the file agree."""

import re
from string import Formatter

import pytest
import tomli

from autodiag.text.typography import faults
from tests.sources import ROOT

TEXTS = tomli.loads((ROOT / "resources/report/textes.toml").read_text(encoding="utf-8"))
# the window says some of them too
FILES = [*(ROOT / "autodiag/report").glob("*.py"), *(ROOT / "autodiag/scoring").glob("*.py")]
FILES += [ROOT / "autodiag/charts/map_said.py"]
FILES += (ROOT / "ui").rglob("*.py")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FILES))


@pytest.mark.parametrize("section", TEXTS)
def test_every_sentence_is_in_french_typography(section: str) -> None:
    for key, text in TEXTS[section].items():
        assert faults(text) == [], key
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))


def test_every_sentence_asked_for_exists() -> None:
    asked = set(re.findall(r'(?:words(?:\.raw)?|say|sentences)\(\s*"([a-z_]+\.[a-z_0-9-]+)"', CODE))
    assert len(asked) > 100
    assert not [key for key in asked if key.split(".")[1] not in TEXTS[key.split(".")[0]]]


def test_every_sentence_is_used() -> None:
    # printed, or looked up, by section
    whole = {"lire", "methode", "strates", "acteurs_ville", "acteurs_hors_commune", "acteurs_epci"}
    whole |= {"ressenti", "ressenti_domaines"}
    built = {"etats", "natures", "horizons", "preuves", "genres", "faits", "colonnes", "fiches"}
    quoted = set(re.findall(r"""["'](?:[a-z_]+\.)?([a-z_0-9-]+)["']""", CODE))
    # «f"profil.selon{edition}"»: what stands for the braces may be anything
    pieces = re.findall(r'f"([a-z_]+\.(?:[a-z_0-9-]|\{[^{}"]*\})+)"', CODE)
    partly = [one for one in pieces if re.search(r"[a-z]", re.sub(r"^[a-z_]+\.|\{.*?\}", "", one))]
    shapes = [re.compile(re.sub(r"\{.*?\}", ".*", one.replace(".", r"\."))) for one in partly]
    unused = [
        f"{section}.{key}"
        for section, sentences in TEXTS.items()
        if section not in whole | built
        for key in sentences
        if key not in quoted and not any(one.fullmatch(f"{section}.{key}") for one in shapes)
    ]
    assert unused == []
