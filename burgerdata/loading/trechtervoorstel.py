"""The counts of recruitment that a sheet of the folder holds, as lines of the draft of the meeting that they are of."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.trechter import read_trechter
from burgerdata.loading.drafts import Concept
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.toml_values import quote

_KOP = "[[levering]]\n"
_HINT = "; klopt dat, haal dan de # vooraan weg"


def fill_trechter(toml: str, concepten: Sequence[Concept], herkend: Sequence[Herkend]) -> str:
    """Return a draft with a line per count of recruitment that a table tells, closed by a #, at the meeting it is of.

    That is the delivery that reads its workbook, else the only meeting there is. Of two such tables nobody can say which one counts.
    """
    gevonden = _list_trechters(herkend)
    if len(gevonden) != 1:
        return toml
    ((bestand, regels),) = gevonden.items()
    avonden = [concept for concept in concepten if concept.levering.instrument in ONDERDELEN]
    eigen = [concept for concept in avonden if bestand in concept.levering.bestanden] or avonden
    if len(eigen) != 1:
        return toml
    boven, *blokken = toml.split(_KOP)
    naam = f"naam = {quote(eigen[0].levering.naam)}\n"
    return _KOP.join(
        [boven, *(_add_regels(blok, regels) if blok.startswith(naam) else blok for blok in blokken)]
    )


def _list_trechters(herkend: Sequence[Herkend]) -> dict[str, list[str]]:
    """Return file → the lines about what its table of recruitment counts, each with where it stands."""
    uit: dict[str, list[str]] = {}
    for deel in herkend:
        for tabel in deel.lezing.tabellen if deel.lezing is not None else ():
            waar = f"{deel.bestand}, blad '{tabel.blad}'" if tabel.blad else deel.bestand
            stappen = read_trechter(tabel)
            regels = [
                f"# {stap} = {aantal}  # {waar}: {cel}{_HINT}" for stap, (cel, aantal) in stappen.items()
            ]
            if regels:
                uit.setdefault(deel.bestand, regels)
    return uit


def _add_regels(blok: str, regels: Sequence[str]) -> str:
    """Return the lines of a delivery with these below them, before what follows on a blank line."""
    eigen, leeg, rest = blok.partition("\n\n")
    return "\n".join([eigen.rstrip("\n"), *regels]) + (leeg or "\n") + rest
