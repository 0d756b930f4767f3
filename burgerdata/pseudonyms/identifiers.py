"""Identifiers with a shape of their own: numbers with a check digit, addresses, plates, accounts on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burgerdata.pseudonyms.numbers import find_ibans, find_possible_bsns, find_telefoonnummers
from burgerdata.pseudonyms.spans import Vondst, merge_vondsten
from burgerdata.pseudonyms.webadressen import find_webadressen
from burgerdata.schema.labels import MAAND_KORT

_MAYBE = re.compile(r"[\d@]|://|[(\[]at[)\]]|apenstaart|\.(?:com|nl|eu|org|social|me|gl|co)/", re.IGNORECASE)
"""Most sentences hold neither digit nor sign; one quick search spares them all the patterns below."""

_WEB = re.compile(
    r"@|://|[(\[]at[)\]]|apenstaart|\.(?:com|nl|eu|org|social|me|gl|co)/|\d\.\d|[\da-f:]:[\da-f:]",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d", re.ASCII)
_LONG_NUMBER = re.compile(r"(?:\d[^\d\n]{0,12}){6}\d")
"""Seven digits close together: fewer make no account, phone, BSN or V-number."""

_LETTERS = r"(?!SA|SD|SS)[A-Z]{2}"
_TOEVOEGING = (
    r"(?:[ ]?[-/][ ]?\d{1,3}(?:[ ]?hoog)?|[-/](?:[IVX]{1,4}|hs|huis|bis|[a-zA-Z])|[ ]?(?:[1-9][ ]?hoog|hs|huis|bis|[IVX]{2,4})"
    r"|\s?[a-zA-Z])?\b"
)
"""What stands behind the number of a house: 12a, 12X, 12-II, 12 bis, 12-3, 12 2 hoog."""
_NUMMER = rf"(?:\s*,?\s*(?:nr\.?|nummer|huisnummer)?\s*\d{{1,5}}{_TOEVOEGING}(?!\d))"
_POSTCODE = re.compile(
    rf"(?<![\w.,€-])[1-9]\d{{3}}(?: ?{_LETTERS}|\s?(?!(?:km|kg|mm|cm|ml|kb|mb|gb|eu|am|pm)\b)[a-z]{{2}})\b{_NUMMER}?"
)
_LOWER_WITH_SPACE = re.compile(r"\d\s[a-z]{2}")
_POSTCODE_CUE = re.compile(r"\b(?:postcode|woon(?:t|achtig)?|adres)\b[^.\n]{0,25}$", re.IGNORECASE)
_VOOR_STRAAT = (
    r"(?:\b(?:burgemeester|burg\.|prins(?:es)?|koning(?:in)?|graaf|gravin|hertog|generaal|admiraal|minister|president"
    r"|dokter|dr\.|professor|prof\.|meester|mr\.|dominee|ds\.|pastoor|pater|kapelaan|sint|st\.|oude?|nieuwe?|grote?"
    r"|kleine?|lange|korte|hoge|lage|eerste|tweede|derde|jan|willem)\s+"
    r"(?:(?:van|de|der|den)\s+){0,2}){0,2}"
)
"""Words that the name of a street begins with: without them the rest of it stays readable."""
_STRAAT = re.compile(
    _VOOR_STRAAT
    + r"\b(?!(?:snel|auto|rijks|spoor|onder|water|vaar|fiets|over|loop|hal|zijds)weg\b)[^\W\d_][\w'.-]+"
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|dreef|steeg|plantsoen|hof|pad|erf)"
    rf"\s+(?:nr\.?\s*|nummer\s+|huisnummer\s+)?\d{{1,4}}{_TOEVOEGING}(?![:.]\d|\s*(?:uur|km|jaar|x|keer))",
    re.IGNORECASE,
)
_KAMP = re.compile(
    r"\b[A-Z][a-z]+(?:[bdfgjlmnpstvwz]ring|kamp|akkers?|brink|meent|gaarde|werf|horst)\s+\d{1,4}(?:[a-zA-Z]|-[IVX]{1,4}|-[a-zA-Z]|[ ]?(?:hs|bis))?\b"
    r"(?![:.,]\d|\s*(?:uur|km|jaar|x|keer|dagen|weken|mensen|euro))"
)
"""A street such as Turfring or Molenkamp: only with a capital, for "zekering 12" is none."""
_BUURT = re.compile(
    r"\b(?:De|Het|'t|Den|Ter|Ten)\s+(?!(?:Klas|Vraag|Artikel|Formulier|Tram|Lijn|Top|Agenda|Avond|Wachttijd|Balie|Maandag"
    r"|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag|Groep|Tafel|Bus|Trein|Stap|Fase|Versie|Optie|Deel|Bijlage"
    r"|Kamer|Zaal|Halte|Plan|Regel|Wet|Week|Dag|Ochtend|Middag)\b)[A-Z][^\W\d_]{2,}\s+\d{1,3}(?P<deel>\s?-\s?\d{1,3}|[a-zA-Z]|-[IVX]{1,4})?\b"
    r"(?![:.,]\d|\s*(?:uur|km|jaar|x|keer|weken|dagen|maanden|minuten))"
)
"""A street without a word for it: "De Esch 73a". Only the words around it tell, or a place behind it."""
_VOORZETSEL = "(?:Achter|Op|Onder|In|Bij|Boven|Aan|Voor|Over|Tussen|Naast|Langs)"
_WOON_STRAAT = re.compile(
    r"(?i:\b(?:woon(?:t|de|den|achtig)?|wonen(?:de)?|(?:woon)?adres)\b)(?:\s+(?:ik|wij|we|is|nu|al|zelf))*\s*:?\s*"
    r"(?:(?:achter|onder|in|bij|boven|voor|over|tussen|naast|langs) (?=[Dd]e |[Hh]et |['’]t |[Dd]e[nr] |[Tt]e[nr] )|(?:op|aan) )?"
    r"(?P<kern>(?P<eerst>(?:nr\.?|nummer) \d{1,4}(?:-?[a-zA-Z]\b)?,? (?:op |aan |in )?)?"
    rf"(?:{_VOORZETSEL} )?(?:(?:[Dd]e|[Hh]et|['’]t|[Dd]e[nr]|[Tt]e[nr]) )?"
    r"[A-Z][^\W\d_]+(?:[ -](?:(?:van|de|der|den|het|ten) ){0,2}[A-Z][^\W\d_]+){0,3}"
    rf"(?P<nummer>(?:,? (?:op )?(?:nr\.?|nummer|huisnummer))?\s+\d{{1,4}}(?!\s?x (?:zo|per)\b){_TOEVOEGING})?)"
    r"(?![:.,]\d|\s*(?:\+|[ex]\b|uur|km|jaar|jaren|keer|weken|dagen|maanden|minuten|euro|mensen|kinderen|hoog|verdieping))"
)
"""A street without a word for it behind a word for living there: "woont Achter de Hoven 5", "woon op nummer 5, De Esch"."""
_LIJST_STRAAT = re.compile(
    rf"(?<=, )(?P<kern>{_VOORZETSEL} (?:de|het|['’]t|den|der) [A-Z][^\W\d_]{{2,}} \d{{1,4}}{_TOEVOEGING})(?=\s*(?:[,;.)]|$))"
)
"""The same between commas, as an address stands behind a name: "F. Duinstra, Achter de Hoven 5, wacht al"."""
_NUMMER_VAN = re.compile(
    r"\b(?i:(?:huis)?nummer|nr\.?)\s*\d{1,4}(?:-?[a-zA-Z]\b)?,? (?:van|aan|in|op) (?:(?:de|het|['’]t|den) )?"
    r"(?:[A-Z][^\W\d_]+ (?:(?:van|de|der|den) ){0,2}){0,2}[A-Z][^\W\d_]{2,}"
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|dreef|steeg|plantsoen|hof|pad|erf|ring|kamp|akkers?|brink|meent|gaarde|werf|horst)\b"
)
"""The number before the street: "op nr 12 van de Sperwerhof"."""
_IN_PLACE = re.compile(r",?\s+in\s+[A-Z]")
_COORDINATEN = re.compile(r"(?<![\d.])5[0-4][.,]\d{4,}\s?[,;/ ]\s?[2-8][.,]\d{4,}(?!\d)")
"""A place in or near the country to some ten metres: 52.37022, 4.89517, or with commas in the numbers."""
_ADRES_CUE = re.compile(
    r"\b(?:woon(?:t|achtig)?|adres\w*|opgehaald|ophalen|thuis|bezorg\w*|(?:sta|staat|stond|stonden) (?:voor|bij))\b[^.\n]{0,20}$",
    re.IGNORECASE,
)
_C = "[BDFGHJKLMNPRSTVWXZ]"
_PLATE_GROUPS = [
    (("L2", "D2", "D2"), ("D2", "D2", "L2"), ("D2", "L2", "D2"), ("L2", "D2", "L2"), ("L2", "L2", "D2")),
    (("D2", "L2", "L2"), ("D2", "C3", "D1"), ("D1", "C3", "D2"), ("L2", "D3", "L1"), ("L1", "D3", "L2")),
    (("C3", "D2", "L1"), ("L1", "D2", "C3"), ("D1", "L2", "D3"), ("D3", "L2", "D1")),
]
_PART = {"L1": "[A-Z]", "L2": "[A-Z]{2}", "C3": f"{_C}{{3}}", "D1": r"\d", "D2": r"\d{2}", "D3": r"\d{3}"}
_SHAPES = [[_PART[part] for part in shape] for row in _PLATE_GROUPS for shape in row]
_CAPITAL_SHAPES = [[part.replace(_C, "[A-Z]") for part in shape] for shape in _SHAPES]
"""With hyphens and capitals any letters make a plate; without, only the consonants that plates really use."""
_PLATE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        "-".join(c) + "|" + "".join(s) + "|" + " ".join(s)
        for c, s in zip(_CAPITAL_SHAPES, _SHAPES, strict=True)
    )
    + r")(?![\w-])"
)
_PLATE_LOWER = re.compile(
    r"(?<![\w-])(?:" + "|".join("-".join(s) for s in _SHAPES) + r")(?![\w-])", re.IGNORECASE
)
_MONTHS = re.compile("|".join(MAAND_KORT), re.IGNORECASE)
_V_NUMMER = re.compile(
    r"\bV[- ]?\d{10}\b|\bv[- .]?(?:nummer|nr\.?)\s*(?:is|:|=)?\s*\d(?:[ .]?\d){9}\b", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"\b(?:paspoort|identiteitskaart|id-?kaart|rijbewijs|verblijfsdocument)(?:nummer|nr\.?)?[^\w\n]{0,3}"
    r"(?:nummer|nr\.?)?\s*(?:is|:|=)?\s*(?P<kern>(?=(?:[A-Z]*\d){2})[A-Z0-9]{9,10})\b",
    re.IGNORECASE,
)
_ZAAK = re.compile(
    r"\b(?:zaak|dossier|aangifte|melding|meld|klacht|klant|registratie|referentie|proces-?verbaal|parket|case"
    r"|(?:vervoers?|reis|gemeente|stads|toegangs)?pas|chipkaart|kaart|lidmaatschap|lid|abonnement|polis|cliënt|client"
    r"|patiënt|patient|personeel|relatie|account|debiteur|factuur|order|bestel|rit|burger|inwoner|administratie)s?-?"
    r"(?:nummer|nr\.?|kenmerk)[^\w\n]{0,3}(?:(?:is|was)\b)?[^\w\n]{0,3}"
    r"(?P<kern>(?=(?:[\w/.-]*\d){3})[A-Z0-9][A-Z0-9/.-]*[A-Z0-9](?:(?: \d{4}\b){2,4})?)\b",
    re.IGNORECASE,
)
"""A number by which an office finds one person's case: three digits or more behind the word for it."""
_CODE = re.compile(r"\b(?!ISO|NEN|EN|DIN|EU|COM|BWBR|CELEX|SWD)(?<![Mm]otie )[A-Z]{1,3}-?\d{6,9}\b")
"""Capitals with six digits or more: the number of a pass, a contract or a case, whatever stands before it."""
_GEBOREN = re.compile(
    r"\b(?:geboren(?:\s+op)?|geboortedatum|geb\.?)\s*(?:is|:|=)?\s*"
    r"(?P<kern>\d{1,2}(?:[-/. ]\d{1,2}[-/. ]|\s+[a-z]{3,9}\.?\s+)(?:19|20)?\d{2})\b",
    re.IGNORECASE,
)


