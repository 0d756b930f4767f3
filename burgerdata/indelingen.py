"""Codings of traits that look alike and are not: education in three levels, and origin before and after 2022."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from burgerdata.errors import MethodeError

_DRIE = (
    (re.compile(r"l|laag(?:st)?e?|lage|lagere?|praktische?|low|lower|lowest"), "laag"),
    (re.compile(r"m|midden|middel|middelba(?:ar|re)|gemiddelde?|medium|middle|intermediate"), "midden"),
    (re.compile(r"h|hoog(?:st)?e?|hoge|hogere?|theoretische?|high|higher|highest"), "hoog"),
)
_NUMMERS = ({"1", "2", "3"}, {"i", "ii", "iii"})
_CIJFERS = re.compile(r"\d+|[ivx]+")
_OPLEIDING = re.compile(
    r"opleiding|opgeleid|geschoold|diploma|(?:studie|school|onderwijs|scholings)[\s-]*niveau|\bopl\b|^opl|"
    r"\bhoogst\w*\s+(?:\w+\s+){0,2}(?:school|studie|onderwijs)",
    re.IGNORECASE,
)
_ONDERWIJS = re.compile(r"onderwijs|scholing|educati", re.IGNORECASE)
"""Words of a level of education, and as well of what people are asked to judge."""
_OORDEEL = re.compile(
    r"\bbeoorde|\boordeel|\boordelen|tevreden|\bwaarde(?:er|ring)|\bvind(?:t|en)?\s+(?:u|je|jij)\b|\bkwaliteit|\brate\b|satisf",
    re.IGNORECASE,
)
_NUMMER = re.compile(
    r"^\s*(?:(?:\d+|[a-z]|i{2,3})\s*[.):=-]+\s*(?=\w)|(?:\d+|i{1,3})\s+(?=[^\W\d]))", re.IGNORECASE
)
_VULLING = re.compile(
    r"\([^)]*\)|opgeleid\w*|geschoold\w*|\w*onderwijs\w*|opleiding\w*|educati\w*|educated|\w*niveau|level|[^\w\s]",
    re.IGNORECASE,
)
_GEEN_ANTWOORD = re.compile(
    r"weet (?:ik )?niet|wil (?:ik )?niet|zeg ik liever niet|liever niet|onbekend|geen (?:antwoord|opgave|mening)|niet van "
    r"toepassing|\bn\.?v\.?t\b|^anders\b|^overig|niet ingevuld|don.t know|unknown|prefer not|^(?:8|9|88|98|99|999)$",
    re.IGNORECASE,
)
_SCHEMAS = {
    "Gouden Standaard (MOA)": re.compile(r"gouden standaard|\bmoa\b|mediastandaard", re.IGNORECASE),
    "CBS": re.compile(r"\bcbs\b|isced|\bsoi\b", re.IGNORECASE),
}
"""Schemes of three levels, the more particular first: CBS figures in the Gouden Standaard are of that one."""
_RESTEN = 2
"""Other answers beside three levels; a longer list names the schools themselves."""
_OUD = re.compile(
    r"\b(?:niet[- ]?)?westerse?\b|migratie[\s_-]*achtergrond|\ballochto|\bautochto|84910ned", re.IGNORECASE
)
_OUDE_TABEL = re.compile(r"84910ned", re.IGNORECASE)
"""The table of CBS by age, sex, region and origin of before 2022."""
_ANDER_KENMERK = re.compile(
    r"leeftijd|geslacht|sekse|gender|regio|provincie|gemeente|landsdeel|opleiding", re.IGNORECASE
)
_LEEFTIJD_OF_GESLACHT = re.compile(
    r"(?:mannen|man|m|jongens?|vrouwen|vrouw|v|meisjes?|anders|x|jong|oud|ouder|jonger)|"
    r"(?:(?:tot|t/m|tot en met|vanaf|onder|boven|jonger dan|ouder dan|[<>≤≥])\s*)?\d{1,3}"
    r"(?:\s*(?:-|–|t/?m|tot en met|tot|\+)\s*\d{0,3})?(?:\s*(?:jaar|jr\.?))?(?:\s*(?:en|of|e\.?o\.?)\s*\w*)?",
    re.IGNORECASE,
)
_GENERATIE = re.compile(r"\b(?:[123]e|eerste|tweede|derde)[- ]generatie", re.IGNORECASE)
_NIEUW = re.compile(r"cbs,? (?:vanaf )?2022|indeling (?:van(?:af)? )?2022|geboren in|85384ned", re.IGNORECASE)
_HERKOMST = re.compile(r"herkomst|afkomst|achtergrond|migra|geboorteland|etni", re.IGNORECASE)
_LANDEN = re.compile(r"turk|marok|surina|antill|indonesi|buitenland|\beurop", re.IGNORECASE)


def check_indeling(naam: str, tekst: str, labels: Iterable[str]) -> None:
    """Raise MethodeError when the categories of a trait cannot be told from another coding with the same words.

    Education as laag, midden and hoog is only used with its scheme in the labels or in the text of the question, such
    as "laag (CBS)": CBS counts upper havo as middelbaar, a Dutch media standard as hoog. Origin as westers and niet-
    westers, by generation or asked as migratieachtergrond is the coding that CBS left in 2022 and does not convert into
    the present one.

    Examples
    --------
    >>> check_indeling("opleiding", "Opleiding (CBS, 3 klassen)", ["laag", "middelbaar", "hoog"])
    >>> check_indeling("opleiding", "Wat is uw opleiding?", ["laag", "midden", "hoog"])
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: kenmerk 'opleiding' heeft laag, midden en hoog zonder te zeggen volgens welke...
    """
    namen = [str(label) for label in labels]
    if _is_bare_education(naam, tekst, namen):
        raise MethodeError(
            f"kenmerk '{naam}' heeft laag, midden en hoog zonder te zeggen volgens welke indeling (havo-bovenbouw is bij "
            "het CBS midden en in andere indelingen hoog); zet de indeling in vragen.xlsx achter elk label, zoals "
            "'laag (CBS)', of in de tekst van de vraag"
        )
    if is_oude_herkomst(namen, f"{naam} {tekst}"):
        raise MethodeError(
            f"kenmerk '{naam}' gebruikt westers, niet-westers, generaties of migratieachtergrond; die indeling van voor 2022 is niet om "
            "te rekenen naar die van nu en wordt niet gebruikt: vraag de indeling naar herkomst (CBS 2022) op, of laat "
            "dit kenmerk weg"
        )


def _is_bare_education(naam: str, tekst: str, labels: list[str]) -> bool:
    schema = _read_schema(" ".join([naam, tekst, *labels]))
    return not schema and _is_drie(labels) and _is_opleiding(naam, tekst, labels)


def _is_opleiding(naam: str, tekst: str, labels: list[str]) -> bool:
    """Return whether this is about how far people came at school, and not about what they think of schools."""
    alles, namen = (" ".join(delen).replace("_", " ") for delen in ([naam, tekst, *labels], labels))
    if _OPLEIDING.search(alles) or _ONDERWIJS.search(namen):
        return True
    return bool(_ONDERWIJS.search(alles)) and not _OORDEEL.search(tekst)


def _is_drie(labels: Iterable[str]) -> bool:
    """Return whether these are the levels laag, midden and hoog, in words, letters or numbers; non-answers do not count."""
    gegeven = [label.strip() for label in labels if not _GEEN_ANTWOORD.search(label.strip())]
    kernen = {_strip(label) for label in gegeven}
    if {kern for kern in kernen if _CIJFERS.fullmatch(kern)} in _NUMMERS:
        return len(gegeven) <= 3 + _RESTEN
    niveaus = [_read_niveau(label) for label in gegeven]
    return set(niveaus) >= {"laag", "midden", "hoog"} and niveaus.count("") <= _RESTEN


def _read_schema(tekst: str) -> str:
    """Return the scheme of three levels that a text names, or nothing."""
    return next((naam for naam, woord in _SCHEMAS.items() if woord.search(tekst)), "")


def check_opleidingen(naam: str, gevraagd: Mapping[str, tuple[str, list[str]]]) -> None:
    """Raise MethodeError when activities asked education in three levels by different schemes.

    ``gevraagd`` has per activity what is said about the question, labels and all, and its labels.

    >>> drie = ["laag", "midden", "hoog"]
    >>> check_opleidingen("opleiding", {"m1": ("Opleiding (CBS)", drie), "m2": ("Opleiding (ISCED)", drie)})
    >>> check_opleidingen("opleiding", {"m1": ("Opleiding (CBS)", drie), "m2": ("Opleiding (MOA)", drie)})
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: kenmerk 'opleiding' is in m1 ingedeeld volgens CBS en in m2 volgens Gouden...
    """
    eerste: dict[str, str] = {}
    for activiteit_id, (tekst, labels) in gevraagd.items():
        schema = _read_schema(tekst)
        if schema and _is_opleiding(naam, tekst, labels) and _is_drie(labels):
            eerste.setdefault(schema, activiteit_id)
    if len(eerste) > 1:
        (een, hier), (ander, daar) = list(eerste.items())[:2]
        raise MethodeError(
            f"kenmerk '{naam}' is in {hier} ingedeeld volgens {een} en in {daar} volgens {ander}; havo-bovenbouw is in de ene "
            "midden en in de andere hoog: vergelijk zonder dit kenmerk, of met t.only(activiteit_id=[…]) alleen metingen "
            "van dezelfde indeling"
        )


def check_opleidingsmarge(naam: str, vraag: str, bron: str, categorieen: Iterable[str]) -> None:
    """Raise MethodeError when population figures about education in three levels are of another scheme than the answers.

    ``vraag`` is what is said about the question, labels and all, ``bron`` about the figures. One that names no scheme is
    taken to be of the other's.

    >>> check_opleidingsmarge("opleiding", "Opleiding volgens CBS", "CBS StatLine", ["laag", "midden", "hoog"])
    >>> check_opleidingsmarge("opleiding", "volgens CBS", "Gouden Standaard (MOA)", ["laag", "midden", "hoog"])
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: kenmerk 'opleiding' is ingedeeld volgens CBS en de bevolkingscijfers volgens...
    """
    labels = [str(label) for label in categorieen]
    tekst = " ".join([bron, *labels])
    eigen, ander = _read_schema(vraag), _read_schema(tekst)
    over = _is_opleiding(naam, f"{vraag} {tekst}", labels)
    if over and eigen and ander and eigen != ander and _is_drie(labels):
        raise MethodeError(
            f"kenmerk '{naam}' is ingedeeld volgens {eigen} en de bevolkingscijfers volgens {ander}; havo-bovenbouw is in de "
            "ene midden en in de andere hoog: neem in marges.xlsx cijfers van dezelfde indeling op, of laat dit kenmerk weg"
        )


def _strip(label: str) -> str:
    """Return a label without its number and without the words for education: what remains is the level."""
    return " ".join(_VULLING.sub(" ", _NUMMER.sub("", label.casefold())).split())


def _read_niveau(label: str) -> str:
    """Return laag, midden or hoog, or nothing for a label that is about something else."""
    kern = _strip(label)
    return next((niveau for woord, niveau in _DRIE if woord.fullmatch(kern)), "")


def is_oude_herkomst(labels: Iterable[str], tekst: str = "") -> bool:
    """Return whether these are categories of origin of before 2022; ``tekst`` is what is said about them.

    >>> is_oude_herkomst(["niet-westers", "westers"]), is_oude_herkomst(["Nederlandse herkomst", "migrant"])
    (True, False)
    >>> is_oude_herkomst(["Nederland", "Turkije"], "Migratieachtergrond"), is_oude_herkomst(["2e generatie"], "Herkomst")
    (True, True)
    >>> is_oude_herkomst(["Nederland", "Turkije"], "Herkomst (CBS 2022), eerder migratieachtergrond")
    False
    """
    namen = " ".join(str(label) for label in labels)
    if _OUD.search(namen):
        return True
    alles = f"{tekst} {namen}"
    generaties = _GENERATIE.search(alles) and _HERKOMST.search(alles)
    return not _NIEUW.search(alles) and bool(_OUD.search(tekst) or generaties)


def check_herkomstmarge(naam: str, bron: str, categorieen: Iterable[str]) -> None:
    """Raise MethodeError when population figures about origin use the coding of before 2022.

    Figures are about origin by the name of the trait or by their categories, whatever the trait is called, and in the
    table of CBS by origin unless they are plainly about something else.

    >>> check_herkomstmarge("leeftijd", "CBS, leeftijd en migratieachtergrond", ["jong", "oud"])
    >>> check_herkomstmarge("herkomst", "CBS 84910NED", ["Nederland", "Turkije"])
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: de bevolkingscijfers over 'herkomst' zijn volgens hun bron van de indeling van voor...
    """
    namen = [str(label) for label in categorieen]
    over = _HERKOMST.search(naam) or _LANDEN.search(" ".join(namen)) or _hides_herkomst(naam, bron, namen)
    if is_oude_herkomst(namen) or (over and is_oude_herkomst(namen, bron)):
        raise MethodeError(
            f"de bevolkingscijfers over '{naam}' zijn volgens hun bron van de indeling van voor 2022 (migratieachtergrond); "
            "die is niet om te rekenen naar die van nu: neem cijfers naar herkomst (CBS 2022) in marges.xlsx op, of laat "
            "dit kenmerk weg"
        )


def _hides_herkomst(naam: str, bron: str, categorieen: list[str]) -> bool:
    """Return whether figures come from the table by origin, and neither name nor categories are of another trait in it."""
    if not _OUDE_TABEL.search(bron) or _ANDER_KENMERK.search(naam):
        return False
    return not all(_LEEFTIJD_OF_GESLACHT.fullmatch(label.strip()) for label in categorieen)
