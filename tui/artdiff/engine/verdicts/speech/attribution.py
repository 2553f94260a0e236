"""Attribution: who said, thinks or announced it, on both sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.function_words import FUNCTION_WORDS, PRONOUNS, SUBORDINATORS
from artdiff.engine.values import FactKind, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.slots import key
from artdiff.engine.verdicts.judgement import Features, Judgement
from artdiff.engine.verdicts.speech.identity import Agreement, Roles, agree, compare
from artdiff.engine.verdicts.speech.other_speakers import (
    can_speak,
    compare_bodies,
    compare_utterances,
    how_likely,
    is_named_beside,
    is_named_in,
)
from artdiff.engine.verdicts.speech.quotations import find_origins, said_in
from artdiff.engine.verdicts.speech.wording import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.speech.quotations import Origin, Said

SAME_WORDS = 0.6
"""From this share of agreeing words on two quotations are one, and must have one speaker."""
NEIGHBOURS = 2
"""So many sentences away in the same paragraph, somebody who speaks may speak here too."""
SUPPORTING = 2.0
"""What it says for an utterance that it stands in a supporting sentence, for each share that the sentence carries."""
NEARBY = 0.5
"""The same for one around a supporting sentence."""
WORD = 0.6
"""The most that one word says for an utterance."""
ELSEWHERE = 1.5
"""What the words must say for an utterance that stands elsewhere in the source."""
MEASURES = frozenset({"million", "billion", "percent", "per", "cent", "people", "year"})
CLEAR = 1.0
"""By so much must the words alone speak for one of two who speak in the same place."""
SOME = 0.2
"""What its words must say for it at least."""
LEAST = 0.6
"""What must speak for another speaker's utterance: one rare word and a little."""
OUTWEIGHED = 2.5
"""How much more than for any utterance of the speaker whom the variant names."""
HEADLINES = frozenset({ParagraphRole.HEADLINE, ParagraphRole.HEADING, ParagraphRole.DEK})
LEAST_CAPITALS = 0.02
MOST = 40
"""So many utterances of one sentence, or with one word, are looked at."""


class _Row(NamedTuple):
    """An utterance of the source beside the variant's.

    Attributes:
        words: what the words that both have say for it.
        place: what its place says for it, in a supporting sentence or near one.
    """

    words: float
    place: float
    fact: Said

    @property
    def evidence(self) -> float:
        """Return all that speaks for it."""
        return self.words + self.place


def judge_attribution(analyses: Pair[Analysis], alignment: Alignment) -> list[Judgement]:
    """Return what became of who says what in the variant."""
    return _Attribution(analyses, alignment).judge(find_origins(analyses, alignment))


