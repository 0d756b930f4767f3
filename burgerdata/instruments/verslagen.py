"""Minutes of an evening or of a table, as a text: which lines are notes, of which table, and what only tells who was there."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.tafelnamen import is_tafelkop, name_documenten, name_tafel
from burgerdata.instruments.verslagtabellen import Verslagrij, Verslagtabellen, find_verslagtabellen
from burgerdata.intake import Logboek
from burgerdata.schema.labels import MAANDBEGIN
from burgerdata.settings import Levering
from burgerdata.shapes import RECORD, RIJ, Gesprek

_OVER_ZICHZELF = re.compile(
    r"\s*(?:datum|tijd|locatie|plaats|duur|(?:aan|af)wezig\w*|genodigd\w*|notulist\w*|notulen|verslag\w*|voorzitter|tafel(?:gast|heer|dame|leid|voorzitter|begeleid)\w*|gast(?:heer|vrouw)|deelnemers|aantal \w+|gespreksleid\w*|onderwerp|project"
    r"|kenmerk|versie)\s*:",
    re.IGNORECASE,
)
"""The begin of a line in which minutes say what they are about."""
_OOK_NOTITIE = re.compile(
    r"\s*(?:tijd|locatie|plaats|duur|onderwerp|project|kenmerk|versie|aantal \w+)\s*:(?P<rest>.*)",
    re.IGNORECASE,
)
"""The same words as what a table has something to say about: "Duur: de bus is niet te betalen"."""
_ZEGT_IETS = re.compile(
    r"\b(?:is|zijn|was|waren|word(?:t|en)|heeft|hebben|had|moet\w*|mag|mogen|kan|kunnen|wil\w*|zou\w*|gaat|gaan|komt|komen|ligt|rijdt|rijden|kost|duurt"
    r"|blijft|staat|ontbreekt|werkt|mist|niet|geen|nooit|te (?!voet\b)\w+|meer|minder|beter|liever|graag|veel|weinig)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6
"""Words in small letters behind "Onderwerp:" above which a table says something."""
_SAMEN = re.compile(
    r"plenair|afsluit|conclusie|opening|welkom|samenvatting|vervolg|afspra(?:ak|ken)|actiepunt|hoe (?:nu )?verder|rondvraag|bijlage",
    re.IGNORECASE,
)
"""In a heading: what comes is of the whole evening again."""
_SAMEN_KOP = re.compile(
    r"(?:plenaire?|afsluiting|conclusies?|opening|welkom|samenvatting)(?: (?:afsluiting|terugkoppeling|deel|sessie|ronde))?\s*:?",
    re.IGNORECASE,
)
"""The same in a text without styles: a line of a few words."""
_TAFEL = re.compile(r"tafel|table|groep|group", re.IGNORECASE)

_DAG = re.compile(
    rf"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:avond|middag|ochtend)?,? )?\d{{1,2}} (?:{MAANDBEGIN})[a-z]*\.? 20\d\d\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""How the line above the first table begins that tells when and where it was."""


def read_verslag(gesprek: Gesprek, levering: Levering, logboek: Logboek) -> pd.DataFrame:
    """Return a row per note of minutes: RIJ, RECORD, groep (its table), tekst, vraag (empty) and stippen (the dots beside it)."""
    tabellen = find_verslagtabellen(gesprek.gezegd["tekst"])
    tafels = _find_tafels(gesprek, _name_tafel(gesprek, levering))
    beurten = _drop_headings(gesprek, tabellen, logboek)
    frame = pd.DataFrame(
        {
            RIJ: beurten[RIJ],
            RECORD: beurten[RECORD],
            "groep": tafels[beurten.index],
            "tekst": beurten["tekst"],
            "vraag": "",
            "stippen": "",
        }
    )
    return _spread_rows(_split_rows(frame, beurten["tekst"]), tabellen)


def _spread_rows(frame: pd.DataFrame, tabellen: Verslagtabellen) -> pd.DataFrame:
    """Return the notes with those of a table in the minutes each on a row: what was said, and the idea beside it."""
    leeg = Verslagrij("", ())
    rijen = [tabellen.rijen.get(plek, leeg) for plek in frame.index]
    los = [
        regel | {"groep": rij.tafel or regel["groep"], "stippen": rij.stippen, "tekst": tekst}
        for regel, rij in zip(frame.to_dict("records"), rijen, strict=True)
        for tekst in rij.notities or [regel["tekst"]]
    ]
    return pd.DataFrame(los, columns=list(frame)).astype(frame.dtypes.to_dict())


def holds_tafels(gesprek: Gesprek) -> bool:
    """Return whether a document without speakers is what tables wrote down: it names two of them, or is one itself."""
    teksten = gesprek.beurten["tekst"].str.strip()
    rijen = teksten[teksten.map(_is_rijkop).astype("bool")]
    zelf = name_documenten([gesprek.bestand])[gesprek.bestand].startswith("tafel ")
    return len(_list_tafels(gesprek)) > 1 or len(rijen) > 0 or (zelf and len(teksten) > 1)


