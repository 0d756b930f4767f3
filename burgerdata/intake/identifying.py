"""Which columns of a table identify persons: by their header, and by what is in them."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import islice
from typing import Literal

import pandas as pd

from burgerdata.cellen import is_filled, list_cells
from burgerdata.intake.naamkoppen import are_written_as_names, asks_answer, asks_somebody, names_participant
from burgerdata.intake.nummerkoppen import RECORDKOPPEN
from burgerdata.pseudonyms.identifiers import find_identifiers
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.pseudonyms.names import find_names
from burgerdata.pseudonyms.written_names import rate_name

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
_GENERIC = frozenset({"naam", "name"})
_SOME_NAME = re.compile(r".*(?:naam|name)")
_NAME_BEHIND = re.compile(r"[\W_]*(?:naam|name)\W*$", re.IGNORECASE)
_INSTELLING = re.compile(
    r"\b(?:[\w-]*(?:school|college|lyceum|gymnasium|scholen|(?:zieken|verpleeg|verzorgings|buurt|dorps|zorg|gemeente)huis|centrum|straat|plein|laan|park|club|vereniging|stichting|bibliotheek)"
    r"|kerk|moskee|kapel|toren|museum|theater|huis|singel|gracht|kade|brug|sporthal|instituut|academie|universiteit|university|hospital|street|square|bv|b\.v\.)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""A word of a school, a street or a house: those are called after people. As a surname it is rare."""
_VOOR_STRAAT = r"(?i:(?:(?:prof|dr|drs|mr|ir|meester|dokter|professor)\b\.? ?)+.*"
_STRAAT = re.compile(rf"{_VOOR_STRAAT}(?:dreef|weg|singel|gracht|kade|steeg|pad|allee|boulevard))")
_STRAAT_HOF = re.compile(rf"{_STRAAT.pattern}|{_VOOR_STRAAT}(?:hof|dijk|burg|erf|kamp|veld|wal|markt|buurt))")
"""A street with a title in it; under a question for a place the second too, which are endings of surnames elsewhere."""
_SURNAME = re.compile(r"\b(?:de|der|den|het|'t|ter|ten) \w+")
_MOST_INSTELLINGEN = 0.2
_NIEMAND = re.compile(
    r"\W*(?:onbekend|niet bekend|anoniem|anonymous|unknown|n\.?v\.?t\.?|geen(?: (?:naam|idee|antwoord|mening))?|niemand|none|x+"
    r"|weet (?:ik )?niet|(?:wil|zeg|liever)(?: ik)?(?: liever)? niet(?: zeggen)?)?\W*",
    re.IGNORECASE,
)
"""What stands in a cell of a column of names for somebody who gave none."""
_FEWEST_NAMES = 5
_NEARLY = 0.9
_MOSTLY = 0.6
_WHOLLY = 0.8
_MIN_LENGTH_OF_NUMBER = 9
_LOOKED_AT = 200
_HEAD = 2000
_POINT = re.compile(r"\[?-?\d{1,3}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}(?:\s-?\d+(?:\.\d+)?){0,2}\]?")
"""A place on the map in one cell: latitude and longitude, perhaps with height and precision."""
_PC6 = re.compile(r"\s*([1-9]\d{3})\s?[A-Za-z]{2}\s*")


def classify_header(header: str) -> Weg:
    """Return whether a column with this header holds names, other identifying data, or neither.

    Examples
    --------
    >>> classify_header("E-mailadres"), classify_header("Voornaam"), classify_header("Naam locatie")
    ('identificerend', 'naam', '')
    """
    kort = fold_header(_HINT.sub("", header))
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
    gevuld = cellen.head(_HEAD).str.strip()
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


