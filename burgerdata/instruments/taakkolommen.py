"""A table of tasks with a row per person and a column per task: which columns those are, and what each task is called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from burgerdata.formats.person_headers import are_persoonsnamen, list_personen
from burgerdata.instruments.onderdelen import (
    VELDEN,
    find_sus,
    find_velden,
    is_persoonskop,
    list_genoemde,
)
from burgerdata.instruments.taakkoppen import bare_kop, list_taakkoppen, read_taakkop, split_taakkop
from burgerdata.instruments.taakwoorden import read_uitkomst
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake.nummerkoppen import is_number_header
from burgerdata.shapes import Tabel

_NUMMER = re.compile(
    r"(?:(?:taak|task|opdracht|t)[ _.#-]*)?0*(?P<nummer>\d{1,2})\s*[.:)–-]+\s*(?P<tekst>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_DUIDELIJK = re.compile(
    r"(?:niet |deels |gedeeltelijk )?gelukt|(?:niet )?voltooid|mislukt|met (?:hulp|moeite)|completed|failed|partial(?:ly)?|with help"
)
"""Outcomes that are those of a task and no answer to a question, as ja and nee are."""
_OF_A_TASK = re.compile(r"(?:taak|task|opdracht)[ _.#-]*\d", re.IGNORECASE)
_ASKED = re.compile(
    r"\?|cijfer|tevreden|\b(?:eind)?oordeel\b|beoordeling|waardering|\bmening\b", re.IGNORECASE
)
_OF_A_TEST = re.compile(
    r".*\b(?:datum|tijd(?:stip)?|begin|eind|start|duur)|kanaal|taal|sessie|ronde|versie|prototype|variant"
    r"|(?:apparaat|device|browser|toestel|telefoon|laptop|besturingssysteem|os|scherm)\b.*|testleider|observator|moderator"
)
"""Headers beside tasks of what is no answer and no trait of a person."""
_GEDAAN = re.compile(
    r"(?:onderdeel|onderdelen|stap(?:pen)?|handeling(?:en)?|acties?|taken|opdrachten|scenario['’]?s)"
    r"(?: ?(?:naam|tekst|omschrijving))?"
)
"""Headers of what people did, beside the outcomes of a person each."""
_FEWEST = 2
_MOST_TESTED = 15
"""People of whom a table with numbered tasks is a test, and none a survey of which a few questions are about tasks."""
_MOST_WATCHED = 20
"""People, above which columns with outcomes that no header calls a task are questions where others stand beside them."""
GEDRAAIDE_TAKEN = (
    "de taken staan in de rijen en de mensen in de kolommen; draai de tabel om (in Excel: kopiëren, plakken speciaal,"
    " transponeren), zodat elke rij een mens is"
)


@dataclass(frozen=True)
class Taakkolommen:
    """One task: its label and text as the headers tell them, and its columns by field."""

    label: str
    tekst: str
    koppen: Mapping[str, str]


def find_taakkolommen(
    tabel: Tabel, kolommen: Mapping[str, Sequence[str]] | None = None
) -> tuple[Taakkolommen, ...]:
    """Return the tasks that stand beside each other: as ``kolommen`` lists them, as headers number them, or by their cells.

    Without a word of traject.toml a column is a task when all of its cells are outcomes.
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if genoemd := list_genoemde(koppen, kolommen, "succes") or list_genoemde(koppen, kolommen, "taak"):
        return _name_taken(genoemd, koppen)
    if genummerd := _list_genummerd(koppen):
        return genummerd
    uitkomsten = _find_uitkomsten(tabel, [kop for kop in koppen if not is_persoonskop(kop)])
    if len(uitkomsten) < _FEWEST or _are_personen(tabel, uitkomsten):
        return ()
    return _name_taken(uitkomsten, koppen)


def _list_genummerd(koppen: Sequence[str]) -> tuple[Taakkolommen, ...]:
    """Return the tasks that headers number, each with what they call it."""
    gelezen = {kop: gevonden for kop in koppen if (gevonden := read_taakkop(kop))}
    nummers = dict.fromkeys(nummer for nummer, _, _ in gelezen.values())
    return tuple(
        Taakkolommen(
            label,
            next((tekst for nummer, tekst, _ in gelezen.values() if nummer == label and tekst), ""),
            {veld: kop for kop, (nummer, _, veld) in gelezen.items() if nummer == label},
        )
        for label in nummers
    )


