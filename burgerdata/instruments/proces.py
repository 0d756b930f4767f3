"""Questions about the participation itself, known by their code (P1 to P8, T1 and T2) or by their words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from burgerdata.instruments.kinds import is_technical
from burgerdata.instruments.rollen import find_rolkolom
from burgerdata.instruments.scale_texts import read_schaaltekst
from burgerdata.instruments.statuses import classify_label
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold, split_code
from burgerdata.schema.procesvragen import EENS, PROCESVRAGEN
from burgerdata.settings import Levering
from burgerdata.shapes import Kolom, Tabel

_CODE = re.compile(r"(?:P[1-8]|T[12])", re.IGNORECASE)
_VOORAAN = re.compile(r"(P[1-8])\s+\S.*", re.IGNORECASE | re.DOTALL)
"""A code with its question behind it and no mark between them; "T1 cijfer" may be of the second wave of a panel."""
_CIJFER = re.compile(
    r"(?:welk (?:rapport)?cijfer (?:geeft u|zou u geven|geef je|geef jij)(?: aan)?|wat is uw (?:rapport)?cijfer voor|(?:rapport)?cijfer voor) "
    r"(?:deze (?:bijeenkomst|avond|dialoog)|dit gesprek)"
)
"""A grade for the meeting at which the form was filled in; whatever else has a grade may be what was talked about."""
_GEHOORD = re.compile(
    r"(?:ik .*\b(?:ben|werd|voel|voelde|heb|had)\b|(?:voelt|voelde|bent|werd|hebt|heeft) (?:u|je)\b)(?=.*\bgehoord\b)"
)
"""Somebody who says of himself, or is asked, whether he was heard."""
_NIETS = re.compile(r"\b(?:niet|nooit|nauwelijks|onvoldoende|weinig|te min)\b")
"""What turns such a statement round: the other way is not P3."""
_VERNOMEN = re.compile(
    r"\bgehoord (?:over|van|dat|hoe|wat|wie|waar|via|wanneer)\b|\b(?:van|over|ervan|erover)\b.*\bgehoord\b"
    r"|\b(?:heb|hebt|heeft|had)\b(?!.*\bgevoeld\b)"
)
"""To have heard of something is not to be heard."""
_CIJFERS = ("P7", "P8", "T1", "T2")
"""Codes of which the answers are grades; the others are statements."""
STELLINGEN = tuple(code for code in PROCESVRAGEN if code not in _CIJFERS)
"""P1 to P6, which are asked on one scale."""


def read_procescode(kop: str) -> str:
    """Return P1 to P8, T1 or T2 when a header is that code or begins with it.

    Examples
    --------
    >>> read_procescode("P3. Ik voelde mij gehoord"), read_procescode("p7"), read_procescode("P12. Anders")
    ('P3', 'P7', '')
    >>> read_procescode("P1 Het was duidelijk"), read_procescode("T1 cijfer")
    ('P1', '')
    """
    kaal = _VOORAAN.fullmatch(kop.strip())
    code = kaal.group(1) if kaal else split_code(kop)[0] or kop.strip()
    return code.upper() if _CODE.fullmatch(code) else ""


def recognise_procesvraag(tekst: str) -> str:
    """Return P1 to P8, T1 or T2 when a question of a form at the end has the words of that question; else nothing.

    A grade for this meeting, evening, dialogue or talk is P7; one for the traject of a bus line is not.

    Examples
    --------
    >>> recognise_procesvraag("Ik voelde mij gehoord en gerespecteerd."), recognise_procesvraag("Welk cijfer geeft u deze bijeenkomst?")
    ('P3', 'P7')
    >>> recognise_procesvraag("Welk cijfer geeft u het vervoer?"), recognise_procesvraag("Ik kon zeggen wat ik wilde")
    ('', '')
    """
    gelijk = {_bare(vraag): code for code, vraag in PROCESVRAGEN.items()}
    return gelijk.get(_bare(tekst), "P7" if _CIJFER.fullmatch(_bare(tekst)) else "")


def complete_stappen(gebruik: str, kolom: Kolom, waarden: Sequence[str]) -> list[str]:
    """Return the answers to P1 to P6, with the steps 1 to 5 that nobody chose where the form has numbers.

    Those who all agree leave the low steps empty: the scale is that of the form, not of who filled it in. Labels, a scale
    in the question itself and answers beyond 5 say that it is another one.

    Examples
    --------
    >>> complete_stappen("P1", Kolom("P1"), ["4", "3", "n.v.t."]), complete_stappen("", Kolom("v"), ["4", "3"])
    (['4', '3', 'n.v.t.', '1', '2', '5'], ['4', '3'])
    >>> complete_stappen("P3", Kolom("P3", "Gehoord (1-4)"), ["3"]), complete_stappen("P3", Kolom("P3"), ["3", "7"])
    (['3'], ['3', '7'])
    """
    eigen = list(waarden)
    stappen = [str(stap) for stap in range(1, len(EENS) + 1)]
    gegeven = {waarde for waarde in eigen if classify_label(waarde) == "geldig"}
    ander = kolom.labels or read_schaaltekst(kolom) not in (None, (1, len(EENS)))
    if gebruik not in STELLINGEN or ander or not gegeven or not gegeven <= set(stappen):
        return eigen
    return [*eigen, *(stap for stap in stappen if stap not in gegeven)]


def asks_gehoord(tekst: str) -> bool:
    """Return whether a statement asks if people felt heard, in other words than P3.

    Examples
    --------
    >>> asks_gehoord("Ik ben gehoord vanavond (1-5)"), asks_gehoord("Voelde u zich gehoord?")
    (True, True)
    >>> asks_gehoord("Ik heb van het plan gehoord"), asks_gehoord("Ik voelde mij niet gehoord")
    (False, False)
    """
    kaal = _bare(tekst)
    return bool(_GEHOORD.search(kaal)) and not _NIETS.search(kaal) and not _VERNOMEN.search(kaal)


def mark_gehoord(regels: Sequence[Vraagregel]) -> tuple[Vraagregel, ...]:
    """Return the rows of a form of an evening with its one statement about being heard as P3; of several nobody knows which.

    Examples
    --------
    >>> regel = Vraagregel("d", "v", tekst="Ik ben gehoord vanavond (1-5)", soort="schaal", vraag_id="v")
    >>> [(r.gebruik, r.rol) for r in mark_gehoord([regel])], mark_gehoord([regel, replace(regel, vraag_id="w")])[0].gebruik
    ([('P3', 'proces')], '')
    """
    kan = {
        regel.vraag_id
        for regel in regels
        if regel.soort in ("schaal", "stelling") and not regel.gebruik and asks_gehoord(regel.tekst)
    }
    if len(kan) != 1 or any(regel.gebruik == "P3" for regel in regels):
        return tuple(regels)
    return tuple(
        replace(regel, gebruik="P3", rol="proces") if regel.vraag_id in kan else regel for regel in regels
    )


def mark_formulier(regels: Sequence[Vraagregel], vaker: Collection[str]) -> tuple[Vraagregel, ...]:
    """Return the rows of the form of an evening with what it asks about trust and about being heard as T1 and P3."""
    return mark_gehoord(mark_vertrouwen(regels, vaker))


def mark_vertrouwen(regels: Sequence[Vraagregel], vaker: Collection[str]) -> tuple[Vraagregel, ...]:
    """Return the rows of a form with its one scale of trust that is asked before and after as T1; of several nobody knows which.

    ``vaker`` are the questions of every wave. Of a panel trust is what was talked about, so that this is for forms alone.

    Examples
    --------
    >>> regels = [Vraagregel("d", "v", tekst="Vertrouwen in de gemeente (1-10)", soort="schaal", vraag_id="v")]
    >>> [(regel.gebruik, regel.rol) for regel in mark_vertrouwen(regels, {"v"})], mark_vertrouwen(regels, set())[0].gebruik
    ([('T1', 'proces')], '')
    """
    kan = [
        regel.vraag_id
        for regel in regels
        if regel.vraag_id in vaker
        and regel.soort == "schaal"
        and regel.gebruik in ("", "vertrouwen")
        and "vertrouwen" in regel.tekst.casefold()
    ]
    if len(set(kan)) != 1 or any(regel.gebruik == "T1" for regel in regels):
        return tuple(regels)
    return tuple(
        replace(regel, gebruik="T1", rol="proces") if regel.vraag_id == kan[0] else regel for regel in regels
    )


def _bare(tekst: str) -> str:
    """Return a question without its scale in brackets, its full stop and its capitals."""
    return " ".join(re.sub(r"\([^()]*\)\s*$", "", tekst).strip(" .?!").casefold().split())


def mark_procesregels(lijst: Vragenlijst, levering: Levering) -> Vragenlijst:
    """Return the questionnaire in which the literal questions of a form at the end are about the process.

    The word of the analyst goes first: where vragen.xlsx gives a question a role or a use, it keeps them.
    """
    eigen = {id(regel) for regel in lijst.rows_of(levering.naam)}
    return replace(lijst, vragen=tuple(_mark(r) if id(r) in eigen else r for r in lijst.vragen))


def _mark(regel: Vraagregel) -> Vraagregel:
    if regel.gebruik or regel.rol:
        return regel
    code = recognise_procesvraag(regel.tekst or regel.kolom)
    return replace(regel, gebruik=code, rol="proces") if code else regel


def add_procesregels(lijst: Vragenlijst, levering: Levering, tabellen: Sequence[Tabel]) -> Vragenlijst:
    """Return the questionnaire with a row for each column that begins with such a code and that vragen.xlsx leaves open.

    Where vragen.xlsx says nothing about the delivery at all, every other column stays a question as well.
    """
    return complete_regels(
        lijst,
        levering,
        tabellen,
        [_make_regel(levering, kolom) for tabel in tabellen for kolom in tabel.kolommen],
    )


def complete_regels(
    lijst: Vragenlijst, levering: Levering, tabellen: Sequence[Tabel], regels: Sequence[Vraagregel | None]
) -> Vragenlijst:
    """Return the questionnaire with these rows, and one for each other column where vragen.xlsx has none for the delivery."""
    bekend = {fold(regel.kolom) for regel in lijst.rows_of(levering.naam)}
    eigen = {
        fold(regel.kolom): regel for regel in regels if regel is not None and fold(regel.kolom) not in bekend
    }
    if not eigen:
        return lijst
    for tabel in tabellen if not bekend else ():
        for kolom in tabel.kolommen:
            los = not is_technical(kolom, tabel.frame[kolom.naam]) and kolom.naam != find_rolkolom(
                tabel, levering
            )
            if los:
                eigen.setdefault(fold(kolom.naam), Vraagregel(levering.naam, kolom.naam))
    return replace(lijst, vragen=(*lijst.vragen, *eigen.values()))


def _make_regel(levering: Levering, kolom: Kolom) -> Vraagregel | None:
    code = read_procescode(kolom.naam) or read_procescode(kolom.tekst)
    code = code or recognise_procesvraag(kolom.tekst or kolom.naam)
    if not code:
        return None
    return Vraagregel(
        levering.naam,
        kolom.naam,
        soort="schaal" if code in _CIJFERS else "stelling",
        rol="proces",
        vraag_id=code.casefold(),
        gebruik=code,
    )
