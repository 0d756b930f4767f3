"""Transcripts in text, Word and WebVTT: who says what, and every line accounted for."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from burgerdata.formats import READERS
from burgerdata.formats.detect import detect
from burgerdata.formats.speakers import find_turns
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import RIJ, Bron

REAL = Path(__file__).parents[3] / "shared" / "data"

TEAMS_VTT = """WEBVTT

0a1b2c3d-1111-2222-3333-444455556666/12-0
00:00:01.000 --> 00:00:03.000
<v Anna de Vries>Goedemiddag &amp; welkom.</v>

0a1b2c3d-1111-2222-3333-444455556666/12-1
00:00:03.100 --> 00:00:05.000
<v Anna de Vries>Wie begint?

00:00:05.500 --> 00:00:08.000
<v Karim>Ik wel.</v><v Anna de Vries>Fijn.</v>
"""
ZOOM_VTT = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
Anna: Welkom allemaal.

2
00:00:03.000 --> 00:00:05.000
zonder naam: toch een zin

3
00:00:05.000 --> 00:00:06.000
Karim: Ja: graag.

4
00:01:05.000 --> 00:01:06.000
Karim: Nog iets.

5
00:01:07.000 --> 00:01:08.000
Anna: Dank.
"""
STREAM_VTT = """WEBVTT
Kind: captions
Language: nl

NOTE duration:"00:10:00.0000000"

NOTE Confidence: 0.9 --> 1.0

4b0a-guid
00:00:01.000 --> 00:00:03.000
eerste zin

00:00:xx --> 00:00:05.000
onleesbaar

00:00:06.000 --> 00:00:07.000
"""


def read(inhoud: str | bytes, naam: str) -> tuple[list[list[object]], dict[str, int]]:
    data = inhoud.encode() if isinstance(inhoud, str) else inhoud
    bron = Bron(Path(naam), naam, data, "")
    (ruw,) = READERS[detect(bron)](bron)
    logboek = ruw.logboek.to_frame()
    assert ruw.records_in == len(ruw.vorm.beurten) + count_explained(logboek)
    beurten = ruw.vorm.beurten[["spreker", "begin_s", "tekst"]].fillna(-1.0).to_numpy().tolist()
    return beurten, {str(k): int(v) for k, v in logboek.groupby("reden")["aantal"].sum().items()}


def test_teams_cues_of_one_speaker_become_one_turn() -> None:
    beurten, logboek = read(TEAMS_VTT, "opname.vtt")
    assert beurten == [
        ["Anna de Vries", 1.0, "Goedemiddag & welkom. Wie begint?"],
        ["Karim", 5.5, "Ik wel."],
        ["Anna de Vries", 5.5, "Fijn."],
    ]
    assert logboek == {"samengevoegde_beurten": 1}


def test_zoom_names_count_only_when_they_come_back_and_a_long_pause_starts_a_turn() -> None:
    beurten, _ = read(ZOOM_VTT, "zoom.txt")
    assert [beurt[0] for beurt in beurten] == ["Anna", "", "Karim", "Karim", "Anna"]
    assert beurten[1][2] == "zonder naam: toch een zin"
    assert beurten[2][2] == "Ja: graag."


def test_stream_notes_are_no_cues_and_broken_ones_are_explained() -> None:
    beurten, logboek = read(STREAM_VTT, "stream.vtt")
    assert beurten == [["", 1.0, "eerste zin"]]
    assert logboek == {"rij_onleesbaar": 1, "lege_rij": 1}


