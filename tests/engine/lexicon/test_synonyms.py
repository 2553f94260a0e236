"""Which words may stand for one another, which must not, and which are opposites."""

from __future__ import annotations

import pytest

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.synonyms import Relation, antonyms, cluster, relation, relatives

CLOSE = {Relation.SAME, Relation.SYNONYM, Relation.BROADER, Relation.NARROWER}

SAME_MEANING = """
said announced|ceasefire truce|lawmaker legislator|talks negotiations|firm company|blaze fire|slashed cut|probe investigation
cease-fire armistice|killed slain|injured wounded|injured hurt|resigned quit|fired sacked|fired dismissed|began started
ended concluded|rose climbed|rose increased|fell declined|fell dropped|soared surged|plunged plummeted|bought purchased
bought acquired|takeover acquisition|jailed imprisoned|jail prison|inmate prisoner|attorney lawyer|cop officer|physician doctor
pupil student|kid child|children kids|mother mom|teenager adolescent|youngster youth|storm hurricane|quake earthquake
flooding inundation|flooded inundated|destroyed demolished|damaged harmed|rescued saved|collapsed failed|collapse failure
explosion blast|exploded detonated|bomb explosive|gun weapon|soldiers troops|insurgents rebels|attack assault
attacked assaulted|invaded invasion|victory win|triumph victory|defeated beat|loss defeat|vote ballot|election vote
choose select|chosen picked|appointed named|nominated named|approve approval|approved authorized|authorised permitted
permit allow|banned prohibited|forbid ban|outlawed banned|illegal unlawful|law legislation|rule regulation|court tribunal
verdict ruling|verdict judgment|decision ruling|decided decision|decide resolve|plan scheme|planned intended|aim goal
aim target|attempt effort|attempted tried|effort bid|support backing|backed supported|endorsed supported|criticised condemned
criticism condemnation|blamed accused|accusation allegation|claim assertion|insisted maintained|argued contended
denied rejected|refused declined|rejection refusal|warned cautioned|promised pledged|vowed promised|pledge commitment
urged called|demanded insisted|asked requested|request appeal|revealed disclosed|unveiled revealed|reported report
published released|publication publish|announcement statement|delay postponement|delayed postponed|postponed deferred
cancelled scrapped|halted stopped|suspended halted|resumed restarted|extended prolonged|expansion growth|expand enlarge
reduce cut|reduction cut|decrease reduction|lowered reduced|boost increase|raise increase|employee worker|staff employees
job position|job post|layoffs redundancies|salary wage|pay wage|boss manager|chief head|leader chief|chair chairman
spokesman spokesperson|spokeswoman spokesperson|envoy ambassador|minister ministerial|president presidential|presidency presidential
parliament legislature|parliamentary parliament|coalition alliance|agreement deal|accord agreement|pact treaty|contract agreement
dispute row|dispute disagreement|protest demonstration|protesters demonstrators|rally demonstration|march protest|riot unrest
crisis emergency|disaster catastrophe|tragedy disaster|danger risk|threat danger|dangerous hazardous|safe secure|safety security
illness disease|sick ill|virus bug|vaccine jab|vaccination inoculation|medicine drug|treatment therapy|operation surgery
hospital clinic|patient sufferer|death fatality|died perished|deadly fatal|deadly lethal|victims casualties|funeral burial
house home|building structure|road highway|vehicle car|aircraft plane|airplane plane|jet plane|ship vessel|boat vessel
train railway|petrol gasoline|oil petroleum|electricity power|blackout outage|nuclear atomic|pollution contamination
polluted contaminated|rubbish garbage|profit earnings|revenue sales|shortage scarcity|deficit shortfall|cost expense
price cost|fee charge|fine penalty|tax levy|tariff duty|loan credit|shareholder stockholder|store shop|factory plant
manufacturer maker|produce manufacture|buyer purchaser|customer client|goods merchandise|film movie|picture photograph
author writer|novel book|footballer player|match game|tournament competition|trophy cup|coach trainer|captain skipper
huge enormous|huge massive|big large|small little|tiny small|fast rapid|quickly rapidly|swiftly quickly|important significant
crucial vital|essential necessary|difficult hard|simple easy|famous renowned|wealthy rich|poor impoverished|old elderly
recent latest|former previous|previously formerly|currently presently|immediately instantly|shortly soon|frequently often
approximately roughly|roughly about|nearly almost|mainly mostly|primarily mainly|largely mostly|entirely completely
anger fury|angry furious|worried concerned|concern worry|fear worry|hope wish|happy pleased|sad unhappy|surprised astonished
residents inhabitants|citizens nationals|refugees asylum|migrants immigrants|border frontier|area region|town municipality
countryside rural|city urban|abroad overseas|worldwide global|economy economic|finance financial|repatriate repatriation
detained detention|arrested apprehended|captured seized|escaped fled|searched hunted|discovered found|spotted seen
investigate probe|inquiry investigation|examined inspected|analysis study|survey poll|expert specialist|scientist researcher
professor academic|teacher educator|school schooling|education educational|accident crash|collided crashed|collision crash
derailed derailment|evacuated evacuation|constructed built|erected built|repaired fixed|renovated refurbished|opened inaugurated
closed shut|closure shutdown|merged merger|withdrew withdrawal|pulled withdrew|deployed deployment|ally alliance|foe enemy
opponent rival|rival competitor|hostage captive|kidnapped abducted|stolen theft|robbed robbery|thief robber|fraud scam
bribe bribery|corrupt corruption|cheated defrauded|smuggled smuggling|murdered killed|murder homicide|offender criminal
culprit perpetrator|suspect suspicion|sentenced sentence|convicted conviction|acquitted cleared|acquittal exonerated
freed released|freedom liberty|independence autonomy|ceremony ritual|celebrated celebration|anniversary commemoration
"""

