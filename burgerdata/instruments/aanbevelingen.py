"""Recommendations, as a document or a table -> fragments of soort aanbeveling; and what was decided about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.besluitstemmen import name_aanbeveling
from burgerdata.instruments.bijdragen import make_records
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.values import is_filled, read_datums
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Gesprek, Tabel

_KOP = re.compile(r"(?:aanbeveling|voorstel|advies)\s*\d+[a-z]?|\d{1,2}[a-z]?[.)]", re.IGNORECASE)
_BEGIN = re.compile(
    r"\s*(?:(?:aanbeveling|voorstel|advies)\s*)?#?(?P<nr>\d{1,3}[a-z]?)\s*[.:)–-]\s*(?P<tekst>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STATUS = (
    ("deels_overgenomen", r"deels.*|gedeeltelijk.*|partly.*"),
    ("niet_overgenomen", r"niet (?:overgenomen|gevolgd)|nee|afgewezen|rejected|niet"),
    ("overgenomen", r"(?:wordt |volledig |geheel )?overgenomen|ja|gevolgd|adopted"),
    ("buiten_kaders", r"buiten (?:de )?kaders.*|niet van toepassing|buiten bevoegdheid.*"),
    ("in_behandeling", r"in behandeling|nog te besluiten|wordt onderzocht|in onderzoek|later|nader.*"),
)


def read_aanbevelingen(vorm: Tabel | Gesprek, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return a fragment per recommendation; of a document each numbered paragraph begins one.

    Paragraphs before the first number are left out, and those behind a number belong to it.
    """
    logboek = Logboek(vorm.bestand, vorm.blad)
    rijen = _read_tabel(vorm, levering, logboek) if isinstance(vorm, Tabel) else _read_document(vorm, logboek)
    namen, teksten = [naam for naam, _ in rijen], [tekst for _, tekst in rijen]
    return {
        "fragmenten": make_aanbevelingen(namen, teksten, activiteit_id, levering.taal),
        "logboek": logboek.to_frame(),
        "records": make_records(vorm, activiteit_id, len(rijen)),
    }


def make_aanbevelingen(
    namen: Sequence[str], teksten: Sequence[str], activiteit_id: str, taal: str
) -> pd.DataFrame:
    """Return recommendations as fragments, each with the name of the question that may be voted on."""
    tekst = pd.Series(list(teksten), dtype="str")
    return pd.DataFrame(
        {
            "fragment_id": pd.Series([name_fragment(activiteit_id, naam) for naam in namen], dtype="str"),
            "soort": "aanbeveling",
            "volgnummer": range(1, len(tekst) + 1),
            "taal": pd.Series(list_talen(tekst, taal), dtype="str"),
            "tekst": tekst,
            "vraag_id": pd.Series(list(namen), dtype="str"),
        }
    )


def name_fragment(activiteit_id: str, naam: str) -> str:
    """Return the id of the fragment of a recommendation."""
    return make_fragment_id(activiteit_id, "aanbeveling", naam)


def _read_tabel(tabel: Tabel, levering: Levering, logboek: Logboek) -> list[tuple[str, str]]:
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "aanbevelingen", levering.kolommen)
    gezien: dict[str, str] = {}
    for plek, rij in enumerate(tabel.frame.to_dict("records"), start=1):
        kop = str(rij[velden["aanbeveling"]]) if "aanbeveling" in velden else str(plek)
        naam, uit_kop = name_aanbeveling(kop)
        tekst = str(rij[velden["tekst"]]).strip() if "tekst" in velden else uit_kop
        if not (tekst or uit_kop) or naam in gezien:
            logboek.note("dubbele_rij" if naam in gezien else "rij_onleesbaar", rij=int(rij[RIJ]))
        else:
            gezien[naam] = tekst or uit_kop
    return list(gezien.items())


