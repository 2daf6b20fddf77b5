# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong, and the French sentence that says it.

Knows nothing of screens or exit codes.
"""

from collections.abc import Sequence

# One sentence per code: what happened, what is safe, what to do. Alphabetical.
SENTENCES: dict[str, str] = {
    "code_postal_invalide": "Un code postal compte cinq chiffres, par exemple 42110.",
    "contribution_autre_collectivite": "«\u202f{fichier}\u202f» est la contribution d’une autre "
    "collectivité que {nom}\u00a0: leurs numéros (SIRET, SIREN ou code INSEE) diffèrent. Rien n’a "
    "été écrit. Vérifiez le fichier choisi.",
    "contribution_autre_questionnaire": "«\u202f{fichier}\u202f» ne répond pas à "
    "«\u202f{titre}\u202f», version {version}. Rien n’a été écrit. Demandez une contribution "
    "faite avec la même version.",
    "contribution_autre_theme": "«\u202f{fichier}\u202f» est la contribution au thème "
    "«\u202f{theme}\u202f». Rien n’a été écrit. Demandez ce thème, ou vérifiez le fichier choisi.",
    "contribution_differe": "«\u202f{fichier}\u202f» répond autrement que ce dossier à {combien}. "
    "Rien n’a été écrit. Accordez-vous, ou demandez à remplacer\u00a0: l’annulation reste "
    "possible.",
    "contribution_illisible": "«\u202f{fichier}\u202f» n’est pas un fichier de contribution à un "
    "thème. Rien n’a été écrit. Demandez celui qu’Autodiag enregistre.",
    "contribution_sans_numero": "«\u202f{fichier}\u202f» et ce dossier n’ont aucun numéro en "
    "commun\u00a0: rien ne dit que c’est la contribution de {nom}. Rien n’a été écrit. Indiquez "
    "le SIRET dans les deux\u00a0: page Collectivité, ou option --siret.",
    "contribution_sans_theme": "«\u202f{fichier}\u202f» est la contribution à un thème. Rien n’a "
    "été écrit. Reprenez-la dans le dossier, avec remplir\u00a0: ajoutez --theme {theme}.",
    "date_invalide": "« {texte} » n’est pas une date. Écrivez-la ainsi : 2026-11-21. Rien n’a "
    "été créé.",
    "diagnostic_date_anterieure": "Un nouveau diagnostic ne peut pas être daté d’avant le "
    "précédent, celui du {jour}. Rien n’a été créé. Choisissez une date plus récente.",
    "diagnostic_en_preparation": "Le nouveau diagnostic se prépare, à partir des réponses du "
    "{jour}. Tout ce que vous avez fait est gardé. Attendez un instant.",
    "diagnostic_en_suppression": "Le diagnostic du {jour} se supprime. Le précédent est gardé tel "
    "quel. Attendez un instant.",
    "diagnostic_entame": "Le diagnostic du {jour} n’a pas été supprimé : quelque chose y a été "
    "répondu, confirmé ou noté. Tout est gardé. Pour le supprimer, annulez d’abord ces "
    "modifications, avec « Annuler ».",
    "documents_existants": "Le dossier « {dossier} » contient déjà {fichiers}. Rien n’a été écrit. "
    "Choisissez un autre dossier, ou demandez à remplacer ces fichiers.",
    "documents_pas_un_dossier": "« {dossier} » est un fichier, pas un dossier. Rien n’a été écrit. "
    "Choisissez un autre endroit.",
    "donnees_fautives": "{combien} à corriger dans {source}. Rien n’a été écrit.",
    "dossier_abime": "« {fichier} » est abîmé : il ne peut pas être ouvert. Il n’a pas été "
    "modifié. Ouvrez plutôt sa dernière copie datée, dans le dossier des copies d’Autodiag, ou "
    "une copie que vous avez faite ailleurs.",
    "dossier_acces_refuse": "L’ordinateur ne vous permet pas de lire « {fichier} ». Le fichier "
    "n’a pas été touché. Demandez l’accès à la personne qui vous l’a transmis.",
    "dossier_cible_existe": "« {fichier} » existe déjà. Il n’a pas été touché. Choisissez un "
    "autre nom.",
    "dossier_copie_ouverte": "« {fichier} » est ouvert par quelqu’un : la copie n’a pas été "
    "faite et ce fichier n’a pas été touché. Choisissez un autre nom.",
    "dossier_copie_sur_soi": "« {fichier} » est le dossier que vous avez ouvert : tout y est "
    "déjà enregistré. Choisissez un autre nom ou un autre endroit pour la copie.",
    "dossier_deplace": "« {fichier} » n’est plus à sa place : il a été déplacé, renommé ou "
    "supprimé pendant que vous l’aviez ouvert. Ce que vous voyez dans cette fenêtre est intact. "
    "Enregistrez-le ailleurs.",
    "dossier_disque_en_panne": "L’ordinateur n’arrive plus à lire ou à écrire « {fichier} ». Ce "
    "qui a été annoncé comme enregistré l’est. Vérifiez que la clé USB ou le partage est "
    "toujours branché, puis réessayez.",
    "dossier_disque_plein": "Il n’y a plus de place sur le disque pour « {fichier} ». Ce qui a "
    "été annoncé comme enregistré l’est. Libérez de la place et réessayez, ou enregistrez une "
    "copie ailleurs.",
    "dossier_ecriture_interrompue": "Le dernier enregistrement de « {fichier} » a été "
    "interrompu, et cet endroit n’est pas modifiable : il ne peut pas être terminé ici. Rien n’a "
    "été modifié. Copiez dans un endroit où vous pouvez écrire « {fichier} » et le fichier "
    "« {fichier}-journal » qui est à côté, puis ouvrez cette copie.",
    "dossier_emplacement": "Impossible d’écrire dans « {emplacement} ». Rien n’y a été créé ni "
    "modifié. Choisissez un autre endroit, par exemple vos documents.",
    "dossier_introuvable": "« {fichier} » est introuvable. Vérifiez son nom, et que la clé USB "
    "ou le partage est branché.",
    "dossier_journal_orphelin": "« {reste} » se trouve à cet endroit : c’est le reste d’un autre "
    "fichier de ce nom, et il abîmerait celui-ci. Rien n’a été écrit. Choisissez un autre nom.",
    "dossier_meme_fichier": "C’est justement dans « {fichier} » que l’enregistrement échoue. "
    "Rien n’a été remplacé. Choisissez un autre nom ou un autre endroit.",
    "dossier_modification_impossible": "Cette modification n’a pas pu être enregistrée. Tout le "
    "reste l’est. Refaites-la ; si cela recommence, prévenez la personne qui vous aide.",
    "dossier_nom": "« {fichier} » ne convient pas : le nom d’un dossier se termine par "
    "« .autodiag », par exemple « {exemple} ». Rien n’a été créé.",
    "dossier_nom_trop_long": "Le nom « {fichier} » est trop long pour ce disque. Rien n’a été "
    "écrit. Choisissez un nom plus court.",
    "dossier_non_modifiable": "« {fichier} » se trouve à un endroit où vous ne pouvez pas "
    "écrire. Vous pouvez le lire. Pour le modifier, enregistrez-en une copie ailleurs.",
    "dossier_occupe": "« {fichier} » est utilisé en ce moment par un autre programme. Rien n’est "
    "perdu. Attendez quelques secondes, puis réessayez.",
    "dossier_ouvert_ailleurs": "« {fichier} » est déjà ouvert : {qui}. Vous pouvez le lire. Pour "
    "le modifier, attendez que cette personne l’ait fermé, puis rouvrez-le.",
    "dossier_pas_un_dossier": "« {fichier} » n’est pas un dossier Autodiag. Il n’a pas été "
    "touché. Choisissez un fichier dont le nom se termine par « .autodiag ».",
    "dossier_pieces_abimees": "Des fichiers joints à ce dossier se sont abîmés. Ses réponses sont "
    "intactes. Joignez-les de nouveau, ou cherchez-les dans une copie du dossier.",
    "dossier_plus_recent": "« {fichier} » a été enregistré par une version plus récente "
    "d’Autodiag. Vous pouvez le lire. Pour le modifier, installez la dernière version.",
    "dossier_reponses_etrangeres": "Ce dossier a des réponses à des questions que leur "
    "questionnaire n’a pas : {liste}. Elles sont gardées, et ne comptent pas.",
    "dossier_reponses_inadaptees": "Ce dossier a des réponses que leur question ne permet "
    "pas. Elles sont gardées, et comptent comme « sans réponse ». Répondez de nouveau à ces "
    "questions.",
    "dossier_repris_ailleurs": "Cet ordinateur est resté sans accès à « {fichier} », et "
    "quelqu’un d’autre l’a ouvert depuis. Cette modification n’a pas été enregistrée ; les "
    "précédentes le sont. Fermez le dossier, puis rouvrez-le.",
    "dossier_sqlite_ancien": "Un composant de cet ordinateur, qui sert à enregistrer les dossiers, "
    "est trop ancien (SQLite {version}). Aucun dossier n’a été touché. Demandez à la personne qui "
    "suit vos ordinateurs d’installer la version 3.37 ou une plus récente.",
    "dossier_texte_impossible": "Ce texte contient un caractère qui ne peut pas être enregistré. "
    "Rien n’a été modifié. Supprimez ce caractère, souvent invisible, ou retapez le texte.",
    "dossier_texte_trop_long": "Ce texte est trop long pour être enregistré. Rien n’a été "
    "modifié. Raccourcissez-le.",
    "dossier_trop_gros": "« {fichier} » est beaucoup trop gros pour un dossier Autodiag. Il n’a "
    "pas été touché.",
    "dossier_trop_recent": "« {fichier} » a été enregistré par une version plus récente "
    "d’Autodiag, que celle-ci ne sait pas lire. Il n’a pas été touché. Installez la dernière "
    "version.",
    "dossier_vide_ou_abime": "« {fichier} » est vide ou abîmé : il ne peut pas être ouvert. Rien "
    "n’y a été écrit. Ouvrez plutôt sa dernière copie datée, dans le dossier des copies d’Autodiag "
    "(dans la fenêtre, F1 dit où il est), ou une copie que vous avez faite ailleurs.",
    "fait_deux_fois": "Vous dites à la fois oui et non pour « {fait} ». Rien n’a été créé. "
    "Gardez une seule des deux réponses.",
    "fait_inconnu": "Le fait « {fait} » n’existe pas{proche} Ceux qui existent : {liste}. "
    "Rien n’a été créé.",
    "fait_sans_valeur": "Dites oui ou non pour « {fait} », par exemple {fait}=oui. Rien n’a "
    "été créé.",
    "identite_en_double": "« --type » et « --population » vont avec « --nom » seulement : pour "
    "une commune de la liste, ils sont déjà connus. Rien n’a été créé.",
    "insee_inconnu": "Le code INSEE « {texte} » n’est celui d’aucune commune actuelle.{proche} "
    "Vous pouvez aussi chercher la commune par son nom.",
    "insee_invalide": "Un code INSEE de commune compte cinq caractères, "
    "par exemple 42100 ou 2A004.",
    "lieux_illisibles": "La liste des communes est absente ou abîmée. "
    "Vos réponses ne risquent rien. "
    "Réinstallez Autodiag, ou saisissez votre collectivité à la main.",
    "logo_illisible": "« {fichier} » ne peut pas servir de logo. Rien n’a été écrit. Choisissez "
    "une image png ou jpg, de 5 Mo au plus.",
    "logo_introuvable": "« {fichier} » est introuvable. Rien n’a été écrit. Vérifiez son nom, et "
    "que la clé USB ou le partage est branché.",
    "nom_vide": "Indiquez le nom de la collectivité.",
    "nombre_invalide": "« {texte} » ne convient pas pour {option} : il faut un nombre entre 0 "
    "et {plus}. Rien n’a été changé.",
    "older_answers": "Vous regardez les réponses du {jour}. De plus récentes existent, du "
    "{dernier}\u00a0: celles-ci sont gardées telles quelles, et ne peuvent plus être modifiées. "
    "Pour répondre, revenez aux plus récentes.",
    "older_assessment": "Vous regardez le diagnostic du {jour}. Un plus récent existe, du "
    "{dernier} : celui-ci est gardé tel quel, et ne peut plus être modifié. Pour répondre, "
    "revenez au plus récent.",
    "paquet_en_double": "Le paquet de repères «\u202f{fichier}\u202f» a le même territoire, le "
    "même auteur et la même année qu’un autre. Un seul sert, et les deux fichiers sont gardés. "
    "Retirez celui qui ne vaut plus.",
    "paquet_fautif": "Le paquet de repères «\u202f{fichier}\u202f» ne peut pas "
    "servir\u00a0: {combien} à corriger. Rien n’a été ajouté, et les paquets déjà là sont gardés.",
    "paquet_introuvable": "Le paquet de repères «\u202f{fichier}\u202f» ne peut pas être lu. "
    "Rien n’a été ajouté. Vérifiez son nom, et que la clé USB ou le partage est branché.",
    "paquet_non_garde": "Les paquets de repères n’ont pas pu être changés dans "
    "«\u202f{dossier}\u202f». Ceux qui y étaient sont gardés. Vérifiez la place et vos droits, "
    "puis recommencez.",
    "paquet_questionnaire": "Ce paquet de repères porte sur le questionnaire "
    "«\u202f{id}\u202f», qui n’est pas installé. Rien n’a été ajouté. Demandez un paquet fait avec "
    "un questionnaire d’Autodiag.",
    "paquet_trop_petit": "Ces dossiers ({combien}) ne suffisent pas pour publier un chiffre sans "
    "désigner personne\u00a0: il faut au moins cinq collectivités du même type, qui aient répondu "
    "à la même question. Rien n’a été écrit.",
    "paquets_trop": "Autodiag garde {combien} paquets de repères au plus. Rien n’a été ajouté. "
    "Retirez-en un, puis recommencez.",
    "passation_interne": "La fiche de passation contient des noms, des notes et des "
    "réponses : elle n’a pas d’édition publique. Rien n’a été écrit. Demandez-la sans "
    "« --diffusion publique ».",
    "piece_abimee": "Le fichier « {titre} » s’est abîmé dans le dossier : il n’a pas été "
    "écrit. Vos réponses sont intactes. Joignez-le de nouveau, ou cherchez-le dans une copie du "
    "dossier.",
    "piece_absente": "Cette pièce n’est plus dans le dossier. Rien n’a été écrit. Regardez la "
    "liste des pièces de la question.",
    "piece_deja_jointe": "« {fichier} » est déjà joint à cette réponse, sous le titre "
    "« {titre} ». Rien n’a été ajouté. Vous pouvez continuer.",
    "piece_deja_notee": "« {titre} » est déjà noté pour cette réponse. Rien n’a été ajouté. "
    "Vous pouvez continuer.",
    "piece_effacee": "Le fichier « {titre} » n’est plus dans le dossier : il a été retiré, et le "
    "dossier fermé depuis. Rien n’a été écrit. Si vous avez encore ce fichier, joignez-le de "
    "nouveau.",
    "piece_illisible": "« {fichier} » n’a pas pu être lu. Il n’a pas été joint, et n’a pas été "
    "touché. S’il est ouvert dans un autre programme, fermez-le ; vérifiez aussi que vous avez "
    "le droit de l’ouvrir. Puis recommencez.",
    "piece_introuvable": "« {fichier} » est introuvable. Rien n’a été joint. Vérifiez son nom, "
    "et que la clé USB ou le partage est branché.",
    "piece_pas_un_fichier": "« {fichier} » n’est pas un fichier ordinaire, mais un dossier, un "
    "lien ou un appareil. Rien n’a été joint. Choisissez le fichier lui-même.",
    "piece_sans_titre": "Dites en quelques mots de quelle pièce il s’agit, et où elle se trouve. "
    "Rien n’a été ajouté.",
    "piece_total": "Ce fichier pèse {poids}, et il reste {reste} sur les {total} que les pièces "
    "d’un dossier peuvent occuper. « {fichier} » n’a pas été joint. Notez plutôt où il se "
    "trouve, ou retirez une pièce qui ne sert plus.",
    "piece_trop_lourde": "Ce fichier pèse {poids} : la limite est de {limite}. « {fichier} » n’a "
    "pas été joint. Notez plutôt où il se trouve.",
    "piece_type": "« {fichier} » ne peut pas être joint : un dossier prend les documents (pdf, "
    "odt, ods, odp, docx, xlsx, pptx, txt, csv, eml, ics) et les images (png, jpg). Rien n’a "
    "été joint. Notez plutôt où il se trouve, ou joignez-en une version pdf.",
    "piece_vide": "« {fichier} » est vide. Il n’a pas été joint. Vérifiez que c’est le bon "
    "fichier.",
    "population_invalide": "Indiquez un nombre d’habitants entier et positif, "
    "ou laissez vide si vous ne le connaissez pas.",
    "questionnaire_absent": "Le questionnaire «\u202f{id}\u202f» n’est pas installé sur cet "
    "ordinateur. Rien n’a été commencé. Réinstallez Autodiag, ou choisissez un autre "
    "questionnaire.",
    "questionnaire_commence": "«\u202f{titre}\u202f» est déjà commencé dans ce dossier, le "
    "{jour}. Rien n’a été changé. Sans «\u202f--date\u202f», vos réponses s’y ajoutent. Pour y "
    "répondre de nouveau, un autre jour\u00a0: «\u202f--de-nouveau\u202f».",
    "questionnaire_en_preparation": "Le questionnaire se prépare. Tout ce que vous avez fait est "
    "gardé. Attendez un instant.",
    "questionnaire_fautif": "Le questionnaire « {source} » ne peut pas servir : "
    "{combien} à corriger. Rien n’a été écrit.",
    "questionnaire_fichier": "« {fichier} » n’est qu’une partie d’un questionnaire. Donnez le "
    "dossier du questionnaire entier.",
    "questionnaire_inconnu": "Le questionnaire « {id} » n’est pas installé{proche} Ceux qui "
    "le sont : {liste}. Pour vous servir du vôtre, donnez le chemin de son dossier. Rien n’a "
    "été créé.",
    "questionnaire_pas_commence": "Ce dossier n’a pas de réponses au questionnaire "
    "«\u202f{id}\u202f». Il contient\u00a0: {liste}. Rien n’a été écrit. Pour commencer "
    "celui-là\u00a0: main.py remplir, avec ce dossier et «\u202f--questionnaire {id}\u202f».",
    "questionnaire_pas_par_theme": "«\u202f{titre}\u202f» se remplit d’un seul tenant\u00a0: ses "
    "thèmes ne sont pas des contributions séparées. Rien n’a été écrit. Recommencez sans thème.",
    "questionnaire_sans_reponse": "«\u202f{titre}\u202f», commencé le {jour}, n’a pas encore de "
    "réponse\u00a0: il n’y a rien à reprendre. Rien n’a été écrit. Répondez-y d’abord, sans "
    "«\u202f--de-nouveau\u202f».",
    "questionnaire_sans_score": "Le questionnaire «\u202f{titre}\u202f» n’a pas de score\u00a0: "
    "il n’y a donc ni feuille de route ni documents à en tirer. Rien n’a été écrit. Ses réponses "
    "se lisent à côté des études, avec comparer ou rapport.",
    "questionnaire_trop_tot": "Les réponses à «\u202f{titre}\u202f» sont datées du {jour}. Rien "
    "n’a été écrit. On y répond de nouveau un autre jour, après celui-là.",
    "rapport_nom": "« {fichier} » ne convient pas : le nom du rapport se termine par « .pdf ». "
    "Rien n’a été écrit.",
    "reponses_en_suppression": "Les réponses du {jour} se suppriment. Les précédentes sont gardées "
    "telles quelles. Attendez un instant.",
    "reponses_fautives": "Le fichier de réponses « {fichier} » ne peut pas servir : {combien} "
    "à corriger. Rien n’a été écrit.",
    "reponses_illisibles": "Le fichier de réponses « {fichier} » ne peut pas être lu. Rien n’a "
    "été créé. Vérifiez que c’est bien un fichier, et que vous avez le droit de l’ouvrir.",
    "reponses_introuvables": "Le fichier de réponses « {fichier} » est introuvable. Rien n’a "
    "été créé. Vérifiez son nom et son dossier.",
    "ressource_illisible": "Un fichier d’Autodiag, « {fichier} », manque ou est abîmé : le rapport "
    "n’a pas été fait. Vos réponses sont intactes. Réinstallez Autodiag, puis recommencez.",
    "siren_cle": "Ce numéro n’est pas un SIREN ni un SIRET possible : "
    "un chiffre a sans doute été mal recopié.",
    "siren_illisible": "Un SIREN ne contient que des chiffres : neuf, ou quatorze pour un SIRET.",
    "siren_inconnu": "Le SIREN {siren} n’est celui d’aucune commune ni intercommunalité "
    "de la liste. Cherchez votre collectivité par son nom, ou saisissez-la à la main.",
    "siren_longueur": "Un SIREN compte neuf chiffres, un SIRET quatorze : "
    "vous en avez saisi {chiffres}.",
    "siret_autre": "Un SIRET commence par le SIREN de la collectivité, ici {siren}\u00a0: "
    "celui-ci est celui d’un autre organisme. Rien n’a été changé. Vérifiez les deux numéros.",
    "siret_longueur": "Un SIRET compte quatorze chiffres\u00a0: vous en avez saisi {chiffres}.",
    "sortie_dossier": "« {fichier} » est un dossier : donnez un nom de fichier. "
    "Rien n’a été écrit.",
    "sortie_existante": "« {fichier} » existe déjà. Il n’a pas été touché. "
    "Choisissez un autre nom, ou supprimez-le d’abord.",
    "sortie_impossible": "« {fichier} » n’a pas pu être écrit ({raison}). Ce qui s’y trouvait "
    "est intact. Fermez-le s’il est ouvert ailleurs, vérifiez la place et vos droits, "
    "puis recommencez.",
    "sortie_sans_dossier": "Le dossier « {dossier} » n’existe pas. Rien n’a été écrit. "
    "Créez-le, ou choisissez un autre endroit.",
    "systeme_refus": "L’ordinateur ne permet pas d’ouvrir ou d’écrire « {fichier} ». Ce qui était "
    "enregistré l’est toujours. Vérifiez ce nom, vos droits, et que la clé USB ou le partage est "
    "branché.",
    "theme_inconnu": "Le thème «\u202f{theme}\u202f» n’existe pas{proche} Ceux de ce "
    "questionnaire\u00a0: {liste}. Rien n’a été écrit.",
    "type_inconnu": "« {texte} » n’est pas un type de collectivité.{proche} "
    "Types possibles : {possibles}.",
    "type_manquant": "Avec « --nom », dites aussi de quel type de collectivité il s’agit, par "
    "exemple « --type commune ». Rien n’a été créé.",
    "verification_interne": "La fiche de vérification dit ce que la collectivité ne sait pas "
    "encore d’elle-même\u00a0: elle n’a pas d’édition publique. Rien n’a été écrit. Demandez-la "
    "sans «\u202f--diffusion publique\u202f».",
}


class AutodiagError(Exception):
    """An expected failure, shown to the user as its French sentence.

    `code` is a key of `SENTENCES`; `context` fills its braces; `details` are further lines
    (all the problems of a data file, one each).
    """

    def __init__(self, code: str, *, details: Sequence[str] = (), **context: object) -> None:
        self.code = code
        self.context = context
        self.details = tuple(details)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The French sentence, without the details."""
        return SENTENCES[self.code].format(**self.context)

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentence, then the details."""
        return (self.sentence, *self.details)
