"""Tables of numbers that are no answers of people: outcomes, tallies, dots, and figures about a population."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.instruments.onderdelen import lacks_totaal
from burgerdata.instruments.turflijst import holds_tally
from burgerdata.instruments.values import read_getallen
from burgerdata.loading.bevolkingscijfers import holds_cross_table, holds_crossed, holds_marges
from burgerdata.shapes import Tabel

_FEWEST_COLUMNS = 2
_LOOKED_AT = 200
_ROWS_PER_ANSWER = (2, 3)
_IN_TURN = 0.85
"""The share of rows that must go in turn; of answers that people write in two ways it is about a half."""
_FEWEST_ROWS = 2
_ROUNDING = 1.5
"""How far rounded shares may be off 100 together."""
_BASE = r"(?i:n|n ?=.*|basis|aantal.*|totaal.*|respondenten|ongewogen.*|gewogen.*|total|base)"
"""The row below the shares with how many people they are of."""
_CODE = r"[A-Za-z]{0,4}[-_ ]?\d+"
"""What numbers people: who divides 100 points is no answer."""
_NO_FIGURE = ("", "-", "–", "x", ".", "*")
_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d+)? ?%")
_POPULATION = re.compile(
    r"(?:totale )?bevolking\b.*|(?:aantal )?inwoners\b.*|(?:mannen|vrouwen|personen|huishoudens)\b.*\((?:aantal|x 1 ?000)\)",
    re.IGNORECASE,
)
UITKOMSTEN = "tabellen met uitkomsten, geen antwoorden"
BEVOLKING = "cijfers over de bevolking, geen antwoorden; neem ze over in marges.xlsx"
_TALLY = (
    "aantallen per onderwerp, geen antwoorden van mensen; zijn het stippen of turfjes van een avond, maak er dan een levering van met"
    ' instrument = "burgerdialoog", onderdelen = { stippen = "…" } en kolommen = { stelling = "…", stippen = "…" }'
)
_KLEUREN = (
    "stippen in meer kolommen, zonder kolom met het totaal; tellen zij samen, maak dan een kolom 'totaal', en anders een bestand per kleur, en"
    ' geef het op als levering met instrument = "burgerdialoog" en onderdelen = { stippen = "…" }'
)


def tell_aantallen(tabel: Tabel) -> str:
    """Return what a table counts of an evening that is no answer of people, and what to do with it; empty for any other."""
    if holds_tally(tabel):
        return _TALLY
    if lacks_totaal([kolom.naam for kolom in tabel.kolommen]):
        return _KLEUREN
    return ""


def holds_bevolking(tabel: Tabel) -> bool:
    """Return whether a table holds figures of a population, in one of the forms that these come in."""
    return any(houdt(tabel) for houdt in (holds_population, holds_marges, holds_cross_table, holds_crossed))


def holds_results(tabel: Tabel) -> bool:
    """Return whether a table is one of outcomes, as in a bureau's book of tables: a third of its cells are percentages.

    So it is where columns hold counts in one row and percentages in the next.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"wie": ["Tevreden", "Ontevreden"], "18-34": ["45%", "55%"], "35+": ["51%", "49%"]})
    >>> holds_results(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    kolommen = [
        [cel for cel in tabel.frame[kolom.naam].head(_LOOKED_AT).astype("str").str.strip() if cel]
        for kolom in tabel.kolommen
    ]
    procenten = sum(bool(_PERCENT.fullmatch(cel)) for cellen in kolommen for cel in cellen)
    gevuld = sum(map(len, kolommen))
    wissels = sum(map(_alternates, kolommen))
    return bool(gevuld) and (procenten * 3 >= gevuld or wissels >= _FEWEST_COLUMNS)


def holds_shares(tabel: Tabel) -> bool:
    """Return whether a table holds the shares of answers, without a sign: figures for each answer that add up to 100 in each column.

    Where a title says that they are percentages they need not add up: people may give more answers.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Antwoord": ["goed", "matig", "slecht"], "18-34": ["45,1", "30", "25"], "35+": ["50", "29,8", "20,1"]})
    >>> holds_shares(Tabel("t.csv", "csv", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    eerste, *rest = tabel.kolommen
    namen = tabel.frame[eerste.naam].astype("str").str.strip()
    if not rest or len(namen) > _LOOKED_AT or namen.duplicated().any() or read_getallen(namen).notna().any():
        return False
    if namen.str.fullmatch(_CODE).all():
        return False
    aandelen = tabel.frame[~namen.str.fullmatch(_BASE)]
    cellen = {kolom.naam: aandelen[kolom.naam].astype("str").str.strip() for kolom in rest}
    getallen = [read_getallen(cel[~cel.isin(_NO_FIGURE)].str.rstrip(" %")) for cel in cellen.values()]
    if len(aandelen) < _FEWEST_ROWS or not all(
        len(kolom) and kolom.between(0, 100).all() for kolom in getallen
    ):
        return False
    heel = all(abs(float(kolom.sum()) - 100) <= _ROUNDING for kolom in getallen)
    return tabel.procenten or (len(rest) >= _FEWEST_COLUMNS and heel)


def holds_population(tabel: Tabel) -> bool:
    """Return whether a table counts inhabitants, as StatLine gives it: each combination of the other columns once.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Leeftijd": ["18-34", "35+"], "Bevolking (aantal)": ["21840", "18120"]})
    >>> holds_population(Tabel("b.csv", "csv", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    namen = [kolom.naam for kolom in tabel.kolommen]
    tellend = [naam for naam in namen if _POPULATION.fullmatch(naam.strip())]
    over = [naam for naam in namen if naam not in tellend]
    if not tellend or not over:
        return False
    getallen = all(read_getallen(tabel.frame[naam]).notna().all() for naam in tellend)
    return getallen and not tabel.frame[over].duplicated().any()


def _alternates(cellen: Sequence[str]) -> bool:
    """Return whether a column holds counts and percentages in turn and nothing else: a table with two or three rows for each answer.

    People who write "30" or "30%" do so in no order.
    """
    soorten = [bool(_PERCENT.fullmatch(cel)) for cel in cellen]
    procenten = sum(soorten)
    aantallen = sum(cel.replace(".", "").isdecimal() for cel in cellen)
    if procenten + aantallen != len(cellen) or min(procenten, aantallen) * 4 < max(len(cellen), 1):
        return False
    return any(_repeats(soorten, per) for per in _ROWS_PER_ANSWER)


def _repeats(soorten: Sequence[bool], per: int) -> bool:
    """Return whether nearly every cell is of the kind of the one ``per`` rows below it; a total now and then breaks the order."""
    gelijk = [een == ander for een, ander in zip(soorten, soorten[per:], strict=False)]
    return sum(gelijk) >= _IN_TURN * len(gelijk)
