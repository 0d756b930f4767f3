"""Votes on recommendations: totals per recommendation -> tellingen, votes of persons -> their answers.

A recommendation is a question of the series "stemmen" with the options voor, tegen and onthouding. The last vote of a person
counts; earlier ones are in the logboek.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.aantallen import check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_antwoorden, make_personen, make_records, make_telling
from burgerdata.instruments.onderdeeltoewijzing import Onderdeel
from burgerdata.instruments.onderdelen import find_velden, is_persoonskop
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled, parse_getal
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import fold, make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RIJ, Tabel

OPTIES = (Optie("voor", "voor"), Optie("tegen", "tegen"), Optie("onthouding", "onthouding"))
MATEN = {"voor": "stem_voor", "tegen": "stem_tegen", "onthouding": "stem_onthouding"}
_WOORDEN = {
    "voor": r"voor|v|ja|j|1|for|yes|eens|steun",
    "tegen": r"tegen|t|nee|n|-1|against|no|oneens|niet (?:mee )?eens",
    "onthouding": r"onth\w*|o|0|abstain\w*|blanco|geen mening|neutraal|pas",
}


def read_stemmen(deel: Onderdeel, tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return the contract tables of a vote.

    Raises
    ------
    ContractError
        When the table has neither totals nor votes of persons, or a total that is no whole number.
    """
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "stemmen", levering.kolommen)
    if {"aanbeveling", "voor", "tegen"} <= set(velden):
        return _read_totals(tabel, velden, activiteit_id)
    logboek = Logboek(tabel.bestand, tabel.blad)
    stemmen = _list_votes(tabel, velden, logboek)
    if stemmen.empty or not deel.met_personen:
        wat = "hierin staan geen stemmen: geen aantallen voor en tegen, en geen stem per persoon"
        remedie = (
            "zorg voor de kolommen Aanbeveling, Voor, Tegen en Onthouding, of Deelnemer, Aanbeveling en Stem"
        )
        raise ContractError([Probleem(wat, remedie, tabel.bestand, tabel.blad)])
    laatste = ~stemmen.duplicated(["persoon", "vraag_id"], keep="last")
    vervallen = set(stemmen.loc[~laatste, RIJ]) - set(stemmen.loc[laatste, RIJ])
    for rij in sorted(vervallen):
        logboek.note("herziene_stem", rij=int(rij))
    stemmen = stemmen[laatste]
    vragen = [
        Vraag(naam, ("stem",), tekst, "een_antwoord", reeks="stemmen", opties=OPTIES)
        for naam, tekst in dict(zip(stemmen["vraag_id"], stemmen["tekst"], strict=True)).items()
    ]
    rijen = [
        (
            str(rij["persoon"]),
            str(rij["vraag_id"]),
            rij["code"] or None,
            math.nan,
            "gegeven" if rij["code"] else "leeg_onbekend",
        )
        for rij in stemmen.to_dict("records")
    ]
    return {
        "deelnemers": make_personen(list(stemmen["persoon"])),
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "antwoorden": make_antwoorden(rijen),
        **_count_drempels(stemmen, tabel, activiteit_id, logboek),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, stemmen[RIJ].nunique()),
    }


def name_aanbeveling(cel: str) -> tuple[str, str]:
    """Return the id of a recommendation and its text, as votes, document and decisions all name it.

    Examples
    --------
    >>> name_aanbeveling("3"), name_aanbeveling("Aanbeveling 3: Meer treinen"), name_aanbeveling("Meer treinen")
    (('aanbeveling3', ''), ('aanbeveling3', 'Meer treinen'), ('meer_treinen', 'Meer treinen'))
    """
    tekst = " ".join(cel.split())
    match = re.fullmatch(
        r"(?:aanbeveling|voorstel|advies|nr\.?|a)?\s*#?(\d+[a-z]?)\s*(?:[.:)–-]\s*(.*))?",
        tekst,
        re.IGNORECASE,
    )
    if match is None:
        return make_slug(tekst), tekst
    return f"aanbeveling{match.group(1).casefold()}", match.group(2) or ""


def _read_totals(tabel: Tabel, velden: dict[str, str], activiteit_id: str) -> Tabellen:
    logboek = Logboek(tabel.bestand, tabel.blad)
    frame = tabel.frame[is_filled(tabel.frame[velden["aanbeveling"]])]
    for rij in tabel.frame.loc[~tabel.frame.index.isin(frame.index), RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    geteld_in = [velden[code] for code in MATEN if code in velden]
    check_aantallen(replace(tabel, frame=frame), geteld_in, wat="dit is geen aantal stemmen", logboek=logboek)
    vragen, tellingen, uit_titel = [], [], False
    for _, rij in frame.iterrows():
        naam, tekst = name_aanbeveling(str(rij[velden["aanbeveling"]]))
        tekst = str(rij[velden["tekst"]]).strip() if velden.get("tekst") else tekst
        vragen.append(
            Vraag(
                naam, (velden["aanbeveling"],), tekst or naam, "een_antwoord", reeks="stemmen", opties=OPTIES
            )
        )
        aantallen = {code: read_aantal(str(rij[velden[code]])) for code in MATEN if code in velden}
        geteld = {code: int(n) for code, n in aantallen.items() if not math.isnan(n)}
        tellingen += [
            make_telling(activiteit_id, MATEN[code], n, vraag_id=naam, code=code)
            for code, n in geteld.items()
        ]
        cel = str(rij[velden["drempel"]]).strip() if "drempel" in velden else ""
        nodig = count_nodig(cel or tabel.drempel, geteld)
        uit_titel = uit_titel or (nodig is not None and not cel)
        if nodig is not None:
            tellingen.append(make_telling(activiteit_id, "drempel", nodig, vraag_id=naam))
    if uit_titel:
        _note_titel(tabel, logboek)
    return {
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "vraag_id", "code"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(frame)),
    }


