# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From files to the model, whole: five types, variants, scoring, knowledge; packing (D7)."""

import hashlib
import json
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from autodiag.catalogue.load import (
    load_knowledge,
    load_packed,
    load_questionnaire,
    pack_questionnaire,
)
from autodiag.errors import AutodiagError
from autodiag.model.condition import AllOf, AnyOf, FactIs, KindIs, Not, PopulationIs
from autodiag.model.questionnaire import (
    Choice,
    Classable,
    Coherence,
    Measure,
    NumberRange,
    ProfileRule,
    Scoring,
    Threshold,
)
from autodiag.model.roadmap import Combination, Raise, Span
from tests.catalogue.files import DESK, FIVE, ROOT, TOOLS, Folder
from tests.support.plain import plain


def test_the_five_types_reach_the_model() -> None:
    questions = load_questionnaire(FIVE).questions
    assert {name: q.type for name, q in questions.items()} == {
        "out-1": "niveaux",
        "out-2": "choix",
        "out-3": "nombre",
        "acc-1": "niveaux",
        "acc-2": "choix_multiples",
        "acc-3": "note",
    }
    assert len(questions["out-1"].wording().levels) == 5
    assert questions["out-2"].choices[0] == Choice("agent", "Un agent de la mairie")
    assert questions["out-3"].range == NumberRange(0, 5000, "ordinateurs")
    assert [choice.id for choice in questions["acc-2"].choices] == [
        *("guichet", "telephone", "courriel"),
    ]
    assert questions["acc-3"].range == NumberRange(0, 10)
    assert questions["acc-3"].wording().levels == ()


def test_a_question_reaches_the_model_whole() -> None:
    question = load_questionnaire(FIVE).questions["out-1"]
    assert (question.theme, question.weight, question.express) == ("outils", 2, True)
    assert question.whom == ("secretaire", "prestataire")
    assert question.weight_reason == "Sans copie, une panne efface tout."
    assert question.obligations == ("COPIE",)
    [coherence] = question.coherence
    message = "Les copies sont faites, mais rien n’est prévu à l’accueil : est-ce bien le cas ?"
    assert plain(coherence.message) == message
    assert coherence == Coherence("acc-1", ">=", 3, "=", 0, coherence.message)


def test_S1_applicability_reaches_the_model_with_its_reason() -> None:
    question = load_questionnaire(FIVE).questions["acc-1"]
    assert question.applicable == AllOf((FactIs("ecole"), Not(KindIs(("syndicat",)))))
    assert question.not_applicable_reason == "La commune n’a pas d’école."
    assert question.wording("epci").not_applicable_reason == "L’intercommunalité n’a pas d’école."


def test_a_variant_keeps_the_base_where_it_writes_nothing() -> None:
    question = load_questionnaire(FIVE).questions["out-1"]
    base, large = question.wording(), question.wording("grande")
    assert (large.why, large.where, large.example) == (base.why, base.where, base.example)
    assert large.not_concerned_reasons == base.not_concerned_reasons != ()
    assert large.levels != base.levels
    assert large.text != base.text


def test_an_empty_text_in_a_variant_empties_the_base_one(folder: Folder) -> None:
    title = "[questions.variantes.grande]"
    folder.replace(TOOLS, title, f'{title}\nexemple = ""\nsans_objet_motifs = []')
    large = load_questionnaire(folder.path).questions["out-1"].wording("grande")
    assert (large.example, large.not_concerned_reasons) == ("", ())


def test_P5_scoring_is_data() -> None:
    assert load_questionnaire(FIVE).scoring == Scoring(
        Classable("outils", 1),
        (
            ProfileRule(
                "stratege",
                (
                    Threshold(Measure("theme", ("outils",)), "3"),
                    Threshold(Measure("moyenne", ("outils", "accueil")), "2.5"),
                ),
            ),
            ProfileRule("retardataire", (Threshold(Measure("global"), "2", at_least=False),)),
            ProfileRule("pragmatique", ()),
        ),
        (("out-1", 3),),
    )


