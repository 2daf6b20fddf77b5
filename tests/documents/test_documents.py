# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The editable documents, read back: real styles, visible blanks, and nothing that the dossier
does not say."""

import re
from dataclasses import replace
from datetime import date

import pytest
from docx.oxml.ns import qn

from autodiag.documents.deliberation import read_after_vu
from autodiag.documents.facts import Facts
from autodiag.documents.note_plan import half_hours
from autodiag.documents.papers import DOCUMENTS, DocumentId, Typed
from autodiag.documents.words import SHARED, Words
from autodiag.model.assessment import Answered, Unknown
from autodiag.model.calendar import Aid
from autodiag.model.roadmap import Decision, PlannedAction, Span
from autodiag.text.numbers import euro_range
from autodiag.text.typography import faults
from tests.documents.sample import all_read, district, read, roadmap_of, some, village
from tests.report.sample import RESOURCES
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

WHICH = ("village", "empty", "district")
LAW = re.compile(r"\b(?:art\. |article L|décret|ordonnance|[Ll]oi n|RGPD)")


@pytest.mark.long
@pytest.mark.parametrize("which", WHICH)
def test_every_sentence_of_every_document_is_well_typed(which: str) -> None:
    said = [(one, s) for one, what in all_read(which).items() for s in what.sentences]
    assert len(said) > 100
    assert [(one, s, faults(s)) for one, s in said if faults(s)] == []
    assert [s for _, s in said if re.search(r"[{}]|\*\*|\.\.(?!\.)|\bNone\b", s)] == []


@pytest.mark.parametrize(
    "which", ["village", *(pytest.param(one, marks=pytest.mark.long) for one in WHICH[1:])]
)
def test_what_is_to_be_completed_is_in_brackets_and_in_yellow(which: str) -> None:
    for document, what in all_read(which).items():
        bracketed = re.findall(r"\[[^\[\]]*\]", what.text)
        assert what.blanks, document
        assert sorted(what.blanks) == sorted(bracketed), document
        assert all(blank.startswith("[") and blank.endswith("]") for blank in what.blanks)


def test_titles_and_texts_are_in_real_styles_and_french() -> None:
    for document, what in all_read("village").items():
        assert {"Body Text", "Footer"} <= what.styles(), document
        styles = what.document.styles
        language = styles.element.find(".//" + qn("w:rPrDefault")).find(".//" + qn("w:lang"))
        assert language.get(qn("w:val")) == "fr-FR"
        assert what.document.core_properties.language == "fr-FR"
        assert what.document.core_properties.author == "Montbrelle"
        assert what.document.core_properties.title.endswith("Montbrelle")
        foot = what.document.sections[0].footer._element.xml
        assert "PAGE" in foot
        assert "NUMPAGES" in foot
    assert "Les actions prévues" in all_read("village")["deliberation"].headings(1)
    assert "De 0 à 6\u00a0mois" in all_read("village")["deliberation"].headings(2)


def test_the_long_document_has_a_table_of_contents_of_its_titles() -> None:
    what = all_read("village")["passation"]
    xml = what.document.element.xml
    assert 'TOC \\o "1-2"' in xml
    assert "w:dirty" not in xml, "Word would open it with a question about other files"
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="(_Toc\d+)"', xml))
    links = re.findall(r'w:hyperlink [^>]*w:anchor="(_Toc\d+)"', xml)
    assert len(links) == len(what.headings(1)) + len(what.headings(2))
    assert set(links) <= marks


def test_nothing_parts_a_signature_or_a_table_from_what_comes_before() -> None:
    for document in ("note", "deliberation", "partage"):
        what = all_read("village")[document]
        said = list(what.document.paragraphs)
        signed = [n for n, one in enumerate(said) if one.style.name == "Signature"]
        assert all(one.paragraph_format.keep_with_next for one in said[signed[0] - 2 : signed[0]])
    note = all_read("village")["note"].document
    before = [one.getprevious() for one in note.element.body.iter(qn("w:tbl"))]
    kept = [one.pPr is not None and one.pPr.keepNext is not None for one in before]
    assert kept
    assert all(kept)


def test_the_note_says_what_the_three_periods_ask_for_together() -> None:
    horizons = roadmap_of(village()).horizons
    low, high = (sum(getattr(h.euros, bound) for h in horizons) for bound in ("low", "high"))
    said = all_read("village")["note"].text
    assert f"et {euro_range(low, high)}, avant aide" in said


def test_the_head_of_each_table_comes_again_on_each_page() -> None:
    heads = [head for what in all_read("village").values() for head in what.heads]
    assert len(heads) > 10
    assert all(again for _, again in heads)
    assert (["Action", "Qui", "Pour quand", "Temps", "Coût"], True) in heads


def test_what_was_typed_takes_the_place_of_the_blanks() -> None:
    typed = Typed(date(2027, 1, 14), "Montbrelle", "Maëlle Kerguelen", "Maire")
    papers = replace(village(), typed=typed)
    for document in ("deliberation", "note"):
        what = read(papers, document)
        assert "14\u00a0janvier 2027" in what.text
        assert "Maëlle Kerguelen" in what.text
        assert not [b for b in what.blanks if "séance" in b or "lieu" in b or "prénom" in b]
    assert "en séance le 14\u00a0janvier 2027" in read(papers, "article").text


def test_no_text_of_law_is_quoted_that_the_contents_do_not_have() -> None:
    obligations = shipped_knowledge().obligations.values()
    for document in ("deliberation", "note"):
        quoting = [s for s in all_read("village")[document].sentences if LAW.search(s)]
        assert quoting
        for sentence in quoting:
            texts = [one for one in obligations if one.reference.rstrip(".") in sentence]
            asks = [one for one in obligations if one.title in sentence or one.what in sentence]
            assert texts or asks or sentence.startswith("[à vérifier"), sentence
    for document in ("partage", "prestataire", "article"):
        assert not LAW.search(all_read("village")[document].text)


@pytest.mark.long
def test_what_is_to_be_checked_of_a_text_stands_after_the_document_and_not_in_a_visa() -> None:
    obligations = shipped_knowledge().obligations.values()
    told = all_read("district")["deliberation"].sentences
    points = [one.to_check for one in obligations if one.to_check]
    found = [n for n, said in enumerate(told) if any(point in said for point in points)]
    assert found, "the test must be able to fail"
    signed = next(n for n, said in enumerate(told) if "prénom et nom" in said)
    assert min(found) > signed


def test_a_text_that_was_not_read_whole_is_said_to_be_checked() -> None:
    obligations = shipped_knowledge().obligations.values()
    unsure = [one for one in obligations if one.status != "vu" or one.to_check]
    seen = 0
    for which in ("village", "district"):
        for sentence in all_read(which)["deliberation"].sentences:
            for one in unsure:
                if f", pour «\u202f{one.title}\u202f»" in sentence:
                    assert "[à vérifier" in sentence
                    seen += 1
    assert seen, "the test must be able to fail"


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("Loi 2004-575 (LCEN), art. 1-1", "la loi n°\u00a02004-575 (LCEN), art. 1-1"),
        ("Loi\u00a0ELAN de 2018, art. 62", "la loi ELAN de 2018, art. 62"),
        ("Ordonnance 2005-1516, art. 1", "l’ordonnance n°\u00a02005-1516, art. 1"),
        (
            "Conseil d’État, 3 juin 2022, n°\u00a01\u202f; principe d’accès",
            "la décision du Conseil d’État du 3 juin 2022, n°\u00a01\u202f; le principe d’accès",
        ),
        (
            "Code civil, art. 40\u202f; décret\u00a02017-890",
            "le code civil, art. 40\u202f; le décret n°\u00a02017-890",
        ),
    ],
)
def test_a_text_reads_as_a_visa(reference: str, said: str) -> None:
    assert read_after_vu(Words(RESOURCES, "deliberation"), reference) == said


def test_a_reference_is_a_reference_and_what_is_told_about_it_stands_elsewhere() -> None:
    references = {one.id: one.reference for one in shipped_knowledge().obligations.values()}
    talk = re.compile(r"\b(?:nous|peut-être|vérifier|[Ii]l)\b|\. ?[A-Z]")
    spoken = {one: r for one, r in references.items() if talk.search(re.sub(r"art\. ?\w+", "", r))}
    assert spoken == {}


@pytest.mark.long
def test_only_duties_that_an_action_shown_clears_are_quoted() -> None:
    said = all_read("village")["deliberation"]
    shown = {a.id for a in shipped_knowledge().actions.actions.values() if a.title in said.text}
    quoted = [s for s in said.sentences if ", pour «" in s]
    assert quoted
    for sentence in quoted:
        known = shipped_knowledge().obligations.values()
        (duty,) = (one for one in known if f", pour «\u202f{one.title}\u202f»" in sentence)
        assert shown.intersection(duty.cleared_by)


def test_what_a_person_typed_is_never_read_as_a_blank_nor_as_bold() -> None:
    papers, odd = village(), "**Ana** [moi] {x}"
    planned = next(one for one in roadmap_of(papers).horizons[0].actions if one.kind == "action")
    decisions = {planned.id: Decision(planned.id, "retenue", who=odd)}
    snapshot = replace(papers.content.snapshot, decisions=decisions)
    note = read(replace(papers, content=replace(papers.content, snapshot=snapshot)), "note")
    assert odd in note.sentences
    assert "[moi]" not in note.blanks
    words = Words(RESOURCES, SHARED)
    pieces = words("identite.nom", nom="**a** [b] {c}\u202e\x07")
    assert [(piece.text, piece.bold, piece.blank) for piece in pieces] == [
        ("**a** [b] {c}", True, False)
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_empty_dossier_makes_honest_documents(document: DocumentId) -> None:
    what = all_read("empty")[document]
    assert "Rien n’est encore répondu." in what.text
    for wrong in ("Nous avons fait", "D’adopter", "sur 4", "Aucune obligation n’apparaît"):
        assert wrong not in what.text
    said = {
        "deliberation": "rien n’est à adopter",
        "note": "Aucune action n’est retenue à ce jour.",
        "partage": "n’a pas lieu d’être envoyée",
        "prestataire": "n’a pas lieu d’être envoyée",
        "article": "Hors sécurité numérique, la feuille de route ne contient pas d’action.",
        "passation": "Rien n’a encore été répondu.",
    }
    assert said[document] in what.text


def test_where_every_action_is_refused_nothing_is_adopted_and_the_duties_left_are_said() -> None:
    papers = village()
    plan = roadmap_of(papers)
    periods = tuple(replace(one, actions=()) for one in plan.horizons)
    papers = replace(
        papers, content=replace(papers.content, roadmap=replace(plan, horizons=periods))
    )
    voted = read(papers, "deliberation")
    assert "Diagnostic de maturité numérique" in voted.sentences
    assert "De prendre acte" in voted.text
    assert not any(
        word in voted.text for word in ("Adoption", "D’adopter", "estimations", "calendrier")
    )
    assert "La feuille de route ne prévoit rien pour" in read(papers, "note").text
    article = read(papers, "article").text
    assert "examine la feuille de route" not in article
    for public in (voted.text, article):  # measures of security may be planned: it is not told
        assert "Hors sécurité numérique, la feuille de route ne contient pas d’action" in public
        assert "Aucune" not in public


def test_an_intercommunalite_is_not_called_a_commune() -> None:
    found = all_read("district")
    assert "Le conseil communautaire, après" in found["deliberation"].text
    for document in ("deliberation", "note"):
        assert "leur portée pour votre collectivité est à vérifier" in found[document].text
    for document in ("deliberation", "note", "partage", "article"):
        assert "conseil municipal" not in found[document].text


def test_an_article_of_an_intercommunalite_speaks_of_no_commune_but_to_adapt_it() -> None:
    what = all_read("district")["article"]
    town = re.compile(r"\b(?:la commune|mairie|maire|municipal)\b")
    rest = what.text.split("Ce qui est prévu")[-1]
    for blank in what.blanks:
        rest = rest.replace(blank, "")
    assert not town.search(rest)
    assert "conseil communautaire" in what.text
    papers = district()
    metropolis = replace(
        papers.content.snapshot,
        authority=replace(papers.content.snapshot.authority, name="Métropole des Marches"),
    )
    unnamed = read(replace(papers, content=replace(papers.content, snapshot=metropolis)), "article")
    assert "[à compléter\u00a0: nom de votre conseil]" in unnamed.blanks


def test_titles_that_speak_of_a_commune_are_to_adapt_wherever_another_would_vote_them() -> None:
    papers, said = district(), "Ouvrir une adresse pour écrire à la mairie"
    plan = roadmap_of(papers)
    one = PlannedAction("serv-adresse", "action", said, Span(1, 3), Span(0, 0))
    plan = replace(plan, horizons=(replace(plan.horizons[0], actions=(one,)),))
    papers = replace(papers, content=replace(papers.content, roadmap=plan))
    for document in ("deliberation", "note"):
        what = read(papers, document)
        assert f"[à adapter\u00a0: {said}]" in what.blanks
        assert said not in what.sentences
        assert "«\u202fla mairie\u202f»" not in what.text


def test_a_deliberation_is_signed_by_who_presided_and_who_kept_the_record() -> None:
    for which, chief in (("village", "La ou le maire"), ("district", "La présidente ou le pr")):
        told = all_read(which)["deliberation"]
        at = next(n for n, said in enumerate(told.sentences) if said.startswith("Fait à "))
        signed = [said for said in told.sentences[at:] if said]
        assert signed[1].startswith(chief)
        assert signed[3] == "La ou le secrétaire de séance"
        assert "Publiée le [à compléter\u00a0: date]" in told.sentences


def test_the_note_goes_before_the_seance_and_is_not_dated_of_it() -> None:
    typed = Typed(date(2027, 1, 14), "Montbrelle", "Maëlle Kerguelen", "Maire")
    note = read(replace(village(), typed=typed), "note")
    assert "Fait à Montbrelle, le [à compléter\u00a0: date]" in note.sentences


def test_the_note_says_what_counts_of_an_aid_and_why_the_budget_differs() -> None:
    papers = village()
    rows = Facts(papers, papers.content, Words(RESOURCES, "note")).budget
    assert rows is not None
    assert rows.planned != rows.total()
    actions = shipped_knowledge().actions.actions
    planned = next(one.action for one in rows.rows if actions[one.action].initial_cost.low > 0)
    aids = {name: Aid(name, 1e6, "DETR", "esperee") for name in (planned, "x")}
    content = replace(papers.content, snapshot=replace(papers.content.snapshot, aids=aids))
    papers = replace(papers, content=content)
    aided = Facts(papers, content, Words(RESOURCES, "note")).budget
    assert aided is not None
    (row,) = (one for one in aided.rows if one.aid)
    note = read(papers, "note").text
    total, cost = rows.total(), row.total
    assert f"donne en tout {euro_range(total.low, total.high)}" in note
    assert f"comptée pour {euro_range(cost.low, cost.high)}" in note
    assert "pas comptée\u00a0: hors de cette feuille de route" in note


def test_the_rows_of_a_period_hold_the_time_of_asking() -> None:
    questions = shipped_questionnaire().questions
    given = {name: Answered(1) for name in questions} | {"cyb-1": Unknown(), "str-1": Unknown()}
    note = read(some(given), "note")
    assert "Se renseigner" in note.sentences
    assert "2\u00a0réponses à préciser, une demi-heure pour chacune" in note.sentences
    assert [half_hours(n) for n in (1, 2, 5)] == [
        "30\u00a0minutes", "1\u00a0heure", "2\u00a0h\u00a030"
    ]  # fmt: skip


def test_a_name_read_from_the_right_does_not_turn_the_foot_round() -> None:
    papers = village()
    named = replace(papers.content.snapshot.authority, name="بلدية 12")
    snapshot = replace(papers.content.snapshot, authority=named)
    what = read(replace(papers, content=replace(papers.content, snapshot=snapshot)), "prestataire")
    assert what.sentences[-1].startswith("\u2068بلدية 12\u2069 · Questions à notre prestataire")
    assert "\u2068" not in all_read("village")["prestataire"].text


def test_the_vote_of_the_roadmap_is_not_planned_as_if_it_were_still_to_come() -> None:
    papers = village()
    (name,) = Words(RESOURCES, SHARED).raw("vote.actions").split()
    title = shipped_knowledge().actions.actions[name].title
    plan = roadmap_of(papers)
    voted = PlannedAction(name, "action", title, Span(1, 3), Span(0, 0))
    first = replace(plan.horizons[0], actions=(voted,))
    plan = replace(plan, horizons=(first, *plan.horizons[1:]))
    papers = replace(papers, content=replace(papers.content, roadmap=plan))
    for document in ("deliberation", "note"):
        assert "il reste à lancer la première action" in read(papers, document).text
    assert f"«\u202f{title}\u202f»." in read(papers, "deliberation").text
    assert title not in read(papers, "article").text
