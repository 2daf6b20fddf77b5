# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The command line: its verbs, their arguments and their help."""

import argparse

from autodiag.cli.arguments_filling import add_fill_options, add_new_options
from autodiag.cli.parser import FrenchParser

VERBS = {
    "nouveau": "crée le dossier d’une collectivité",
    "remplir": "répond à un autre questionnaire, dans le même dossier",
    "reponses": "donne les réponses, dans la forme que --reponses accepte",
    "score": "donne les scores et le profil",
    "comparer": "compare avec les chiffres publiés",
    "feuille-de-route": "place les actions sur trois horizons",
    "rapport": "imprime le rapport, en PDF",
    "documents": "prépare les documents à modifier, délibération comprise",
    "verifier": "contrôle un questionnaire, un dossier, un paquet de repères",
    "exemple": "remplit et imprime une commune d’exemple",
    "auto-test": "vérifie que tout fonctionne sur cet ordinateur",
}
ENDING = f"""\
commandes :
{chr(10).join(f"  {name:<18}{words}" for name, words in VERBS.items())}

Sans commande, la fenêtre s’ouvre. Chaque commande a son aide, par exemple :
main.py nouveau --help"""

DOCUMENT_NAMES = (
    *("deliberation", "note", "partage", "prestataire", "article", "passation"),
    *("budget", "calendrier"),
)
"""The editable documents and what goes with them: as `autodiag.documents` names them."""

MODELS = (
    *("complet", "synthese", "passation", "questionnaire-vierge"),
    *("fiche-verification", "attestation"),
)
"""What `rapport` prints: as `autodiag.report` names it."""


def build_parser() -> FrenchParser:
    """The parser of every verb."""
    parser = FrenchParser(
        prog="main.py",
        usage="main.py [--donnees DIR] COMMANDE …",
        description="Diagnostic de maturité numérique d’une collectivité, hors connexion.",
        epilog=ENDING,
    )
    parser.add_argument(
        "--donnees",
        metavar="DIR",
        help="où garder copies, réglages et journaux (à écrire avant la commande)",
    )
    verbs = parser.add_subparsers(
        dest="verb",
        metavar="COMMANDE",
        prog="main.py",
        help=argparse.SUPPRESS,  # the epilog lists them, aligned
        required=True,
        parser_class=FrenchParser,
    )
    _add_new(verbs)
    _add_fill(verbs)
    _add_answers(verbs)
    for name in ("score", "comparer"):
        _add_which(_add_json(verbs, name, " [--questionnaire ID]"))
    _add_roadmap(verbs)
    _add_report(verbs)
    _add_documents(verbs)
    check = _verb(verbs, "verifier", "CHEMIN")
    check.add_argument(
        "path",
        metavar="CHEMIN",
        help="le dossier d’un ou de plusieurs questionnaires, un fichier .autodiag, ou un paquet "
        "de repères (.toml)",
    )
    example = _verb(verbs, "exemple", "DOSSIER")
    example.add_argument("folder", metavar="DOSSIER", help="où écrire l’exemple et son rapport")
    _verb(verbs, "auto-test", "")
    return parser


