# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a territory beside the published ones: a study of its own, placed and told as any
other (contract B2, B6). Nothing is averaged with anything."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from autodiag.benchmarks.library import Library
from autodiag.benchmarks.packs import Pack, PackCell, PackGroup
from autodiag.benchmarks.phrases import BenchmarkWords, StudyWords
from autodiag.benchmarks.predicate import plain, unanswerable
from autodiag.benchmarks.sentences import OPINION
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Benchmark, Direction, Study, Term
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Questionnaire, Wording
from autodiag.scoring.wording import variant_for
from autodiag.text.bare import plain as bare
from autodiag.text.numbers import count, day, integer, listing
from autodiag.text.typography import capitalised

OTHER_VERSION = "autre version du questionnaire"
LIMITS = (
    "Ces chiffres disent ce que ces collectivités ont répondu elles-mêmes, et d’elles seules. Ce "
    "n’est ni un échantillon ni une norme."
)


def with_packs(
    library: Library, packs: Sequence[Pack], questionnaire: Questionnaire, authority: LocalAuthority
) -> Library:
    """The library, and the figures of the packs made with this questionnaire; itself without any.

    Those of the collectivité’s own type and size are compared, in the order of any figure (contract
    B2); the others are of context, for « Sources »: « Voir ailleurs » stays that of the studies. Of
    another version, what can still be matched is told « à titre indicatif ».
    """
    fitting = [pack for pack in packs if pack.head.questionnaire == questionnaire.id]
    if not fitting:
        return library
    territories = Counter(bare(pack.head.territory) for pack in fitting)
    added = [
        _Added(pack, questionnaire, authority, apart=territories[bare(pack.head.territory)] > 1)
        for pack in fitting
    ]
    phrases = library.phrases
    cells = [cell for one in added for cell in one.benchmarks()]
    return replace(
        library,
        studies={**library.studies, **{one.study.id: one.study for one in added}},
        benchmarks=(*library.benchmarks, *(benchmark for benchmark, _ in cells)),
        phrases=replace(
            phrases,
            studies={**phrases.studies, **{one.study.id: one.study_words() for one in added}},
            benchmarks={
                **phrases.benchmarks,
                **{benchmark.id: words for benchmark, words in cells},
            },
        ),
    )


def pack_name(pack: Pack) -> str:
    """« paquet-pays-de-montbrelle-le-syndicat-2026-maturite-numerique »: one pack a territory, an
    author, a year and a questionnaire."""
    head = pack.head
    words = [_file_words(head.territory) or "territoire", _file_words(head.author) or "auteur"]
    return "-".join(["paquet", *words, str(head.last.year), head.questionnaire])


def _file_words(text: str) -> str:
    """What a file may be called: few enough letters for any disk."""
    return "-".join(re.findall(r"[a-z0-9]+", bare(text)))[:60]


def pack_named(pack: Pack) -> str:
    """« Territoire « Pays de Montbrelle », 23 communes, par le syndicat »: which one, whoever made
    another of the same territory."""
    return f"{pack_title(pack)}, par {pack.head.author}"


def pack_title(pack: Pack) -> str:
    """« Territoire « Pays de Montbrelle », 23 communes »."""
    kinds = {group.kind for group in pack.groups}
    one, several = ("collectivité", "collectivités")
    if kinds == {"commune"}:
        one, several = ("commune", "communes")
    elif kinds == {"epci"}:
        one, several = ("intercommunalité", "intercommunalités")
    return f"Territoire «\u202f{pack.head.territory}\u202f», {count(pack.number, one, several)}"


def pack_period(pack: Pack) -> str:
    """« du 3 mars au 22 novembre 2026 »."""
    first, last = pack.head.first, pack.head.last
    return f"le {day(last)}" if first == last else f"du {day(first)} au {day(last)}"


def study_of(pack: Pack, *, apart: bool = False) -> Study:
    """A pack as a study: who, when, how many, and what it cannot say (contract B1). `apart`: there
    is another of the same territory, so that its author is said each time."""
    head = pack.head
    groups = listing([f"{group.number}\u00a0{group.label}" for group in pack.groups])
    total = f"{integer(pack.number)} en tout" if len(pack.groups) > 1 else ""
    who = ", ".join(filter(None, (groups, total)))
    when = f"Réponses données {pack_period(pack)}"
    made_by = f"Paquet de repères fait par {head.author}."
    contact = f" Contact\u00a0: {head.contact}." if head.contact else ""
    return Study(
        id=pack_name(pack),
        title=f"Repères du territoire «\u202f{head.territory}\u202f»",
        publisher=pack_named(pack) if apart else pack_title(pack),
        field_year=head.last.year,
        published_year=head.last.year,
        panel=f"{capitalised(who)}. {when}. {made_by}{contact}",
        n=pack.number,
        strata=tuple(dict.fromkeys(_stratum(group) for group in pack.groups)),
        link="",
        reliability="enquête volontaire",
        warning=f"{LIMITS} {head.warning}".strip(),
        local=True,
    )


def _stratum(group: PackGroup) -> str:
    return "commune" if group.kind == "commune" else "intercommunalite"


