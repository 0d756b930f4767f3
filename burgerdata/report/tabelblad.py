"""One question of the book of tables: answers in rows, the total and the groups of each trait in columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Literal

import pandas as pd

from burgerdata.analysis import compare_groepen, summarise_cijfer, summarise_vraag
from burgerdata.analysis.gevraagd import find_gevraagd
from burgerdata.analysis.groepsparen import GEMIDDELDE, letter_groepen
from burgerdata.analysis.meldingen import is_gemeld, list_categorieen
from burgerdata.designs import has_gewicht
from burgerdata.disclosure import Plan
from burgerdata.disclosure.emptying import BASIS_WEG
from burgerdata.errors import MethodeError
from burgerdata.getallen import as_floats
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

GESLOTEN = ("een_antwoord", "meer_antwoorden", "rangorde", "schaal", "stelling")
_CIJFERS = {GEMIDDELDE: "gemiddelde", "mediaan": "mediaan", "sd": "standaardafwijking"}
_TOTAAL = "totaal"
STER = "*"
"""Stands beside the base of a group that is large enough to print and too small to rely on."""
Maat = Literal["procent", "getal", "aantal"]


@dataclass(frozen=True)
class Kolom:
    """One group of a trait, or the total: a value per row (NaN is suppressed), the letters beside it, and both bases.

    A base that may not be known is the text to print for it, and then there is no weighted one. ``indicatief`` is a
    group under that threshold, which gets a star.
    """

    kenmerk: str
    groep: str
    letter: str
    waarden: tuple[float, ...]
    letters: tuple[str, ...]
    basis: int | str
    gewogen: float | None
    indicatief: bool


@dataclass(frozen=True)
class Tabelblad:
    """One question of one activity; ``regels`` are the rows with what is measured in them."""

    activiteit_id: str
    vraag_id: str
    tekst: str
    onderschrift: str
    regels: tuple[tuple[str, Maat], ...]
    kolommen: tuple[Kolom, ...]
    noten: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Ruwblad:
    """The tables of one question before suppression: shares and means, in total and per trait, with the letters.

    ``gewogen`` holds the weighted number of persons per group of each trait; a group of fewer than ``genoeg`` is
    indicative.
    """

    vraag: Mapping[str, str]
    tabellen: Mapping[tuple[str, str], pd.DataFrame]
    letters: Mapping[str, Mapping[tuple[str, str], tuple[str, ...]]]
    gewogen: Mapping[str, pd.Series]
    genoeg: int


def gather_bladen(traject: Traject, kenmerken: Sequence[str] | None = None) -> list[Ruwblad]:
    """Return the questions of surveys and panels with their tables, not yet suppressed.

    Raises
    ------
    MethodeError
        When a trait of ``kenmerken`` is known in no survey or panel.
    """
    vragen = _list_vragen(traject)
    _refuse_kenmerken(traject, vragen, kenmerken)
    ids = list(vragen["activiteit_id"].unique())
    delen = {activiteit: traject.only(activiteit_id=activiteit) for activiteit in ids}
    rijen = [{str(naam): str(waarde) for naam, waarde in rij.items()} for rij in vragen.to_dict("records")]
    ruw = [_gather(delen[rij["activiteit_id"]], rij, kenmerken) for rij in rijen]
    return [blad for blad in ruw if blad.tabellen]


def name_tabellen(bladen: Sequence[Ruwblad]) -> dict[str, pd.DataFrame]:
    """Return all tables of the sheets by the names under which a suppression plan knows them."""
    return {_name(blad, sleutel): tabel for blad in bladen for sleutel, tabel in blad.tabellen.items()}


def lay_out_bladen(bladen: Sequence[Ruwblad], plan: Plan) -> list[Tabelblad]:
    """Return the sheets as they may be published by this plan."""
    return [
        _lay_out(
            blad,
            {sleutel: plan.apply(_name(blad, sleutel), tabel) for sleutel, tabel in blad.tabellen.items()},
        )
        for blad in bladen
    ]


def _name(blad: Ruwblad, sleutel: tuple[str, str]) -> str:
    return "|".join(("boek", blad.vraag["activiteit_id"], blad.vraag["vraag_id"], *sleutel))


def _list_vragen(traject: Traject) -> pd.DataFrame:
    """Return closed and numeric questions of surveys and panels, and the categories of signals, which are counted.

    Percentages of conversations are not published.
    """
    cijfers = traject.activiteiten[traject.activiteiten["instrument"].isin(["enquete", "klantpanel"])]
    vragen = traject.vragen
    kan = vragen["soort"].isin((*GESLOTEN, "getal")) & vragen["activiteit_id"].isin(cijfers["activiteit_id"])
    paren = pd.Series(
        list(zip(vragen["activiteit_id"].astype("str"), vragen["vraag_id"].astype("str"), strict=True))
    )
    gemeld = paren.isin(list_categorieen(traject)).to_numpy()
    eigen = vragen[(kan & vragen["rol"].ne("gewicht")) | gemeld]
    return eigen[["activiteit_id", "vraag_id", "tekst", "soort", "rol", "kolom"]].astype("str")


def _refuse_kenmerken(traject: Traject, vragen: pd.DataFrame, kenmerken: Sequence[str] | None) -> None:
    kan = set(_list_kenmerken(traject.only(activiteit_id=list(vragen["activiteit_id"].unique()))))
    vreemd = [naam for naam in kenmerken or () if naam not in kan]
    if vreemd:
        raise MethodeError(
            f"het tabellenboek kan niet naar {', '.join(vreemd)}: dat is in geen enquête of panel een kenmerk met "
            f"antwoorden in woorden; kies uit {', '.join(sorted(kan)) or '(geen)'}"
        )


def _list_kenmerken(deel: Traject) -> list[str]:
    vragen = deel.vragen
    kan = vragen[vragen["rol"].eq("kenmerk") & vragen["soort"].isin(["een_antwoord", "schaal"])]
    return list(kan["vraag_id"].astype("str").unique())


def _choose(deel: Traject, kenmerken: Sequence[str] | None) -> list[str]:
    """Return the traits asked for, else those that traject.toml names for this activity, else all."""
    mogelijk = _list_kenmerken(deel)
    if kenmerken is not None:
        return [naam for naam in kenmerken if naam in mogelijk]
    genoemd = {naam for levering in deel.instellingen.leveringen for naam in levering.kenmerken}
    return [naam for naam in mogelijk if naam in genoemd] or mogelijk


def _gather(deel: Traject, vraag: Mapping[str, str], kenmerken: Sequence[str] | None) -> Ruwblad:
    tabellen: dict[tuple[str, str], pd.DataFrame] = {}
    letters: dict[str, Mapping[tuple[str, str], tuple[str, ...]]] = {}
    zelfde = _list_zelfde(deel, vraag)
    # A trait by a trait says little of the policy, and costs counts of who took part to protect its small cells.
    los = (vraag["rol"] == "kenmerk" and kenmerken is None) or is_gemeld(deel, [vraag["activiteit_id"]])
    for kenmerk in (_TOTAAL, *([] if los else _choose(deel, kenmerken))):
        if kenmerk in zelfde:
            continue
        try:
            tabellen |= _ask(deel, vraag, kenmerk)
        except (
            MethodeError
        ):  # nobody answered, or this trait cannot be told here: the other columns still can
            continue
        if kenmerk != _TOTAAL:
            letters[kenmerk] = _find_letters(deel, vraag["vraag_id"], kenmerk)
    if not any(sleutel[0] == _TOTAAL for sleutel in tabellen):
        tabellen = {}
    if is_gemeld(deel, [vraag["activiteit_id"]]):
        gewogen = {_TOTAAL: pd.Series({_TOTAAL: math.nan})}
    else:
        gewogen = _weigh(deel, vraag["vraag_id"], {kenmerk for kenmerk, _ in tabellen}) if tabellen else {}
    return Ruwblad(vraag, tabellen, letters, gewogen, deel.instellingen.drempels.indicatief)


def _list_zelfde(deel: Traject, vraag: Mapping[str, str]) -> list[str]:
    """Return the question itself and what was made from the same column of the source.

    Crossed with each other they say nothing new, but the base of a group is then all of it, which the plan may hide.
    """
    vragen = deel.vragen
    zelfde = vragen["kolom"].ne("") & vragen["kolom"].eq(vraag["kolom"])
    return [vraag["vraag_id"], *vragen[zelfde]["vraag_id"].astype("str")]


def _ask(deel: Traject, vraag: Mapping[str, str], kenmerk: str) -> dict[tuple[str, str], pd.DataFrame]:
    """Return the shares and the means of one question, in total or per group of a trait, as far as it has them."""
    naam = vraag["vraag_id"]
    per = None if kenmerk == _TOTAAL else kenmerk
    uit: dict[tuple[str, str], pd.DataFrame] = {}
    if vraag["soort"] != "getal":
        tabel = summarise_vraag(deel, naam, per=per)
        uit |= {(kenmerk, "aandeel"): tabel} if len(tabel) else {}
        if read_toelichting(tabel).gemeld:
            return uit
    gesteld = find_gevraagd(deel, naam)[0]
    if vraag["soort"] == "getal" or (
        vraag["soort"] in ("schaal", "stelling") and bool(gesteld.opties["waarde"].notna().all())
    ):
        tabel = summarise_cijfer(deel, naam, per=per, toets=False)
        uit |= {(kenmerk, "cijfer"): tabel} if len(tabel) else {}
    return uit


def _find_letters(deel: Traject, vraag_id: str, kenmerk: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    groepen = find_gevraagd(deel, vraag_id, per=kenmerk)[0].groepen(kenmerk).cat.categories
    letters = {str(groep): name_letter(nummer) for nummer, groep in enumerate(groepen)}
    return letter_groepen(compare_groepen(deel, vraag_id, kenmerk), letters)


def name_letter(nummer: int) -> str:
    """Return the letter of a column: A to Z, then AA.

    >>> name_letter(0), name_letter(25), name_letter(26)
    ('A', 'Z', 'AA')
    """
    hoog, laag = divmod(nummer, 26)
    return (ascii_uppercase[hoog - 1] if hoog else "") + ascii_uppercase[laag]


def _lay_out(blad: Ruwblad, tabellen: Mapping[tuple[str, str], pd.DataFrame]) -> Tabelblad:
    eerste = next(tabel for (kenmerk, _), tabel in tabellen.items() if kenmerk == _TOTAAL)
    toelichting = read_toelichting(eerste)
    aandelen = tabellen.get((_TOTAAL, "aandeel"))
    labels = [] if aandelen is None else list(aandelen["label"].astype("str"))
    maat: Maat = "aantal" if toelichting.gemeld else "procent"
    regels: list[tuple[str, Maat]] = [(label, maat) for label in labels]
    if (_TOTAAL, "cijfer") in tabellen:
        regels += [(tekst, "getal") for tekst in _CIJFERS.values()]
    kenmerken = dict.fromkeys(kenmerk for kenmerk, _ in tabellen)
    kolommen = [
        kolom for kenmerk in kenmerken for kolom in _make_kolommen(blad, kenmerk, labels, regels, tabellen)
    ]
    weinig = any(kolom.indicatief for kolom in kolommen)
    noten = [f"{STER} minder dan {blad.genoeg} mensen: indicatief."] if weinig else []
    vraag = blad.vraag
    onder = f"{toelichting.basis} Bron: {toelichting.bron}."
    return Tabelblad(
        vraag["activiteit_id"],
        vraag["vraag_id"],
        vraag["tekst"],
        onder,
        tuple(regels),
        tuple(kolommen),
        (*noten, *toelichting.noten),
    )


def _make_kolommen(
    blad: Ruwblad,
    kenmerk: str,
    labels: Sequence[str],
    regels: Sequence[tuple[str, Maat]],
    tabellen: Mapping[tuple[str, str], pd.DataFrame],
) -> Iterator[Kolom]:
    gewogen = blad.gewogen[kenmerk]
    soorten = {"aandeel": labels, "cijfer": list(_CIJFERS)}
    delen = [
        (_split(tabellen[kenmerk, soort], kenmerk), namen)
        for soort, namen in soorten.items()
        if (kenmerk, soort) in tabellen
    ]
    waarden = {
        groep: tuple(w for deel, namen in delen for w in _read_values(deel.get(groep, []), namen))
        for groep in gewogen.index
    }
    letters = _name_kolommen(kenmerk, gewogen.index)
    over = next(read_toelichting(tabel) for (van, _), tabel in tabellen.items() if van == kenmerk)
    for groep in gewogen.index:
        basis = [n for deel, _ in delen for n in _read_basis(deel.get(groep, []))]
        if not basis:
            continue
        n = basis[0]
        massa = float(gewogen[groep]) if isinstance(n, int) and not math.isnan(gewogen[groep]) else None
        weinig = isinstance(n, int) and n < blad.genoeg
        bij = _pick_letters(blad.letters.get(kenmerk, {}), groep, regels, (waarden, letters))
        yield Kolom(over.groep_naam or kenmerk, groep, letters[groep], waarden[groep], bij, n, massa, weinig)


def _name_kolommen(kenmerk: str, groepen: Iterable[str]) -> dict[str, str]:
    return {groep: "" if kenmerk == _TOTAAL else name_letter(nummer) for nummer, groep in enumerate(groepen)}


def _pick_letters(
    gevonden: Mapping[tuple[str, str], tuple[str, ...]],
    groep: str,
    regels: Sequence[tuple[str, Maat]],
    kolommen: tuple[Mapping[str, tuple[float, ...]], Mapping[str, str]],
) -> tuple[str, ...]:
    """Return the letters beside each row of a group: of the groups that it exceeds, where both numbers are printed."""
    waarden, letters = kolommen
    van = {letter: waarden[ander] for ander, letter in letters.items()}
    uit = []
    for nummer, (regel, maat) in enumerate(regels):
        sleutel = GEMIDDELDE if (regel, maat) == ("gemiddelde", "getal") else regel
        hoger = () if math.isnan(waarden[groep][nummer]) else gevonden.get((groep, sleutel), ())
        uit.append("".join(letter for letter in hoger if not math.isnan(van[letter][nummer])))
    return tuple(uit)


def _split(tabel: pd.DataFrame, kenmerk: str) -> dict[str, list[Mapping[Any, Any]]]:
    """Return the rows of each group of the trait, or of the total, as far as a sheet prints them."""
    if read_toelichting(tabel).gemeld:
        tabel = tabel.assign(aandeel=as_floats(tabel["n"]))  # of reports the number is printed
    kolommen = [k for k in (kenmerk, "label", "aandeel", "basis", BASIS_WEG, *_CIJFERS) if k in tabel]
    uit: dict[str, list[Mapping[Any, Any]]] = {}
    for rij in tabel[kolommen].to_dict("records"):
        uit.setdefault(str(rij.get(kenmerk, _TOTAAL)), []).append(rij)
    return uit


def _read_basis(rijen: Sequence[Mapping[Any, Any]]) -> Sequence[int | str]:
    """Return the base of a column: a number, or what the plan prints for one that may not be known."""
    weg = max((str(rij.get(BASIS_WEG, "")) for rij in rijen), default="")
    if weg:
        return [weg]
    return [int(rij["basis"]) for rij in rijen if not pd.isna(rij["basis"])][:1]


def _read_values(rijen: Sequence[Mapping[Any, Any]], namen: Sequence[str]) -> list[float]:
    """Return a number per row of the sheet; missing where it is suppressed."""
    waarden = {rij["label"]: rij["aandeel"] for rij in rijen if "label" in rij} or dict(*rijen[:1])
    return [float(waarden.get(naam, math.nan)) for naam in namen]


def _weigh(deel: Traject, vraag_id: str, kenmerken: Iterable[str]) -> dict[str, pd.Series]:
    """Return per trait the weighted number of persons with an answer per group.

    All weights together make the sample of who has weight: who weighs 0 is in no base.
    """
    gevraagd = find_gevraagd(deel, vraag_id)[0]
    statussen = gevraagd.statussen
    gaf = statussen.isin(("gegeven", "geen_gekozen")).reindex(gevraagd.personen.index, fill_value=False)
    gewicht = gevraagd.personen["gewicht"]
    weegt = has_gewicht(deel, gevraagd.activiteit_id, gevraagd.personen)
    gewicht = (gewicht / gewicht[weegt].mean())[gaf]

    def total(kenmerk: str) -> pd.Series:
        if kenmerk == _TOTAAL:
            return pd.Series({_TOTAAL: float(gewicht.sum())})
        som = gewicht.groupby(gevraagd.groepen(kenmerk)[gaf], observed=False, dropna=True).sum()
        return som.set_axis(som.index.astype("str"))

    return {kenmerk: total(kenmerk) for kenmerk in kenmerken}