def holds_person_names(header: str, cellen: pd.Series) -> bool:
    """Return whether a column that is headed by a word for names holds names of people.

    "Naam" may also head the variables of a codebook: those have digits, underscores and no capitals. Under a header such
    as "klantnaam" the cells tell: names of people, and of nearly everyone another one.

    Examples
    --------
    >>> holds_person_names("naam", pd.Series(["q1_a", "geslacht"])), holds_person_names("Naam", pd.Series(["Henk", ""]))
    (False, True)
    >>> holds_person_names("Contactnaam", pd.Series(["Henk Pol", "Fatima"])), holds_person_names("Wijknaam", pd.Series(["Oost"]))
    (True, False)
    """
    if classify_header(header) != "naam":
        genoemd = _SOME_NAME.fullmatch(fold_header(header)) and not _is_about_institution(header)
        return bool(genoemd) and _are_mostly_names(cellen)
    gevuld = cellen[cellen.str.strip() != ""].drop_duplicates()
    if fold_header(_HINT.sub("", header)) not in _GENERIC or gevuld.empty:
        return True
    bekend = load_namenlijsten().voornamen
    achtig = [
        not re.search(r"[\d_/]", cel) and (cel.strip()[0].isupper() or cel.split()[0].casefold() in bekend)
        for cel in gevuld
    ]
    return bool(sum(achtig) >= _MOSTLY * len(achtig))


def holds_full_names(header: str, cellen: pd.Series) -> bool:
    """Return whether a column holds first names with surnames, of nearly every row another one, whatever its header says.

    Answers about people come back, so they are no such column; but under a word as "Stemmer" somebody may have several rows.
    A header that asks for a thing, a place or an institution is about those, as are cells of which more than a few end in
    "college" or "plein". Who wrote "onbekend" gave no name.

    Examples
    --------
    >>> namen = ["Henk Pol", "Fatima el Amrani", "Ria de Wit", "Karim Bos", "Sanne Kuiper"]
    >>> holds_full_names("Stemmer", pd.Series(namen)), holds_full_names("Beste minister", pd.Series(namen[:2] * 3))
    (True, False)
    """
    gevuld = cellen.head(_HEAD).str.strip()
    gevuld = gevuld[gevuld != ""]
    namen = gevuld[~gevuld.str.fullmatch(_NIEMAND)]
    if namen.empty or asks_answer(header) or is_place_header(header) or _is_about_institution(header):
        return False
    meedoet = names_participant(header)
    te_weinig = len(gevuld) < _FEWEST_NAMES or 2 * len(namen) < len(gevuld)
    if not meedoet and (te_weinig or namen.nunique() < _NEARLY * len(namen)):
        return False
    gekeken = list(namen.unique())[:_LOOKED_AT]
    if sum(_is_institution(cel) for cel in gekeken) > _MOST_INSTELLINGEN * len(gekeken):
        return False
    return are_written_as_names(gekeken, van_deelnemers=meedoet)


def holds_titled_names(header: str, cellen: pd.Series) -> bool:
    """Return whether most different cells are a title with a surname, whatever the header says and however often they come back.

    Examples
    --------
    >>> holds_titled_names("Contact", pd.Series(["Dhr. Zuidhof", "Mw. van der Laan", "Dhr. Zuidhof", "onbekend"]))
    True
    >>> holds_titled_names("Aanhef", pd.Series(["Dhr.", "Mw."])), holds_titled_names("Waar?", pd.Series(["Mr. Visserplein"]))
    (False, False)
    >>> holds_titled_names("Thuis?", pd.Series(["FAMILIE", "DRUK"])), holds_titled_names("Waar?", pd.Series(["Dr. Kuyperdreef"]))
    (False, False)
    """
    if is_place_header(header):
        return False
    gevuld = cellen.head(_HEAD).str.strip()
    verschillend = list(gevuld[~is_nobody(gevuld)].unique())[:_LOOKED_AT]
    straat = _STRAAT_HOF if asks_answer(header) else _STRAAT
    plaatsen = {cel for cel in verschillend if _is_institution(cel) or straat.fullmatch(cel)}
    met_titel = [cel for cel in verschillend if _make_titled().fullmatch(cel) and cel not in plaatsen]
    return len(met_titel) >= max(_MOSTLY * len(verschillend), 1)


def is_nobody(cellen: pd.Series) -> pd.Series:
    """Return which cells of a column of names are empty or say that nobody is named, such as "onbekend"."""
    return cellen.str.fullmatch(_NIEMAND).astype("bool")


