"""Lines with a day, a time and a colon are a chat where people chat; observations and a talk are not."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.formats.detect import detect
from burgerdata.intake.open import open_bron
from burgerdata.loading import load_traject
from burgerdata.loading.propose import propose_traject

OBSERVATIES = "".join(
    f"12-03-2026 14:{n:02} - {plek}: {n} mensen\n" for n in range(6) for plek in ("plein", "park")
)
GESPREK = "".join(
    f"[12-03-2026 14:0{n}:00] M: Wat vindt u van de halte {n}?\n[12-03-2026 14:0{n}:30] R{1 + n % 3}: Te ver weg {n}.\n"
    for n in range(6)
)
BIJNAMEN = "".join(f"12-03-2026 14:0{n} - {'zonnetje' if n % 2 else 'opa t'}: te ver {n}\n" for n in range(4))
BEGIN = "12-03-2026 14:00 - Berichten zijn end-to-end versleuteld.\n"


def write(map_: Path, tekst: str) -> Path:
    pad = map_ / "gesprek.txt"
    pad.write_text(tekst, "utf-8")
    return pad


@pytest.mark.parametrize("tekst", [OBSERVATIES, GESPREK, GESPREK.replace("R1", "Kees"), BIJNAMEN])
def test_lines_in_which_nothing_shows_that_people_chat_are_no_chat(tmp_path: Path, tekst: str) -> None:
    assert detect(open_bron(write(tmp_path, tekst))) == "tekst"


@pytest.mark.parametrize(
    "tekst",
    [
        BEGIN + BIJNAMEN,
        BIJNAMEN.replace("opa t", "+31 6 12345678"),
        BIJNAMEN.replace("opa t", "\u202a~ Truus\u202c"),
        "12-03-2026 14:00 - Truus heeft de groep gemaakt\n" + BIJNAMEN,
        GESPREK.replace("[12", "\u200e[12"),
    ],
)
def test_a_line_of_the_program_or_a_number_shows_a_chat(tmp_path: Path, tekst: str) -> None:
    assert detect(open_bron(write(tmp_path, tekst))) == "chat"


def test_a_talk_typed_out_with_days_has_three_citizens_and_one_who_leads(tmp_path: Path) -> None:
    write(tmp_path, GESPREK)
    propose_traject(tmp_path)
    traject = load_traject(tmp_path)
    assert traject.activiteiten["instrument"].tolist() == ["focusgroep"]
    assert traject.deelnemers["rol"].value_counts()[["burger", "gespreksleider"]].tolist() == [3, 1]
    assert traject.fragmenten["tekst"].tolist()[:2] == ["Wat vindt u van de halte 0?", "Te ver weg 0."]


def test_what_the_analyst_says_that_a_file_is_goes_before(tmp_path: Path) -> None:
    chat = bd.read_bestand(write(tmp_path, BIJNAMEN), instrument="community")
    assert (len(chat.deelnemers), len(chat.fragmenten)) == (2, 4)
    namen = GESPREK.replace("] M:", "] Anna:").replace("R1", "Kees")
    gesprek = bd.read_bestand(write(tmp_path, namen), instrument="focusgroep", gespreksleider=("Anna",))
    assert gesprek.deelnemers["rol"].eq("burger").sum() == 3


def test_the_chat_of_a_meeting_is_never_a_talk_for_it_holds_private_messages(tmp_path: Path) -> None:
    zoom = "".join(f"19:1{n}:01 From Kees to Ria (Direct Message): geheim {n}\n" for n in range(4))
    with pytest.raises(bd.errors.BurgerdataError, match="alle berichten in deze chat"):
        bd.read_bestand(write(tmp_path, zoom), instrument="focusgroep")


@pytest.mark.parametrize(
    ("momenten", "dagen"),
    [
        (["3/4/26, 2:05\u202fPM", "3/5/26, 12:10\u202fAM"], ["2026-03-04 14:05", "2026-03-05 00:10"]),
        (["04/03/2026, 2:05 pm", "05/03/2026, 9:00 am"], ["2026-03-04 14:05", "2026-03-05 09:00"]),
        (["3/14/26, 14:05", "3/4/26, 14:06"], ["2026-03-14 14:05", "2026-03-04 14:06"]),
        (["14-03-26 14:05", "04-03-26 14:06"], ["2026-03-14 14:05", "2026-03-04 14:06"]),
    ],
)
def test_the_moment_of_a_message_is_that_on_the_phone_that_exported(
    tmp_path: Path, momenten: list[str], dagen: list[str]
) -> None:
    regels = [f"{moment} - Kees: te ver {n}\n" for n, moment in enumerate([*momenten, momenten[0]])]
    tijden = bd.read_bestand(write(tmp_path, "".join(regels)), instrument="community").fragmenten["tijdstip"]
    assert tijden.dt.strftime("%Y-%m-%d %H:%M").tolist()[:2] == dagen
