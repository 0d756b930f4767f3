"""Spreadsheets and texts of LibreOffice are read as the Office files that they would be saved as."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.formats import READERS
from burgerdata.formats.detect import detect
from burgerdata.formats.excel import read_excel
from burgerdata.intake.open import open_bron
from burgerdata.shapes import Gesprek, Tabel

SPACES = " ".join(
    f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"'
    for naam in ("office", "table", "text", "style")
)


def make_odf(soort: str, body: str, *, stijlen: str = "", manifest: str = "<manifest/>") -> bytes:
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>'
        f"<office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:body><office:{soort}>{body}</office:{soort}></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archief:
        archief.writestr("mimetype", f"application/vnd.oasis.opendocument.{soort}")
        archief.writestr("content.xml", xml)
        archief.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def text(*cellen: str) -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cel}</text:p></table:table-cell>'
        if cel
        else "<table:table-cell/>"
        for cel in cellen
    )


def row(*cellen: str) -> str:
    return f"<table:table-row>{''.join(cellen)}</table:table-row>"


def sheet(*rijen: str, naam: str = "Blad1", stijl: str = "") -> str:
    return f'<table:table table:name="{naam}" table:style-name="{stijl}">{"".join(rijen)}</table:table>'


def value(soort: str, waarde: str, getoond: str = "x") -> str:
    naam = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}.get(soort, "value")
    return f'<table:table-cell office:value-type="{soort}" office:{naam}="{waarde}"><text:p>{getoond}</text:p></table:table-cell>'


def read_sheets(map_: Path, *bladen: str, stijlen: str = "") -> list[list[list[str]]]:
    """Return the headers and the cells of each sheet."""
    pad = map_ / "enquete.ods"
    pad.write_bytes(make_odf("spreadsheet", "".join(bladen), stijlen=stijlen))
    vormen = [ruw.vorm for ruw in read_excel(open_bron(pad)) if isinstance(ruw.vorm, Tabel)]
    frames = [vorm.frame.drop(columns="_rij") for vorm in vormen]
    return [[list(frame), *frame.to_numpy().tolist()] for frame in frames]


def test_every_kind_of_cell_reads_as_it_does_from_excel(tmp_path: Path) -> None:
    kop = row(text("dag", "moment", "tijd", "cijfer", "aandeel", "ja", "woord"))
    cellen = row(
        value("date", "2026-03-01"),
        value("date", "2026-03-01T14:05:00"),
        value("time", "PT14H05M00S"),
        value("float", "7.5", "7,5"),
        value("percentage", "0.25", "25%"),
        value("boolean", "true", "WAAR"),
        text("te   ver<text:s text:c='2'/>lopen"),
    )
    assert read_sheets(tmp_path, sheet(kop, cellen)) == [
        [
            ["dag", "moment", "tijd", "cijfer", "aandeel", "ja", "woord"],
            ["2026-03-01", "2026-03-01 14:05:00", "14:05", "7.5", "0.25", "WAAR", "te   ver  lopen"],
        ]
    ]


def test_repeated_cells_and_rows_are_written_out_and_empty_ones_to_the_last_row_are_not(
    tmp_path: Path,
) -> None:
    herhaald = (
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="4"/>'
    )
    leeg = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    rijen = f'<table:table-row table:number-rows-repeated="3">{herhaald}</table:table-row>'
    assert read_sheets(tmp_path, sheet(row(text("a", "b")), rijen, leeg)) == [[["a", "b"], *[["4", "4"]] * 3]]


def test_rows_in_groups_are_rows(tmp_path: Path) -> None:
    kop = f"<table:table-header-rows>{row(text('a'))}</table:table-header-rows>"
    groep = f"<table:table-row-group>{row(text('1'))}<table:table-row-group>{row(text('2'))}</table:table-row-group></table:table-row-group>"
    assert read_sheets(tmp_path, sheet(kop, groep)) == [[["a"], ["1"], ["2"]]]


def test_a_merged_cell_holds_its_value_everywhere_and_a_remark_holds_no_data(tmp_path: Path) -> None:
    wijk = '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>check</text:p></office:annotation><text:p>Oost</text:p></table:table-cell>'
    rijen = [row(text("wijk", "n")), row(wijk, text("1")), row("<table:covered-table-cell/>", text("2"))]
    assert read_sheets(tmp_path, sheet(*rijen)) == [[["wijk", "n"], ["Oost", "1"], ["Oost", "2"]]]


def test_hidden_sheets_are_not_read_and_a_failed_formula_is_empty(tmp_path: Path) -> None:
    stijlen = '<style:style style:name="weg" style:family="table"><style:table-properties table:display="false"/></style:style>'
    fout = value("float", "0", "#DEEL/0!").replace(
        "<table:table-cell", '<table:table-cell table:formula="of:=1/0"'
    )
    zichtbaar = sheet(row(text("a", "b")), row(text("=1+1", "ja")), row(fout, text("nee")))
    verborgen = sheet(row(text("geheim")), row(text("1")), naam="Blad2", stijl="weg")
    gelezen = read_sheets(tmp_path, zichtbaar, verborgen, stijlen=stijlen)
    assert gelezen == [[["a", "b"], ["=1+1", "ja"], ["", "nee"]]]


def test_who_typed_a_hash_tag_answered(tmp_path: Path) -> None:
    """What LibreOffice wrote for a failed formula and for the same signs typed as an answer."""
    fout = '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'
    antwoorden = ["#veiligheid eerst!", "#veilig!", "#1 waarom zo duur?"]
    gelezen = read_sheets(tmp_path, sheet(row(text("a")), *(row(text(cel)) for cel in antwoorden), row(fout)))
    assert gelezen == [[["a"], *([cel] for cel in antwoorden)]]


def test_a_sheet_with_a_long_name_is_chosen_by_that_name(tmp_path: Path) -> None:
    namen = [f"Antwoorden van de bewoners van {wijk}" for wijk in ("Oost", "West")]
    bladen = [sheet(row(text("a", "b")), row(text(naam, "x")), naam=naam) for naam in namen]
    (tmp_path / "enquete.ods").write_bytes(make_odf("spreadsheet", "".join(bladen)))
    (ruw,) = read_excel(open_bron(tmp_path / "enquete.ods"), blad=namen[1])
    assert isinstance(ruw.vorm, Tabel)
    assert (ruw.vorm.blad, ruw.vorm.frame["a"].tolist()) == (namen[1], [namen[1]])


def test_a_spreadsheet_of_hidden_sheets_holds_nothing_to_read(tmp_path: Path) -> None:
    stijlen = '<style:style style:name="weg" style:family="table"><style:table-properties table:display="false"/></style:style>'
    with pytest.raises(BronError, match="geen enkel zichtbaar blad"):
        read_sheets(tmp_path, sheet(row(text("geheim")), stijl="weg"), stijlen=stijlen)


def test_a_title_merged_over_a_whole_sheet_fills_no_memory(tmp_path: Path) -> None:
    titel = "Titel" + 3 * "<text:s text:c='900000000'/>"
    breed = (
        '<table:table-cell table:number-rows-spanned="1000000" table:number-columns-spanned="16384"'
        f' office:value-type="string"><text:p>{titel}</text:p></table:table-cell>'
    )
    rijen = [row(breed), row(text("a", "b")), row(text("1", "2")), row(text("3", "4"))]
    assert read_sheets(tmp_path, sheet(*rijen)) == [[["a", "b"], ["1", "2"], ["3", "4"]]]


def test_the_copy_of_a_sheet_of_another_file_is_no_sheet(tmp_path: Path) -> None:
    eigen = sheet(row(text("a")), row(text("1")))
    elders = sheet(row(text("b")), naam="'file:///bron.ods'#Blad1")
    dde = f"<table:dde-links><table:dde-link>{sheet(row(text('c')))}</table:dde-link></table:dde-links>"
    assert read_sheets(tmp_path, eigen, elders, dde) == [[["a"], ["1"]]]


def test_a_sheet_may_have_any_name_and_a_cell_any_length(tmp_path: Path) -> None:
    lang = "woord " * 6_000 + "einde"
    pad = tmp_path / "a.ods"
    blad = sheet(row(text("a")), row(text(lang)), naam="Vraag [1]: oost/west")
    pad.write_bytes(make_odf("spreadsheet", blad))
    (ruw,) = read_excel(open_bron(pad))
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.vorm.blad == "Vraag 1 oost west"
    assert ruw.vorm.frame["a"].tolist() == [lang]


def test_cells_below_a_merged_one_that_no_program_covered_keep_what_they_hold(tmp_path: Path) -> None:
    breed = text("Oost").replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"')
    dubbel = row(breed, text("1")).replace(
        "<table:table-row", '<table:table-row table:number-rows-repeated="2"'
    )
    rijen = [row(text("wijk", "n")), dubbel, row(text("West", "2"))]
    verwacht = [["wijk", "n"], ["Oost", "1"], ["Oost", "1"], ["West", "2"]]
    assert read_sheets(tmp_path, sheet(*rijen)) == [verwacht]


def test_the_digest_is_that_of_the_file_itself(tmp_path: Path) -> None:
    pad = tmp_path / "a.ods"
    pad.write_bytes(make_odf("spreadsheet", sheet(row(text("a")), row(text("1")))))
    assert open_bron(pad).sha256 == hashlib.sha256(pad.read_bytes()).hexdigest()


def read_talk(map_: Path, body: str) -> list[list[str]]:
    """Return who says what."""
    pad = map_ / "fg1.odt"
    pad.write_bytes(make_odf("text", body))
    bron = open_bron(pad)
    (ruw,) = READERS[detect(bron)](bron)
    assert isinstance(ruw.vorm, Gesprek)
    beurten: list[list[str]] = ruw.vorm.beurten[["spreker", "tekst"]].to_numpy().tolist()
    return beurten


def test_what_stands_beside_a_sentence_is_no_part_of_it(tmp_path: Path) -> None:
    """A box, how a name sounds, and words that are hidden."""
    box = (
        '<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><draw:text-box><text:p>KADER</text:p>'
        "</draw:text-box></draw:frame>"
    )
    ruby = "<text:ruby><text:ruby-base>Ede</text:ruby-base><text:ruby-text>ee-du</text:ruby-text></text:ruby>"
    zinnen = [
        f"R1: Voor{box} en na.",
        f"R2: Ik kom uit {ruby} zelf.",
        "R1: Ja<text:hidden-text>weg</text:hidden-text>.",
    ]
    body = "".join(f"<text:p>{zin}</text:p>" for zin in zinnen)
    assert [tekst for _, tekst in read_talk(tmp_path, body)] == ["Voor en na.", "Ik kom uit Ede zelf.", "Ja."]


def test_a_talk_in_a_text_is_read_with_its_speakers_and_without_what_was_deleted(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>R9: weg</text:p></text:tracked-changes><text:h>Groep 1</text:h>"
        "<text:p>M: Wat vindt u?</text:p><text:p>R1: Te <text:span>ver</text:span><text:note><text:p>noot</text:p></text:note> lopen<text:line-break/>elke dag</text:p>"
        "<text:list><text:list-item><text:p>R2: Ja</text:p></text:list-item></text:list><text:p>M: Dank.</text:p>"
        f"<table:table>{row(text('R3:', 'Ik ook'))}</table:table>"
    )
    assert read_talk(tmp_path, body) == [
        ["M", "Wat vindt u?"],
        ["R1", "Te ver lopen\nelke dag"],
        ["R2", "Ja"],
        ["M", "Dank."],
        ["R3", "Ik ook"],
    ]


def test_a_remark_in_the_margin_of_a_table_is_nothing_that_a_participant_said(tmp_path: Path) -> None:
    opmerking = "<office:annotation><text:p>kan naar de wijkmanager</text:p></office:annotation>"
    noot = "<text:note><text:note-body><text:p>zie blad 2</text:p></text:note-body></text:note>"
    lijst = "<text:list><text:list-item><text:p>en licht</text:p></text:list-item></text:list>"
    tabel = "<table:table>{}{}</table:table>".format(
        row(text("R1", f"Ik mis het bankje{opmerking} echt.{noot}")),
        row(text("R2"), f"<table:table-cell><text:p>Bomen</text:p>{lijst}</table:table-cell>"),
    )
    assert read_talk(tmp_path, "<text:p>M: Wat mist u?</text:p>" + tabel) == [
        ["M", "Wat mist u?"],
        ["R1", "Ik mis het bankje echt."],
        ["R2", "Bomen en licht"],
    ]


def test_a_merged_cell_of_a_table_in_a_text_stands_in_each_of_its_rows(tmp_path: Path) -> None:
    """What Word shows for the same table: R1 said both, and the pause stays one line."""
    hoog = text("R1").replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"')
    breed = text("Even pauze").replace(
        "<table:table-cell", '<table:table-cell table:number-columns-spanned="2"'
    )
    gedekt = "<table:covered-table-cell/>"
    rijen = row(hoog, text("Te ver")), row(gedekt, text("En duur")), row(breed, gedekt), row(text("R2", "Ja"))
    assert read_talk(tmp_path, f"<text:p>M: Wat nu?</text:p><table:table>{''.join(rijen)}</table:table>") == [
        ["M", "Wat nu?"],
        ["R1", "Te ver"],
        ["R1", "En duur\nEven pauze"],
        ["R2", "Ja"],
    ]


BOM = sheet(
    row(text("a")),
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="9999"'
    ' office:value-type="float" office:value="1"/></table:table-row>',
)


BLOK = text("x").replace(
    "<table:table-cell",
    '<table:table-cell table:number-columns-spanned="100" table:number-rows-spanned="1000"',
)
SAMEN = sheet(*[row(BLOK) + '<table:table-row table:number-rows-repeated="1000"/>'] * 60)
DIEP = "<text:span>" * 3_000 + "x" + "</text:span>" * 3_000
BREED = '<table:covered-table-cell table:number-columns-repeated="90000000"/>'


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (make_odf("spreadsheet", SAMEN), "voegt er zo veel samen"),
        (make_odf("text", f"<table:table>{row(BREED)}</table:table>"), "herhaalt cellen tot miljoenen"),
        (make_odf("spreadsheet", sheet(row(text(DIEP)))), "is beschadigd"),
        (make_odf("text", f"<text:p>{DIEP}</text:p>"), "is beschadigd"),
        (make_odf("spreadsheet", BOM), "herhaalt cellen tot miljoenen"),
        (make_odf("spreadsheet", "", manifest="<x><encryption-data/></x>"), "met een wachtwoord beveiligd"),
        (make_odf("spreadsheet", "<table:table"), "is beschadigd; open het in LibreOffice"),
        (make_odf("spreadsheet", sheet(row(value("float", "zeven")))), "is beschadigd"),
        (make_odf("presentation", ""), "presentatie of tekening"),
        (make_odf("text", "").replace(b"office:text", b"office:tekt"), "beschadigd"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, inhoud: bytes, zin: str) -> None:
    pad = tmp_path / "a.ods"
    pad.write_bytes(inhoud)
    with pytest.raises(BronError, match=zin):
        open_bron(pad)
