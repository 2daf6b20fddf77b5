# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the rows of the comparison show, from the comparison itself. No widget here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from autodiag.benchmarks.citing import CitingWords, months, source_line
from autodiag.benchmarks.compare import WithoutBenchmark, at_odds
from autodiag.benchmarks.drawn import disc_said
from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.placing import CENSUS
from autodiag.benchmarks.sentences import margin_said, reserves, share, to_avoid, without_source
from autodiag.benchmarks.standing import Verdict, interval, verdict
from autodiag.model.benchmark import Comparator
from autodiag.model.questionnaire import Questionnaire
from autodiag.text.acronyms import SpeltOut
from autodiag.text.numbers import count, percent
from autodiag.text.sentences import Sentences
from ui.pages.comparison_without import note_of
from ui.widgets.comparator_face import Plot, RowFace
from ui.widgets.state_badge import Sign, Tone

STATES: dict[Verdict, tuple[str, Tone, Sign]] = {
    "oui": ("Oui", "ok", "check"),
    "engage": ("Commencé", "ok", "half"),
    "pas_encore": ("Pas encore", "warn", "ring"),
    "meme_avis": ("Même avis", "plain", "check"),
    "autre_avis": ("Autre avis", "plain", "ring"),
    "meme_cas": ("Même cas", "plain", "check"),
    "autre_cas": ("Autre cas", "plain", "ring"),
    "a_verifier": ("À préciser", "plain", "dot"),
    "non_compare": ("Non comparé", "dashed", ""),
}
WITHOUT_MARGIN = "recensement, donc sans marge"


@dataclass(frozen=True, slots=True)
class Faces:
    """Makes the rows of one page. `margins`: whether they were asked for (contract B3)."""

    library: Library
    questionnaire: Questionnaire
    sentences: Sentences
    spelt: SpeltOut
    margins: bool

    def of(
        self,
        chosen: Iterable[Comparator],
        *,
        folded: bool = False,
        themed: bool = False,
    ) -> list[RowFace]:
        """One row a comparator, in their order, which is that of reading: `folded`, they may never
        be read; `themed`, they stand under the name of their theme. Of figures that are read
        together, the second says it; two questions of which the same is said have one row."""
        themes = {
            question.id: rank
            for rank, theme in enumerate(self.questionnaire.themes)
            for question in theme.questions
        }
        words = citing_words(self.sentences, self.library)
        rows: list[RowFace] = []
        before: list[Comparator] = []
        for one in chosen:
            if before and not themed and self._same(before[-1], one):
                before.append(one)
                rows[-1] = replace(rows[-1], others=(*rows[-1].others, one.question))
            else:
                face = self._face(one, themes[one.question], before, folded=folded)
                sentence = self.spelt.read(face.sentence, aside=folded)
                rows.append(replace(face, sentence=sentence))
                before = [one]
            source = self._source(one, words)
            if self.questionnaire.scoring is None and not themed:  # its number alone says nothing
                named = dict.fromkeys(themes[each.question] for each in before)
                titles = (self.questionnaire.themes[rank].title for rank in named)
                source = " · ".join((*titles, source))
            rows[-1] = replace(rows[-1], source=source)
        return rows

    def _same(self, one: Comparator, other: Comparator) -> bool:
        """Whether one row says both: the same figure, and the same of the answers."""
        opinion = self.questionnaire.opinions
        return (
            figure_id(one.benchmark.id) == figure_id(other.benchmark.id)
            and one.sentence == other.sentence
            and one.notes == other.notes
            and verdict(one, opinion=opinion) == verdict(other, opinion=opinion)
        )

    def _plot(self, one: Comparator) -> Plot | None:
        """The share and what its marks say; nothing for a figure that is not a share."""
        benchmark = one.benchmark
        if benchmark.value is None:
            return None
        lack = to_avoid(benchmark)
        drawn = interval(one) if self.margins and not lack else None  # no axis, no margin to draw
        margin = ""
        if drawn is not None:
            low, high = (percent(round(bound)) for bound in drawn)
            margin = self.sentences("dessins.marge", bas=low, haut=high)
        told = disc_said(one, self.library.phrases)
        return Plot(benchmark.value, benchmark.bound, one.same_size, lack, drawn, told, margin)

    def _face(
        self, one: Comparator, theme: int, before: Sequence[Comparator], *, folded: bool
    ) -> RowFace:
        benchmark, phrases = one.benchmark, self.library.phrases
        sentence, notes = without_source(one, phrases), one.notes
        if folded:  # the title over the rows says it once
            sentence = sentence.replace(f" {phrases.misfits['taille']}", "")
        if before and at_odds(before[-1].benchmark, benchmark):
            notes = (phrases.models["chiffre_precedent"], *notes)
        text, tone, sign = STATES[verdict(one, opinion=self.questionnaire.opinions)]
        return RowFace(
            key=benchmark.id,
            question=one.question,
            theme=theme,
            sentence=sentence,
            lead=share(benchmark, phrases),
            notes=notes,
            source="",
            state=text,
            tone=tone,
            sign=sign,
            plot=self._plot(one),
            aside=not one.same_size,
        )

    def _source(self, one: Comparator, words: CitingWords) -> str:
        parts = [source_line(one.benchmark, words)]
        parts += reserves(one.benchmark, self.library.phrases)
        if one.benchmark.study.reliability == CENSUS:
            parts.append(WITHOUT_MARGIN)
        said = margin_said(one, self.library.phrases) if self.margins else ""
        if said and not said.startswith(tuple(parts)):  # a small panel is said once
            parts.append(said)
        return " · ".join(parts)


def noted(lacking: WithoutBenchmark | None, rows: Sequence[RowFace], *, below: bool) -> str:
    """What is said under a theme: how many other questions have no figure; `below`, where rows are
    of another size, that nothing suits their questions, unless it is said of the whole theme
    (contract B4)."""
    if not below:
        return note_of(lacking)
    if lacking is None or lacking.whole:
        return ""
    asked = {row.question for row in rows}
    without = asked & set(lacking.questions)
    if without == asked:
        return lacking.sentence
    said = f"{lacking.sentence.rstrip('.')}\u00a0: {count(len(without), 'question')} ci-dessous."
    return said if without else ""


def citing_words(sentences: Sentences, library: Library | None = None) -> CitingWords:
    """The words of source lines, those of the report; with the months that a library knows."""
    comparison = sentences["comparaison"]
    said = (sentences["strates"], comparison["n"], comparison["publie"], comparison["sans_date"])
    return CitingWords(*said, months(library.phrases) if library else {})
