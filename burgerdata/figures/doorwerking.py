"""plot_doorwerking (F6): what was done with each input, why, and when people heard; in words, by status."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, keep_uiteinden, make_figuur, state_titel
from burgerdata.figures.preparation import prepare_tabel, texts
from burgerdata.figures.words import count_woord
from burgerdata.figures.wordtable import Woord, Woordkolom, Woordtabel
from burgerdata.getallen import join_woorden
from burgerdata.instruments.opvolging import GEEN_REDEN, write_motivering

STATUSSEN = (
    "overgenomen",
    "deels overgenomen",
    "niet overgenomen",
    "buiten de kaders",
    "nog te besluiten",
)
"""The statuses in the order of the strip: what is certain first."""
_BESLOTEN = STATUSSEN[:-1]
_TEKEN = dict(zip(STATUSSEN, "●◐○◇…", strict=True))
_NOG_NIET = "nog niet"
_ONBEKEND = "niet vastgelegd"
"""What is said of each row where no row has a date: nobody wrote down whether people heard."""
_WOORDEN = 10
"""Most words of an input and of a reason; the table has the rest."""
_MEEST_DIA = 4
_REDENEN = "De redenen staan in het rapport."
_ZONDER_REDEN = ("overgenomen", "nog te besluiten")


def plot_doorwerking(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a strip of words per input: what people asked, the status, the reason, and the day on which they heard.

    Rows stand by status, from adopted to undecided. Inputs and reasons are cut at ten words; what was not told yet
    reads "nog niet", and where no row has a date "niet vastgelegd". A slide shows more than four inputs as a row per status with its themes.

    Raises
    ------
    MethodeError
        When there are no inputs.

    Examples
    --------
    >>> tabel = pd.DataFrame({"inbreng_id": ["i1"], "samenvatting": ["Kortere brieven"], "status": ["overgenomen"]})
    >>> plot_doorwerking(tabel, titel="Het ene punt is overgenomen").alt
    'Overzicht in woorden: Het ene punt is overgenomen. Overgenomen: ‘Kortere brieven’.'
    """
    opdracht = Opdracht(plot_doorwerking, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("samenvatting", "status"), figuur="overzicht van de doorwerking")
    rang = texts(tabel, "status").map(lambda status: _rank(status)).sort_values(kind="stable")
    gesorteerd = tabel.loc[rang.index]
    kort = formaat == "dia" and len(tabel) > _MEEST_DIA
    woorden = _group_statussen(gesorteerd) if kort else _list_punten(gesorteerd)
    statussen = texts(gesorteerd, "status")

    def keep(meest: int) -> list[int]:
        if kort:
            return keep_uiteinden(range(len(woorden.rijen)), meest)
        return _keep_statussen(statussen, meest)

    def state_rest(weggelaten: int) -> str:
        rijen = list(dict.fromkeys(statussen)) if kort else list(statussen)
        getoond = keep(len(woorden.rijen) - weggelaten)
        weg = [status for nummer, status in enumerate(rijen) if nummer not in getoond]
        return _state_rest(statussen[statussen.isin(weg)] if kort else pd.Series(weg, dtype="str"))

    kop = state_titel(opdracht, tabel)
    inhoud = Inhoud(
        tabel,
        Rijkeuze(lambda meest: woorden.pick(keep(meest)), len(woorden.rijen), state_rest, minst=1),
        alt=f"Overzicht in woorden: {kop}. {_tell_statussen(gesorteerd)}",
        tekens=(_REDENEN if kort else "",),
    )
    return make_figuur(opdracht, inhoud, kop)


def _rank(status: str) -> int:
    return STATUSSEN.index(status) if status in STATUSSEN else len(STATUSSEN)


def _list_punten(tabel: pd.DataFrame) -> Woordtabel:
    """Return a row per input."""
    koppen = (
        Woordkolom("wat burgers vroegen", 0.9),
        Woordkolom("wat ermee gebeurt"),
        Woordkolom("waarom", 1.0),
        Woordkolom("teruggemeld"),
    )
    leeg = _name_leeg(tabel)
    return Woordtabel(koppen, tuple(_make_rij(tabel.loc[rij], leeg) for rij in tabel.index))


def _name_leeg(tabel: pd.DataFrame) -> str:
    """Return what a row without a date says: that people did not hear yet, or that nobody wrote it down."""
    bekend = bool(_list_gehoord(tabel).any())
    return _NOG_NIET if bekend else _ONBEKEND