def test_a_bound_of_zero_is_kept(folder: Folder) -> None:
    folder.replace(ROOT, "moins_de = 2", "moins_de = 0").replace(ROOT, "min = 3", "min = 0.1")
    scoring = load_questionnaire(folder.path).scoring
    assert scoring is not None
    assert [rule.thresholds[0].bound for rule in scoring.profile_rules[:2]] == ["0.1", "0"]


def test_variants_scale_and_renames_reach_the_model() -> None:
    questionnaire = load_questionnaire(FIVE)
    assert [variant.id for variant in questionnaire.variants] == ["epci", "grande"]
    large = AnyOf((PopulationIs(">", 10000), KindIs(("epci",))))
    assert questionnaire.variants[1].condition == large
    assert len(questionnaire.scale) == 5
    summary = "Un questionnaire d’essai : cinq questions, une de chaque type."
    assert plain(questionnaire.summary) == summary
    assert questionnaire.renames == {"out-0": ("out-1",)}
    assert [theme.id for theme in questionnaire.themes] == ["outils", "accueil"]


def test_actions_and_knowledge_reach_the_model() -> None:
    knowledge = load_knowledge(FIVE, FIVE / "knowledge")
    action = knowledge.actions.actions["copie-hebdo"]
    assert (action.theme, action.raises) == ("outils", (Raise("out-1", 3),))
    assert (action.effort, action.initial_cost) == (Span(1, 2), Span(80, 200))
    assert (action.recurrent, action.shareable, action.syntec) == (True, True, (3,))
    assert action.fitness["plus_10000"] == "selon_contexte"
    assert knowledge.actions.actions["inscription-en-ligne"].applicable == FactIs("ecole")
    [combination] = knowledge.actions.combinations
    assert combination == Combination(
        "out-1", 4, ("copie-hebdo", "copie-essai"), combination.reason
    )
    assert list(knowledge.actions.actions) == [
        *("copie-regle", "copie-hebdo", "copie-essai", "inscription-en-ligne"),
    ]
    obligation = knowledge.obligations["COPIE"]
    assert (obligation.proof, obligation.cleared_by) == (Raise("out-1", 3), ("copie-hebdo",))
    assert knowledge.actors["prestataire"].status == "mémoire"
    asked_if = AnyOf((KindIs(("commune",)), KindIs(("epci",))))
    assert knowledge.facts["ecole"].asked_if == asked_if
    assert knowledge.portraits["stratege"].kind_label == "Cap tenu"
    assert [(r.theme, r.low, r.high) for r in knowledge.readings] == [
        *(("outils", 0, 2), ("outils", 2, 4)),
    ]
    assert knowledge.dated == "2026-11-21"
    assert list(knowledge.sources) == ["essai"]


def test_dates_are_written_with_or_without_quotes(folder: Folder) -> None:
    folder.replace("knowledge/obligations.toml", '"2026-11-21"', "2026-11-21")
    assert load_knowledge(folder.path, folder.knowledge).dated == "2026-11-21"


# --- packing


def test_D7_a_packed_questionnaire_is_the_same_and_says_its_digest() -> None:
    packed = pack_questionnaire(FIVE)
    assert packed.sha256 == hashlib.sha256(packed.text.encode()).hexdigest()
    again = load_packed(packed.text)
    assert again == load_questionnaire(FIVE)
    assert again.sha256 == packed.sha256


def test_D7_the_packed_text_is_the_exact_text_of_the_files_sorted() -> None:
    files = json.loads(pack_questionnaire(FIVE).text)
    assert list(files) == ["profils.toml", ROOT, TOOLS, DESK]
    assert all(text == (FIVE / name).read_text("utf-8") for name, text in files.items())


def test_D7_any_change_of_the_text_changes_the_digest(folder: Folder) -> None:
    before = pack_questionnaire(folder.path)
    folder.append(DESK, "# un commentaire\n")
    assert pack_questionnaire(folder.path).sha256 != before.sha256
    assert load_packed(pack_questionnaire(folder.path).text).themes == (
        load_packed(before.text).themes
    )