def _read_document(gesprek: Gesprek, logboek: Logboek) -> list[tuple[str, str]]:
    gevonden: dict[str, str] = {}
    huidig = ""
    for beurt in gesprek.beurten.to_dict("records"):
        kop, tekst = str(beurt["spreker"]), str(beurt["tekst"]).strip()
        begin = _BEGIN.fullmatch(f"{kop}: {tekst}" if _KOP.fullmatch(kop) else tekst)
        naam = f"aanbeveling{begin.group('nr').casefold()}" if begin else ""
        if begin and naam not in gevonden:
            huidig = naam
            gevonden[naam] = begin.group("tekst").strip()
        elif huidig:
            gevonden[huidig] = f"{gevonden[huidig]}\n{tekst}".strip()
            logboek.note("samengevoegde_beurten", rij=int(beurt[RIJ]))
        else:
            logboek.note("tussenkop", rij=int(beurt[RIJ]))
    if not gevonden:
        wat = "in dit document staan geen genummerde aanbevelingen"
        raise ContractError(
            [Probleem(wat, "begin elke aanbeveling met haar nummer, zoals '1.'", gesprek.bestand)]
        )
    return list(gevonden.items())


def read_besluiten(tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return the answer to each recommendation as a row of doorwerking.

    Raises
    ------
    ContractError
        When a status is none of the vocabulary and no word that means one.
    """
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "besluiten", levering.kolommen)
    logboek = Logboek(tabel.bestand, tabel.blad)
    gevuld = is_filled(tabel.frame[velden["aanbeveling"]])
    for rij in tabel.frame.loc[~gevuld, RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    frame = tabel.frame[gevuld].reset_index(drop=True)
    namen = [name_aanbeveling(str(cel)) for cel in frame[velden["aanbeveling"]]]
    rijen = frame[RIJ].tolist()
    status = [_read_status(str(cel)) for cel in frame[velden["status"]]]
    problemen = [
        Probleem(
            "dit is geen status",
            "kies uit overgenomen, deels overgenomen, niet overgenomen, in behandeling, buiten kaders",
            tabel.bestand,
            tabel.blad,
            int(rijen[nr]),
            velden["status"],
        )
        for nr, woord in enumerate(status)
        if woord == "?"
    ]
    if problemen:
        raise ContractError(problemen)
    tekst = {
        doel: frame[velden[veld]].str.strip()
        if veld in velden
        else pd.Series("", index=frame.index, dtype="str")
        for doel, veld in (("motivering", "motivering"), ("besluit_ref", "kenmerk"), ("eigenaar", "eigenaar"))
    }
    doorwerking = pd.DataFrame(
        {
            "inbreng_id": [f"{activiteit_id}_{naam}" for naam, _ in namen],
            "samenvatting": [tekst_ or naam for naam, tekst_ in namen],
            "bron_ids": [name_fragment(activiteit_id, naam) for naam, _ in namen],
            "status": [woord or None for woord in status],
            "instrument": levering.instrument,
            "fase": levering.fase or None,
            "trede": levering.trede or None,
            **tekst,
            **_read_datums(frame, velden, logboek),
        }
    )
    return {
        "doorwerking": doorwerking,
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(frame)),
    }


def _read_datums(frame: pd.DataFrame, velden: Mapping[str, str], logboek: Logboek) -> dict[str, pd.Series]:
    """Return the days of the decision and of the answer to people; a filled cell that is no day is noted."""
    datums = {}
    for doel, veld in (("besluit_datum", "datum"), ("terugkoppeling_datum", "teruggekoppeld")):
        cellen = frame[velden[veld]] if veld in velden else pd.Series("", index=frame.index, dtype="str")
        datums[doel] = read_datums(cellen)
        for rij in frame.loc[is_filled(cellen) & datums[doel].isna(), RIJ]:
            logboek.note("datum_onleesbaar", rij=int(rij), kolom=velden[veld])
    return datums


def holds_statussen(cellen: Iterable[str]) -> bool:
    """Return whether most cells that are filled in mean a status.

    Examples
    --------
    >>> holds_statussen(["overgenomen", "Deels overgenomen", ""]), holds_statussen(["Wij lezen dit anders.", "nee"])
    (True, False)
    """
    statussen = [status for cel in cellen if (status := _read_status(cel))]
    return 2 * statussen.count("?") < len(statussen)


def _read_status(cel: str) -> str:
    """Return the status that a cell means: empty for an empty one, a question mark for a word that means none."""
    woord = fold(cel).replace("_", " ")
    if not woord:
        return ""
    return next((status for status, patroon in _STATUS if re.fullmatch(patroon, woord)), "?")
