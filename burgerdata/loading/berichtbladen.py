"""A workbook of a community with its topics and its replies in sheets of their own: one delivery, each sheet with its columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from burgerdata.formats import read
from burgerdata.intake import Zegel
from burgerdata.loading.label_sheets import keep_sheets
from burgerdata.loading.ledenlijst import LEDENLIJST
from burgerdata.loading.ongelezen_bladen import state_rijen
from burgerdata.loading.recognise import Herkend

BERICHTEN = "community"
_NAAST = frozenset(["enquete", "codeboek", "tekst", "onleesbaar", "deelnemerslijst", LEDENLIJST])
"""What may stand in a sheet beside messages; beside a part of a meeting the messages are no export of a community."""
_NUMMERKOP = re.compile(
    r"(?:topic|thread|draad|discussie|onderwerp|gesprek|vraag|stelling|idee|bijdrage|post|bericht|message|repl(?:y|ies)|reactie|comment"
    r"|antwoord|respon[cs]e)s?[ _-]?(?:id|nr\.?|nummer|code)"
)
"""The number of what stands in a row, or of what it is a reply to."""
_LOGKOP = re.compile(rf"(?:{_NUMMERKOP.pattern}|id|nr\.?|nummer|(?:target|object|item|doel)[ _-]?id)")
"""The number of the message that a row of a log is about."""


def split_berichten(heel: Herkend, los: Sequence[Herkend], pad: Path, zegel: Zegel) -> list[Herkend]:
    """Return a workbook whose sheets hold messages as one delivery, the first, with its other sheets; empty for another one.

    The longest sheet does not say what a workbook is: a log of likes is longer than the messages that were liked. Where it
    holds messages itself, other sheets are of the people who wrote and belong with them.
    """
    berichten = [deel for deel in los if deel.soort == BERICHTEN]
    anders = [deel for deel in los if deel.soort != BERICHTEN]
    if not berichten or not {deel.soort for deel in anders} <= _NAAST:
        return []
    if heel.soort == BERICHTEN:
        return [_join_bladen(heel, berichten, pad, zegel)]
    samen = _join_bladen(heel, berichten, pad, zegel) if len(berichten) > 1 else berichten[0]
    nummers = _collect_nummers(berichten)
    return [samen, *(_set_log_aside(deel, samen) if _is_log(deel, nummers) else deel for deel in anders)]


def _collect_nummers(bladen: Sequence[Herkend]) -> frozenset[str]:
    """Return the numbers of the messages, as far as sealing left them."""
    eigen = _find_eigen(bladen)
    return frozenset(
        nummer
        for deel in bladen
        if deel.tabel is not None and eigen.get(deel.blad) in deel.tabel.frame
        for nummer in deel.tabel.frame[eigen[deel.blad]].str.strip()
    )


def _is_log(deel: Herkend, nummers: Collection[str]) -> bool:
    """Return whether each row of a sheet is about a message, by a column with its number: what people did, and no answers."""
    if deel.soort != "enquete" or deel.tabel is None:
        return False
    koppen = [kop for kop in _list_koppen(deel) if _LOGKOP.fullmatch(" ".join(kop.split()).casefold())]
    genoemd = [set(deel.tabel.frame[kop].str.strip()) - {""} for kop in koppen]
    return any(waarden and waarden <= set(nummers) for waarden in genoemd)


def _set_log_aside(deel: Herkend, berichten: Herkend) -> Herkend:
    """Return a log of what people did with messages as a text, with where its numbers are or should be."""
    al = next((kop for kop in berichten.kolommen.get("likes", ())), "")
    waar = (
        f"bij elk bericht staat al in kolom '{al}' hoeveel het er zijn"
        if al
        else "zet bij elk bericht hoeveel het er zijn, en noem die kolom bij kolommen.likes"
    )
    reden = (
        f"een logboek bij de berichten ({state_rijen(deel.rijen)}, zoals likes), geen rij per mens; {waar}"
    )
    return replace(deel, soort="tekst", reden=reden, aard="")


def _join_bladen(heel: Herkend, bladen: Sequence[Herkend], pad: Path, zegel: Zegel) -> Herkend:
    """Return the sheets of messages read once more, as one community."""
    kolommen = join_kolommen(bladen)
    open_ = frozenset(naam for namen in kolommen.values() for naam in namen)
    lezing = read(pad, replace(zegel, velden=kolommen, open=open_), bestand=heel.bestand)
    lezing = keep_sheets(lezing, [deel.blad for deel in bladen], weg=False)
    return Herkend(heel.bestand, BERICHTEN, lezing, kolommen=kolommen)


def join_kolommen(bladen: Sequence[Herkend]) -> dict[str, tuple[str, ...]]:
    """Return role → columns over all sheets: a reply names its topic by the number that the topic has in another sheet."""
    eigen = _find_eigen(bladen)
    per_blad = []
    for deel in bladen:
        nummer = eigen.get(deel.blad, "")
        elders = {kop for blad, kop in eigen.items() if blad != deel.blad} - {nummer}
        op = next((kop for kop in _list_koppen(deel) if kop in elders), "")
        velden = {"bericht_id": (nummer,), "antwoord_op": (op,)} | {**deel.kolommen}
        per_blad.append({rol: koppen for rol, koppen in velden.items() if any(koppen)})
    rollen = dict.fromkeys(rol for velden in per_blad for rol in velden)
    samen = {rol: dict.fromkeys(kop for velden in per_blad for kop in velden.get(rol, ())) for rol in rollen}
    return {rol: tuple(koppen) for rol, koppen in samen.items()}


def _find_eigen(bladen: Sequence[Herkend]) -> Mapping[str, str]:
    """Return sheet → the column with the number of its own rows, as far as its header tells.

    A sheet with one such number goes first: what is left over in another one is that of its own.
    """
    kan = {deel.blad: _list_nummers(deel) for deel in bladen}
    eigen: dict[str, str] = {}
    for blad, koppen in sorted(kan.items(), key=lambda paar: len(paar[1])):
        vrij = [kop for kop in koppen if len(koppen) == 1 or kop not in eigen.values()]
        if vrij:
            eigen[blad] = vrij[0]
    return eigen


def _list_nummers(deel: Herkend) -> list[str]:
    """Return the columns of a sheet that may number its rows: the one told already, else those in which no number is twice."""
    if bekend := deel.kolommen.get("bericht_id"):
        return [*bekend]
    bezet = {kop for koppen in deel.kolommen.values() for kop in koppen}
    return [
        kop
        for kop in _list_koppen(deel)
        if kop not in bezet
        and _NUMMERKOP.fullmatch(" ".join(kop.split()).casefold())
        and deel.tabel is not None
        and not deel.tabel.frame[kop].str.strip().duplicated().any()
    ]


def _list_koppen(deel: Herkend) -> list[str]:
    return [kolom.naam for kolom in deel.tabel.kolommen] if deel.tabel is not None else []
