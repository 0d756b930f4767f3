"""An export of a community with topics, replies and likes in sheets of their own: one community, whatever sheet is longest."""

from __future__ import annotations

import pytest

from burgerdata.loading import load_traject, propose_traject

TOPICS = [
    ["Topic ID", "Titel", "Tekst", "Auteur", "Geplaatst op", "Likes"],
    [1, "Hoe lang wachten jullie?", "Wij wachten al zes maanden.", "ouder_1", "4-5-2026 09:00", 2],
    [2, "Wisselende begeleiders", "Dit is de vierde in een jaar.", "ouder_2", "5-5-2026 09:00", 0],
    [3, "Welkom", "Hier kun je ervaringen delen.", "Beheer", "1-5-2026 09:00", 0],
]
REPLIES = [
    ["Reply ID", "Topic ID", "Auteur", "Bericht", "Datum", "Likes"],
    [1, 2, "ouder_3", "Bij ons ook steeds een ander.", "6-5-2026 10:00", 1],
    [2, 1, "ouder_1", "Inmiddels zeven maanden.", "7-5-2026 10:00", 0],
    [3, 1, "Beheer", "Dank voor je reactie!", "7-5-2026 11:00", 0],
    [4, 2, "ouder_4", "Vraag om een vaste begeleider.", "8-5-2026 10:00", 3],
]
LIKES = [
    ["Type", "ID", "User", "Op"],
    *(
        [("reply", "topic")[n % 2], 1 + n % 3, f"ouder_{n % 7}", f"{9 + n % 9}-5-2026 09:00"]
        for n in range(24)
    ),
]
ENQUETE = [
    ["Nummer", "Hoe tevreden bent u?", "Wat vindt u van de wachttijd?"],
    *([n, 1 + n % 5, "te lang" if n % 2 else "goed"] for n in range(1, 31)),
]


@pytest.fixture
def export(tmp_path, schrijf_boek):
    """Write a workbook with these sheets into an empty folder, and return the folder."""

    def schrijf(bladen):
        schrijf_boek(tmp_path / "community_export.xlsx", bladen)
        return tmp_path

    return schrijf


def list_paren(t):
    """Return the text of each reply with the first line of what it replies to."""
    f = t.fragmenten.astype({"fragment_id": "str", "ouder_id": "str", "tekst": "str"})
    tekst = f.set_index("fragment_id")["tekst"]
    return {rij.tekst: tekst[rij.ouder_id].split("\n")[0] for rij in f.itertuples() if rij.ouder_id in tekst}


def test_topics_and_replies_are_one_community_though_the_log_of_likes_is_longest(export):
    map_ = export({"Topics": TOPICS, "Replies": REPLIES, "Likes": LIKES})
    voorstel = propose_traject(map_)
    gevonden = voorstel.bestanden[["herkend_als", "rijen", "mensen"]].to_numpy().tolist()
    assert gevonden == [["community, Excel", 7, 4]]
    assert len(voorstel.gezien) == 1
    assert "blad 'Likes': een logboek bij de berichten (24 rijen" in voorstel.gezien[0]
    assert "in kolom 'Likes'" in voorstel.gezien[0]
    t = load_traject(map_)
    assert len(t.fragmenten) == 7
    assert t.tellingen["aantal"].sum() == 2 + 1 + 3
    assert t.deelnemers["rol"].astype("str").value_counts().to_dict() == {"burger": 4, "gespreksleider": 1}
    assert "ouder_" not in t.fragmenten["tekst"].str.cat(sep=" ")


def test_a_reply_answers_the_topic_with_its_number_and_not_the_reply_with_that_number(export):
    map_ = export({"Topics": TOPICS, "Replies": REPLIES, "Likes": LIKES})
    propose_traject(map_)
    assert list_paren(load_traject(map_)) == {
        "Bij ons ook steeds een ander.": "Wisselende begeleiders",
        "Inmiddels zeven maanden.": "Hoe lang wachten jullie?",
        "Dank voor je reactie!": "Hoe lang wachten jullie?",
        "Vraag om een vaste begeleider.": "Wisselende begeleiders",
    }


def test_replies_without_a_number_of_their_own_answer_the_topic_also_one_by_one(export):
    reacties = [[rij[1], *rij[2:]] for rij in (REPLIES[0], REPLIES[1], REPLIES[2])]
    map_ = export({"Topics": TOPICS, "Reacties": reacties})
    propose_traject(map_)
    assert list_paren(load_traject(map_)) == {
        "Bij ons ook steeds een ander.": "Wisselende begeleiders",
        "Inmiddels zeven maanden.": "Hoe lang wachten jullie?",
    }


@pytest.mark.parametrize("volgorde", [("Topics", "Replies"), ("Replies", "Topics")])
def test_the_order_of_the_sheets_and_a_number_that_replies_lack_make_no_difference(export, volgorde):
    zonder = [rij[1:] for rij in REPLIES]
    bladen = {"Topics": TOPICS, "Replies": zonder}
    map_ = export({naam: bladen[naam] for naam in volgorde})
    propose_traject(map_)
    t = load_traject(map_)
    assert len(t.fragmenten) == 7
    assert t.fragmenten["ouder_id"].notna().sum() == 4


