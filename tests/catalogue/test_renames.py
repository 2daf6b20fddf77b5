# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Moving answers to a newer questionnaire: what moves, what changes, what is kept aside (D7)."""

from dataclasses import replace
from pathlib import Path

from autodiag.catalogue.load import load_questionnaire
from autodiag.catalogue.renames import common_questions, transfer
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.questionnaire import Question, Questionnaire
from tests.catalogue.files import DESK, FIVE, ROOT, TOOLS, Folder, copied
from tests.support.plain import plain

ANSWERS: dict[str, Answer] = {
    "out-1": Answered(3),
    "out-2": Answered("agent"),
    "out-3": Answered(12),
    "acc-1": NotConcerned("Pas d’école"),
    "acc-2": Answered(("guichet", "courriel")),
    "acc-3": Unknown(),
}


def newer(folder: Folder) -> Questionnaire:
    return load_questionnaire(folder.path)


def renaming(folder: Folder, line: str, old: str, new: str) -> Folder:
    """One question under a new id, and the renaming written."""
    for file in (TOOLS, DESK):
        text = (folder.path / file).read_text(encoding="utf-8")
        folder.write(file, text.replace(f'"{old}"', f'"{new}"'))
    root = (folder.path / ROOT).read_text(encoding="utf-8").replace(f'"{old}"', f'"{new}"')
    return folder.write(ROOT, root + line + "\n")


def test_D7_the_same_questionnaire_changes_nothing() -> None:
    same = load_questionnaire(FIVE)
    moved = transfer(ANSWERS, same, same)
    assert moved.answers == ANSWERS
    assert (moved.renamed, moved.to_read_again, moved.aside, moved.unanswered) == ((), (), (), ())


def test_D7_a_renamed_question_keeps_its_answer_and_says_so(folder: Folder) -> None:
    old = load_questionnaire(FIVE)
    new = newer(renaming(folder, 'out-3 = ["out-9"]', "out-3", "out-9"))
    moved = transfer(ANSWERS, old, new)
    assert moved.answers["out-9"] == Answered(12)
    assert [(one.old, one.new) for one in moved.renamed] == [("out-3", "out-9")]
    assert moved.to_read_again == ()
    assert moved.aside == ()


def test_D7_a_split_question_is_asked_again_and_its_answer_kept_aside(folder: Folder) -> None:
    old = load_questionnaire(FIVE)
    new = newer(renaming(folder, 'out-3 = ["out-9", "out-2"]', "out-3", "out-9"))
    moved = transfer(ANSWERS, old, new)
    [aside] = moved.aside
    assert (aside.question, aside.answer) == ("out-3", Answered(12))
    assert plain(aside.sentence) == (
        "cette question est remplacée par « out-9 » et « out-2 » : à répondre à nouveau"
    )
    assert moved.unanswered == ("out-9",)


def test_D7_two_questions_made_one_keep_the_answer_already_there(folder: Folder) -> None:
    old = load_questionnaire(FIVE)
    new = newer(renaming(folder, 'out-9 = ["out-1"]', "rien", "rien"))
    moved = transfer({"out-9": Answered(1), "out-1": Answered(3)}, old, new)
    assert moved.answers == {"out-1": Answered(3)}
    [aside] = moved.aside
    assert "a déjà une réponse" in aside.sentence


def test_D7_a_question_that_left_keeps_its_answer_aside(folder: Folder) -> None:
    moved = transfer({"zzz-1": Answered(2)}, load_questionnaire(FIVE), newer(folder))
    assert [plain(one.sentence) for one in moved.aside] == ["cette question n’existe plus"]
    assert len(moved.unanswered) == 6


def test_D7_a_level_whose_sentence_changed_is_to_be_read_again(folder: Folder) -> None:
    folder.replace(TOOLS, "chaque semaine, sur", "chaque jour, sur")
    moved = transfer(ANSWERS, load_questionnaire(FIVE), newer(folder))
    assert [one.old for one in moved.to_read_again] == ["out-1"]
    assert moved.answers == ANSWERS


