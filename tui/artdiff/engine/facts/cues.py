"""The words that say that somebody speaks, writes or thinks: verbs of saying in their forms, and the phrases beside them."""

from __future__ import annotations

VOWELS = frozenset("aeiou")

SAYING = (
    "accuse acknowledge add admit advise affirm allege announce answer argue assert claim comment complain concede "
    "conclude confess confirm contend counter declare deny disclose emphasise emphasize estimate explain "
    "indicate insist joke maintain mention note object observe pledge predict promise recall recount reiterate remark "
    "remind reply report respond reveal state stress suggest testify urge vow warn lament quip recommend caution boast "
    "assure inform protest pronounce proclaim"
)
THINKING = "believe doubt expect fear hope imagine reckon consider regard guess suspect worry"
QUOTING = (
    "blame brand call criticise criticize denounce describe dismiss dub hail herald label liken mock praise "
    "reject ridicule slam term condemn characterise characterize welcome dispute voice demand compare ask tweet post refer"
)
IRREGULAR_SAYING = (
    "say says said tell tells told write writes wrote written admitted "
    "denied replied testified denies replies testifies"
)
IRREGULAR_THINKING = "think thinks thought sees saw finds found feels felt"
IRREGULAR_QUOTING = "put puts spoke speaks spoken referred"
SPEAKING_PARTICIPLES = frozenset(
    "saying alleging adding telling arguing claiming insisting warning stressing noting explaining announcing "
    "declaring asserting conceding admitting denying promising vowing writing predicting complaining "
    "maintaining suggesting remarking concluding joking recalling".split()
)
QUOTING_PARTICIPLES = frozenset("calling describing dubbing branding labelling labeling hailing denouncing".split())
"""The same for words that a quotation must follow."""
NOUN_LIKE = frozenset(
    "claim claims report reports state states note notes comment comments answer answers estimate estimates promise "
    "promises promised pledge pledges pledged vowed object objects remark remarks reply replies vow vows stress caution joke protest "
    "warn hope hopes fear fears doubt doubts worry term brand label slam voice demand demands blame post "
    "call praise dispute ask worries suspect suspects saw found put puts guess expect conclude indicate mention "
    "call calls counter felt feels counters written refer advise maintain maintains maintained declare declares declared reveal "
    "reveals revealed disclose disclosed discloses indicates indicated confirm confirms confirmed add adds added "
    "wrote writes write considered believed feared expected regarded suspected guessed mentioned suggest suggests suggested".split()
)
"""Forms that are as often something else: they count only where words of somebody follow, or a quotation stands by."""


def _forms(words: str) -> set[str]:
    """Return the third person, the past and the base of regular verbs."""
    forms: set[str] = set()
    for verb in words.split():
        stem = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2] not in VOWELS:
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied"}
        else:
            ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
            forms |= {verb, verb + ending, stem + "ed"}
    return forms


SAYING_FORMS = frozenset(_forms(SAYING) | set(IRREGULAR_SAYING.split()))
THINKING_FORMS = frozenset(_forms(THINKING) | set(IRREGULAR_THINKING.split()))
QUOTING_FORMS = frozenset(_forms(QUOTING) | set(IRREGULAR_QUOTING.split()))
CUES = SAYING_FORMS | THINKING_FORMS | QUOTING_FORMS | SPEAKING_PARTICIPLES | QUOTING_PARTICIPLES
OPINION_NOUNS = frozenset(
    "words view views opinion telling account estimation estimate estimates eyes judgment judgement assessment "
    "reading phrase belief".split()
)
"""“In X's words”, “in her view”, “by his own account”."""

TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady rev reverend hon prof professor president vice-president prime minister chancellor "
    "mayor governor senator sen gov rep representative congressman congresswoman judge justice chief executive officer "
    "ceo cfo coo cto chairman chairwoman chair chairperson director commander captain colonel general major "
    "lieutenant sergeant inspector superintendent detective secretary king queen prince princess pope bishop "
    "archbishop cardinal imam rabbi doctor nurse coach manager prosecutor attorney lawyer ambassador envoy "
    "commissioner councillor councilor councilman councilwoman spokesman spokeswoman spokesperson speaker premier "
    "deputy md mp pc col lt sgt capt gen maj cllr founder co-founder head boss analyst economist "
    "adviser advisor treasurer principal dean provost curator sheriff marshal admiral constable foreman editor".split()
)
"""Words that stand before a name, capitalised or not, and say what its bearer is."""
HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady prof rev hon".split())
MALE = frozenset(
    "mr sir lord king prince father son brother husband man chairman spokesman businessman grandfather uncle nephew "
    "policeman fireman congressman councilman pope boy fisherman salesman widower actor".split()
)
FEMALE = frozenset(
    "mrs ms miss dame lady queen princess mother daughter sister wife woman chairwoman spokeswoman businesswoman "
    "grandmother aunt niece policewoman congresswoman councilwoman girl actress widow".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december feb mar apr jun jul aug sep sept oct nov dec".split()
)
