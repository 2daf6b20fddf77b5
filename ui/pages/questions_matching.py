# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Words that are typed, the other ways to say them, and where they stand in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autodiag.places.keys import plain

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀÂÇÉÈÊÎÔŒ«])|\n")
LONG = 4
"""Letters: a longer word that ends in s is taken for a plural; a shorter one is not completed."""
LITTLE = 3
"""Letters: a shorter word shows nowhere but as the letters of an acronym."""
MOST = 76
"""Characters of an excerpt."""


@dataclass(frozen=True, slots=True)
class Way:
    """Some words as they are looked for; `whole`: the last one is not the beginning of a word."""

    words: tuple[str, ...]
    whole: bool = False

    @property
    def flat(self) -> str:
        """As it is looked for in a text that is flat."""
        return f" {' '.join(self.words)}{' ' if self.whole else ''}"


Ways = Sequence[tuple[tuple[str, ...], tuple[Way, ...]]]
"""Words as they are typed, and what they mean as well."""
Looked = tuple[tuple[Way, ...], ...]
"""What was typed, word after word or phrase after phrase, each with its other ways."""
Places = tuple[tuple[int, int], ...]
"""Where each begins in a text, and its length."""


def flat(text: str) -> str:
    """A text as it is looked into: each word between two spaces, without accent or plural."""
    return f" {' '.join(_words(text))} "


def words_in(flat_text: str, ways: Sequence[Way]) -> bool:
    """Whether a text has the words, one way or another."""
    return any(way.flat in flat_text for way in ways)


def ways_of(typed: Sequence[str], meant: Sequence[str]) -> Ways:
    """Each of the words typed, with what they all mean."""
    others = tuple(_other(_words(one)) for one in meant)
    return [(_words(one), others) for one in typed]


def looked_for(typed: str, ways: Ways) -> Looked:
    """What is typed: the longest phrases that mean something else as well, else word by word."""
    words = _words(typed)
    found: list[tuple[Way, ...]] = []
    while words:
        here = [(key, meant) for key, meant in ways if _begins(words, key)]
        size = max((len(key) for key, _ in here), default=1)
        also = [way for key, meant in here if len(key) == size for way in meant]
        found.append(tuple(dict.fromkeys((Way(words[:size]), *also))))
        words = words[size:]
    return tuple(found)


def where_found(typed: str, text: str, looked: Looked = ()) -> Places:
    """What is looked for in a text: the whole of what is typed where it stands, else each of its
    words that is not a little one, and the other ways to say it."""
    words = list(_WORD.finditer(text))
    whole = tuple(_standing(words, Way(_words(typed)))) if plain(typed) else ()
    if whole:
        return whole
    ways = [Way((word,)) for word in _words(typed)]
    ways += [way for several in looked for way in several[1:]]
    places = sorted({place for way in ways for place in _standing(words, way)})
    return tuple(places)


def excerpt(typed: str, text: str, looked: Looked) -> str:
    """The sentence where the words are found; the nearest words of it if it is long."""
    sentences = [one.strip() for one in _SENTENCE.split(text) if one.strip()]
    if not sentences:
        return ""
    sentence = max(sentences, key=lambda one: len(where_found(typed, one, looked)))
    if len(sentence) <= MOST:
        return sentence
    first = next(iter(where_found(typed, sentence, looked)), (0, 0))[0]
    begin = max(0, min(first - MOST // 3, len(sentence) - MOST))
    begin = sentence.find(" ", begin) + 1 if begin else 0
    end = begin + MOST
    last = sentence.rfind(" ", begin, end) if end < len(sentence) else len(sentence)
    cut = sentence[begin:last].strip(" ,;")
    return f"{'… ' if begin else ''}{cut}{' …' if last < len(sentence) else ''}"


def _standing(words: Sequence[re.Match[str]], way: Way) -> Iterator[tuple[int, int]]:
    """Where these words stand one after another."""
    size, last = len(way.words), way.words[-1]
    little = sum(map(len, way.words)) < LITTLE
    for at in range(len(words) - size + 1):
        those = words[at : at + size]
        *before, end = [_singular(plain(one.group())) for one in those]
        stands = end == last if way.whole or little else end.startswith(last)
        if little and not those[0].group().isupper():
            continue
        if stands and tuple(before) == way.words[:-1]:
            yield those[0].start(), those[-1].end() - those[0].start()


def _begins(words: Sequence[str], key: Sequence[str]) -> bool:
    """Whether what is typed begins by these words; the last one may not be finished."""
    typed = words[: len(key)]
    if not key or len(typed) < len(key) or typed[:-1] != key[:-1]:
        return False
    last = len(words) == len(key) and (len(key) > 1 or len(typed[-1]) >= LONG)
    return typed[-1] == key[-1] or (last and key[-1].startswith(typed[-1]))


def _other(words: tuple[str, ...]) -> Way:
    """A short word is not the beginning of another: «PRA» is not in «pratique»."""
    return Way(words, whole=len(words[-1]) <= LONG)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in plain(text).split())


def _singular(word: str) -> str:
    """«Sauvegardes» looks for «sauvegarde» too; «sms» stays."""
    return word.removesuffix("s") if len(word) > LONG else word
