# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the gallery shows of the window, page by page, reached as its user reaches it: by clicks on
what is written, and by keys."""

from dataclasses import dataclass
from functools import partial
from typing import Literal

from tests.gallery.acts import (
    Act,
    again,
    click,
    close_dialogs,
    close_menus,
    dates_of_aid,
    diagnosis,
    display,
    escape,
    in_words,
    no_longer_tried,
    open_card,
    other,
    other_questionnaires,
    periods,
    search,
    sources,
    statement,
    tried,
    unanswered,
    word,
)

Where = Literal["premier", "rempli", "vide", "annee-suivante", "autres", "reprendre"]
"""No dossier yet; the example, filled in; a dossier without an answer; the example of last year, a
new diagnosis begun in it; the example with its other questionnaires filled in; the welcome page
after."""
SHORT = 1200
"""Below, in pixels at 100 %, the help of a question waits behind its button (design section 3)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of each variant. `page` is gone to, then `detail` and `act`; `undo` puts back.

    `drawing` begins the name of the design's drawing of it; `widths`: the least and the most, in
    pixels at 100 %, of the windows where there is such a thing to see.
    """

    id: str
    where: Where
    page: str = ""
    detail: str = ""
    act: Act | None = None
    undo: Act | None = None
    drawing: str = ""
    widths: tuple[int, int] = (0, 100_000)


BAROMETER, POLITICS = "numerique-et-collectivites", "politique-numerique"
SCENES = (
    Scene("accueil-premier", "premier", drawing="01"),
    Scene("accueil-recherche", "premier", act=partial(search, text="champagne"), drawing="01"),
    Scene("accueil-rien", "premier", act=partial(search, text="zzyx"), drawing="01"),
    Scene(
        "a-venir-atelier",
        "premier",
        act=click("Animer un atelier"),
        undo=click("Retour à l’accueil"),
    ),
    Scene(
        "a-venir-territoire",
        "premier",
        act=click("Réunir plusieurs communes"),
        undo=click("Retour à l’accueil"),
    ),
    Scene("visite", "premier", act=again, undo=click("Passer la visite")),
    Scene("questions-debut", "vide", "questions", drawing="02"),
    Scene(
        "questions-filtre",
        "vide",
        "questions",
        "adm-5",
        act=unanswered,
        undo=escape,
        widths=(SHORT, 100_000),
    ),
    Scene("resultats-vide", "vide", "resultats", drawing="03"),
    Scene("feuille-vide", "vide", "feuille", drawing="05"),
    Scene("collectivite", "rempli", "collectivite"),
    Scene("passation", "rempli", "passation", "lieux"),
    Scene("passation-reponses", "rempli", "passation", "reponses"),
    Scene("passation-decisions", "rempli", "passation", "decisions"),
    Scene("passation-dossier", "rempli", "passation", "dossier"),
    Scene("questions", "rempli", "questions", "adm-5", drawing="02"),
    Scene(
        "questions-raisons",
        "rempli",
        "questions",
        "adm-5",
        act=click("Sans objet"),
        undo=escape,
        drawing="02",
    ),
    Scene(
        "questions-aide",
        "rempli",
        "questions",
        "adm-5",
        act=click("Aide et note"),
        undo=escape,
        drawing="09",
        widths=(0, SHORT - 1),
    ),
    Scene("questions-mot", "rempli", "questions", "str-4", act=word, undo=escape, drawing="02"),
    Scene("resultats", "rempli", "resultats", drawing="03"),
    Scene(
        "resultats-mots",
        "rempli",
        "resultats",
        act=in_words,
        undo=click("Voir la carte"),
        drawing="03",
    ),
    Scene(
        "resultats-calcul",
        "rempli",
        "resultats",
        act=click("Le calcul. "),
        undo=click("Tous les résultats"),
        drawing="03",
    ),
    Scene(
        "resultats-pourquoi",
        "rempli",
        "resultats",
        act=click("Cybersécurité, "),
        undo=click("Tous les résultats"),
        drawing="03",
    ),
    Scene("comparaison", "rempli", "comparaison", drawing="04"),
    Scene(
        "comparaison-mots",
        "rempli",
        "comparaison",
        act=click("Lire en mots"),
        undo=click("Lire en mots"),
        drawing="04",
    ),
    Scene(
        "comparaison-sources",
        "rempli",
        "comparaison",
        act=sources,
        undo=click("Sources"),
        drawing="04",
    ),
    Scene("sources", "rempli", "sources"),
    Scene("feuille", "rempli", "feuille", drawing="05"),
    Scene("feuille-detail", "rempli", "feuille", act=open_card, undo=escape, drawing="05"),
    Scene(
        "feuille-non-retenues",
        "rempli",
        "feuille",
        act=click("Non retenues"),
        undo=escape,
        drawing="05",
    ),
    Scene(
        "feuille-chemin",
        "rempli",
        "feuille",
        act=click("Plus court chemin"),
        undo=escape,
        drawing="05",
    ),
    Scene("feuille-suivi", "rempli", "feuille", "follow", undo=escape, drawing="05"),
    Scene("feuille-budget", "rempli", "feuille", "budget", undo=periods, drawing="05"),
    Scene("feuille-plans", "rempli", "feuille", "plans", undo=periods),
    Scene("feuille-moyens", "rempli", "feuille", "moyens", act=dates_of_aid, undo=periods),
    Scene("feuille-et-si", "rempli", "feuille", "et_si", act=tried, undo=no_longer_tried),
    Scene("feuille-trimestres", "rempli", "feuille", "trimestres", undo=periods, drawing="05"),
    Scene("feuille-frise", "rempli", "feuille", "frise", undo=periods, drawing="05"),
    Scene("imprimer", "rempli", "imprimer"),
    Scene(
        "imprimer-attestation",
        "rempli",
        "imprimer",
        act=click("Attestation autodéclarée"),
        undo=click("Rapport complet"),
    ),
    Scene(
        "feuille-propositions",
        "rempli",
        "feuille",
        act=click("Dix propositions"),
        undo=escape,
    ),
    Scene("obligations", "rempli", "obligations"),
    Scene("resultats-plan", "rempli", "resultats", drawing="03"),
    Scene("affichage", "rempli", act=display, undo=close_menus),
    Scene("aide-accessibilite", "rempli", act=statement, undo=close_dialogs),
    Scene("aide", "rempli", act=click("Aide"), undo=close_dialogs),
    Scene("annee-collectivite", "annee-suivante", "collectivite"),
    Scene("annee-questions", "annee-suivante", "questions", "filtre:a_confirmer", drawing="02"),
    Scene("annee-resultats", "annee-suivante", "resultats", drawing="03"),
    Scene("annee-passation", "annee-suivante", "passation", "reponses"),
    Scene("autres-collectivite", "autres", "collectivite", act=other_questionnaires),
    Scene(
        "barometre-collectivite",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="collectivite"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-questions",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="questions", detail="inc-3"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-nombre",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="questions", detail="inf-3a"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-comparaison",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="comparaison"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-imprimer",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="imprimer"),
        undo=diagnosis,
    ),
    Scene(
        "perception-questions",
        "autres",
        "collectivite",
        act=partial(other, questionnaire="perception", page="questions", detail="per-note"),
        undo=diagnosis,
    ),
    Scene(
        "perception-comparaison",
        "autres",
        "collectivite",
        act=partial(other, questionnaire="perception", page="comparaison"),
        undo=diagnosis,
    ),
    Scene(
        "politique-questions",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=POLITICS, page="questions", detail="axe-energie"),
        undo=diagnosis,
    ),
    Scene(
        "politique-comparaison",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=POLITICS, page="comparaison"),
        undo=diagnosis,
    ),
    Scene("accueil-reprendre", "reprendre", drawing="01"),
)
"""In an order that opens each dossier once."""
