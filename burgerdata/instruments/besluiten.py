"""What was decided about each point of citizens, as a list of decisions says it -> rows of doorwerking."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from burgerdata.errors import ContractError, Probleem, name_rijen
from burgerdata.instruments.aanbevelingen import name_fragment
from burgerdata.instruments.actielijsten import add_acties
from burgerdata.instruments.besluitkoppen import is_antwoordkop, is_standkop, is_statuskop, spell_koppen
from burgerdata.instruments.besluitstemmen import name_aanbeveling
from burgerdata.instruments.besluitwoorden import (
    DUBIEUS,
    count_statussen,
    goes_on,
    holds_beslissingen,
    holds_statussen,
    is_progress,
    names_overname,
    read_status,
    read_statussen,
)
from burgerdata.instruments.bijdragen import make_records
from burgerdata.instruments.onderdelen import find_velden, noemt_aanbeveling
from burgerdata.instruments.opvolging import (
    add_opvolging,
    join_motivering,
    read_besluitdagen,
    read_cells,
    read_terugkoppeling,
)
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Tabel

_STATUSSEN = "overgenomen, deels overgenomen, niet overgenomen, in behandeling, buiten kaders"

_ELDERS = ', of zeg bij deze levering in traject.toml wat het woord betekent, zoals statussen = { buiten_kaders = ["…"] }'

_OF_PEOPLE = re.compile(
    r"\b(?:bent|vindt|vond|geeft|gaf|wilt|zou|kunt|kon|woont|voelt|voelde|denkt|krijgt|kreeg|gebruikt|kent|weet|mist|merkt|doet|komt|gaat|(?<!wat )heeft|(?<!wat )hebt) u\b"
    r"|\b(?:ben|vind|vond|geef|wil|zou|kun|woon|voel|denk|krijg|gebruik|ken|weet|heb|doe|ga) (?:je|jij|jullie)\b"
    r"|cijfer|\btevreden|\b(?:leeftijd\w*|geslacht|opleiding(?:sniveau)?|geboortejaar|huishouden|inkomen)\b|\bresp(?:ondent)?(?:[ _-]?(?:id|nr|nummer|code))?\b",
    re.IGNORECASE,
)
"""Headers of what is asked of people, or told of them."""
_LOS_ANTWOORD = ("antwoord", "antwoorden", "uitkomst", "wat is besloten")
"""Headers that tell a decision only by what stands below them."""
_FEWEST_JUDGES = 5
"""Rows in which each point stands, from which on people judge it."""
_PROGRESS = "'gereed' of 'afgerond' zegt niet of het is overgenomen; "


def find_besluitvelden(
    tabel: Tabel, kolommen: Mapping[str, Sequence[str]] | None = None
) -> Mapping[str, str]:
    """Return field → header of a list of decisions; of several columns with a state the one that holds most of them.

    A list without numbers has its points for names: then ``aanbeveling`` is the column of their text. Of headers of two rows
    both say what a column is ("Besluit" over "akkoord?" and "datum").
    """
    voluit = spell_koppen(tabel)
    namen = {lang.naam: kort.naam for lang, kort in zip(voluit.kolommen, tabel.kolommen, strict=True)}
    lang = {fold(kort): kop for kop, kort in namen.items()}
    gezegd = {veld: [lang.get(fold(kop), kop) for kop in koppen] for veld, koppen in (kolommen or {}).items()}
    return {veld: namen[kop] for veld, kop in _find_velden(voluit, gezegd).items()}


def _find_velden(tabel: Tabel, kolommen: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = add_acties(koppen, find_velden(koppen, "besluiten", kolommen))
    bezet = {kop for veld, kop in velden.items() if veld != "status"}
    if "status" in velden and not kolommen.get("status"):
        genoemd = {
            kop: count_statussen(tabel.frame[kop]) for kop in koppen if is_statuskop(kop) and kop not in bezet
        }
        # where both fit, what was decided goes before how far it is
        velden = velden | {"status": max(genoemd, key=lambda kop: (genoemd[kop], not is_standkop(kop)))}
    if "status" not in velden:
        velden = velden | _find_los_antwoord(tabel, velden)
    besloten = any(is_statuskop(kop) and not is_standkop(kop) for kop in koppen)  # of a complaint nothing is
    if "thema" in velden and "status" in velden and besloten and not {"tekst", "aanbeveling"} & set(velden):
        velden = velden | {"tekst": velden["thema"]}  # "Thema | Antwoord college": each theme is a point
    if "tekst" in velden and "aanbeveling" not in velden:
        velden = velden | {"aanbeveling": velden["tekst"]}
    return _add_prose(tabel, add_opvolging(koppen, velden))


def _find_los_antwoord(tabel: Tabel, velden: Mapping[str, str]) -> dict[str, str]:
    """Return a column "Antwoord" as the status where its cells are decisions in so many words; nothing else."""
    return next(
        (
            {"status": kolom.naam}
            for kolom in tabel.kolommen
            if kolom.naam not in velden.values()
            and bare_kop(kolom.naam) in _LOS_ANTWOORD
            and names_overname(tabel.frame[kolom.naam].astype("str"))
        ),
        {},
    )


def _add_prose(tabel: Tabel, velden: Mapping[str, str]) -> Mapping[str, str]:
    """Return the columns with the decision in prose as the reason of each point, where no column holds reasons."""
    if "motivering" in velden:
        return velden
    antwoord = velden.get("besluit", "") or _find_antwoord(tabel.frame, velden)
    if antwoord:
        cellen = tabel.frame[antwoord].astype("str")
        antwoord = antwoord if is_filled(cellen).any() and not holds_statussen(cellen) else ""
    return {**velden, "besluit": antwoord, "motivering": antwoord} if antwoord else velden


def _find_antwoord(frame: pd.DataFrame, velden: Mapping[str, str]) -> str:
    """Return the column in which a government answers each point in prose, where nothing else tells its state; else empty."""
    kop = velden.get("status", "")
    if not is_antwoordkop(kop) or holds_statussen(frame[kop].astype("str")):
        return ""
    return kop


def _read_statussen(frame: pd.DataFrame, velden: Mapping[str, str]) -> list[str]:
    """Return the status of each point; one that goes on after a decision in prose has none: only a reader tells which."""
    status = read_statussen(frame[velden["status"]])
    if velden["status"] == velden.get("besluit"):
        return ["" if woord == DUBIEUS else woord for woord in status]
    besluit = velden.get("besluit", "") if is_standkop(velden["status"]) else ""
    if not besluit:
        return status
    return [
        "" if goes_on(str(cel)) and read_status(str(wat)) == DUBIEUS else woord
        for woord, cel, wat in zip(status, frame[velden["status"]], frame[besluit], strict=True)
    ]


def holds_besluiten(tabel: Tabel, ook: Sequence[str] = ()) -> bool:
    """Return whether a table says what was decided about points of citizens: points, and a state that is a yes or a no.

    A list of recommendations may wait for its decisions. ``ook`` are headers that sealing took away.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Punt": ["Banken", "Licht"], "Besluit": ["ja", "nee"], "Waarom": ["", "te duur"]})
    >>> holds_besluiten(Tabel("b.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    velden = find_besluitvelden(tabel)
    nummers = find_velden([*ook, *(kolom.naam for kolom in tabel.kolommen)], "besluiten")
    if "status" not in velden or not {"aanbeveling", "tekst"} & {*velden, *nummers}:
        return False
    if asks_people(tabel, velden, ook) or _judges_again(tabel, velden):
        return False
    cellen = tabel.frame[velden["status"]].astype("str")
    if _answers_in_prose(tabel.frame, velden):
        return "tekst" in velden or noemt_aanbeveling(velden.get("aanbeveling", ""))
    if holds_beslissingen(cellen):
        return "aanbeveling" in nummers or bool({"motivering", "eigenaar"} & set(velden))
    wacht = all(read_status(cel) != DUBIEUS for cel in cellen)
    # in prose beside a reason it is a decision too, which `controleer` asks to put in a word
    genoemd = any(noemt_aanbeveling(nummers.get(veld, "")) for veld in ("aanbeveling", "tekst"))
    return genoemd and (wacht or "motivering" in velden)


def _answers_in_prose(frame: pd.DataFrame, velden: Mapping[str, str]) -> bool:
    """Return whether a government answers each point in prose, under its own name, and no column says yes or no."""
    return is_antwoordkop(velden.get("besluit", "")) and not holds_beslissingen(
        frame[velden["status"]].astype("str")
    )


def asks_people(tabel: Tabel, velden: Mapping[str, str], ook: Sequence[str] = ()) -> bool:
    """Return whether a table asks or tells of people beside points and their state: then it is a survey, each row a person.

    ``velden`` are the columns of a list of decisions. What happens to "uw voorstel", and what it means "voor u", such a
    list tells as well.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> koppen = ["Uw voorstel", "Overgenomen?", "Toelichting", "Hoe tevreden bent u?"]
    >>> tabel = Tabel("e.csv", "csv", pd.DataFrame(columns=koppen, dtype="str"), tuple(map(Kolom, koppen)))
    >>> asks_people(tabel, {"status": "Overgenomen?", "motivering": "Toelichting"})
    True
    """
    van_punten = {kop for veld, kop in velden.items() if veld != "motivering"}
    over = [*ook, *(kolom.naam for kolom in tabel.kolommen if kolom.naam not in van_punten)]
    return any(_OF_PEOPLE.search(kop) for kop in over)


def _judges_again(tabel: Tabel, velden: Mapping[str, str]) -> bool:
    """Return whether a few points stand in many rows: each person judged all of them, and nobody decided so often.

    A list of actions repeats its points less, or says who does each and when.
    """
    if {"eigenaar", "datum", "kenmerk", "teruggekoppeld"} & set(velden):
        return False
    punt = velden.get("tekst", velden.get("aanbeveling", ""))
    cellen = tabel.frame[punt].astype("str").map(fold) if punt else pd.Series(dtype="str")
    cellen = cellen[cellen.ne("")]
    return len(cellen) >= _FEWEST_JUDGES * max(cellen.nunique(), 1)


def read_besluiten(tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return the answer to each point as a row of doorwerking, and each column that was not used in the logboek.

    Raises
    ------
    ContractError
        When a status is none of the vocabulary and no word that means one.
    """
    velden = find_besluitvelden(tabel, levering.kolommen)
    logboek = Logboek(tabel.bestand, tabel.blad)
    gevuld = is_filled(tabel.frame[velden["aanbeveling"]])
    for rij in tabel.frame.loc[~gevuld, RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    frame = tabel.frame[gevuld].reset_index(drop=True)
    gezegd = {fold(woord): status for status, woorden in levering.statussen.items() for woord in woorden}
    status = [
        gezegd.get(fold(str(cel)), woord)
        for cel, woord in zip(frame[velden["status"]], _read_statussen(frame, velden), strict=True)
    ]
    _check_status(tabel, frame, velden["status"], status)
    namen = [name_aanbeveling(str(cel)) for cel in frame[velden["aanbeveling"]]]
    punten = read_cells(frame, velden, "tekst")
    doorwerking = pd.DataFrame(
        {
            "inbreng_id": [f"{activiteit_id}_{naam}" for naam, _ in namen],
            "samenvatting": [
                punt or uit_kop or naam for punt, (naam, uit_kop) in zip(punten, namen, strict=True)
            ],
            "bron_ids": [name_fragment(activiteit_id, naam) for naam, _ in namen],
            "status": [woord or None for woord in status],
            "instrument": levering.instrument,
            "fase": levering.fase or None,
            "trede": levering.trede or None,
            **_read_antwoord(frame, velden, status),
            **_read_datums(frame, velden, logboek),
        }
    )
    if "motivering" not in velden and len(frame):
        logboek.note("zonder_motivering")  # an empty column of reasons is another thing: nobody gave one
    for kolom in tabel.kolommen:
        if kolom.naam not in velden.values() and (aantal := int(is_filled(tabel.frame[kolom.naam]).sum())):
            logboek.note("kolom_weggelaten", kolom=kolom.naam, aantal=aantal)
    return {
        "doorwerking": doorwerking,
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(frame)),
    }


def list_punten(tabel: Tabel) -> list[dict[str, str]]:
    """Return the points of a list that is part of no delivery as rows to look over, their names aside.

    A state that is no word is left open.
    """
    velden = find_besluitvelden(tabel)
    tekst = "tekst" if "tekst" in velden else "aanbeveling"
    frame = tabel.frame[is_filled(tabel.frame[velden[tekst]])].reset_index(drop=True)
    datums = _read_datums(frame, velden, Logboek(tabel.bestand, tabel.blad))
    status = ["" if woord == DUBIEUS else woord for woord in _read_statussen(frame, velden)]
    kolommen = {
        "samenvatting": read_cells(frame, velden, tekst).str.replace(
            r"^(\d{1,3})$", r"Aanbeveling \1", regex=True
        ),
        "status": status,
        **_read_antwoord(frame, velden, status),
        **{naam: dagen.dt.strftime("%Y-%m-%d").fillna("") for naam, dagen in datums.items()},
    }
    return [
        {str(naam): str(cel) for naam, cel in rij.items()}
        for rij in pd.DataFrame(kolommen).to_dict("records")
    ]


def _read_antwoord(
    frame: pd.DataFrame, velden: Mapping[str, str], status: Sequence[str]
) -> dict[str, pd.Series]:
    """Return what goes with the state of each point, in words: why, where it says so, who does it, and about what."""
    return {
        "motivering": join_motivering(frame, velden, status),
        "besluit_ref": read_cells(frame, velden, "kenmerk"),
        "terugkoppeling_kanaal": read_terugkoppeling(frame, velden)[1],
        "eigenaar": read_cells(frame, velden, "eigenaar"),
        "thema_id": read_cells(frame, velden, "thema"),  # `join_doorwerking` finds which one the words are
    }


def _check_status(tabel: Tabel, frame: pd.DataFrame, kop: str, status: Sequence[str]) -> None:
    """Raise ContractError once for all rows whose state means none of the vocabulary, with the rows named."""
    rijen = [int(rij) for rij, woord in zip(frame[RIJ], status, strict=True) if woord == DUBIEUS]
    if not rijen:
        return
    eerste = rijen[0] if len(rijen) == 1 else None
    wat = "dit is geen status" if eerste else f"wat in {name_rijen(rijen)} staat, is geen status"
    klaar = any(
        is_progress(str(cel)) for cel, woord in zip(frame[kop], status, strict=True) if woord == DUBIEUS
    )
    remedie = f"{_PROGRESS if klaar else ''}kies uit {_STATUSSEN}{_ELDERS}"
    raise ContractError([Probleem(wat, remedie, tabel.bestand, tabel.blad, rij=eerste, kolom=kop)])


def _read_datums(frame: pd.DataFrame, velden: Mapping[str, str], logboek: Logboek) -> dict[str, pd.Series]:
    """Return the days of the decision and of the answer to people; a filled cell that is no day is noted.

    How people heard may stand in words where the day of it does; only what looks like a day and is none is noted there.
    """
    besluit, terug = (read_cells(frame, velden, veld) for veld in ("datum", "teruggekoppeld"))
    datums = {
        "besluit_datum": read_besluitdagen(frame, velden),
        "terugkoppeling_datum": read_terugkoppeling(frame, velden)[0],
    }
    in_cijfers = terug.where(~terug.str.contains(r"[^\W\d_]", regex=True), "")
    for doel, veld, cellen in (
        ("besluit_datum", "datum", besluit),
        ("terugkoppeling_datum", "teruggekoppeld", in_cijfers),
    ):
        for rij in frame.loc[is_filled(cellen) & datums[doel].isna(), RIJ]:
            logboek.note("datum_onleesbaar", rij=int(rij), kolom=velden[veld])
    return datums
