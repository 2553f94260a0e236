"""Whether two documents name the same speaker."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from artdiff.engine.facts.cues import TITLES
from artdiff.engine.facts.name_words import ORGANISATION_WORDS
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.gazetteer import country_of, is_given_name
from artdiff.engine.lexicon.kinds import kind_of_stem

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from artdiff.engine.facts.fact import Speech
    from artdiff.engine.verdicts.judgement import Features

PREFIX = 5
"""Names that begin with so many letters alike may be a country and its people: "Valdria", "Valdrian"."""
MISSPELT = 0.8
"""Names so alike are one name, misspelt: that is another judge's business."""


class Agreement(IntEnum):
    """What two mentions of a speaker have to do with each other."""

    SAME = 0
    COMPATIBLE = 1
    VAGUER = 2
    DIFFERENT = 3


def _stemmed(words: str) -> frozenset[str]:
    return frozenset(stems(words.split()))


CITIZENS = _stemmed(
    "resident neighbor neighbour villager witness local survivor passenger parent customer protester protestor demonstrator "
    "student pupil fan shopper commuter farmer family relative driver patient tenant homeowner inhabitant townspeople voter visitor tourist "
    "bystander worker employee staff"
)
OFFICIALS = _stemmed(
    "official authority mayor minister governor president chancellor secretary premier senator congressman lawmaker "
    "government commissioner ambassador envoy diplomat councillor councilor spokesman spokeswoman spokesperson "
    "ministry leader police commander administration politician"
)
EXPERTS = _stemmed(
    "analyst economist expert scientist researcher professor historian climatologist academic scholar specialist "
    "biologist geologist engineer doctor physician astronomer epidemiologist observer"
)
COMPANIES = _stemmed(
    "executive ceo cfo chairman chairwoman management boss founder owner spokesman spokeswoman spokesperson"
)
JUSTICE = _stemmed(
    "prosecutor police judge court lawyer attorney barrister solicitor detective investigator magistrate"
)
CRITICS = _stemmed("critic opponent opposition campaigner activist rival")
CLASSES = (CITIZENS, OFFICIALS, EXPERTS, COMPANIES, JUSTICE, CRITICS)
GROUPS = _stemmed(
    "official authority analyst expert economist scientist researcher prosecutor investigator diplomat "
    "executive leader politician lawyer observer critic source spokesman spokeswoman spokesperson"
)
"""Words that a rewrite may use, truly but vaguer, for somebody whom the source names."""
COUNTRIES = {"us": "american", "usa": "american", "america": "american", "states": "american", "uk": "british"}
"""Names of countries that are common words, or short, by their people's."""
BODIES = _stemmed(
    "company firm government ministry department agency authority bank court office council university school hospital "
    "airline carmaker maker operator manufacturer statement report spokesman spokeswoman spokesperson source"
)
"""Bodies for which any of their people may speak."""
PARTIES = frozenset("gp")
"""Kinds of nouns that name who may speak."""
SPOKEN_FOR = _stemmed(
    "president chief head leader director chair chairman chairwoman chairperson executive manager boss founder owner "
    "minister secretary mayor governor commissioner spokesman spokeswoman spokesperson lawyer attorney coach captain "
    "commander officer official superintendent detective inspector prosecutor coordinator"
)
"""Those who speak for a body."""
ROLES = _stemmed(" ".join(sorted(TITLES)))


class Roles:
    """Who bears which role in a document, as its speech tells."""

    def __init__(self, speeches: Iterable[Speech], words: Container[str] = frozenset()) -> None:
        """Read who bears which role; `words` are the stems of the whole document."""
        self._words = words
        self._bearers: dict[str, set[str]] = {}
        self._known: set[str] = set()
        for speech in speeches:
            if speech.names and speech.traits:
                self._known.add(speech.names[-1])
            for trait in speech.traits & ROLES:
                if speech.names:
                    self._bearers.setdefault(trait, set()).add(speech.names[-1])

    def knows(self, names: Sequence[str]) -> bool:
        """Say whether the document tells who the bearer of these names is."""
        return bool(names) and names[-1] in self._known

    def tells_of(self, trait: str) -> bool:
        """Say whether the document has a word at all."""
        return trait in self._words

    def others(self, trait: str, names: Sequence[str]) -> bool:
        """Say whether the document gives a role to somebody, and not to the bearer of these names."""
        bearers = self._bearers.get(trait, set())
        return bool(bearers) and bearers.isdisjoint(names)


def agree(source: Speech, variant: Speech, roles: Roles) -> Agreement:
    """Say whether the variant's speaker may be the source's.

    Args:
        source: what the source says of its speaker.
        variant: what the variant says of its own.
        roles: who bears which role in the source.
    """
    if source.names and variant.names:
        return _by_names(source, variant)
    if not _is_known(source) or not _is_known(variant):
        return Agreement.COMPATIBLE
    return _by_traits(source, variant, roles)


