"""Participatory budgets (.pb of Pabulib): facts about the vote, the projects, and a ballot per voter.

Three parts, each after its name on a line of its own. The projects that a voter chose stand in one cell, with commas;
their points beside them in another one when the voters could divide points.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import RIJ, VELDWERK, Bron, Kolom, Tabel

_FIRST = 200
_PARTS = ("META", "PROJECTS", "VOTES")
_PROJECT_VELDEN = {
    "project_id": "bericht_id",
    "name": "stelling",
    "votes": "stemmen",
    "score": "punten",
    "cost": "budget",
}
_VOTER_VELDEN = {
    "voter_id": "persoon",
    "age": "kenmerk",
    "sex": "kenmerk",
    "neighborhood": "kenmerk",
    "district": "kenmerk",
}
_RANKED, _POINTS = ("ordinal",), ("cumulative", "scoring")
_HEAL = "haal het opnieuw op; een .pb heeft de delen META, PROJECTS en VOTES"


def is_pabulib(tekst: str) -> bool:
    r"""Return whether the text is a .pb file: META on the first line, projects further on.

    Examples
    --------
    >>> is_pabulib("META\nkey;value\nbudget;10\nPROJECTS\nproject_id;cost\n1;5\n"), is_pabulib("meta;data\n1;2")
    (True, False)
    """
    eerste = tekst[:_FIRST].lstrip("\ufeff").partition("\n")[0]
    return eerste.strip() == "META" and re.search(r"^PROJECTS\s*$", tekst, re.MULTILINE) is not None


def read_pabulib(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the projects (sheet PROJECTS) and the ballots (sheet VOTES), or the one that is named.

    A ballot of approval is one question with several answers, one of ranks or points a question per project.

    Raises
    ------
    BronError
        When a part is missing or a row has another number of cells than its header.
    """
    tekst, _ = decode_text(bron.inhoud)
    delen = _split_parts(tekst, bron.bestand)
    meta = {rij[0].strip(): rij[1].strip() for _, rij in delen["META"] if len(rij) > 1}
    projecten = _make_table("PROJECTS", delen["PROJECTS"], bron)
    bladen = [_describe_projects(projecten)]
    if "VOTES" in delen:
        bladen.append(_describe_votes(_make_table("VOTES", delen["VOTES"], bron), projecten, meta))
    namen = [tabel.blad for tabel in bladen]
    if blad and blad not in namen:
        raise BronError(
            f"het blad '{blad}' bestaat niet", f"kies uit {', '.join(namen)}", bestand=bron.bestand
        )
    return [
        Ruw(tabel, _count_records(tekst, tabel.blad), Logboek(bron.bestand, tabel.blad))
        for tabel in bladen
        if blad in ("", tabel.blad)
    ]


