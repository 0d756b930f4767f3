"""What cannot be read as a day, a number or a turn is told with its place, and never counts in silence."""

import pytest

from burgerdata.errors import MethodeError
from burgerdata.loading import check_traject, load_traject


def toml(instrument, bestand, *regels):
    return "\n".join(
        ["[[levering]]", f'instrument = "{instrument}"', f'bestand = "ruw/{bestand}"', *regels, ""]
    )


def nakijken(map_):
    tekst = check_traject(map_).tekst
    assert tekst.startswith("Geen problemen gevonden.")
    return tekst.split("Nakijken\n")[1].split("\n\n")[0] if "Nakijken\n" in tekst else ""


def problemen(map_):
    return [
        str(wat)
        for wat in check_traject(map_).problemen.agg(
            lambda rij: f"rij {rij['rij']}, {rij['kolom']}: {rij['wat']}", axis=1
        )
    ]


STIPPEN = "Idee;Tafel 1;Tafel 2\nTerugbellen;9;6\nVaste chauffeur;{};{}\n"
DIALOOG = toml("burgerdialoog", "s.csv", 'onderdelen = { stippen = "ruw/s.csv" }')


@pytest.mark.parametrize("cel", ["negen", "8?", "2,5", "-3", "ca. 10"])
def test_dots_that_are_no_whole_number_are_a_problem_at_their_cell(maak_map, cel):
    map_ = maak_map(DIALOOG, ruw={"s.csv": STIPPEN.format("4", cel)})
    assert problemen(map_) == ["rij 3, Tafel 2: dit is geen aantal stippen"]


@pytest.mark.parametrize("cel", ["", "-", "–", "n.v.t.", "IIII I", "5", "5,0"])
def test_dots_as_people_write_them_and_what_was_not_counted_are_read(maak_map, cel):
    traject = load_traject(maak_map(DIALOOG, ruw={"s.csv": STIPPEN.format("4", cel)}))
    assert traject.tellingen["aantal"].sum() == 9 + 6 + 4 + (5 if any(teken in cel for teken in "I5") else 0)


def test_a_header_that_comes_back_among_the_dots_is_no_problem(maak_map):
    tabel = "Idee;Tafel 1;Tafel 2\nTerugbellen;9;6\nIdee;Tafel 1;Tafel 2\nVaste chauffeur;4;5\n"
    assert load_traject(maak_map(DIALOOG, ruw={"s.csv": tabel})).tellingen["aantal"].sum() == 24


TELLINGEN = {
    "weigeringen": (
        toml(
            "straatgesprek", "t.csv", 'kolommen = { plaats = "Plaats", weigeringen = "Nee", open = "Gezegd" }'
        ),
        "Nr;Plaats;Nee;Gezegd\n1;Ede;3;Lang.\n2;Ede;veel;Duur.\n",
        "rij 3, Nee: dit is geen aantal weigeringen",
    ),
    "personen": (
        toml(
            "straatgesprek", "t.csv", 'kolommen = { plaats = "Plaats", personen = "Mensen", open = "Gezegd" }'
        ),
        "Nr;Plaats;Mensen;Gezegd\n1;Ede;3;Lang.\n2;Ede;twee;Duur.\n",
        "rij 3, Mensen: dit is geen aantal mensen",
    ),
    "aanwezig": (
        toml("burgerberaad", "t.csv", 'onderdelen = { aanwezigheid = "ruw/t.csv" }'),
        "Sessie;Aanwezig\n1;40\n2;veertig\n",
        "rij 3, Aanwezig: dit is geen aantal mensen",
    ),
    "stemmen": (
        toml("burgerberaad", "t.csv", 'onderdelen = { stemmen = "ruw/t.csv" }'),
        "Aanbeveling;Voor;Tegen\n1. Meer bussen;40;12\n2. Vaste chauffeur;39;tien\n",
        "rij 3, Tegen: dit is geen aantal stemmen",
    ),
}


@pytest.mark.parametrize("soort", TELLINGEN)
def test_a_count_in_words_is_a_problem_at_its_cell(maak_map, soort):
    instellingen, inhoud, verwacht = TELLINGEN[soort]
    assert problemen(maak_map(instellingen, ruw={"t.csv": inhoud})) == [verwacht]


