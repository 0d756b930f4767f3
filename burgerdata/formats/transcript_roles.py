"""Who of the speakers takes no part as a citizen, and how many do, as the head of a transcript and the labels tell.

``Aanwezig: 7 bewoners, mw. De Wit (beleidsadviseur, alleen luisterend)`` names somebody who may well say something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from burgerdata.pseudonyms.speaker_names import PARTICLES, bare_name, is_titled

WAARNEMER, PROFESSIONAL = "waarnemer", "professional"
_KIJKT = re.compile(
    r"\b(?:observator\w*|observer|observant|toehoorders?|waarnemers?|meeluisteraars?|notulist\w*|verslaglegg?(?:er|ster)s?"
    r"|(?:alleen|enkel|slechts)(?: (?:maar|om te))? luister\w*|luister\w* (?:alleen |slechts |enkel )?mee(?! naar)|meeluister\w*|luisterend"
    r"|kijkt (?:alleen )?mee)\b",
    re.IGNORECASE,
)
"""What is said of who is there to see, to hear or to write down."""
_WERKT = re.compile(
    r"\b(?:beleids\w+|\w*ambtena(?:ar|ren|res)|wethouders?|burgemeester|gedeputeerde|raadsle?den?|raadslid|projectleid(?:er|ster)|programmamanager"
    r"|(?:wijk|gebieds|project|omgevings)manager|wijkregisseur|communicatieadviseur|adviseur (?:van )?(?:de )?gemeente|namens de gemeente)\b",
    re.IGNORECASE,
)
"""What is said of who is there for the authority that asks."""
_EIGEN_LEVEN = re.compile(
    r"[(,/]\s*\d{2}\s*(?:[,)/]|jaar\b|jr\b|$)|\b(?:gepensioneerd\w*|voormalig\w*|vroeger\w*)\b"
    r"|\b(?:bij|in) (?:een|de|het) (?!(?:gemeente|provincie|waterschap|ministerie|wijk|rijk|stadsdeel|dienst|afdeling|overheid|opdrachtgever|ggd|uwv|svb|politie|belastingdienst)\b)"
    r"|\b(?:heeft|hebben|had|is|was|belde?|zei|zegt|kwam|komt)\b",
    re.IGNORECASE,
)
"""What is said of a citizen with a job: an age, work of before or for another; and a word that makes it a story of somebody else."""
_DELEN = re.compile(r"[(),;:]|\s[-–—]\s")
_ERVOOR = frozenset(
    ["senior", "junior", "strategisch", "onze", "als", "mw", "mevr", "mevrouw", "dhr", "de", "heer", "meneer"]
)
"""What may stand before a function, beside the name: "mw. De Wit, senior beleidsadviseur"."""
_ALS_DEELNEMER = re.compile(r"\s*(?:deelnem(?:ers|ende\w*)|deelneemsters|respondenten)\b", re.IGNORECASE)
"""Under this heading somebody who works for an authority takes part."""
_AMBT = re.compile(r"(?:wethouder|burgemeester|gedeputeerde|raadslid)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;](?![^()]*\))|\s+en\s+(?![^()]*\))|\n|\t")
_NOT_THERE = re.compile(
    r"\b(?:afgemeld|afwezig|afmelding\w*|aangemeld|aanmelding\w*|uitgenodigd|geworven|niet)\b", re.IGNORECASE
)
_WOORDEN = "twee drie vier vijf zes zeven acht negen tien elf twaalf".split()  # noqa: SIM905
_WIE = (
    r"(?:\w*bewoners|bewoonsters|inwoners|deelnemers|deelneemsters|deelnemenden|burgers|respondenten|ondernemers|huurders|jongeren|ouderen"
    r"|ouders|vrouwen|mannen|dames|heren|leerlingen|studenten|cli[eë]nten|mantelzorgers|vrijwilligers|gebruikers|klanten|personen|mensen)"
)
_TELT = re.compile(
    rf"(?<![\d.,:/-])\b(?P<aantal>\d{{1,2}}|{'|'.join(_WOORDEN)})\s+(?:\w+\s+)?{_WIE}\b(?!\s+(?:van|tussen)\s+\d)",
    re.IGNORECASE,
)
_TELT_ACHTER = re.compile(
    r"(?:aantal\s+)?(?:deelnemers|deelneemsters|aanwezigen|aanwezig|respondenten|groepsgrootte)\s*:\s*(?P<aantal>\d{1,2})\s*(?:[(,;].*)?$",
    re.IGNORECASE,
)
_VERDELING = re.compile(r"\([^)]*\)|\b(?:waarvan|waaronder|onder wie|van wie)\b.*", re.IGNORECASE)
"""How a line says whom it counted already: "8 deelnemers (5 vrouwen, 3 mannen)"."""
_MOST_WORDS = 12
"""Words of a part of a head that says who somebody is; what is longer tells a story."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def add_rollen(beurten: pd.DataFrame, kop: Sequence[str]) -> pd.DataFrame:
    """Return the turns with ``rol``, a word for who takes no part as a citizen, where there is any; ``kop`` is what stands above them."""
    sprekers = [str(label) for label in beurten["spreker"].unique() if label]
    rollen = find_rollen(kop, sprekers)
    return beurten.assign(rol=beurten["spreker"].map(rollen).fillna("").astype("str")) if rollen else beurten


