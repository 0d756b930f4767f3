"""Votes per statement or recommendation: for, against and abstentions, beside a threshold."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.inkorten import shorten
from burgerdata.analysis.kwalitatief import GROOTSTE, is_kwalitatief
from burgerdata.analysis.regels import format_reeks, list_noten, state_bron
from burgerdata.analysis.stemdrempel import add_drempel, state_drempel, state_herkomst
from burgerdata.analysis.stemkeuzes import (
    KEUZES,
    LANGST,
    ONTHOUDING,
    VOOR,
    is_ballot,
    list_stellingen,
    read_keuze,
    read_stemmen,
)
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate, read_toelichting
from burgerdata.traject import Traject

KOLOMMEN = [
    *("activiteit_id", "vraag_id", "groep", "kort", "keuze", "label", "volgorde"),
    *("n", "basis", "aandeel", "drempel", "gehaald", "kwalitatief"),
]
_MATEN = {"stem_voor": "voor", "stem_tegen": "tegen", "stem_onthouding": "onthouding"}
_WOORDEN = 7
"""Words of a message that name what was voted on; more in a row are a quote."""
_WAARDE = {"voor": 1.0, "tegen": -1.0, "onthouding": 0.0}


def summarise_stemmen(
    traject: Traject, *, vragen: Sequence[str] | None = None, drempel: float | None = None
) -> pd.DataFrame:
    """Return a row per statement and choice: how many people voted for, against or neither.

    Columns: activiteit_id, vraag_id, groep (where there are groups), kort, keuze, label, volgorde, n, basis, aandeel,
    drempel, gehaald, kwalitatief.

    ``keuze`` is voor, tegen or onthouding; ``label`` is what it was called (eens, oneens, pas). Votes are those of
    persons, each with the last one, or totals that the source gives without persons (tellingen: stem_voor, stem_tegen,
    stem_onthouding), which are not added up over groups that had other ballots. The base is everyone who voted on the
    statement; of ballots (voor, tegen) it is those who voted for or against, and an abstention has a number and no
    share. ``gehaald`` tells whether enough of the base is for: more than ``drempel`` where that is given, else as many
    as the source says (tellingen: drempel); where neither says what was needed, ``drempel`` and ``gehaald`` are empty.
    No interval: who votes is no sample. With a base of 30 or fewer there are numbers only. Rows go from most to least support within an activity.

    Raises
    ------
    MethodeError
        When nothing was put to a vote, or the threshold is no share.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_stemronde
    >>> summarise_stemmen(make_stemronde(), drempel=0.5)[["kort", "label", "n", "basis", "gehaald"]].head(3)
                   kort   label   n  basis  gehaald
    0  Meer groen in de wijk    eens  22     40     True
    1  Meer groen in de wijk  oneens  14     40     <NA>
    2  Meer groen in de wijk     pas   4     40     <NA>
    """
    if drempel is not None and not 0 < drempel < 1:
        raise MethodeError("een drempel is een aandeel tussen 0 en 1; schrijf 0.5 voor de helft")
    delen = (
        _count_persons(traject).assign(van_totalen=False),
        _read_tellingen(traject).assign(van_totalen=True),
    )
    alle = pd.concat(delen, ignore_index=True).astype({"van_totalen": "bool"})
    if vragen is not None:
        alle = alle[alle["vraag_id"].isin(list(vragen))].reset_index(drop=True)
    if alle.empty:
        raise MethodeError("er is nergens over gestemd; stemmen komen uit een stemronde of een burgerberaad")
    tabel = _add_shares(traject, alle, drempel)
    return annotate(tabel.drop(columns=["nodig", "minstens", "van_totalen"]), _describe(traject, tabel))


def list_verdeeld(traject: Traject, *, meest: int = 10) -> pd.DataFrame:
    """Return the votes on the statements that divide people most: the smaller of for and against is largest there.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_stemronde
    >>> list_verdeeld(make_stemronde(), meest=1)["n"].tolist()
    [18, 16, 6]
    """
    tabel = summarise_stemmen(traject)
    kant = tabel[tabel["keuze"].ne(ONTHOUDING)]
    kleinste = kant.groupby(["activiteit_id", "vraag_id"], observed=True, dropna=False, sort=False)["n"].min()
    volgorde = kleinste.astype("int64").sort_values(ascending=False, kind="stable").head(meest)
    plek = pd.MultiIndex.from_frame(tabel[["activiteit_id", "vraag_id"]]).map(
        {sleutel: nummer for nummer, sleutel in enumerate(volgorde.index)}
    )
    keuze = tabel.assign(plek=plek)[plek.notna()].sort_values(["plek", "volgorde"], kind="stable")
    return annotate(keuze.drop(columns="plek").reset_index(drop=True), read_toelichting(tabel))


def _count_persons(traject: Traject) -> pd.DataFrame:
    """Return how many persons chose each answer of each statement; those of which only totals are known are left out."""
    stellingen = list_stellingen(traject)
    opties = traject.opties
    delen = []
    for activiteit_id in stellingen["activiteit_id"].unique():
        stemmen, namen = read_stemmen(traject, activiteit_id)
        namen = [naam for naam in namen if stemmen[naam].notna().any()]
        eigen = opties[opties["activiteit_id"].eq(activiteit_id) & opties["vraag_id"].isin(namen)]
        eigen = eigen.assign(keuze=eigen["label"].map(read_keuze))
        eigen = eigen[eigen["keuze"].ne("")]
        aantal = {waarde: stemmen.eq(waarde).sum() for waarde in _WAARDE.values()}
        n = [
            int(aantal[_WAARDE[keuze]][vraag])
            for vraag, keuze in zip(eigen["vraag_id"], eigen["keuze"], strict=True)
        ]
        kort = stellingen.set_index(["activiteit_id", "vraag_id"])["kort"].loc[activiteit_id]
        vraag = eigen["vraag_id"].astype("str")
        delen.append(
            pd.DataFrame(
                {
                    "activiteit_id": activiteit_id,
                    "vraag_id": vraag,
                    "groep": "",
                    "kort": vraag.map(kort),
                    "keuze": eigen["keuze"],
                    "label": eigen["label"],
                    "n": n,
                }
            )
        )
    return pd.concat(delen, ignore_index=True) if delen else pd.DataFrame(columns=KOLOMMEN[:6])


def _read_tellingen(traject: Traject) -> pd.DataFrame:
    """Return the totals that a source gives without persons, named by the question or the text that was voted on."""
    tellingen = traject.tellingen
    eigen = tellingen[tellingen["maat"].isin(list(_MATEN))]
    if eigen.empty:
        return pd.DataFrame(columns=KOLOMMEN[:6])
    vragen, fragmenten = traject.vragen, traject.fragmenten
    waarover = (
        eigen["vraag_id"].astype("str").where(eigen["vraag_id"].notna(), eigen["fragment_id"].astype("str"))
    )
    naam = vragen["kort"].where(
        vragen["kort"].ne(""), vragen["tekst"].map(lambda tekst: shorten(tekst, LANGST))
    )
    namen = dict(zip(fragmenten["fragment_id"].astype("str"), fragmenten["tekst"], strict=True))
    namen = {sleutel: _name_bericht(str(tekst)) for sleutel, tekst in namen.items()}
    namen |= dict(zip(vragen["vraag_id"].astype("str"), naam.astype("str"), strict=True))
    maat = eigen["maat"].astype("str").map(_MATEN)
    tabel = pd.DataFrame(
        {
            "activiteit_id": eigen["activiteit_id"].astype("str"),
            "vraag_id": waarover.fillna(""),
            "groep": eigen["groep"].astype("str").fillna(""),
            "keuze": maat,
            "n": eigen["aantal"].astype("int64"),
        }
    )
    som = tabel.groupby(list(tabel.columns[:4]), observed=True, dropna=False, sort=False)["n"].sum()
    samen = som.reset_index()
    return samen.assign(label=samen["keuze"], kort=samen["vraag_id"].map(namen).fillna("stemming"))


def _name_bericht(tekst: str) -> str:
    r"""Return the title of a message that was voted on, its first line, and of a long one the first words.

    What stands under it are the words of who wrote it: these are printed only where somebody released them.

    Examples
    --------
    >>> _name_bericht("Een gewoon formulier\nNu snapt niemand het.")
    'Een gewoon formulier'
    >>> _name_bericht("Laten we met de hele straat samen zonnepanelen kopen")
    'Laten we met de hele straat samen…'
    """
    woorden = tekst.strip().split("\n", 1)[0].split()
    kort = " ".join(woorden[:_WOORDEN])
    return shorten(kort if len(woorden) <= _WOORDEN else f"{kort.rstrip(',;:')}…", LANGST)


def _add_shares(traject: Traject, alle: pd.DataFrame, drempel: float | None) -> pd.DataFrame:
    """Return the rows with base, share, threshold and order, the statement with most support first."""
    sleutel = [alle[kolom] for kolom in ("activiteit_id", "vraag_id", "groep")]
    ballot = (
        alle["label"]
        .groupby(sleutel, observed=True, dropna=False, sort=False)
        .transform(is_ballot)
        .astype("bool")
    )
    telt = alle["n"].where(~ballot | alle["keuze"].ne(ONTHOUDING), 0)
    basis = telt.groupby(sleutel, observed=True, dropna=False, sort=False).transform("sum")
    instrument = alle["activiteit_id"].map(
        dict(
            zip(
                traject.activiteiten["activiteit_id"].astype("str"),
                traject.activiteiten["instrument"].astype("str"),
                strict=True,
            )
        )
    )
    klein = [
        is_kwalitatief(naam, int(n)) and n <= GROOTSTE for naam, n in zip(instrument, basis, strict=True)
    ]
    voor = alle["keuze"].eq(VOOR)
    verhouding = alle["n"] / basis.where(basis > 0)
    steun = verhouding.where(voor).groupby(sleutel, observed=True, dropna=False, sort=False).transform("max")
    buiten = ballot & alle["keuze"].eq(ONTHOUDING)
    tabel = alle.assign(
        volgorde=alle["keuze"].map(KEUZES.index).astype("Int32") + 1,
        n=alle["n"].astype("Int32"),
        basis=basis.astype("Int32"),
        aandeel=verhouding.mask(pd.Series(klein, index=alle.index) | buiten).astype("float64"),
        kwalitatief=pd.Series(klein, index=alle.index, dtype="bool"),
        steun=steun,
        eerst=alle["activiteit_id"].map({naam: nr for nr, naam in enumerate(alle["activiteit_id"].unique())}),
    )
    tabel = add_drempel(traject, tabel, drempel)
    buiten = ~voor | basis.eq(0) | tabel["nodig"].isna()
    gehaald = tabel["n"].ge(tabel["nodig"]).astype("boolean").mask(buiten)
    tabel = tabel.assign(gehaald=gehaald).sort_values(
        ["eerst", "steun", "basis", "vraag_id", "groep", "volgorde"],
        ascending=[True, False, False, True, True, True],
        kind="stable",
    )
    tekst = dict.fromkeys(("activiteit_id", "vraag_id", "groep", "kort", "keuze", "label"), "str")
    tabel = tabel[[*KOLOMMEN, "nodig", "minstens", "van_totalen"]].astype(tekst).reset_index(drop=True)
    return tabel if tabel["groep"].ne("").any() else tabel.drop(columns="groep")


def _list_voluit(traject: Traject, tabel: pd.DataFrame) -> tuple[str, ...]:
    """Return the whole text of each statement of which the table has the beginning: a heading has room for it."""
    kort = dict(zip(tabel["vraag_id"].astype("str"), tabel["kort"].astype("str"), strict=True))
    vragen, fragmenten = traject.vragen, traject.fragmenten
    teksten = {
        **dict(zip(fragmenten["fragment_id"].astype("str"), fragmenten["tekst"].astype("str"), strict=True)),
        **dict(zip(vragen["vraag_id"].astype("str"), vragen["tekst"].astype("str"), strict=True)),
    }
    heel = (teksten.get(naam, "") for naam, tekst in kort.items() if tekst.endswith("…"))
    return tuple(dict.fromkeys(" ".join(tekst.split()).rstrip(".") for tekst in heel if tekst))


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    ids = list(dict.fromkeys(tabel["activiteit_id"]))
    ballot = is_ballot(tabel["label"])
    basis = format_reeks([int(n) for n in tabel["basis"]])
    wie = "wie voor of tegen stemde" if ballot else "wie op de stelling stemde"
    drempel = state_drempel(tabel, " van de stemmen voor of tegen" if ballot else "")
    noten = [drempel] if drempel else []
    totalen = set(tabel.loc[tabel["van_totalen"], "activiteit_id"])
    noten += (
        [] if totalen >= set(ids) else ["Wie van mening veranderde, telt één keer mee, met de laatste stem."]
    )
    noten += ["Wie stemde staat niet in de bron: geteld zijn stemmen."] if totalen else []
    noten += state_herkomst(traject, ids, ballot=ballot, gegeven=bool(drempel))
    return Toelichting(
        "stemmen",
        onderwerp="de stemmen",
        voluit=_list_voluit(traject, tabel),
        vraag="Stem op elke stelling: voor, tegen of onthouding?"
        if ballot
        else "Bent u het eens met deze stelling?",
        basis=f"Basis: {wie}, n = {basis} per stelling.",
        bron=state_bron(traject, ids),
        noten=(*noten, *list_noten(traject, ids, kwalitatief=True)),
        kwalitatief=bool(tabel["kwalitatief"].all()),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