@pytest.mark.parametrize("cel", ["onbekend", "Niet geteld", "n.b.", "?"])
def test_a_session_that_nobody_counted_is_told_and_holds_up_nothing(maak_map, cel):
    ruw = {"t.csv": f"Sessie;Aanwezig\n1;1.200\n2;{cel}\n3;40\n"}
    map_ = maak_map(TELLINGEN["aanwezig"][0], ruw=ruw)
    assert (
        "kolom 'Aanwezig': 1 cel waarin een getal hoort, bevat geen getal en telt niet mee (rij 3)"
        in nakijken(map_)
    )
    assert load_traject(map_).tellingen["aantal"].tolist() == [1200, 40]


def test_people_votes_and_refusals_with_a_dot_are_thousands(maak_map):
    inhoud = "Aanbeveling;Voor;Tegen\n1. Meer bussen;1.040;12\n2. Vaste chauffeur;39;onbekend\n"
    traject = load_traject(maak_map(TELLINGEN["stemmen"][0], ruw={"t.csv": inhoud}))
    assert sorted(traject.tellingen["aantal"]) == [12, 39, 1040]
    inhoud = "Nr;Plaats;Nee;Gezegd\n1;Ede;1.003;Lang.\n2;Ede;niet geteld;Duur.\n"
    traject = load_traject(maak_map(TELLINGEN["weigeringen"][0], ruw={"t.csv": inhoud}))
    assert traject.tellingen["aantal"].tolist() == [1003]


BERICHTEN = (
    "id;datum;auteur;bericht;likes\n1;1-5-2026;a;Te laat vandaag;3\n2;31-02-2026;b;Vandaag weer niet;zes\n"
    "3;2026/13/05;c;De bus was vol;2\n4;;d;Alles prima hoor;\n5;6-5-2026;e;Ook hier te laat;1\n"
)


def test_days_that_do_not_exist_and_likes_in_words_are_to_be_looked_at(maak_map):
    kolommen = 'kolommen = { bericht_id = "id", datum = "datum", persoon = "auteur", bericht = "bericht", likes = "likes" }'
    map_ = maak_map(toml("community", "b.csv", kolommen), ruw={"b.csv": BERICHTEN})
    gezegd = nakijken(map_)
    assert (
        "ruw/b.csv, kolom 'datum': 2 datums zijn niet te lezen, bestaan niet of missen het jaar (rij 3 en 4)"
        in gezegd
    )
    assert (
        "ruw/b.csv, kolom 'likes': 1 cel waarin een getal hoort, bevat geen getal en telt niet mee (rij 3)"
        in gezegd
    )
    assert "zes" not in gezegd
    assert load_traject(map_).tellingen["aantal"].sum() == 6


SUS = "Persoon;" + ";".join(f"SUS{nr}" for nr in range(1, 11)) + "\n"
USABILITY = toml("usability", "sus.csv", 'onderdelen = { sus = "ruw/sus.csv" }', 'persoon = "Persoon"')


def test_a_sus_answer_outside_one_to_five_counts_for_nobody_and_the_scale_stays(maak_map):
    # 5 and 1 by turns is 100, all threes is 50; P2 wrote a 7
    rijen = ["P1;5;1;5;1;5;1;5;1;5;1", "P2;3;3;7;3;3;3;3;3;3;3", "P3;3;3;3;3;3;3;3;3;3;3"]
    map_ = maak_map(USABILITY, ruw={"sus.csv": SUS + "\n".join(rijen) + "\n"})
    assert "ruw/sus.csv, kolom 'SUS3': 1 antwoord valt buiten de schaal" in nakijken(map_)
    traject = load_traject(map_)
    logboek = traject.logboek[traject.logboek["reden"].eq("buiten_bereik")]
    assert logboek[["rij", "kolom"]].astype("str").values.tolist() == [["3", "SUS3"]]
    assert traject.opties[traject.opties["vraag_id"].eq("sus3")]["waarde"].tolist() == [1, 2, 3, 4, 5]
    from burgerdata.analysis.sus import score_sus

    assert score_sus(traject)[["n", "basis", "gemiddelde"]].values.tolist() == [[2, 3, 75.0]]


