"""What speaks for and against a speaker being another than the source's: which kinds of bodies both are, what else is said of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from artdiff.engine.facts.phrases import is_noun_like
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.kinds import WIDE, kind_of_stem
from artdiff.engine.verdicts.speech.identity import SPOKEN_FOR, is_persons

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.judgement import Features
    from artdiff.engine.verdicts.speech.quotations import Said

BODIES: Final = {
    "state": "government ministry minister cabinet administration chancellor premier treasury secretary federal kremlin "
    "department governor",
    "town": "council councillor councilor municipality mayor city town county borough commune alderman village",
    "parliament": "opposition party parliament congress senate senator lawmaker mp backbencher frontbencher legislator deputy assembly "
    "committee congresswoman congressman",
    "police": "police policeman policewoman detective constable sheriff superintendent investigator",
    "court": "court judge tribunal magistrate justice arbiter referee jury",
    "accusers": "prosecutor prosecution",
    "counsel": "lawyer barrister solicitor attorney counsel defence defense",
    "forces": "army military navy soldier colonel admiral coastguard brigade firefighter fireman",
    "bank": "bank banker lender",
    "company": "company firm maker manufacturer operator airline carrier developer owner corporation supplier contractor retailer "
    "insurer insurance shareholder executive ceo boss manager builder producer shipyard line founder investor",
    "union": "union steward shop-steward worker employee",
    "charity": "charity campaigner ngo activist foundation lobby association federation campaign",
    "science": "university institute researcher scientist professor study academic economist analyst historian expert research "
    "biologist geologist climatologist",
    "watch": "regulator authority agency inspectorate watchdog bureau commission auditor audit ombudsman inspector panel inquiry",
    "health": "hospital doctor nurse trust clinic surgeon physician ambulance",
    "church": "church bishop priest diocese vicar pastor",
    "people": "resident villager neighbour neighbor witness passenger survivor protester customer parent student pupil driver tenant "
    "fan visitor patient family relative wife husband widow mother father son daughter farmer fisherman",
    "press": "newspaper reporter journalist magazine critic",
    "embassy": "diplomat embassy ambassador envoy",
    "school": "school headteacher headmaster teacher college",
    "crew": "captain skipper crew pilot sailor",
    "gang": "gang hacker attacker rebel insurgent kidnapper militia",
}
"""Who may speak, by kinds of which nobody is of two unless a source says so."""
DOCUMENTS: Final = frozenset(
    stems(
        "report survey poll study letter indictment bill statement document draft email e-mail lawsuit agreement plan review".split()
    )
)
"""What somebody wrote and may be meant by it."""
BESIDE: Final = 6
"""So many tokens from a speaker somebody stands who may be the same."""
PARTIES: Final = frozenset("pgk")
LONG: Final = 10
"""So many words of content make a long utterance."""


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in BODIES.items():
        for stem in stems(words.split()):
            found[stem] = found.get(stem, frozenset()) | {name}
    return found


def bodies(traits: Collection[str]) -> frozenset[str]:
    """Return the kinds of bodies and people that some traits tell."""
    known = _kinds()
    return frozenset[str]().union(*(known.get(trait, frozenset()) for trait in traits))


def compare_bodies(theirs: Said, ours: Said) -> Features:
    """Return whether both speakers are of kinds that exclude each other, and whether each can speak at all."""
    here, there = bodies(ours.speech.traits), bodies(theirs.speech.traits)
    return (
        ("bodies apart", float(bool(here and there) and here.isdisjoint(there))),
        ("bodies meet", float(not here.isdisjoint(there))),
        ("body", float(bool(here))),
        ("body there", float(bool(there))),
        ("party here", float(can_speak(ours))),
        ("party there", float(can_speak(theirs))),
        ("wide", float(any(WIDE in kind_of_stem(trait).letters for trait in ours.speech.traits))),
        ("document", float(not DOCUMENTS.isdisjoint(ours.speech.traits))),
        ("document there", float(not DOCUMENTS.isdisjoint(theirs.speech.traits))),
        ("metonym", float(_stands_for(ours, theirs) or _stands_for(theirs, ours))),
    )


def _stands_for(body: Said, somebody: Said) -> bool:
    """Say whether the name of a body or place may stand for who speaks for it: "Riga" for its minister."""
    if not body.speech.names or is_persons(body.speech.names):
        return False
    return not somebody.speech.traits.isdisjoint(SPOKEN_FOR) or is_persons(somebody.speech.names)


def how_likely(told: dict[str, float]) -> float:
    """Return by what is known of both speakers how likely the other is an error."""
    parties = told["party here"] and told["party there"] and not told["answered"]
    strength = 0.08 + 0.2 * told["share"] + 0.06 * min(told["place"], 2.0)
    strength += 0.3 * told["bodies apart"] - 0.1 * told["there too"] - 0.05 * min(told["own"], 2.0)
    return max(0.03, strength if parties else 0.3 * strength)


def can_speak(said: Said) -> bool:
    """Say whether a name or a noun for somebody tells who speaks; "the tank" does not."""
    speech = said.speech
    if speech.names:
        return not speech.names[-1].isdigit()
    return any(not kind_of_stem(trait).letters.isdisjoint(PARTIES) for trait in speech.traits)


def compare_utterances(analyses_said: tuple[Collection[str], Collection[str]]) -> Features:
    """Return how much of what each says the other says too, by the stems of both."""
    theirs, ours = analyses_said
    shared = len([stem for stem in ours if stem in theirs])
    return (
        ("share", shared / len(ours) if ours else 0.0),
        ("share there", shared / len(theirs) if theirs else 0.0),
        ("long", min(len(ours), LONG) / LONG),
    )


def is_named_in(analysis: Analysis, sentence: int, said: Said) -> bool:
    """Say whether a sentence names a speaker of the other document: by the last of their names, else by a noun for them."""
    return _names(analysis.text.tokens[slice(*analysis.text.sentences[sentence].tokens)], said)


def is_named_beside(analysis: Analysis, theirs: Said, said: Said) -> bool:
    """Say whether that is so of the words right beside a speaker, who may then be the same."""
    first, last = theirs.tokens
    return _names(analysis.text.tokens[max(0, first - BESIDE) : last + BESIDE], said)


def _names(tokens: Sequence[Token], said: Said) -> bool:
    if said.speech.names:
        name = said.speech.names[-1]
        return any(token.norm.startswith(name) for token in tokens)
    return any(token.stem in said.speech.traits for token in tokens if is_noun_like(token))
