"""The letter to participants: "Wat is er met uw inbreng gebeurd?", from what was decided alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from burgerdata.analysis import trace_doorwerking
from burgerdata.analysis.doorwerking import find_besluitbestanden
from burgerdata.contract import conform_tabellen
from burgerdata.errors import ContractError, MethodeError, Probleem
from burgerdata.findings import state_bevinding
from burgerdata.findings.besluitdag import find_momenten, state_besluitdag
from burgerdata.findings.zinnen import start_zin
from burgerdata.getallen import format_datum
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.stacking import stack_tabellen
from burgerdata.loading.analyst_input import Invoer, read_invoer
from burgerdata.loading.deliveries import read_levering
from burgerdata.loading.load import join_doorwerking
from burgerdata.loading.toml import read_instellingen
from burgerdata.pseudonyms import Sleutel
from burgerdata.report.blocks import Alinea, Blok, Document, Kop
from burgerdata.report.brieftaal import tell_motivering
from burgerdata.report.folders import new_folder
from burgerdata.report.html import render_html
from burgerdata.report.office import write_office
from burgerdata.report.vaststellen import CONCEPT, VASTGESTELD
from burgerdata.schema.labels import STATUS_LABEL
from burgerdata.settings import Instellingen
from burgerdata.traject import Traject

_KOP = {
    "overgenomen": "Dit hebben wij overgenomen",
    "deels overgenomen": "Dit hebben wij voor een deel overgenomen",
    "niet overgenomen": "Dit hebben wij niet overgenomen",
    "buiten de kaders": "Dit valt buiten wat wij konden besluiten",
    "nog te besluiten": "Hierover is nog niet besloten",
}
_NAAM = "terugkoppeling"
GEEN_AFZENDER = "(de afzender is niet opgegeven)"


def write_terugkoppeling(
    map_: Path, *, moment: datetime | None = None, vaststellen: bool = False
) -> tuple[Path, list[str]]:
    """Return the letter as a page, Word and PDF beside it, and a sentence for each form that could not be made.

    It says CONCEPT on every page and in its name, unless it is to be settled and nothing stands in the way. Only
    traject.toml, themalijst.xlsx, doorwerking.xlsx and the deliveries that bring decisions of their own are read:
    the analysis is not run again.

    Raises
    ------
    ContractError
        What is wrong with those files, or keeps the letter from being settled.
    MethodeError
        When no decision is written down yet.
    """
    nu = moment or datetime.now()
    instellingen, problemen = read_instellingen(map_ / "traject.toml")
    invoer = read_invoer(instellingen, map_)
    eigen = [
        probleem
        for probleem in (*problemen, *invoer.problemen)
        # a letter is about decisions: it needs no delivery with what people said
        if not probleem.bestand.startswith("vragen") and probleem.kolom != "levering"
    ]
    if eigen:
        raise ContractError(eigen)
    traject = _make_traject(instellingen, invoer, map_)
    if vaststellen and (bezwaren := list_bezwaren(traject)):
        raise ContractError(bezwaren)
    stand = VASTGESTELD if vaststellen else CONCEPT
    document = compose_terugkoppeling(traject, nu.date(), stand="" if vaststellen else CONCEPT)
    pad = new_folder(map_ / "rapport", nu) / f"{_NAAM}_{stand}.html"
    pad.write_text(render_html(document, {}), encoding="utf-8")
    return pad, write_office(document, pad.parent, pad.with_suffix(""), meld=lambda tekst: None)


def list_bezwaren(traject: Traject) -> list[Probleem]:
    """Return what keeps the letter a concept: nobody who sends it, or a decision without its reason."""
    tabel = trace_doorwerking(traject)
    zonder = tabel[tabel["let_op"].str.contains("motivering ontbreekt", regex=False)]
    ids = traject.doorwerking["inbreng_id"].astype("str")
    bestand = dict(zip(ids, find_besluitbestanden(traject), strict=True))
    bezwaren = [
        Probleem(
            f"het besluit over {inbreng} heeft geen reden",
            "vul de motivering in",
            bestand=bestand.get(inbreng, ""),
        )
        for inbreng in zonder["inbreng_id"]
    ]
    if not traject.instellingen.opdrachtgever:
        wat, remedie = "de afzender van de brief ontbreekt", "vul opdrachtgever in"
        bezwaren.append(Probleem(wat, remedie, bestand="traject.toml"))
    return bezwaren


def _make_traject(instellingen: Instellingen, invoer: Invoer, map_: Path) -> Traject:
    """Return a traject of the decisions that the report counts too, without any answer."""
    geleverd = _read_besluiten(instellingen, invoer, map_)
    if invoer.doorwerking.empty and not geleverd:
        raise MethodeError("doorwerking.xlsx is nog leeg; vul per punt in wat ermee is gedaan")
    themas = [] if invoer.codebook is None else [invoer.codebook.themas]
    tabellen = {
        "doorwerking": join_doorwerking(
            invoer.doorwerking, geleverd, themas, invoer.codebook.inhoud if invoer.codebook else ()
        )
    }
    if invoer.codebook is not None:
        tabellen["themas"] = invoer.codebook.themas
    return Traject(conform_tabellen(tabellen), instellingen)


def _read_besluiten(instellingen: Instellingen, invoer: Invoer, map_: Path) -> list[pd.DataFrame]:
    """Return the decisions in the deliveries themselves, such as those on the recommendations of a burgerberaad."""
    met = [
        levering
        for levering in instellingen.leveringen
        if levering.bestanden and "besluiten" in ONDERDELEN.get(levering.instrument, ())
    ]
    niemand = Sleutel(bytes(32))  # decisions name no one: nothing that is sealed with this key is kept
    oogsten = [read_levering(levering, map_, niemand, invoer.lijst) for levering in met]
    problemen = [probleem for oogst in oogsten for probleem in oogst.alles]
    if problemen:
        raise ContractError(problemen)
    delen = stack_tabellen([deel for oogst in oogsten for deel in oogst.activiteiten]) if oogsten else {}
    return [delen["doorwerking"]] if "doorwerking" in delen else []


def compose_terugkoppeling(traject: Traject, vandaag: date, *, stand: str = CONCEPT) -> Document:
    """Return the letter: what was asked, what was decided on each point and why, when the rest follows, and from whom."""
    instellingen = traject.instellingen
    tabel = trace_doorwerking(traject)
    onderwerp = instellingen.onderwerp_in_zin or "dit onderwerp"
    wie = instellingen.opdrachtgever or "Wij"
    vroeg = "vroegen" if wie == "Wij" else "vroeg"
    blokken: list[Blok] = [
        Alinea("Beste deelnemer,"),
        Alinea(
            f"U dacht mee over {onderwerp}. {start_zin(wie)} {vroeg} u naar uw ervaringen. Bedankt daarvoor."
        ),
        Alinea(f"{state_bevinding(tabel)}. Hieronder leest u per punt wat ermee gebeurt, en waarom."),
    ]
    for status in dict.fromkeys(STATUS_LABEL.values()):
        blokken += _print_status(tabel[tabel["status"].eq(status)], status)
    blokken += _tell_next(tabel, instellingen.besluit, vandaag)
    blokken += [
        Alinea("Met vriendelijke groet,"),
        Alinea(start_zin(instellingen.opdrachtgever) or GEEN_AFZENDER),
    ]
    return Document(
        titel="Wat is er met uw inbreng gebeurd?",
        ondertitel=onderwerp[:1].upper() + onderwerp[1:],
        stand=stand,
        datum=format_datum(vandaag),
        blokken=tuple(blokken),
        let_op="Dit is een verzonnen voorbeeld." if instellingen.synthetisch else "",
        omslag=False,
    )


def _print_status(rijen: pd.DataFrame, status: str) -> Iterator[Blok]:
    if rijen.empty:
        return
    yield Kop(_KOP[status], anker=status.replace(" ", "-"))
    for _, rij in rijen.iterrows():
        reden = "" if pd.isna(rij["motivering"]) else str(rij["motivering"])
        zinnen = tell_motivering(reden, overgenomen=status == STATUS_LABEL["overgenomen"])
        wanneer = (
            "" if pd.isna(rij["besluit_datum"]) else f"Besloten op {format_datum(rij['besluit_datum'])}."
        )
        punt = str(rij["samenvatting"]).rstrip(".")
        yield Alinea(" ".join(filter(None, [*zinnen, wanneer])), kop=f"{punt}.")


def _tell_next(tabel: pd.DataFrame, besluit: date | None, vandaag: date) -> list[Blok]:
    nog = tabel["status"].eq(STATUS_LABEL["in_behandeling"])
    open_, redenen = int(nog.sum()), tabel["motivering"][nog]
    if not open_:
        return []
    punten = "het andere punt" if open_ == 1 else "de andere punten"
    if besluit and besluit < vandaag and not find_momenten(redenen):
        zin = f"Over {punten} zou op {format_datum(besluit)} worden besloten. Dat is nog niet gebeurd."
        daarna = "Zodra er is besloten, laten wij het u weten."
    else:
        zin = f"{state_besluitdag(f'Over {punten}', besluit, vandaag, los='later', redenen=redenen)}."
        daarna = "Daarna laten wij u weten wat er is besloten."
    return [Kop("Wanneer hoort u meer?", anker="meer"), Alinea(f"{zin} {daarna}")]