TEXTS = {
    "codes": (
        "Focusgroep 1\nDatum: 3 maart\n\nM: Welkom.\nR3: Dank u\nwel.\nLet op: pauze\nR 4: https://x.nl is stuk",
        ["M", "R3", "R 4"],
    ),
    "tijden voor": ("[00:12] M: Welkom.\n[00:15] R1: Hallo.\n[01:02:03] M: Verder.", ["M", "R1", "M"]),
    "tijden na": (
        "Anna (00:12): Welkom.\nKarim (00:15): Hallo.\nAnna (01:00): Ja.\nKarim (01:10): Nee.",
        ["Anna", "Karim"] * 2,
    ),
    "haken": (
        "[Anna] Welkom. [lacht]\n[Karim] Hallo.\n[Anna] Ja.\n[Karim] Nee.\n[onverstaanbaar]",
        ["Anna", "Karim"] * 2,
    ),
    "tabs": ("M\tWelkom.\nR1\tHallo.\nM\tJa.", ["M", "R1", "M"]),
    "zoom tekst": (
        "Anna  00:12\nWelkom.\nKarim  00:15\nHallo.\nAnna  01:00\nJa\nKarim  01:10\nNee",
        ["Anna", "Karim"] * 2,
    ),
    "zoom met haken": (
        "[Anna de Vries] 10:01:02\nWelkom.\n\n[Karim] 10:01:12\nHallo.\n\n[Anna de Vries] 10:02:02\nJa.\n\n[Karim] 10:03:00\nNee.",
        ["Anna de Vries", "Karim"] * 2,
    ),
    "zoom met tabs": (
        "00:00:01\tAnna:\tWelkom.\n00:00:09\tKarim:\tHallo.\n00:00:19\tAnna:\tJa.\n00:00:29\tKarim:\tNee.",
        ["Anna", "Karim"] * 2,
    ),
    "accolades met tijden": (
        "{M} #00:01:02.1# Welkom.\n{R1} #00:01:12.0# Hallo.\n{R2} {00:02:00} Ja.\n{M} [02.30] Nee.",
        ["M", "R1", "R2", "M"],
    ),
    "word op het web": (
        "Avond in Ede\nSpreker 1\nWelkom.\nSpreker 12\nDank.\nSpreker\nIk ook.\nspreker 1\nWie begint?",
        ["Spreker 1", "Spreker 12", "", "spreker 1"],
    ),
}


@pytest.mark.parametrize("naam", TEXTS)
def test_speakers_are_found_in_the_ways_that_people_type_them(naam: str) -> None:
    tekst, sprekers = TEXTS[naam]
    beurten, _ = read(tekst, "fg1.txt")
    assert [beurt[0] for beurt in beurten] == sprekers
    assert all(beurt[2] for beurt in beurten)


PROGRAMMAS = {
    "pijlen van ondertitels": ">> Anna: Hoe vond u het?\n\n>> Beth Anne: Goed.\n>> Carol: Er was\nweinig tijd.",
    "begin en eind achter de naam": "Anna [2183.00 - 15764.00]:\n    Hoe vond u het?\n\nBeth Anne [00:16 - 00:24]:\n    Goed."
    "\n\nCarol [00:25 --> 00:31]:\n    Er was\n    weinig tijd.\nBeth Anne [33.0]:\nCarol [34.0]:",
    "naam en rol tussen haken": "[Anna – interviewer]\nHoe vond u het?\n\n[Beth Anne – klant]\nGoed.\n\n[Carol – balie]\nEr was\nweinig tijd.",
}


@pytest.mark.parametrize("soort", PROGRAMMAS)
def test_speakers_are_found_as_programs_write_them(soort: str) -> None:
    (ruw,) = READERS["tekst"](Bron(Path("g.txt"), "g.txt", PROGRAMMAS[soort].encode(), ""))
    beurten = ruw.vorm.beurten
    assert [spreker.partition(" –")[0] for spreker in beurten["spreker"]] == ["Anna", "Beth Anne", "Carol"]
    assert beurten["tekst"].tolist() == ["Hoe vond u het?", "Goed.", "Er was\nweinig tijd."]
    assert ruw.records_in == len(beurten) + count_explained(ruw.logboek.to_frame())
    stukken = find_turns(PROGRAMMAS[soort])
    assert [PROGRAMMAS[soort][s.begin : s.eind].split() for s in stukken] == beurten[
        "tekst"
    ].str.split().tolist()


