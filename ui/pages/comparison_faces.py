# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the rows of the comparison show, from the comparison itself. No widget here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from autodiag.benchmarks.citing import CitingWords, source_line
from autodiag.benchmarks.drawn import disc_said
from autodiag.benchmarks.library import Library
from autodiag.benchmarks.placing import CENSUS
from autodiag.benchmarks.sentences import margin_said, reserves, share, to_avoid, without_source
from autodiag.benchmarks.standing import Verdict, interval, verdict
from autodiag.model.benchmark import Comparator, Comparison
from autodiag.model.questionnaire import Questionnaire
from autodiag.text.acronyms import SpeltOut
from autodiag.text.numbers import percent
from autodiag.text.sentences import Sentences
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
        comparison: Comparison,
        chosen: Iterable[Comparator],
        *,
        folded: bool = False,
        themed: bool = False,
    ) -> list[RowFace]:
        """One row a comparator, in their order, which is that of reading: `folded`, they may never
        be read; `themed`, they stand under the name of their theme."""
        having = {one.question for one in comparison.comparators if one.same_size}
        themes = {
            question.id: rank
            for rank, theme in enumerate(self.questionnaire.themes)
            for question in theme.questions
        }
        words = citing_words(self.sentences)
        rows: list[RowFace] = []
        for one in chosen:
            face = self._face(one, themes[one.question], one.question in having)
            sentence = self.spelt.read(face.sentence, aside=folded)
            source = self._source(one, words)
            if self.questionnaire.scoring is None and not themed:  # its number alone says nothing
                source = f"{self.questionnaire.themes[face.theme].title} · {source}"
            rows.append(replace(face, sentence=sentence, source=source))
        return rows

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

    def _face(self, one: Comparator, theme: int, has_own_size: bool) -> RowFace:
        benchmark = one.benchmark
        text, tone, sign = STATES[verdict(one, opinion=self.questionnaire.opinions)]
        return RowFace(
            key=benchmark.id,
            question=one.question,
            theme=theme,
            opening="" if has_own_size else self.library.phrases.models["sans_repere"],
            sentence=without_source(one, self.library.phrases),
            lead=share(benchmark, self.library.phrases),
            notes=one.notes,
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


def citing_words(sentences: Sentences) -> CitingWords:
    """The words of source lines, those of the report."""
    comparison = sentences["comparaison"]
    return CitingWords(
        sentences["strates"], comparison["n"], comparison["publie"], comparison["sans_date"]
    )
