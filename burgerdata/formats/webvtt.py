"""WebVTT (.vtt) of Teams, Zoom or Stream, and subtitles (.srt): cues with times; adjacent cues of one speaker become one turn."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from typing import NamedTuple

from burgerdata.formats.bracket_speakers import speaks_in_brackets, unbracket
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.speaker_words import is_noise
from burgerdata.formats.speakers import find_labels, make_beurten
from burgerdata.formats.turn_times import parse_seconds
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron, Gesprek

_STAMP = r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"^\s*({_STAMP})\s*-->\s*({_STAMP})(?:\s.*)?$")
_LOOSE = r"(?:\d+:\d{1,2}:\d{2}(?:[.,]\d{1,3})?|\d{1,2}:\d{2}[.,]\d{1,3})"
_DAMAGED = re.compile(rf"^\s*({_LOOSE})(?:\s|[-–—=~→»>]|&gt;)+({_LOOSE})(?:\s+[a-z]+:\S+)*\s*$")
"""Two times on a line with another arrow than it should have, or without one, or a time without thousandths."""
_BROKEN = re.compile(rf"^\s*{_LOOSE}\s*(?:[-–—=~→»>]|&gt;|$)")
"""A time at the start of a line that begins a cue, and nothing that it runs to."""
_ASIDE = re.compile(r"\s*(?:NOTE|STYLE|REGION)\b")
"""How a block begins in which nobody speaks."""
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]*>|<\d[\d:.]*>", re.IGNORECASE)
_COLON = re.compile(r"^\s*([^\W\d_][^:\n<]{0,45}?)\s*(?::(?!//)\s+|：\s*)(.*)$", re.DOTALL)
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w'’.-]*(?: (?:(?:van|de|der|den|von|el|al|ten|ter|bin|ben|da|di|dos) )*[^\W\d_a-z][\w'’.-]*){1,3}(?: \([^()]*\))?"
)
"""Two to four words with a capital, as people are called in a meeting, and what they put behind it."""
_NEWLINE = re.compile(r"\r\n|\r")
_MAX_GAP_S = 30.0


class _Cue(NamedTuple):
    rij: int
    spreker: str
    begin_s: float
    eind_s: float
    tekst: str


def read_webvtt(bron: Bron, *, blad: str = "", namen: Collection[str] = ()) -> list[Ruw]:
    """Return the one conversation of a WebVTT file; ``blad`` is not used, ``namen`` are people who are known to be there.

    A cue is read when both of its times can be, whatever stands between them. A cue without text is noted as lege_rij, a
    cue without times that can be read as rij_onleesbaar, one about what happens in the room
    ("[muziek]") as tussenkop, and cues that were joined to the one before as
    samengevoegde_beurten.
    """
    tekst = _NEWLINE.sub("\n", decode_text(bron.inhoud)[0])
    logboek = Logboek(bron.bestand, blad)
    cues = _read_cues(tekst, logboek)
    cues = _read_brackets(_drop_asides(cues, logboek), namen)
    zoom = _find_zoom_names([cue.tekst for cue in cues if not cue.spreker], namen)
    cues = [_read_zoom_speaker(cue, zoom) for cue in cues]
    beurten = _merge(cues, logboek)
    frame = make_beurten((cue.rij, cue.spreker, cue.begin_s, cue.tekst) for cue in beurten)
    return [Ruw(Gesprek(bron.bestand, "webvtt", frame, blad), _count_cues(tekst), logboek)]


def _count_cues(tekst: str) -> int:
    """Return the lines with times outside notes, every further voice inside a cue, and the blocks that miss their times."""
    blokken = [blok.split("\n") for blok in re.split(r"\n[ \t]*\n+", tekst) if not _ASIDE.match(blok)]
    tijden = [sum(map(_is_time_line, blok)) for blok in blokken]
    stemmen = [_count_voices(blok) for blok in blokken]
    eerste = next((nummer for nummer, aantal in enumerate(tijden) if aantal), len(blokken))
    los = sum(stemmen[nr] for nr in range(eerste, len(blokken)) if not tijden[nr] and _is_said(blokken[nr]))
    return los + sum(n + stem - 1 for n, stem in zip(tijden, stemmen, strict=True) if n)


def _count_voices(regels: list[str]) -> int:
    return max(1, len(_VOICE.findall("\n".join(regels))))


def _is_said(regels: list[str]) -> bool:
    """Return whether lines without times are words, not the number or the name of a cue that follows."""
    return len(_clean(" ".join(regels)).split()) > 1 or bool(_VOICE.search(" ".join(regels)))


def _is_time_line(regel: str) -> bool:
    """Return whether a line opens a cue, be it in a damaged way."""
    return "-->" in regel or bool(_DAMAGED.match(regel) or _BROKEN.match(regel))


def _read_cues(tekst: str, logboek: Logboek) -> list[_Cue]:
    regels = tekst.split("\n")
    cues: list[_Cue] = []
    overslaan = begonnen = False
    index = 0
    while index < len(regels):
        regel = regels[index]
        if not regel.strip() or overslaan or _ASIDE.match(regel):
            overslaan = bool(regel.strip())
            index += 1
        elif _is_time_line(regel):
            begonnen = True
            index, inhoud = _read_payload(regels, index + 1)
            cues += _read_cue(regel, index - len(inhoud), inhoud, logboek)
        else:
            rij = index + 1
            index, inhoud = _read_payload(regels, index)
            naam = index < len(regels) and _is_time_line(regels[index])
            if begonnen and not naam and _is_said(inhoud):
                logboek.note("rij_onleesbaar", rij=rij, aantal=_count_voices(inhoud))
    return cues


def _read_payload(regels: list[str], index: int) -> tuple[int, list[str]]:
    """Return the lines of a cue and where they end: a blank line, or the next cue that forgot its blank line."""
    begin = index
    while index < len(regels) and regels[index].strip() and not _is_time_line(regels[index]):
        index += 1
    return index, regels[begin:index]


def _read_cue(tijden: str, rij: int, inhoud: list[str], logboek: Logboek) -> list[_Cue]:
    match = _TIMES.match(tijden) or _DAMAGED.match(tijden)
    stukken = _split_voices("\n".join(inhoud))
    if match is None:
        logboek.note("rij_onleesbaar", rij=rij, aantal=len(stukken))
        return []
    begin, eind = parse_seconds(match.group(1)), parse_seconds(match.group(2))
    cues = [_Cue(rij, spreker, begin, eind, _clean(stuk)) for spreker, stuk in stukken]
    logboek.note("lege_rij", aantal=sum(not cue.tekst for cue in cues))
    return [cue for cue in cues if cue.tekst]


def _split_voices(inhoud: str) -> list[tuple[str, str]]:
    """Return (speaker, text) per voice tag; one cue may hold several, and a closing tag may be missing."""
    delen = _VOICE.split(inhoud)
    if len(delen) == 1:
        return [("", inhoud)]
    stemmen = [(delen[i].strip(), delen[i + 1]) for i in range(1, len(delen) - 1, 2)]
    if _clean(delen[0]):
        stemmen[0] = (stemmen[0][0], f"{delen[0]} {stemmen[0][1]}")
    return [(html.unescape(spreker), stuk) for spreker, stuk in stemmen]


def _clean(stuk: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", stuk)).split())


def _drop_asides(cues: list[_Cue], logboek: Logboek) -> list[_Cue]:
    """Return the cues without those of nobody that tell what happens in the room: "[muziek]", and not "(mee eens)"."""
    gezegd = [cue for cue in cues if cue.spreker or not is_noise(cue.tekst)]
    logboek.note("tussenkop", aantal=len(cues) - len(gezegd))
    return gezegd


def _read_brackets(cues: list[_Cue], namen: Collection[str]) -> list[_Cue]:
    """Return the cues with a colon behind the speaker where the brackets around the first words hold who speaks."""
    if not speaks_in_brackets([cue.tekst for cue in cues if not cue.spreker], namen):
        return cues
    return [cue if cue.spreker else cue._replace(tekst=unbracket(cue.tekst)) for cue in cues]


def _find_zoom_names(teksten: list[str], namen: Collection[str]) -> frozenset[str]:
    """Return who speaks before a colon; where half of the cues name someone, a full name that speaks once does too."""
    labels = find_labels(teksten, namen)
    voor = [" ".join(match.group(1).split()) for tekst in teksten if (match := _COLON.match(tekst))]
    if sum(label in labels for label in voor) * 2 < max(len(teksten), 1):
        return labels
    return labels | {label for label in voor if _FULL_NAME.fullmatch(label)}


def _read_zoom_speaker(cue: _Cue, labels: frozenset[str]) -> _Cue:
    match = _COLON.match(cue.tekst)
    if cue.spreker or match is None or " ".join(match.group(1).split()) not in labels:
        return cue
    return cue._replace(spreker=" ".join(match.group(1).split()), tekst=match.group(2).strip())


def _merge(cues: list[_Cue], logboek: Logboek) -> list[_Cue]:
    beurten: list[_Cue] = []
    for cue in cues:
        vorig = beurten[-1] if beurten else None
        if vorig and cue.spreker and vorig.spreker == cue.spreker and cue.begin_s - vorig.eind_s < _MAX_GAP_S:
            beurten[-1] = vorig._replace(tekst=f"{vorig.tekst} {cue.tekst}".strip(), eind_s=cue.eind_s)
        else:
            beurten.append(cue)
    logboek.note("samengevoegde_beurten", aantal=len(cues) - len(beurten))
    return beurten
