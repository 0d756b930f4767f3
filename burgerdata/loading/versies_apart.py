"""Versions of one file as `nieuw` finds them: one counts, the others are shown beside it for the analyst to choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.loading.afdruk import Afdruk, compare_afdrukken, make_afdruk, strip_marks
from burgerdata.loading.golfnamen import read_meting
from burgerdata.loading.golven import hold_same_people
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.versiekeuze import rank_versie

Versies = dict[tuple[str, str], tuple[Herkend, ...]]
"""Of a file and its sheet (empty where the file is read whole) the other versions."""
_HELP = ("deelnemerslijst", "codeboek", "codeerproject", "tekst", "onleesbaar")


def set_versions_aside(herkend: Sequence[Herkend]) -> tuple[list[Herkend], Versies]:
    """Return the files without those that are a version of another one, and per file its other versions.

    Of versions the one counts that ``rank_versie`` puts first; which one is right is for the analyst to say. Two sheets of
    one workbook are never versions: who keeps them beside each other means both.
    """
    op_volgorde = sorted(herkend, key=rank_versie, reverse=True)
    versies: dict[tuple[str, str], list[Herkend]] = {}
    telt: list[tuple[Herkend, Afdruk | None]] = []
    for deel in op_volgorde:
        afdruk = _print_file(deel)
        eerste = next((lid for lid, eigen in telt if _is_version(lid, eigen, deel, afdruk)), None)
        if eerste is not None:
            eigen_versies = versies.setdefault((eerste.bestand, eerste.blad), [])
            eigen_versies.append(replace(deel, versie_van=eerste.bestand))
        else:
            telt.append((deel, afdruk))
    weg = {(versie.bestand, versie.blad) for lijst in versies.values() for versie in lijst}
    over = [deel for deel in herkend if (deel.bestand, deel.blad) not in weg]
    return over, {plek: tuple(lijst) for plek, lijst in versies.items()}


def _print_file(deel: Herkend) -> Afdruk | None:
    vorm = deel.tabel or deel.gesprek
    helpt = deel.soort in _HELP or (deel.lezing is not None and deel.lezing.formaat.startswith("polis_"))
    return None if helpt or vorm is None else make_afdruk(vorm, "nieuw")


def _is_version(lid: Herkend, eigen: Afdruk | None, deel: Herkend, afdruk: Afdruk | None) -> bool:
    if lid.bestand == deel.bestand or lid.soort != deel.soort or eigen is None or afdruk is None:
        return False
    gelijkenis = compare_afdrukken(eigen, afdruk)
    return (gelijkenis is not None and gelijkenis.zeker) or _look_alike(lid, deel)


def _look_alike(een: Herkend, ander: Herkend) -> bool:
    """Return whether two surveys have one name but for a version, as many rows and columns, and the same days."""
    if een.tabel is None or ander.tabel is None or een.soort != "enquete":
        return False
    golven = read_meting(een.bestand), read_meting(ander.bestand)
    maten = [(len(deel.tabel.kolommen), deel.rijen, deel.periode) for deel in (een, ander) if deel.tabel]
    return (
        strip_marks(een.bestand) == strip_marks(ander.bestand)
        and golven[0] == golven[1]
        and not hold_same_people(een, ander)
        and maten[0] == maten[1]
    )
