import pytest

from burgerdata.errors import ContractError, MethodeError
from burgerdata.loading import read_bestand


def test_one_file_gives_a_traject_without_settings(tmp_path):
    pad = tmp_path / "export met spaties.csv"
    pad.write_text("nr;Bent u tevreden?;Waarom?\n1;tevreden;goed\n2;zeer ontevreden;\n", encoding="utf-8")
    traject = read_bestand(pad)
    assert traject.activiteiten["activiteit_id"].tolist() == ["enquete"]
    assert traject.activiteiten["fase"].isna().all()
    assert traject.fragmenten["tekst"].tolist() == ["goed"]


def test_a_second_look_gives_the_same_ids_and_another_file_others(tmp_path):
    pad = tmp_path / "a.csv"
    pad.write_text("nr;v\n1;ja\n2;nee\n")
    een = read_bestand(pad).deelnemers["deelnemer_id"].tolist()
    assert read_bestand(str(pad)).deelnemers["deelnemer_id"].tolist() == een
    pad.write_text("nr;v\n1;ja\n2;ja\n")
    assert not set(read_bestand(pad).deelnemers["deelnemer_id"]) & set(een)


def test_a_list_of_files_of_a_panel_are_its_waves(tmp_path):
    paden = [tmp_path / f"kp{nummer}.csv" for nummer in (1, 2)]
    for pad in paden:
        pad.write_text("lid;v\n1;ja\n2;nee\n")
    traject = read_bestand(paden, instrument="klantpanel", persoon="lid")
    assert traject.activiteiten["meting"].tolist() == ["1", "2"]
    assert traject.deelnemers["deelnemer_id"].nunique() == 2


def test_street_talks_find_their_own_columns(tmp_path):
    pad = tmp_path / "straat.csv"
    pad.write_text(
        "Datum;Locatie;Geschatte leeftijd;Wat valt u op?\n3-7-2026;Ede;50-64;de rommel\n", encoding="utf-8"
    )
    traject = read_bestand(pad, instrument="straatgesprek")
    assert traject.deelnemers["groep"].tolist() == ["Ede"]
    assert traject.activiteiten["eenheid"].tolist() == ["gesprek"]


def test_what_does_not_exist_is_refused_with_a_suggestion(tmp_path):
    pad = tmp_path / "a.csv"
    pad.write_text("nr;v\n1;ja\n")
    with pytest.raises(MethodeError, match="bedoelde u 'enquete'"):
        read_bestand(pad, instrument="enqute")
    with pytest.raises(MethodeError, match="bedoelde u 'gewicht'"):
        read_bestand(pad, gewict="w")
    with pytest.raises(MethodeError, match="noem er minstens één"):
        read_bestand([])
    with pytest.raises(ContractError, match="bestaat niet"):
        read_bestand(tmp_path / "weg.csv")


def test_a_questionnaire_among_the_files_describes_the_answers(tmp_path):
    (tmp_path / "boek.lss").write_text(
        '<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>480</DBVersion>'
        "<languages><language>nl</language></languages><questions><rows><row><qid>1</qid><parent_qid>0</parent_qid>"
        "<sid>9</sid><gid>1</gid><type>T</type><title>Q1</title><other>N</other><question_order>1</question_order></row>"
        "</rows></questions><question_l10ns><rows><row><id>1</id><qid>1</qid><question>Wat kan beter?</question>"
        "<language>nl</language></row></rows></question_l10ns><surveys><rows><row><sid>9</sid><language>nl</language>"
        "</row></rows></surveys></document>",
        encoding="utf-8",
    )
    (tmp_path / "r.csv").write_text(
        "id;submitdate;lastpage;startlanguage;Q1\n1;2026-03-01;1;nl;tijden\n", encoding="utf-8"
    )
    t = read_bestand([tmp_path / "boek.lss", tmp_path / "r.csv"])
    assert t.vragen["tekst"].tolist() == ["Wat kan beter?"]
    assert len(t.deelnemers) == 1


def test_a_list_of_people_without_a_question_is_refused_in_words(tmp_path):
    pad = tmp_path / "aanmeldingen.csv"
    pad.write_text(
        "Tijdstempel,Volledige naam\n1-3-2026 10:00:00,Anneke de Wit\n1-3-2026 10:05:00,Joop Smit\n"
    )
    with pytest.raises(ContractError, match="hierin staat geen vraag"):
        read_bestand(pad)


def test_a_conversation_is_a_focusgroep_and_a_part_of_polis_a_community(tmp_path):
    pad = tmp_path / "opname.vtt"
    pad.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Welkom.</v>\n\n00:03.000 --> 00:04.000\n<v Karim>Dag.</v>\n"
    )
    assert read_bestand(pad).activiteiten["instrument"].tolist() == ["focusgroep"]
    pad = tmp_path / "comments.csv"
    pad.write_text(
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,0,3,1,1,1,Meer groen\n"
    )
    with pytest.raises(ContractError, match="zonder stemmen"):
        read_bestand(pad)


def test_days_as_excel_counts_them_are_dates_under_a_header_that_says_so(tmp_path):
    pad = tmp_path / "a.csv"
    pad.write_text("nr;Datum;Teller;v\n1;46082;46900;ja\n2;46084;46901;nee\n")
    activiteit = read_bestand(pad).activiteiten.iloc[0]
    assert [str(dag)[:10] for dag in (activiteit["begindatum"], activiteit["einddatum"])] == [
        "2026-03-01",
        "2026-03-03",
    ]
    pad.write_text("Datum;Locatie;Geschatte leeftijd;Wat valt u op?\n46206;Ede;50-64;de rommel\n")
    assert (
        str(read_bestand(pad, instrument="straatgesprek").activiteiten["begindatum"].iloc[0])[:10]
        == "2026-07-03"
    )
