"""A community with its topics and its replies in sheets or files of their own: one delivery, each table with its columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from burgerdata.formats import read
from burgerdata.intake import Zegel
from burgerdata.intake.seal_berichten import holds_reacties
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.label_sheets import keep_sheets
from burgerdata.loading.ledenlijst import LEDENLIJST
from burgerdata.loading.ongelezen_bladen import state_rijen
from burgerdata.shapes import Tabel

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
    return frozenset(nummer for deel in bladen for nummer in _list_cellen(deel, eigen.get(_plek(deel), "")))


def _is_log(deel: Herkend, nummers: Collection[str]) -> bool:
    """Return whether each row of a sheet is about a message, by a column with its number: what people did, and no answers."""
    if deel.soort != "enquete":
        return False
    koppen = [kop for kop in _list_koppen(deel) if _LOGKOP.fullmatch(" ".join(kop.split()).casefold())]
    genoemd = [_list_cellen(deel, kop) for kop in koppen]
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


def group_berichten(delen: Sequence[Herkend]) -> list[tuple[Herkend, ...]]:
    """Return files of messages as deliveries: replies with the file that has what they reply to, any other file by itself.

    Numbers that count from 1 fit in several files; of those, the one that is called like the replies has what they reply to.
    """
    gevonden = [(deel, _find_bericht(deel, delen)) for deel in delen]
    paren = {frozenset((_plek(deel), _plek(ander))) for deel, ander in gevonden if ander is not None}
    groepen: list[list[Herkend]] = []
    for deel in delen:
        bij = [
            groep
            for groep in groepen
            if any(frozenset((_plek(deel), _plek(ander))) in paren for ander in groep)
        ]
        groepen = [groep for groep in groepen if groep not in bij]
        groepen.append([*(lid for groep in bij for lid in groep), deel])
    return [
        tuple(replace(lid, kolommen=join_kolommen(groep)) for lid in groep) if len(groep) > 1 else (groep[0],)
        for groep in groepen
    ]


def _find_bericht(reactie: Herkend, delen: Sequence[Herkend]) -> Herkend | None:
    """Return the file with what another one replies to; nothing where several may be it and their names do not tell which."""
    passend = [deel for deel in delen if deel is not reactie and _replies_to(reactie, deel)]
    if len(passend) <= 1:
        return next(iter(passend), None)
    gedeeld = [len(_list_naamwoorden(reactie) & _list_naamwoorden(deel)) for deel in passend]
    beste = max(gedeeld)
    return passend[gedeeld.index(beste)] if gedeeld.count(beste) == 1 else None


def _list_naamwoorden(deel: Herkend) -> set[str]:
    """Return the words and numbers in the name of a file and of the folders in which it lies."""
    return set(re.findall(r"[^\W\d_]+|\d+", str(PurePosixPath(deel.bestand).with_suffix("")).casefold()))


def _replies_to(reactie: Herkend, bericht: Herkend) -> bool:
    """Return whether a table in a file of its own replies to that in another one, by the header with its number and by the numbers.

    Where the other one has what numbers its rows too, both hold replies.
    """
    paar = (reactie, bericht)
    if any(deel.soort != BERICHTEN or len(_list_tabellen(deel)) != 1 or deel.blad for deel in paar):
        return False
    eigen = _find_eigen(paar)
    op = _find_op(reactie, eigen)
    if not op or eigen.get(_plek(reactie), "") in _list_koppen(bericht):
        return False
    return _list_cellen(reactie, op) <= _list_cellen(bericht, op)


def join_kolommen(bladen: Sequence[Herkend]) -> dict[str, tuple[str, ...]]:
    """Return role → columns over all tables: a reply names its topic by the number that the topic has in another one."""
    eigen = _find_eigen(bladen)
    per_blad = []
    for deel in bladen:
        bekend = {"antwoord_op": (_find_op(deel, eigen),), **deel.kolommen}
        velden = bekend | {"bericht_id": (eigen.get(_plek(deel), ""),)}
        per_blad.append({rol: koppen for rol, koppen in velden.items() if any(koppen)})
    rollen = dict.fromkeys(rol for velden in per_blad for rol in velden)
    samen = {rol: dict.fromkeys(kop for velden in per_blad for kop in velden.get(rol, ())) for rol in rollen}
    return {rol: tuple(koppen) for rol, koppen in samen.items()}


def _plek(deel: Herkend) -> tuple[str, str]:
    return deel.bestand, deel.blad


def _find_eigen(bladen: Sequence[Herkend]) -> Mapping[tuple[str, str], str]:
    """Return table → the column with the number of its own rows, as far as its header tells.

    A table with one such number goes first: what is left over in another one is that of its own. Where that of replies is the
    only one and that of another table too, it tells what they reply to.
    """
    kan = {_plek(deel): _list_nummers(deel) for deel in bladen}
    reacties = [_plek(deel) for deel in bladen if deel.tabel is not None and holds_reacties(deel.tabel)]
    elders = {kop for plek, koppen in kan.items() if plek not in reacties for kop in koppen}
    kan |= {plek: [] for plek in reacties if set(kan[plek]) <= elders}
    eigen: dict[tuple[str, str], str] = {}
    for plek, koppen in sorted(kan.items(), key=lambda paar: len(paar[1])):
        vrij = [kop for kop in koppen if len(koppen) == 1 or kop not in eigen.values()]
        if vrij:
            eigen[plek] = vrij[0]
    return eigen


def _find_op(deel: Herkend, eigen: Mapping[tuple[str, str], str]) -> str:
    """Return the column of a table with the number of what is in another one; empty where it has none."""
    nummer = eigen.get(_plek(deel), "")
    elders = {kop for plek, kop in eigen.items() if plek != _plek(deel)} - {nummer}
    return next((kop for kop in _list_koppen(deel) if kop in elders), "")


def _list_nummers(deel: Herkend) -> list[str]:
    """Return the columns of a table that may number its rows: the one told already, and those in which no number is twice."""
    bezet = {kop for koppen in deel.kolommen.values() for kop in koppen}
    return [
        *deel.kolommen.get("bericht_id", ()),
        *(
            kop
            for kop in _list_koppen(deel)
            if kop not in bezet
            and _NUMMERKOP.fullmatch(" ".join(kop.split()).casefold())
            and deel.tabel is not None
            and not deel.tabel.frame[kop].str.strip().duplicated().any()
        ),
    ]


def _list_tabellen(deel: Herkend) -> tuple[Tabel, ...]:
    return deel.lezing.tabellen if deel.lezing is not None else ()


def _list_cellen(deel: Herkend, kop: str) -> set[str]:
    """Return the filled cells of a column; none where sealing used it up or the table has none."""
    if deel.tabel is None or kop not in deel.tabel.frame:
        return set()
    return set(deel.tabel.frame[kop].str.strip()) - {""}


def _list_koppen(deel: Herkend) -> list[str]:
    """Return the headers of a table, that of its number too where sealing used it up."""
    over = [kolom.naam for kolom in deel.tabel.kolommen] if deel.tabel is not None else []
    return list(dict.fromkeys([*over, *deel.kolommen.get("bericht_id", ())]))
