"""Which columns hold the names of people: by a header that asks for them, and by cells that are written as names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pandas as pd

from burgerdata.cellen import count_cells
from burgerdata.intake.identifying import (
    HEAD,
    LOOKED_AT,
    classify_header,
    fold_field,
    fold_header,
    is_place_header,
)
from burgerdata.intake.naamkoppen import (
    are_written_as_names,
    asks_acquaintance,
    asks_answer,
    asks_owner,
    asks_people,
    asks_somebody,
    names_participant,
)
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten, spell_tussenvoegsels
from burgerdata.pseudonyms.names import find_names
from burgerdata.pseudonyms.opschriften import NAAM, mask_opschrift
from burgerdata.pseudonyms.written_names import rate_name

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
_SAMEN = re.compile(r"[,;/+&()\n]|\ben\b|\band\b")
"""What stands between several in one cell."""
_FEWEST_NAMES = 5
_NEARLY = 0.9
_MOSTLY = 0.6


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
    if fold_field(header) not in _GENERIC or gevuld.empty:
        return True
    bekend = load_namenlijsten().voornamen
    achtig = [
        not re.search(r"[\d_/]", cel) and (cel.strip()[0].isupper() or cel.split()[0].casefold() in bekend)
        for cel in gevuld
    ]
    return bool(sum(achtig) >= _MOSTLY * len(achtig))


def holds_full_names(header: str, cellen: pd.Series) -> bool:
    """Return whether a column holds first names with surnames, of nearly every row another one, whatever its header says.

    Answers about people come back, so they are no such column; but under a word as "Stemmer" somebody may have several rows,
    and "Welke wijkbewoners doen mee?" or "Wie hielp u?" asks for people whoever names them, be it several in a cell.
    A header that asks for a thing, a place or an institution is about those, as are cells of which more than a few end in
    "college" or "plein". Who wrote "onbekend" gave no name.

    Examples
    --------
    >>> namen = ["Henk Pol", "Fatima el Amrani", "Ria de Wit", "Karim Bos", "Sanne Kuiper"]
    >>> holds_full_names("Stemmer", pd.Series(namen)), holds_full_names("Beste minister", pd.Series(namen[:2] * 3))
    (True, False)
    """
    if asks_answer(header) or is_place_header(header) or _is_about_institution(header):
        return False
    gevuld = _split_cells(_count_head(cellen)) if asks_acquaintance(header) else _count_head(cellen)
    namen = {cel: aantal for cel, aantal in gevuld.items() if not _NIEMAND.fullmatch(cel)}
    ingevuld, genoemd = sum(gevuld.values()), sum(namen.values())
    meedoet = names_participant(header)
    te_weinig = ingevuld < _FEWEST_NAMES or 2 * genoemd < ingevuld
    komt_terug = len(namen) < _NEARLY * genoemd and not asks_acquaintance(header)
    if not namen or (not meedoet and (te_weinig or komt_terug)):
        return False
    gekeken = list(namen)[:LOOKED_AT]
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
    verschillend = [cel for cel in _count_head(cellen) if not _NIEMAND.fullmatch(cel)][:LOOKED_AT]
    straat = _STRAAT_HOF if asks_answer(header) else _STRAAT
    plaatsen = {cel for cel in verschillend if _is_institution(cel) or straat.fullmatch(cel)}
    met_titel = [
        cel
        for cel in verschillend
        if _make_titled().fullmatch(spell_tussenvoegsels(cel)) and cel not in plaatsen
    ]
    return len(met_titel) >= max(_MOSTLY * len(verschillend), 1)


def list_eigenaren(header: str, cellen: pd.Series) -> list[str]:
    """Return who of those that do what was decided is somebody by name; offices and institutions are left out.

    Examples
    --------
    >>> list_eigenaren("Wie", pd.Series(["Wopke Hazenberg", "Gemeente, Karin Bos", "Openbare Ruimte", "afdeling Groen"]))
    ['Wopke Hazenberg', 'Karin Bos']
    >>> list_eigenaren("Wat", pd.Series(["Wopke Hazenberg"]))
    []
    """
    if not asks_owner(header):
        return []
    delen = [deel.strip() for cel in _count_head(cellen) for deel in _SAMEN.split(cel)]
    namen = dict.fromkeys(deel for deel in delen if len(deel.split()) > 1 and not _is_institution(deel))
    return [naam for naam in namen if mask_opschrift(naam) == NAAM]


def _count_head(cellen: pd.Series) -> Counter[str]:
    """Return the different filled cells of the first rows, without the spaces around them, with how often each occurs."""
    gevuld: Counter[str] = Counter()
    for cel, aantal in count_cells(cellen.head(HEAD)).items():
        gevuld[cel.strip()] += aantal
    del gevuld[""]
    return gevuld


def _split_cells(gevuld: Counter[str]) -> Counter[str]:
    """Return the parts of cells with how often each occurs: "Karim Bos en Ria de Wit" are two."""
    delen: Counter[str] = Counter()
    for cel, aantal in gevuld.items():
        for deel in filter(None, map(str.strip, _SAMEN.split(cel))):
            delen[deel] += aantal
    return delen


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
    iemand = asks_somebody(header) or asks_people(header)
    return bool(_INSTELLING.search(_NAME_BEHIND.sub("", header))) and not iemand


def _are_mostly_names(cellen: pd.Series) -> bool:
    """Return whether most different cells are the name of a person and nothing else, and few come back: those are answers."""
    gevuld = cellen[cellen.str.strip() != ""].str.strip()
    verschillend = list(gevuld.head(HEAD).unique())[:LOOKED_AT]
    namen = [cel for cel in verschillend if _is_name(cel)]
    return len(namen) >= max(_MOSTLY * len(verschillend), 1) and gevuld.nunique() * 2 > len(gevuld)


def _is_name(cel: str) -> bool:
    gevonden = find_names(cel)
    heel = len(gevonden) == 1 and (gevonden[0].begin, gevonden[0].eind) == (0, len(cel))
    return heel or (rate_name(cel) in ("zeker", "voorletters") and not _is_institution(cel))
