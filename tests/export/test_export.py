"""Exports: two formats give the same traject back, the others say what they lose, and the page about it is true."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import burgerdata as bd
from burgerdata.errors import BronError, MethodeError, ProgrammaError
from burgerdata.export import FORMATEN
from burgerdata.formats import READERS
from burgerdata.formats.detect import detect
from burgerdata.intake import open_bron
from burgerdata.schema import TABELLEN
from burgerdata.settings import Drempels, Instellingen, Levering, Weging
from burgerdata.shapes import Codeerproject
from burgerdata.traject import Traject

ROOT = Path(__file__).parents[2]
HEEFT_ARROW = importlib.util.find_spec("pyarrow") is not None
needs_arrow = pytest.mark.skipif(not HEEFT_ARROW, reason="pyarrow is not installed (extra schaal)")
EXACT = [pytest.param("parquet", marks=needs_arrow), "datapackage"]


def assert_same(een: Traject, ander: Traject) -> None:
    assert list(een.tabellen) == list(ander.tabellen)
    for naam in een.tabellen:
        pd.testing.assert_frame_equal(een.tabellen[naam], ander.tabellen[naam], check_exact=True)
        for kolom in een.tabellen[naam].columns:
            assert een.tabellen[naam][kolom].dtype == ander.tabellen[naam][kolom].dtype
            if isinstance(een.tabellen[naam][kolom].dtype, pd.CategoricalDtype):
                categorieen = [t.tabellen[naam][kolom].cat.categories.tolist() for t in (een, ander)]
                assert categorieen[0] == categorieen[1]
    assert een.instellingen == ander.instellingen
    assert een.wegingen == ander.wegingen


@pytest.mark.parametrize("formaat", EXACT)
def test_the_whole_example_comes_back(voorbeeld: Traject, tmp_path: Path, formaat: str) -> None:
    uitvoer = bd.export_traject(voorbeeld, tmp_path / "uit", formaat=formaat)
    assert uitvoer.weggelaten.empty
    assert all((tmp_path / "uit" / naam).is_file() for naam in uitvoer.bestanden)
    assert_same(voorbeeld, bd.load_traject(tmp_path / "uit"))
    assert_same(voorbeeld, bd.read_export(tmp_path / "uit"))


@pytest.mark.parametrize("formaat", EXACT)
def test_a_part_keeps_the_whole_that_its_standard_errors_rest_on(
    voorbeeld: Traject, tmp_path: Path, formaat: str
) -> None:
    deel = voorbeeld.only(kenmerk={"geslacht": "vrouw"})
    bd.export_traject(deel, tmp_path, formaat=formaat)
    terug = bd.read_export(tmp_path)
    assert_same(deel, terug)
    assert deel.volledig is not None
    assert terug.volledig is not None
    assert_same(deel.volledig, terug.volledig)


TEKST = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
GETAL = st.floats(allow_nan=True, allow_infinity=True)
IDS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), unique=True, max_size=6
)


@st.composite
def trajecten(draw: st.DrawFn) -> Traject:
    """Draw a traject with any text, number and order of categories; it need not make sense, only fit the contract."""
    ids = draw(IDS)
    volgorde = draw(st.permutations(ids))
    keuze = draw(st.lists(st.sampled_from(ids) if ids else st.nothing(), max_size=8)) if ids else []
    coderingen = pd.DataFrame(
        {
            "codering_id": [f"c{nummer}" for nummer in range(len(keuze))],
            "thema_id": pd.Categorical(keuze, categories=pd.Index(volgorde, dtype="str")),
            "wijze": draw(
                st.lists(st.sampled_from(["mens", "regel", None]), min_size=len(keuze), max_size=len(keuze))
            ),
            "begin": draw(st.lists(st.integers(0, 9), min_size=len(keuze), max_size=len(keuze))),
            "zekerheid": draw(st.lists(GETAL, min_size=len(keuze), max_size=len(keuze))),
        }
    )
    themas = pd.DataFrame(
        {
            "thema_id": pd.Series(ids, dtype="str"),
            "naam": pd.Series(draw(st.lists(TEKST, min_size=len(ids), max_size=len(ids))), dtype="str"),
            "nieuw_inzicht": draw(
                st.lists(st.sampled_from([True, False, None]), min_size=len(ids), max_size=len(ids))
            ),
        }
    )
    dag = st.datetimes(pd.Timestamp("1700-01-01"), pd.Timestamp("2200-01-01")).map(
        lambda m: m.replace(microsecond=0)
    )
    fragmenten = pd.DataFrame(
        {
            "fragment_id": pd.Series(ids, dtype="str"),
            "tijdstip": pd.Series(
                draw(st.lists(dag, min_size=len(ids), max_size=len(ids))), dtype="datetime64[s]"
            ),
            "tekst": pd.Series(draw(st.lists(TEKST, min_size=len(ids), max_size=len(ids))), dtype="str"),
        }
    )
    instellingen = Instellingen(
        titel=draw(TEKST),
        doelgroep=tuple(draw(st.lists(TEKST, max_size=2))),
        besluit=draw(st.none() | st.dates()),
        middelen=draw(st.dictionaries(TEKST, st.floats(allow_nan=False), max_size=2)),
        rapportvragen={naam: (naam,) for naam in draw(st.lists(TEKST, max_size=2))},
        drempels=Drempels(draw(st.integers(0, 99)), 30, 50),
        leveringen=(Levering("a", "enquete", tellingen={"gestart": 3}, begindatum=date(2026, 3, 1)),),
    )
    grenzen = draw(st.none() | st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)))
    wegingen = {"a": Weging("a", "gekalibreerd", kenmerken=("x", "y"), grenzen=grenzen)}
    tabellen = {"themas": themas, "coderingen": coderingen, "fragmenten": fragmenten}
    return Traject.from_tabellen(tabellen, instellingen, wegingen)


@pytest.mark.parametrize("formaat", EXACT)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(traject=trajecten())
def test_any_traject_comes_back(tmp_path: Path, formaat: str, traject: Traject) -> None:
    bd.export_traject(traject, tmp_path, formaat=formaat)
    assert_same(traject, bd.read_export(tmp_path))


def test_the_folder_of_the_traject_is_kept_without_a_path_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "traject").mkdir()
    t = Traject.from_tabellen({}, Instellingen(map=tmp_path / "traject"))
    bd.export_traject(t, tmp_path / "uit", formaat="datapackage")
    assert str(tmp_path) not in (tmp_path / "uit" / "datapackage.json").read_text(encoding="utf-8")
    assert bd.read_export(tmp_path / "uit").instellingen.map == (tmp_path / "traject").resolve()
    (tmp_path / "uit").rename(tmp_path / "elders")
    (tmp_path / "traject").rmdir()
    assert bd.read_export(tmp_path / "elders").instellingen.map is None


def test_the_data_package_describes_every_column_as_frictionless_asks(
    voorbeeld: Traject, tmp_path: Path
) -> None:
    bd.export_traject(voorbeeld, tmp_path, formaat="datapackage")
    pakket = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [deel["name"] for deel in pakket["resources"]] == list(TABELLEN)
    for deel in pakket["resources"]:
        kop = (tmp_path / deel["path"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert kop == [veld["name"] for veld in deel["schema"]["fields"]]
        for verwijzing in deel["schema"]["foreignKeys"]:
            doel = verwijzing["reference"]["resource"] or deel["name"]
            eigen = list_keys(voorbeeld.tabellen[deel["name"]], verwijzing["fields"])
            assert eigen <= list_keys(voorbeeld.tabellen[doel], verwijzing["reference"]["fields"])


def list_keys(tabel: pd.DataFrame, kolommen: list[str]) -> set[tuple[str, ...]]:
    return set(tabel[kolommen].dropna().astype("str").itertuples(index=False, name=None))


def test_a_damaged_export_is_refused_in_one_line(voorbeeld: Traject, tmp_path: Path) -> None:
    bd.export_traject(voorbeeld, tmp_path, formaat="datapackage")
    pad = tmp_path / "data" / "themas.csv"
    pad.write_bytes(pad.read_bytes()[:-20])
    with pytest.raises(
        BronError, match=r"data/themas\.csv: dit bestand van de export ontbreekt of is beschadigd"
    ):
        bd.read_export(tmp_path)
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(BronError, match="niet te lezen"):
        bd.read_export(tmp_path)
    with pytest.raises(BronError, match="geen export"):
        bd.read_export(tmp_path / "data")


def test_parquet_without_its_program_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ProgrammaError, match="pyarrow") as fout:
        bd.export_traject(Traject.from_tabellen({}), tmp_path, formaat="parquet")
    assert "\n" not in str(fout.value)


def test_a_format_that_does_not_exist_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(MethodeError, match="bedoelde u 'parquet'"):
        bd.export_traject(Traject.from_tabellen({}), tmp_path, formaat="parket")


GEVAARLIJK = ["=1+1", "+31", "-5", "@x", "gewoon", '=HYPERLINK("http://x")']


def make_dangerous() -> Traject:
    themas = pd.DataFrame(
        {"thema_id": [f"t{n}" for n in range(6)], "naam": GEVAARLIJK, "omschrijving": "x" * 40_000}
    )
    return Traject.from_tabellen({"themas": themas})


def test_a_spreadsheet_holds_no_formula_and_says_what_was_cut(tmp_path: Path) -> None:
    csv = bd.export_traject(make_dangerous(), tmp_path / "csv", formaat="csv")
    kolom = pd.read_csv(tmp_path / "csv" / "themas.csv", sep=";", encoding="utf-8-sig")["naam"].tolist()
    assert kolom == [f"'{cel}" if cel != "gewoon" else cel for cel in GEVAARLIJK]
    assert csv.weggelaten[csv.weggelaten["kolom"].eq("naam")]["aantal"].tolist() == [5]
    xlsx = bd.export_traject(make_dangerous(), tmp_path / "xlsx", formaat="xlsx")
    boek = openpyxl.load_workbook(tmp_path / "xlsx" / "traject.xlsx")
    cellen = list(boek["themas"].iter_rows(min_row=2, min_col=3, max_col=3))
    assert [cel.value for (cel,) in cellen] == GEVAARLIJK
    assert {cel.data_type for (cel,) in cellen} == {"s"}
    assert xlsx.weggelaten[xlsx.weggelaten["kolom"].eq("omschrijving")]["aantal"].tolist() == [6]
    assert "codeboek" in boek.sheetnames


def test_spss_opens_every_activity_with_labels(voorbeeld: Traject, tmp_path: Path) -> None:
    uitvoer = bd.export_traject(voorbeeld, tmp_path, formaat="sav")
    frame, meta = pyreadstat.read_sav(tmp_path / "enquete.sav", apply_value_formats=True)
    breed = voorbeeld.breed("enquete")
    assert len(frame) == len(breed)
    assert frame["geslacht"].astype("str").tolist() == breed["geslacht"].astype("str").tolist()
    assert frame["gewicht"].tolist() == breed["gewicht"].tolist()
    eigen = voorbeeld.vragen[voorbeeld.vragen["activiteit_id"].eq("enquete")]
    teksten = dict(zip(eigen["vraag_id"].astype("str"), eigen["tekst"], strict=True))
    assert meta.column_names_to_labels["geslacht"] == teksten["geslacht"]
    assert uitvoer.weggelaten["wat"].str.contains("weet_niet wordt leeg").any()
    cijfers = [naam for naam in breed.columns if breed[naam].dtype == "float64" and naam in frame]
    for naam in cijfers:
        pd.testing.assert_series_equal(frame[naam], breed[naam], check_dtype=False, check_names=False)


def read_project(pad: Path) -> Codeerproject:
    bron = open_bron(pad)
    (ruw,) = READERS[detect(bron)](bron)
    assert isinstance(ruw.vorm, Codeerproject)
    assert ruw.logboek.to_frame().empty
    return ruw.vorm


def list_spans(t: Traject) -> list[tuple[str, str, str]]:
    """Return (words, name of the theme, coder) of every coding, sorted."""
    teksten = dict(zip(t.fragmenten["fragment_id"].astype("str"), t.fragmenten["tekst"], strict=True))
    namen = dict(zip(t.themas["thema_id"].astype("str"), t.themas["naam"], strict=True))
    return sorted(
        (teksten[str(fragment)][begin:eind], namen[str(thema)], str(codeur))
        for fragment, thema, codeur, begin, eind in zip(
            *(t.coderingen[kolom] for kolom in ("fragment_id", "thema_id", "codeur", "begin", "eind")),
            strict=True,
        )
    )


def test_a_refi_project_opens_with_the_same_texts_codes_coders_and_offsets(
    voorbeeld: Traject, tmp_path: Path
) -> None:
    voorbeeld = voorbeeld.only(instrument=["straatgesprek", "focusgroep"])
    bd.export_traject(voorbeeld, tmp_path, formaat="qdpx")
    project = read_project(tmp_path / "project.qdpx")
    teksten = dict(zip(project.documenten["document"], project.documenten["tekst"], strict=True))
    codes = dict(zip(project.codes["code"], project.codes["naam"], strict=True))
    kolommen = ("document", "code", "codeur", "begin", "eind")
    gelezen = sorted(
        (teksten[document][begin:eind], codes[code], codeur)
        for document, code, codeur, begin, eind in zip(
            *(project.coderingen[k] for k in kolommen), strict=True
        )
    )
    assert gelezen == list_spans(voorbeeld)
    alles = "\n".join(teksten.values())
    assert all(tekst in alles for tekst in voorbeeld.fragmenten["tekst"])
    assert set(project.codes["naam"]) == set(voorbeeld.themas["naam"])
    eerste = (tmp_path / "project.qdpx").read_bytes()
    bd.export_traject(voorbeeld, tmp_path, formaat="qdpx")
    assert (tmp_path / "project.qdpx").read_bytes() == eerste


# nobody marks a sign that does not show (a soft hyphen alone), and no quotation can be compared by it
REGEL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs"]), min_size=1, max_size=20)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(regels=st.lists(REGEL.filter(str.strip), min_size=1, max_size=5), data=st.data())
def test_any_text_keeps_its_offsets_in_a_refi_project(
    tmp_path: Path, regels: list[str], data: st.DataObject
) -> None:
    tekst = data.draw(st.sampled_from(["\n", "\r\n"])).join(regels)
    begin = data.draw(st.integers(0, len(tekst) - 1))
    eind = data.draw(st.integers(begin + 1, len(tekst)))
    if not tekst[begin:eind].strip():
        return
    t = Traject.from_tabellen(
        {
            "fragmenten": pd.DataFrame(
                {"fragment_id": ["f"], "activiteit_id": ["a"], "soort": ["bericht"], "tekst": [tekst]}
            ),
            "themas": pd.DataFrame({"thema_id": ["t"], "lijst": ["l"], "naam": ["Thema"]}),
            "coderingen": pd.DataFrame(
                {"codering_id": ["c"], "segment_id": ["s"], "fragment_id": ["f"], "thema_id": ["t"]}
            ).assign(codeur="wie", wijze="mens", begin=begin, eind=eind),
        }
    )
    bd.export_traject(t, tmp_path, formaat="qdpx")
    bron = open_bron(tmp_path / "project.qdpx")
    (ruw,) = READERS[detect(bron)](bron)
    assert isinstance(ruw.vorm, Codeerproject)
    assert ruw.vorm.documenten["tekst"].tolist() == [tekst]
    rij = ruw.vorm.coderingen.iloc[0]
    assert (rij["reden"], rij["begin"], rij["eind"], rij["codeur"]) == ("", begin, eind, "wie")


def read_promises() -> dict[str, dict[str, str]]:
    """Return what the page says: per thing, per format, ja, deels or nee."""
    tekst = (ROOT / "docs" / "export.md").read_text(encoding="utf-8").split("## Wat elk formaat bewaart")[1]
    rijen = [
        [cel.strip() for cel in regel.strip("|").split("|")]
        for regel in tekst.splitlines()
        if regel.startswith("|") and not re.match(r"\|[-|]+$", regel)
    ]
    kop, *inhoud = rijen
    return {rij[0]: dict(zip(kop[1:], rij[1:], strict=True)) for rij in inhoud}


@pytest.mark.parametrize(
    "formaat", [pytest.param(f, marks=needs_arrow) if f == "parquet" else f for f in FORMATEN]
)
def test_the_page_about_exports_is_true(voorbeeld: Traject, tmp_path: Path, formaat: str) -> None:
    beloofd = {wat: per_formaat[formaat] for wat, per_formaat in read_promises().items()}
    t = voorbeeld.only(instrument=["straatgesprek", "focusgroep"])
    uitvoer = bd.export_traject(t, tmp_path, formaat=formaat)
    weg = uitvoer.weggelaten
    heel_weg = set(weg[weg["wat"].eq("tabel niet in dit formaat")]["tabel"])
    zonder_instellingen = weg["wat"].str.startswith("instellingen en wegingen").any()
    assert beloofd.pop("instellingen en wegingen") == ("nee" if zonder_instellingen else "ja")
    soorten = beloofd.pop("soort van elke kolom en volgorde van categorieën")
    assert (soorten == "ja") is (formaat in ("parquet", "datapackage"))
    assert list(beloofd) == list(TABELLEN)
    gelezen = read_sheets(tmp_path, formaat)
    for naam, belofte in beloofd.items():
        if len(t.tabellen[naam]):
            assert (belofte == "nee") is (naam in heel_weg), naam
        if belofte == "ja" and formaat in ("csv", "xlsx"):
            assert gelezen[naam].shape == t.tabellen[naam].shape, naam
    if set(beloofd.values()) == {"ja"} and formaat in ("parquet", "datapackage"):
        assert_same(t, bd.read_export(tmp_path))


def read_sheets(map_: Path, formaat: str) -> dict[str, pd.DataFrame]:
    """Return the tables as Excel or R would read them."""
    if formaat == "csv":
        lees = {"sep": ";", "decimal": ",", "encoding": "utf-8-sig", "dtype": "str"}
        return {pad.stem: pd.read_csv(pad, **lees) for pad in map_.glob("*.csv")}
    return pd.read_excel(map_ / "traject.xlsx", sheet_name=None, dtype="str") if formaat == "xlsx" else {}