def _count_drempels(stemmen: pd.DataFrame, tabel: Tabel, activiteit_id: str, logboek: Logboek) -> Tabellen:
    """Return the votes needed per recommendation where people voted and a title above the votes says the threshold."""
    if not tabel.drempel:
        return {}
    rijen = []
    for naam, deel in stemmen.groupby("vraag_id", observed=True, dropna=False, sort=False):
        nodig = count_nodig(tabel.drempel, {str(c): int(n) for c, n in deel["code"].value_counts().items()})
        if nodig is not None:
            rijen.append(make_telling(activiteit_id, "drempel", nodig, vraag_id=str(naam)))
    if rijen:
        _note_titel(tabel, logboek)
    return {"tellingen": pd.DataFrame(rijen)} if rijen else {}


def _note_titel(tabel: Tabel, logboek: Logboek) -> None:
    """Note that the threshold stands in a title; the column names the abstentions where they count for it."""
    logboek.note("drempel_uit_titel", kolom="onthouding" if tabel.drempel.endswith("van de stemmers") else "")


def count_nodig(drempel: str, stemmen: Mapping[str, int]) -> int | None:
    """Return how many votes for are needed: a share of the votes for and against, or the number itself; None for no number.

    Of those who voted ("van de stemmers") the abstentions count too. "meer dan" asks for one more.

    Examples
    --------
    >>> stemmen = {"voor": 90, "tegen": 30, "onthouding": 8}
    >>> [count_nodig(cel, stemmen) for cel in ("75%", "2/3", "90 stemmen", "meer dan 50%", "75% van de stemmers")]
    [90, 80, 90, 61, 96]
    """
    tekst = drempel.strip().casefold()
    kaal = tekst.removeprefix("meer dan").removesuffix("van de stemmers").strip()
    tellen = (
        stemmen if tekst.endswith("van de stemmers") else {c: stemmen.get(c, 0) for c in ("voor", "tegen")}
    )
    uitgebracht = sum(tellen.get(code, 0) for code in MATEN)
    breuk = re.fullmatch(r"(\d+)\s*/\s*(\d+)", kaal)
    aantal = re.fullmatch(r"(\d+) ?stemmen", kaal)
    if breuk and int(breuk.group(2)):
        nodig = uitgebracht * int(breuk.group(1)) / int(breuk.group(2))
    elif aantal:
        nodig = float(aantal.group(1))
    else:
        getal = parse_getal(kaal)
        nodig = uitgebracht * (getal if getal <= 1 else getal / 100)
    if math.isnan(nodig):
        return None
    return math.floor(nodig + 1e-9) + 1 if tekst.startswith("meer dan") else math.ceil(nodig - 1e-9)


def _list_votes(tabel: Tabel, velden: dict[str, str], logboek: Logboek) -> pd.DataFrame:
    """Return a row per vote: RIJ, persoon, vraag_id, tekst, code; from a row per vote or a column per recommendation."""
    if {"aanbeveling", "stem"} <= set(velden):
        paren = [(velden["aanbeveling"], velden["stem"])]
    else:
        paren = [
            ("", kolom.naam)
            for kolom in tabel.kolommen
            if not is_persoonskop(kolom.naam) and _are_votes(tabel.frame[kolom.naam])
        ]
    rijen = []
    bruikbaar = tabel.frame[tabel.frame[PERSOON].ne("")]
    for rij in tabel.frame.loc[~tabel.frame.index.isin(bruikbaar.index), RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    for waar, stem in paren:
        for rij in bruikbaar.to_dict("records"):
            naam, tekst = name_aanbeveling(str(rij[waar]) if waar else stem)
            code = read_stem(str(rij[stem]))
            if not code and str(rij[stem]).strip():
                logboek.note("buiten_bereik", rij=int(rij[RIJ]), kolom=stem)
            rijen.append((int(rij[RIJ]), str(rij[PERSOON]), naam, tekst or naam, code))
    return pd.DataFrame(rijen, columns=[RIJ, "persoon", "vraag_id", "tekst", "code"])


def read_stem(cel: str) -> str:
    """Return voor, tegen or onthouding, and nothing for a cell that is none of them.

    Examples
    --------
    >>> read_stem("Voor"), read_stem("Onthouden"), read_stem("misschien")
    ('voor', 'onthouding', '')
    """
    return next((code for code, patroon in _WOORDEN.items() if re.fullmatch(patroon, fold(cel))), "")


def _are_votes(cellen: pd.Series) -> bool:
    waarden = [str(cel) for cel in cellen.unique() if str(cel).strip()]
    return bool(waarden) and all(read_stem(cel) for cel in waarden)
