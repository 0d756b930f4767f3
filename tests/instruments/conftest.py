from collections.abc import Callable, Sequence

import pandas as pd
import pytest

from burgerdata.contract import check_tabellen, conform_tabellen
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments import Vragenlijst, build_activiteiten
from burgerdata.instruments.stacking import stack_tabellen
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, RIJ, Kolom, Tabel


def maak_tabel(
    kolommen: dict[str, Sequence[str]], *, bestand: str = "e.csv", extra: dict[str, Kolom] | None = None
) -> Tabel:
    """Return a sealed table: a row per person, p1, p2, …; ``extra`` gives columns that the file says more about."""
    frame = pd.DataFrame(kolommen, dtype="str")
    nummers = range(1, len(frame) + 1)
    ids = {
        RIJ: [nummer + 1 for nummer in nummers],
        RECORD: [f"r{n}" for n in nummers],
        PERSOON: [f"p{n}" for n in nummers],
    }
    kolomlijst = tuple((extra or {}).get(naam, Kolom(naam, naam, herkomst=naam)) for naam in kolommen)
    vooraan = pd.DataFrame(ids).astype({RECORD: "str", PERSOON: "str"})
    return Tabel(bestand, "csv", pd.concat([vooraan, frame], axis=1), kolomlijst)


@pytest.fixture
def bouw() -> Callable[..., dict[str, pd.DataFrame]]:
    """Build the tables of one delivery from tables or conversations in memory, made to fit the contract.

    With ``ruw`` they are as the instrument made them, which is faster.
    """

    def build(
        *vormen, instrument="enquete", lijst=None, hulp=(), ruw=False, **velden
    ) -> dict[str, pd.DataFrame]:
        levering = Levering(**({"naam": instrument, "instrument": instrument} | velden))
        leeg = pd.DataFrame()
        lezingen = [Lezing(vorm.bestand, vorm.formaat, (vorm,), leeg, leeg) for vorm in vormen]
        delen = build_activiteiten(lezingen, levering, lijst or Vragenlijst(), hulp=hulp)
        if ruw:
            return delen[0]
        records = pd.concat([deel.pop("records") for deel in delen])
        tabellen = conform_tabellen(stack_tabellen([conform_tabellen(deel, fill=False) for deel in delen]))
        assert check_tabellen(tabellen) == []
        return tabellen | {"records": records}

    return build


@pytest.fixture
def tabel() -> Callable[..., Tabel]:
    return maak_tabel
