"""plot_bronnen (F3): themes by source, sources under their phase; what was not asked is not a zero."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import ONDERDRUKT
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import is_restgroep, name_activiteiten
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.matrix import Cel, Kolom, Matrix
from burgerdata.figures.preparation import GEEN_GEGEVENS, flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.records import Rij, read_rijen
from burgerdata.figures.words import count_woord
from burgerdata.getallen import format_getal
from burgerdata.schema.labels import FASE_LABEL, MAANDEN
from burgerdata.schema.vocabularies import FASE
from burgerdata.toelichting import read_toelichting

# A soft hyphen is where a long word may be broken over a narrow column.
_ZACHT = {
    "Beleidsontwikkeling": "Beleids\u00adontwikkeling",
    "dienstverlening": "dienst\u00adverlening",
    "klantpanel": "klant\u00adpanel",
    "focusgroepen": "focus\u00adgroepen",
    "straatgesprekken": "straat\u00adgesprekken",
    "burgerdialoog": "burger\u00addialoog",
    "burgerberaad": "burger\u00adberaad",
}
NIET_GEVRAAGD = "niet gevraagd"
_TEKENS = "● percentage van de mensen; ◆ aantal mensen; ○ gevraagd, door niemand genoemd."
_PERCENTAGES = "Mensen, geen berichten. Percentages alleen voor enquête en klantpanel; zij zijn niet met aantallen te vergelijken."


def plot_bronnen(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a matrix of themes by source: a mark where a theme was raised, with the words of the column ``tekst``.

    Themes stand by the number of sources in which they occur, then by their largest share; sources stand under their
    phase, and a phase without sources reads "geen gegevens". Surveys print a share, other sources a number of people.

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": "Taal", "activiteit_id": ["enquete", "fg"], "fase": ["praktijk", "evaluatie"]})
    >>> tabel = tabel.assign(gevraagd=[True, False], n=[18, None], aandeel=[0.18, None], tekst=["18%", ""])
    >>> plot_bronnen(tabel, titel="Taal komt één keer terug").alt
    "Schema van thema's per bron: Taal komt één keer terug. Het thema ‘Taal’ komt voor in één van twee bronnen."
    """
    opdracht = Opdracht(plot_bronnen, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("thema", "activiteit_id", "n"), figuur="bronnen")
    themas = _order_themas(tabel)
    alles = Matrix(themas, _make_kolommen(tabel, themas))
    keuze = Rijkeuze(alles.head, len(themas), _state_rest)
    kop = state_titel(opdracht, tabel)
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Schema van thema's per bron: {kop}. {_tell_eerste(tabel, _choose_verteld(themas, kop))}",
        tekens=(_TEKENS, ONDERDRUKT if is_onderdrukt(tabel).any() else ""),
        noten=()
        if any("percentages" in noot.lower() for noot in read_toelichting(tabel).noten)
        else (_PERCENTAGES,),
    )
    return make_figuur(opdracht, inhoud, kop)


def _order_themas(tabel: pd.DataFrame) -> tuple[str, ...]:
    thema = texts(tabel, "thema")
    bronnen = _is_genoemd(tabel).groupby(thema, observed=True, dropna=False).sum()
    # The share of a survey decides: what prints as a number of people has no percentage to compare.
    gemeten = texts(tabel, "tekst").str.endswith("%") & ~flag(tabel, "kwalitatief")
    grootste = (
        numbers(tabel, "aandeel").where(gemeten).groupby(thema, observed=True, dropna=False).max().fillna(0.0)
    )
    namen = dict.fromkeys(thema)
    return tuple(sorted(namen, key=lambda naam: (is_restgroep(naam), -bronnen[naam], -grootste[naam])))


def _is_genoemd(tabel: pd.DataFrame) -> pd.Series:
    """Return where a theme was raised; a suppressed row was raised by someone, which the x tells already."""
    return numbers(tabel, "n").gt(0) | is_onderdrukt(tabel)


def _make_kolommen(tabel: pd.DataFrame, themas: tuple[str, ...]) -> tuple[Kolom, ...]:
    """Return the columns phase by phase; a phase without data keeps its place with the words that say so."""
    fase, activiteit = texts(tabel, "fase"), texts(tabel, "activiteit_id")
    namen = name_activiteiten(tabel)
    kolommen: list[Kolom] = []
    for naam in (*FASE, *sorted(set(fase) - set(FASE))):
        kop = _allow_breaks(FASE_LABEL.get(naam, naam or "Fase niet opgegeven"))
        rijen = tabel[fase == naam]
        if rijen.empty:
            kolommen.append(Kolom(kop, GEEN_GEGEVENS, (), leeg=True))
        for bron in dict.fromkeys(activiteit[fase == naam]):
            deel = rijen[activiteit[rijen.index] == bron]
            cellen = read_rijen(deel, "thema")
            kolommen.append(
                Kolom(
                    kop,
                    _allow_breaks(_shorten(namen[bron])),
                    tuple(_make_cel(cellen.get(thema)) for thema in themas),
                )
            )
    return tuple(kolommen)


def _shorten(naam: str) -> str:
    """Return a name with its month in three letters: the columns are narrow."""
    for maand in MAANDEN:
        naam = naam.replace(f" {maand} ", f" {'mrt' if maand == 'maart' else maand[:3]} ")
    return naam


def _allow_breaks(naam: str) -> str:
    for heel, gebroken in _ZACHT.items():
        naam = naam.replace(heel, gebroken)
    return naam


def _make_cel(rij: Rij | None) -> Cel:
    if rij is None or not rij.gevraagd:
        return Cel("", NIET_GEVRAAGD)
    if rij.onderdrukt:
        return Cel("", "x")
    if math.isnan(rij.n):
        return Cel("", GEEN_GEGEVENS)
    if rij.n == 0:
        return Cel("nul", "0")
    tekst = rij.tekst or format_getal(rij.n)
    # The words "18%" are those of a share, whatever kind of source it is; a mark must not say otherwise.
    return Cel("aandeel" if tekst.endswith("%") and not rij.kwalitatief else "aantal", tekst)


def _choose_verteld(themas: tuple[str, ...], titel: str) -> str:
    """Return the theme that the title names, or else the first."""
    return next((thema for thema in themas if thema.lower() in titel.lower()), themas[0])


def _tell_eerste(tabel: pd.DataFrame, thema: str) -> str:
    rijen = tabel[texts(tabel, "thema") == thema]
    aantal, totaal = int(_is_genoemd(rijen).sum()), texts(tabel, "activiteit_id").nunique()
    return f"Het thema ‘{thema}’ komt voor in {count_woord(aantal)} van {count_woord(totaal)} bronnen."


def _state_rest(weggelaten: int) -> str:
    wat = "1 thema" if weggelaten == 1 else f"{weggelaten} thema's"
    return f"Niet getoond: {wat}; zie de tabel."
