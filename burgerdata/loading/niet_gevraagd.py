"""Columns of a delivery that a colleague filled in: `nieuw` leaves them out of vragen.xlsx and says so."""

from __future__ import annotations

from collections.abc import Iterable

from burgerdata.getallen import join_woorden
from burgerdata.instruments.collegakolommen import is_collegakolom
from burgerdata.instruments.vraagregels import fold
from burgerdata.loading.drafts import Concept
from burgerdata.pseudonyms.opschriften import mask_opschrift


def list_niet_gevraagd(concept: Concept) -> tuple[str, ...]:
    """Return the columns with remarks of a colleague that nothing of the draft uses."""
    gebruikt = {fold(regel.kolom) for regel in concept.regels}
    gebruikt |= {fold(kop) for koppen in concept.levering.kolommen.values() for kop in koppen}
    kolommen = [kolom for lid in concept.bundel.leden if lid.tabel for kolom in lid.tabel.kolommen]
    namen = (kolom.naam for kolom in kolommen if is_collegakolom(kolom) and fold(kolom.naam) not in gebruikt)
    return tuple(dict.fromkeys(namen))


def tell_niet_gevraagd(concept: Concept) -> list[str]:
    """Return the remark of the overview; a name in a header is never told."""
    namen = [repr(mask_opschrift(naam)) for naam in list_niet_gevraagd(concept)]
    if not namen:
        return []
    is_er_een = len(namen) == 1
    return [
        f"{join_woorden(namen)} {'is' if is_er_een else 'zijn'} van een collega en niet gevraagd, en {'telt' if is_er_een else 'tellen'} niet mee "
        "(zie blad uitleg van vragen.xlsx)"
    ]


def explain_niet_gevraagd(concepten: Iterable[Concept]) -> tuple[str, ...]:
    """Return the lines for the sheet uitleg of vragen.xlsx: which columns are not in it, and how to have them in."""
    return tuple(
        f"Niet opgenomen: kolom '{naam}' van levering '{concept.levering.naam}', want zo te zien schreef een collega die. Schreven deelnemers"
        f" haar zelf, zet er dan een rij bij met levering {concept.levering.naam}, kolom {naam} en soort open."
        for concept in concepten
        for naam in list_niet_gevraagd(concept)
    )
