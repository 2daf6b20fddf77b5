# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The command line: its verbs, their arguments, and its own words in French."""

import argparse
import re
import sys
from typing import NoReturn

from autodiag.model.authority import KINDS
from autodiag.text.typography import french

# What argparse says, as it says it, and what we say.
SAYINGS = (
    (r"the following arguments are required: (.*)", "il manque\u00a0: {0}"),
    (r"unrecognized arguments: (.*)", "je ne comprends pas\u00a0: {0}"),
    (r"argument (.*): expected (?:one argument|\d+ arguments?)", "{0} demande une valeur"),
    (r"argument (.*): invalid choice: (.*?) \(choose from (.*)\)", "{1} n’existe pas ({2})"),
    (r"argument (.*): not allowed with argument (.*)", "{0} et {1} ne vont pas ensemble"),
    (r"one of the arguments (.*) is required", "il manque l’un de\u00a0: {0}"),
    (r"argument (.*): invalid \w+ value: (.*)", "{0}\u00a0: {1} n’est pas une valeur possible"),
)


class FrenchParser(argparse.ArgumentParser):
    """A parser that speaks French, also when it refuses (exit code 2)."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, allow_abbrev=False, add_help=False)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="cette aide")
        self._positionals.title = "arguments"
        self._optionals.title = "options"

    def format_usage(self) -> str:
        """How the command is written."""
        return super().format_usage().replace("usage:", "usage :")

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage:", "usage :")

    def error(self, message: str) -> NoReturn:
        """Says what was not understood. Exits with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, french(f"Commande incomplète ou mal écrite : {_said(message)}.") + "\n")


def _said(message: str) -> str:
    for pattern, sentence in SAYINGS:
        if found := re.fullmatch(pattern, message):
            return sentence.format(*(group.replace("'", "") for group in found.groups()))
    return message


def build_parser() -> FrenchParser:
    """The parser of every verb."""
    parser = FrenchParser(
        prog="main.py",
        description="Diagnostic de maturité numérique d’une collectivité, hors connexion.",
        epilog="Sans commande, ouvre la fenêtre. Le détail\u00a0: main.py COMMANDE --help",
    )
    parser.add_argument("--donnees", metavar="DIR", help="où garder copies, réglages et journaux")
    verbs = parser.add_subparsers(
        dest="verb", metavar="COMMANDE", required=True, parser_class=FrenchParser
    )
    _add_new(verbs.add_parser("nouveau", help="crée un dossier"))
    for verb, words in (
        ("reponses", "les réponses, dans la forme que --reponses accepte"),
        ("score", "les scores et le profil"),
        ("comparer", "la comparaison avec les chiffres publiés"),
        ("feuille-de-route", "les actions, sur trois horizons"),
    ):
        _add_json(verbs.add_parser(verb, help=words))
    _add_capacity(verbs.choices["feuille-de-route"])
    _add_report(verbs.add_parser("rapport", help="le rapport à imprimer, en PDF"))
    check = verbs.add_parser("verifier", help="les problèmes d’un questionnaire ou d’un dossier")
    check.add_argument("path", metavar="CHEMIN")
    example = verbs.add_parser("exemple", help="un dossier d’exemple rempli et son rapport")
    example.add_argument("folder", metavar="DOSSIER")
    verbs.add_parser("auto-test", help="vérifie que tout fonctionne sur cet ordinateur")
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="FICHIER")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--commune", metavar="INSEE", help="le code INSEE de la commune")
    who.add_argument("--siren", metavar="SIREN", help="le SIREN ou le SIRET de la collectivité")
    who.add_argument(
        "--nom", metavar="NOM", help="pour une collectivité qui n’est pas dans la liste"
    )
    parser.add_argument("--type", metavar="TYPE", help=f"avec --nom : {', '.join(KINDS)}")
    parser.add_argument("--population", metavar="N", help="avec --nom")
    parser.add_argument(
        "--fait", action="append", default=[], metavar="FAIT=oui|non", help="autant que nécessaire"
    )
    parser.add_argument("--questionnaire", metavar="ID", default="maturite-numerique")
    parser.add_argument("--reponses", metavar="R.json", help="un fichier de réponses")
    parser.add_argument("--date", metavar="AAAA-MM-JJ", help="le jour du diagnostic")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="FICHIER")
    parser.add_argument("--json", action="store_true", required=True, help="en JSON")


def _add_capacity(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jours-par-mois", metavar="J", help="le temps disponible, agents et élus ensemble"
    )
    parser.add_argument("--budget-annuel", metavar="E", help="l’argent disponible par an, en euros")


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="FICHIER")
    parser.add_argument("-o", dest="target", metavar="R.pdf", required=True, help="le PDF à écrire")
    parser.add_argument("--modele", choices=("complet",), default="complet")
    parser.add_argument("--diffusion", choices=("interne", "publique"), default="interne")
