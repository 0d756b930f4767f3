"""Usability: the list of findings, a row per finding or per finding × person -> observations and their severity.

A finding is a question of gebruik ernst, answered by the persons who met it. Where the list only gives how many they
were, that number is a telling.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import pandas as pd

from burgerdata.instruments.aantallen import check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_antwoorden, make_personen, make_records, make_telling
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdeeltoewijzing import Onderdeel
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, RIJ, Tabel

_WOORDEN = (
    r"geen.*|none",
    r"cosmetisch\w*|cosmetic",
    r"laag|licht|klein|gering|minor|low",
    r"middel\w*|midden|gemiddeld|matig|medium|moderate",
    r"hoog|groot|ernstig|zwaar|major|high|serious",
    r"kritie[kc]\w*|kritisch|blokker\w+|zeer ernstig|critical|catastrophic?|showstopper",
)
"""Words for severity from light to heavy."""


@dataclass(frozen=True)
class _Bevinding:
    """One finding: its text, its severity as written, the task it belongs to, and the persons who met it."""

    nummer: int
    tekst: str
    ernst: str
    taak: str
    personen: tuple[str, ...]
    aantal: int | None
    record: str


def read_bevindingen(deel: Onderdeel, tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return the contract tables of the findings."""
    logboek = Logboek(tabel.bestand, tabel.blad)
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "bevindingen", levering.kolommen)
    frame = tabel.frame
    gevuld = is_filled(frame[velden["bevinding"]])
    for rij in frame.loc[~gevuld, RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    if "aantal" in velden:
        check_aantallen(tabel, [velden["aantal"]], wat="dit is geen aantal mensen", logboek=logboek)
    gevonden = _group_rows(frame[gevuld], velden, met_personen=deel.met_personen)
    opties = make_ernst([bevinding.ernst for bevinding in gevonden])
    vragen = [_make_vraag(bevinding, velden, opties) for bevinding in gevonden]
    personen = make_personen([persoon for bevinding in gevonden for persoon in bevinding.personen])
    fragmenten = _make_fragmenten(gevonden, levering, activiteit_id)
    return {
        "deelnemers": personen,
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "antwoorden": make_antwoorden(_list_antwoorden(gevonden, opties)),
        "fragmenten": fragmenten,
        "tellingen": _count(gevonden, activiteit_id),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, int(gevuld.sum())),
    }


def make_ernst(waarden: list[str]) -> tuple[Optie, ...]:
    """Return the severities that occur as options from light to heavy; words that are not known have no number.

    Examples
    --------
    >>> [(optie.code, optie.waarde) for optie in make_ernst(["hoog", "laag", "", "hoog"])]
    [('laag', 2.0), ('hoog', 4.0)]
    """
    plekken = {cel: _rank(cel) for cel in dict.fromkeys(waarden) if cel}
    volgorde = sorted(plekken, key=lambda cel: math.inf if math.isnan(plekken[cel]) else plekken[cel])
    return tuple(Optie(cel, cel, None if math.isnan(plekken[cel]) else plekken[cel]) for cel in volgorde)


def _rank(cel: str) -> float:
    voorop = re.match(r"\s*(\d+)(?:\s*[-=:.)]|\s*$)", cel)
    if voorop:
        return float(voorop.group(1))
    gevonden = (plek for plek, patroon in enumerate(_WOORDEN) if re.fullmatch(patroon, fold(cel)))
    return float(next(gevonden, math.nan))