def _split_parts(tekst: str, bestand: str) -> dict[str, list[tuple[int, list[str]]]]:
    """Return per part its rows, each with the number of its line."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=";")
    delen: dict[str, list[tuple[int, list[str]]]] = {}
    huidig = ""
    for rij in lezer:
        if len(rij) == 1 and rij[0].strip() in _PARTS:
            huidig = rij[0].strip()
            delen[huidig] = []
        elif huidig and any(cel.strip() for cel in rij):
            delen[huidig].append((lezer.line_num, rij))
    for deel in _PARTS[:2]:
        if not delen.get(deel):
            raise BronError(f"het deel {deel} ontbreekt of is leeg", _HEAL, bestand=bestand)
    if "project_id" not in (naam.strip() for naam in delen["PROJECTS"][0][1]):
        wat = "boven de projecten staan geen koppen met project_id"
        raise BronError(wat, _HEAL, bestand=bestand, blad="PROJECTS", rij=delen["PROJECTS"][0][0])
    return delen


def _make_table(deel: str, rijen: Sequence[tuple[int, list[str]]], bron: Bron) -> Tabel:
    (_, kop), *rest = rijen or [(0, ["voter_id", "vote"])]
    for nummer, rij in rest:
        if len(rij) != len(kop):
            wat = f"deze rij heeft {len(rij)} {'cel' if len(rij) == 1 else 'cellen'}, de kop {len(kop)}"
            raise BronError(wat, _HEAL, bestand=bron.bestand, blad=deel, rij=nummer)
    namen = [naam.strip() for naam in kop]
    frame = pd.DataFrame([[cel.strip() for cel in rij] for _, rij in rest], columns=namen, dtype="str")
    nummers = pd.Series([nummer for nummer, _ in rest], dtype="int64", name=RIJ)
    kolommen = tuple(Kolom(naam, naam, herkomst=naam) for naam in namen)
    return Tabel(bron.bestand, "pabulib", pd.concat([nummers, frame], axis=1), kolommen, deel)


def _count_records(tekst: str, deel: str) -> int:
    """Return the number of lines of a part below its header that hold something, counted without the reader."""
    na = re.split(rf"^{deel}[ \t]*\r?$", tekst, maxsplit=1, flags=re.MULTILINE)[1]
    stuk = re.split(r"^(?:META|PROJECTS|VOTES)[ \t]*\r?$", na, maxsplit=1, flags=re.MULTILINE)[0]
    heel = re.sub(r'"(?:[^"]|"")*"', "x", stuk)
    return max(sum(bool(regel.strip(" ;\t")) for regel in heel.splitlines()) - 1, 0)


def _describe_projects(tabel: Tabel) -> Tabel:
    kolommen = tuple(
        Kolom(k.naam, k.tekst, herkomst=k.herkomst, soort=VELDWERK, veld=_PROJECT_VELDEN.get(k.naam, ""))
        for k in tabel.kolommen
    )
    return Tabel(tabel.bestand, tabel.formaat, tabel.frame, kolommen, tabel.blad)


def _describe_votes(tabel: Tabel, projecten: Tabel, meta: dict[str, str]) -> Tabel:
    frame = tabel.frame
    namen = projecten.frame["name"] if "name" in projecten.frame else projecten.frame["project_id"]
    labels = dict(zip(projecten.frame["project_id"], namen, strict=True))
    kolommen = [
        Kolom(k.naam, k.tekst, herkomst=k.herkomst, veld=_VOTER_VELDEN.get(k.naam, ""))
        for k in tabel.kolommen
        if k.naam not in ("vote", "points")
    ]
    vorm = meta.get("vote_type", "")
    if "vote" in frame and vorm in (*_RANKED, *_POINTS):
        nieuw, data = _spread(tabel, labels, vorm)
    elif "vote" in frame:
        stem = Kolom(
            "vote", "Op welke projecten stemde u?", herkomst="vote", soort="meer_antwoorden", labels=labels
        )
        nieuw, data = [stem], {"vote": frame["vote"].str.replace(",", ";", regex=False)}
    else:
        nieuw, data = [], {}
    frame = frame.drop(columns=[naam for naam in ("vote", "points") if naam in frame]).assign(**data)
    return Tabel(tabel.bestand, tabel.formaat, frame, (*kolommen, *nieuw), tabel.blad)


def _spread(tabel: Tabel, labels: dict[str, str], vorm: str) -> tuple[list[Kolom], dict[str, pd.Series]]:
    """Return a column per project: its rank on the ballot, or the points that it got."""
    frame = tabel.frame
    gekozen = [cel.split(",") if cel else [] for cel in frame["vote"]]
    if vorm in _RANKED or "points" not in frame:
        waarden = [[str(plek) for plek in range(1, len(keuze) + 1)] for keuze in gekozen]
    else:
        waarden = [cel.split(",") if cel else [] for cel in frame["points"]]
    biljetten = [dict(zip(keuze, gaf, strict=False)) for keuze, gaf in zip(gekozen, waarden, strict=True)]
    rang = vorm in _RANKED
    tekst = "Welke projecten zet u op volgorde?" if rang else "Hoeveel punten geeft u?"
    data = {
        f"vote [{nummer}]": pd.Series(
            [biljet.get(nummer, "") for biljet in biljetten], index=frame.index, dtype="str"
        )
        for nummer in labels
    }
    kolommen = [
        Kolom(
            f"vote [{nummer}]",
            f"{tekst} {label}",
            herkomst="vote",
            set_naam="vote" if rang else "",
            set_tekst=tekst if rang else "",
            soort="rangorde" if rang else "getal",
        )
        for nummer, label in labels.items()
    ]
    return kolommen, data
