"""The header row of a LimeSurvey export: codes, codes with text, or text alone, in the language of the exporter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from burgerdata.formats.limesurvey.fields import Veld
from burgerdata.intake.identifying import fold_header

Rijen = Sequence[Sequence[str]]
_META = {
    "id": "responseid respons responsid antwoordid reactieid antwortid iddelaréponse iddelarespuesta",
    "submitdate": "datesubmitted datumingestuurd datumingezonden datuminzending datumvaninzending datumvanindiening datumvanverzending datumverstuurd datumverzonden datumingediend datumabgeschickt datedesoumission fechadeenvío",
    "lastpage": "laatstepagina letzteseite dernièrepage últimapágina",
    "startlanguage": "starttaal begintaal startsprache languededépart languededémarrage lenguajeinicial idiomainicial",
    "seed": "startwaarde zufallsstartwert semilla",
    "startdate": "datestarted datumgestart datumbegonnen begindatum startdatum datumgestartet datedelancement fechadeinicio",
    "datestamp": "datelastaction datumlaatsteactie laatsteactie datumletzteaktivität datedeladernièreaction fechadelaúltimaacción",
    "ipaddr": "ipaddress ipadres ipadresse adresseip direcciónip",
    "refurl": "referrerurl referringurl refererendeurl verwijzendeurl weiterleitungsurl urldereferencia",
    "token": "accesscode toegangscode zugangscode codedaccès",
}
_CODE_OF = {woord: code for code, woorden in _META.items() for woord in (code, *woorden.split())}
_TELLING = frozenset(["submitdate", "lastpage", "startlanguage", "datestamp", "seed"])
"""Columns that no other tool has under these names."""
_PARTICIPANT = re.compile(
    r"tid|mpid|emailstatus|language(?:code)?|blacklisted|sent|remindersent|remindercount|completed|usesleft|valid(?:from|until)",
    re.IGNORECASE,
)
_TIMING = re.compile(
    r"(?:interview|group|question|page)_?time\w*|[a-z]\w*\d(?-i:Time)|(?:total|group|question|page) time\b.*|(?:totale|groeps?|vraag)\s?tijd\b.*",
    re.IGNORECASE,
)
_CODED = re.compile(r"([A-Za-z]\w*)((?:\[\w*\]){1,2})")
_PLAIN = re.compile(r"([A-Za-z][A-Za-z0-9]*)(?:_(\w+))?")
_SGQA = re.compile(r"_?\d+X\d+X\d+[\w#-]*")
"""Survey, group, question and answer by number, as in archives and old VV files."""
_SUBTEXT = re.compile(r"(.*?)\s*((?:\[[^\[\]]*\])+)\s*", re.DOTALL)
_SEPARATORS = (". ", ": ", " - ", " – ", " | ", "; ", ", ", " ", ".", ":", "-", "|", "_")
_FEWEST_CODED = 3
_NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Kop:
    """A header taken apart: ``meta`` is the fixed column it is, else ``code`` and ``tekst`` as far as it has them."""

    meta: str = ""
    code: str = ""
    tekst: str = ""


def recognise_limesurvey(rijen: Rijen) -> bool:
    """Return whether the first row is the header of a LimeSurvey export of answers, in any of its modes.

    Examples
    --------
    >>> recognise_limesurvey([["id", "submitdate", "lastpage", "startlanguage", "Q1", "Q2[SQ001]"]])
    True
    >>> recognise_limesurvey([["Respons ID", "Datum verstuurd", "Laatste pagina", "Start taal", "Hoe oud bent u?"]])
    True
    >>> recognise_limesurvey([["id", "datum", "cijfer [1-10]"]])
    False
    """
    koppen = split_headers(rijen[0]) if rijen else []
    meta = {kop.meta for kop in koppen} & _TELLING
    gecodeerd = [kop.code for kop in koppen if _CODED.fullmatch(kop.code)]
    genoeg = len({_CODED.sub(r"\1", code) for code in gecodeerd}) < len(gecodeerd) >= _FEWEST_CODED
    return len(meta) > 1 or (bool(meta) and bool(gecodeerd)) or genoeg


def recognise_vv(rijen: Rijen) -> bool:
    """Return whether the second row holds the codes of a VV export, below a first row of texts."""
    return len(rijen) > 1 and len(_TELLING & set(rijen[1][:12])) > 1


def split_headers(koppen: Sequence[str]) -> list[Kop]:
    """Return the headers taken apart; the separator of codes and texts is the one that fits nearly all of them.

    Examples
    --------
    >>> [(kop.code, kop.tekst) for kop in split_headers(["Q1. Hoe oud?", "Q2[SQ001]. Ik kom met [de fiets]"])]
    [('Q1', 'Hoe oud?'), ('Q2[SQ001]', 'Ik kom met [de fiets]')]
    """
    schoon = [" ".join(kop.split()) for kop in koppen]
    vast = [_CODE_OF.get(fold_header(kop), "") for kop in schoon]
    los = [kop for kop, meta in zip(schoon, vast, strict=True) if kop and not meta]
    scheiding = "" if all(_is_code(kop) for kop in los) else _find_separator(los)
    return [
        Kop(meta=meta) if meta else _split(kop, scheiding, los)
        for kop, meta in zip(schoon, vast, strict=True)
    ]


def _split(kop: str, scheiding: str, los: list[str]) -> Kop:
    if scheiding and scheiding in kop:
        code, _, tekst = kop.partition(scheiding)
        if _is_code(code):
            meta = _CODE_OF.get(code.casefold(), "")
            return Kop(meta=meta) if meta else Kop(code=code, tekst=tekst.strip())
    if scheiding or not all(_is_code(een) for een in los):
        return Kop(tekst=kop)
    return Kop(code=kop)


def _find_separator(koppen: list[str]) -> str:
    for scheiding in _SEPARATORS:
        passend = sum(scheiding in kop and _is_code(kop.partition(scheiding)[0]) for kop in koppen)
        gecodeerd = sum(bool(_CODED.fullmatch(kop.partition(scheiding)[0])) for kop in koppen)
        if passend >= _NEARLY_ALL * len(koppen) and (
            gecodeerd or any(kop.startswith("id") for kop in koppen)
        ):
            return scheiding
    return ""


def _is_code(tekst: str) -> bool:
    return bool(_CODED.fullmatch(tekst) or _PLAIN.fullmatch(tekst) or _SGQA.fullmatch(tekst))


def is_fieldwork(naam: str) -> bool:
    """Return whether a column beside the answers is about the invitation or the time that pages took."""
    return bool(_PARTICIPANT.fullmatch(naam) or _TIMING.fullmatch(naam))


def read_veld(kop: Kop) -> Veld:
    """Return what a header alone tells about its column: codes and texts, no kind and no labels.

    Examples
    --------
    >>> veld = read_veld(Kop(code="Q2_SQ001", tekst="Ik kom met [de fiets]"))
    >>> veld.code, veld.tekst, veld.deeltekst
    ('Q2[SQ001]', 'Ik kom met', 'de fiets')
    """
    tekst, deeltekst = _split_text(kop.tekst)
    if match := _CODED.fullmatch(kop.code):
        delen = re.findall(r"\[(\w*)\]", match.group(2))
        schaal = str(int(delen[1]) - 1) if len(delen) > 1 and delen[1].isdigit() else ""
        return Veld(match.group(1), delen[0], schaal, tekst=tekst, deeltekst=deeltekst)
    if (los := _PLAIN.fullmatch(kop.code)) and los.group(2):
        return Veld(los.group(1), los.group(2), tekst=tekst, deeltekst=deeltekst)
    return Veld(kop.code or tekst, "" if kop.code else deeltekst, tekst=tekst, deeltekst=deeltekst)


def _split_text(tekst: str) -> tuple[str, str]:
    """Return the question and its row: what stands in brackets at the end."""
    match = _SUBTEXT.fullmatch(tekst)
    if match is None:
        return tekst, ""
    deel = match.group(2)[1:-1]
    return match.group(1), "" if not deel.strip() else deel