class _Added:
    """One pack, read with one questionnaire, by one collectivité."""

    def __init__(
        self, pack: Pack, questionnaire: Questionnaire, authority: LocalAuthority, *, apart: bool
    ) -> None:
        self._opinions, self._apart = questionnaire.opinions, apart
        study = study_of(pack, apart=apart)
        self.study = replace(study, reliability=OPINION) if self._opinions else study
        self._pack, self._authority = pack, authority
        self._themes = {
            question.id: theme.title
            for theme in questionnaire.themes
            for question in theme.questions
        }
        self._questionnaire = questionnaire
        self._same = pack.head.version == questionnaire.version

    def study_words(self) -> StudyWords:
        """How it is named between the brackets of a sentence."""
        head = self._pack.head
        name = f"territoire «\u202f{head.territory}\u202f»" + f", par {head.author}" * self._apart
        told = ("avis de personnes" * self._opinions, OTHER_VERSION * (not self._same))
        when = str(head.last.year)
        return StudyWords(nom=name, quand=when, precision=", ".join(filter(None, told)))

    def benchmarks(self) -> list[tuple[Benchmark, BenchmarkWords]]:
        """Each figure whose question is asked and whose condition can be met, and its words."""
        made: list[tuple[Benchmark, BenchmarkWords]] = []
        for rank, cell in enumerate(self._pack.cells, start=1):
            question = self._questionnaire.questions.get(cell.question)
            if question is None or question.type in ("nombre", "note"):
                continue
            if not unanswerable((cell.term,), question):
                made.append(self._benchmark(f"{self.study.id}-{rank:04d}", cell, question))
        return made

    def _benchmark(
        self, key: str, cell: PackCell, question: Question
    ) -> tuple[Benchmark, BenchmarkWords]:
        group = self._pack.group(cell.group)
        words = _words(group, cell.term, question, self._wording(group, question))
        if self._opinions:  # what a person thinks is no fact of a commune
            words = replace(
                words,
                qui=f"des réponses venues {words.qui}",
                fait=words.fait.replace("ont répondu", "sont", 1),
            )
        if not self._same:  # told in two steps, so that it needs the second
            words = replace(words, vous_pas="votre réponse est différente")
        territory = self._pack.head.territory
        said = f"En {self.study.field_year}, {cell.share}\u00a0% {words.qui} {words.fait}."
        benchmark = Benchmark(
            id=key,
            study=self.study,
            stratum=_stratum(group),
            population_min=group.population_min,
            population_max=group.population_max,
            n_base=cell.n,
            statement=said.replace(
                "de ce territoire", f"du territoire «\u202f{territory}\u202f»", 1
            ),
            value=float(cell.share),
            bound="exact",
            direction=_direction(cell.term),
            comparator=group.has(self._authority),
            question=question.id,
            terms=(cell.term,),
            closeness="identique" if self._same else "indicative",
            justification="La même question, posée à des collectivités du même territoire.",
            theme=self._themes[question.id],
        )
        return benchmark, words

    def _wording(self, group: PackGroup, question: Question) -> Wording:
        """What those of the group were asked: an intercommunalité is not asked of its mairie."""
        size = group.population_min if group.population_max is None else group.population_max
        like = LocalAuthority("", group.kind, population=size)
        return question.wording(variant_for(self._questionnaire, question, like, {}))


def _direction(term: Term) -> Direction:
    """More is better on the scale of levels only; a choice is a fact among others."""
    if term.kind == "niveau" and term.comparison == ">=":
        return "plus_est_mieux"
    return "neutre"


def _words(group: PackGroup, term: Term, question: Question, wording: Wording) -> BenchmarkWords:
    who = f"des {group.label} de ce territoire"
    elsewhere = f"{capitalised(group.label)} de ce territoire"
    if term.kind == "niveau":
        return _level_words(who, elsewhere, term, wording.levels)
    known = {plain(choice.id): choice.text for choice in question.choices}
    chosen = known.get(plain(term.value), term.value)
    text = wording.text
    alone = text[: text.find("?") + 1] or text  # without what explains it
    asked = f"«\u202f{chosen}\u202f» à la question «\u202f{alone}\u202f»"
    return BenchmarkWords(
        fait=f"ont répondu {asked}",
        qui=who,
        vous=f"vous avez répondu {asked}",
        ailleurs=elsewhere,
    )


def _level_words(who: str, elsewhere: str, term: Term, levels: tuple[str, ...]) -> BenchmarkWords:
    """The sentence of the level itself: it is what each of them chose."""
    level = int(term.value)
    text = levels[level].rstrip(".") if level < len(levels) else f"niveau {level}"
    further = {">=": ", ou plus loin", "<=": ", ou moins loin", "==": ""}[term.comparison]
    end = "" if term.comparison == ">=" and level == HIGHEST_LEVEL else further
    return BenchmarkWords(
        fait=f"en sont à «\u202f{text}\u202f»{end}",
        qui=who,
        vous=f"vous en êtes à «\u202f{text}\u202f»{end}",
        ailleurs=elsewhere,
    )