def find_identifiers(text: str) -> list[Vondst]:
    """Return the identifiers in a text, in order and without overlap; names are not among them.

    Kinds: BSN (nine digits that pass the 11-proef: possible only), IBAN, e-mail, phone, postcode, address, licence
    plate, V-number, document number, case number, date of birth, IP address, web address of a person, user name.

    Examples
    --------
    >>> find_identifiers("Mail mij: a.b@voorbeeld.nl of bel 06-12345678.")
    [Vondst(soort='email', begin=10, eind=26), Vondst(soort='telefoon', begin=34, eind=45)]
    """
    if not _MAYBE.search(text):
        return []
    return merge_vondsten(_find_all(text))


def _find_all(text: str) -> Iterator[Vondst]:
    if _WEB.search(text):
        yield from find_webadressen(text)
    if not _DIGIT.search(text):
        return
    if _LONG_NUMBER.search(text):
        yield from find_ibans(text)
        yield from find_possible_bsns(text)
        yield from find_telefoonnummers(text)
        yield from (Vondst("v_nummer", *match.span()) for match in _V_NUMMER.finditer(text))
    yield from (Vondst("documentnummer", *match.span("kern")) for match in _DOCUMENT.finditer(text))
    yield from (Vondst("zaaknummer", *match.span("kern")) for match in _ZAAK.finditer(text))
    yield from (Vondst("zaaknummer", *match.span()) for match in _CODE.finditer(text))
    yield from _find_postcodes(text)
    yield from _find_plates(text)
    yield from _find_adressen(text)
    yield from (Vondst("geboortedatum", *match.span("kern")) for match in _GEBOREN.finditer(text))


