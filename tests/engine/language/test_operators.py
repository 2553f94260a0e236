"""What bears on a word: denials and hedges, through the verbs that govern it."""

import pytest

from artdiff.engine.lexicon.words import Certainty
from artdiff.engine.verdicts.counterparts.chains import certainty, parity
from tests.texts import analysis


def chain(text: str, word: str) -> list[str]:
    one = analysis(text)
    at = next(at for at, token in enumerate(one.text.tokens) if token.norm == word)
    tokens = one.text.tokens
    return [text[tokens[op.first].start : tokens[op.last - 1].end] for op in one.operators.chain(at)]


@pytest.mark.parametrize(
    ("text", "word", "operators"),
    [
        ("The dam did not break.", "break", ["not"]),
        ("The dam broke.", "broke", []),
        ("No more than ten fled.", "fled", []),
        ("Not only did it rain, the river rose.", "rain", []),
        ("It isn't safe, but people drink it.", "drink", []),
        ("It isn't safe, but people drink it.", "safe", ["isn't"]),
        ("She has not ruled out raising the tax.", "raising", ["ruled out", "not"]),
        ("No bank details were taken.", "taken", ["No"]),
        ("Nobody has been reported missing.", "reported", ["Nobody"]),
        ("None of the seven schools in the valley had to close.", "close", ["had to", "None of"]),
        ("They found no trace of the boat.", "trace", ["no"]),
        ("They found no trace of the boat.", "found", []),
        ("The firm was not aware of any deaths.", "deaths", ["not"]),
        ("He denied that the pump had failed.", "failed", ["denied"]),
        ("He did not accept that the pump was broken.", "broken", ["not"]),
        ("The study has yet to be reviewed.", "reviewed", ["yet to"]),
        ("The office may soon close.", "close", ["may"]),
        ("It may be nothing more than a rumour.", "be", ["may"]),
        ("They could not agree.", "agree", ["not"]),
        ("They could agree on little.", "agree", []),
        ("In May officials left.", "officials", []),
        ("I cannot help but notice the queue.", "notice", []),
        ("She could not help laughing at it.", "laughing", []),
        ("The clinic could not help anybody.", "help", ["not"]),
        ("Do not stay silent avoid the park.", "avoid", []),
        ("The mayor plans to close the school.", "close", ["plans to"]),
        ("I would like to thank the crew.", "thank", []),
        ("She would like to thank the crew.", "thank", ["would like to"]),
        ("They leave unless a panel is formed.", "formed", ["unless"]),
        ("They closed the road rather than repair it.", "repair", ["rather than"]),
        ("Serious or not, the plan went ahead.", "plan", []),
        ("Positive tests dropped to nine.", "nine", []),
        ("He dropped his policy last fall.", "fall", []),
    ],
)
def test_what_bears_on_a_word(text: str, word: str, operators: list[str]) -> None:
    assert chain(text, word) == operators


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("She has not ruled out raising the tax.", "raising", False),
        ("She ruled out raising the tax.", "raising", True),
        ("She did not refuse to sign.", "sign", False),
        ("She refused to sign.", "sign", True),
        ("The board has no wish to sell.", "sell", True),
        ("The rules left no room for exceptions.", "exceptions", True),
        ("There was no trace of the car.", "car", False),
    ],
)
def test_denials_cancel_each_other(text: str, word: str, *, denied: bool) -> None:
    one = analysis(text)
    at = next(at for at, token in enumerate(one.text.tokens) if token.norm == word)
    assert bool(parity(one.operators.chain(at))) is denied


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The office may close soon.", "close", Certainty.POSSIBLE),
        ("The office will quickly close.", "close", Certainty.PLANNED),
        ("The council is considering closing the office.", "closing", Certainty.TENTATIVE),
        ("The bank is expected to cut rates.", "cut", Certainty.LIKELY),
        ("Police investigate alleged fraud.", "fraud", Certainty.REPORTED),
        ("The office closed.", "closed", None),
        ("She has not ruled out raising the tax.", "raising", Certainty.POSSIBLE),
        ("She declined to rule out raising the tax.", "raising", Certainty.POSSIBLE),
        ("She ruled out raising the tax.", "raising", None),
    ],
)
def test_how_certain_a_word_is_told(text: str, word: str, kind: Certainty | None) -> None:
    one = analysis(text)
    at = next(at for at, token in enumerate(one.text.tokens) if token.norm == word)
    operator = certainty(one.operators.chain(at))
    assert (operator.certainty if operator else None) is kind
