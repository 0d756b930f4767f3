"""Every breach of the contract is found and counted: empty cells, doubled keys, references that lead nowhere."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerdata import contract
from burgerdata.contract import check_tabellen, conform_tabel, conform_tabellen
from burgerdata.schema import TABELLEN


def small() -> dict[str, pd.DataFrame]:
    """Return a traject in which every table has rows and every reference leads somewhere."""
    return {
        "activiteiten": pd.DataFrame(
            {
                "activiteit_id": ["enq", "fg"],
                "instrument": ["enquete", "focusgroep"],
                "eenheid": "persoon",
                "taal": "nl",
            }
        ),
        "bronnen": pd.DataFrame(
            {
                "bestand": ["ruw/enq.csv", "ruw/fg.docx"],
                "blad": "",
                "activiteit_id": ["enq", "fg"],
                "formaat": ["csv", "docx"],
                "rol": ["antwoorden", "gesprek"],
                "records_in": 2,
                "records_uit": 2,
                "records_verklaard": 0,
            }
        ),
        "deelnemers": pd.DataFrame(
            {"activiteit_id": ["enq", "enq", "fg"], "deelnemer_id": ["p1", "p2", "p1"], "rol": "burger"}
        ),
        "vragen": pd.DataFrame(
            {
                "activiteit_id": ["enq", "enq", "fg"],
                "vraag_id": ["oordeel", "waarom", "oordeel"],
                "soort": ["een_antwoord", "open", "een_antwoord"],
                "rol": "inhoud",
                "ouder_vraag_id": [None, "oordeel", None],
                "fragment_id": [None, None, "f2"],
            }
        ),
        "opties": pd.DataFrame(
            {"activiteit_id": ["enq", "enq"], "vraag_id": "oordeel", "code": ["1", "2"], "status": "geldig"}
        ),
        "antwoorden": pd.DataFrame(
            {
                "activiteit_id": "enq",
                "deelnemer_id": ["p1", "p2"],
                "vraag_id": "oordeel",
                "volgnummer": 1,
                "code": ["1", "2"],
                "status": "gegeven",
            }
        ),
        "tellingen": pd.DataFrame(
            {
                "telling_id": ["t1"],
                "activiteit_id": "enq",
                "maat": "like",
                "vraag_id": "oordeel",
                "fragment_id": "f1",
                "aantal": 3,
            }
        ),
        "fragmenten": pd.DataFrame(
            {
                "fragment_id": ["f1", "f2"],
                "activiteit_id": ["enq", "fg"],
                "deelnemer_id": ["p1", "p1"],
                "vraag_id": ["waarom", None],
                "soort": ["antwoord", "uiting"],
                "volgnummer": 1,
                "ouder_id": [None, "f1"],
                "taal": "nl",
                "tekst": ["te lang", "ja"],
            }
        ),
        "themas": pd.DataFrame(
            {"thema_id": ["tijd", "wachten"], "lijst": "eigen", "ouder_id": [None, "tijd"]}
        ),
        "coderingen": pd.DataFrame(
            {
                "codering_id": ["c1", "c2"],
                "segment_id": ["s1", "s1"],
                "fragment_id": "f1",
                "thema_id": ["tijd", "wachten"],
                "codeur": "regel",
                "wijze": "regel",
                "begin": 0,
                "eind": 7,
            }
        ),
        "doorwerking": pd.DataFrame({"inbreng_id": ["i1"], "thema_id": "tijd", "samenvatting": "sneller"}),
        "marges": pd.DataFrame(
            {
                "variabele": "geslacht",
                "categorie": ["man", "vrouw"],
                "aandeel": 0.5,
                "peildatum": "2026-01-01",
            }
        ),
        "logboek": pd.DataFrame(
            {"bestand": ["ruw/enq.csv"], "blad": "", "activiteit_id": "enq", "reden": "lege_rij", "aantal": 1}
        ),
    }


@cache
def sound() -> dict[str, pd.DataFrame]:
    return conform_tabellen(small())


def breaches(tabel: str, **kolommen: Any) -> list[str]:
    """Return what the check says after changing columns of one table of a sound traject."""
    anders = conform_tabel(small()[tabel].assign(**kolommen), tabel)
    return [probleem.wat for probleem in check_tabellen({**sound(), tabel: anders})]


def test_a_sound_traject_has_no_breach() -> None:
    tabellen = small()
    assert set(tabellen) == set(TABELLEN)
    assert [probleem.wat for probleem in check_tabellen(conform_tabellen(tabellen))] == []


MET_VERWIJZING = [
    (schema.naam, kolom.naam, kolom.verwijst)
    for schema in TABELLEN.values()
    for kolom in schema.kolommen
    if kolom.verwijst
]


@pytest.mark.parametrize(("tabel", "kolom", "doel"), MET_VERWIJZING)
def test_a_reference_that_leads_nowhere_is_counted(tabel: str, kolom: str, doel: str) -> None:
    zin = f"tabel '{tabel}': 1 verwijzing in '{kolom}' komt niet voor in '{doel}'"
    waarden = ["bestaat niet", *small()[tabel].get(kolom, pd.Series(dtype="str")).tolist()[1:]]
    assert zin in breaches(tabel, **{kolom: waarden[: len(small()[tabel])]})


@pytest.mark.parametrize(
    ("tabel", "sleutel"),
    [(schema.naam, " + ".join(schema.sleutel)) for schema in TABELLEN.values() if schema.sleutel],
)
def test_a_key_that_occurs_twice_is_counted(tabel: str, sleutel: str) -> None:
    dubbel = pd.concat([sound()[tabel], sound()[tabel].head(1)])
    gevonden = [probleem.wat for probleem in check_tabellen({**sound(), tabel: dubbel})]
    assert f"tabel '{tabel}': 1 rij heeft een {sleutel} die al bestaat" in gevonden


@pytest.mark.parametrize("tabel", TABELLEN)
def test_every_empty_cell_where_there_must_be_something_is_counted(tabel: str) -> None:
    kolommen = TABELLEN[tabel].kolommen
    vast = {k.naam for k in kolommen if not k.leeg and k.dtype not in ("tekst", "vlag")}
    vast |= {"bestand"} if tabel == "bronnen" else set()
    zinnen = breaches(tabel, **{kolom.naam: None for kolom in kolommen})
    aantal = len(sound()[tabel])
    leeg = {zin for zin in zinnen if "keer leeg" in zin}
    assert leeg == {f"tabel '{tabel}': kolom '{kolom}' is {aantal} keer leeg" for kolom in vast}


def test_a_file_without_sheets_has_no_empty_key() -> None:
    assert breaches("bronnen", blad="") == []


def test_an_option_of_another_question_or_activity_is_a_dangling_reference() -> None:
    zin = "tabel 'antwoorden': 1 verwijzing in 'code' komt niet voor in 'opties'"
    assert breaches("antwoorden", code=["1", "3"]) == [zin]
    assert breaches("antwoorden", vraag_id=["oordeel", "waarom"]) == [zin]
    assert zin in breaches("antwoorden", activiteit_id=["enq", "fg"])


def test_a_person_of_another_activity_is_a_dangling_reference() -> None:
    zin = "tabel 'fragmenten': 1 verwijzing in 'deelnemer_id' komt niet voor in 'deelnemers'"
    assert breaches("fragmenten", deelnemer_id=["p1", "p2"]) == [zin]


def test_a_parent_question_is_looked_for_in_the_same_activity() -> None:
    zin = "tabel 'vragen': 1 verwijzing in 'ouder_vraag_id' komt niet voor in 'vragen'"
    assert breaches("vragen", ouder_vraag_id=[None, "oordeel", "waarom"]) == [zin]


def test_the_same_theme_twice_on_one_span_by_one_coder_is_a_doubled_coding() -> None:
    zin = (
        "tabel 'coderingen': 1 rij heeft een fragment_id + thema_id + codeur + wijze + begin + eind "
        "die al bestaat"
    )
    assert breaches("coderingen", thema_id="tijd") == [zin]


def test_ids_that_one_source_counts_and_another_writes_still_meet() -> None:
    tabellen = small()
    tabellen["deelnemers"] = tabellen["deelnemers"].assign(deelnemer_id=[1.0, 2.0, 1.0])
    tabellen["antwoorden"] = tabellen["antwoorden"].assign(deelnemer_id=["1", "2"], code=[1, 2])
    tabellen["fragmenten"] = tabellen["fragmenten"].assign(deelnemer_id=[1, np.nan])
    assert check_tabellen(conform_tabellen(tabellen)) == []


@pytest.mark.parametrize("tabel", TABELLEN)
def test_a_breach_names_table_and_column_and_never_a_cell(tabel: str) -> None:
    geheim = {
        kolom.naam: "Jan de Vries" for kolom in TABELLEN[tabel].kolommen if kolom.dtype in ("id", "code")
    }
    zinnen = breaches(tabel, **geheim)
    assert [zin for zin in zinnen if "Jan" in zin] == []
    assert all(zin.startswith("tabel '") for zin in zinnen)


@given(
    st.lists(st.tuples(*[st.sampled_from(["a", "b", None])] * 2, st.sampled_from([1, 2, 300])), max_size=30),
    st.sampled_from([0, 8]),
)
def test_keys_are_counted_as_rows_that_differ(
    rijen: list[tuple[str | None, str | None, int]], dun: int
) -> None:
    tabel = pd.DataFrame(rijen, columns=["een", "twee", "drie"])
    tabel = tabel.astype({"een": "category", "twee": "str", "drie": "Int32"})
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(contract, "_SPARSE", dun)
        verschillend = tabel.take(contract._find_distinct(tabel, tabel.columns))
        assert contract._count_distinct(tabel, tabel.columns) == len(set(rijen))
    assert len(verschillend) == len(verschillend.drop_duplicates()) == len(set(rijen))


def test_more_possible_keys_than_numbers_are_counted_all_the_same() -> None:
    tabel = pd.DataFrame({f"k{nummer}": [str(rij) for rij in range(100)] for nummer in range(10)})
    assert contract._count_distinct(pd.concat([tabel, tabel.head(3)]), tabel.columns) == len(tabel)


def test_an_empty_cell_beside_128_categories_has_a_number_of_its_own() -> None:
    woorden = [str(nummer) for nummer in range(128)]
    tabel = pd.DataFrame({"code": pd.Categorical([*woorden, None, "7"], categories=woorden)})
    assert contract._count_distinct(tabel, ["code"]) == 129
