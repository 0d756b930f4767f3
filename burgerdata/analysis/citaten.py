"""What people said, in their own words: verbatim, and only what was released."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from burgerdata.analysis.citaatkeuze import choose_citaten, explain_citaten
from burgerdata.analysis.genoemd import choose_coderingen, list_teksten
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.herkomst import check_kenmerken, name_sprekers
from burgerdata.analysis.regels import state_bron
from burgerdata.analysis.themas import choose_themas
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.shapes import RIJ
from burgerdata.text.sentences import MEESTE_WOORDEN, MINSTE_WOORDEN, list_sentences
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

if TYPE_CHECKING:
    from burgerdata.loading.analyst_tables import Ingevuld

_KOLOMMEN = {
    **dict.fromkeys(
        ("thema_id", "thema", "activiteit_id", "instrument", "fase", "fragment_id", "tekst"), "str"
    ),
    **dict.fromkeys(("begin", "eind"), "Int32"),
    "vrijgegeven_door": "str",
    "datum": "datetime64[s]",
}


def quote_fragmenten(
    traject: Traject,
    *,
    thema: str | None = None,
    n: int = 3,
    vrijgegeven: bool = True,
    kenmerken: Sequence[str] = (),
) -> pd.DataFrame:
    """Return at most ``n`` quotes per theme: thema_id, thema, activiteit_id, instrument, fase, fragment_id, tekst, begin, eind.

    Only quotes released in citaten.xlsx, with who released them and when; a quote that is not literally in a text of
    a person of rol burger is left out. With vrijgegeven=False candidates to judge: one sentence of 5 to 40 words
    around the theme, one per person, near-duplicates left out, sources in turn. begin and eind are the place in the
    fragment, so that ``fragment.tekst[begin:eind]`` is the quote. With ``kenmerken``, two at most, a column wie says
    of whom it is ("vrouw, 18-34"), as far as ten people or more of the same source share those traits.

    Raises
    ------
    MethodeError
        When the theme does not exist, there are no themes, or more than two traits are asked.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["te lang; duurde lang"]})
    >>> quote_fragmenten(code_fragmenten(make_example(), lijst), vrijgegeven=False)["tekst"].tolist()
    ['Het formulier is te lang']
    """
    check_kenmerken(kenmerken)
    themas = choose_themas(traject, None if thema is None else [_find_thema(traject, thema)])
    kandidaten = _list_released(traject) if vrijgegeven else _list_candidates(traject)
    kandidaten = kandidaten[kandidaten["thema_id"].isin(themas["thema_id"].astype("str"))]
    gekozen = choose_citaten(kandidaten, n)
    namen = dict(zip(themas["thema_id"].astype("str"), themas["naam"], strict=True))
    activiteiten = (
        traject.activiteiten.set_index("activiteit_id")[["instrument", "fase"]].astype("str").fillna("")
    )
    gekozen = gekozen.join(activiteiten, on="activiteit_id").assign(thema=gekozen["thema_id"].map(namen))
    volgorde = {naam: nr for nr, naam in enumerate(namen)}
    gekozen = gekozen.sort_values("thema_id", key=lambda reeks: reeks.map(volgorde), kind="stable")
    tabel = gekozen.reindex(columns=list(_KOLOMMEN)).astype(_KOLOMMEN).reset_index(drop=True)
    if kenmerken:
        tabel = tabel.assign(wie=name_sprekers(traject, gekozen["deelnemer_id"].tolist(), tabel, kenmerken))
    return annotate(tabel, _describe(traject, tabel))


def _find_thema(traject: Traject, thema: str) -> str:
    """Return the id of a theme given by id or by name."""
    themas = traject.themas
    gevonden = themas[themas["naam"].str.casefold().eq(thema.casefold())]["thema_id"]
    return str(gevonden.iloc[0]) if len(gevonden) else thema


def _list_released(traject: Traject) -> pd.DataFrame:
    """Return the quotes of citaten.xlsx that are literally in a text of their activity."""
    from burgerdata.loading.analyst_tables import read_citaten

    map_ = traject.instellingen.map
    if map_ is None:
        return _as_kandidaten([])
    ingevuld = read_citaten(map_)
    citaten = ingevuld.frame.assign(rij=_list_nummers(ingevuld))
    teksten = list_teksten(traject, ook_anders=True)
    ids = {
        str(naam).casefold(): str(i)
        for i, naam in zip(traject.themas["thema_id"], traject.themas["naam"], strict=True)
    }
    rijen: list[dict[str, object]] = []
    for rij in citaten.itertuples():
        plek = _find_quote(teksten, str(rij.tekst), str(rij.activiteit), str(rij.fragment_id))
        if plek is not None:
            thema = ids.get(str(rij.thema).casefold(), str(rij.thema))
            rijen.append(
                {
                    **plek,
                    "thema_id": thema,
                    "tekst": str(rij.tekst),
                    "vrijgegeven_door": str(rij.vrijgegeven_door),
                    "datum": rij.datum,
                    "rij": rij.rij,
                }
            )
    return _as_kandidaten(rijen)


def _list_nummers(ingevuld: Ingevuld) -> list[int]:
    """Return in which row of citaten.xlsx each released quote stands."""
    if ingevuld.tabel is None:
        return [0] * len(ingevuld.frame)
    bron = ingevuld.tabel.frame
    return [int(nummer) for nummer in bron[bron["tekst"].ne("") & bron["vrijgegeven_door"].ne("")][RIJ]]


def list_ongekozen(traject: Traject, *, n: int = 3) -> pd.DataFrame:
    """Return the released quotes of which the words are right, with reden: why `quote_fragmenten` leaves it out, else empty.

    Columns: rij (in citaten.xlsx), thema, tekst, fragment_id, deelnemer_id, reden.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> list_ongekozen(make_example()).columns.tolist()
    ['rij', 'thema', 'tekst', 'fragment_id', 'deelnemer_id', 'reden']
    """
    kandidaten = _list_released(traject)
    namen = dict(zip(traject.themas["thema_id"].astype("str"), traject.themas["naam"], strict=True))
    kandidaten = kandidaten[kandidaten["thema_id"].isin(list(namen))].reset_index(drop=True)
    tabel = kandidaten.assign(
        thema=kandidaten["thema_id"].map(namen).astype("str"), reden=explain_citaten(kandidaten, n)
    )
    return tabel[["rij", "thema", "tekst", "fragment_id", "deelnemer_id", "reden"]]


def list_losse_citaten(traject: Traject) -> pd.DataFrame:
    """Return the released quotes of citaten.xlsx that are not printed: rij (in the file), thema and reden, with what to do.

    Such a quote is left out of every report; the texts are looked through anew each time.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> list_losse_citaten(make_example()).columns.tolist()
    ['rij', 'thema', 'reden']
    """
    from burgerdata.loading.analyst_tables import read_citaten

    soorten = {"rij": "Int32", "thema": "str", "reden": "str"}
    leeg = pd.DataFrame({naam: pd.Series(dtype=soort) for naam, soort in soorten.items()})
    ingevuld = read_citaten(traject.instellingen.map) if traject.instellingen.map else None
    if ingevuld is None or ingevuld.tabel is None or ingevuld.frame.empty:
        return leeg
    teksten = list_teksten(traject, ook_anders=True)
    nummers = _list_nummers(ingevuld)
    themas = traject.themas[["thema_id", "naam"]].astype("str").stack().str.casefold()
    rijen = [
        (int(nummer), str(rij["thema"]), reden)
        for nummer, rij in zip(nummers, ingevuld.frame.to_dict("records"), strict=True)
        if (reden := _tell_los(teksten, rij, set(themas)))
    ]
    return pd.DataFrame(rijen, columns=list(soorten)).astype(soorten)


def _tell_los(teksten: pd.DataFrame, rij: Mapping[Hashable, Any], themas: set[str]) -> str:
    """Return why a quote is not printed and what to do, empty where it is."""
    citaat = str(rij["tekst"])
    if _find_quote(teksten, citaat, str(rij["activiteit"]), str(rij["fragment_id"])) is not None:
        if not str(rij["thema"]).strip():
            return "zonder thema wordt een citaat niet afgedrukt; vul een naam uit themalijst.xlsx in"
        bekend = str(rij["thema"]).casefold() in themas
        return "" if bekend else "dit thema staat niet in de themalijst; kies een naam uit themalijst.xlsx"
    if _find_quote(teksten, citaat, "", "") is not None:
        return "dit citaat staat in een andere tekst dan hier is ingevuld; verbeter activiteit of maak fragment_id leeg"
    return "dit citaat staat niet letterlijk in een tekst; schrijf het precies over"


def _as_kandidaten(rijen: list[dict[str, object]]) -> pd.DataFrame:
    kolommen = [naam for naam in _KOLOMMEN if naam not in ("thema", "instrument", "fase")]
    frame = pd.DataFrame(rijen, columns=[*kolommen, "deelnemer_id", "rij"])
    return frame.astype(
        {naam: _KOLOMMEN[naam] for naam in kolommen} | {"deelnemer_id": "str", "rij": "Int32"}
    )


def _find_quote(
    teksten: pd.DataFrame, citaat: str, activiteit: str, fragment_id: str
) -> dict[str, object] | None:
    """Return where a quote is: the fragment and its offsets, or None when it is nowhere to be found word for word."""
    eigen = teksten[teksten["fragment_id"].eq(fragment_id)] if fragment_id else teksten
    if activiteit and not fragment_id:
        naam = eigen["activiteit_id"]
        eigen = eigen[naam.eq(activiteit) | naam.str.startswith(f"{activiteit}_")]
    begin = eigen["tekst"].map(lambda tekst: tekst.find(citaat))
    gevonden = eigen[begin >= 0]
    if gevonden.empty or not citaat:
        return None
    eerste = gevonden.iloc[0]
    plek = int(begin[gevonden.index[0]])
    return {
        "activiteit_id": eerste["activiteit_id"],
        "deelnemer_id": eerste["deelnemer_id"],
        "fragment_id": eerste["fragment_id"],
        "begin": plek,
        "eind": plek + len(citaat),
    }


def _list_candidates(traject: Traject) -> pd.DataFrame:
    """Return one sentence around each place where a theme was found, of a length that can be quoted."""
    coderingen = traject.coderingen[traject.coderingen["wijze"].ne("voorstel")]
    plekken = coderingen[["fragment_id", "thema_id", "begin"]].astype(
        {"fragment_id": "str", "thema_id": "str"}
    )
    telt = choose_coderingen(traject)
    plekken = plekken[~plekken["thema_id"].isin(SLEUTELTHEMAS)].merge(telt, on=["fragment_id", "thema_id"])
    samen = list_teksten(traject).merge(plekken.rename(columns={"begin": "begin_plek"}), on="fragment_id")
    rijen = []
    kop = samen[["thema_id", "activiteit_id", "deelnemer_id", "fragment_id"]].itertuples(
        index=False, name=None
    )
    for wie, tekst, plek in zip(kop, samen["tekst"].tolist(), samen["begin_plek"].tolist(), strict=True):
        for begin, eind in list_sentences(tekst):
            if begin <= plek < eind and MINSTE_WOORDEN <= len(tekst[begin:eind].split()) <= MEESTE_WOORDEN:
                rijen.append((*wie, tekst[begin:eind], begin, eind))
    namen = ["thema_id", "activiteit_id", "deelnemer_id", "fragment_id", "tekst", "begin", "eind"]
    frame = pd.DataFrame(rijen, columns=namen).astype(dict.fromkeys(namen[:5], "str"))
    return frame.drop_duplicates(["thema_id", "fragment_id", "begin"]).assign(
        vrijgegeven_door="", datum=pd.Series(pd.NaT, index=frame.index, dtype="datetime64[s]")
    )


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    ids = list(tabel["activiteit_id"].unique())
    return Toelichting(
        "citaten",
        onderwerp="citaten",
        basis="Letterlijk; namen en andere gegevens die naar iemand leiden zijn vervangen.",
        bron=state_bron(traject, ids),
        noten=("Een citaat laat zien hoe iemand het zegt, niet hoe vaak het voorkomt.",),
        kwalitatief=True,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