def _drop_headings(gesprek: Gesprek, tabellen: Verslagtabellen, logboek: Logboek) -> pd.DataFrame:
    """Return what was written down, without headings and what the minutes say about themselves; each is noted."""
    beurten = gesprek.gezegd
    kop = beurten[RIJ].isin(list(gesprek.koppen)) | _tells_itself(beurten["tekst"])
    kop |= beurten["tekst"].str.strip().str.fullmatch(_SAMEN_KOP)
    kop |= beurten["tekst"].map(is_tafelkop).astype("bool") | beurten["tekst"].map(_is_rijkop).astype("bool")
    kop |= _tells_day(beurten["tekst"])
    kop |= pd.Series([plek in tabellen.koppen for plek in beurten.index], index=beurten.index, dtype="bool")
    for rij in beurten.loc[kop, RIJ]:
        logboek.note("tussenkop", rij=int(rij))
    return beurten[~kop]


def _tells_itself(teksten: pd.Series) -> pd.Series:
    """Return which lines tell when, where or by whom; below a heading of a table no line that says something about it."""
    tafel = teksten.map(is_tafelkop).astype("bool").cummax()
    kaal = teksten.astype("str")
    zelf = [
        _is_about_itself(tekst) and not (onder and _says_something(tekst))
        for tekst, onder in zip(kaal, tafel, strict=True)
    ]
    return pd.Series(zelf, index=teksten.index, dtype="bool")


def _says_something(tekst: str) -> bool:
    """Return whether a line behind a word such as "Duur:" holds more than a day, a number or a name."""
    rest = [gevonden["rest"] for regel in tekst.splitlines() if (gevonden := _OOK_NOTITIE.match(regel))]
    return any(
        _ZEGT_IETS.search(deel) or sum(woord[0].islower() for woord in deel.split()) > _MOST_WORDS
        for deel in rest
    )


def _tells_day(teksten: pd.Series) -> pd.Series:
    """Return which lines above the first heading of a table begin with the day of the evening; none where no heading names one."""
    kaal = [str(tekst).strip() for tekst in teksten]
    eerste = next((plek for plek, tekst in enumerate(kaal) if is_tafelkop(tekst)), 0)
    dag = [plek < eerste and _DAG.fullmatch(tekst) is not None for plek, tekst in enumerate(kaal)]
    return pd.Series(dag, index=teksten.index, dtype="bool")


def _find_tafels(gesprek: Gesprek, begin: str) -> pd.Series:
    """Return the table of each turn: that of the last heading that names one, ``begin`` above the first."""
    tafel, tafels = begin, []
    for rij, tekst in zip(gesprek.beurten[RIJ], gesprek.beurten["tekst"].str.strip(), strict=True):
        if is_tafelkop(tekst):
            tafel = name_tafel(tekst)
        elif (rij in gesprek.koppen and _SAMEN.search(tekst)) or _SAMEN_KOP.fullmatch(tekst):
            tafel = begin
        tafels.append(tafel)
    return pd.Series(tafels, index=gesprek.beurten.index, dtype="str")


def _is_about_itself(tekst: str) -> bool:
    """Return whether every line of a paragraph tells when, where or by whom: "Aanwezig: 43 inwoners"."""
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    return bool(regels) and all(_OVER_ZICHZELF.match(regel) for regel in regels)


def _name_tafel(gesprek: Gesprek, levering: Levering) -> str:
    """Return the name of the table that a document is of; empty for the only document, when it is not called a table.

    A document with the headings of several tables is of none of them: "verslag dialoogtafels".
    """
    naam = PurePosixPath(gesprek.bestand)
    documenten = [ander for ander in levering.bestanden if PurePosixPath(ander).suffix == naam.suffix]
    if len(documenten) < 2 and len(_list_tafels(gesprek)) > 1:
        return ""
    if len(documenten) > 1 or _TAFEL.search(naam.stem):
        return name_documenten(documenten or [gesprek.bestand])[gesprek.bestand]
    return ""


def _list_tafels(gesprek: Gesprek) -> set[str]:
    """Return the tables that headings of a document name."""
    return {name_tafel(tekst) for tekst in gesprek.beurten["tekst"].str.strip() if is_tafelkop(tekst)}


def _is_rijkop(tekst: str) -> bool:
    """Return whether a row of a table in a document is its header: the table, and what was noted."""
    cellen = tekst.strip().split("\t")
    return len(cellen) > 1 and set(find_velden(cellen, "notities")) >= {"tafel", "notitie"}


def _split_rows(frame: pd.DataFrame, teksten: pd.Series) -> pd.DataFrame:
    """Return the notes with those of a table in a document under the table that their row begins with."""
    delen = [str(tekst).partition("\t") for tekst in teksten]
    tafels = [name_tafel(eerste) for eerste, _, _ in delen]
    rij = pd.Series(
        [tafel.startswith("tafel ") and bool(deel[2]) for tafel, deel in zip(tafels, delen, strict=True)],
        index=frame.index,
        dtype="bool",
    )
    tafel = pd.Series(tafels, index=frame.index, dtype="str")
    rest = pd.Series([deel[2].replace("\t", ": ") for deel in delen], index=frame.index, dtype="str")
    return frame.assign(groep=frame["groep"].mask(rij, tafel), tekst=frame["tekst"].mask(rij, rest))
