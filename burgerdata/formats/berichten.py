"""What readers of platforms share: columns told what they are in a table of messages, spare ones left out and noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from burgerdata.formats.header_rows import keep_columns
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Kolom, Tabel


def assign_velden(tabel: Tabel, velden: Mapping[str, str]) -> Tabel:
    """Return the table with ``velden`` (column → role) said of its columns."""
    kolommen = tuple(replace(kolom, veld=velden.get(kolom.naam, kolom.veld)) for kolom in tabel.kolommen)
    return replace(tabel, kolommen=kolommen)


def drop_columns(
    tabel: Tabel, namen: Sequence[str], logboek: Logboek, *, reden: str = "kolom_weggelaten"
) -> Tabel:
    """Return the table without these columns, each with a row in the logboek."""
    for naam in namen:
        gevuld = int((tabel.frame[naam].str.strip() != "").sum())
        logboek.note(reden, kolom=naam, aantal=max(gevuld, 1))
    return keep_columns(tabel, [kolom for kolom in tabel.kolommen if kolom.naam not in namen])


def merge_languages(tabel: Tabel, stam: str) -> Tabel:
    """Return the table with ``stam/nl``, ``stam/en``, … as one column: the most used language, else another that is filled.

    What a machine translated is left out; a table that has the plain column stays as it is.
    """
    talen = [
        kolom.naam
        for kolom in tabel.kolommen
        if kolom.naam.startswith(f"{stam}/") and "machine_translation" not in kolom.naam
    ]
    if not talen or stam in tabel.frame:
        return tabel
    frame = tabel.frame
    op_vulling = sorted(talen, key=lambda naam: -int((frame[naam].str.strip() != "").sum()))
    samen = frame[op_vulling[0]]
    for naam in op_vulling[1:]:
        samen = samen.where(samen.str.strip() != "", frame[naam])
    nieuw = Kolom(stam, tekst=stam, herkomst="; ".join(talen))
    houden = [kolom for kolom in tabel.kolommen if not kolom.naam.startswith(f"{stam}/")]
    plek = next(nr for nr, kolom in enumerate(tabel.kolommen) if kolom.naam == talen[0])
    houden.insert(plek, nieuw)
    return keep_columns(replace(tabel, frame=frame.assign(**{stam: samen})), houden)