@cache
def _make_titled() -> re.Pattern[str]:
    """Return how a title with a surname is written: "Dhr. Zuidhof", "de heer en mevrouw Van den Berg".

    A point or a space ends the title, or every word in capitals that begins alike is one: FAM-ILIE, DR-UK, MR-I.
    """
    lijsten = load_namenlijsten()
    titel = f"(?i:{'|'.join(sorted(lijsten.aanwijzing_titel))})\\.?"
    voor = f"(?i:{'|'.join(map(re.escape, sorted(lijsten.tussenvoegsels)))})"
    hoofdletter = r"(?!(?i:en|of|and|or)\b)[^\W\d_a-zà-ÿ][\w'’-]*"
    return re.compile(
        rf"(?:[Dd]e )?{titel}(?:(?: en | ?/ ?){titel})?(?: |(?<=\.))(?:(?:{voor}|{hoofdletter}) |[A-Z]\. ?){{0,5}}{hoofdletter}"
    )


def _is_institution(cel: str) -> bool:
    """Return whether a cell names an institution; "van der Kerk" is a surname."""
    return bool(_INSTELLING.search(_SURNAME.sub(" ", cel)))


def _is_about_institution(header: str) -> bool:
    """Return whether a header asks for an institution ("Welke school?", "schoolnaam") and not for somebody there."""
    return bool(_INSTELLING.search(_NAME_BEHIND.sub("", header))) and not asks_somebody(header)


def _are_mostly_names(cellen: pd.Series) -> bool:
    """Return whether most different cells are the name of a person and nothing else, and few come back: those are answers."""
    gevuld = cellen[cellen.str.strip() != ""].str.strip()
    verschillend = list(gevuld.head(_HEAD).unique())[:_LOOKED_AT]
    namen = [cel for cel in verschillend if _is_name(cel)]
    return len(namen) >= max(_MOSTLY * len(verschillend), 1) and gevuld.nunique() * 2 > len(gevuld)


def _is_name(cel: str) -> bool:
    gevonden = find_names(cel)
    heel = len(gevonden) == 1 and (gevonden[0].begin, gevonden[0].eind) == (0, len(cel))
    return heel or (rate_name(cel) in ("zeker", "voorletters") and not _is_institution(cel))


def is_about_channel(header: str, cellen: pd.Series) -> bool:
    """Return whether a column called after a channel holds an opinion on it or a tick: a few short words or digits.

    Examples
    --------
    >>> is_about_channel("Telefoon", pd.Series(["4", "5", ""] * 9)), is_about_channel("Telefoon", pd.Series(["0612345678"]))
    (True, False)
    """
    if fold_header(_HINT.sub("", header)) not in _CHANNELS:
        return False
    gevuld = cellen[cellen.str.strip() != ""].str.strip()
    waarden = list(gevuld.unique())
    weinig = len(waarden) <= _MOST_ANSWERS and len(gevuld) >= _FEWEST_PER_ANSWER * len(waarden)
    return weinig and not any("@" in cel or re.search(r"\d{3}", cel) for cel in waarden)


def is_place_header(header: str) -> bool:
    """Return whether a short header names a place; "Jan van Galenplein" is then no person.

    Examples
    --------
    >>> is_place_header("Locatie"), is_place_header("Wat vindt u van deze plaats om te wonen?")
    (True, False)
    """
    return len(header.split()) <= _SHORT_HEADER and bool(_PLACE.search(header))


def fold_header(header: str) -> str:
    """Return a header in lower case without signs, spaces and accents, for comparing."""
    ontleed = header.casefold().replace("ï", "i").replace("ê", "e").replace("ë", "e")
    return re.sub(r"[\W_]+", "", ontleed)


def holds_identifiers(cellen: pd.Series) -> bool:
    """Return whether nearly every filled cell is an identifier and nothing else: an address book, not answers.

    Examples
    --------
    >>> holds_identifiers(pd.Series(["a@b.nl", "", "c@d.nl"])), holds_identifiers(pd.Series(["7", "8"]))
    (True, False)
    """
    gevuld: list[str] = []
    for deel in (cellen.head(_HEAD), cellen):
        if len(gevuld) < _LOOKED_AT:
            gevuld = list(islice((cel for cel in list_cells(deel) if cel.strip()), _LOOKED_AT))
    if not gevuld:
        return False
    wholly = sum(_is_identifier(cel.strip()) for cel in gevuld)
    return wholly >= _WHOLLY * len(gevuld)


def _is_identifier(cel: str) -> bool:
    """Return whether the cell as a whole is one identifier; a plain number counts only with nine digits or more."""
    if _POINT.fullmatch(cel):
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
