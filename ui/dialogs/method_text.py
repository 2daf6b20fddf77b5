# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How figures are made and what words mean, as the report says it. Knows no dossier, no screen.

The help must open even where a file of the application is spoilt: then it says less.
"""

from pathlib import Path

METHOD = (
    "lire.echelle",
    "methode.question",
    "methode.theme",
    "methode.global",
    "lire.fourchette",
    "methode.documente",
    "methode.seuils",
    "methode.arrondi",
    "methode.plan",
)
"""In the order in which one builds on another."""


def method_said(resources: Path) -> tuple[str, ...]:
    """The paragraphs of the report on the method, stars included; none where they cannot be."""
    from autodiag.errors import AutodiagError
    from autodiag.text.sentences import read_sentences

    try:
        sentences = read_sentences(resources)
        return tuple(sentences(key) for key in METHOD)
    except AutodiagError:
        return ()


def glossary_said(knowledge: Path) -> tuple[tuple[str, str], ...]:
    """Each difficult word with what it means, in the order of the file; none when it cannot be."""
    import tomli

    try:
        found = tomli.loads((knowledge / "glossaire.toml").read_text(encoding="utf-8"))
        return tuple((entry["terme"], entry["definition"]) for entry in found["glossaire"])
    except (OSError, ValueError, KeyError):
        return ()