def test_a_survey_in_the_same_workbook_is_a_delivery_beside_the_community(export):
    map_ = export({"Enquete": ENQUETE, "Topics": TOPICS, "Replies": REPLIES})
    propose_traject(map_)
    t = load_traject(map_)
    assert t.activiteiten["instrument"].astype("str").tolist() == ["enquete", "community"]
    assert t.deelnemers["activiteit_id"].astype("str").value_counts().to_dict() == {
        "enquete": 30,
        "community": 5,
    }
    assert len(t.fragmenten[t.fragmenten["activiteit_id"].eq("community")]) == 7


def test_sheets_of_messages_with_the_same_columns_are_one_community(export):
    mei, juni = (
        [["ID", "Auteur", "Bericht", "Datum", "Likes"], *rijen]
        for rijen in (
            [[1, "a1", "Te druk.", "1-5-2026", 1], [2, "b2", "Ook hier.", "2-5-2026", 0]],
            [[1, "a1", "Nog steeds druk.", "1-6-2026", 4]],
        )
    )
    map_ = export({"mei": mei, "juni": juni})
    propose_traject(map_)
    t = load_traject(map_)
    assert len(t.fragmenten) == 3
    assert len(t.deelnemers) == 2


@pytest.mark.parametrize("draai", [False, True])
def test_replies_that_number_themselves_and_their_message_are_linked_whichever_comes_first(export, draai):
    berichten = [
        ["Bericht-ID", "Auteur", "Bericht", "Datum", "Likes"],
        [1, "a", "Te druk.", "1-5-2026", 1],
        [2, "b", "Te laat.", "1-5-2026", 0],
    ]
    reacties = [
        ["Reactie-ID", "Bericht-ID", "Auteur", "Reactie", "Datum"],
        [1, 2, "c", "Ook hier.", "2-5-2026"],
        [2, 2, "a", "Ja.", "2-5-2026"],
    ]
    if draai:
        reacties = [[rij[1], rij[0], *rij[2:]] for rij in reacties]
    map_ = export({"Berichten": berichten, "Reacties": reacties})
    propose_traject(map_)
    assert list_paren(load_traject(map_)) == {"Ook hier.": "Te laat.", "Ja.": "Te laat."}


def test_topics_and_replies_in_files_of_their_own_are_one_community(tmp_path):
    for naam, rijen in (("topics", TOPICS), ("replies", REPLIES)):
        (tmp_path / f"{naam}.csv").write_text("\n".join(";".join(map(str, rij)) for rij in rijen), "utf-8")
    ander = "Topic ID;Auteur;Tekst;Geplaatst op;Likes\n90;x_1;Heel iets anders.;1-5-2026;1\n91;x_2;En nog iets.;1-5-2026;0\n"
    (tmp_path / "ander forum.csv").write_text(ander, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert sorted(voorstel.bestanden["rijen"]) == [2, 7]
    t = load_traject(tmp_path)
    per = t.fragmenten["activiteit_id"].astype("str").value_counts()
    assert sorted(per) == [2, 7]
    assert t.fragmenten["ouder_id"].notna().sum() == 4
    assert (t.deelnemers["rol"] == "burger").sum() == 4 + 2


def write_forum(pad, naam, aantal):
    """Write a forum in two files, each numbered from 1: a reply to each topic, which says that it is about this subject."""
    topics = [f"{n};g{n};{naam} {n};Over {naam} in straat {n}.;{n}-5-2026" for n in range(1, aantal + 1)]
    replies = [f"{n};{n};h{n};Eens over {naam} {n}.;{n}-6-2026" for n in range(1, aantal + 1)]
    (pad / f"{naam} topics.csv").write_text(
        "\n".join(["topic_id;auteur;titel;bericht;datum", *topics]), "utf-8"
    )
    kop = "reactie_id;topic_id;auteur;bericht;datum"
    (pad / f"{naam} reacties.csv").write_text("\n".join([kop, *replies]), "utf-8")


def test_two_forums_that_both_count_from_one_are_a_community_each_with_its_own_replies(tmp_path):
    for naam, aantal in (("groen", 9), ("verkeer", 6)):
        write_forum(tmp_path, naam, aantal)
    voorstel = propose_traject(tmp_path)
    assert sorted(voorstel.bestanden["rijen"]) == [12, 18]
    paren = list_paren(load_traject(tmp_path))
    assert len(paren) == 15
    assert all(tekst.split()[2] == topic.split()[0] for tekst, topic in paren.items())


def test_replies_that_fit_two_forums_of_which_no_name_tells_are_joined_to_neither(tmp_path):
    for naam, aantal in (("groen", 9), ("verkeer", 6)):
        write_forum(tmp_path, naam, aantal)
    (tmp_path / "verkeer reacties.csv").rename(tmp_path / "export b.csv")
    propose_traject(tmp_path)
    t = load_traject(tmp_path)
    assert sorted(t.fragmenten["activiteit_id"].astype("str").value_counts()) == [6, 6, 18]
