import pytest

from artdiff.engine.facts.fact import Speech
from artdiff.engine.language.stems import stems
from artdiff.engine.verdicts.speech.identity import Agreement, Roles, agree


def speaker(names: str = "", traits: str = "") -> Speech:
    return Speech((), None, None, direct=False, names=tuple(names.split()), traits=frozenset(stems(traits.split())))


CAST = Roles([speaker("rut dahl", "mayor"), speaker("lars ode", "economist"), speaker("dan ortiz", "prosecutor")])


@pytest.mark.parametrize(
    ("source", "variant", "agreement"),
    [
        (speaker("rut dahl"), speaker("dahl"), Agreement.SAME),
        (speaker("rut dahl"), speaker("rut dahle"), Agreement.SAME),
        (speaker("united nations"), speaker("un"), Agreement.SAME),
        (speaker("france"), speaker("french"), Agreement.SAME),
        (speaker("rut dahl", "mayor"), speaker("", "mayor"), Agreement.SAME),
        (speaker("rut dahl", "mayor"), speaker("lars ode", "economist"), Agreement.DIFFERENT),
        (speaker("rut dahl", "mayor"), speaker("", "resident"), Agreement.DIFFERENT),
        (speaker("rut dahl", "mayor"), speaker("", "prosecutor"), Agreement.DIFFERENT),
        (speaker("rut dahl", "mayor"), speaker("", "official"), Agreement.VAGUER),
        (speaker("irene vault", "spokeswoman delmar"), speaker("delmar chemicals"), Agreement.COMPATIBLE),
        (speaker("rut dahl", "mayor"), speaker("norway"), Agreement.COMPATIBLE),
        (speaker("rut dahl", "mayor"), speaker(), Agreement.COMPATIBLE),
        (speaker("", "company"), speaker("rut dahl", "mayor"), Agreement.COMPATIBLE),
        (speaker("", "teacher association"), speaker("rut dahl", "mayor"), Agreement.DIFFERENT),
    ],
)
def test_speakers_agree(source: Speech, variant: Speech, agreement: Agreement) -> None:
    assert agree(source, variant, CAST) is agreement
