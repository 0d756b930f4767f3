"""Chat logs as text: what Zoom saves of the chat of a meeting, and what WhatsApp exports of a group; a row per message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.chat_moments import write_tijdstippen
from burgerdata.formats.chat_signs import are_chatters, wrote_program
from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.text import count_lines, split_lines
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import RIJ, Bron, Tabel

FORMAAT = "chat"
_DAG = r"(?P<dag>\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?\s+"
_TIJD = r"(?P<tijd>\d{1,2}:\d{2}(?::\d{2})?(?:\s?[APap]\.?[Mm]\.?)?)"
_WIE = r"(?:(?P<wie>[^:\n]{1,60}?):(?:\s|$))?(?P<rest>.*)$"
_WHATSAPP = (
    re.compile(rf"^\u200e?{_DAG}{_TIJD}\s+-\s+{_WIE}"),
    re.compile(rf"^\u200e?\[{_DAG}{_TIJD}\]\s+{_WIE}"),
)
_ZOOM = re.compile(
    r"^\s*(?P<tijd>\d{1,2}:\d{2}:\d{2})\s+(?:From|Van)\s+(?P<wie>[^\s:][^:]{0,79})\s+(?:to|To|aan|Aan)\s+(?P<aan>[^\s:][^:]{0,119}):\s*(?P<rest>.*)$"
)
_ALLEN = frozenset(
    "everyone iedereen all alle allen hosts panelists panelleden attendees deelnemers participants group groep groepschat".split()  # noqa: SIM905
)
_ERBIJ = frozenset(
    "and en in the de het of van co meeting vergadering webinar waiting breakout room wachtruimte wachtkamer chat".split()  # noqa: SIM905
)
"""Whom a message is for that more than one could read, and the words beside it; any other is between two people."""
_BEELD = (
    r"(?:afbeelding|foto|video|audio|geluid|sticker|gif|document|contactkaart|media|image|photo|contact card)"
)
_PROGRAMMA = re.compile(
    rf"\u200e.*|<[^<>]*(?:weggelaten|omitted|ommitted)>|<(?:bijgevoegd|attached): .*>|{_BEELD} (?:weggelaten|omitted)"
    r"|\S.{0,100} \((?:bestand bijgevoegd|file attached)\)"
    r"|(?:dit bericht is|je hebt dit bericht|u hebt dit bericht) verwijderd\.?|(?:this message was|you) deleted(?: this message)?\.?"
    r"|gemiste (?:groeps)?(?:spraak|video-?)oproep|missed (?:group )?(?:voice|video) call|null"
    r"|(?:locatie|location): [^\n]*https?://\S+|(?:live[ -]?(?:locatie|location)) (?:gedeeld|shared)"
    r"|(?:reacted to|removed a reaction from) \".*",
    re.IGNORECASE,
)
"""What the program writes in the place of a message: a picture that is not there, a place on a map, one that was taken back, a thumb."""
_BEWERKT = re.compile(r"\s*\u200e?<(?:dit bericht is bewerkt|this message was edited)>\s*$", re.IGNORECASE)
"""What the program puts behind a message that its writer changed."""
_RICHTING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
"""Signs around a number or a name that tell a screen which way to write."""
_AANGEHAALD = re.compile(r"(?:replying to|in antwoord op) \".*\":?", re.IGNORECASE)
"""The words of another, which Zoom repeats above an answer to them."""
_GEBEURT = re.compile(
    r"\b(?:heeft|hebt|bent|is|changed|added|created|left|joined|removed)\b.*\b(?:groep|onderwerp|naam|gewijzigd|toegevoegd|group|subject)\b",
    re.IGNORECASE,
)
"""What happens in a group, which may hold a colon ("Sanne heeft het onderwerp gewijzigd in: Wijk")."""
_WOORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3
_SHARE = 0.3
_LOOK = 200


@dataclass(frozen=True)
class _Bericht:
    rij: int
    persoon: str
    bericht: str
    dag: str
    tijd: str
    reden: str = ""
    """Why it is no message to all: a reason of the logboek."""


def is_chat(tekst: str, *, verwacht: bool | None = None) -> bool:
    r"""Return whether a text is a chat log: enough of its lines begin a message of somebody at a moment.

    Observations and a talk that was typed out may be written as WhatsApp writes: something must show that people chat,
    unless the analyst says that they do or do not (``verwacht``).

    Examples
    --------
    >>> is_chat("12-03-2026 14:05 - Kees: te ver\n12-03-2026 14:06 - Fatima: eens\n12-03-2026 14:09 - Kees: ja\n")
    True
    >>> is_chat("M: Welkom.\nR1: Dank u.\nR2: Ja.")
    False
    >>> regels = "12-03-2026 14:05 - plein: druk\n12-03-2026 14:06 - park: leeg\n12-03-2026 14:09 - plein: druk\n"
    >>> is_chat(regels), is_chat(regels, verwacht=True)
    (False, True)
    """
    regels = [regel for regel in tekst[:100_000].splitlines() if regel.strip()][:_LOOK]
    matches = [match for regel in regels if (match := _match(regel))]
    namen = [match["wie"].strip(" \u200e") for match in matches if match["wie"]]
    if len(namen) < max(_FEWEST, _SHARE * len(regels)):
        return False
    if any(match.re is _ZOOM for match in matches):
        return True
    if verwacht is not None:
        return verwacht
    zonder_naam = [match["rest"] for match in matches if not match["wie"]]
    return wrote_program((match.string for match in matches), zonder_naam) or are_chatters({*namen})


def read_chat(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the messages as one table, Afzender, Bericht and Tijdstip; ``blad`` is not used.

    Zoom keeps no day, so its messages have no Tijdstip. A message between two people is left out, and so is a line of
    the program itself; both are noted.

    Raises
    ------
    BronError
        When all messages are between two people.
    """
    tekst, _ = decode_text(bron.inhoud)
    logboek = Logboek(bron.bestand)
    berichten = _read_lines(tekst, logboek)
    over = [een for een in berichten if not een.reden and een.bericht]
    if not over and any(een.reden == "privebericht" for een in berichten):
        wat = "alle berichten in deze chat zijn van een mens aan een ander, en die worden niet gelezen"
        raise BronError(wat, "vraag om de chat met de berichten aan iedereen", bestand=bron.bestand)
    for reden in dict.fromkeys(een.reden for een in berichten if een.reden):
        logboek.note(reden, aantal=sum(een.reden == reden for een in berichten))
    logboek.note("lege_rij", aantal=sum(not een.reden and not een.bericht for een in berichten))
    waarden = {"Afzender": [een.persoon for een in over], "Bericht": [een.bericht for een in over]}
    if any(een.dag for een in over):
        waarden["Tijdstip"] = write_tijdstippen([(een.dag, een.tijd) for een in over])
    kolommen = make_kolommen(list(waarden), logboek)
    nummers = pd.Series([een.rij for een in over], dtype="int64", name=RIJ)
    tabel = Tabel(
        bron.bestand, FORMAAT, pd.concat([nummers, pd.DataFrame(waarden, dtype="str")], axis=1), kolommen
    )
    return [Ruw(tabel, count_lines(tekst), logboek)]