def find_rollen(kop: Iterable[str], sprekers: Sequence[str]) -> dict[str, str]:
    """Return speaker → waarnemer or professional, for those of whom the head or the label itself says so.

    Where that would leave less than two others or more of a profession than others, it is a talk of professionals and
    the word says who they are.

    Examples
    --------
    >>> kop = ["Aanwezig: 7 bewoners, moderator, mw. De Wit (beleidsadviseur, alleen luisterend)"]
    >>> find_rollen(kop, ["Moderator", "Deelnemer 1", "Deelnemer 2", "Mw. De Wit"])
    {'Mw. De Wit': 'waarnemer'}
    >>> find_rollen([], ["M", "R1", "R2", "R3", "Wethouder Bos"])
    {'Wethouder Bos': 'professional'}
    """
    regels = list(kop)
    gevonden = {
        label: rol for label in sprekers if (rol := _read_label(label) or _read_kop(label, regels, sprekers))
    }
    werkt = [label for label, rol in gevonden.items() if rol == PROFESSIONAL]
    if len(werkt) * 2 >= len(sprekers) or len(sprekers) - len(gevonden) < 2:
        gevonden = {label: rol for label, rol in gevonden.items() if rol == WAARNEMER}
    return gevonden


def count_deelnemers(kop: Iterable[str]) -> int:
    """Return how many people took part as the head tells; 0 where it does not, or tells several numbers.

    Examples
    --------
    >>> count_deelnemers(["Focusgroep laadpalen", "Aanwezig: 7 bewoners, moderator, notulist"])
    7
    >>> count_deelnemers(["Aantal deelnemers: 8 (2 afgemeld)"]), count_deelnemers(["Groep 1, mensen van 18 tot 34 jaar"])
    (8, 0)
    """
    gevonden = {aantal for regel in kop if (aantal := _count_regel(regel))}
    return gevonden.pop() if len(gevonden) == 1 else 0


def _count_regel(regel: str) -> int:
    """Return how many people a line counts: their sum, or the first where the others only divide it ("8, of whom 5 women")."""
    if achter := _TELT_ACHTER.match(regel):
        return _read_getal(achter["aantal"])
    if _NOT_THERE.search(regel):
        return 0
    delen = _TELT.findall(_VERDELING.sub("", regel)) or _TELT.findall(regel)
    eerste, *rest = [_read_getal(aantal) for aantal in delen] or [0]
    return eerste if len(rest) > 1 and eerste == sum(rest) else eerste + sum(rest)


def _read_getal(tekst: str) -> int:
    return int(tekst) if tekst.isdigit() else _WOORDEN.index(tekst.casefold()) + 2


def _read_label(label: str) -> str:
    """Return the rol that a label itself tells: "Notulist", "Karin (observator)", "Wethouder Bos"."""
    if _AMBT.match(label):
        return PROFESSIONAL
    achter = re.search(r"\(([^)]*)\)\s*$|\s[-–—]\s(.+)$", label)
    zelf = next(filter(None, achter.groups()), "") if achter else label
    if _KIJKT.match(zelf):
        return WAARNEMER
    return PROFESSIONAL if achter and _works_for_authority(zelf) else ""


def _read_kop(label: str, regels: Iterable[str], sprekers: Sequence[str]) -> str:
    """Return the rol that every place in the head gives that names this speaker and nobody else."""
    rollen = set()
    for regel in regels:
        deel = _find_part(label, regel)
        if deel and sum(_is_named(ander, deel) for ander in sprekers) == 1:
            rollen.add(_read_part(deel, regel))
    return rollen.pop() if len(rollen) == 1 else ""


def _find_part(label: str, regel: str) -> str:
    """Return the part of a line that is about a speaker, with what follows the name on a line of its own."""
    delen = [deel.strip() for deel in _PARTS.split(regel)]
    eigen = [plek for plek, deel in enumerate(delen) if _is_named(label, deel)]
    if len(eigen) != 1:
        return ""
    achter = delen[eigen[0] + 1 :]
    alleen = eigen[0] == 0 and ":" not in regel and not any(map(_begins_with_name, achter))
    deel = ", ".join(delen) if alleen else delen[eigen[0]]
    return deel if len(deel.split()) <= _MOST_WORDS else ""


def _begins_with_name(deel: str) -> bool:
    return deel[:1].isupper() or is_titled(deel)


def _read_part(deel: str, regel: str) -> str:
    """Return the rol that a part of the head gives, or the heading in front of the list that it is in."""
    onder = "" if ":" in deel else regel.partition(":")[0] * (":" in regel)
    if _KIJKT.search(deel) or _KIJKT.search(onder):
        return WAARNEMER
    werkt = _works_for_authority(deel) or _works_for_authority(onder)
    return PROFESSIONAL if werkt and not _ALS_DEELNEMER.match(onder or deel) else ""


def _works_for_authority(tekst: str) -> bool:
    """Return whether a text gives a function for the authority that asks, and not a job of a citizen: "34, projectleider in de bouw"."""
    if _EIGEN_LEVEN.search(tekst):
        return False
    for deel in _DELEN.split(tekst):
        gevonden = _WERKT.search(deel)
        voor = _WORD.findall(deel[: gevonden.start()]) if gevonden else []
        if gevonden and all(woord[0].isupper() or woord in _ERVOOR | PARTICLES for woord in voor):
            return True
    return False


def _is_named(label: str, deel: str) -> bool:
    """Return whether the name of a speaker stands in a part of the head, or the name there is part of the speaker's."""
    naam = set(_WORD.findall(bare_name(label))) - PARTICLES
    woorden = set(_WORD.findall(deel.casefold()))
    return bool(naam) and not re.search(r"\d", label) and naam <= woorden
