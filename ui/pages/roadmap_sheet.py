# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an action of the catalogue says for itself: first steps, estimates, people, obligations,
aid, what it changes. Nothing that the catalogue does not say."""

from autodiag.model.roadmap import BINDING, Action, Obligation, PlannedAction
from autodiag.roadmap.quarter_words import month_name, span_said
from autodiag.roadmap.schedule import Slot, missed_month
from autodiag.scoring.actors import funders
from autodiag.scoring.said import quoted
from autodiag.text.articles import people
from autodiag.text.duties import proof_of, whole_sentence
from autodiag.text.numbers import day, day_from_iso, day_range, days, euro_range, listing, months
from autodiag.text.typography import capitalised, plain, uncapitalised
from ui.pages.roadmap_parts import Do, Entry, Fact, Held, Part, Say
from ui.pages.roadmap_told import Told

PROOFS = {
    "vu": "Texte, ou page officielle, lu",
    "mixte": "Texte lu en partie",
    "memoire": "De mémoire\u00a0: à vérifier",
}
"""How far the source of an obligation was read for Autodiag."""
UNDATED = {
    "vu": "Nous avons lu le texte, sans noter la date\u00a0: relisez-le avant de décider.",
    "mixte": "Nous avons lu une partie du texte, sans noter la date\u00a0: relisez-le avant de "
    "décider.",
}
UNMET = ("Obligation pas encore remplie", "Obligations pas encore remplies")
LINKED = ("En lien avec une obligation", "En lien avec des obligations")
ADVICE = ("En lien avec un conseil", "En lien avec des conseils")
TEXTS = ("En lien avec un texte", "En lien avec des textes")
SHARED = (
    "Elle peut se faire à plusieurs\u00a0: parlez-en aux communes voisines ou à votre "
    "intercommunalité."
)
SHARED_EPCI = "Elle peut se faire à plusieurs\u00a0: parlez-en à vos communes."
NO_AID = "Autodiag ne connaît pas d’aide pour cette action."


def sheet(told: Told, action: Action, planned: PlannedAction) -> list[Part]:
    """The whole sheet, in the order in which one decides and then begins."""
    words = told.words
    parts = [*duties(told, action, planned), Say("Premiers pas", "heading")]
    parts += [Say(step, "step") for step in action.steps]
    parts.append(Say(words.say("fiches.indicateur", texte=uncapitalised(action.indicator))))
    parts += [Say("Temps, coût, personnes", "heading"), *_facts(told, action, planned)]
    parts.append(Say(words.knowledge.actions.warning, "note"))
    parts += [*aid(told, action), *_raised(told, action), *_beyond(told, action)]
    parts += _elsewhere(told, action)
    return parts


def duties(told: Told, action: Action, planned: PlannedAction) -> list[Part]:
    """Each obligation that it answers, or has to do with: its reference, and how far it was
    read. It is a reading, not a legal opinion (contract R7)."""
    known = told.words.knowledge.obligations
    cleared = [known[name] for name in dict.fromkeys(planned.obligations) if name in known]
    others = [known[n] for n in action.obligations if n in known and known[n] not in cleared]
    linked: dict[tuple[str, str], list[Obligation]] = {LINKED: [], ADVICE: [], TEXTS: []}
    for one in others:
        linked[_link(one)].append(one)
    parts: list[Part] = []
    for titles, found in ((UNMET, cleared), *linked.items()):
        if found:
            parts.append(Say(titles[len(found) > 1], "heading"))
            parts += [_duty(one) for one in found]
    return parts


def _link(one: Obligation) -> tuple[str, str]:
    """Only what binds, or reminds of what does, is said to be an obligation."""
    if one.nature == "conseil":
        return ADVICE
    return LINKED if one.nature in (*BINDING, "rappel") else TEXTS


def _duty(one: Obligation) -> Entry:
    see = Do("obligations", one.id, "Voir", "quiet")
    return Entry(one.title, (see,), f"{whole_sentence(one.reference)}\n{proof_said(one)}")


def proof_said(one: Obligation) -> str:
    """«Texte, ou page officielle, lu le 21 novembre 2026.», «De mémoire : à vérifier.»"""
    key = proof_of(one.status)
    if key == "memoire":
        return f"{PROOFS[key]}."
    on = day_from_iso(one.checked_on)
    if not on:
        return UNDATED[key]
    return f"{PROOFS[key]} {'le' if on[0].isdigit() else 'en'} {on}."


def _facts(told: Told, action: Action, planned: PlannedAction) -> list[Part]:
    """Only what there is to say, under the names that the printed sheet gives."""
    words, slot = told.words, told.slot(action.id)
    when = "" if slot is None else span_said(slot.first, slot.last)
    facts = (
        (words.say("fiches.qui"), words.who(action.id)),
        (words.say("fiches.avec"), people([words.naming.actor(p) for p in action.partners])),
        (words.say("fiches.temps"), day_range(planned.effort.low, planned.effort.high)),
        (words.say("fiches.cout"), euro_range(action.initial_cost.low, action.initial_cost.high)),
        ("Puis par an\u00a0:", _every_year(action)),
        ("Quand\u00a0:", f"{when}{_whose(told, slot)}" if slot else ""),
        (words.say("fiches.delai"), months(action.delay_months) if action.delay_months else ""),
        (words.say("fiches.apres"), listing([words.title(p) for p in action.prerequisites])),
    )
    said: list[Part] = [Fact(name, capitalised(value)) for name, value in facts if value]
    needed = [
        words.title(rest)
        for kind, _, rest in (reason.partition(":") for reason in planned.reasons)
        if kind == "prerequis"
    ]
    if needed:
        titles = listing([quoted(title) for title in needed])
        said.append(Say(f"Nécessaire pour\u00a0: {titles}."))
    return said


def _whose(told: Told, slot: Slot) -> str:
    """Whether these months follow the one that was named, or could not."""
    missed = missed_month(told.words.snapshot, slot.action, slot.horizon)
    if missed is not None:
        return f"\u202f; vous l’aviez souhaitée pour {month_name(missed)}"
    return ", votre date" if slot.chosen else ""


def _every_year(action: Action) -> str:
    """What it goes on asking once done, as contract R3 counts it."""
    parts = [days(action.effort.low)] if action.recurrent and action.effort.low else []
    if action.yearly_cost.high:
        parts.append(euro_range(action.yearly_cost.low, action.yearly_cost.high))
    return listing(parts)


def aid(told: Told, action: Action) -> list[Part]:
    """Who may pay a part, what is known of each, and what was noted: nothing where nothing is
    to be paid."""
    funding = funders(action.funding, told.words.snapshot.authority)
    actors = [told.words.knowledge.actors.get(name) for name in funding]
    costs = action.initial_cost.high + action.yearly_cost.high > 0
    if not costs and not any(actors) and action.id not in told.words.snapshot.aids:
        return []
    parts: list[Part] = [Say("Aide possible", "heading")]
    parts += [
        Entry(capitalised(one.name), note=plain(one.brings)) for one in actors if one is not None
    ] or [Say(NO_AID, "note")]
    return [*parts, Held("aid")]


def _raised(told: Told, action: Action) -> list[Part]:
    """The questions that count and are below what it brings."""
    words, parts = told.words, list[Part]()
    for target in action.raises:
        name, level, now = target.question, target.level, told.situation.level(target.question)
        if not told.situation.counts(name) or (now or 0) >= level:
            continue
        see = Do("question", name, "Voir", "quiet")
        before = "sans réponse connue aujourd’hui" if now is None else f"{now} aujourd’hui"
        text = f"{words.naming.number(name)} {words.question(name)}"
        parts.append(Entry(text, (see,), f"{capitalised(before)}, au moins {level} une fois faite"))
    return [Say("Ce qu’elle fait monter", "heading"), *parts] if parts else []


def _beyond(told: Told, action: Action) -> list[Part]:
    """What neighbours could share, and what was proposed to collectivités that it carries out."""
    parts: list[Part] = []
    if action.shareable:
        epci = told.words.snapshot.authority.kind == "epci"
        parts += [Say("Avec d’autres", "heading"), Say(SHARED_EPCI if epci else SHARED)]
    told_by = told.words.knowledge.propositions
    carried = [(n, told_by.titles[n]) for n in action.syntec if n in told_by.titles]
    if carried:
        parts.append(Say("Ce qu’elle met en œuvre, à votre échelle", "heading"))
        parts += [Entry(title, note=f"Proposition {n}, {told_by.author}") for n, title in carried]
    return parts


def _elsewhere(told: Told, action: Action) -> list[Part]:
    """What was answered in another questionnaire of where it leads: told, and nothing more."""
    sources = told.words.said_elsewhere(action.id)
    if not sources:
        return []
    answered = (
        Entry(one.text, note=f"{one.said}, le {day(one.day)} ({one.questionnaire})")
        for one in sources
    )
    return [Say("Ce que vous en avez dit", "heading"), *answered]