def has_taken_in_rijen(tabel: Tabel) -> bool:
    """Return whether a table of outcomes has a row per task and a column per person: turned, it would count tasks as people.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"taak": ["Inloggen", "Betalen"], "P1": ["gelukt", "met hulp"], "P2": ["gelukt", "niet gelukt"]})
    >>> has_taken_in_rijen(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    uitkomsten = [] if list_taakkoppen(koppen) else _find_uitkomsten(tabel, koppen)
    return len(uitkomsten) >= _FEWEST and _are_personen(tabel, uitkomsten)


def _are_personen(tabel: Tabel, uitkomsten: Sequence[str]) -> bool:
    """Return whether columns of outcomes are a person each: another one names a task in each row, all of them different.

    Headers such as P1 and P2 tell it, whatever heads the names of the tasks; names of people without any such column, for a
    task is never called after somebody; other headers only beside a column of tasks.
    """
    if any(map(_is_numbered, uitkomsten)):
        return False
    if are_persoonsnamen(uitkomsten):
        return True
    namen = [kolom.naam for kolom in tabel.kolommen if kolom.naam not in uitkomsten]
    namen = [kop for kop in namen if not is_persoonskop(kop) and _names_rows(tabel.frame[kop].astype("str"))]
    codes = len(list_personen(uitkomsten)) == len(uitkomsten) and any(
        _tells_outcome(tabel.frame[kop]) for kop in uitkomsten
    )
    return bool(namen) and (codes or any(_heads_taken(tabel, kop) for kop in namen))


def _tells_outcome(cellen: pd.Series) -> bool:
    """Return whether a column has an outcome of a task in it that is no answer to a question."""
    return any(_DUIDELIJK.fullmatch(fold(str(cel))) for cel in cellen)


def _is_numbered(kop: str) -> bool:
    """Return whether a header gives a task its number: "Taak 1", "2. Betalen"."""
    return any(patroon(kop.strip()) is not None for patroon in (_OF_A_TASK.match, _NUMMER.fullmatch))


def _names_rows(cellen: pd.Series) -> bool:
    """Return whether a column names each row otherwise, in words."""
    namen = cellen.str.strip()
    return len(namen) >= _FEWEST and bool(namen.str.contains(r"[^\W\d_]{2}").all()) and namen.is_unique


def _heads_taken(tabel: Tabel, kop: str) -> bool:
    """Return whether a column holds tasks: its header says so, or all of its cells do."""
    cellen = tabel.frame[kop].astype("str").str.strip()
    bloot = bare_kop(kop)
    genoemd = re.fullmatch(VELDEN["taken"]["taak"], bloot) or _GEDAAN.fullmatch(bloot)
    return genoemd is not None or bool(cellen.map(lambda cel: _OF_A_TASK.match(cel) is not None).all())


def holds_taakkolommen(tabel: Tabel) -> bool:
    """Return whether a table can be nothing but tasks beside each other: columns with outcomes such as "met hulp".

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"1. Inloggen": ["gelukt", "met hulp"], "2. Betalen": ["niet gelukt", "gelukt"]})
    >>> holds_taakkolommen(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    duidelijk = [
        taak
        for taak in find_taakkolommen(tabel)
        if "succes" in taak.koppen and _tells_outcome(tabel.frame[taak.koppen["succes"]])
    ]
    return len(duidelijk) >= _FEWEST


def has_taakbladen(tabellen: Sequence[Tabel], kolommen: Mapping[str, Sequence[str]] | None = None) -> bool:
    """Return whether the sheets of a workbook are a task each: the same columns, an outcome, and no column with the task."""
    koppen = [frozenset(kolom.naam for kolom in tabel.kolommen) for tabel in tabellen]
    if len(koppen) < 2 or len(set(koppen)) > 1:
        return False
    velden = set(find_velden([kolom.naam for kolom in tabellen[0].kolommen], "taken", kolommen))
    return "succes" in velden and "taak" not in velden and bool(velden & {"tijd", "fouten", "opmerking"})


def holds_taken(tabellen: Sequence[Tabel]) -> bool:
    """Return whether the sheets of a file are a task each, or one of them is tasks beside each other and no survey."""
    return has_taakbladen(tabellen) or any(
        holds_taakkolommen(tabel) and not asks_beside(tabel) for tabel in tabellen
    )


def asks_beside(tabel: Tabel | None) -> bool:
    """Return whether people were asked more than the tasks beside each other, and no SUS: a survey, then, that has tasks too.

    As a test of tasks alone the answers to those questions would be left out; what stands behind the number of a task is
    about that task ("Taak 1: hoe moeilijk was dit?"). A few people with more numbered tasks than questions took a test all
    the same; many people with traits beside outcomes that no header calls a task were asked about these.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> koppen = ["opdracht 1 afgerond", "opdracht 2 afgerond", "Hoe tevreden bent u over de cursus?"]
    >>> tabel = Tabel("t.csv", "csv", pd.DataFrame(columns=koppen, dtype="str"), tuple(map(Kolom, koppen)))
    >>> asks_beside(tabel)
    True
    """
    if tabel is None:
        return False
    koppen = [kolom.naam for kolom in tabel.kolommen]
    taken = set(list_taakkoppen(koppen))
    if not taken and holds_taakkolommen(tabel):
        taken = {kop for taak in find_taakkolommen(tabel) for kop in taak.koppen.values()}
    over = [kop for kop in koppen if kop not in taken and not _OF_A_TASK.match(kop.strip())]
    if not taken or find_sus(over):
        return False
    opmerking = find_velden(over, "taken").get("opmerking", "")
    over = [kop for kop in over if kop != opmerking]
    gevraagd = sum(_ASKED.search(kop) is not None for kop in over)
    mensen = len(tabel.frame)
    if list_taakkoppen(koppen) or all(map(_is_numbered, taken)):
        return gevraagd >= (len(find_taakkolommen(tabel)) if 0 < mensen <= _MOST_TESTED else 1)
    return gevraagd > 0 or (mensen > _MOST_WATCHED and any(_tells_of_people(tabel, kop) for kop in over))


def _tells_of_people(tabel: Tabel, kop: str) -> bool:
    """Return whether a column holds something about the people, and nothing about how they were tested."""
    gevuld = tabel.frame[kop].astype("str").str.strip().ne("").any()
    van_wie = is_persoonskop(kop) or is_number_header(kop)
    return bool(gevuld) and not van_wie and not _OF_A_TEST.fullmatch(bare_kop(kop))


def _find_uitkomsten(tabel: Tabel, koppen: Sequence[str]) -> list[str]:
    """Return the columns that hold outcomes and nothing else; beside those that say "gelukt" one that says ja is none."""
    woorden: dict[str, set[str]] = {}
    for kop in koppen:
        cellen = {fold(str(cel)) for cel in tabel.frame[kop].unique() if str(cel).strip()}
        gelezen = [read_uitkomst(cel) for cel in cellen]
        if any(code for code, _ in gelezen) and all(
            code or status != "leeg_onbekend" for code, status in gelezen
        ):
            woorden[kop] = cellen
    bekend = set().union(*(cellen for cellen in woorden.values() if any(map(_DUIDELIJK.fullmatch, cellen))))
    return [kop for kop, cellen in woorden.items() if not bekend or cellen & bekend]


def _name_taken(koppen: Sequence[str], naast: Sequence[str] = ()) -> tuple[Taakkolommen, ...]:
    """Return the tasks of columns that hold their outcome, called after the number before the header where all have one.

    Among the headers ``naast`` are those of what else was noted of a task: "Inloggen - tijd" beside "Inloggen - gelukt?".
    """
    gesplitst = {kop: split_taakkop(kop) for kop in dict.fromkeys([*naast, *koppen])}
    namen = {kop: gesplitst[kop][0] for kop in koppen}
    if len(set(namen.values())) < len(koppen):
        namen = {kop: kop for kop in koppen}
    nummers = [_NUMMER.fullmatch(naam.strip()) for naam in namen.values()]
    genummerd = {match["nummer"] for match in nummers if match}
    taken = []
    for (kop, naam), match in zip(namen.items(), nummers, strict=True):
        eigen = {veld: ander for ander, (taak, veld) in gesplitst.items() if veld and taak == naam}
        label, tekst = " ".join(naam.split()), ""
        if match and len(genummerd) == len(koppen):
            label, tekst = match["nummer"], match["tekst"].strip()
        taken.append(Taakkolommen(label, tekst, eigen | {"succes": kop}))
    return tuple(taken)
