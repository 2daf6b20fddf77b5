# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The options of the verbs that fill a dossier: «nouveau» and «remplir»."""

from autodiag.cli.parser import FrenchParser
from autodiag.model.authority import KINDS

EXAMPLES = """\
exemples :
  main.py nouveau mairie.autodiag --commune 42336
  main.py nouveau agglo.autodiag --siren 200065886 --reponses reponses.json
  main.py nouveau rive.autodiag --nom "Belle" --type commune --population 800

Un code INSEE n’est pas un code postal. Si vous ne le connaissez pas, écrivez le
nom de la commune à sa place : les codes proches vous sont proposés."""


def add_new_options(parser: FrenchParser) -> None:
    """Those of «nouveau»."""
    parser.epilog = EXAMPLES
    parser.add_argument("path", metavar="FICHIER", help="le fichier à créer, .autodiag")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--commune", metavar="INSEE", help="le code INSEE de la commune")
    who.add_argument(
        "--siren", metavar="SIREN", help="le SIREN ou le SIRET de la commune ou de l’EPCI"
    )
    who.add_argument("--nom", metavar="NOM", help="une collectivité qui n’est pas dans la liste")
    parser.add_argument(
        "--siret", metavar="SIRET", default="", help="le SIRET, si vous le connaissez"
    )
    parser.add_argument("--type", metavar="TYPE", help=f"avec --nom : {', '.join(KINDS)}")
    parser.add_argument(
        "--population", metavar="N", help="avec --nom : les habitants, si vous les connaissez"
    )
    parser.add_argument(
        "--fait",
        action="append",
        default=[],
        metavar="FAIT=oui|non",
        help="par exemple ecole=oui ; autant de fois que nécessaire",
    )
    parser.add_argument(
        "--questionnaire",
        metavar="ID",
        default="maturite-numerique",
        help="un questionnaire installé, ou le chemin du vôtre",
    )
    parser.add_argument("--reponses", metavar="R.json", help="un fichier de réponses")
    parser.add_argument(
        "--date", metavar="AAAA-MM-JJ", help="le jour du diagnostic (aujourd’hui sinon)"
    )


def add_fill_options(parser: FrenchParser) -> None:
    """Those of «remplir», besides its file."""
    parser.add_argument(
        "--questionnaire",
        metavar="ID",
        required=True,
        help="un questionnaire installé, ou le chemin du vôtre",
    )
    parser.add_argument(
        "--reponses", metavar="R.json", help="un fichier de réponses, ajoutées à celles données"
    )
    parser.add_argument(
        "--date", metavar="AAAA-MM-JJ", help="le jour où il est commencé (aujourd’hui sinon)"
    )
    parser.add_argument(
        "--siret",
        metavar="SIRET",
        default="",
        help="le SIRET de la collectivité, gardé dans le dossier\u00a0: une contribution s’y "
        "reconnaît",
    )
    _add_theme_or_again(parser)
    parser.epilog = "Commencé une fois, ce questionnaire se complète avec la même commande."


def _add_theme_or_again(parser: FrenchParser) -> None:
    """One theme filled in elsewhere, or the whole another year: not both."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--theme",
        metavar="THEME",
        default="",
        help="reprend la contribution à un thème, donnée ailleurs par reponses --theme",
    )
    parser.add_argument(
        "--qui",
        metavar="NOM",
        default="",
        help="avec --theme\u00a0: la personne qui prend ce thème",
    )
    parser.add_argument(
        "--remplacer",
        action="store_true",
        help="avec --theme\u00a0: remplace les réponses qui diffèrent",
    )
    either.add_argument(
        "--de-nouveau",
        action="store_true",
        help="un autre jour, repart des réponses déjà données, à confirmer une à une",
    )
