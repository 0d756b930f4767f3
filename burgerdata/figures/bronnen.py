"""plot_bronnen (F3): themes by source, sources under their phase; what was not asked is not a zero."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from burgerdata.errors import PastNietError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import ONDERDRUKT
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import is_restgroep, name_activiteiten
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.matrix import Cel, Kolom, Matrix
from burgerdata.figures.measure import ZACHT
from burgerdata.figures.preparation import GEEN_GEGEVENS, flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.records import Rij, read_rijen
from burgerdata.figures.words import count_woord
from burgerdata.findings.bronnen import count_bronnen
from burgerdata.findings.zinnen import LANGST
from burgerdata.getallen import format_getal, join_woorden
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
NIET_GEVRAAGD, NIET_GECODEERD = "niet gevraagd", "niet gecodeerd"
ONBEKEND = "mensen onbekend"
"""What the table says of a source of which nobody knows who spoke."""
_MINST = 5
"""Themes that a part shows at least, before the sources are divided over more parts."""
_TEKENS = "● percentage van de mensen; ◆ aantal mensen; ○ gevraagd, door niemand genoemd."
_OOK_ANDERS = _TEKENS.replace("◆ aantal mensen", "◆ aantal")
_GEEN_MENSEN = (" tafels", " berichten", " meldingen")
"""What a cell ends in that counts something else than people."""
_PERCENTAGES = "Percentages alleen voor enquête en klantpanel; zij zijn niet met aantallen te vergelijken."


def plot_bronnen(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
    deel: tuple[int, int] = (1, 1),
) -> Figuur:
    """Return a matrix of themes by source: a mark where a theme was raised, with the words of the column ``tekst``.

    Themes stand by the number of sources in which they occur, then by their largest share; sources stand under their
    phase, and a phase without sources reads "geen gegevens", below the figure where all sources are of one phase. Surveys print a share, other sources a number of people.
    More sources than fit one page go on in a next part: ``deel=(2, 3)`` is the second of three. A source that was asked
    nothing of these takes no room there; the foot names it.

    Raises
    ------
    MethodeError
        When nothing is left to draw, or the sources do not fit one page.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": "Taal", "activiteit_id": ["enquete", "fg"], "fase": ["praktijk", "evaluatie"]})
    >>> tabel = tabel.assign(gevraagd=[True, False], n=[18, None], aandeel=[0.18, None], tekst=["18%", ""])
    >>> plot_bronnen(tabel, titel="Taal komt één keer terug").alt
    "Schema van thema's per bron: Taal komt één keer terug. Het thema ‘Taal’ komt voor in één van één bron."
    """
    opdracht = Opdracht(plot_bronnen, table, titel, formaat, style_path, {"deel": deel})
    tabel = prepare_tabel(table, nodig=("thema", "activiteit_id", "n"), figuur="bronnen")
    themas = _order_themas(tabel)
    alle = _make_kolommen(tabel, themas)
    kop = state_titel(opdracht, tabel)
    gevraagd = tuple(kolom for kolom in alle if not _is_ongevraagd(kolom)) or alle
    if deel[1] == 1:
        try:
            return _make(opdracht, tabel, alle, kop)
        except PastNietError:
            if len(gevraagd) == len(alle):
                raise
    weg = tuple(kolom for kolom in alle if kolom not in gevraagd)
    return _make(opdracht, tabel, _pick_deel(gevraagd, deel), kop, _tell_weg(weg))


def _tell_weg(weg: Sequence[Kolom]) -> str:
    """Return which sources are left out, and whether nobody was asked there or nobody coded what was said."""
    zinnen = []
    for woord in (NIET_GEVRAAGD, NIET_GECODEERD):
        namen = [_heel(kolom.naam) for kolom in weg if kolom.cellen[0].tekst == woord]
        zinnen += [f"{woord.capitalize()} in: {join_woorden(namen)}."] if namen else []
    return " ".join(zinnen)


def _make(
    opdracht: Opdracht, tabel: pd.DataFrame, kolommen: tuple[Kolom, ...], kop: str, weg: str = ""
) -> Figuur:
    """Return the figure of these columns; ``weg`` names the sources that are left out, for nothing was asked there."""
    themas = _order_themas(tabel)
    keuze = Rijkeuze(Matrix(themas, kolommen).head, len(themas), _state_rest, minst=min(len(themas), _MINST))
    nummer, aantal = opdracht.opties["deel"]
    welk = f"deel {nummer} van {aantal}" if aantal > 1 else ""
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Schema van thema's per bron{welk and f', {welk}'}: {kop}. {_tell_eerste(tabel, _choose_verteld(themas, kop))}",
        tekens=(
            weg,
            _tell_zonder(tabel),
            _explain_tekens(tabel),
            ONDERDRUKT if is_onderdrukt(tabel).any() else "",
        ),
        noten=()
        if any("percentages" in noot.lower() for noot in read_toelichting(tabel).noten)
        else (_PERCENTAGES,),
        deel=welk and f"{welk.capitalize()}.",
        verder=f"Toelichting: zie deel {aantal}." if nummer < aantal else "",
    )
    deeltitel = kop if nummer == 1 else f"{kop} (vervolg{'' if nummer == 2 else f' {nummer - 1}'})"
    return make_figuur(opdracht, inhoud, deeltitel if len(deeltitel) <= LANGST else kop)


def _explain_tekens(tabel: pd.DataFrame) -> str:
    """Return what the marks mean; where cells count tables or messages too, no number is called one of people."""
    anders = "tekst" in tabel and texts(tabel, "tekst").str.endswith(_GEEN_MENSEN).any()
    return _OOK_ANDERS if anders else _TEKENS


def _list_zonder(tabel: pd.DataFrame) -> list[str]:
    """Return the phases without data by name, where all sources are of one phase; else nothing."""
    met = set(texts(tabel, "fase"))
    return (
        [FASE_LABEL[fase] for fase in FASE if fase not in met] if len(met) == 1 and met <= set(FASE) else []
    )


def _tell_zonder(tabel: pd.DataFrame) -> str:
    """Return in which phases there are no data, where these have no column."""
    zonder = _list_zonder(tabel)
    return (
        f"{GEEN_GEGEVENS.capitalize()} in {join_woorden([f'‘{fase}’' for fase in zonder])}." if zonder else ""
    )


def _is_ongevraagd(kolom: Kolom) -> bool:
    return not kolom.leeg and all(cel.tekst in (NIET_GEVRAAGD, NIET_GECODEERD) for cel in kolom.cellen)


def _heel(naam: str) -> str:
    """Return a name without the places where it may be broken."""
    return naam.replace(ZACHT, "")


def split_bronnen(
    table: pd.DataFrame, *, titel: str | None = None, style_path: str | Path | None = None
) -> tuple[Figuur, ...]:
    """Return the figure of ``plot_bronnen`` for A4 in as few parts as hold every source.

    Raises
    ------
    MethodeError
        When nothing is left to draw, or one source does not fit beside the themes.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": "Taal", "activiteit_id": ["enquete", "fg"], "fase": ["praktijk", "evaluatie"]})
    >>> tabel = tabel.assign(gevraagd=[True, False], n=[18, None], aandeel=[0.18, None], tekst=["18%", ""])
    >>> [figuur.vraag for figuur in split_bronnen(tabel, titel="Taal komt één keer terug")]
    ['']
    """
    hoogstens = max(1, texts(table, "activiteit_id").nunique())
    for aantal in range(1, hoogstens + 1):
        try:
            return tuple(
                plot_bronnen(table, titel=titel, style_path=style_path, deel=(nummer, aantal))
                for nummer in range(1, aantal + 1)
            )
        except PastNietError:
            if aantal == hoogstens:
                raise
    return ()


def _pick_deel(kolommen: tuple[Kolom, ...], deel: tuple[int, int]) -> tuple[Kolom, ...]:
    """Return the sources of one part: about as many in each, a phase without sources beside the one before it."""
    nummer, aantal = deel
    bronnen = sum(not kolom.leeg for kolom in kolommen)
    uit, geteld = [], 0
    for kolom in kolommen:
        geteld += not kolom.leeg
        if min(aantal, max(1, math.ceil(geteld * aantal / max(1, bronnen)))) == nummer:
            uit.append(kolom)
    return tuple(uit)


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
    """Return the columns phase by phase; a phase without data keeps its place with the words that say so.

    Beside the sources of one phase three empty columns would take the room: the foot has these words then. Where no
    source has its phase, of none is known that it is empty.
    """
    fase, activiteit = texts(tabel, "fase"), texts(tabel, "activiteit_id")
    namen, met = name_activiteiten(tabel), set(fase) & set(FASE)
    kolommen: list[Kolom] = []
    for naam in (*FASE, *sorted(set(fase) - set(FASE))):
        kop = _allow_breaks(FASE_LABEL.get(naam, naam or "Fase niet opgegeven"))
        rijen = tabel[fase == naam]
        if rijen.empty and len(met) > 1:
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
        eigen = rij is not None and rij.tekst in (ONBEKEND, NIET_GECODEERD)
        return Cel("", rij.tekst if rij is not None and eigen else NIET_GEVRAAGD)
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
    aantal, totaal = count_bronnen(tabel.assign(instrument=texts(tabel, "instrument")), thema)
    weg = is_onderdrukt(tabel) & texts(tabel, "thema").eq(thema)
    minstens = "minstens " if weg.any() else ""
    return f"Het thema ‘{thema}’ komt voor in {minstens}{count_woord(aantal)} van {count_woord(totaal)} bron{'' if totaal == 1 else 'nen'}."


def _state_rest(weggelaten: int) -> str:
    wat = "1 thema" if weggelaten == 1 else f"{weggelaten} thema's"
    return f"Niet getoond: {wat}; zie de tabel."
