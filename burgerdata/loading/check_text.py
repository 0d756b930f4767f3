"""What `controleer` prints, in Dutch."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, format_periode, format_procent, join_woorden
from burgerdata.loading.redenen import count_redenen
from burgerdata.loading.text_table import align_rows
from burgerdata.pseudonyms.masking import find_all
from burgerdata.schema.labels import INSTRUMENT_LABEL
from burgerdata.settings import Instellingen

if TYPE_CHECKING:
    from burgerdata.traject import Traject

_MOST_OPTIONS = 12
_VAN = " van "
"""What stands between a setting and the delivery that it is missing of."""
_WITH_PLACE = (
    "buiten_bereik",
    "cel_gewijzigd",
    "dubbele_rij",
    "gewicht_ontbreekt",
    "datum_onleesbaar",
    "getal_onleesbaar",
    "uitkomst_deels",
)
_MOST_PLACES = 3
_MOST_COLUMNS = 8
_GO_ON = (
    "Alvast verder met de rest? Zet in traject.toml een # voor elke regel van de levering waar het misgaat."
)
_MORE = "  Zijn de problemen weg, dan kan hier meer staan."
_BASIS = (
    "n = 90 van 100: de anderen gaven geen antwoord, kregen de vraag niet, of kozen niets waar meer antwoorden mochten "
    "en de bron geen nee vastlegt"
)


class Ernaast(NamedTuple):
    """The state of the coding, what is worth a look, and why files that no delivery uses hold no data."""

    codeerwerk: str = ""
    nakijken: Sequence[Probleem] = ()
    redenen: Mapping[str, str] = MappingProxyType({})


def write_controle(
    problemen: Sequence[Probleem],
    activiteiten: pd.DataFrame,
    traject: Traject,
    antwoorden: pd.DataFrame,
    ernaast: Ernaast,
) -> str:
    """Return the whole text of the check: problems first, then what was read, left out and answered."""
    delen = [
        _problems(problemen, deels=_reads_part(activiteiten, traject)),
        _review(ernaast.nakijken, deels=bool(problemen)),
        _activities(activiteiten),
        _sources(traject, ernaast.redenen),
        _ledger(traject.logboek),
    ]
    mensen = dict(zip(activiteiten["activiteit_id"].astype("str"), activiteiten["mensen"], strict=True))
    delen += [ernaast.codeerwerk, _missing(traject.instellingen), _answers(antwoorden, mensen)]
    return "\n\n".join(deel for deel in delen if deel)


def _reads_part(activiteiten: pd.DataFrame, traject: Traject) -> bool:
    """Return whether some deliveries were read and others were not."""
    gelezen = activiteiten["activiteit_id"].astype("str").tolist()
    namen = [levering.naam for levering in traject.instellingen.leveringen]
    mist = [
        naam for naam in namen if not any(deel == naam or deel.startswith(f"{naam}_") for deel in gelezen)
    ]
    return bool(gelezen and mist)


def _problems(problemen: Sequence[Probleem], *, deels: bool) -> str:
    """Return the problems; where a part could be read, also how to go on without the delivery that could not."""
    if not problemen:
        return "Geen problemen gevonden."
    kop = "1 probleem:" if len(problemen) == 1 else f"{len(problemen)} problemen:"
    regels = [kop, *(f"  {probleem}" for probleem in problemen)]
    return "\n".join([*regels, *([_GO_ON] if deels else [])])


def _review(nakijken: Sequence[Probleem], *, deels: bool) -> str:
    """Return what is worth a look; beside problems only what does not hang on them."""
    if not nakijken:
        return ""
    return "\n".join(["Nakijken", *(f"  {punt}" for punt in nakijken), *([_MORE] if deels else [])])


def _activities(activiteiten: pd.DataFrame) -> str:
    if activiteiten.empty:
        return ""
    rijen = [
        [
            str(rij["activiteit_id"]),
            INSTRUMENT_LABEL.get(str(rij["instrument"]), str(rij["instrument"])),
            "–" if pd.isna(rij["fase"]) else str(rij["fase"]),
            format_periode(rij["begindatum"], rij["einddatum"]),
            *(format_getal(rij[naam]) for naam in ("mensen", "vragen", "teksten")),
            f"en {rij['anderen']}" if rij["anderen"] else "",
        ]
        for rij in activiteiten.to_dict("records")
    ]
    kop = ["activiteit", "instrument", "fase", "periode", "mensen", "vragen", "teksten", ""]
    return "\n".join(["Gelezen", *(f"  {regel}" for regel in align_rows(kop, rijen, rechts=(4, 5, 6)))])


def _sources(traject: Traject, redenen: Mapping[str, str]) -> str:
    """Return records in, out and explained per file, and the files that were left aside."""
    bronnen = traject.bronnen
    gelezen = bronnen[bronnen["rol"].isin(["antwoorden", "gesprek"]) & bronnen["gebruikt"]]
    rijen = [
        [
            " ".join(filter(None, [str(rij["bestand"]), str(rij["blad"])])),
            *(format_getal(rij[naam]) for naam in ("records_in", "records_uit", "records_verklaard")),
        ]
        for rij in gelezen.to_dict("records")
    ]
    if not rijen:
        return ""
    regels = align_rows(["bestand", "rijen", "gelezen", "weggelaten"], rijen, rechts=(1, 2, 3))
    gezien = bronnen[bronnen["rol"] == "gezien"]
    los = gezien.loc[gezien["blad"].astype("str").eq(""), "bestand"].tolist()
    bladen = [f"{rij['bestand']}, blad '{rij['blad']}'" for rij in gezien.to_dict("records") if rij["blad"]]
    leesbaar = [*(bestand for bestand in los if not redenen.get(bestand)), *bladen]
    rest = [f"    {bestand}: {redenen[bestand]}" for bestand in los if redenen.get(bestand)]
    onder = [f"  gezien, niet gebruikt: {', '.join(leesbaar)}"] if leesbaar else []
    onder += ["  gezien, niet gelezen:", *rest] if rest else []
    return "\n".join(["Bestanden", *(f"  {regel}" for regel in regels), *onder])


def _ledger(logboek: pd.DataFrame) -> str:
    """Return what reading did, per file and reason."""
    if logboek.empty:
        return ""
    los = logboek.astype({"reden": "str", "bestand": "str"})
    regels = []
    for rij in count_redenen(los, ["bestand"]).to_dict("records"):
        waar = _places(los, rij) if rij["reden"] in _WITH_PLACE else ""
        waar = _columns(los, rij) if rij["reden"] == "kolom_weggelaten" else waar
        regels.append(f"  {rij['bestand']}: {format_getal(rij['aantal'])} {rij['woorden']}{waar}")
    return "\n".join(["Wat het inlezen deed (alles staat in het logboek van het rapport)", *regels])


def _places(logboek: pd.DataFrame, groep: dict[Hashable, object]) -> str:
    """Return the first rows and columns of a reason, so that a mistyped cell is found."""
    deel = logboek[(logboek["bestand"] == groep["bestand"]) & (logboek["reden"] == groep["reden"])]
    plekken = [
        f"rij {rij['rij']}, kolom '{rij['kolom']}'"
        for rij in deel[deel["rij"].notna() & (deel["kolom"] != "")].to_dict("records")
    ]
    meer = ["…"] if len(plekken) > _MOST_PLACES else []
    return f" ({'; '.join([*plekken[:_MOST_PLACES], *meer])})" if plekken else ""


def _columns(logboek: pd.DataFrame, groep: dict[Hashable, object]) -> str:
    """Return the names of the columns that nothing reads, without those that hold a name or number of a person."""
    deel = logboek[(logboek["bestand"] == groep["bestand"]) & (logboek["reden"] == groep["reden"])]
    namen = [repr(naam) for naam in dict.fromkeys(deel["kolom"].astype("str")) if naam and not find_all(naam)]
    meer = ["…"] if len(namen) > _MOST_COLUMNS else []
    return f": {', '.join([*namen[:_MOST_COLUMNS], *meer])}" if namen else ""


def _missing(instellingen: Instellingen) -> str:
    """Return what was not said, once for all deliveries that lack the same."""
    niet = instellingen.niet_opgegeven
    boven = [naam for naam in niet if _VAN not in naam]
    waarvan: dict[str, list[str]] = {}
    for sleutel, van, levering in (naam.partition(_VAN) for naam in niet):
        if van:
            waarvan.setdefault(sleutel, []).append(levering)
    samen: dict[tuple[str, ...], list[str]] = {}
    for sleutel, leveringen in waarvan.items():
        samen.setdefault(tuple(leveringen), []).append(sleutel)
    delen = [", ".join(boven)] if boven else []
    for wie, namen in samen.items():
        alle = len(wie) > 1 and len(wie) == len(instellingen.leveringen)
        delen.append(f"{join_woorden(namen)} van {'elke levering' if alle else join_woorden(list(wie))}")
    return f"Niet opgegeven: {'; '.join(delen)}" if delen else ""


def _answers(antwoorden: pd.DataFrame, mensen: Mapping[str, int]) -> str:
    """Return the counts per closed question; questions with many options show the most chosen ones."""
    if antwoorden.empty:
        return ""
    regels = ["Antwoorden, om naast de tabellen van het bureau te leggen", _BASIS]
    groepen = antwoorden.groupby(["activiteit_id", "vraag_id"], observed=True, dropna=False, sort=False)
    for (activiteit_id, vraag_id), deel in groepen:
        gewogen = bool((deel["aandeel"] - deel["gewogen"]).abs().max() > 1e-9)
        regels.append("")
        regels.append(
            f"{activiteit_id} · {vraag_id} · {deel['tekst'].iloc[0]} "
            f"({_state_n(int(deel['basis'].iloc[0]), mensen.get(str(activiteit_id), 0))})"
        )
        toon = _choose_shown(deel)
        kolommen = ["n", "aandeel", "gewogen"] if gewogen else ["n", "aandeel"]
        rijen = [
            [
                str(rij["label"]),
                *(format_getal(rij[k]) if k == "n" else format_procent(rij[k], 1) for k in kolommen),
            ]
            for rij in toon.to_dict("records")
        ]
        kop = ["", *(("n", "%", "gewogen %")[: len(kolommen)])]
        regels += [f"  {regel}" for regel in align_rows(kop, rijen, rechts=(1, 2, 3))]
        if len(toon) < len(deel):
            over = len(deel) - len(toon)
            regels.append(f"  … en nog {over} {'antwoord' if over == 1 else 'antwoorden'}")
    return "\n".join(regels)


def _choose_shown(deel: pd.DataFrame) -> pd.DataFrame:
    """Return the answers to print, those given most where there are many; grades stay in their order."""
    if len(deel) <= _MOST_OPTIONS:
        return deel
    meest = deel.nlargest(_MOST_OPTIONS, "n")
    cijfers = deel["label"].astype("str").str.fullmatch(r"\d+(?:[.,]\d+)?").all()
    return meest.sort_index() if cijfers else meest


def _state_n(basis: int, mensen: int) -> str:
    """Return how many people answered, beside how many there are where that is more; more answers than people are reports."""
    n = f"n = {format_getal(basis)}{' meldingen' if basis > mensen else ''}"
    return f"{n} van {format_getal(mensen)}" if basis < mensen else n
