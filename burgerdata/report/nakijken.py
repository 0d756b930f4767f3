"""What only a whole report would find: names of numbers, texts and findings in ``teksten/`` that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from burgerdata.errors import ContractError, Probleem
from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_keuzefouten
from burgerdata.report.collect import EIGEN, Opbrengst, collect_opbrengst
from burgerdata.report.compose import compose_blokken, read_eigen_teksten
from burgerdata.report.onafgedrukt import list_elders, state_elders
from burgerdata.report.texts import HOOFDSTUKKEN, KEUZE
from burgerdata.traject import Traject


def find_tekstproblemen(traject: Traject) -> tuple[tuple[Probleem, ...], tuple[Probleem, ...]]:
    """Return what is wrong with ``teksten/`` and with the bound report questions, and what deserves a look.

    The tables of the report are made only where a text may name one. What comes from the analyst's own notebooks is
    not known before they run, and is not judged.
    """
    problemen = list(_check_rapportvragen(traject))
    map_ = traject.instellingen.map
    if map_ is None or not any((map_ / "teksten").glob("*.md")):
        return tuple(problemen), ()
    opbrengst = collect_opbrengst(traject, datum=date.today())
    problemen += _check_texts(opbrengst)
    keuze = tuple(_drop_eigen(list_keuzefouten(opbrengst)))
    if problemen:
        return tuple(problemen), keuze
    return (), (*keuze, *(Probleem(zin) for zin in state_elders(_list_elders(opbrengst))))


def refuse_teksten(traject: Traject) -> None:
    """Refuse texts that cannot be printed, before the notebooks run: the report would stop at them after that.

    Raises
    ------
    ContractError
        What is wrong with the texts in ``teksten/``; a wrong name in ``keuze.md`` stops nothing.
    """
    map_ = traject.instellingen.map
    if map_ is None or not any(pad.name != KEUZE for pad in (map_ / "teksten").glob("*.md")):
        return
    if problemen := _check_texts(collect_opbrengst(traject, datum=date.today())):
        raise ContractError(problemen)


def _list_elders(opbrengst: Opbrengst) -> tuple[str, ...]:
    """Return the texts that no chapter prints; the figures are drawn only where one may be of those."""
    zonder_eigen = tuple(naam for naam in opbrengst.keuze if not naam.startswith(EIGEN))
    opbrengst = replace(opbrengst, keuze=zonder_eigen)
    try:
        alle = read_eigen_teksten(opbrengst)
    except ContractError:  # a number of the analyst's own notebook, which did not run yet
        return ()
    gekozen = {antwoord.id for antwoord in choose_bevindingen(opbrengst)}
    teksten = {
        naam: tekst for naam, tekst in alle.items() if naam not in (*HOOFDSTUKKEN, "bevindingen", *gekozen)
    }
    return list_elders(compose_blokken(opbrengst, teksten), teksten) if teksten else ()


def _check_rapportvragen(traject: Traject) -> Iterator[Probleem]:
    """Yield each question that traject.toml binds to a report question and that nobody was asked."""
    bekend = list(dict.fromkeys(traject.vragen["vraag_id"].astype("str")))
    for rapportvraag, vragen in traject.instellingen.rapportvragen.items():
        for vraag in vragen:
            if vraag not in bekend:
                dichtbij = get_close_matches(vraag, bekend, n=1)
                raad = f"bedoelde u '{dichtbij[0]}'?" if dichtbij else "kies een vraag_id uit vragen.xlsx"
                wat = f"bij {rapportvraag} staat '{vraag}', en zo'n vraag is er niet"
                yield Probleem(wat, raad, "traject.toml", kolom="rapportvragen")


def _check_texts(opbrengst: Opbrengst) -> list[Probleem]:
    """Return the faults that the report would stop at, but for names that the analyst's own notebooks give."""
    try:
        read_eigen_teksten(opbrengst)
    except ContractError as fout:
        return _drop_eigen(fout.lijst)
    return []


def _drop_eigen(problemen: Iterable[Probleem]) -> list[Probleem]:
    """Return these faults without those of names that the analyst's own notebooks give."""
    return [probleem for probleem in problemen if f"'{EIGEN}" not in probleem.wat.replace("{", "")]