def test_a_sus_that_counts_from_nought_keeps_its_five_steps(maak_map):
    rijen = ["P1;4;0;4;1;4;1;4;1;4;1", "P2;3;2;3;2;3;2;3;2;3;2", "P3;3;1;2;1;3;2;3;2;3;2"]
    traject = load_traject(maak_map(USABILITY, ruw={"sus.csv": SUS + "\n".join(rijen) + "\n"}))
    assert not traject.logboek["reden"].eq("buiten_bereik").any()
    assert traject.opties[traject.opties["vraag_id"].eq("sus3")]["waarde"].tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("rijen", "waarden"),
    [
        # from 0 to 4 with one 5 written by mistake
        (["P1;4;0;4;1;4;1;4;1;4;1", "P2;3;2;3;2;3;2;3;2;3;2", "P3;3;1;5;1;3;2;3;2;3;2"], {"0", "5"}),
        # seven points, of which 3 of 60 answers are above five
        ([*["P1;5;1;5;1;5;1;5;1;5;1"] * 5, "P6;7;1;7;1;6;1;5;1;5;1"], {"7", "6"}),
    ],
)
def test_answers_of_another_scale_are_never_scored_as_a_sus(maak_map, rijen, waarden):
    rijen = [f"P{nr}{rij[2:]}" for nr, rij in enumerate(rijen, 1)]
    traject = load_traject(maak_map(USABILITY, ruw={"sus.csv": SUS + "\n".join(rijen) + "\n"}))
    assert not traject.logboek["reden"].eq("buiten_bereik").any()
    assert waarden <= set(traject.antwoorden["code"].astype("str"))
    from burgerdata.analysis.sus import score_sus

    with pytest.raises(MethodeError, match="geen vijf antwoorden"):
        score_sus(traject)


def test_a_turn_of_which_the_times_are_gone_is_to_be_looked_at(maak_map):
    cues = ["<v R1>Ik wacht vaak.", "<v R2>Ik ook.", "<v R3>Ik niet.", "<v R1>Nou ja."]
    blokken = [f"00:00:0{nr}.000 --> 00:00:0{nr}.900\n{cue}\n" for nr, cue in enumerate(cues, 1)]
    vtt = "WEBVTT\n\n" + "\n".join(blokken).replace("00:00:03.000 -->", "kapot -->")
    map_ = maak_map(toml("focusgroep", "fg1.vtt"), ruw={"fg1.vtt": vtt})
    assert "ruw/fg1.vtt: 1 stuk van het gesprek is niet gelezen" in nakijken(map_)
    assert "(rij 9)" in nakijken(map_)
    assert len(load_traject(map_).fragmenten) == 3


def test_one_word_among_the_votes_of_a_poll_does_not_make_it_an_answer(maak_map):
    kolommen = 'kolommen = { bericht_id = "id", persoon = "auteur", bericht = "bericht", poll = "eens" }'
    rijen = "".join(f"{nr};p{nr};Bericht nummer {nr};{'zes' if nr == 4 else nr}\n" for nr in range(1, 7))
    map_ = maak_map(toml("community", "b.csv", kolommen), ruw={"b.csv": "id;auteur;bericht;eens\n" + rijen})
    assert (
        "kolom 'eens': 1 cel waarin een getal hoort, bevat geen getal en telt niet mee (rij 5)"
        in nakijken(map_)
    )
    traject = load_traject(map_)
    assert (traject.tellingen["aantal"].sum(), len(traject.antwoorden)) == (1 + 2 + 3 + 5 + 6, 0)


@pytest.mark.parametrize(
    "cellen",
    [
        ["1", "2", "3", "4", "5"] * 3 + ["4", "5"] + ["weet niet"] * 3,
        ["1", "2", "3", "4", "5"] * 3 + ["4", "5", "weet niet"],
        ["1", "2", "3", "4", "5"] * 4,  # one per person, on a scale
    ],
)
def test_what_people_answer_with_a_number_stays_their_answer(maak_map, cellen):
    kolommen = (
        'kolommen = { bericht_id = "id", persoon = "auteur", bericht = "bericht", poll = ["Druktecijfer"] }'
    )
    rijen = "".join(f"{nr};p{nr};Bericht nummer {nr};{cel}\n" for nr, cel in enumerate(cellen, 1))
    traject = load_traject(
        maak_map(
            toml("community", "b.csv", kolommen), ruw={"b.csv": "id;auteur;bericht;Druktecijfer\n" + rijen}
        )
    )
    assert len(traject.antwoorden) == len(cellen)
    assert traject.tellingen.empty
