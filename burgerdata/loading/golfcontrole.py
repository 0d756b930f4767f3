"""Waves of a panel that would be compared wrongly, or not: in another order than they were held, or asked in other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.analysis.gelijkheid import normalise_tekst, show_teksten
from burgerdata.errors import Probleem
from burgerdata.instruments.wide_waves import is_formulier
from burgerdata.loading.golfvolgorde import Golfbron, find_tegenspraak
from burgerdata.traject import Traject

_MOMENT = re.compile(
    r"\b(?:VOOR|NA)\b|[(\[](?i:voor|na|vooraf|achteraf)\b|\b(?i:vooraf|achteraf|na afloop)\b"
)
"""Words in a header that mostly say at which moment of a meeting something was asked."""
_REMEDIE = "zet de eerste meting voorop in traject.toml: een verandering loopt van de eerste naar de laatste"


def check_golfdagen(traject: Traject) -> list[Probleem]:
    """Return a problem for each wave of which all answers are older than those of the wave that stands before it."""
    return [
        Probleem(
            f"de antwoorden van deze meting zijn van vóór die van meting '{eerder['meting']}', die er in traject.toml voor staat",
            f"{_REMEDIE}; kloppen de dagen in het bestand niet, geef de metingen dan een begindatum en einddatum",
            _find_bestand(traject, str(later["activiteit_id"])),
        )
        for golven in _list_panels(traject)
        for eerder, later in combinations(golven.to_dict("records"), 2)
        if later["einddatum"] < eerder["begindatum"]
    ]


def review_golven(traject: Traject) -> list[Probleem]:
    """Return one line per panel of which the names of files or waves tell another order than that of traject.toml."""
    gevonden = []
    for golven in _list_panels(traject):
        ids = [str(naam) for naam in golven["activiteit_id"]]
        bestanden = [PurePosixPath(_find_bestand(traject, naam)).name for naam in ids]
        namen = [str(naam) for naam in golven["meting"].astype("str")]
        for soort in (bestanden, namen) if len(set(bestanden)) == len(bestanden) else (namen,):
            anders = find_tegenspraak([Golfbron(naam) for naam in soort])
            if anders is not None:
                waarom, eerder, later = anders
                wat = f"deze meting staat na '{soort[eerder]}', en {waarom} zeggen dat zij eerder was"
                gevonden.append(Probleem(wat, _REMEDIE, _find_bestand(traject, ids[later])))
                break
    return gevonden


def review_golfvragen(traject: Traject) -> list[Probleem]:
    """Return one line per question that the waves of a panel share by its vraag_id and ask in other words."""
    gevonden = []
    for golven in _list_panels(traject):
        meting = dict(zip(golven["activiteit_id"].astype("str"), golven["meting"].astype("str"), strict=True))
        vragen = traject.vragen[traject.vragen["rol"].eq("inhoud")].astype(
            {"activiteit_id": "str", "vraag_id": "str", "tekst": "str"}
        )
        eigen = vragen[vragen["activiteit_id"].isin(meting)].sort_values(
            "activiteit_id", key=lambda ids: ids.map(list(meting).index), kind="stable"
        )
        for vraag_id, deel in eigen.groupby("vraag_id", observed=True, dropna=False, sort=False):
            kaal = deel["tekst"].map(normalise_tekst)
            anders = deel[kaal.ne(kaal.iloc[0])]
            if len(anders):
                gevonden.append(_tell_woorden(str(vraag_id), deel.iloc[0], anders.iloc[0], meting))
    return gevonden


def review_helften(traject: Traject) -> list[Probleem]:
    """Return one line per form of which a question says before or after in its header and stands in one half alone."""
    gevonden = []
    for levering in traject.instellingen.leveringen:
        if not is_formulier(levering):
            continue
        namen = [levering.name_activiteit(meting) for meting in levering.metingen]
        eigen = traject.vragen[
            traject.vragen["activiteit_id"].isin(namen) & traject.vragen["soort"].ne("open")
        ]
        alleen = eigen[~eigen["vraag_id"].astype("str").duplicated(keep=False)]
        koppen = [kop for kop in alleen["kolom"].astype("str") if _MOMENT.search(kop)]
        if koppen:
            waar = f"bij meting {list(levering.metingen)[-1]!r}"
            wat = f"deze kolommen noemen een moment en tellen alleen {waar}: {', '.join(map(repr, koppen))}"
            raad = "zet achter de twee koppen van een vraag '(voor)' en '(na)', met verder dezelfde tekst"
            gevonden.append(Probleem(wat, raad, levering.bestanden[0]))
    return gevonden


def _tell_woorden(vraag_id: str, een: pd.Series, ander: pd.Series, meting: Mapping[str, str]) -> Probleem:
    waar = " en ".join(f"'{meting[rij['activiteit_id']]}'" for rij in (een, ander))
    return Probleem(
        f"vraag '{vraag_id}' is in meting {waar} anders gesteld ({show_teksten(een['tekst'], ander['tekst'])}) en wordt niet vergeleken",
        "is het dezelfde vraag, geef haar dan bij elke meting dezelfde tekst; zo niet, elk een eigen vraag_id",
        "vragen.xlsx",
    )


def _list_panels(traject: Traject) -> list[pd.DataFrame]:
    activiteiten = traject.activiteiten
    golven = activiteiten[activiteiten["panel"].notna() & activiteiten["meting"].notna()]
    return [deel for _, deel in golven.groupby("panel", observed=True, dropna=False, sort=False)]


def _find_bestand(traject: Traject, activiteit_id: str) -> str:
    bronnen = traject.bronnen
    eigen = bronnen[bronnen["activiteit_id"].eq(activiteit_id) & bronnen["rol"].eq("antwoorden")]
    return next(iter(eigen["bestand"].astype("str")), "")
