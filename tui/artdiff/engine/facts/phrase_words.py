"""What single words do in a phrase that names somebody: asked once a word, then read as bits beside the tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.facts.cues import CALENDAR, HONORIFICS, NOUN_LIKE, SAYING_FORMS, THINKING_FORMS, TITLES
from artdiff.engine.language.function_words import COORDINATORS, FUNCTION_WORDS, RELATIVES
from artdiff.engine.language.function_words import DETERMINERS as ALL_DETERMINERS
from artdiff.engine.language.segmentation import PUNCTUATION, WORD
from artdiff.engine.language.tokens import read_word
from artdiff.engine.lexicon.spellings import Spellings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Segmentation

DETERMINERS = ALL_DETERMINERS - RELATIVES - {"what"}
PLAIN = CALENDAR | FUNCTION_WORDS
"""Words that are neither name nor noun, capitalised or not."""
VERBS = (SAYING_FORMS | THINKING_FORMS) - NOUN_LIKE
"""Verbs that no phrase naming somebody holds."""
LINKS = frozenset("of for at from with in on".split())
SHORTENED = HONORIFICS | TITLES
"""Titles that a full stop may follow."""
LETTERS = frozenset("KC QC SC MP MEP MSP MD PhD OBE MBE CBE KBE Jr Sr II III IV Esq".split())
"""What may stand behind a name without being part of it."""
PERSONAL = frozenset("he she they it we i you".split())
SMALL_WORDS = frozenset("of for and the de van von der den al bin el la le da di du dos y".split())
INSTITUTIONS = frozenset(
    "bank university institute ministry department office agency service force association federation union council "
    "court committee commission company group board party church hospital school college museum society foundation "
    "authority bureau centre center club league house organisation organization trust network alliance "
    "administration".split()
)

NOUN: Final = 1
"""Can stand inside a noun phrase as more than grammar."""
NAME: Final = 2
"""Looks like part of a proper name."""
NAME_WORD: Final = 4
"""The same, and is no title."""
PROPER: Final = 8
"""The same as a name, and no letters that stand behind names."""
INNER: Final = 16
"""A noun that may be any part of a phrase: no verb of saying."""
DETERMINER: Final = 32
LINK: Final = 64
COORDINATOR: Final = 128
SIGN: Final = 256
"""A punctuation mark."""
TITLE: Final = 512
POSSESSIVE: Final = 1024
SHORT: Final = 2048
"""A title or an initial that a full stop may follow."""
SMALL: Final = 4096
"""May stand between the words of a name."""
INSTITUTION: Final = 8192
"""Shows that the name is no person's."""
PROFESSION: Final = 16384
"""May be what somebody is, by its ending or as a title."""
JOINT: Final = LINK | COORDINATOR
GLUE: Final = JOINT | DETERMINER
LEADING: Final = LINK | DETERMINER


def marks_of(text: Segmentation) -> Sequence[int]:
    """Return the bits of each token of a document."""
    return _known.of(text.texts)


def _marks(written: str) -> int:
    norm, kind = read_word(written)
    noun = kind is WORD and norm not in PLAIN
    name = noun and written[0].isupper()
    told = (
        (NOUN, noun),
        (NAME, name),
        (NAME_WORD, name and norm not in TITLES),
        (PROPER, name and written not in LETTERS),
        (INNER, noun and norm not in VERBS),
        (DETERMINER, norm in DETERMINERS),
        (LINK, norm in LINKS),
        (COORDINATOR, norm in COORDINATORS),
        (SIGN, kind is PUNCTUATION),
        (TITLE, norm in TITLES),
        (POSSESSIVE, written.endswith(("’s", "'s", "s’", "s'"))),
        (SHORT, norm in SHORTENED or (len(written) == 1 and written.isupper())),
        (SMALL, norm in SMALL_WORDS or written in {"&", "."}),
        (INSTITUTION, norm in INSTITUTIONS),
        (PROFESSION, norm in TITLES or norm.endswith(("ist", "er", "or", "ian"))),
    )
    return sum(mark for mark, holds in told if holds)


_known = Spellings(_marks)
