"""The closed classes of English: words that carry grammar, not content."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those some any each every either neither no all both half such what which "
    "my your his her its our their whose another other others".split()
)
PRONOUNS = frozenset(
    "i me you he him she it we us they them myself yourself himself herself itself ourselves themselves "
    "one ones somebody someone something anybody anyone anything everybody everyone everything "
    "nobody none nothing mine yours hers ours theirs there here".split()
)
RELATIVES = frozenset("who whom whose which where when that why how whoever whatever".split())
PREPOSITIONS = frozenset(
    "about above according across after against along alongside amid amidst among amongst around as at atop before behind below "
    "beneath beside besides between beyond by concerning considering despite down during except excluding for "
    "from given in including inside into like minus near of off on onto opposite out outside over past per plus "
    "regarding round since than through throughout till to toward towards under underneath unlike until unto up "
    "upon versus via with within without".split()
)
SUBORDINATORS = frozenset(
    "because although though while whereas whilst unless until if whether after before since once so lest "
    "as when whenever where wherever".split()
)
COORDINATORS = frozenset("and or but nor yet plus".split())
AUXILIARIES = frozenset(
    "be am is are was were been being have has had having do does did doing done "
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't ain't".split()
)
MODALS = frozenset(
    "can could may might must shall should will would ought cannot can't couldn't mayn't mightn't mustn't shan't "
    "shouldn't won't wouldn't".split()
)
PARTICLES = frozenset(
    "also too very just only even still already again then now ever quite rather so thus hence however moreover "
    "meanwhile nevertheless nonetheless furthermore additionally therefore instead otherwise else more most less "
    "least much many few several own same well soon later earlier further almost nearly about around "
    "roughly approximately some".split()
)
NEGATORS = frozenset(
    "not no never nor neither none nobody nothing nowhere without hardly scarcely barely cannot".split()
)
NEGATIVE_NOUNS = frozenset("no none nobody nothing neither nowhere without".split())
"""Negators that stand in noun phrases, not with verbs."""
OPEN_PRONOUNS = frozenset("any anybody anyone anything anywhere either".split())
"""Words that live on a denial before them."""

FUNCTION_WORDS = (
    DETERMINERS
    | PRONOUNS
    | RELATIVES
    | PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | AUXILIARIES
    | MODALS
    | PARTICLES
    | NEGATORS
)
"""Casefolded norms of all words that carry grammar rather than content."""


def is_negator(norm: str) -> bool:
    """Say whether the word negates what follows it."""
    return norm in NEGATORS or norm.endswith("n't")