def _find_postcodes(text: str) -> Iterator[Vondst]:
    for match in _POSTCODE.finditer(text):
        # "in 2026 is" looks like a postcode in lower case; only a cue or a missing space makes it one
        if _LOWER_WITH_SPACE.search(match.group()) and not _POSTCODE_CUE.search(text[: match.start()]):
            continue
        eind = match.start() + len(match.group().rstrip(" ,"))
        yield Vondst("postcode", match.start(), eind)


def _find_adressen(text: str) -> Iterator[Vondst]:
    yield from (Vondst("adres", *match.span()) for match in _STRAAT.finditer(text))
    yield from (Vondst("adres", *match.span()) for match in _KAMP.finditer(text))
    yield from (Vondst("adres", *match.span()) for match in _NUMMER_VAN.finditer(text))
    yield from (Vondst("adres", *match.span()) for match in _COORDINATEN.finditer(text))
    for match in _WOON_STRAAT.finditer(text):
        if match["nummer"] or match["eerst"]:
            yield Vondst("adres", *match.span("kern"))
    yield from (Vondst("adres", *match.span("kern")) for match in _LIJST_STRAAT.finditer(text))
    for match in _BUURT.finditer(text):
        voor, na = text[: match.start()], text[match.end() :]
        if match.group("deel") or _ADRES_CUE.search(voor) or _IN_PLACE.match(na):
            yield Vondst("adres", *match.span())


def _find_plates(text: str) -> Iterator[Vondst]:
    for pattern in (_PLATE, _PLATE_LOWER):
        for match in pattern.finditer(text):
            if not _MONTHS.search(match.group()):
                yield Vondst("kenteken", *match.span())
