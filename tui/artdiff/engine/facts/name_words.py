"""Words about names: titles in front of them, small words inside them, suffixes that tell what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artdiff.engine.language.segmentation import Token

CONNECTORS = frozenset("of de van von der den del da di du dos das la le los las al el bin ibn y & for and".split())
MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec mondays tuesdays wednesdays thursdays fridays saturdays sundays monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)
QUARTERS = frozenset("q1 q2 q3 q4 h1 h2 fy".split())
"""Parts of a business year."""
NOT_NAMES = MONTHS_AND_DAYS | QUARTERS | frozenset("i i'm i'll i've i'd ok mr's fahrenheit celsius".split())
OPENERS = frozenset(
    "elsewhere meanwhile later today yesterday tonight tomorrow earlier lately recently eventually ultimately initially "
    "previously currently unlike born asked named called based led founded backed dubbed former formerly fellow ex "
    "police officials prosecutors lawyers doctors scientists researchers critics residents experts investigators".split()
)
"""Words that begin a sentence in front of a name without being of it."""
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady madam rev reverend father sister "
    "president vice-president chancellor premier prime minister secretary ambassador senator sen sen. rep rep. "
    "representative congressman congresswoman governor gov gov. mayor councillor councilor alderman judge justice "
    "chief general gen gen. colonel col col. major captain capt capt. lieutenant lt lt. sergeant sgt sgt. commander "
    "cmdr admiral inspector detective constable officer sheriff marshal king queen prince princess duke duchess "
    "emperor pope cardinal bishop archbishop imam rabbi sheikh chairman chairwoman chair chairperson director ceo cfo "
    "coo cto executive spokesman spokeswoman spokesperson deputy acting former foreign finance interior defense "
    "defence health justice home treasury coach manager analyst attorney prosecutor lawyer barrister solicitor nurse "
    "engineer economist scientist".split()
)
"""Stripped from the front of a name when capitalised there."""
HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady sen. rep. gov. mayor".split())
ORGANISATION_WORDS = frozenset(
    "inc inc. corp corp. co co. ltd ltd. llc plc group company corporation bank university college school institute "
    "ministry department agency authority service services office bureau commission committee council court "
    "federation association union party parliament congress senate assembly police army navy force forces guard "
    "society foundation trust fund museum gallery orchestra theatre theater hospital clinic observatory laboratory "
    "laboratories labs media press times post news journal house records airlines airways motors industries systems "
    "technologies energy oil gas capital partners holdings insurance mutual club team league nations organisation "
    "organization administration treasury kremlin pentagon cabinet board administration network alliance cross "
    "brigade registry register survey centre center coalition movement works savings opera chemicals foods "
    "pharmaceuticals steel software solutions logistics electric electronics aerospace stores hotels homes "
    "communications telecom entertainment studios semiconductors brands enterprises ventures".split()
)
PLACE_WORDS = frozenset(
    "river lake sea bay gulf ocean mount mountain mountains hill hills valley island islands isle peninsula cape "
    "strait channel desert forest park street avenue road square bridge dam canal port harbour harbor airport station "
    "city town village county province district region state republic kingdom territory coast north south east west "
    "northern southern eastern western point beach creek falls heights glacier canyon plains plaza".split()
)
HEAD_WORDS = (
    ORGANISATION_WORDS
    | PLACE_WORDS
    | frozenset({"bank", "house", "medal", "order", "battle", "treaty", "duke", "tower"})
) - TITLES
"""Words that a name can begin with before "of": "Bank of England"."""
PLACE_PREPOSITIONS = frozenset(
    "in at near from around across outside inside toward towards to off into through".split()
)
SAYING = frozenset(
    "said says told added announced warned claimed insisted argued noted explained stated wrote tweeted asked replied "
    "testified believes thinks recalled acknowledged admitted denied".split()
)


def is_initial(token: Token) -> bool:
    """Say whether a token is a single capital letter: "Vladimir V. Putin"."""
    return len(token.text) <= 2 and token.text[0].isupper() and token.text.rstrip(".").isalpha()