class _Attribution:
    """The judge, with what it looks up."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._analyses, self._alignment = analyses, alignment
        source = analyses.source
        self._speech = [fact for fact in said_in(source) if not _in_headline(source, fact)]
        self._roles = Roles([fact.speech for fact in self._speech], frozenset(source.text.stems))
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self._speech):
            if len(self._by_sentence[fact.sentence]) < MOST:
                self._by_sentence[fact.sentence].append(number)
            for stem in _stems(source, fact):
                self._by_stem[stem].append(number)
        self._counted: Mapping[str, int] | None = None

    def _sentences_with(self) -> Mapping[str, int]:
        """Return in how many of the source's sentences each word stands, counted once somebody asks."""
        if self._counted is None:
            self._counted = _sentences_with(self._analyses.source)
        return self._counted

    def judge(self, origins: Sequence[Origin]) -> list[Judgement]:
        """Return the judgements on quotations' speakers, then on those of reported speech."""
        judged: dict[Span, Judgement | None] = {}
        for origin in origins:
            speaker = origin.quotation.speech.speaker
            if speaker and judged.get(speaker) is None:
                judged[speaker] = self._of_quotation(origin, speaker)
        for span, facts in self._reports().items():
            if span not in judged:
                judged[span] = self._of_report(facts)
        found = [judgement for judgement in judged.values() if judgement]
        if _has_capitals(self._analyses.variant):
            return found
        return [judgement for judgement in found if judgement.verdict is not Verdict.ALTERED]

    def _reports(self) -> dict[Span, list[Said]]:
        """Return the variant's attributions by their speaker's words, repeated paragraphs' left out."""
        text = self._analyses.variant.text
        reports: dict[Span, list[Said]] = defaultdict(list)
        for fact in said_in(self._analyses.variant):
            copied = self._alignment.first_copies[text.sentences[fact.sentence].paragraph] is not None
            if fact.kind is FactKind.ATTRIBUTION and not copied:
                reports[fact.span].append(fact)
        return reports

    def _of_quotation(self, origin: Origin, speaker: Span) -> Judgement | None:
        """Compare the speakers of two quotations that have the same words."""
        theirs = origin.source
        if theirs is None or theirs.speech.speaker is None or origin.comparison.coverage < SAME_WORDS:
            return None
        ours = origin.quotation
        agreement = agree(theirs.speech, ours.speech, self._roles)
        strength = 0.9 if sum(map(weight, origin.words)) >= 2 else 0.6
        spans = Pair(theirs.speech.antecedent or theirs.speech.speaker, speaker)
        if agreement in {Agreement.SAME, Agreement.VAGUER}:
            return self._judgement(agreement, spans, strength, "attribution.quoted")
        if not (ours.speech.names or ours.speech.traits) or not (theirs.speech.names or theirs.speech.traits):
            return None
        features = (
            ("compatible", float(agreement is Agreement.COMPATIBLE)),
            ("coverage", origin.comparison.coverage),
            ("pronoun", float(ours.speech.antecedent is not None)),
            ("pronoun there", float(theirs.speech.antecedent is not None)),
            ("here too", float(is_named_in(self._analyses.source, theirs.sentence, ours))),
            ("there too", float(is_named_in(self._analyses.variant, ours.sentence, theirs))),
            ("heard", float(any(self._is_one(one, ours) for one in self._speech))),
            *compare_bodies(theirs, ours),
            *compare(theirs.speech, ours.speech, self._roles),
        )
        strength = strength if agreement is Agreement.DIFFERENT else 0.3
        return self._judgement(Agreement.DIFFERENT, spans, strength, "attribution.quoted", features)

    def _of_report(self, facts: Sequence[Said]) -> Judgement | None:
        """Compare the speaker of reported speech with whoever says the same in the source."""
        fact = facts[0]
        if not (fact.speech.names or fact.speech.traits):
            return None
        said = frozenset[str]().union(*(_stems(self._analyses.variant, fact) for fact in facts))
        rows = self._rows(fact, said)
        linked = [row for row in rows if row.place > 0 or row.words >= ELSEWHERE]
        if not linked:
            return None
        most = max([row.evidence for row in linked])
        likeliest = [row for row in linked if row.evidence == most]
        agreement, best = min([(self._agree(row, fact), row) for row in likeliest], key=_first)
        if agreement is not Agreement.SAME and most < LEAST:
            return None
        spans = Pair(best.fact.speech.speaker, fact.span)
        suspicion = _suspicion_of(best, agreement, fact)
        if suspicion == "attribution.compatible" and not can_speak(fact):
            return None
        if suspicion is None:
            return self._judgement(agreement, spans, 0.6, "attribution.reported")
        strength, features = self._suspicion(fact, best, rows)
        features = (*features, *self._about(fact, said, best, rows))
        if suspicion == "attribution.compatible":
            strength = how_likely(dict(features))
        return self._judgement(Agreement.DIFFERENT, spans, strength, suspicion, features)

    def _suspicion(self, fact: Said, best: _Row, rows: Sequence[_Row]) -> tuple[float, Features]:
        """Return how likely another speaker is an error, and what speaks for and against it."""
        variant, theirs = self._analyses.variant, best.fact
        told = [(self._agree(row, fact), row) for row in rows]
        rivals = [row for agreement, row in told if agreement is not Agreement.DIFFERENT]
        rival = max((row.evidence for row in rivals), default=0.0)
        same = [row for agreement, row in told if agreement is Agreement.SAME]
        apart, outweighed = self._is_told_apart(fact, best, same), all(_outweighs(best, row) for row in rivals)
        guess = _is_guess(theirs, fact) and best.words < ELSEWHERE
        sure = 0.45 + 0.15 * min(best.evidence - rival, 2.0) - (0.1 if fact.speech.antecedent else 0.0)
        features = (
            ("words", min(best.words, 4.0)),
            ("scarce", float(best.words < SOME)),
            ("place", best.place),
            ("margin", max(-4.0, min(best.evidence - rival, 4.0))),
            ("names", float(bool(fact.speech.names and theirs.speech.names))),
            ("pronoun", float(fact.speech.antecedent is not None)),
            ("pronoun there", float(_is_pronoun(self._analyses.source, theirs))),
            ("nobody", float(_is_pronoun(variant, fact) and fact.speech.antecedent is None)),
            ("thought", float(fact.speech.thought)),
            ("thought there", float(theirs.speech.thought)),
            ("headline", float(self._is_headline(fact))),
            ("told of", float(_is_told_of(variant, fact))),
            ("may mean", float(self._may_mean(fact, theirs))),
            ("beside", float(self._is_named_beside(fact))),
            ("unheard", float(not rivals)),
            ("apart", float(apart)),
            ("outweighed", float(outweighed)),
            ("guess", float(guess)),
            ("clear", float(best.words >= SOME and apart and outweighed and not guess)),
        )
        return sure, (*features, *compare(theirs.speech, fact.speech, self._roles))

    def _about(self, fact: Said, said: frozenset[str], best: _Row, rows: Sequence[_Row]) -> Features:
        """Return what else tells another speaker from one who is told of in other words."""
        source, variant = self._analyses
        theirs = best.fact
        own = [row for row in rows if row is not best and self._agree(row, fact) is Agreement.SAME]
        support = self._alignment.supports[fact.sentence].sentences
        beside = any(is_named_in(source, index, fact) for index in {*support, theirs.sentence})
        others = (one for one in said_in(variant) if one.sentence == fact.sentence and one.span != fact.span)
        return (
            ("own", max((row.evidence for row in own), default=0.0)),
            ("own words", min(max((row.words for row in own), default=0.0), 4.0)),
            ("own apart", float(any(row.fact.sentence != theirs.sentence for row in own))),
            ("here too", float(beside)),
            ("close", float(is_named_beside(source, theirs, fact))),
            ("there too", float(is_named_in(variant, fact.sentence, theirs))),
            ("answered", float(any(self._is_one(theirs, one) for one in others))),
            ("heard", float(any(self._is_one(one, fact) for one in self._speech))),
            ("new", float(not fact.speech.names and not any(map(self._roles.tells_of, fact.speech.traits)))),
            *compare_utterances((_stems(source, theirs), said)),
            *compare_bodies(theirs, fact),
        )

    def _is_one(self, theirs: Said, ours: Said) -> bool:
        return agree(theirs.speech, ours.speech, self._roles) is Agreement.SAME

    def _is_named_beside(self, fact: Said) -> bool:
        """Say whether the supporting sentences name the variant's speaker."""
        source = self._analyses.source
        support = self._alignment.supports[fact.sentence].sentences
        names, sentences = frozenset(fact.speech.names), source.text.sentences
        return any(not names.isdisjoint(source.text.norms[slice(*sentences[index].tokens)]) for index in support)

    def _is_told_apart(self, fact: Said, best: _Row, same: Sequence[_Row]) -> bool:
        """Say whether both speakers are clear, and the source's sentences do not name the variant's beside its own.

        Where they do, the variant's speaker must say something else there: `same` are the utterances of that speaker.
        """
        source, variant = self._analyses
        theirs = best.fact
        if _is_pronoun(source, theirs) or self._is_headline(fact) or _is_told_of(variant, fact):
            return False
        if _is_pronoun(variant, fact) and fact.speech.antecedent is None:
            return False
        if fact.speech.antecedent:
            return best.words >= CLEAR and not self._may_mean(fact, theirs)
        here = [row.words for row in same if row.fact.sentence == theirs.sentence]
        return not self._is_named_beside(fact) or any(best.words - words >= WORD for words in here)

    def _is_headline(self, fact: Said) -> bool:
        paragraph = self._analyses.variant.text.sentences[fact.sentence].paragraph
        return self._analyses.variant.text.paragraphs[paragraph].role in HEADLINES

    def _may_mean(self, fact: Said, theirs: Said) -> bool:
        """Say whether the source's speaker is named before a pronoun in its paragraph, and may be meant by it."""
        text = self._analyses.variant.text
        first, _ = text.paragraph_sentences[text.sentences[fact.sentence].paragraph]
        before = text.tokens[text.sentences[first].tokens[0] : fact.tokens[0]]
        return any(token.norm == theirs.speech.names[-1] for token in before) if theirs.speech.names else True

    def _rows(self, fact: Said, said: frozenset[str]) -> list[_Row]:
        """Return the source's utterances that may be what a report tells, with what speaks for each."""
        support = self._alignment.supports[fact.sentence]
        places: dict[int, float] = defaultdict(float)
        for sentence in support.sentences:
            for number in self._near(sentence):
                places[number] += NEARBY * support.coverage
            for number in self._by_sentence.get(sentence, ()):
                places[number] += (SUPPORTING - NEARBY) * support.coverage
        words: dict[int, float] = defaultdict(float)
        shared = self._by_stem.keys() & said
        counted = self._sentences_with() if shared else {}
        for stem in sorted(shared - MEASURES):
            found = self._by_stem[stem]
            for number in found if len(found) <= MOST else ():
                words[number] += min(WORD, 1 / counted[stem])
        return [
            _Row(words.get(number, 0.0), places.get(number, 0.0), self._speech[number])
            for number in sorted({*words, *places})
        ]

    def _agree(self, row: _Row, fact: Said) -> Agreement:
        return agree(row.fact.speech, fact.speech, self._roles)

    def _near(self, sentence: int) -> Iterator[int]:
        """Yield the utterances around a sentence in its paragraph."""
        text = self._analyses.source.text
        first, last = text.paragraph_sentences[text.sentences[sentence].paragraph]
        for other in range(max(first, sentence - NEIGHBOURS), min(last, sentence + NEIGHBOURS + 1)):
            yield from self._by_sentence.get(other, ())

    def _judgement(
        self,
        agreement: Agreement,
        spans: Pair[Span | None],
        strength: float,
        rule: str,
        features: Features = (),
    ) -> Judgement | None:
        if agreement is Agreement.COMPATIBLE or spans.source is None or spans.variant is None:
            return None
        theirs = quote(self._analyses.source.text.document.text, spans.source)
        ours = quote(self._analyses.variant.text.document.text, spans.variant)
        verdict, reason = {
            Agreement.SAME: (Verdict.SUPPORTED, f"The source has the same speaker: {theirs}."),
            Agreement.VAGUER: (Verdict.GENERALISED, f"The source says who {ours} is: {theirs}."),
            Agreement.DIFFERENT: (Verdict.ALTERED, f"The source has {theirs} say this, not {ours}."),
        }[agreement]
        return Judgement(verdict, FactKind.ATTRIBUTION, spans, reason, rule, strength, features)