DIFFERENT = """
mayor councillor|mayor minister|mayor governor|mayor senator|minister president|president chancellor|king queen|judge prosecutor
lawyer judge|lawyer prosecutor|captain lieutenant|captain officer|colonel general|sergeant captain|doctor nurse|surgeon nurse
nurse paramedic|teacher student|teacher pupil|pilot passenger|driver passenger|crew passengers|firefighters police|police army
soldier civilian|profit revenue|profit sales|profit loss|income profit|salary bonus|murder manslaughter|killed injured
dead wounded|dead missing|killed missing|arrested charged|arrested convicted|charged convicted|charged sentenced
suspect convict|accused convicted|trial verdict|million billion|thousand million|hundred thousand|city village|town village
city country|county country|state country|ally partner|allies partners|payroll canteen|bank insurer|government parliament
government opposition|parliament court|senate house|employer employee|employees customers|workers managers|buyer seller
landlord tenant|teacher parent|father brother|mother daughter|mother sister|son father|wife daughter|husband brother
man woman|boy girl|boy man|child teenager|monday tuesday|friday saturday|january february|june july|spring autumn
summer winter|morning evening|morning night|afternoon evening|day week|week month|month year|hour day|minute hour
north south|east west|northern southern|eastern western|left right|red blue|green yellow|black white|car truck|car bus
bus train|plane helicopter|ship submarine|ship plane|bicycle motorcycle|bridge tunnel|bridge dam|river lake|river sea
lake sea|hospital school|school university|museum library|church mosque|prison court|hotel restaurant|theatre cinema
flood fire|flood storm|earthquake storm|hurricane tornado|drought flood|fire smoke|rifle pistol|bomb missile|missile drone
knife gun|cancer diabetes|virus bacteria|vaccine drug|oil gas|gas coal|solar wind|wind nuclear|wheat rice|beef pork
dog cat|horse cow|wolf bear|football tennis|football basketball|baseball cricket|film book|novel poem|film album|painting sculpture
violin piano|christian muslim|muslim jewish|democrat republican|dollar euro|pound euro|kilometre mile|metre foot|kilogram ton
hardware software|phone computer|letter email|lawsuit petition|strike protest|surrender ceasefire|proposal treaty
investigation trial|jail fine|bail parole|illness injury|refugee tourist|tourist resident|visitor resident|player coach
author publisher|director actor|founder chairman|adviser minister|engineer architect|biologist physicist|astronomer astronaut
investor customer|donor recipient|farmer fisherman|import export|tax subsidy|debt deficit|grant loan|inflation unemployment
wages prices|acquisition bankruptcy|shortage surplus|roof wall|door window|head arm|leg arm|hand foot|heart lung|liver kidney
birth death|wedding funeral|marriage divorce|election referendum|candidate winner|embassy airport|invasion occupation
bombing shooting|shooting stabbing|explosion fire|theft fraud|robbery murder|espionage terrorism|public private|national local
annual monthly|daily weekly|international internal|experiment experience|university universe|organ organization|policy police
important import|secretary secret|customs customer|general generous|emergency emerge|minister ministry|executive execution
minority minor|majority major|president resident|capital capitalism|authority author|former future|first last|first second
early late|increase decrease|rise fall|win lose|accept reject|approve reject|allow ban|open close|begin end|arrive depart
buy sell|hire fire|guilty innocent|convicted acquitted|alive dead|safe dangerous|strong weak|rich poor|high low|hot cold
success failure|support oppose|praise criticise|confirm deny|succeed fail|war peace|before after|more fewer|all none|agreed refused
expand shrink|strengthen weaken|remember forget|bread water|table river|minister bridge|garden music|doctor tax
"""