def test_a_name_that_begins_as_such_a_word_keeps_its_seconds() -> None:
    tekst = "Arthur [0.0]: Welkom.\nTabitha [3.5]: Ja.\nArthur [12.0 - 14.0]: Mooi.\nTabitha [15.0]: Dag."
    assert [stuk.spreker for stuk in find_turns(tekst)] == ["Arthur", "Tabitha"] * 2


@pytest.mark.parametrize(
    "zin",
    [
        "Artikel ({}): de burger staat centraal.",
        "Tabel ({}–{}): de cijfers.",
        "Punt ({}.{}): de straat.",
        "Blz. [{}.{}]: de kaart.",
    ],
)
def test_a_number_behind_a_word_is_no_time_and_the_word_no_speaker(zin: str) -> None:
    regels = [zin.format(nummer, nummer + 1) for nummer in (1, 12)]
    tekst = "\n".join(["M: Welkom.", "R1: Ik las de stukken.", *regels, "R2: Mooi."])
    assert [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)] == [
        ("M", "Welkom."),
        ("R1", "\n".join(["Ik las de stukken.", *regels])),
        ("R2", "Mooi."),
    ]


def test_a_head_of_a_section_in_brackets_or_with_a_number_is_nobody_who_speaks() -> None:
    kop = "M: Welkom.\nR1: Ja.\n[Wonen – betaalbaarheid]\nWij kijken naar huur.\nM: En nu?\nR2: Nee.\n[Wonen – ruimte]\nHet is krap."
    assert [stuk.spreker for stuk in find_turns(kop)] == ["M", "R1", "M", "R2"]
    stelling = (
        "M: Welkom.\nStelling [1.1]: De wijk is veilig.\nR1: Ja.\nStelling [1.2]: De wijk is groen.\nR2: Nee."
    )
    assert [stuk.spreker for stuk in find_turns(stelling)] == ["M", "R1", "R2"]
    naast = "M: Welkom.\n[Xilan – bewoonster]\nHet is duur.\n[Wonen – ruimte]\nM: En?\n[Anna – balie]\nJa."
    assert [stuk.spreker for stuk in find_turns(naast)] == ["M", "Xilan – bewoonster", "M", "Anna – balie"]


def test_a_role_behind_the_dash_is_of_the_speaker_and_no_word() -> None:
    tekst = (
        "Marieke - gespreksleider: Welkom.\nKees - bewoner: Het is mooi.\nMarieke - Waarom?\nKees - ik zei: groen."
        "\nMarieke - En Anja?\nAnja - nee.\nKees - toch wel.\nAnja - nou ja."
    )
    beurten, _ = read(tekst, "fg1.txt")
    leidt = "Marieke - gespreksleider"
    assert [(beurt[0], beurt[2]) for beurt in beurten] == [
        (leidt, "Welkom."),
        ("Kees", "Het is mooi."),
        (leidt, "Waarom?"),
        ("Kees", "ik zei: groen."),
        (leidt, "En Anja?"),
        ("Anja", "nee."),
        ("Kees", "toch wel."),
        ("Anja", "nou ja."),
    ]


@pytest.mark.parametrize("streep", ["-", "–", "—"])
def test_a_role_behind_any_dash_and_a_colon_is_of_the_speaker(streep: str) -> None:
    begin = (
        "Rik - wethouder: Welkom.\nSanne - bewoonster: Druk.\nRik - wethouder: Ja?\nSanne - bewoonster: Hard."
    )
    for einde, aantal in (("", 4), ("\nPiet - Ik ook.\nPiet - Nou.\nPiet - en: dat.", 7)):
        beurten, _ = read((begin + einde).replace(" - ", f" {streep} "), "fg1.txt")
        assert [beurt[0].split()[0] for beurt in beurten] == [*["Rik", "Sanne"] * 2, *["Piet"] * (aantal - 4)]
        assert beurten[3][2] == "Hard."


