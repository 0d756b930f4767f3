"""CSV as Dutch programs write it: nothing is changed, nothing is lost, and a bad row is named."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerdata.errors import BronError
from burgerdata.formats.csv import read_csv, sniff_separator
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import count_explained
from burgerdata.loading import propose_traject
from burgerdata.shapes import RIJ, Bron, Tabel


def read(inhoud: str | bytes, coding: str = "utf-8") -> Ruw:
    data = inhoud.encode(coding) if isinstance(inhoud, str) else inhoud
    (ruw,) = read_csv(Bron(Path("e.csv"), "e.csv", data, ""))
    assert ruw.records_in == len(ruw.vorm.frame) + count_explained(ruw.logboek.to_frame())
    return ruw


def cells(ruw: Ruw) -> list[list[str]]:
    return ruw.vorm.frame.drop(columns=RIJ).to_numpy().tolist()


def test_every_cell_stays_the_text_that_it_was() -> None:
    ruw = read("nr;antw;bedrag\n0123;NA;12.500\n0007;None;7,5\n9;null;1-2\n")
    assert cells(ruw) == [["0123", "NA", "12.500"], ["0007", "None", "7,5"], ["9", "null", "1-2"]]
    assert set(ruw.vorm.frame.drop(columns=RIJ).dtypes.astype("str")) == {"str"}


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_separator_and_line_end_are_recognised(separator: str, einde: str) -> None:
    rijen = [["id", "vraag a", "b"], ["1", "ja", "x"], ["2", "nee", "y"]]
    ruw = read(einde.join(separator.join(rij) for rij in rijen) + einde)
    assert cells(ruw) == rijen[1:]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_comma_in_each_answer_is_no_separator_where_the_header_has_another_one(separator: str) -> None:
    antwoorden = ["Ja, vaak", "Ja, soms", "Nee, nooit"] * 4
    rijen = [["moment", "Gebruikt u de app?"], *([str(n), antw] for n, antw in enumerate(antwoorden))]
    assert cells(read("\n".join(separator.join(rij) for rij in rijen))) == rijen[1:]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("kop", ["Wat mist u op het plein?", "Wat mist u: banken, bomen, iets anders?"])
def test_as_many_commas_in_each_answer_make_no_wider_table(separator: str, kop: str) -> None:
    mist = ["banken, bomen, prullenbakken", "licht, gras, water"]
    rijen = [["Cijfer", kop], *([str(nr % 10), mist[nr % 2]] for nr in range(40))]
    ruw = read("\n".join(separator.join(rij) for rij in rijen))
    assert cells(ruw) == rijen[1:]


def test_a_table_with_decimals_keeps_its_width_where_its_rows_are_wider_than_the_header() -> None:
    tekst = "nr;cijfer, 1 tot 10;wijk\n" + "".join(f"{nr};7,5;noord;\n" for nr in range(40))
    assert sniff_separator(tekst) == ";"


def test_lists_in_the_cells_of_a_table_with_commas_are_no_columns() -> None:
    tekst = "nr,kanalen,cijfer\n" + "".join(f"{nr},krant;radio;site;folder,7\n" for nr in range(40))
    assert sniff_separator(tekst) == ","


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_comma_in_a_title_and_in_each_answer_leaves_the_separator_and_the_remedy(separator: str) -> None:
    rijen = [["nr", "cijfer"], *([str(nr), f"{nr % 9 + 1},5"] for nr in range(20))]
    tekst = "\n".join(["Onderzoek, ronde 1", *(separator.join(rij) for rij in rijen)])
    with pytest.raises(BronError, match="staat er een titel boven de rij met koppen, haal die regel dan weg"):
        read(tekst)


def test_a_separator_line_of_excel_is_obeyed_and_is_no_header() -> None:
    ruw = read("sep=,\r\na,b;c\r\n1,2;3\r\n")
    assert [kolom.naam for kolom in ruw.vorm.kolommen] == ["a", "b;c"]


def test_utf16_and_cp1252_are_read_without_a_setting() -> None:
    assert cells(read("id;tekst\n1;één café", "utf-16")) == [["1", "één café"]]
    assert cells(read("id;tekst\n1;één café €", "cp1252")) == [["1", "één café €"]]


def test_row_numbers_are_those_of_the_spreadsheet_with_blank_and_broken_lines() -> None:
    ruw = read('id;tekst\n1;"a\nb"\n\n2;c\n;\n3;d\n\n\n')
    assert ruw.vorm.frame[RIJ].tolist() == [2, 4, 6]
    assert ruw.logboek.to_frame()[["reden", "aantal"]].to_numpy().tolist() == [["lege_rij", 2]]


@pytest.mark.parametrize(
    ("inhoud", "rij", "wat"),
    [
        ("a;b;c\n1;2;3\n1;2;3;4\n1;2;3\n", 3, "4 cellen, de kop 3"),
        ("a;b;c\n1;2;3\n1\n", 3, "1 cel, de kop 3"),
        ("a;b;c\n1;2;3\n1;2\n1\n", 3, r"2 cellen, de kop 3 \(ook rij 4\)"),
        ('a;b;c\n1;2;3\n2;"open;3\n3;x;y\n', 3, "niet gesloten"),
        ('a;b\n1;2\n2;"x"y;3\n', 3, "verkeerd"),
        ('a;b;c;d;e;f\n1;"x;3;4;5;6\n2;x;3;4;5;6\n3;x";3;4;5;6\n', 2, "hele rijen"),
    ],
)
def test_a_bad_row_is_named_with_its_remedy(inhoud: str, rij: int, wat: str) -> None:
    with pytest.raises(BronError, match=wat) as fout:
        read(inhoud)
    assert str(fout.value).startswith(f"e.csv, rij {rij}: ")
    assert fout.value.probleem.remedie


def test_a_trailing_separator_in_every_row_is_no_column() -> None:
    ruw = read("V1,V2,\na,b,\nc,d,\n")
    assert [kolom.naam for kolom in ruw.vorm.kolommen] == ["V1", "V2"]


def test_doubled_and_empty_headers_get_a_name_and_a_row_in_the_logboek() -> None:
    ruw = read("id;oordeel;oordeel;\n1;a;b;c\n")
    assert [kolom.naam for kolom in ruw.vorm.kolommen] == ["id", "oordeel", "oordeel (2)", "kolom 4"]
    assert [kolom.herkomst for kolom in ruw.vorm.kolommen] == ["id", "oordeel", "oordeel", ""]
    assert ruw.logboek.to_frame()["kolom"].tolist() == ["oordeel (2)", "kolom 4"]


def test_inches_and_commas_in_an_answer_are_no_damage() -> None:
    ruw = read('id,antwoord,x\n1,een 5" buis,a\n2,"ja, nee\nook, of, niet",b\n')
    assert cells(ruw) == [["1", 'een 5" buis', "a"], ["2", "ja, nee\nook, of, niet", "b"]]


_CEL = st.text(alphabet='ab;,"\n \té1', max_size=8)


@settings(max_examples=80)
@given(st.lists(st.tuples(_CEL, _CEL, _CEL), min_size=1, max_size=6), st.sampled_from([";", ","]))
def test_what_a_csv_writer_wrote_comes_back_and_the_count_agrees(
    rijen: list[tuple[str, str, str]], separator: str
) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([["kop een", "kop twee", "kop drie"], *rijen])
    gevuld = [list(rij) for rij in rijen if any(cel.strip() for cel in rij)]
    assert cells(read("sep=" + separator + "\r\n" + buffer.getvalue())) == gevuld


def test_a_quote_that_swallows_the_rows_of_a_narrow_table_is_refused() -> None:
    with pytest.raises(BronError, match="aanhalingsteken staat verkeerd"):
        read('nr;opmerking\n1;"goed\n2;slecht\n3;beter\n4;"prima"\n')


def test_one_column_of_sentences_keeps_its_commas() -> None:
    zinnen = ["Meer groen, minder steen", "Sneller, vaker, en later", "Niets"]
    ruw = read("Wat moet er anders?\r\n" + "\r\n".join(zinnen))
    assert ruw.vorm.frame["Wat moet er anders?"].tolist() == zinnen
    ruw = read("plaats, cijfer\nEde, 7\nLent, 8")
    assert len(ruw.vorm.kolommen) == 2
    (ruw,) = read_csv(
        Bron(Path("e.csv"), "e.csv", b"Peiling\nplaats, dag, cijfer\nEde, ma, 7\nLent, di, 8", ""),
        zoek_kop=True,
    )
    assert len(ruw.vorm.kolommen) == 3


STATLINE = (
    '"Bevolking op 1 januari; geslacht, leeftijd, regio"\n"Perioden: 2026"\n'
    '"Leeftijd";"Geslacht";"Bevolking (aantal)"\n'
    '"18 t/m 34 jaar";"Mannen";"21840"\n"18 t/m 34 jaar";"Vrouwen";"21310"\n'
    '"35 t/m 49 jaar";"Mannen";"18120"\n"35 t/m 49 jaar";"Vrouwen";"18455"\n"50 jaar of ouder";"Mannen";"44705"\n'
    '"Bron: CBS"\n"© Centraal Bureau voor de Statistiek, Den Haag/Heerlen"\n'
)


def test_a_table_of_statline_is_read_without_its_title_and_its_source() -> None:
    (ruw,) = read_csv(Bron(Path("b.csv"), "b.csv", STATLINE.encode(), ""), zoek_kop=True)
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.vorm.frame["Bevolking (aantal)"].tolist() == ["21840", "21310", "18120", "18455", "44705"]
    redenen = ruw.logboek.to_frame().groupby("reden", observed=True, dropna=False)["aantal"].sum()
    assert redenen.to_dict() == {"tussenkop": 4}
    assert ruw.records_in == 5 + 4


@pytest.mark.parametrize("cijfers", ["STATLINE", "PASHOUDERS"])
def test_figures_of_the_population_are_no_survey(tmp_path: Path, cijfers: str) -> None:
    (tmp_path / "Bevolking.csv").write_text(globals()[cijfers], encoding="utf-8")
    (tmp_path / "e.csv").write_text("nr;cijfer;plaats\n1;7;Ede\n2;8;Ede\n", encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["e.csv"]
    assert "Bevolking.csv: cijfers over de bevolking" in voorstel.tekst


@pytest.mark.parametrize("tekst", ["sep=;\n", "sep=,\r\n\r\n", "sep=;\n;;\n"])
def test_a_line_that_tells_the_separator_and_nothing_below_it_is_an_empty_file(tekst: str) -> None:
    with pytest.raises(BronError, match="dit bestand is leeg"):
        read_csv(Bron(Path("leeg.csv"), "leeg.csv", tekst.encode("utf-8"), ""))


PASHOUDERS = (
    '"Pashouders; leeftijd, regio, 1 januari 2026"\n"";"Aantal";"Aantal";"Aantal"\n'
    '"Leeftijd";"Totaal";"Mannen";"Vrouwen"\n"18-44 jaar";"1.704";"820";"884"\n"45-64 jaar";"3.408";"1.602";"1.806"\n'
)


def test_a_title_with_a_separator_in_it_and_two_rows_of_headers_are_read_past() -> None:
    (ruw,) = read_csv(Bron(Path("b.csv"), "b.csv", PASHOUDERS.encode(), ""), zoek_kop=True)
    assert [kolom.naam for kolom in ruw.vorm.kolommen] == ["Leeftijd", "Totaal", "Mannen", "Vrouwen"]
    assert ruw.vorm.frame["Mannen"].tolist() == ["820", "1.602"]
    assert ruw.vorm.frame[RIJ].tolist() == [4, 5]
    assert (ruw.records_in, int(ruw.logboek.to_frame()["aantal"].sum())) == (4, 2)


@pytest.mark.parametrize("boven", [";Mening over de wijk;Buurt", ";Mening;Mening"])
def test_the_first_respondent_below_a_title_is_no_header(boven: str) -> None:
    tekst = f"Straatgesprekken mei 2026\n{boven}\nAns Zonneveld;Te druk;Oost\nBo Zomer;Prima;West\nCor Maan;Te druk;Oost\n"
    (ruw,) = read_csv(Bron(Path("b.csv"), "b.csv", tekst.encode(), ""), zoek_kop=True)
    assert len(ruw.vorm.frame) == 3
    assert not any("Ans" in kolom.naam for kolom in ruw.vorm.kolommen)


def test_headers_that_come_twice_are_told_by_the_row_over_them() -> None:
    dubbel = PASHOUDERS.replace('"Aantal";"Aantal";"Aantal"', '"2025";"2026";"2026"').replace(
        "Mannen", "Totaal"
    )
    (ruw,) = read_csv(Bron(Path("b.csv"), "b.csv", dubbel.encode(), ""), zoek_kop=True)
    assert [kolom.naam for kolom in ruw.vorm.kolommen] == [
        "Leeftijd",
        "2025 - Totaal",
        "2026 - Totaal",
        "Vrouwen",
    ]


def test_a_header_that_is_narrower_than_all_rows_may_be_a_title() -> None:
    tekst = "Enquête 2026\n1;2;3\n4;5;6\n7;8;9\n"
    with pytest.raises(BronError, match="staat er een titel boven de rij met koppen, haal die regel dan weg"):
        read_csv(Bron(Path("b.csv"), "b.csv", tekst.encode(), ""))
    with pytest.raises(BronError, match=r"rij 3.*; zoek een scheidingsteken"):
        read_csv(Bron(Path("b.csv"), "b.csv", b"a;b;c\n1;2;3\n1;2;3;4\n1;2;3\n", ""))
