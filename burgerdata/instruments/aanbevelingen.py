"""Recommendations, as a document or a table -> fragments of soort aanbeveling."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.besluitstemmen import name_aanbeveling
from burgerdata.instruments.bijdragen import make_records
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Gesprek, Tabel

_KOP = re.compile(r"(?:aanbeveling|voorstel|advies)\s*\d+[a-z]?|\d{1,2}[a-z]?[.)]", re.IGNORECASE)
_BEGIN = re.compile(
    r"\s*(?:(?:aanbeveling|voorstel|advies)\s*)?#?(?P<nr>\d{1,3}[a-z]?)\s*[.:)–-]\s*(?P<tekst>.*)",
    re.IGNORECASE | re.DOTALL,
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
    for beurt in gesprek.gezegd.to_dict("records"):
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