def test_who_has_no_role_behind_the_dash_is_not_added_to_the_turn_before() -> None:
    met_rol = "Marieke - gespreksleider: Welkom.\nAnna - bewoner: druk\n{}\nMarieke - gespreksleider: waarom?"
    einde = "\nAnna - bewoner: om de auto's\n{}\n{}\nAnna - bewoner: ja"
    tekst = (met_rol + einde).format("Kees - ik niet", "Kees - tja", "Kees - nou")
    beurten, _ = read(tekst, "fg1.txt")
    namen = ["Marieke", "Anna", "Kees", "Marieke", "Anna", "Kees", "Kees", "Anna"]
    assert [beurt[0].partition(" - ")[0] for beurt in beurten] == namen
    assert [beurt[2] for beurt in beurten if beurt[0] == "Kees"] == ["ik niet", "tja", "nou"]
    eens, _ = read((met_rol + "\nAnna - bewoner: ja" * 2).format("Kees - ik niet"), "fg1.txt")
    assert [beurt[0] for beurt in eens].count("Kees") == 1
    los, _ = read((met_rol + einde).format("Wonen - te duur", "Wonen - te ver", "Groen - mooi"), "fg1.txt")
    assert len({beurt[0] for beurt in los}) == 2


@pytest.mark.parametrize("naam", ["zoom met haken", "zoom met tabs", "accolades met tijden", "tijden voor"])
def test_the_time_beside_a_speaker_is_the_time_of_the_turn_and_no_word(naam: str) -> None:
    tekst, _ = TEXTS[naam]
    beurten, _ = read(tekst, "fg1.txt")
    assert not any(teken.isdigit() for beurt in beurten for teken in beurt[2])
    seconden = [beurt[1] for beurt in beurten]
    assert seconden == sorted(seconden)
    assert [tekst[stuk.begin : stuk.eind] for stuk in find_turns(tekst)] == [beurt[2] for beurt in beurten]


def test_a_time_that_somebody_says_stays() -> None:
    beurten, _ = read("M: Hoe laat?\nR1: 10.30\nM: Echt?\nR1: 10:30 was te vroeg.", "fg1.txt")
    assert [beurt[2] for beurt in beurten] == ["Hoe laat?", "10.30", "Echt?", "10:30 was te vroeg."]


def test_a_first_name_that_speaks_once_takes_nobody_else_s_turn() -> None:
    beurten, _ = read("M: Wie begint?\nFatima: Ik vind het duur.\nM: Waarom?\nDe kern: te duur.\n", "fg1.txt")
    assert [(spreker, tekst) for spreker, _, tekst in beurten] == [
        ("M", "Wie begint?"),
        ("Fatima", "Ik vind het duur."),
        ("M", "Waarom?\nDe kern: te duur."),
    ]


def test_continued_lines_join_and_headings_are_explained() -> None:
    beurten, logboek = read(TEXTS["codes"][0], "fg1.txt")
    assert beurten[1][2] == "Dank u\nwel.\nLet op: pauze"
    assert beurten[2][2] == "https://x.nl is stuk"
    assert logboek == {"tussenkop": 2, "samengevoegde_beurten": 2}


def test_what_happens_in_the_room_is_nobody_s_words() -> None:
    tekst = "M: Wie begint?\nR1: Ik. (gelach) Dus ja.\n(gelach)\nR2: Nee.\n[stilte]\nen nog iets\n"
    beurten, logboek = read(tekst, "fg1.txt")
    assert [beurt[2] for beurt in beurten] == ["Wie begint?", "Ik. (gelach) Dus ja.", "Nee.\nen nog iets"]
    assert logboek == {"tussenkop": 2, "samengevoegde_beurten": 1}


def test_times_become_seconds() -> None:
    beurten, _ = read(TEXTS["tijden voor"][0], "fg1.txt")
    assert [beurt[1] for beurt in beurten] == [12.0, 15.0, 3723.0]


