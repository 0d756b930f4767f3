"""Targets of a draw in percents, and who was drawn by the members' own list -> places and members per category."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.bijdragen import make_telling
from burgerdata.instruments.rollen import read_rollen
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.values import is_filled, parse_getal
from burgerdata.instruments.vraagregels import fold, make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Tabel

STREVEN = "streven"
"""The name under which the targets in percents travel until it is known how many people were drawn."""
KOLOMMEN = ("vraag_id", "code", "aandeel")
_IN_PERCENTS = re.compile(r"%|procent|percentage|aandeel", re.IGNORECASE)
_WHOLE = 1.02
"""Shares of one trait that add up to no more than this are parts of one, as Excel keeps 17%."""
_GROUPED = re.compile(r"s?(?:groep|categorie|klasse|niveau)(?:en)?$")
_SAME = ({"m", "man", "mannen", "jongen"}, {"v", "vrouw", "vrouwen", "meisje"}, {"x", "anders", "non-binair"})
_JAAR = r"(?: ?jaar| ?jr\.?)?"
_RANGES = (
    (re.compile(rf"(\d+){_JAAR} ?(?:-|–|—|t/?m\.?|tot en met) ?(\d+){_JAAR}"), 0),
    (re.compile(rf"(\d+){_JAAR} tot (\d+){_JAAR}"), 1),
)
_FROM = re.compile(
    rf"(\d+){_JAAR} ?(?:\+|plus|e\.o\.|en ouder|of ouder)|(?:vanaf|≥|>=) ?(\d+){_JAAR}(?: en ouder)?"
)
_BELOW = re.compile(rf"(?:jonger dan|onder de|tot|<) ?(\d+){_JAAR}")
_UP_TO = re.compile(rf"(?:t/?m|tot en met|≤|<=) ?(\d+){_JAAR}")
_UNKNOWN = "de doelen van de loting zijn percentages, en het is niet bekend hoeveel mensen zijn geloot"
_COUNT_THEM = "vul geselecteerd in, of neem de lijst met wie is geloot op als deelnemerslijst of aanwezigheid"
_NUMBER = re.compile(rf"(\d{{1,3}}){_JAAR}")


def is_in_procenten(kop: str, cellen: pd.Series) -> bool:
    """Return whether a column of targets holds percents: its header or a cell says so, or its numbers are below one.

    Examples
    --------
    >>> is_in_procenten("Streef", pd.Series(["17%"])), is_in_procenten("Doel", pd.Series(["0.5", "0.5"]))
    (True, True)
    >>> is_in_procenten("Doel", pd.Series(["12", "20"]))
    False
    """
    gevuld = cellen[is_filled(cellen)].astype("str").str.strip()
    getallen = gevuld.map(parse_getal)
    klein = len(getallen) > 1 and bool(getallen.between(0, 1, inclusive="neither").all())
    return bool(_IN_PERCENTS.search(kop)) or bool(gevuld.str.endswith("%").any()) or klein


def read_streven(namen: pd.DataFrame, cellen: pd.Series) -> pd.DataFrame:
    """Return a row per target in percents: vraag_id, code, aandeel (of one)."""
    getallen = cellen.astype("str").map(parse_getal)
    tabel = pd.DataFrame(
        {
            "vraag_id": [make_slug(str(naam)) for naam in namen["kenmerk"]],
            "code": namen["categorie"].astype("str").to_numpy(),
            "aandeel": getallen.to_numpy(dtype="float64"),
        }
    ).dropna(subset="aandeel")
    som = tabel.groupby("vraag_id", observed=True, dropna=False)["aandeel"].transform("sum")
    deel = som.le(_WHOLE)
    return tabel.assign(aandeel=tabel["aandeel"].where(deel, tabel["aandeel"] / 100)).reset_index(drop=True)


def place_streven(tabellen: Tabellen, lijsten: Sequence[Tabel], levering: Levering) -> Tabellen:
    """Return the tables with targets in percents as places, and with who was drawn by the lists of members.

    ``lijsten`` have a row per member. A source that counts who was drawn itself goes before them.

    Raises
    ------
    ContractError
        When targets are percents and it is not known how many people were drawn.
    """
    if STREVEN not in tabellen and not _has_doelen(tabellen):
        return tabellen
    activiteit_id = str(tabellen["activiteiten"]["activiteit_id"].iloc[0])
    gelezen = tabellen.get(
        "tellingen", pd.DataFrame(columns=["telling_id", "maat", "aantal", "vraag_id", "code"])
    )
    geloot = gelezen[gelezen["maat"].eq("geselecteerd")]
    logboeken: list[pd.DataFrame] = []
    nieuw: list[dict[str, object]] = []
    for vraag_id, codes in _list_kenmerken(tabellen).items():
        if vraag_id not in set(geloot["vraag_id"].dropna()):
            aantal, boek = _count_members(lijsten, levering, vraag_id, codes)
            logboeken += boek
            nieuw += [
                make_telling(activiteit_id, "geselecteerd", n, vraag_id=vraag_id, code=code)
                for code, n in aantal.items()
            ]
    alle = pd.concat([geloot, pd.DataFrame(nieuw, columns=list(gelezen.columns))])
    streven = tabellen.get(STREVEN, pd.DataFrame(columns=list(KOLOMMEN)))
    plaatsen = _count_places(tabellen, alle)
    if not all(plaatsen.get(str(naam)) for naam in streven["vraag_id"]):
        raise ContractError([Probleem(_UNKNOWN, _COUNT_THEM, "traject.toml")])
    nieuw += _make_doelen(streven, plaatsen, activiteit_id)
    over = {naam: tabel for naam, tabel in tabellen.items() if naam != STREVEN}
    if nieuw:
        extra = pd.DataFrame(nieuw).assign(activiteit_id=activiteit_id)
        over["tellingen"] = pd.concat([gelezen, extra], ignore_index=True) if len(gelezen) else extra
    if logboeken:
        eigen = pd.concat(logboeken, ignore_index=True).assign(activiteit_id=activiteit_id)
        over["logboek"] = pd.concat([over["logboek"], eigen], ignore_index=True)
    return over


def _has_doelen(tabellen: Tabellen) -> bool:
    tellingen = tabellen.get("tellingen")
    return tellingen is not None and bool(tellingen["maat"].eq("doel").any())


def _list_kenmerken(tabellen: Tabellen) -> dict[str, list[str]]:
    """Return trait → its categories, of every trait with a target."""
    delen = [tabellen[STREVEN][["vraag_id", "code"]]] if STREVEN in tabellen else []
    if _has_doelen(tabellen):
        tellingen = tabellen["tellingen"]
        delen.append(tellingen.loc[tellingen["maat"].eq("doel"), ["vraag_id", "code"]])
    paren = pd.concat(delen).dropna().astype("str").drop_duplicates()
    groepen = paren.groupby("vraag_id", observed=True, dropna=False, sort=False)
    return {str(naam): list(deel["code"]) for naam, deel in groepen}


def _count_members(
    lijsten: Sequence[Tabel], levering: Levering, vraag_id: str, codes: Sequence[str]
) -> tuple[dict[str, int], list[pd.DataFrame]]:
    """Return category → members of the first list that has this trait, with a logboek of the cells that fit none."""
    for lijst in lijsten:
        kop = next((k.naam for k in lijst.kolommen if _same_trait(make_slug(k.naam), vraag_id)), "")
        if not kop:
            continue
        logboek = Logboek(lijst.bestand, lijst.blad)
        eigen = lijst.frame[read_rollen(lijst, levering).isin(("burger", "onbekend"))]
        gevuld = eigen[is_filled(eigen[kop])]
        plek = {cel: place_categorie(str(cel), codes) for cel in gevuld[kop].unique()}
        geteld = Counter(gevuld[kop].map(plek).astype("str"))
        if not any(plek.values()):
            continue
        for rij in gevuld.loc[gevuld[kop].map(plek).eq(""), RIJ]:
            logboek.note("buiten_bereik", rij=int(rij), kolom=kop)
        return {code: geteld.get(code, 0) for code in codes}, [logboek.to_frame()]
    return {}, []


def _same_trait(een: str, ander: str) -> bool:
    return _GROUPED.sub("", een).rstrip("_") == _GROUPED.sub("", ander).rstrip("_")


def place_categorie(cel: str, codes: Sequence[str]) -> str:
    """Return the category that a cell of a list of members belongs to, empty when none or more than one fits.

    Examples
    --------
    >>> place_categorie("79", ["18-64 jaar", "65+"]), place_categorie("V", ["man", "vrouw"])
    ('65+', 'vrouw')
    >>> place_categorie("17", ["18-64 jaar", "65+"])
    ''
    """
    eigen = fold(cel)
    zelfde = {eigen}.union(*(groep for groep in _SAME if eigen in groep))
    past = [code for code in codes if fold(code) in zelfde]
    getal = _NUMBER.fullmatch(eigen)
    if not past and getal:
        past = [code for code in codes if _holds(code, int(getal.group(1)))]
    return past[0] if len(past) == 1 else ""


def _holds(code: str, getal: int) -> bool:
    """Return whether a range such as "18-29", "65+" or "jonger dan 30" holds a number."""
    tekst = fold(code)
    for patroon, zonder_eind in _RANGES:
        if match := patroon.fullmatch(tekst):
            return int(match.group(1)) <= getal <= int(match.group(2)) - zonder_eind
    if match := _FROM.fullmatch(tekst):
        return getal >= int(match.group(1) or match.group(2))
    if match := _UP_TO.fullmatch(tekst):
        return getal <= int(match.group(1))
    match = _BELOW.fullmatch(tekst)
    return match is not None and getal < int(match.group(1))


def _count_places(tabellen: Tabellen, geloot: pd.DataFrame) -> Mapping[str, int]:
    """Return trait → how many were drawn: the members, else what the source counts, else what the delivery says."""
    burgers = int(tabellen["deelnemers"]["rol"].eq("burger").sum())
    gezegd = tabellen["activiteiten"]["geselecteerd"].iloc[0]
    vast = burgers or (0 if pd.isna(gezegd) else int(gezegd))
    namen = _list_kenmerken(tabellen)
    som = geloot.groupby("vraag_id", observed=True)["aantal"].sum().to_dict()
    return {naam: vast or int(som.get(naam, 0)) for naam in namen}


def _make_doelen(
    streven: pd.DataFrame, plaatsen: Mapping[str, int], activiteit_id: str
) -> Iterator[dict[str, object]]:
    for rij in streven.to_dict("records"):
        vraag_id, code = str(rij["vraag_id"]), str(rij["code"])
        doel = math.floor(float(rij["aandeel"]) * plaatsen[vraag_id] + 0.5)
        yield make_telling(activiteit_id, "doel", doel, vraag_id=vraag_id, code=code)
