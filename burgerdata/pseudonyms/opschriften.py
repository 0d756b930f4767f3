"""Names of sheets, files and groups as tables and report may show them: "Gesprek Fatima" tells who spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from burgerdata.pseudonyms.contact_names import GEEN_MENS
from burgerdata.pseudonyms.known_names import in_dictionary
from burgerdata.pseudonyms.masking import find_all, mask_spans
from burgerdata.pseudonyms.namenlijsten import Namenlijsten, load_namenlijsten
from burgerdata.pseudonyms.spans import SOORTEN
from burgerdata.pseudonyms.written_names import rate_name
from burgerdata.schema.labels import MAANDWOORD

NAAM = SOORTEN["naam"]
"""What stands for the name of a person."""
_VAN_IEMAND = (
    r"\w{0,14}(?:gesprek|interview)|verslag|transcript|beurten|notulen|notities?|observatie|sessie|opname|dagboek|huisbezoek|intake"
    r"|formulier|stippen|stickers"
)
"""What there is one of for each person, so that a word nobody knows behind it is who that was."""
_CODE = r"(?-i:[RPD])\d{1,3}|(?:resp(?:ondent)?|deelnemer|bewoner|inwoner|spreker)[ _-]?\d{1,3}"
_IETS = r"vragenlijst|blad|antwoorden|reacties?|opmerkingen|punten|scores|taken|lijst|brief|mail"
_SOORT = re.compile(
    rf"((?:\d[\d\W]*)?(?:(?:{_CODE})[\s:_-]+|(?:{_VAN_IEMAND}|{_IETS})(?:\w*[\s:_-]+(?:\d+[\s:_.-]+)?(?:(?-i:met|door|bij|van(?!\s+d(?:en?|er)\b))\s+)?"
    r"|s?(?=(?-i:[A-ZÀ-Þ][a-zß-ÿ])))){1,3})(.+)",
    re.IGNORECASE | re.DOTALL,
)
"""What a sheet is, or the code of somebody, before the name of whom it is about: also written together, "GesprekKarin"."""
_MAAND = f"(?:{MAANDWOORD})"
_MAANDEN = re.compile(rf"(?:{_MAAND}|t/?m|en|tot|\d+|[\W_])+", re.IGNORECASE)
"""Months and years: "jan 2026", where Jan would be somebody."""
_JAAR = re.compile(
    rf"\b(?:19|20)\d\d\b|{_MAAND}\W+(?:(?:t/?m|en|tot)\W+)?{_MAAND}|\d\W*{_MAAND}", re.IGNORECASE
)
"""What makes a moment of months for certain; "jan 2" may be the second sheet of Jan."""
_NUMMER = re.compile(r"(\d[\d\W]*)(.+)", re.DOTALL)
_STAND = (
    r"def(?:initief)?|concept|v\d+|versie|final|kort|compleet|volledig|uitgewerkt|anoniem|audio|kopie|deel"
)
_ERACHTER = re.compile(
    rf"(?:[\s,_-]+(?:(?:{_MAAND})?\d[\w./-]*|{_MAAND}(?=\s*\d|$|[\s_-]+{_MAAND})|{_STAND}|(?:{_VAN_IEMAND})|\([^()]*\)))+$",
    re.IGNORECASE,
)
"""A number, a date, what the file is and in which state, or brackets behind the name."""
_VAN = re.compile(rf"(?<![^\W_])(?:{_VAN_IEMAND}|{_CODE})", re.IGNORECASE)
_ACHTER_IETS = re.compile(rf"(?<=\w)-(?={_VAN_IEMAND}|\d)|(?<=\d)-|(?:{_VAN_IEMAND})-", re.IGNORECASE)
"""A hyphen that stands for a space: before or behind what the file is, or a number."""
_AANEEN = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""Where a name that is written together falls apart: "KarinBos"."""
_GEEN_MENS = frozenset(
    "noord zuid oost west midden centrum nieuw nieuwe oud oude groep groepen tafel ronde avond ochtend middag dag week deel wijk buurt"  # noqa: SIM905
    " jongeren ouderen kinderen ouders bewoners ondernemers een twee drie eerste tweede derde vooraf achteraf voor na"
    " alv vve ggd ggz wmo uwv lhbti lhbtiq iphone ipad android".split()
)
_PLAATS = re.compile(
    r"(?:vecht|eiland|kwartier|horst|veld|velden|hoek|berge?n?|dorp|recht|land|landen|burg|borg|hove|hoven|hout|woud|ra?de|rode"
    r"|loo|laar|donk|broek|oord|veen|poort|zijde|stede|stein|heem|heim|gaarde|weide|akkers?|kamp|waard|polder|beek|sluis|dam|monde?"
    r"|zand|duin|tuin|zicht|vliet|rijn|vaart|mere?|eind|wijk|wijck)$"
)
"""How the name of a neighbourhood ends: nobody's first name does."""
_ACHTERNAAM = re.compile(
    r"(?:berg|stra|ma|mans?|sen|huis|veld|kamp|horst|hout|beek|dijk|veen|donk|hof|bos|broek|laar|boer|meijer|wijk|burg|kruis)$"
)
"""How a compound ends that is a surname: "Hazenberg", where "Wijkenquete" is none."""
_DE_ACHTERNAAM = frozenset(
    "jong jonge boer wit graaf groot haan haas bruin bruijn koning leeuw ruiter wilde lange ridder zeeuw vos wolf kok bakker"  # noqa: SIM905
    " klerk man vriend prins keizer pater jager zwart rijk goede klein kleine snel vries".split()
)
"""Surnames behind "de"; "De Bron" and "De Haven" are buildings."""
_KORTSTE = 4
"""Letters below which a word in small letters is an abbreviation: "alv", "vve"."""
_TELT = ("naam", "email")
_WOORD = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:['’-][A-Za-zÀ-ÿ][a-zß-ÿ]*)*")


def mask_opschrift(opschrift: str) -> str:
    """Return the name of a sheet, a file or a group without the names of people in it.

    Examples
    --------
    >>> mask_opschrift("Gesprek Fatima el Amrani"), mask_opschrift("Interview_Bep Zwartkruis"), mask_opschrift("stickers")
    ('Gesprek [naam]', 'Interview_[naam]', 'stickers')
    >>> mask_opschrift("jan-feb 2026"), mask_opschrift("Gesprek Overvecht"), mask_opschrift("Wopke Hazenberg")
    ('jan-feb 2026', 'Gesprek Overvecht', '[naam]')
    """
    if _MAANDEN.fullmatch(opschrift):
        return opschrift
    gelezen = opschrift.replace("_", " ")
    lezingen = (_ACHTER_IETS.sub(_open_streepje, gelezen), re.sub(r"(?<=\w)-(?=\w)", " ", gelezen))
    gemaskeerd = (_mask_lezing(opschrift, lezing) for lezing in dict.fromkeys(lezingen))
    return next((naam for naam in gemaskeerd if naam != opschrift), opschrift)


def _open_streepje(streepje: re.Match[str]) -> str:
    return streepje[0].replace("-", " ")


def _mask_lezing(opschrift: str, gelezen: str) -> str:
    """Return the name of a sheet without names of people in it, as they are found where it is ``gelezen`` so."""
    soort = _SOORT.fullmatch(gelezen)
    voor, rest = (soort[1], soort[2]) if soort else ("", gelezen)
    begin = _NUMMER.fullmatch(rest) if not soort else None
    kaal = begin[2] if begin else rest
    achter = _ERACHTER.search(kaal)
    naam = kaal[: achter.start()] if achter else kaal
    if _MAANDEN.fullmatch(rest) and _JAAR.search(rest):
        return opschrift
    if not _MAANDEN.fullmatch(rest) and _names_somebody(naam, voor, kaal[len(naam) :]):
        eind = len(opschrift) - len(kaal) + len(naam)
        return opschrift[: eind - len(naam)] + NAAM + opschrift[eind:]
    staart = "" if achter and "(" in achter[0] else kaal[len(naam) :]
    kop = gelezen.removesuffix(staart)
    # long numbers are of an export, and a word right behind a digit is part of a code
    vondsten = [
        vondst
        for vondst in find_all(kop)
        if vondst.soort in _TELT
        and not kop[max(0, vondst.begin - 1) : vondst.begin].isdigit()
        and kop[vondst.begin : vondst.eind].casefold() not in _GEEN_MENS
    ]
    return mask_spans(opschrift, vondsten) if vondsten and not _is_called_after_thing(naam) else opschrift


def mask_opschriften(opschriften: Iterable[str]) -> dict[str, str]:
    """Return each name with how it may be shown; two that became one are numbered.

    Examples
    --------
    >>> mask_opschriften(["Gesprek Bep Bos", "Gesprek Fatima", "Gesprek 3"])
    {'Gesprek Bep Bos': 'Gesprek [naam]', 'Gesprek Fatima': 'Gesprek [naam] 2', 'Gesprek 3': 'Gesprek 3'}
    """
    alle = list(dict.fromkeys(opschriften))
    bezet = set(alle)
    nieuw = {}
    for opschrift in alle:
        kaal = naam = mask_opschrift(opschrift)
        nummer = 1
        while naam != opschrift and naam in bezet:
            nummer += 1
            naam = f"{kaal} {nummer}"
        bezet.add(naam)
        nieuw[opschrift] = naam
    return nieuw


def mask_bestanden(paden: Iterable[str]) -> dict[str, str]:
    """Return each path of a file with how it may be shown: its folder and extension stay.

    Examples
    --------
    >>> mask_bestanden(["ruw/gesprek Fatima el Amrani.txt", "ruw/enquete.csv"])
    {'ruw/gesprek Fatima el Amrani.txt': 'ruw/gesprek [naam].txt', 'ruw/enquete.csv': 'ruw/enquete.csv'}
    """
    plekken = {pad: PurePosixPath(pad) for pad in paden}
    nieuw = mask_opschriften(plek.stem for plek in plekken.values())
    return {
        pad: str(plek.with_name(nieuw[plek.stem] + plek.suffix)) if nieuw[plek.stem] != plek.stem else pad
        for pad, plek in plekken.items()
    }


def _names_somebody(naam: str, voor: str, achter: str) -> bool:
    """Return whether words are a name: written as one, or unknown words where a name is to be expected."""
    lijsten = load_namenlijsten()
    gespleten = _AANEEN.split(naam)
    if not voor and len(gespleten) == len(naam.split()) + 1 and rate_name(" ".join(gespleten)) != "zeker":
        gespleten = [naam]  # "GroenLinks"
    woorden = " ".join(gespleten).split()
    van_iemand = bool(_VAN.search(voor)) or (len(woorden) > 1 and bool(_VAN.search(achter)))
    eigen = [woord for woord in woorden if woord.casefold() not in lijsten.tussenvoegsels]
    if not eigen or (len(gespleten) > 1 and len(set(eigen)) < len(eigen)):
        return False
    laatste = eigen[-1].casefold()
    soort = rate_name(" ".join(woorden))
    if soort == "zeker":
        return True
    # the dictionary is asked last: opening it takes half a second
    if soort in ("mogelijk", "voorletters") and (
        laatste in lijsten.achternaam_elk or not in_dictionary(laatste)
    ):
        return True
    voorvoegsel = woorden[0].casefold() in lijsten.tussenvoegsels
    if van_iemand and naam.islower() and (voorvoegsel or all(map(_may_be_name, eigen))):
        eigen = [woord.capitalize() for woord in eigen]
    vorm = all(_WOORD.fullmatch(woord) for woord in eigen)
    if not vorm or (_GEEN_MENS | lijsten.plaatsnamen).intersection(naam.casefold().split()):
        return False
    if voorvoegsel:
        return _is_surname(woorden, lijsten, gesprek=van_iemand)
    if len(eigen) == 1:
        return bool(voor) and _is_first_name(laatste, lijsten, van_iemand=van_iemand)
    return _is_strange(eigen[0].casefold()) and (van_iemand or _may_be_surname(laatste, lijsten))


def _may_be_name(woord: str) -> bool:
    """Return whether a word in small letters may be a name: no abbreviation and no word of English."""
    return all(len(deel) >= _KORTSTE for deel in woord.split("-")) and not in_dictionary(woord, taal="en")


def _is_first_name(woord: str, lijsten: Namenlijsten, *, van_iemand: bool) -> bool:
    """Return whether one word behind what a sheet is says whose it is."""
    return (
        woord in lijsten.voornamen or woord in lijsten.voornaam_onzeker or (van_iemand and _is_strange(woord))
    )


def _may_be_surname(woord: str, lijsten: Namenlijsten) -> bool:
    """Return whether a word behind an unknown one is a surname, and not what a tool or a list is called."""
    achternaam = woord in lijsten.achternaam_elk or _is_strange(woord) or _ACHTERNAAM.search(woord)
    return bool(achternaam) and not in_dictionary(woord, taal="en")


def _is_surname(woorden: list[str], lijsten: Namenlijsten, *, gesprek: bool) -> bool:
    """Return whether prefixes with words are a surname; behind an article alone it is more often a building."""
    laatste = woorden[-1].casefold()
    if gesprek and woorden[-2].casefold() in ("den", "der") and laatste in lijsten.achternaam_elk:
        return True
    if laatste in lijsten.achternamen:
        return laatste not in lijsten.achternamen_gewoon
    if woorden[0].casefold() in ("de", "het", "'t"):
        return gesprek and (laatste in _DE_ACHTERNAAM or (_is_strange(laatste) and len(woorden) > 2))
    gewoon = laatste in lijsten.plaatsnamen or in_dictionary(laatste)
    return laatste in lijsten.achternamen_ook_woord or (gesprek and not gewoon)


def _is_called_after_thing(naam: str) -> bool:
    """Return whether words are ordinary ones that a surname is made of too: "Groene Straten", "De Bron"."""
    lijsten = load_namenlijsten()
    eigen = [woord for woord in naam.casefold().split() if woord not in lijsten.tussenvoegsels]
    return bool(eigen) and all(woord not in lijsten.zeker and in_dictionary(woord) for woord in eigen)


def _is_strange(woord: str) -> bool:
    """Return whether a word is none of Dutch, no compound of such words, no place and no office."""
    delen = [deel for deel in woord.split("-") if deel]
    ding = any(_is_compound(deel) or GEEN_MENS.search(deel) or _PLAATS.search(deel) for deel in delen)
    plaats = woord in load_namenlijsten().plaatsnamen
    return len(woord) > 2 and not ding and not plaats


def _is_compound(woord: str) -> bool:
    """Return whether a word is one of the dictionary or several written as one: "inloopavond", "buurtsportcoach"."""
    if in_dictionary(woord) or (woord.startswith("web") and in_dictionary(woord[3:])):
        return True
    knippen = range(4, len(woord) - 3)
    return any(
        (in_dictionary(woord[:nr]) or (woord[nr - 1] == "s" and in_dictionary(woord[: nr - 1])))
        and _is_compound(woord[nr:])
        for nr in knippen
    )