def test_D7_an_answer_is_compared_with_the_wording_it_was_given_under(folder: Folder) -> None:
    folder.replace(TOOLS, "chaque semaine, sur", "chaque jour, sur")
    answers = {"out-1": Answered(3, "grande")}
    assert transfer(answers, load_questionnaire(FIVE), newer(folder)).to_read_again == ()


def test_D7_a_variant_that_left_gives_the_base_to_read_again(folder: Folder) -> None:
    text = (folder.path / TOOLS).read_text(encoding="utf-8")
    start, end = text.index("[questions.variantes.grande]"), text.index("[[questions.coherence]]")
    folder.write(TOOLS, text[:start] + text[end:])
    moved = transfer({"out-1": Answered(3, "grande")}, load_questionnaire(FIVE), newer(folder))
    assert moved.answers == {"out-1": Answered(3)}
    assert [one.old for one in moved.to_read_again] == ["out-1"]


def test_D7_a_value_that_no_longer_fits_is_kept_aside(folder: Folder) -> None:
    folder.replace(TOOLS, "maximum = 5000", "maximum = 10")
    folder.replace(TOOLS, 'id = "agent"', 'id = "mairie"')
    folder.replace(DESK, 'id = "courriel"', 'id = "mel"')
    moved = transfer(ANSWERS, load_questionnaire(FIVE), newer(folder))
    assert [one.question for one in moved.aside] == ["out-2", "out-3", "acc-2"]
    assert all("ne convient plus" in one.sentence for one in moved.aside)


def test_D7_a_number_does_not_become_a_mark(tmp_path: Path) -> None:
    """3 computers is not 3 out of 10."""
    folder = copied(tmp_path / "note")
    folder.replace(TOOLS, 'type = "nombre"', 'type = "note"')
    folder.replace(TOOLS, 'minimum = 0\nmaximum = 5000\nunite = "ordinateurs"\n', "")
    moved = transfer({"out-3": Answered(3)}, load_questionnaire(FIVE), newer(folder))
    assert [one.question for one in moved.aside] == ["out-3"]


def common(old: Questionnaire, new: Questionnaire) -> dict[str, str]:
    return common_questions(old, new, Question.wording, Question.wording)


def test_two_dates_are_compared_on_every_question_of_the_same_questionnaire() -> None:
    same = load_questionnaire(FIVE)
    assert common(same, same) == {name: name for name in same.questions}


def test_a_renamed_question_is_common_and_a_split_one_is_not(folder: Folder) -> None:
    old = load_questionnaire(FIVE)
    new = newer(renaming(folder, 'out-3 = ["out-9"]', "out-3", "out-9"))
    assert common(old, new)["out-3"] == "out-9"
    parts = replace(new, renames={"out-3": ("out-9", "out-2")})
    assert "out-3" not in common(old, parts)


def test_two_questions_made_one_are_not_common() -> None:
    old = load_questionnaire(FIVE)
    themes = tuple(
        replace(t, questions=tuple(q for q in t.questions if q.id not in ("out-1", "acc-1")))
        for t in old.themes
    )
    one = replace(old.questions["out-1"], id="out-9")
    themes = (replace(themes[0], questions=(*themes[0].questions, one)), *themes[1:])
    new = replace(old, themes=themes, renames={"out-1": ("out-9",), "acc-1": ("out-9",)})
    assert "out-9" not in common(old, new).values()


def test_a_question_whose_levels_choices_or_theme_changed_is_not_common() -> None:
    old = load_questionnaire(FIVE)

    def changed(name: str, **with_: object) -> Questionnaire:
        themes = tuple(
            replace(
                t,
                questions=tuple(replace(q, **with_) if q.id == name else q for q in t.questions),
            )
            for t in old.themes
        )
        return replace(old, themes=themes)

    levels = old.questions["out-1"].wording().levels
    other = replace(old.questions["out-1"].wording(), levels=(*levels[:4], "Bien davantage"))
    text = replace(old.questions["out-1"].wording(), text="Dit autrement ?")
    assert "out-1" not in common(old, changed("out-1", wordings={"": other}))
    assert "out-1" in common(old, changed("out-1", wordings={"": text}))
    assert "out-2" not in common(old, changed("out-2", choices=()))
    assert "acc-1" not in common(old, changed("acc-1", theme="outils"))
