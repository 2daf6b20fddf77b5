# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Under which heading an obligation is told, by which name, and how its dates are written. The
words themselves are data."""

from typing import Literal

from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts, holds
from autodiag.model.roadmap import BINDING, Obligation, ObligationState, ProofStatus
from autodiag.text.numbers import day_from_iso

Group = Literal["non_remplie", "a_verifier", "progres", "rappel", "remplie", "sans_objet"]


def group_of(state: ObligationState) -> Group:
    """Its state; but a piece of advice that a question measures is no mere reminder."""
    return "progres" if state.state == "rappel" and state.measured else state.state


def nature_of(obligation: Obligation, authority: LocalAuthority, facts: Facts) -> str:
    """The key of its nature: a duty is only one «if you are in this case» while nobody knows
    whether it concerns them."""
    known = obligation.condition is None or (
        holds(obligation.condition, authority, facts) is not None
    )
    return obligation.nature if known or obligation.nature not in BINDING else "devoir_si_inconnu"


def proof_of(status: ProofStatus) -> str:
    """The key of how far its text was read."""
    return {"vu": "vu", "mixte": "mixte"}.get(status, "memoire")


def written_date(text: str) -> str:
    """25/05/2018 as 25 mai 2018, 12/2019 as décembre 2019; any other wording as it is; nothing for
    a dash."""
    if not text.strip("–—- "):
        return ""
    parts = text.split("/")
    if len(parts) in (2, 3) and all(part.isdigit() for part in parts):
        return day_from_iso("-".join(reversed(parts)))
    return day_from_iso(text)


def whole_sentence(text: str) -> str:
    """With the full stop that it may lack."""
    return text if text.endswith((".", "…", "?", "!")) else f"{text}."
