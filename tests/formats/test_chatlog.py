"""Chats that Zoom saves and WhatsApp exports: messages of people, without what was for one of them only."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.formats import READERS, Ruw
from burgerdata.formats.detect import detect
from burgerdata.intake.logboek import count_explained
from burgerdata.loading import load_traject
from burgerdata.loading.propose import propose_traject
from burgerdata.shapes import Bron, Tabel, count_records

ANDROID = """\
12-03-2026 14:02 - Berichten en gesprekken worden end-to-end versleuteld. Tik voor meer informatie.
12-03-2026 14:02 - Sanne heeft het onderwerp gewijzigd in: Buurtpanel
12-03-2026 14:05 - Sanne de Wit: Wat vinden jullie van de bushalte?
12-03-2026 14:09 - Kees: Te ver lopen
12-03-2026 14:11 - +31 6 12345678: Ik mis het bankje.
Dat was er vroeger wel.
12-03-2026 14:12 - Kees: <Media weggelaten>
13-03-2026 09:15 - Kees: Eens met Sanne: een abri
"""
IOS = """\
[12/03/2026, 14:02:11] Buurtpanel: \u200eBerichten en gesprekken worden end-to-end versleuteld.
[12/03/2026, 14:05:12] Sanne de Wit: Wat vinden jullie van de bushalte?
[12/03/2026, 14:09:40] ~ Kees: Te ver lopen
\u200e[12/03/2026, 14:12:01] Kees: \u200eafbeelding weggelaten
[13/03/2026, 09:15:00] Kees: Eens met Sanne: een abri
"""
ZOOM = (
    "19:10:01\t From  Sanne de Wit  to  Everyone:\n\tWat vindt u van de halte?\n"
    "19:11:20\t From  Kees  to  Allard(Direct Message):\n\tMijn nummer is geheim\n"
    "19:12:44\t From  Kees  to  Everyone:\n\tTe ver lopen\n"
)
ZOOM_OUD = (
    "19:10:01 Van Sanne de Wit Aan Iedereen : Wat vindt u van de halte?\n"
    "19:11:20 Van Kees Aan Sanne de Wit (privé) : Mijn nummer is geheim\n"
    "19:12:44 Van Kees Aan Iedereen : Te ver lopen\n"
)


def read_raw(tekst: str) -> tuple[list[list[str]], Ruw]:
    bron = Bron(Path("chat.txt"), "chat.txt", tekst.encode(), "")
    assert detect(bron) == "chat"
    (ruw,) = READERS["chat"](bron)
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.records_in == count_records(ruw.vorm) + count_explained(ruw.logboek.to_frame())
    return ruw.vorm.frame.drop(columns="_rij").to_numpy().tolist(), ruw


def reasons(ruw: Ruw) -> dict[str, int]:
    return ruw.logboek.to_frame().groupby("reden", observed=True)["aantal"].sum().to_dict()


def test_an_export_of_android_is_a_message_per_row_with_its_next_lines() -> None:
    rijen, ruw = read_raw(ANDROID)
    assert rijen == [
        ["Sanne de Wit", "Wat vinden jullie van de bushalte?", "12-03-2026 14:05"],
        ["Kees", "Te ver lopen", "12-03-2026 14:09"],
        ["+31 6 12345678", "Ik mis het bankje.\nDat was er vroeger wel.", "12-03-2026 14:11"],
        ["Kees", "Eens met Sanne: een abri", "13-03-2026 09:15"],
    ]
    assert reasons(ruw) == {"chatmelding": 3, "samengevoegde_beurten": 1}


def test_an_export_of_an_iphone_reads_the_same() -> None:
    rijen, ruw = read_raw(IOS)
    assert [rij[0] for rij in rijen] == ["Sanne de Wit", "Kees", "Kees"]
    assert reasons(ruw) == {"chatmelding": 2}


@pytest.mark.parametrize("tekst", [ZOOM, ZOOM_OUD])
def test_what_one_person_wrote_to_another_is_left_out_and_noted(tekst: str) -> None:
    rijen, ruw = read_raw(tekst)
    assert rijen == [["Sanne de Wit", "Wat vindt u van de halte?"], ["Kees", "Te ver lopen"]]
    assert reasons(ruw)["privebericht"] == 1


@pytest.mark.parametrize(
    ("wie", "aan", "openbaar"),
    [
        ("Kees aan de Stegge", "Iedereen", True),
        ("Kees aan de Stegge", "Ria van Aan Zee (privé)", False),
        ("Ria Bos", "All panelists and attendees", True),
        ("Ria Bos", "Everyone in Meeting", True),
        ("Ria Bos", "Waiting Room Participants", True),
        ("Ria Bos", "Meeting Group Chat", True),
        ("Ria Bos", "Allard de Groep", False),
        ("Ria Bos", "Alle(Direct Message)", False),
    ],
)
def test_a_message_is_public_when_more_than_one_person_may_read_it(
    wie: str, aan: str, openbaar: bool
) -> None:
    rijen, ruw = read_raw(f"{ZOOM_OUD}19:13:01 Van {wie} Aan {aan} : Eens\n")
    assert ([wie, "Eens"] in rijen) == openbaar
    assert reasons(ruw)["privebericht"] == 2 - openbaar


def test_a_chat_of_private_messages_alone_is_refused_in_so_many_words() -> None:
    prive = "".join(f"19:1{n}:20 Van Kees Aan Ria (privé) : geheim\n" for n in range(4))
    with pytest.raises(BronError, match="alle berichten in deze chat zijn van een mens aan een ander"):
        read_raw(prive)


@pytest.mark.parametrize(
    "tekst",
    [
        "M: Welkom.\nR1: Dank u.\nM: Wat vindt u?\n",
        "datum;cijfer\n12-03-2026 14:02;7\n13-03-2026 14:02;8\n",
        "12-03-2026 14:02\nM: Welkom.\nR1: Dank u.\nM: Wat vindt u?\nR1: Mooi.\n",
        "00:10:01 Sanne: Welkom\n00:10:09 Kees: Dank\n00:11:00 Sanne: Ja\n",
    ],
)
def test_a_talk_or_a_table_with_times_is_no_chat(tekst: str) -> None:
    bron = Bron(Path("x.txt"), "x.txt", tekst.encode(), "")
    assert detect(bron) != "chat"


def test_a_chat_is_proposed_as_a_community_of_people_whose_names_are_gone(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(ANDROID, "utf-8")
    propose_traject(tmp_path)
    assert 'instrument = "community"' in (tmp_path / "traject.toml").read_text("utf-8")
    traject = load_traject(tmp_path)
    assert len(traject.deelnemers) == 3
    assert traject.fragmenten["tekst"].tolist()[-1] == "Eens met [naam]: een abri"


@pytest.mark.parametrize(
    ("regel", "blijft"),
    [
        ("Kees: Mijn straat is weggelaten", ["Mijn straat is weggelaten"]),
        ("Kees: You deleted my comment", ["You deleted my comment"]),
        ("Kees: foto weggelaten", []),
        ("Kees: Dit bericht is verwijderd", []),
        ("Kees: Gemiste spraakoproep", []),
        ("Kees: null", []),
        ("Kees: te duur <Dit bericht is bewerkt>", ["te duur"]),
        ("Kees: locatie: https://maps.google.com/?q=52.370216,4.895168", []),
        ("Kees: Locatie: goed bereikbaar", ["Locatie: goed bereikbaar"]),
        ("Kees: IMG-0001.jpg (bestand bijgevoegd)", []),
        ("Kees: <bijgevoegd: 12-foto.jpg>\nZo ziet het er nu uit", ["Zo ziet het er nu uit"]),
    ],
)
def test_what_people_wrote_stays_and_what_the_program_put_in_its_place_goes(
    regel: str, blijft: list[str]
) -> None:
    rijen, _ = read_raw(f"{ANDROID}13-03-2026 09:20 - {regel}\n")
    assert [rij[1] for rij in rijen[4:]] == blijft


def test_a_thumb_is_no_message_and_an_answer_holds_no_words_of_another() -> None:
    erbij = (
        '19:13:01\t From  Ria  to  Everyone:\n\tReacted to "Te ver lopen" with 👍\n'
        '19:13:40\t From  Ria  to  Everyone:\n\tReplying to "Te ver lopen":\n\n\tVoor mij ook\n'
    )
    rijen, ruw = read_raw(ZOOM + erbij)
    assert rijen[2][:2] == ["Ria", "Voor mij ook"]
    assert reasons(ruw)["chatmelding"] == 1


def test_the_number_of_who_is_mentioned_and_where_somebody_is_do_not_stay(tmp_path: Path) -> None:
    erbij = "13-03-2026 09:20 - Kees: @31612345678 zie https://maps.google.com/?q=52.370216,4.895168\n"
    (tmp_path / "chat.txt").write_text(ANDROID + erbij, "utf-8")
    propose_traject(tmp_path)
    assert load_traject(tmp_path).fragmenten["tekst"].tolist()[-1] == "[telefoonnummer] zie [webadres]"