def test_style_refuses_nothing_of_what_a_dossier_embeds(folder: Folder) -> None:
    folder.replace(TOOLS, "l’abri", "l'abri", times=9)
    assert folder.problems() != []
    assert load_packed(pack_questionnaire(folder.path).text).id == "cinq-questions"


def _spoilt(**changes: object) -> str:
    files = json.loads(pack_questionnaire(FIVE).text)
    return json.dumps({**files, **changes})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "son texte est abîmé"),
        ("{", "son texte est abîmé"),
        ("[]", "son texte est abîmé"),
        ("null", "son texte est abîmé"),
        ("[" * 100_000, "son texte est abîmé"),
        ('{"a":' * 100_000, "son texte est abîmé"),
        ("1" * 10_000, "son texte est abîmé"),
        (" " * 17_000_000, "il est trop gros"),
        (json.dumps({str(i): "" for i in range(2000)}), "son texte est abîmé"),
        ("{}", "questionnaire.toml : ce fichier manque"),
        (_spoilt(**{"../../etc/passwd": ""}), "il contient un fichier inattendu"),
        (_spoilt(**{TOOLS: 3}), "le texte de ce fichier est abîmé ou trop gros"),
        (_spoilt(**{TOOLS: "x" * 2_000_000}), "le texte de ce fichier est abîmé ou trop gros"),
        (_spoilt(**{TOOLS: "# \ud800"}), "le texte de ce fichier est abîmé ou trop gros"),
        (_spoilt(**{TOOLS: "id = 3"}), "il manque « titre »"),
        (_spoilt(**{"themes/\ud800.toml": ""}), "il contient un fichier inattendu"),
        (_spoilt(**{ROOT: ""}), "il manque « version »"),
    ],
)
def test_D7_an_embedded_questionnaire_is_never_trusted(text: str, said: str) -> None:
    started = time.perf_counter()
    with pytest.raises(AutodiagError) as caught:
        load_packed(text)
    assert time.perf_counter() - started < 2
    assert caught.value.code == "questionnaire_fautif"
    assert any(said in plain(line) for line in caught.value.details), caught.value.details
    assert len(" ".join(caught.value.lines).encode()) < 20_000


@given(st.data())
@examples(max_examples=60)
def test_a_damaged_text_is_refused_or_read_but_never_crashes(data: st.DataObject) -> None:
    text = pack_questionnaire(FIVE).text
    at = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.text(max_size=5))
    try:
        load_packed(text[:at] + put + text[at + length :])
    except AutodiagError as refused:
        told = refused.details
    else:
        told = ("read all the same",)
    assert told


def test_loading_everything_imports_nothing_heavy() -> None:
    """The window and the report load a questionnaire first of all (house rule 3)."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from autodiag.catalogue.load import load_knowledge, load_questionnaire\n"
        f"folder = Path({str(FIVE)!r})\n"
        "load_questionnaire(folder)\n"
        "load_knowledge(folder, folder / 'knowledge')\n"
        "heavy = ('pandas', 'matplotlib', 'reportlab', 'PySide6', 'highspy')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_thousands_of_wrong_references_are_told_in_bounded_time() -> None:
    """Looking for a near miss among thousands of words would take minutes."""
    question = (
        '[[questions]]\nid = "q{0}"\ntexte = "a"\ntexte_elus = "b"\n'
        'niveaux = ["0", "1", "2", "3", "4"]\n[[questions.coherence]]\navec = "z{0}"\n'
        'si = "ici >= 3 et autre = 0"\nmessage = "m"\n'
    )
    themes = {
        f"themes/{rank:02}.toml": f'id = "t{rank}"\ntitre = "T"\n'
        + "".join(question.format(f"{rank}-{one}") for one in range(200))
        for rank in range(40)
    }
    text = _spoilt(**themes)
    started = time.perf_counter()
    with pytest.raises(AutodiagError) as caught:
        load_packed(text)
    assert time.perf_counter() - started < 10
    assert len(caught.value.details) > 8000