def _suspicion_of(best: _Row, agreement: Agreement, fact: Said) -> str | None:
    """Return the rule that suspects the variant's speaker; None where the source has the same or a pronoun for anybody."""
    ours, theirs = fact.speech, best.fact.speech
    if agreement is Agreement.DIFFERENT:
        return "attribution.reported"
    if agreement is Agreement.COMPATIBLE:
        return "attribution.compatible" if theirs.names or theirs.traits else None
    unnamed = agreement is Agreement.SAME and not ours.names
    return "attribution.trait" if unnamed and ours.traits - theirs.traits else None


def _has_capitals(analysis: Analysis) -> bool:
    """Say whether a document writes names with capitals; where none does, nobody can tell who speaks."""
    return len(analysis.text.capitals) >= LEAST_CAPITALS * len(analysis.text.tokens)


def _is_pronoun(analysis: Analysis, fact: Said) -> bool:
    """Say whether a speaker is only "she" or "they" here: whom that means is a guess."""
    words = fact.speech.speaker.of(analysis.text.document.text).casefold() if fact.speech.speaker else ""
    return words in PRONOUNS


def _is_told_of(analysis: Analysis, fact: Said) -> bool:
    """Say whether the saying is itself an event of the story: "after her rival had conceded"."""
    first = fact.tokens[0]
    return first > 0 and analysis.text.tokens[first - 1].norm in SUBORDINATORS - {"that", "if", "whether"}