def test_a_text_without_speakers_keeps_its_lines_and_invents_nobody() -> None:
    beurten, _ = read("Het was een lange avond\nEr werd veel gezegd over parkeren", "verslag.txt")
    assert [beurt[0] for beurt in beurten] == ["", ""]


def make_docx(*alineas: str, rijen: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for alinea in alineas:
        document.add_paragraph(alinea)
    if rijen:
        tabel = document.add_table(rows=0, cols=len(rijen[0]))
        for rij in rijen:
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
                cel.text = tekst
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_typed_word_transcript_is_read_turn_by_turn() -> None:
    beurten, logboek = read(
        make_docx("Transcript groep 1", "", "M: Welkom.", "R1: Hallo.", "En verder"), "fg1.docx"
    )
    assert [beurt[0] for beurt in beurten] == ["M", "R1"]
    assert beurten[1][2] == "Hallo.\nEn verder"
    assert logboek == {"tussenkop": 1, "samengevoegde_beurten": 1}


def test_a_word_transcript_of_teams_has_name_and_time_above_the_text() -> None:
    alineas = (
        "Overleg",
        "27m 42s",
        "Anna de Vries   0:03\nWelkom.",
        "Karim   0:09\nHallo.",
        "Anna de Vries   1:00\nJa.",
        "Karim   1:10\nNee",
    )
    beurten, _ = read(make_docx(*alineas), "teams.docx")
    assert beurten[0] == ["Anna de Vries", 3.0, "Welkom."]
    assert [beurt[0] for beurt in beurten] == ["Anna de Vries", "Karim"] * 2


def test_a_word_transcript_in_a_table_is_read_row_by_row() -> None:
    beurten, _ = read(
        make_docx("Groep 2", rijen=(("M", "Welkom."), ("R1", "Hallo daar."), ("M", "Ja."))), "fg2.docx"
    )
    assert [(beurt[0], beurt[2]) for beurt in beurten] == [
        ("M", "Welkom."),
        ("R1", "Hallo daar."),
        ("M", "Ja."),
    ]


@pytest.mark.parametrize(
    ("kop", "een", "ander"),
    [
        (("Spreker", "Tekst"), ("M", "Welkom."), ("R1", "Hallo daar.")),
        (("DEELNEMER:", "Wat gezegd"), ("M", "Welkom."), ("R1", "Hallo daar.")),
        (("Tijd", "Wie", "Uitspraak"), ("00:12", "M", "Welkom."), ("00:15", "R1", "Hallo daar.")),
    ],
)
def test_the_names_of_the_columns_are_no_turn_on_any_page(
    kop: tuple[str, ...], een: tuple[str, ...], ander: tuple[str, ...]
) -> None:
    beurten, logboek = read(make_docx("Groep 2", rijen=(kop, een, ander, kop, een)), "fg2.docx")
    assert [(beurt[0], beurt[2]) for beurt in beurten] == [
        ("M", "Welkom."),
        ("R1", "Hallo daar."),
        ("M", "Welkom."),
    ]
    assert logboek == {"tussenkop": 3}


def test_a_speaker_may_say_a_word_that_is_the_name_of_a_column() -> None:
    beurten, _ = read(make_docx(rijen=(("M", "Opmerking?"), ("R1", "Tekst"), ("M", "Ja."))), "fg2.docx")
    assert [beurt[2] for beurt in beurten] == ["Opmerking?", "Tekst", "Ja."]


def test_the_names_of_columns_in_a_text_with_tabs_are_no_turn() -> None:
    tekst = "Spreker\tTekst\nM\tWelkom.\nR1\tHallo daar.\nM\tJa.\n"
    beurten, _ = read(tekst, "fg3.txt")
    assert [beurt[0] for beurt in beurten] == ["M", "R1", "M"]
    assert [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)] == [
        (beurt[0], beurt[2]) for beurt in beurten
    ]


