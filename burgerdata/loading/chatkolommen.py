"""The columns of a chat log, which its reader names itself: the analyst need not say what is what."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats.chatlog import FORMAAT, read_chat
from burgerdata.formats.detect import detect
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.intake.open import open_bron
from burgerdata.loading.bericht_columns import guess_berichtkolommen
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel


def guess_chat(levering: Levering, map_: Path) -> Levering:
    """Return messages in a chat log with their columns, where the analyst says nothing about them."""
    if levering.instrument not in BERICHTEN or levering.kolommen or levering.persoon:
        return levering
    bestand = next(iter(levering.bestanden), "")
    with suppress(BronError, OSError):
        bron = open_bron(map_ / bestand, bestand=bestand)
        if detect(bron, beurtentabel=False, chat=True) == FORMAAT:
            (ruw,) = read_chat(bron)
            koppen = [kolom.naam for kolom in ruw.vorm.kolommen] if isinstance(ruw.vorm, Tabel) else []
            return replace(levering, kolommen=guess_berichtkolommen(koppen))
    return levering
