"""A codebook finds whole words, phrases and wildcards, and says everything that is wrong with a list at once."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from burgerdata.errors import BronError, ContractError
from burgerdata.schema import KOMPASVRAAG, TABELLEN
from burgerdata.text import Codebook
from burgerdata.text.thema import KOMPASVRAGEN

KOP = "thema;omschrijving;hoort_onder;woorden_wel;woorden_niet;voorbeeld;nieuw_inzicht;kompasvraag"


def make(wel: str, niet: str = "") -> Codebook:
    return Codebook.from_frame(pd.DataFrame({"thema": ["T"], "woorden_wel": [wel], "woorden_niet": [niet]}))


def hits(wel: str, text: str) -> list[str]:
    found = make(wel).code([text])
    return [text[begin:end] for begin, end in zip(found["begin"], found["eind"], strict=True)]


@pytest.mark.parametrize(
    ("patroon", "text", "verwacht"),
    [
        ("wacht*", "Het WACHTEN, de wachttijd; afwachten", ["WACHTEN", "wachttijd"]),
        ("*tijd", "wachttijd en tijdig, altijd", ["wachttijd", "altijd"]),
        ("*wacht*", "afwachten mag", ["afwachten"]),
        ("on*lijk", "onduidelijk en onbegrijpelijke", ["onduidelijk"]),
        ("app", "de app, apps, DigiD-app", ["app", "app"]),
        ("lange rij", "Een lange  rij en lange-rij, lang rijden", ["lange  rij", "lange-rij"]),
        ("e-mail", "e-mail email E mail emails", ["e-mail", "email", "E mail"]),
        ("café", "Cafe en café", ["Cafe", "café"]),
        ("thema*", "thema's en thema’s", ["thema's", "thema’s"]),
        ("lang* wacht*", "langer wachten. Lang, wachten", ["langer wachten"]),
        ("24/7", "is 24/7 open, 124/7 niet", ["24/7"]),
        ("rij; lange rij", "lange rij", ["lange rij"]),
    ],
)
def test_a_pattern_finds_whole_words_only(patroon: str, text: str, verwacht: list[str]) -> None:
    assert hits(patroon, text) == verwacht


def test_offsets_point_at_the_text_as_it_was_given_even_where_folding_changes_its_length() -> None:
    text = "ﬁjn, e\u0301e\u0301n cafe\u0301, İ: te lang wachten"
    assert hits("wachten; cafe", text) == ["cafe\u0301", "wachten"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40), st.text(max_size=40))
def test_a_hit_is_found_at_its_own_place_whatever_stands_around_it(voor: str, na: str) -> None:
    text = f"{voor} wachtrijen {na}"
    assert "wachtrijen" in hits("wachtrijen", text)


def test_a_word_of_woorden_niet_takes_away_the_text_the_sentence_or_the_hit() -> None:
    cb = make("wacht*", "wachtwoord*")
    texts = ["Lang wachten. Ook wachten op een wachtwoord.", "wachten"]
    assert cb.code(texts)["tekst_nr"].tolist() == [1]
    assert cb.code(texts, niet_geldt="zin")["begin"].tolist() == [5, 0]
    assert cb.code(texts, niet_geldt="woord")["begin"].tolist() == [5, 18, 0]


def test_several_themes_may_stand_on_one_text_and_missing_texts_have_none() -> None:
    frame = pd.DataFrame({"thema": ["Duur", "Traag"], "woorden_wel": ["duur; prijs*", "traag"]})
    found = Codebook.from_frame(frame).code(["traag en duur", None, "", "Prijs"])
    assert list(zip(found["tekst_nr"], found["thema_id"], strict=True)) == [
        (0, "duur"),
        (0, "traag"),
        (3, "duur"),
    ]


def test_coverage_counts_texts_and_leaves_non_answers_out_of_the_base() -> None:
    frame = pd.DataFrame({"thema": ["Duur", "Traag"], "woorden_wel": ["duur*", "traag"]})
    found = Codebook.from_frame(frame).coverage(["duur, duurder", "traag en duur", "mooi", "nvt"])
    assert found["n"].tolist() == [2, 1, 1, 1]
    assert found["n_alleen"].tolist() == [1, 0, 0, 0]
    assert found["treffers"].tolist() == [3, 1, 0, 0]
    assert found["basis"].tolist() == [3] * 4
    assert found["aandeel"].round(4).tolist()[:3] == [0.6667, 0.3333, 0.3333]


def test_themas_is_the_table_of_the_contract() -> None:
    schema = TABELLEN["themas"]
    frame = pd.DataFrame(
        {
            "thema": ["Toegang", "Inloggen"],
            "hoort_onder": ["", "toegang"],
            "nieuw_inzicht": ["nee: probleemanalyse 2025, p. 4", "ja"],
            "kompasvraag": ["bk1", ""],
        }
    )
    cb = Codebook.from_frame(frame, lijst="aangifte")
    assert tuple(cb.themas.columns) == schema.namen
    assert KOMPASVRAGEN == KOMPASVRAAG
    assert cb.themas["ouder_id"].tolist()[1] == "toegang"
    assert cb.themas["nieuw_inzicht"].tolist() == [False, True]
    assert cb.inhoud[0].herkomst == "probleemanalyse 2025, p. 4"
    assert "object" not in set(map(str, cb.themas.dtypes))


def test_a_csv_of_dutch_excel_and_a_workbook_give_the_same_codebook(tmp_path: Path) -> None:
    rows = [
        ["Privé", "Één ding", "", "privé*; avg", "", "", "ja", "bk2"],
        ["Traag", "", "Privé", "traag", "", "", "", ""],
    ]
    lines = [KOP] + [";".join(f'"{cel}"' if ";" in cel else cel for cel in row) for row in rows]
    (tmp_path / "lijst.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(KOP.split(";"))
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "lijst.xlsx")
    of_csv, of_xlsx = (Codebook.from_file(tmp_path / f"lijst.{kind}") for kind in ("csv", "xlsx"))
    assert of_csv == of_xlsx
    assert of_csv.code(["PRIVE-gegevens"])["thema_id"].tolist() == ["prive"]


def test_all_problems_of_a_list_are_named_at_once_with_row_column_and_remedy(tmp_path: Path) -> None:
    rows = [
        "Wachttijd;;Snelhed;wacht*, rij;;;;",
        "Snelheid;;;*;;;misschien;",
        "wachttijd;;;;;;;bk9",
        ";losse tekst;;;;;;",
    ]
    (tmp_path / "lijst.csv").write_text("\n".join([KOP, *rows]), "utf-8")
    with pytest.raises(ContractError) as fout:
        Codebook.from_file(tmp_path / "lijst.csv")
    found = fout.value.problemen
    assert list(zip(found["rij"], found["kolom"], strict=True)) == [
        (2, "hoort_onder"),
        (2, "woorden_wel"),
        (3, "woorden_wel"),
        (3, "nieuw_inzicht"),
        (4, "thema"),
        (4, "kompasvraag"),
        (5, "thema"),
    ]
    assert "bedoelde u 'Snelheid'?" in str(fout.value)
    assert (found["remedie"] != "").all()
    assert "losse tekst" not in str(fout.value)


def test_a_misspelled_or_missing_column_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text("thema;woorden_well\nTraag;traag\n", "utf-8")
    with pytest.raises(ContractError, match="bedoelde u 'woorden_wel'"):
        Codebook.from_file(tmp_path / "lijst.csv")
    (tmp_path / "leeg.csv").write_text("naam;woorden_wel\nTraag;traag\n", "utf-8")
    with pytest.raises(ContractError, match="kolom 'thema': de kolom ontbreekt"):
        Codebook.from_file(tmp_path / "leeg.csv")


@pytest.mark.parametrize("kop", ["woorden", "trefwoorden", "Woorden wel?"])
def test_a_column_of_words_under_another_name_is_no_note_of_the_analyst(tmp_path: Path, kop: str) -> None:
    (tmp_path / "lijst.csv").write_text(
        f"thema;omschrijving;{kop};notitie\nTraag;duurt lang;traag;zie fg1\n", "utf-8"
    )
    with pytest.raises(ContractError, match=r"de kolom is onbekend; bedoelde u 'woorden_wel'") as fout:
        Codebook.from_file(tmp_path / "lijst.csv")
    assert len(fout.value.problemen) == 1


def test_a_theme_cannot_belong_under_its_own_part() -> None:
    frame = pd.DataFrame({"thema": ["A1", "B1", "C1"], "hoort_onder": ["B1", "A1", "C1"]})
    with pytest.raises(ContractError) as fout:
        Codebook.from_frame(frame)
    assert fout.value.problemen["rij"].tolist() == [2, 3, 4]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [("weg.csv", None), ("lijst.docx", b"x"), ("lijst.xlsx", b"geen zip"), ("leeg.csv", b"")],
)
def test_a_file_that_cannot_be_read_gets_one_dutch_line(
    tmp_path: Path, naam: str, inhoud: bytes | None
) -> None:
    if inhoud is not None:
        (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(BronError, match=naam) as fout:
        Codebook.from_file(tmp_path / naam)
    assert fout.value.probleem.remedie
    assert str(tmp_path) not in str(fout.value)
