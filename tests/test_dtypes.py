"""Tables made to fit the contract: nothing is turned silently into something else."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerdata.contract import check_tabellen, conform_tabel, conform_tabellen
from burgerdata.errors import ContractError
from burgerdata.schema import TABELLEN

DTYPES = {
    "id": ("category",),
    "code": ("category",),
    "woord": ("category",),
    "tekst": ("str",),
    "telling": ("Int32",),
    "getal": ("float64",),
    "datum": ("datetime64[s]",),
    "vlag": ("bool", "boolean"),
}
NIETS = [None, np.nan, pd.NA, pd.NaT, ""]


def conform(tabel: str, **kolommen: Any) -> pd.DataFrame:
    return conform_tabel(pd.DataFrame(kolommen), tabel)


def values(tabel: str, kolom: str, waarden: Any) -> list[Any]:
    """Return what one column becomes, empty cells as None."""
    return [None if pd.isna(waarde) else waarde for waarde in conform(tabel, **{kolom: waarden})[kolom]]


def problems_of(**tabellen: pd.DataFrame) -> list[str]:
    with pytest.raises(ContractError) as fout:
        conform_tabellen(tabellen)
    return fout.value.problemen["wat"].tolist()


@pytest.mark.parametrize("naam", TABELLEN)
@pytest.mark.parametrize(("niets", "rijen"), [(None, 0), *((niets, 3) for niets in NIETS)], ids=repr)
def test_a_table_of_nothing_has_the_dtypes_of_the_contract(naam: str, niets: Any, rijen: int) -> None:
    schema = TABELLEN[naam]
    tabel = conform_tabel(
        pd.DataFrame({kolom: pd.Series([niets] * rijen, dtype="object") for kolom in schema.namen}), naam
    )
    fout = [k.naam for k in schema.kolommen if str(tabel[k.naam].dtype) not in DTYPES[k.dtype]]
    assert fout == []
    assert tabel.columns.tolist() == list(schema.namen)
    assert len(tabel) == rijen


def test_no_tables_at_all_is_a_sound_and_empty_contract() -> None:
    tabellen = conform_tabellen({})
    assert list(tabellen) == list(TABELLEN)
    assert check_tabellen(tabellen) == []


def test_only_what_was_given_comes_back_when_nothing_is_to_be_filled() -> None:
    tabellen = conform_tabellen({"themas": pd.DataFrame({"thema_id": ["a"]})}, fill=False)
    assert list(tabellen) == ["themas"]


def test_words_are_ordered_as_in_their_vocabulary_and_ids_are_not_ordered() -> None:
    tabel = conform(
        "activiteiten", activiteit_id=pd.Categorical(["b"], ["b", "a"], ordered=True), fase=["praktijk"]
    )
    assert tabel["fase"].cat.ordered
    assert tabel["fase"].cat.categories.tolist() == list(TABELLEN["activiteiten"].kolom("fase").woorden)
    assert not tabel["activiteit_id"].cat.ordered


@pytest.mark.parametrize(
    "ids",
    [
        [1, None, 3],
        [1.0, np.nan, 3.0],
        pd.array([1, None, 3], dtype="Int64"),
        pd.array([1.0, None, 3.0], dtype="Float64"),
        np.array([1, np.nan, 3], dtype="float32"),
        pd.Categorical([1.0, None, 3.0]),
        pd.Categorical([1, None, 3]),
        pd.Series([1, None, 3.0], dtype="object"),
        ["1", None, "3"],
        ["1", "", "3"],
        pd.Categorical(["1", "", "3"]),
        pd.Categorical(["1", None, "3"], ["9", "3", "1"]),
    ],
    ids=lambda ids: f"{type(ids).__name__}-{getattr(ids, 'dtype', '')}",
)
def test_a_number_as_id_is_one_and_the_same_id_however_pandas_kept_it(ids: Any) -> None:
    assert values("deelnemers", "deelnemer_id", ids) == ["1", None, "3"]


def test_text_that_looks_like_a_number_is_left_as_it_is_written() -> None:
    waarden = ["1.0", "01", "1", " 1", "1e3", "NA", "nan", "None", "NULL"]
    assert values("opties", "code", waarden) == waarden


def test_a_code_with_decimals_keeps_them_and_a_long_number_is_written_out() -> None:
    assert values("opties", "code", [1.5, 2.0, 1e15]) == ["1.5", "2", "1000000000000000"]


def test_words_that_become_equal_share_a_category() -> None:
    reeks = conform("opties", code=pd.Series(["1", 1.0, 1, "2"], dtype="object"))["code"]
    assert reeks.tolist() == ["1", "1", "1", "2"]
    assert reeks.cat.categories.tolist() == ["1", "2"]


def test_a_category_that_no_row_has_is_dropped() -> None:
    reeks = conform("opties", code=pd.Categorical(["b", "b"], ["a", "b", "c"]))["code"]
    assert reeks.cat.categories.tolist() == ["b"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=4)), max_size=30))
def test_ids_come_back_as_they_went_in_whether_text_or_category(ids: list[str | None]) -> None:
    verwacht = [waarde or None for waarde in ids]
    als_tekst = pd.Series(ids, dtype="str")
    assert values("deelnemers", "deelnemer_id", als_tekst) == verwacht
    assert values("deelnemers", "deelnemer_id", als_tekst.astype("category")) == verwacht
    assert values("deelnemers", "deelnemer_id", pd.Series(ids, dtype="object")) == verwacht


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([None, "", "burger", "onbekend", "waarnemer"]), max_size=20))
def test_fitting_what_already_fits_changes_nothing(rollen: list[str | None]) -> None:
    een = conform("deelnemers", deelnemer_id=range(len(rollen)), rol=pd.Series(rollen, dtype="object"))
    pd.testing.assert_frame_equal(een, conform_tabel(een, "deelnemers"))


def test_a_category_with_words_of_the_vocabulary_may_come_in_any_order() -> None:
    woorden = pd.Categorical(["praktijk", "evaluatie", None], ["evaluatie", "praktijk", "anders"])
    assert values("activiteiten", "fase", woorden) == ["praktijk", "evaluatie", None]


@pytest.mark.parametrize(
    ("dagen", "uitkomst"),
    [
        (["2026-03-01", "", None], "2026-03-01"),
        ([date(2026, 3, 1), None, None], "2026-03-01"),
        (pd.Series([pd.Timestamp("2026-03-01 10:00"), None, None], dtype="object"), "2026-03-01 10:00"),
        (pd.to_datetime(["2026-03-01T10:00:00+01:00", None, None]), "2026-03-01 10:00"),
    ],
    ids=["text", "date", "object", "zone"],
)
def test_a_date_is_what_the_clock_of_the_source_showed(dagen: Any, uitkomst: str) -> None:
    assert values("activiteiten", "begindatum", dagen) == [pd.Timestamp(uitkomst), None, None]


@pytest.mark.parametrize(
    ("tabel", "kolom", "waarden", "wat"),
    [
        ("activiteiten", "begindatum", ["1-3-2026"], "datums"),
        ("activiteiten", "begindatum", [46082], "datums"),
        ("activiteiten", "gestart", [1.5], "hele getallen"),
        ("activiteiten", "gestart", ["veel"], "hele getallen"),
        ("activiteiten", "gestart", [3_000_000_000], "hele getallen"),
        ("activiteiten", "gestart", [np.inf], "hele getallen"),
        ("deelnemers", "gewicht", ["1,5"], "getallen"),
        ("vragen", "omkeren", ["ja"], "ja of nee"),
        ("vragen", "omkeren", [2], "ja of nee"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_table_and_column(
    tabel: str, kolom: str, waarden: list[Any], wat: str
) -> None:
    zin = f"tabel '{tabel}', kolom '{kolom}' bevat iets anders dan {wat}"
    assert problems_of(**{tabel: pd.DataFrame({kolom: waarden})}) == [zin]


@pytest.mark.parametrize(
    ("vlaggen", "uitkomst"),
    [
        (pd.Series([True, None, False], dtype="object"), [True, False, False]),
        ([1.0, np.nan, 0.0], [True, False, False]),
        (pd.array([True, None, False], dtype="boolean"), [True, False, False]),
        ([None, None, None], [False, False, False]),
    ],
    ids=["object", "float", "boolean", "none"],
)
def test_an_unanswered_flag_is_no_unless_the_contract_lets_it_be_empty(
    vlaggen: Any, uitkomst: list[bool]
) -> None:
    assert values("vragen", "omkeren", vlaggen) == uitkomst
    leeg = [None if pd.isna(vlag) else bool(vlag) for vlag in vlaggen]
    assert values("themas", "nieuw_inzicht", vlaggen) == leeg


def test_what_a_reader_does_not_say_has_the_value_of_the_contract() -> None:
    tabel = conform("deelnemers", deelnemer_id=["a"])
    assert tabel[["personen", "gewicht", "basisgewicht"]].iloc[0].tolist() == [1, 1.0, 1.0]
    assert tabel[["groep", "stratum", "fpc"]].isna().all(axis=None)


def test_all_that_does_not_fit_is_told_at_once_and_no_cell_is_quoted() -> None:
    with pytest.raises(ContractError) as fout:
        conform_tabellen(
            {
                "mensen": pd.DataFrame(),
                "themas": pd.DataFrame([["x", "y", 1]], columns=["thema_id", "thema_id", "kleur"]),
                "activiteiten": pd.DataFrame(
                    {"fase": ["Jan de Vries", "Piet", "praktijk"], "gestart": "Jan"}
                ),
            }
        )
    assert [probleem.wat for probleem in fout.value.lijst] == [
        "tabel 'mensen' bestaat niet in het contract",
        "tabel 'activiteiten', kolom 'fase': 2 waarden horen niet in de lijst",
        "tabel 'activiteiten', kolom 'gestart' bevat iets anders dan hele getallen",
        "tabel 'themas' kent geen kolom 'kleur'",
        "tabel 'themas' heeft kolom 'thema_id' meer dan één keer",
    ]
    assert "kies uit beleidsontwikkeling, dienstverlening, praktijk, evaluatie" in str(fout.value)
    assert "Jan" not in str(fout.value)


def test_fitting_one_table_refuses_a_foreign_word_too() -> None:
    with pytest.raises(ContractError, match="1 waarde hoort niet in de lijst"):
        conform("deelnemers", rol=["Burger"])


def test_rows_keep_their_order_and_lose_their_index() -> None:
    bron = pd.DataFrame({"thema_id": ["c", "a", "b"]}, index=[7, 7, 1])
    tabel = conform_tabel(bron, "themas")
    assert tabel["thema_id"].tolist() == ["c", "a", "b"]
    assert tabel.index.equals(pd.RangeIndex(3))


def test_what_was_given_is_neither_changed_nor_shared() -> None:
    bron = pd.DataFrame({"getal": np.array([1.0, 2.0]), "status": ["gegeven", ""]})
    voor = bron.copy()
    tabel = conform_tabel(bron, "antwoorden")
    pd.testing.assert_frame_equal(bron, voor)
    bron.loc[0, "getal"] = 99
    tabel.loc[1, "getal"] = 77
    assert tabel["getal"].tolist() == [1.0, 77.0]
    assert bron["getal"].tolist() == [99.0, 2.0]