@pytest.mark.skipif(not REAL.exists(), reason="the real WebVTT files are not beside this checkout")
def test_every_real_vtt_file_balances() -> None:
    paden = [
        pad
        for pad in REAL.glob("vtt_*/*.vtt")
        if pad.read_bytes().lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT")
    ]
    assert len(paden) > 10
    for pad in paden:
        read(pad.read_bytes(), pad.name)


def test_row_numbers_point_into_the_source() -> None:
    bron = Bron(Path("x.txt"), "x.txt", b"kop\n\nM: een\nR1: twee\n", "")
    (ruw,) = READERS["tekst"](bron)
    assert ruw.vorm.beurten[RIJ].tolist() == [3, 4]


def test_a_cue_with_a_line_per_voice_counts_every_voice_in_a_windows_file() -> None:
    vtt = TEAMS_VTT.replace("</v><v Anna", "</v>\n<v Anna").replace("\n", "\r\n")
    beurten, _ = read(vtt, "opname.vtt")
    assert [beurt[0] for beurt in beurten] == ["Anna de Vries", "Karim", "Anna de Vries"]


def test_a_colon_in_what_someone_says_makes_no_speaker() -> None:
    zinnen = ["Bij de balie: heel fijn.", "Dat weet ik niet."] * 3
    stream = "WEBVTT\n\n" + "\n".join(
        f"00:0{nummer}:00.000 --> 00:0{nummer}:05.000\n{zin}\n" for nummer, zin in enumerate(zinnen)
    )
    beurten, _ = read(stream, "stream.vtt")
    assert [(beurt[0], beurt[2]) for beurt in beurten] == [("", zin) for zin in zinnen]
    alineas = [
        deel
        for nummer in range(6)
        for deel in (f"{('Anna', 'Karim')[nummer % 2]}   0:0{nummer}", "Antwoord: nee.")
    ]
    beurten, _ = read(make_docx(*alineas), "teams.docx")
    assert [beurt[0] for beurt in beurten] == ["Anna", "Karim"] * 3
    assert {beurt[2] for beurt in beurten} == {"Antwoord: nee."}


def test_a_code_or_role_before_a_dash_is_a_speaker_and_a_listed_word_is_not() -> None:
    tekst = "Interviewer - Welkom.\nR1 – Ja - en nee.\nR2 - Nee.\nMan - vrouw\nGoed - dat weet ik."
    beurten, _ = read(tekst, "fg.txt")
    assert [beurt[0] for beurt in beurten] == ["Interviewer", "R1", "R2"]
    assert beurten[1][2] == "Ja - en nee."
    assert beurten[2][2] == "Nee.\nMan - vrouw\nGoed - dat weet ik."


@pytest.mark.parametrize(
    ("begin", "einde"),
    [
        ("Kim Smit started transcription", "Kim Smit stopped transcription"),
        ("Kim Smit heeft de transcriptie gestart", "Kim Smit heeft transcriptie gestopt"),
    ],
)
def test_that_the_transcription_stops_is_nobody_s_words(begin: str, einde: str) -> None:
    beurten, logboek = read(
        make_docx(begin, "Anna   0:03\nWelkom.", "Anna   0:09\nDag.", einde), "teams.docx"
    )
    assert [beurt[2] for beurt in beurten] == ["Welkom.", "Dag."]
    assert logboek["tussenkop"] == 2


def test_subtitles_are_cues_and_their_times_are_nobody_s_words() -> None:
    srt = "1\n00:00:01,000 --> 00:00:03,500\nAnna: Welkom.\n\n2\n00:00:04,000 --> 00:00:05,000\nHenk: Dag.\n"
    beurten, _ = read(srt, "opname.srt")
    assert beurten == [["Anna", 1.0, "Welkom."], ["Henk", 4.0, "Dag."]]