OPPOSITES = """
rise fall|rose fell|increase decrease|increased reduced|accept reject|accepted refused|first last|before after|more fewer
allow ban|open close|opened shut|win lose|won lost|succeed fail|success failure|guilty innocent|guilty acquitted|convicted acquitted
approve reject|approved vetoed|support oppose|supported opposed|praise criticise|confirm deny|admitted denied|agree disagree
begin end|started finished|continue stop|resume suspend|arrive depart|enter leave|buy sell|hire fire|appointed dismissed
join leave|borrow lend|import export|lend borrow|profit loss|surplus deficit|gain lose|earn spend|rich poor|high low
large small|long short|wide narrow|deep shallow|heavy light|full empty|hot cold|warm cool|wet dry|hard soft|strong weak
strengthen weaken|improve worsen|better worse|best worst|good bad|expand contract|expansion contraction|accelerate slow
early late|old new|young old|ancient modern|temporary permanent|always never|often rarely|quickly slowly|sudden gradual
north south|eastern western|inside outside|indoor outdoor|urban rural|public private|domestic foreign|local national
military civilian|liberal conservative|war peace|friend enemy|ally enemy|victory defeat|attack defend|advance retreat
arrest release|captured released|legal illegal|lawful unlawful|mandatory voluntary|possible impossible|likely unlikely
safe dangerous|safe unsafe|stable unstable|certain uncertain|clear unclear|true false|right wrong|correct incorrect
fair unfair|honest dishonest|easy difficult|simple complex|alive dead|healthy sick|injured unharmed|damaged intact
optimistic pessimistic|happy unhappy|satisfied dissatisfied|able unable|willing unwilling|aware unaware|known unknown
expected unexpected|official unofficial|formal informal|direct indirect|popular unpopular|include exclude|connect disconnect
unite divide|merge split|build demolish|create destroy|hide reveal|appear disappear|present absent|remember forget
love hate|trust distrust|obey disobey|honour dishonour|employed unemployed|armed unarmed|married unmarried|vaccinated unvaccinated
majority minority|maximum minimum|most least|major minor|upper lower|upstairs downstairs|upgrade downgrade|promote demote
tighten loosen|ease worsen|raise lower|imposed lifted|unanimous divided|brother sister|husband wife|son daughter|buyer seller
"""


def pairs(table: str) -> list[tuple[str, str]]:
    words = [pair.split() for line in table.split("\n") for pair in line.split("|") if pair]
    return [(one, other) for one, other in words]


def related(one: str, other: str) -> Relation:
    first, second = stems([one, other])
    return relation(first, second)


@pytest.mark.parametrize(("one", "other"), pairs(SAME_MEANING))
def test_may_stand_for_each_other(one: str, other: str) -> None:
    assert related(one, other) in CLOSE


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT))
def test_must_not_stand_for_each_other(one: str, other: str) -> None:
    assert related(one, other) not in CLOSE
    assert related(other, one) not in CLOSE


@pytest.mark.parametrize(("one", "other"), pairs(OPPOSITES))
def test_are_opposites(one: str, other: str) -> None:
    assert related(one, other) is Relation.ANTONYM
    assert stems([other])[0] in antonyms(stems([one])[0])


INVERSE = {Relation.BROADER: Relation.NARROWER, Relation.NARROWER: Relation.BROADER}


@pytest.mark.parametrize("stem", ["say", "kill", "rise", "minist", "agreement", "hospit", "ceasefir", "wife"])
def test_relations_hold_both_ways(stem: str) -> None:
    assert relatives(stem)
    for other, kind in relatives(stem).items():
        assert relation(other, stem) is INVERSE.get(kind, kind), other


def test_a_dog_is_no_cat_but_itself() -> None:
    assert relation("dog", "dog") is Relation.SAME
    assert relation("xyzzi", "xyzzi") is Relation.SAME


@pytest.mark.parametrize("stem", ["", "xyzzi", "\t", "zzzzzzz", "\u00e9", "say\t", "#"])
def test_unknown_words_are_related_to_nothing(stem: str) -> None:
    assert not relatives(stem)
    assert cluster(stem) is None
    assert not antonyms(stem)


@pytest.mark.parametrize(
    ("one", "other"),
    [("raise", "boost"), ("ban", "forbid"), ("talks", "discussions"), ("truce", "ceasefire"), ("lawyer", "attorney")],
)
def test_close_synonyms_share_a_cluster(one: str, other: str) -> None:
    first, second = stems([one, other])
    assert cluster(first) == cluster(second) is not None


def test_opposites_share_no_cluster() -> None:
    for one, other in pairs(OPPOSITES):
        first, second = stems([one, other])
        assert cluster(first) is None or cluster(first) != cluster(second), (one, other)
