"""What well-known names also go by: newspapers' abbreviations of states, seats for those who sit there."""

from __future__ import annotations

STATES = dict(
    row.split("=")
    for row in (
        "ala=alabama,ariz=arizona,ark=arkansas,cal=california,calif=california,colo=colorado,conn=connecticut,"
        "del=delaware,fla=florida,ga=georgia,ill=illinois,ind=indiana,kan=kansas,ky=kentucky,la=louisiana,md=maryland,"
        "mass=massachusetts,mich=michigan,minn=minnesota,miss=mississippi,mo=missouri,mont=montana,neb=nebraska,"
        "nev=nevada,nh=new hampshire,nj=new jersey,nm=new mexico,ny=new york,nc=north carolina,nd=north dakota,"
        "okla=oklahoma,ore=oregon,pa=pennsylvania,ri=rhode island,sc=south carolina,sd=south dakota,tenn=tennessee,"
        "tex=texas,vt=vermont,va=virginia,wash=washington,wva=west virginia,wis=wisconsin,wyo=wyoming,ont=ontario,"
        "que=quebec,alta=alberta"
    ).split(",")
)
"""States of the US and provinces of Canada by their newspaper abbreviations, full stops left out."""
_MIDWEST = "illinois indiana iowa kansas michigan minnesota missouri nebraska ohio wisconsin dakota"
_NORTH = "norway norwegian sweden swedish denmark danish"
_BALKANS = "serbia bosnia croatia albania kosovo bulgaria macedonia montenegro greece"
BYNAMES = {
    "covid": "pandemic coronavirus covid-19",
    "covid-19": "pandemic coronavirus covid",
    "coronavirus": "pandemic covid covid-19",
    "brussels": "eu european",
    "eu": "european brussels",
    "european union": "eu european brussels",
    "kremlin": "russia russian putin moscow",
    "moscow": "kremlin",
    "white house": "president administration u.s us",
    "downing street": "prime",
    "pentagon": "defense defence",
    "capitol hill": "congress",
    "wall street": "stock stocks investors",
    "fed": "federal",
    "washington": "federal u.s u.s. us american congress president",
    "america": "united states u.s u.s. us american",
    "big apple": "york",
    "great war": "1914 1918",
    "whitehall": "ministry ministries government civil",
    "westminster": "parliament commons lords mps mp",
    "holyrood": "scottish parliament",
    "congress": "senate house lawmakers",
    "vatican": "pope holy",
    "holy see": "vatican pope",
    "silicon valley": "technology tech",
    "west bank": "palestinian",
    "yule": "christmas",
    "midwest": _MIDWEST,
    "midwestern": _MIDWEST,
    "new england": "maine vermont massachusetts connecticut hampshire",
    "scandinavia": _NORTH,
    "scandinavian": _NORTH,
    "nordic": _NORTH + " finland finnish iceland icelandic",
    "baltic": "estonia estonian latvia latvian lithuania lithuanian",
    "balkan": _BALKANS,
    "balkans": _BALKANS,
    "iberian": "spain spanish portugal portuguese",
    "andean": "peru peruvian bolivia bolivian ecuador colombia chile",
    "sahel": "niger mali chad mauritania",
}
"""What else a name goes by: any of these words in the source vouches for it."""
PEOPLES = dict(
    row.split("=")
    for row in (
        "alpine=alps,breton=brittany,burgundian=burgundy,flemish=flanders,walloon=wallonia,catalan=catalonia,"
        "norman=normandy,tuscan=tuscany,sicilian=sicily,sardinian=sardinia,corsican=corsica,neapolitan=naples,"
        "venetian=venice,florentine=florence,muscovite=moscow,glaswegian=glasgow,liverpudlian=liverpool,mancunian=manchester,"
        "cornish=cornwall,welsh=wales,galician=galicia,andalusian=andalusia,castilian=castile,silesian=silesia,"
        "saxon=saxony,hanoverian=hanover,viennese=vienna,himalayan=himalayas,andean=andes,carpathian=carpathians,"
        "caucasian=caucasus,siberian=siberia,balinese=bali,javanese=java,tibetan=tibet,quebecois=quebec,"
        "angeleno=angeles,manx=man,peruvian=peru,polar=arctic"
    ).split(",")
)
"""Regions and cities by the word for what belongs to them, where no ending tells it."""
PLACES = {place: people for people, place in PEOPLES.items()}


def abbreviated_state(norm: str) -> str | None:
    """Return the state or province for which a newspaper's abbreviation stands: "Miss.", "N.Y."."""
    return STATES.get(norm.replace(".", ""))


def bynames(name: str) -> tuple[str, ...]:
    """Return the words of which any vouches for a name: "pandemic" for Covid."""
    words = (PEOPLES.get(name), PLACES.get(name), *BYNAMES.get(name, "").split())
    return tuple(word for word in words if word)