def _read_lines(tekst: str, logboek: Logboek) -> list[_Bericht]:
    """Return what each line that begins a message holds with the lines below it; other lines are noted."""
    blokken: list[tuple[re.Match[str], list[tuple[int, str]]]] = []
    for rij, regel in enumerate(split_lines(tekst), start=1):
        match = _match(regel)
        if match is not None:
            blokken.append((match, [(rij, match["rest"].strip())]))
        elif regel.strip() and blokken:
            blokken[-1][1].append((rij, regel.translate(_RICHTING).strip()))
        elif regel.strip():
            logboek.note("tussenkop", rij=rij)
    return [bericht for match, regels in blokken for bericht in _make(match, regels, logboek)]


def _match(regel: str) -> re.Match[str] | None:
    regel = regel.translate(_RICHTING)
    return next((match for patroon in (*_WHATSAPP, _ZOOM) if (match := patroon.match(regel))), None)


def _clean(wie: str) -> str:
    return wie.strip(" ~\u200e")


def _make(match: re.Match[str], regels: list[tuple[int, str]], logboek: Logboek) -> Iterator[_Bericht]:
    """Yield the message of a few lines; what stands below a picture is a message of its own."""
    deel = match.groupdict()
    wie = _clean(deel["wie"] or "")
    moment = (deel.get("dag") or "", deel["tijd"])
    prive = "aan" in deel and not _is_for_all(deel["aan"])
    if not prive and wie and _PROGRAMMA.fullmatch(regels[0][1]) and len(regels) > 1:
        yield _Bericht(regels[0][0], wie, "", *moment, "chatmelding")
        regels = regels[1:]
    for rij, _ in regels[1:]:
        logboek.note("samengevoegde_beurten", rij=rij)
    bericht = "\n".join(tekst for _, tekst in regels if tekst and not _AANGEHAALD.fullmatch(tekst))
    bericht = _BEWERKT.sub("", bericht)
    weg = not wie or _GEBEURT.search(wie) or _PROGRAMMA.fullmatch(bericht)
    yield _Bericht(
        regels[0][0], wie, bericht, *moment, "privebericht" if prive else "chatmelding" if weg else ""
    )


def _is_for_all(aan: str) -> bool:
    woorden = set(_WOORD.findall(aan.casefold()))
    return bool(woorden & _ALLEN) and woorden <= _ALLEN | _ERBIJ