def test_a_label_in_bold_of_markdown_is_a_speaker_at_the_right_place() -> None:
    tekst = "**Moderator:** Welkom.\n**R1:** Dank u.\n**Let op:** pauze"
    beurten, _ = read(tekst, "fg.txt")
    assert [(beurt[0], beurt[2]) for beurt in beurten] == [
        ("Moderator", "Welkom."),
        ("R1", "Dank u.\n**Let op:** pauze"),
    ]
    assert [tekst[stuk.begin : stuk.eind] for stuk in find_turns(tekst)] == [beurt[2] for beurt in beurten]


def test_a_role_with_its_letter_and_the_letter_alone_are_one_speaker() -> None:
    tekst = "**Interviewer (I):** Welkom.\n**Respondent (R):** Dag.\n**I:** Wat nu?\n**R:** Niets."
    beurten, _ = read(tekst, "gesprek.md")
    assert [beurt[0] for beurt in beurten] == ["Interviewer", "Respondent"] * 2
    assert [stuk.spreker for stuk in find_turns(tekst)] == ["Interviewer", "Respondent"] * 2


def test_the_word_speaker_on_a_line_is_no_speaker_where_none_are_numbered() -> None:
    beurten, _ = read("Spreker\nEen verhaal.\nNog een regel.", "verhaal.txt")
    assert [beurt[0] for beurt in beurten] == ["", "", ""]


def test_who_speaks_once_in_a_meeting_is_no_stranger() -> None:
    cues = [
        "Anna de Vries: Welkom.",
        "Zelwyn Quarmby: Dag.",
        "Anna de Vries: Dit is het punt: geld.",
        "Ja hoor",
    ]
    regels = [f"{n}\n00:0{n}:01.000 --> 00:0{n}:02.000\n{cue}\n" for n, cue in enumerate(cues)]
    beurten, _ = read("WEBVTT\n\n" + "\n".join(regels), "zoom.vtt")
    assert [beurt[0] for beurt in beurten] == ["Anna de Vries", "Zelwyn Quarmby", "Anna de Vries", ""]


GESPREK = """Focusgroep 3, Rietlanden - 21 april 2026
Aanwezig: Joop, Sjoukje, Nel, Annelies (gespreksleider)

Annelies - Welkom allemaal. Wat was uw eerste gedachte?
Nel – Ik dacht: wat kost dat?
en wie betaalt het dan.
Joop - Isoleren eerst - dan pas praten.
Sjoukje — Dat vind ik ook.
- punt van de lijst
Annelies - En verder?
Nel - Niets.
Sjoukje - Ook niets."""


def read_fg(tekst: str) -> list[tuple[str, float, str]]:
    return read(tekst, "fg.txt")[0]


def test_a_returning_name_before_a_dash_is_a_speaker() -> None:
    beurten = read_fg(GESPREK)
    assert [beurt[0] for beurt in beurten] == [
        "Annelies",
        "Nel",
        "Joop",
        "Sjoukje",
        "Annelies",
        "Nel",
        "Sjoukje",
    ]
    assert beurten[1][2] == "Ik dacht: wat kost dat?\nen wie betaalt het dan."
    assert beurten[2][2] == "Isoleren eerst - dan pas praten."
    assert beurten[3][2] == "Dat vind ik ook.\n- punt van de lijst"


@pytest.mark.parametrize(
    "tekst",
    [
        "Wonen - te duur\nVerkeer - te druk\nWonen - te klein\nVerkeer - te hard\nGroen - te weinig\nGroen - te ver",
        "Verslag\nAnja - belt de gemeente\nKees - regelt de zaal\n"
        + "Er is veel gezegd.\n" * 20
        + "Anja - mailt\nKees - ook",
        "Agenda\n- welkom\n- rondje\n- sluiting\n- welkom\n- rondje\n- sluiting",
        "Anja - 3 dagen\nKees - 2 dagen\nPiet - 4 dagen\nNel - 1 dag\nJoop - geen",
    ],
)
def test_a_dash_behind_a_subject_or_a_task_makes_no_speaker(tekst: str) -> None:
    assert {beurt[0] for beurt in read_fg(tekst)} == {""}