def compare(source: Speech, variant: Speech, roles: Roles) -> Features:
    """Return what speaks for and against two speakers being one, for the confidence model."""
    ours, theirs = _classes(variant.traits), _classes(source.traits)
    only = variant.traits - source.traits
    return (
        ("shared", min(len(source.traits & variant.traits), 3) / 3),
        ("ours", min(len(only), 3) / 3),
        ("theirs", min(len(source.traits - variant.traits), 3) / 3),
        ("kin", float(bool(_kin(only, source.traits - variant.traits)))),
        ("named", float(bool(variant.names))),
        ("named there", float(bool(source.names))),
        ("borne", float(any(roles.others(trait, source.names) for trait in only & ROLES))),
        ("told", float(all(roles.tells_of(trait) for trait in only))),
        ("classes", float(not ours.isdisjoint(theirs))),
        ("unclassed", float(not ours or not theirs)),
        ("party", float(any(kind_of_stem(trait).letters & PARTIES for trait in only))),
        ("spoken for", float(not source.traits.isdisjoint(SPOKEN_FOR))),
        ("group", float(not variant.traits.isdisjoint(GROUPS))),
    )


def _is_known(speech: Speech) -> bool:
    return bool(speech.names or speech.traits)


def _by_names(source: Speech, variant: Speech) -> Agreement:
    if same_party(source.names, variant.names):
        return Agreement.SAME
    if bool(country_of(source.names[-1])) != bool(country_of(variant.names[-1])):
        return Agreement.COMPATIBLE
    if is_persons(source.names) and is_persons(variant.names):
        return Agreement.DIFFERENT
    tied = _mentions(source.traits, variant.names) or _mentions(variant.traits, source.names)
    return Agreement.COMPATIBLE if tied else Agreement.DIFFERENT


def same_party(names: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether two names mean one person, body or country: a surname, an acronym, a people and its country."""
    return _same_name(names, others) or _same_country(names, others)


def _same_name(names: Sequence[str], others: Sequence[str]) -> bool:
    if names[-1] in others or others[-1] in names or _is_acronym(names, others) or _is_acronym(others, names):
        return True
    if names[-1][:PREFIX] == others[-1][:PREFIX] and min(len(names[-1]), len(others[-1])) >= PREFIX:
        return True
    return bool(
        Indel.normalized_similarity(names[-1], others[-1]) >= MISSPELT
    )  # of no known type where mypyc builds a wheel


def _same_country(names: Sequence[str], others: Sequence[str]) -> bool:
    country = _country(names[-1])
    return country is not None and country == _country(others[-1])


def _country(name: str) -> str | None:
    return country_of(COUNTRIES.get(name, name))


def _is_acronym(names: Sequence[str], others: Sequence[str]) -> bool:
    letters = names[0].replace(".", "")
    return len(names) == 1 and len(letters) >= 2 and letters == "".join(word[0] for word in others)


def is_persons(names: Sequence[str]) -> bool:
    """Say whether a name begins like a person's."""
    return len(names) > 1 and is_given_name(names[0]) and names[-1] not in ORGANISATION_WORDS


def _mentions(traits: frozenset[str], names: Sequence[str]) -> bool:
    """Say whether what is known of one speaker names the other: a spokesman's company, a minister's country."""
    heads = {name[:PREFIX] for name in names if len(name) > 2}
    return any(trait[:PREFIX] in heads for trait in traits)


def _by_traits(source: Speech, variant: Speech, roles: Roles) -> Agreement:
    """Compare speakers of whom at least one has no name."""
    shared = source.traits & variant.traits or _kin(source.traits, variant.traits)
    if shared:
        plural = not variant.names and bool(source.names) and not variant.traits.isdisjoint(GROUPS)
        return Agreement.VAGUER if plural else Agreement.SAME
    if source.names and any(roles.others(trait, source.names) for trait in variant.traits & ROLES):
        return Agreement.DIFFERENT
    if variant.names and any(roles.others(trait, variant.names) for trait in source.traits & ROLES):
        return Agreement.DIFFERENT
    if roles.knows(variant.names) and len(source.traits) > 1 and source.traits.isdisjoint(BODIES):
        return Agreement.DIFFERENT
    if not variant.names and _is_other_party(source, variant, roles):
        return Agreement.DIFFERENT
    ours, theirs = _classes(variant.traits), _classes(source.traits)
    if not ours or not theirs:
        return Agreement.COMPATIBLE
    if ours.isdisjoint(theirs):
        return Agreement.DIFFERENT
    return Agreement.COMPATIBLE if variant.names else Agreement.VAGUER


def _kin(traits: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return the first traits that may mean the same as one of the others: "researcher" for "scientist"."""
    kinds = {trait: kind_of_stem(trait) for trait in (*traits, *others)}
    return frozenset(
        one
        for one in traits
        for other in others
        if kinds[one].letters
        and kinds[other].letters
        and (other in kinds[one].same | kinds[one].wider or one in kinds[other].same | kinds[other].wider)
    )


def _is_other_party(source: Speech, variant: Speech, roles: Roles) -> bool:
    """Say whether the variant's is a body or office of which the source tells, and not in its speaker's name.

    Somebody who leads a body or speaks for it may be meant by it; an expert, a witness or a member of parliament is not.
    """
    party = {trait for trait in variant.traits if kind_of_stem(trait).letters & PARTIES}
    if not party or not source.traits or not all(roles.tells_of(trait) for trait in variant.traits):
        return False
    typed = [trait for trait in source.traits if "p" in kind_of_stem(trait).letters]
    return bool(typed) and source.traits.isdisjoint(SPOKEN_FOR) and party.isdisjoint(GROUPS)


def _classes(traits: frozenset[str]) -> set[int]:
    return {index for index, members in enumerate(CLASSES) if not traits.isdisjoint(members)}
