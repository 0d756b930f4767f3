"""What else was counted, a line each: results that are no finding of the chapter and that a reader looks for all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings.zinnen import quote
from burgerdata.getallen import format_getal, format_procent, join_woorden
from burgerdata.instruments.steunvragen import asks_mening
from burgerdata.report.blocks import Alinea, Blok, Opsomming
from burgerdata.report.chapters.strength import is_stippen, says_nothing
from burgerdata.report.chapters.summary_sentences import name_bron
from burgerdata.report.chapters.verschil import find_tabel, tell_uitleg
from burgerdata.report.tellingen import TELLING
from burgerdata.toelichting import read_toelichting

_PER_SOORT = {TELLING.rstrip("_"): 5}
_ANDERS = 3
"""Lines of one kind at most (tallies; dots, differences): the chapter is about the findings."""
_VOLGENDE = 4
"""Answers that are told beside the first."""


def print_verder(andere: Iterable[Antwoord]) -> list[Blok]:
    """Return the lines of what may be chosen in ``teksten/keuze.md`` and was not; nothing where there is nothing.

    What people think or want goes before what they have or do.
    """
    regels: list[str] = []
    soorten: Counter[str] = Counter()
    for antwoord in sorted(andere, key=lambda antwoord: not asks_mening(antwoord.vraag)):
        soort, zin = antwoord.id.partition("_")[0], tell_regel(antwoord)
        soorten[soort] += bool(zin)
        regels += [zin] if zin and soorten[soort] <= _PER_SOORT.get(soort, _ANDERS) else []
    return [Alinea("", kop="Verder geteld:"), Opsomming(tuple(regels))] if regels else []


def tell_regel(antwoord: Antwoord) -> str:
    """Return one line: the finding, what comes next with its numbers, and the source; empty where the finding says nothing."""
    tabel = find_tabel(antwoord)
    if tabel is None or says_nothing(antwoord):
        return ""
    over = read_toelichting(tabel)
    if over.per:
        verder = tell_uitleg(antwoord)[-1:]
        zin = " ".join([f"{antwoord.bevinding}.", *verder])
        return f"{zin.rstrip('.')} ({name_bron(over.bron)})."
    volgende = join_woorden(list(_list_volgende(tabel)))
    daarna = f"; daarna {volgende}" if volgende else ""
    return f"{antwoord.bevinding}{daarna} ({name_bron(over.bron)})."


def _list_volgende(tabel: pd.DataFrame) -> Iterator[str]:
    """Yield the answers, or the ideas, behind the first with their share or number, as far as these may be printed."""
    if is_stippen(tabel):  # these stand in the order of the finding already
        naam, waarde = "idee", "stippen"
        rijen = tabel[tabel["activiteit_id"].eq(tabel["activiteit_id"].iloc[0])]
    else:
        naam, waarde = "label", "aandeel" if tabel["aandeel"].notna().any() else "n"
        rijen = tabel.sort_values(waarde, ascending=False, kind="stable", na_position="last")
    rijen = rijen.iloc[1:]
    rijen = rijen[rijen[waarde].fillna(0).gt(0)]
    for rij in rijen.head(_VOLGENDE).to_dict("records"):
        getal = format_procent(float(rij[waarde])) if waarde == "aandeel" else format_getal(int(rij[waarde]))
        yield f"{quote(str(rij[naam]), langst=45)} ({getal})"
