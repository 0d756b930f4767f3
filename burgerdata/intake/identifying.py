"""Which columns of a table identify persons or records: by their header, and by what is in them."""

from __future__ import annotations

import re
from importlib import resources
from itertools import islice
from typing import Literal

import pandas as pd

from burgerdata.cellen import is_filled, list_cells
from burgerdata.intake.naamkoppen import is_person_word
from burgerdata.intake.nummerkoppen import RECORDKOPPEN
from burgerdata.pseudonyms.identifiers import find_identifiers

Weg = Literal["identificerend", "naam", ""]


def _read_list(bestand: str) -> frozenset[str]:
    return frozenset((resources.files("burgerdata.intake") / bestand).read_text(encoding="utf-8").split())


_IDENTIFYING = _read_list("kolommen_identificerend.txt")
"""Headers without signs and spaces, in lower case."""
_NAMES = _read_list("kolommen_naam.txt")
_QUESTION_NAME = re.compile(
    r"\b(?:uw|je|jouw)\s+(?:volledige\s+)?(?:voor|achter|roep)?na(?:am|men)\b|\bnaam (?:van )?(?:de |uw )?"
    r"(?:respondent|deelnemer|ge[iï]nterviewde|enqu[eê]teur|interviewer|contactpersoon)"
    r"|\b(?:what is|what's|enter) your (?:(?:full|first|last) )?name\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:kind|kinderen|partner|ouder|moeder|vader|gezinslid|bewoner|respondent|deelnemer|melder|indiener|invuller|leerling"
    r"|klant|cli[eë]nt|inwoner|inwoonster|burger|beller|klager|aanvrager|afzender|verzoeker|verzekerde|belanghebbende|betrokkene"
    r"|bezoeker|pati[eë]nt|huurder|medewerker|behandelaar|consulent|klantmanager|contact"
    r"|child|person|participant|client|customer|student'?s?'?)"
)
_PERSON_NAME = re.compile(
    rf"(?:{_WHO}[ _./-]?(?:(?:voor|achter|roep)?naam|(?:first|last|full)?[ _]?name)"
    rf"|(?:(?:voor|achter|roep)?naam|(?:first|last|full)?_?name)[ _./-]?(?:van[ _](?:(?:de|het|uw)[ _])?)?{_WHO})[ _]?\d*",
    re.IGNORECASE,
)
_QUESTION_OTHER = re.compile(
    r"\b(?:uw|je|jouw)\s+(?:e-?mail(?:adres)?|telefoonnummer|mobiele nummer|(?:woon)?adres|huisnummer|geboortedatum|bsn)\b"
    r"|\byour (?:e-?mail address|(?:tele|mobile )?phone number|home address|date of birth)\b",
    re.IGNORECASE,
)
_QUESTION_NUMBER = re.compile(
    r"(?!\W*(?:hoe|how)).*\b(?:uw|je|jouw|your) (?:prolific|m-?turk|worker|panel(?:lid)?|participant|respondent(?:en)?|deelnemers?|klant(?:en)?|lid(?:maatschaps)?)"
    r"[ _-]?(?:id|code|nummer|number)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A question with the number in it by which a panel or an office knows someone; "Hoe vindt u uw klantnummer?" asks a grade."""
_CODE = re.compile(r"(?=\D*\d)[^\s@]{1,40}")
_SCALE = re.compile(r"(?:\d|10)(?:[.,]\d)?")
_HINT = re.compile(
    r"[\s*:]+$|\s*\((?:[^()]*\b(?:verplicht|optione\w+|optional|required|facultatief|vrijwillig|anoniem|mag|hoeft)\b[^()]*|[dmjy /.-]+)\)[\s*:]*$",
    re.IGNORECASE,
)
"""What a form adds to the header of a field: a star, "(niet verplicht)", "(dd-mm-jjjj)"."""
_DASH = " - "
_REACHED = r"@|(?:\d[ -]?){6}"
"""What an address or a number has by which someone can be reached, and an opinion on a channel has not."""
_PLACE = re.compile(
    r"plaats|locatie|gemeente|wijk|buurt|regio|provincie|stadsdeel|winkelcentrum", re.IGNORECASE
)
_SHORT_HEADER = 3
_CHANNELS = frozenset(["telefoon", "email", "mail", "tel", "phone", "mobiel"])
_MOST_ANSWERS = 11
_FEWEST_PER_ANSWER = 2
_WHOLLY = 0.8
_MIN_LENGTH_OF_NUMBER = 9
LOOKED_AT = 200
"""Filled cells that are enough to tell what a column holds."""
HEAD = 2000
"""Rows from which these are taken."""
_POINT = re.compile(r"\[?-?\d{1,3}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}(?:\s-?\d+(?:\.\d+)?){0,2}\]?")
"""A place on the map in one cell: latitude and longitude, perhaps with height and precision."""
_SHAPE = re.compile(
    r"(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*[ZM]{0,2}\s*\([\d\s.,()-]+\)"
    r"|\{\s*\"type\"\s*:\s*\"(?:Multi)?(?:Point|LineString|Polygon)\".*\}",
    re.IGNORECASE | re.DOTALL,
)
"""A place or a line that somebody drew on a map, as platforms write it: WKT or GeoJSON."""
_PC6 = re.compile(r"\s*([1-9]\d{3})\s?[A-Za-z]{2}\s*")


def classify_header(header: str) -> Weg:
    """Return whether a column with this header holds names, other identifying data, or neither.

    Examples
    --------
    >>> classify_header("E-mailadres"), classify_header("Voornaam"), classify_header("Naam locatie")
    ('identificerend', 'naam', '')
    """
    kort = fold_field(header)
    if kort in _NAMES or _QUESTION_NAME.search(header) or _PERSON_NAME.fullmatch(header.strip()):
        return "naam"
    if kort in _IDENTIFYING or _QUESTION_OTHER.search(header):
        return "identificerend"
    return ""


def asks_number(header: str, cellen: pd.Series) -> bool:
    """Return whether a question about the number of a person holds those numbers: codes, of most people another one.

    Yes and no, words and grades up to ten are answers to a question on the number.

    Examples
    --------
    >>> asks_number("Wat is uw klantnummer?", pd.Series(["K-1203", "88120", "weet niet"]))
    True
    >>> asks_number("Weet u uw klantnummer?", pd.Series(["Ja", "Nee"])), asks_number("Vindt u uw klantnummer?", pd.Series(["4", "5"]))
    (False, False)
    """
    if not _QUESTION_NUMBER.match(header):
        return False
    gevuld = cellen.head(HEAD).str.strip()
    gevuld = gevuld[gevuld != ""]
    codes = gevuld[gevuld.str.fullmatch(_CODE)]
    cijfers = codes.str.fullmatch(_SCALE).all()
    return not cijfers and 2 * len(codes) > len(gevuld) and 2 * codes.nunique() > len(codes)


def choose_field(header: str, cellen: pd.Series) -> str:
    """Return what stands behind the dash in "Contactgegevens - Naam" when people typed their own there, else the header.

    A tick at "Welke gegevens klopten niet? - Naam" holds the word itself or comes back: that is an answer.

    Examples
    --------
    >>> choose_field("Uw gegevens - Naam", pd.Series(["Henk", "Ria"])), choose_field("Wat miste u? - Naam", pd.Series(["Naam", ""]))
    ('Naam', 'Wat miste u? - Naam')
    """
    veld = header.rpartition(_DASH)[2]
    if veld == header or not classify_header(veld):
        return header
    gevuld = cellen[cellen.str.strip() != ""].str.strip()
    if fold_header(veld) in _CHANNELS:
        return veld if gevuld.str.contains(_REACHED).any() else header
    tikken = {veld.casefold(), "ja", "yes", "x", "1"} & set(gevuld.str.casefold())
    return veld if gevuld.nunique() * 2 > len(gevuld) and not tikken else header


def is_about_channel(header: str, cellen: pd.Series) -> bool:
    """Return whether a column called after a channel holds an opinion on it or a tick: a few short words or digits.

    Examples
    --------
    >>> is_about_channel("Telefoon", pd.Series(["4", "5", ""] * 9)), is_about_channel("Telefoon", pd.Series(["0612345678"]))
    (True, False)
    """
    if fold_field(header) not in _CHANNELS:
        return False
    gevuld = cellen[cellen.str.strip() != ""].str.strip()
    waarden = list(gevuld.unique())
    weinig = len(waarden) <= _MOST_ANSWERS and len(gevuld) >= _FEWEST_PER_ANSWER * len(waarden)
    return weinig and not any("@" in cel or re.search(r"\d{3}", cel) for cel in waarden)


def is_place_header(header: str) -> bool:
    """Return whether a short header names a place; "Jan van Galenplein" is then no person.

    Examples
    --------
    >>> is_place_header("Locatie"), is_place_header("Wat vindt u van deze plaats om te wonen?"), is_place_header("Wijkagent")
    (True, False, False)
    """
    woorden = re.findall(r"\w+", header)
    plaats = any(_PLACE.search(woord) and not is_person_word(woord) for woord in woorden)
    return plaats and len(header.split()) <= _SHORT_HEADER


def fold_header(header: str) -> str:
    """Return a header in lower case without signs, spaces and accents, for comparing."""
    ontleed = header.casefold().replace("ï", "i").replace("ê", "e").replace("ë", "e")
    return re.sub(r"[\W_]+", "", ontleed)


def fold_field(header: str) -> str:
    """Return a header folded, without what a form adds to it: "Naam * (verplicht)" is naam."""
    return fold_header(_HINT.sub("", header))


def holds_identifiers(cellen: pd.Series) -> bool:
    """Return whether nearly every filled cell is an identifier and nothing else: an address book, not answers.

    Examples
    --------
    >>> holds_identifiers(pd.Series(["a@b.nl", "", "c@d.nl"])), holds_identifiers(pd.Series(["7", "8"]))
    (True, False)
    >>> holds_identifiers(pd.Series(["POINT (4.8952 52.3702)", '{"type":"Point","coordinates":[4.9,52.3]}']))
    True
    """
    gevuld: list[str] = []
    for deel in (cellen.head(HEAD), cellen):
        if len(gevuld) < LOOKED_AT:
            gevuld = list(islice((cel for cel in list_cells(deel) if cel.strip()), LOOKED_AT))
    if not gevuld:
        return False
    wholly = sum(_is_identifier(cel.strip()) for cel in gevuld)
    return wholly >= _WHOLLY * len(gevuld)


def _is_identifier(cel: str) -> bool:
    """Return whether the cell as a whole is one identifier; a plain number counts only with nine digits or more."""
    if _POINT.fullmatch(cel) or _SHAPE.fullmatch(cel):
        return True
    if _PC6.fullmatch(cel) or (cel.isdigit() and len(cel) < _MIN_LENGTH_OF_NUMBER):
        return False
    vondsten = find_identifiers(cel)
    return len(vondsten) == 1 and vondsten[0].eind - vondsten[0].begin >= len(cel) - 1


def find_record_column(frame: pd.DataFrame, kolommen: list[str]) -> str:
    """Return the column that numbers the records of the source, or an empty string: a known header, unique, filled."""
    gevouwen = {fold_header(naam): naam for naam in reversed(kolommen)}
    for kandidaat in RECORDKOPPEN:
        naam = gevouwen.get(kandidaat)
        if naam is not None and is_filled(frame[naam]).all() and not frame[naam].duplicated().any():
            return naam
    return ""


def shorten_postcode(cellen: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Return the cells with a full postcode cut to its four digits, and which cells were cut.

    Examples
    --------
    >>> kort, geknipt = shorten_postcode(pd.Series(["1234 AB", "1234", ""]))
    >>> kort.tolist(), geknipt.tolist()
    (['1234', '1234', ''], [True, False, False])
    """
    geknipt = cellen.str.fullmatch(_PC6.pattern).fillna(False).astype("bool")
    return cellen.where(~geknipt, cellen.str.strip().str[:4]), geknipt