def _sentences_with(source: Analysis) -> Mapping[str, int]:
    """Return in how many sentences each word stands, close synonyms counted together."""
    stems = source.text.stems
    counts = Counter(chain.from_iterable([set(stems[slice(*one.tokens)]) for one in source.text.sentences]))
    found: dict[str, int] = {}
    for stem, count in counts.items():
        word = key(stem)
        found[word] = found.get(word, 0) + count
    return found


def _in_headline(analysis: Analysis, fact: Said) -> bool:
    paragraph = analysis.text.sentences[fact.sentence].paragraph
    return analysis.text.paragraphs[paragraph].role is ParagraphRole.HEADLINE


def _stems(analysis: Analysis, fact: Said) -> frozenset[str]:
    """Return the stems of the content words of what is said."""
    if fact.kind is FactKind.ATTRIBUTION:
        return frozenset(map(key, fact.speech.words))
    tokens = analysis.text.tokens[slice(*fact.tokens)]
    return frozenset(
        [key(token.stem) for token in tokens if token.norm not in FUNCTION_WORDS and token.text[0].isalnum()]
    )


def _outweighs(best: _Row, rival: _Row) -> bool:
    """Say whether so much more speaks for another speaker's utterance than for one of the speaker who is named."""
    if best.fact.sentence == rival.fact.sentence and rival.words <= 0.0:
        return best.words >= WORD
    clear = best.words >= OUTWEIGHED * rival.words and best.words - rival.words >= CLEAR
    return clear or best.evidence >= OUTWEIGHED * rival.evidence


def _is_guess(theirs: Said, ours: Said) -> bool:
    """Say whether thoughts are told of, not words, and not of two named people."""
    return theirs.speech.thought or (ours.speech.thought and not (theirs.speech.names and ours.speech.names))


_first = itemgetter(0)