def _group_rows(frame: pd.DataFrame, velden: dict[str, str], *, met_personen: bool) -> list[_Bevinding]:
    """Return a finding per different text; rows of one text are its persons, and its heaviest severity counts."""
    tekst = frame[velden["bevinding"]].str.split().str.join(" ")
    gevonden = []
    for nummer, (_, rijen) in enumerate(
        frame.groupby(tekst, observed=True, dropna=False, sort=False), start=1
    ):
        lijst = ";".join(rijen[velden["deelnemers"]]) if "deelnemers" in velden else ""
        personen = [*lijst.split(";"), *(rijen[PERSOON] if met_personen else ())]
        aantallen = [read_aantal(cel) for cel in rijen[velden["aantal"]]] if "aantal" in velden else []
        geteld = [int(aantal) for aantal in aantallen if not math.isnan(aantal)]
        ernst = [" ".join(cel.split()) for cel in rijen[velden["ernst"]] if cel.strip()]
        gevonden.append(
            _Bevinding(
                nummer,
                str(tekst[rijen.index[0]]),
                max(ernst, key=lambda cel: -1.0 if math.isnan(_rank(cel)) else _rank(cel), default=""),
                str(rijen[velden["taak"]].iloc[0]).strip() if "taak" in velden else "",
                tuple(dict.fromkeys(filter(None, personen))),
                sum(geteld) if geteld else None,
                str(rijen[RECORD].iloc[0]),
            )
        )
    return gevonden


def _make_vraag(bevinding: _Bevinding, velden: dict[str, str], opties: tuple[Optie, ...]) -> Vraag:
    taak = re.fullmatch(r"(?:taak|task|t)?\s*#?(\d+)", fold(bevinding.taak))
    return Vraag(
        f"bevinding{bevinding.nummer}",
        (velden["ernst"],),
        bevinding.tekst,
        "schaal",
        gebruik="ernst",
        aspect=f"taak{int(taak.group(1))}" if taak else bevinding.taak,
        reeks="bevindingen",
        item=str(bevinding.nummer),
        opties=opties,
    )


def _list_antwoorden(
    gevonden: list[_Bevinding], opties: tuple[Optie, ...]
) -> list[tuple[str, str, str | None, float, str]]:
    """Return the severity for who met a finding, and nvt for who did not and is named at another one."""
    waarde = {optie.code: math.nan if optie.waarde is None else optie.waarde for optie in opties}
    genoemd = dict.fromkeys(persoon for bevinding in gevonden for persoon in bevinding.personen)
    rijen: list[tuple[str, str, str | None, float, str]] = []
    for bevinding in gevonden:
        naam = f"bevinding{bevinding.nummer}"
        for persoon in genoemd if bevinding.personen else ():
            geraakt = persoon in bevinding.personen
            if geraakt and bevinding.ernst:
                rijen.append((persoon, naam, bevinding.ernst, waarde[bevinding.ernst], "gegeven"))
            else:
                rijen.append((persoon, naam, None, math.nan, "leeg_onbekend" if geraakt else "nvt"))
    return rijen


def _make_fragmenten(gevonden: list[_Bevinding], levering: Levering, activiteit_id: str) -> pd.DataFrame:
    """Return the text of a finding as an observation of each person who met it; once, of nobody, where none is named."""
    rijen = [
        {
            "fragment_id": make_fragment_id(activiteit_id, bevinding.record, f"bevinding {persoon}"),
            "deelnemer_id": persoon or None,
            "vraag_id": f"bevinding{bevinding.nummer}",
            "tekst": bevinding.tekst,
        }
        for bevinding in gevonden
        for persoon in bevinding.personen or ("",)
    ]
    frame = pd.DataFrame(rijen, columns=["fragment_id", "deelnemer_id", "vraag_id", "tekst"]).astype("str")
    taal = list_talen(frame["tekst"], levering.taal)
    return frame.assign(
        soort="observatie", volgnummer=range(1, len(frame) + 1), taal=pd.Series(taal, dtype="str")
    )


def _count(gevonden: list[_Bevinding], activiteit_id: str) -> pd.DataFrame:
    rijen = [
        make_telling(
            activiteit_id,
            "reactie",
            bevinding.aantal,
            vraag_id=f"bevinding{bevinding.nummer}",
            code=bevinding.ernst,
        )
        for bevinding in gevonden
        if bevinding.aantal is not None and not bevinding.personen
    ]
    return pd.DataFrame(rijen, columns=["telling_id", "maat", "aantal", "vraag_id", "code"])
