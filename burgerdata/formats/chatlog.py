"""Chat logs as text: what Zoom saves of the chat of a meeting, and what WhatsApp exports of a group; a row per message."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.lezing import Ruw
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
    r"^\s*(?P<tijd>\d{1,2}:\d{2}:\d{2})\s+(?:From|Van)\s+(?P<wie>\S.{0,79}?)\s+(?:to|To|aan|Aan)\s+(?P<aan>[^:]{1,120}?)\s*:\s*(?P<rest>.*)$"
)
_ALLEN = ("everyone", "iedereen", "all", "alle", "hosts and panelists", "hosts en panelleden")
"""Whom a message is for that all could read; any other is between two people."""
_PROGRAMMA = re.compile(
    r"\u200e.*|<[^<>]*(?:weggelaten|omitted|ommitted)>|<(?:bijgevoegd|attached): .*>|.{0,30}\b(?:weggelaten|omitted)"
    r"|(?:dit bericht is|je hebt dit bericht|u hebt dit bericht|this message was|you) (?:verwijderd|deleted).*",
    re.IGNORECASE,
)
"""What the program writes in the place of a message: a picture that is not there, a message that was taken back."""
_GEBEURT = re.compile(
    r"\b(?:heeft|hebt|bent|is|changed|added|created|left|joined|removed)\b.*\b(?:groep|onderwerp|naam|gewijzigd|toegevoegd|group|subject)\b",
    re.IGNORECASE,
)
"""What happens in a group, which may hold a colon ("Sanne heeft het onderwerp gewijzigd in: Wijk")."""
_FEWEST = 3
_SHARE = 0.3
_LOOK = 200


@dataclass(frozen=True)
class _Bericht:
    rij: int
    persoon: str
    bericht: str
    tijdstip: str
    reden: str = ""
    """Why it is no message of this group: a reason of the logboek."""


def is_chat(tekst: str) -> bool:
    r"""Return whether a text is a chat log: enough of its lines begin a message of somebody at a moment.

    Examples
    --------
    >>> is_chat("12-03-2026 14:05 - Kees: te ver\n12-03-2026 14:06 - Fatima: eens\n12-03-2026 14:09 - Kees: ja\n")
    True
    >>> is_chat("M: Welkom.\nR1: Dank u.\nR2: Ja.")
    False
    """
    regels = [regel for regel in tekst[:100_000].splitlines() if regel.strip()][:_LOOK]
    raak = sum(bool((match := _match(regel)) and match["wie"]) for regel in regels)
    return raak >= max(_FEWEST, _SHARE * len(regels))


def read_chat(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the messages as one table, Afzender, Bericht and Tijdstip; ``blad`` is not used.

    Zoom keeps no day, so its messages have no Tijdstip. A message between two people is left out, and so is a line of
    the program itself; both are noted.
    """
    tekst, _ = decode_text(bron.inhoud)
    logboek = Logboek(bron.bestand)
    berichten = _read_lines(tekst, logboek)
    over = [een for een in berichten if not een.reden and een.bericht]
    for reden in dict.fromkeys(een.reden for een in berichten if een.reden):
        logboek.note(reden, aantal=sum(een.reden == reden for een in berichten))
    logboek.note("lege_rij", aantal=sum(not een.reden and not een.bericht for een in berichten))
    waarden = {"Afzender": [een.persoon for een in over], "Bericht": [een.bericht for een in over]}
    if any(een.tijdstip for een in over):
        waarden["Tijdstip"] = [een.tijdstip for een in over]
    kolommen = make_kolommen(list(waarden), logboek)
    nummers = pd.Series([een.rij for een in over], dtype="int64", name=RIJ)
    tabel = Tabel(
        bron.bestand, FORMAAT, pd.concat([nummers, pd.DataFrame(waarden, dtype="str")], axis=1), kolommen
    )
    return [Ruw(tabel, len(re.findall(r"[^\r\n]*\S[^\r\n]*", tekst)), logboek)]


def _read_lines(tekst: str, logboek: Logboek) -> list[_Bericht]:
    berichten: list[_Bericht] = []
    for rij, regel in enumerate(re.split(r"\r\n|\r|\n", tekst), start=1):
        if not regel.strip():
            continue
        match = _match(regel)
        if match is not None:
            berichten.append(_make(rij, match))
        elif berichten:
            vorig = berichten[-1]
            samen = f"{vorig.bericht}\n{regel.strip()}".strip()
            berichten[-1] = _Bericht(vorig.rij, vorig.persoon, samen, vorig.tijdstip, vorig.reden)
            logboek.note("samengevoegde_beurten", rij=rij)
        else:
            logboek.note("tussenkop", rij=rij)
    return berichten


def _match(regel: str) -> re.Match[str] | None:
    return next((match for patroon in (*_WHATSAPP, _ZOOM) if (match := patroon.match(regel))), None)


def _make(rij: int, match: re.Match[str]) -> _Bericht:
    deel = match.groupdict()
    wie, rest = (deel["wie"] or "").strip(" ~\u200e"), deel["rest"].strip()
    tijdstip = f"{deel['dag']} {deel['tijd']}" if deel.get("dag") else ""
    return _Bericht(rij, wie, rest, tijdstip, _tell_reden(wie, rest, deel.get("aan")))


def _tell_reden(wie: str, rest: str, aan: str | None) -> str:
    """Return why a line is no message to all, as a reason of the logboek; empty when it is one."""
    if aan is not None and aan.strip().casefold() not in _ALLEN:
        return "privebericht"
    return "chatmelding" if not wie or _GEBEURT.search(wie) or _PROGRAMMA.fullmatch(rest) else ""
