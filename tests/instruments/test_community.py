"""Community and signals from tables made by hand: threads, replies, likes, polls, tasks, roles; people, not messages."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.instruments.momenten import read_momenten
from burgerdata.traject import Traject

KOLOMMEN = {
    "taak": "Taak",
    "onderwerp": "Draad",
    "bericht_id": "Nr",
    "antwoord_op": "Op",
    "persoon": "Wie",
    "tijdstip": "Wanneer",
    "bericht": "Bericht",
    "likes": "Likes",
    "rol": "Rol",
    "poll": ["Poll ja", "Poll nee"],
    "kenmerk": ["Leeftijdsgroep"],
}
FORUM = """Taak;Draad;Nr;Op;Wie;Wanneer;Bericht;Likes;Rol;Poll ja;Poll nee;Leeftijdsgroep
Dag 1;Wie bent u?;1;;P01;3-3-2026 09:00;Ik woon al lang in de wijk.;2;;;;18-34
Dag 1;Wie bent u?;2;1;P02;3-3-2026 09:20;Dat herken ik wel.;0;;;;35-54
Dag 2;Aangifte;3;;P01;4-3-2026 10:00;Het formulier duurt lang.;5;;12;4;
Dag 2;Aangifte;4;3;Mod1;4-3-2026 10:30;Waar liep u vast?;0;moderator;;;
Dag 2;Aangifte;5;4;P01;4-3-2026 11:00;Bij de bijlagen.;1;;;;
Dag 2;Aangifte;6;3;Bakkerij;4-3-2026 11:05;Bij ons ook.;;ondernemer;;;
Dag 2;Aangifte;7;77;anoniem;5-3-2026 08:00;Ik snapte de taal niet.;;;;;
"""


def read_forum(tmp_path: Path, tekst: str = FORUM, **velden: object) -> Traject:
    pad = tmp_path / "forum.csv"
    pad.write_text(tekst, encoding="utf-8")
    return bd.read_bestand(
        pad, instrument="community", kolommen=KOLOMMEN | velden.pop("kolommen", {}), **velden
    )


def test_people_are_counted_and_not_messages(tmp_path: Path) -> None:
    t = read_forum(tmp_path)
    assert len(t.fragmenten) == 7
    rollen = t.deelnemers["rol"].astype("str").value_counts().to_dict()
    assert rollen == {"burger": 2, "gespreksleider": 1, "ondernemer": 1, "onbekend": 1}
    eerste = t.deelnemers["deelnemer_id"].astype("str").iloc[0]
    assert (t.fragmenten["deelnemer_id"].astype("str") == eerste).sum() == 3


def test_a_reply_points_at_its_message_and_a_lost_one_is_told(tmp_path: Path) -> None:
    t = read_forum(tmp_path)
    ids = t.fragmenten["fragment_id"].astype("str").tolist()
    ouders = [None if pd.isna(o) else ids.index(str(o)) + 1 for o in t.fragmenten["ouder_id"]]
    assert ouders == [None, 1, None, 3, 4, 3, None]
    assert t.logboek.loc[t.logboek["reden"] == "reactie_zonder_bericht", "aantal"].tolist() == [1]


def test_the_title_of_a_thread_opens_it_and_is_not_repeated_in_replies(tmp_path: Path) -> None:
    teksten = read_forum(tmp_path).fragmenten["tekst"].tolist()
    assert teksten[0] == "Wie bent u?\nIk woon al lang in de wijk."
    assert teksten[4] == "Bij de bijlagen."


def test_a_task_is_a_question_that_everyone_answered_or_of_whom_we_do_not_know(tmp_path: Path) -> None:
    t = read_forum(tmp_path)
    assert t.vragen.loc[t.vragen["soort"] == "open", "tekst"].tolist() == ["Dag 1", "Dag 2"]
    dag2 = t.antwoorden[t.antwoorden["vraag_id"] == "dag_2"]["status"].astype("str").tolist()
    assert dag2 == ["gegeven", "leeg_onbekend", "gegeven", "gegeven", "gegeven"]
    assert t.fragmenten["vraag_id"].astype("str").tolist()[:3] == ["dag_1", "dag_1", "dag_2"]


def test_likes_and_poll_are_totals_beside_the_message(tmp_path: Path) -> None:
    t = read_forum(tmp_path)
    likes = t.tellingen[t.tellingen["maat"] == "like"]["aantal"].tolist()
    poll = (
        t.tellingen[t.tellingen["maat"] == "poll"][["code", "aantal"]].astype({"code": "str"}).values.tolist()
    )
    assert likes == [2, 0, 5, 0, 1]
    assert poll == [["Poll ja", 12], ["Poll nee", 4]]


def test_a_trait_is_that_of_the_person_wherever_it_was_filled(tmp_path: Path) -> None:
    t = read_forum(tmp_path)
    leeftijd = t.antwoorden[t.antwoorden["vraag_id"] == "leeftijdsgroep"]
    assert leeftijd["code"].astype("str").tolist()[:2] == ["18-34", "35-54"]
    assert t.vragen.set_index("vraag_id")["rol"].astype("str")["leeftijdsgroep"] == "kenmerk"


@pytest.mark.parametrize(
    "naam", ["Moderator Lonneke", "Els (redactie)", "beheerder_2", "admin", "gemeente_oosterwold"]
)
def test_who_runs_the_platform_is_no_citizen_by_the_word_in_the_name(tmp_path: Path, naam: str) -> None:
    tekst = FORUM.replace(";Mod1;", f";{naam};").replace("moderator", "")
    rollen = read_forum(tmp_path, tekst).deelnemers["rol"].astype("str").value_counts()
    assert rollen["gespreksleider"] == 1
    genoemd = read_forum(tmp_path, tekst, gespreksleider=["P02"]).deelnemers["rol"].astype("str")
    assert genoemd.value_counts()["gespreksleider"] == 1
    pad = tmp_path / "forum.csv"
    for burger in ("Moderna Lonneke", "VvE-beheerder Anja", "Redactie Buurtkrant", "Beheer Wijkpark"):
        pad.write_text(tekst.replace(naam, burger), encoding="utf-8")
        anders = bd.read_bestand(pad, instrument="community", kolommen=KOLOMMEN).deelnemers["rol"]
        assert "gespreksleider" not in set(anders.astype("str"))


MELDINGEN = """Zaak;Melder;Soort;Wijk;Melding
1;A;chauffeur;Noord;Hij reed te hard.
2;A;Te laat;Noord;Een half uur te laat.
3;B;te laat;Noord;Weer te laat.
4;B;Te laat ;Zuid;Te laat op school.
5;C;chauffeur;Zuid;Kortaf tegen mij.
6;C;voertuig;Zuid;De bus was vies.
7;D;te laat;Zuid;Te laat.
8;D;chauffeur;Zuid;Hij zei niets.
"""


def test_what_differs_from_message_to_message_is_a_question_with_several_answers(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(MELDINGEN, encoding="utf-8")
    rollen = {"bericht_id": "Zaak", "persoon": "Melder", "bericht": "Melding", "kenmerk": ["Soort", "Wijk"]}
    t = bd.read_bestand(tmp_path / "m.csv", instrument="signaal", kolommen=rollen)
    soort = t.antwoorden[t.antwoorden["vraag_id"] == "soort"]
    assert soort["code"].astype("str").str.casefold().value_counts().to_dict() == {
        "te laat": 3,
        "chauffeur": 3,
        "voertuig": 1,
    }
    assert t.vragen.set_index("vraag_id").loc["soort", ["soort", "rol"]].tolist() == [
        "meer_antwoorden",
        "inhoud",
    ]


def test_what_differs_per_message_is_gathered_over_all_files_and_never_against_the_analyst(
    tmp_path: Path,
) -> None:
    kop, *regels = MELDINGEN.splitlines()
    (tmp_path / "a.csv").write_text("\n".join([kop, *regels[::2]]), encoding="utf-8")
    (tmp_path / "b.csv").write_text("\n".join([kop, *regels[1::2]]), encoding="utf-8")
    rollen = {"bericht_id": "Zaak", "persoon": "Melder", "bericht": "Melding", "kenmerk": ["Soort", "Wijk"]}
    paden = [tmp_path / "a.csv", tmp_path / "b.csv"]
    t = bd.read_bestand(paden, instrument="signaal", kolommen=rollen)
    soort = t.antwoorden[t.antwoorden["vraag_id"] == "soort"]["code"].astype("str").str.casefold()
    assert soort.value_counts().to_dict() == {"te laat": 3, "chauffeur": 3, "voertuig": 1}
    zelf = bd.read_bestand(paden, instrument="signaal", kolommen=rollen, kenmerken=["Soort"])
    assert zelf.vragen.set_index("vraag_id")["soort"].astype("str")["soort"] == "een_antwoord"


def test_a_trait_that_changes_for_a_few_persons_is_the_first_and_the_log_counts_them(tmp_path: Path) -> None:
    trouw = "".join(f"{nr};P{nr % 8};te laat;Noord;Het was weer te laat {nr}.\n" for nr in range(10, 34))
    (tmp_path / "m.csv").write_text(MELDINGEN + trouw, encoding="utf-8")
    rollen = {"bericht_id": "Zaak", "persoon": "Melder", "bericht": "Melding", "kenmerk": ["Wijk"]}
    t = bd.read_bestand(tmp_path / "m.csv", instrument="signaal", kolommen=rollen)
    wijk = t.antwoorden[t.antwoorden["vraag_id"] == "wijk"]["code"].astype("str")
    assert wijk.value_counts().to_dict() == {"Noord": 10, "Zuid": 2}  # A, B and eight others; C and D
    anders = t.logboek[t.logboek["reden"].eq("cel_gewijzigd") & t.logboek["kolom"].eq("Wijk")]
    assert anders["aantal"].tolist() == [1]


def test_what_each_person_chose_in_a_poll_is_an_answer(tmp_path: Path) -> None:
    tekst = FORUM.replace("Poll ja;Poll nee", "Peiling;Rest").replace(";12;4;", ";voor;;")
    t = read_forum(tmp_path, tekst, kolommen={"poll": ["Peiling"]})
    keuze = t.antwoorden[(t.antwoorden["vraag_id"] == "peiling") & (t.antwoorden["status"] == "gegeven")]
    assert keuze["code"].astype("str").tolist() == ["voor"]


def test_a_word_that_is_no_rol_and_a_column_that_is_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"rij 5, kolom 'Rol'.*'moderatr' is geen rol"):
        read_forum(tmp_path, FORUM.replace("moderator", "moderatr"))
    with pytest.raises(ContractError, match=r"'Wiee' bij 'persoon'.*bedoelde u 'Wie'"):
        read_forum(tmp_path, kolommen={"persoon": "Wiee"})
    with pytest.raises(ContractError, match=r"'Lik' bij 'kolommen\.likes'"):
        read_forum(tmp_path, kolommen={"likes": "Lik"})
    with pytest.raises(ContractError, match="zegt niet in welke kolom staat wat mensen schreven"):
        bd.read_bestand(tmp_path / "forum.csv", instrument="community", kolommen={"persoon": "Wie"})


def test_the_same_row_with_the_same_number_is_one_message_whoever_wrote_it(tmp_path: Path) -> None:
    """Nobody knows who called; number 12 stands there twice as it is, and number 13 says something else the second time."""
    rijen = ["nr;dag;tekst", *["11;2026-05-01;Afspraak maken"] * 1, *["12;2026-05-02;Afspraak maken"] * 2]
    rijen += ["13;2026-05-03;Afspraak maken", "13;2026-05-03;Afspraak verzetten"]
    (tmp_path / "kcc.csv").write_text("\n".join(rijen), "utf-8")
    kolommen = {"bericht_id": "nr", "datum": "dag", "bericht": ["tekst"]}
    t = bd.read_bestand(tmp_path / "kcc.csv", instrument="signaal", kolommen=kolommen)
    assert len(t.fragmenten) == 4
    assert t.logboek.loc[t.logboek["reden"].eq("dubbele_rij"), "rij"].tolist() == [4]


@pytest.mark.parametrize("wie", ["P04", "anoniem"])
def test_an_equal_message_under_the_same_number_is_one_whoever_wrote_it_and_one_under_its_title(
    tmp_path: Path, wie: str
) -> None:
    rij = f"Dag 2;Nieuw idee;8;;{wie};;Een bank erbij.;3;;;;\n"
    t = read_forum(tmp_path, FORUM + rij + rij)
    assert t.logboek["reden"].astype("str").tolist().count("dubbele_rij") == 1
    assert len(t.fragmenten) == 7 + 1
    anders = rij.replace("erbij", "weg")
    assert len(read_forum(tmp_path, FORUM + rij + anders).fragmenten) == 7 + 2


def test_the_same_message_twice_is_one_and_equal_words_of_unknown_people_stay(tmp_path: Path) -> None:
    dubbel = (
        FORUM
        + "Dag 2;Aangifte;8;3;P02;5-3-2026 08:30;Ja.;;;;;\n"
        + "Dag 2;Aangifte;9;3;P02;5-3-2026 08:30;Ja.;;;;;\n"
    )
    dubbel += "Dag 2;Aangifte;10;3;;;Mee eens.;;;;;\n" + "Dag 2;Aangifte;11;3;;;Mee eens.;;;;;\n"
    t = read_forum(tmp_path, dubbel)
    reden = t.logboek.astype({"reden": "str"}).groupby("reden")["aantal"].sum()
    assert (reden["dubbele_rij"], reden["gelijke_rij"]) == (1, 1)
    assert len(t.fragmenten) == 7 + 3


def test_numbers_of_messages_hold_within_their_own_file(tmp_path: Path) -> None:
    dag1 = FORUM.replace("7;77;", "7;;")
    dag2 = (
        re.sub(r"[a-z]+\.;", "anders.;", dag1).replace("3-3-2026", "8-3-2026").replace("4-3-2026", "9-3-2026")
    )
    for naam, tekst in (("dag1.csv", dag1), ("dag2.csv", dag2)):
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    t = bd.read_bestand(
        [tmp_path / "dag1.csv", tmp_path / "dag2.csv"], instrument="community", kolommen=KOLOMMEN
    )
    assert t.fragmenten["fragment_id"].is_unique
    assert len(t.fragmenten) == 14
    assert int((t.deelnemers["rol"] == "burger").sum()) == 2


@settings(max_examples=6, deadline=None, phases=[Phase.generate])
@given(volgorde=st.permutations(range(1, 8)))
def test_sorting_the_file_changes_no_id_and_no_count(
    tmp_path_factory: pytest.TempPathFactory, volgorde: list[int]
) -> None:
    regels = FORUM.strip().splitlines()
    geschud = "\n".join([regels[0], *(regels[nummer] for nummer in volgorde)])
    een, ander = (read_with_key(tmp_path_factory.mktemp("f"), tekst) for tekst in (FORUM, geschud))
    assert set(een.deelnemers["deelnemer_id"]) == set(ander.deelnemers["deelnemer_id"])
    for kolom in ("fragment_id", "ouder_id"):
        assert set(een.fragmenten[kolom].dropna()) == set(ander.fragmenten[kolom].dropna())


def read_with_key(map_: Path, forum: str) -> Traject:
    kolommen = ", ".join(f"{rol} = {naam!r}".replace("'", '"') for rol, naam in KOLOMMEN.items())
    (map_ / "forum.csv").write_text(forum, encoding="utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
    toml = f'[[levering]]\ninstrument = "community"\nbestand = "forum.csv"\nkolommen = {{ {kolommen} }}\n'
    (map_ / "traject.toml").write_text(toml, encoding="utf-8")
    return bd.load_traject(map_)


SIGNALEN = """Ontvangen;Kanaal;Klacht;Klant;Bedrijf
1-4-2026;telefoon;Ik krijg geen antwoord op mijn aangifte.;123;
2-4-2026;brief;Het formulier werkt niet.;123;
2-4-2026;brief;Het formulier werkt niet.;;
3-4-2026;balie;Te lang gewacht;;Bakkerij Smit
4-4-2026;balie;Weer te lang gewacht;;Bakkerij Smit
"""
SIGNAALKOLOMMEN = {
    "datum": "Ontvangen",
    "kanaal": "Kanaal",
    "bericht": "Klacht",
    "persoon": "Klant",
    "organisatie": "Bedrijf",
}


def test_signals_without_a_person_are_texts_and_in_no_base(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text(SIGNALEN, encoding="utf-8")
    t = bd.read_bestand(tmp_path / "k.csv", instrument="signaal", kolommen=SIGNAALKOLOMMEN)
    assert t.deelnemers["rol"].astype("str").tolist() == ["burger", "onbekend", "organisatie"]
    assert t.fragmenten["groep"].astype("str").tolist() == ["telefoon", "brief", "brief", "balie", "balie"]
    assert "Smit" not in t.fragmenten["tekst"].str.cat()
    zonder = bd.read_bestand(
        tmp_path / "k.csv", instrument="signaal", kolommen={"bericht": "Klacht", "datum": "Ontvangen"}
    )
    assert set(zonder.deelnemers["rol"].astype("str")) == {"onbekend"}


def test_moments_are_read_with_names_of_months_in_five_languages() -> None:
    cellen = [
        "10. Oktober 2023 08:19:26",
        "10 oktober 2023 om 08:19",
        "10 octobre 2023 08:19",
        "10 de octubre de 2023 08:19",
    ]
    cellen += ["2023-10-10T08:19:26.123+02:00", "2023-10-10 08:19:26 UTC", "10-10-2023 08:19"]
    gelezen = read_momenten(pd.Series(cellen, dtype="str"))
    assert gelezen.dt.strftime("%Y-%m-%d %H:%M").unique().tolist() == ["2023-10-10 08:19"]
    assert read_momenten(pd.Series(["10 foo 2023", "nooit", ""], dtype="str")).isna().all()
