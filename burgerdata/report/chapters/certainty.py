"""How sure the headlines are: the margin of the surveys that they rest on, and what talks, tests and reports can show."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteit, name_activiteiten
from burgerdata.analysis import Antwoord
from burgerdata.analysis.geldigheid import name_gebied
from burgerdata.analysis.geworven import is_zelfselectie, tell_zelfselectie
from burgerdata.analysis.regels import is_gewogen
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.findings.verandering import is_ongelezen
from burgerdata.findings.zinnen import start_zin
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.report.chapters.veranderd import list_veranderd
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.report.collect import Opbrengst
from burgerdata.schema.labels import INSTRUMENT_LABEL, KANSSTEEKPROEF

_METINGEN = ("enquete", "klantpanel")
_GEHOORD = {
    **dict.fromkeys(
        ("focusgroep", "straatgesprek", "burgerberaad", "burgerdialoog", "community"), "gesprekken"
    ),
    "usability": "gebruikerstest",
    "signaal": "meldingen",
}
"""Sources that show what plays and not how often, as a sentence calls them."""


def state_certainty(opbrengst: Opbrengst, koppen: Sequence[Antwoord] | None = None) -> str:
    """Return what the numbers of the headlines are worth: a margin for a sample, words for who came forward, and what talks show.

    Of the sources that ``koppen`` and the change under them rest on, else of all; that no headline was measured is said.
    """
    activiteiten = opbrengst.traject.activiteiten
    ids = activiteiten["activiteit_id"].astype("str")
    if koppen is not None:
        ids = ids[ids.isin(_list_bronnen(opbrengst, koppen))]
    eigen = activiteiten[activiteiten["activiteit_id"].isin(ids)]
    eigen = eigen[~eigen["activiteit_id"].isin(list_zonder_burgers(opbrengst.traject))]
    cijfers = eigen[eigen["instrument"].isin(_METINGEN)]
    gehoord = [woord for woord in _GEHOORD if eigen["instrument"].eq(woord).any()]
    wie = list(dict.fromkeys(_GEHOORD[woord] for woord in gehoord))
    laten = "laat" if wie == [_GEHOORD["usability"]] else "laten"
    samen = f"de {join_woorden(wie)}"
    if cijfers.empty and wie and koppen is not None and not any("gemeten" in kop.soort for kop in koppen):
        return f"Deze bevindingen zijn niet gemeten: {samen} {laten} zien wát er speelt, niet hoe vaak."
    zinnen = [*_tell_cijfers(opbrengst, cijfers)]
    zinnen += [f"{start_zin(samen)} {laten} zien wát er speelt, niet hoe vaak."] if wie else []
    return " ".join(zinnen)


def _list_bronnen(opbrengst: Opbrengst, koppen: Sequence[Antwoord]) -> set[str]:
    """Return the activities that these findings rest on, and the change that the summary tells."""
    uit = {naam for antwoord in koppen for naam in _list_van_kop(antwoord)}
    antwoord = opbrengst.antwoorden["ev2"]
    if antwoord.status == "niet_gemeten":
        return uit
    eerst = find_tabel(antwoord)
    anders = [tabel for tabel in list_veranderd(opbrengst) if not is_ongelezen(tabel.iloc[0])][:1]
    for tabel in ([] if eerst is None else [eerst]) + anders:
        uit |= set(_list_metingen(opbrengst, tabel))
    return uit


def _list_van_kop(antwoord: Antwoord) -> set[str]:
    """Return the activities that a finding rests on: of a theme those where it was named."""
    tabel = find_tabel(antwoord)
    if tabel is None:
        tabel = next(iter(antwoord.tabellen.values()))
    if "activiteit_id" not in tabel:
        return set()
    if "thema" in tabel and "n" in tabel:
        genoemd = re.findall("‘([^’]+)’", antwoord.bevinding.lower())
        eigen = tabel["thema"].astype("str").str.lower().isin(genoemd)
        laatste = tabel["laatste"].fillna(True).astype("bool") if "laatste" in tabel else True
        tabel = tabel[eigen & laatste & tabel["n"].fillna(0).gt(0)]
    return set(tabel["activiteit_id"].dropna().astype("str"))


def _list_metingen(opbrengst: Opbrengst, tabel: pd.DataFrame) -> Iterator[str]:
    """Yield the activities whose waves a table of change compares first and last."""
    activiteiten = opbrengst.traject.activiteiten
    panel = (
        activiteiten["panel"].astype("str").where(activiteiten["panel"].notna(), activiteiten["instrument"])
    )
    golven = (str(tabel["van"].iloc[0]), str(tabel["naar"].iloc[-1]))
    past = panel.isin(tabel["panel"].astype("str")) & activiteiten["meting"].astype("str").isin(golven)
    yield from activiteiten.loc[past, "activiteit_id"].astype("str")


def _tell_cijfers(opbrengst: Opbrengst, cijfers: pd.DataFrame) -> Iterator[str]:
    """Yield the margins of the surveys that were drawn, and how people came to the others."""
    traject = opbrengst.traject
    zelf = cijfers["activiteit_id"].map(lambda naam: is_zelfselectie(traject, [str(naam)])).astype("bool")
    if not zelf.all():
        yield _tell_marges(opbrengst, cijfers[~zelf])
    if not zelf.any():
        return
    gebied = name_gebied(traject.instellingen)
    alle = traject.activiteiten[traject.activiteiten["instrument"].isin(_METINGEN)]
    enige = set(cijfers["activiteit_id"]) == set(alle["activiteit_id"])
    hoe = tell_zelfselectie(traject, list(cijfers["activiteit_id"].astype("str")), waar="bij", noem=not enige)
    if hoe.startswith("deelnemers"):
        yield f"De {hoe}; de cijfers gelden niet voor {gebied}."
    else:
        yield f"{start_zin(hoe)}; {'de' if zelf.all() else 'die'} cijfers gelden niet voor {gebied}."


def _tell_marges(opbrengst: Opbrengst, cijfers: pd.DataFrame) -> str:
    """Return the margin of each survey, of the waves of a panel the widest; which of them chance did not draw is said."""
    punten, getrokken, ongewogen = {}, {}, []
    for naam, deel in _split_bronnen(opbrengst, cijfers).items():
        punten[naam] = _measure_marge(opbrengst, deel)
        getrokken[naam] = bool(deel["werving"].isin(KANSSTEEKPROEF).all())
        ongewogen += [naam] if any(_is_ongewogen(opbrengst, str(a)) for a in deel["activiteit_id"]) else []
    eerste, *andere = punten
    zin = f"De cijfers van {eerste} hebben een marge van ongeveer {punten[eerste]} procentpunt"
    if andere:
        bij = [f"{punten[naam]} bij {naam}" for naam in andere]
        zin = f"De marge is ongeveer {join_woorden([f'{punten[eerste]} procentpunt bij {eerste}', *bij])}"
    los = [naam for naam, kans in getrokken.items() if not kans]
    if los and len(los) == len(punten):
        meer = "geen van beide werd geloot" if len(los) == 2 else "geen van deze werd geloot"
        zin += f", als indicatie: {'het is geen toevallige steekproef' if len(los) == 1 else meer}"
    elif los:
        zin += f"; bij {join_woorden(los)} als indicatie: dat is geen toevallige steekproef"
    if not ongewogen:
        return f"{zin}."
    wie = "Zij" if len(ongewogen) == len(punten) else f"De cijfers van {join_woorden(ongewogen)}"
    return f"{zin}. {wie} zijn niet gewogen: een groep die te weinig meedeed, telt te weinig mee."


def _split_bronnen(opbrengst: Opbrengst, cijfers: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the activities of each source by what a sentence calls it: the waves of a panel are one."""
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    bron = cijfers["activiteit_id"].astype("str").map(namen)
    panel = (
        cijfers["panel"]
        .astype("str")
        .map(name_activiteit, na_action="ignore")
        .where(cijfers["panel"].notna())
    )
    enige = cijfers.groupby("instrument", observed=True)["panel"].transform("nunique").eq(1)
    soort = cijfers["instrument"].astype("str").map(INSTRUMENT_LABEL)
    bron = panel.mask(panel.notna() & enige, soort).where(panel.notna(), bron).map(add_lidwoord)
    return {str(naam): deel for naam, deel in cijfers.groupby(bron, sort=False, observed=True, dropna=False)}


def _measure_marge(opbrengst: Opbrengst, deel: pd.DataFrame) -> str:
    """Return the margin in points of the smallest of these activities, at a share of a half."""
    burgers = opbrengst.traject.deelnemers
    burgers = burgers[burgers["rol"].eq("burger")]
    waard = [effective_n(burgers[burgers["activiteit_id"].eq(a)]["gewicht"]) for a in deel["activiteit_id"]]
    return format_getal(math.ceil(98 / math.sqrt(min(waard)))) if min(waard) else "?"


def _is_ongewogen(opbrengst: Opbrengst, activiteit_id: str) -> bool:
    """Return whether the population is known beside an activity of which nobody is weighted."""
    samen = opbrengst.tabellen.get("samenstelling")
    naast = samen is not None and bool(samen["activiteit_id"].eq(activiteit_id).any())
    return naast and not is_gewogen(opbrengst.traject, activiteit_id)


def effective_n(gewicht: pd.Series) -> float:
    """Return Kish's effective sample size, (sum of weights) squared over the sum of squares."""
    kwadraten = float((gewicht**2).sum())
    return float(gewicht.sum()) ** 2 / kwadraten if kwadraten else 0.0