Verbs = argparse._SubParsersAction  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""What argparse returns, under the only name it has."""


def _verb(verbs: "Verbs[FrenchParser]", name: str, usage: str) -> FrenchParser:
    words = VERBS[name]
    return verbs.add_parser(
        name,
        description=f"{words[0].upper()}{words[1:]}.",
        usage=f"main.py {name} {usage}".rstrip(),
    )


def _add_file(parser: FrenchParser) -> None:
    parser.add_argument("path", metavar="FICHIER", help="le dossier de la collectivité, .autodiag")


def _add_new(verbs: "Verbs[FrenchParser]") -> None:
    parser = _verb(
        verbs,
        "nouveau",
        "FICHIER (--commune INSEE | --siren SIREN |\n"
        "            --nom NOM --type TYPE [--population N])\n"
        "            [--siret SIRET] [--fait FAIT=oui|non]… [--questionnaire ID]\n"
        "            [--reponses R.json] [--date AAAA-MM-JJ]",
    )
    add_new_options(parser)


def _add_fill(verbs: "Verbs[FrenchParser]") -> None:
    parser = _verb(
        verbs,
        "remplir",
        "FICHIER --questionnaire ID [--reponses R.json]\n"
        "            [--date AAAA-MM-JJ] [--siret SIRET]\n"
        "            [--theme THEME [--qui NOM] [--remplacer] | --de-nouveau]",
    )
    _add_file(parser)
    add_fill_options(parser)


def _add_answers(verbs: "Verbs[FrenchParser]") -> None:
    options = "\n            [--questionnaire ID] [--theme THEME | --propositions]"
    parser = _add_json(verbs, "reponses", options)
    _add_which(parser)
    one_or_other = parser.add_mutually_exclusive_group()
    one_or_other.add_argument(
        "--propositions",
        action="store_true",
        help="ce que les autres questionnaires permettent de répondre, avec ses raisons",
    )
    one_or_other.add_argument(
        "--theme",
        metavar="THEME",
        default="",
        help="la contribution à un thème, que remplir --theme reprend ailleurs",
    )


def _add_which(parser: FrenchParser) -> None:
    parser.add_argument(
        "--questionnaire",
        metavar="ID",
        default="",
        help="un autre questionnaire du dossier (celui du diagnostic sinon)",
    )


def _add_json(verbs: "Verbs[FrenchParser]", name: str, options: str = "") -> FrenchParser:
    parser = _verb(verbs, name, f"FICHIER --json{options}")
    _add_file(parser)
    parser.add_argument(
        "--json", action="store_true", required=True, help="en JSON, la seule forme"
    )
    return parser


def _add_roadmap(verbs: "Verbs[FrenchParser]") -> None:
    parser = _add_json(
        verbs,
        "feuille-de-route",
        "\n            [--jours-par-mois J] [--budget-annuel E]",
    )
    parser.add_argument(
        "--jours-par-mois", metavar="J", help="le temps disponible, agents et élus ensemble"
    )
    parser.add_argument("--budget-annuel", metavar="E", help="l’argent disponible par an, en euros")
    parser.epilog = "Le temps et l’argent donnés ici sont gardés dans le dossier."


def _add_report(verbs: "Verbs[FrenchParser]") -> None:
    parser = _verb(
        verbs,
        "rapport",
        "FICHIER -o R.pdf\n"
        "            [--modele complet|synthese|passation|questionnaire-vierge|\n"
        "                      fiche-verification|attestation]\n"
        "            [--diffusion interne|publique] [--questionnaire ID]",
    )
    _add_file(parser)
    _add_which(parser)
    parser.add_argument("-o", dest="target", metavar="R.pdf", required=True, help="le PDF à écrire")
    parser.add_argument(
        "--modele",
        metavar="MODELE",
        choices=MODELS,
        default="complet",
        help="complet ; synthese : l’essentiel en une page ; questionnaire-vierge : à remplir "
        "à la main ; attestation : vous la déclarez, en une page ; passation, et "
        "fiche-verification (ce qu’il reste à savoir), à usage "
        "interne",
    )
    parser.add_argument(
        "--diffusion",
        metavar="QUI",
        choices=("interne", "publique"),
        default="interne",
        help="interne, ou publique pour un document que chacun peut demander",
    )


def _add_documents(verbs: "Verbs[FrenchParser]") -> None:
    parser = _verb(
        verbs,
        "documents",
        "FICHIER -o DOSSIER [--document NOM]…\n"
        "            [--seance AAAA-MM-JJ] [--lieu LIEU] [--signataire NOM]\n"
        "            [--fonction FONCTION] [--logo IMAGE] [--remplacer]",
    )
    _add_file(parser)
    parser.add_argument(
        "-o", dest="target", metavar="DOSSIER", required=True, help="où écrire les documents"
    )
    parser.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="NOM",
        choices=DOCUMENT_NAMES,
        help=f"un seul d’entre eux, ou plusieurs : {', '.join(DOCUMENT_NAMES)}",
    )
    parser.add_argument("--seance", metavar="AAAA-MM-JJ", help="le jour de la séance du conseil")
    parser.add_argument("--lieu", metavar="LIEU", help="où les documents sont signés")
    parser.add_argument("--signataire", metavar="NOM", help="le nom de qui signe")
    parser.add_argument("--fonction", metavar="FONCTION", help="la fonction de qui signe")
    parser.add_argument("--logo", metavar="IMAGE", help="une image png ou jpg")
    parser.add_argument(
        "--remplacer", action="store_true", help="remplace les documents qui y sont déjà"
    )
    parser.epilog = (
        "Ce qui reste à compléter est surligné et entre crochets. Tous les documents sont\n"
        "écrits, sauf avec --document. L’annexe de la délibération est écrite avec elle."
    )
