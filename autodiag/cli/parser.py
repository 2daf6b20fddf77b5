# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""argparse in French: its titles, its help and its refusals. Knows no verb."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from autodiag.catalogue.problems import did_you_mean
from autodiag.text.numbers import listing


def _listed(names: str, last: str) -> str:
    """«--commune --siren --nom» as a sentence lists them."""
    return listing(names.replace(",", " ").split(), last)


def _choice(found: re.Match[str]) -> str:
    where, word, known = found.groups()
    names = known.replace("'", "").split(", ")
    word = word.strip("'\"")
    kind = "une commande" if where == "COMMANDE" else f"possible pour {where}"
    near = did_you_mean(word, names) or "."
    return f"« {word} » n’est pas {kind}{near} Possible : {', '.join(names)}"


# What argparse says, as it says it, and what we say.
SAYINGS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"the following arguments are required: (.*)",
        lambda found: f"il manque {_listed(found[1], 'et')}",
    ),
    (
        r"one of the arguments (.*) is required",
        lambda found: f"il manque {_listed(found[1], 'ou')}",
    ),
    (
        r"unrecognized arguments: --donnees.*",
        lambda _: "« --donnees DIR » s’écrit avant la commande",
    ),
    (r"unrecognized arguments: (.*)", lambda found: f"« {found[1]} » n’est pas compris ici"),
    (r"argument (.*): expected .*", lambda found: f"{found[1]} demande une valeur"),
    (r"argument (.*): ignored .*", lambda found: f"{found[1]} ne prend pas de valeur"),
    (r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)", _choice),
    (
        r"argument (.*): not allowed with argument (.*)",
        lambda found: f"{found[1]} et {found[2]} ne vont pas ensemble",
    ),
)


class FrenchFormatter(argparse.RawDescriptionHelpFormatter):
    """The form of a help, at 80 columns as well."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, max_help_position=26, **options)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """How the command is written."""
        super().add_usage(usage, actions, groups, "usage : " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A title, before the colon that argparse writes."""
        super().start_section(f"{heading}\u00a0" if heading else heading)


class FrenchParser(argparse.ArgumentParser):
    """A parser that speaks French, also when it refuses (exit code 2)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **options, formatter_class=FrenchFormatter, allow_abbrev=False, add_help=False
        )
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Ends the command, once what was printed is out. Raises OSError where it cannot be."""
        if sys.stdout is not None:
            sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Says what was not understood. Exits with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{_said(message)}.\nPour l’aide : {self.prog} --help\n")


def _said(message: str) -> str:
    for pattern, sentence in SAYINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return f"Commande incomplète ou mal écrite : {sentence(found)}"
    return message