def _list_gehoord(tabel: pd.DataFrame) -> pd.Series:
    """Return of which inputs people heard: on a day, or on one that nobody wrote down."""
    gehoord = pd.Series(False, index=tabel.index)
    if "terugkoppeling_datum" in tabel:
        gehoord |= tabel["terugkoppeling_datum"].notna()
    return gehoord | texts(tabel, "teruggekoppeld").ne("") if "teruggekoppeld" in tabel else gehoord


def _group_statussen(tabel: pd.DataFrame) -> Woordtabel:
    """Return a row per status: how many inputs, about what, and of how many people heard."""
    koppen = (
        Woordkolom("wat ermee gebeurt"),
        Woordkolom("punten"),
        Woordkolom("waarover", 1.0),
        Woordkolom("teruggemeld"),
    )
    rijen, leeg = [], _name_leeg(tabel)
    for status, deel in tabel.groupby(texts(tabel, "status"), sort=False, observed=True, dropna=False):
        namen = [_text(deel.loc[rij], "thema") or _name_inbreng(deel.loc[rij]) for rij in deel.index]
        verteld = int(_list_gehoord(deel).sum())
        heeft = Woord(f"{verteld} van {len(deel)}") if verteld else Woord(leeg, grijs=True)
        wat = Woord(join_woorden(list(dict.fromkeys(namen))))
        rijen.append((_mark_status(str(status)), Woord(str(len(deel))), wat, heeft))
    return Woordtabel(koppen, tuple(rijen))


def _mark_status(status: str) -> Woord:
    """Return a status as a sign and its word: nobody needs the sign, and it shows the order at a glance."""
    return Woord(f"{_TEKEN.get(status, '–')} {status}")


def _make_rij(rij: pd.Series, leeg: str) -> tuple[Woord, ...]:
    status = str(rij["status"])
    reden = shorten_tekst(write_motivering(_text(rij, "motivering"), besloten=status in _BESLOTEN))
    gemist = "motivering ontbreekt" in _text(rij, "let_op")
    zonder = GEEN_REDEN if gemist or status not in _ZONDER_REDEN else ""
    verteld = rij.get("terugkoppeling_datum")
    datum = _text(rij, "teruggekoppeld") if pd.isna(verteld) else f"{verteld:%d-%m-%Y}"
    return (
        Woord(_name_inbreng(rij)),
        _mark_status(status),
        Woord(reden or zonder, grijs=not reden),
        Woord(datum or leeg, grijs=not datum),
    )


def _name_inbreng(rij: pd.Series) -> str:
    """Return the input in ten words, or its theme where nothing else was written down."""
    return shorten_tekst(_text(rij, "samenvatting")) or _text(rij, "thema") or "–"


def shorten_tekst(tekst: str) -> str:
    """Return at most ten words, with an ellipsis where there were more.

    Examples
    --------
    >>> shorten_tekst("een twee drie vier vijf zes zeven acht negen tien elf.")
    'een twee drie vier vijf zes zeven acht negen tien …'
    """
    woorden = tekst.split()
    return " ".join(woorden) if len(woorden) <= _WOORDEN else f"{' '.join(woorden[:_WOORDEN])} …"


def _text(rij: pd.Series, kolom: str) -> str:
    waarde = rij.get(kolom)
    return "" if waarde is None or pd.isna(waarde) else str(waarde).strip()


def _tell_statussen(tabel: pd.DataFrame) -> str:
    """Return how many inputs have each status, or of a single one its name."""
    if len(tabel) == 1:
        rij = tabel.iloc[0]
        return f"{str(rij['status']).capitalize()}: ‘{_name_inbreng(rij).rstrip('.')}’."
    aantal = texts(tabel, "status").value_counts(sort=False)
    delen = [f"{count_woord(int(n))} {status}" for status, n in aantal.items()]
    zin = join_woorden(delen)
    return f"{zin[:1].upper()}{zin[1:]}."


def _keep_statussen(statussen: pd.Series, meest: int) -> list[int]:
    """Return which rows stay: of every status the first, then of every status the second, as long as there is room."""
    beurt = statussen.groupby(statussen, sort=False, observed=True, dropna=False).cumcount()
    volgorde = beurt.reset_index(drop=True).sort_values(kind="stable").index[:meest]
    return sorted(volgorde)


def _state_rest(weggelaten: pd.Series) -> str:
    """Return how many inputs of each status are left out."""
    aantal = weggelaten.value_counts(sort=False)
    delen = [f"{n} {status}" for status, n in aantal.items()]
    wat = "1 punt" if len(weggelaten) == 1 else f"{len(weggelaten)} punten"
    return f"Niet getoond: {wat} ({join_woorden(delen)}); zie de tabel."
