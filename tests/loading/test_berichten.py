"""nieuw and controleer on platforms, a forum, a list of complaints, and what cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import burgerdata as bd

REAL = Path(__file__).parents[3] / "shared" / "data" / "platform_consul_de"
FORUM = """Taak;Bericht-ID;Antwoord op;Pseudoniem;Tijdstip;Bericht;Likes;Leeftijdsgroep;Stad
Dag 1;1;;P01;3-3-2026 09:00;Ik woon al lang in deze wijk.;2;18-34;Ede
Dag 1;2;1;P02;3-3-2026 09:20;Dat herken ik wel.;0;35-54;Ede
Dag 2;3;;P01;4-3-2026 10:00;Het formulier duurt lang.;5;18-34;Ede
"""
KLACHTEN = """Datum;Kanaal;Klacht;Klantnummer
1-4-2026;telefoon;Ik krijg geen antwoord.;123
2-4-2026;brief;Het formulier werkt niet.;
2-4-2026;brief;Het formulier werkt niet.;
Totaal;;;3
"""


def make_folder(tmp_path: Path) -> Path:
    ruw = tmp_path / "map" / "ruw"
    ruw.mkdir(parents=True)
    (ruw / "forum.csv").write_text(FORUM, encoding="utf-8")
    (ruw / "klachten.csv").write_text(KLACHTEN, encoding="utf-8")
    (ruw / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 99)
    (ruw / "gesprek.mp3").write_bytes(b"\xff\xfb\x90\x00" + bytes(99))
    (ruw / "rapport.pdf").write_bytes(b"%PDF-1.7 0000")
    return tmp_path / "map"


def test_nieuw_proposes_roles_that_load_without_a_change(tmp_path: Path) -> None:
    map_ = make_folder(tmp_path)
    voorstel = bd.propose_traject(map_)
    gevonden = voorstel.bestanden[["bestand", "herkend_als", "rijen", "mensen"]].values.tolist()
    assert gevonden == [["ruw/forum.csv", "community, csv", 3, 2], ["ruw/klachten.csv", "signaal, csv", 3, 1]]
    t = bd.load_traject(map_)
    assert t.activiteiten["instrument"].astype("str").tolist() == ["community", "signaal"]
    assert int((t.deelnemers["rol"] == "burger").sum()) == 3
    assert "leeftijdsgroep" in t.vragen.loc[t.vragen["rol"] == "kenmerk", "vraag_id"].astype("str").tolist()
    assert "# niet toegewezen: Stad" in (map_ / "traject.toml").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_with_the_reason_by_both(tmp_path: Path) -> None:
    map_ = make_folder(tmp_path)
    regels = (
        "  ruw/foto.jpg: dit is een foto; typ de tekst over of laat het bestand buiten de levering",
        "  ruw/gesprek.mp3: dit is geluid; gebruik het uitgeschreven gesprek",
        "  ruw/rapport.pdf: dit is een pdf; vraag de makers om het bronbestand (Word, Excel of SPSS)",
    )
    assert "\n".join(["Gezien, niet gelezen:", *regels]) in bd.propose_traject(map_).tekst
    assert "\n  ".join(["gezien, niet gelezen:", *regels]) in bd.check_traject(map_).tekst


def test_controleer_tells_totals_equal_rows_and_unknown_people(tmp_path: Path) -> None:
    map_ = make_folder(tmp_path)
    bd.propose_traject(map_)
    tekst = bd.check_traject(map_).tekst
    assert tekst.startswith("Geen problemen gevonden.")
    assert "ruw/klachten.csv: 1 rij met totalen overgeslagen" in tekst
    assert "1 rij gelijk aan een eerdere" in tekst
    assert "2 berichten waarvan niet bekend is wie ze schreef" in tekst


@pytest.mark.skipif(not REAL.exists(), reason="the real set is not beside this checkout")
def test_files_of_one_platform_are_one_delivery(tmp_path: Path) -> None:
    (tmp_path / "ruw").mkdir()
    for wat in ("comments", "proposals"):
        shutil.copy(REAL / f"all_{wat}.csv", tmp_path / "ruw")
    gevonden = bd.propose_traject(tmp_path).bestanden[["herkend_als", "rijen", "mensen"]].values.tolist()
    assert gevonden == [["community, Consul Democracy", 1837, 945]]


@pytest.mark.parametrize(
    "wie", [{"author": {"pseudonym": "u1"}}, {"user": {"id": 7, "name": "u1"}}, {"author": "u1"}]
)
def test_a_forum_as_json_with_fields_in_fields_is_a_community(wie, tmp_path):
    berichten = [
        {
            "id": nr,
            "parent": {"id": nr - 1},
            **wie,
            "created_at": "2026-03-01T10:00:00Z",
            "body": f"Dit is bericht {nr}",
            "likes": 0,
        }
        for nr in range(1, 9)
    ]
    (tmp_path / "forum.json").write_text(json.dumps(berichten), encoding="utf-8")
    voorstel = bd.propose_traject(tmp_path)
    assert voorstel.bestanden[["herkend_als", "rijen", "mensen"]].values.tolist() == [
        ["community, JSON", 8, 1]
    ]
    assert bd.load_traject(tmp_path).fragmenten["ouder_id"].notna().sum() == 7


PLATFORM = (
    "topic_id;onderwerp;bericht_id;reactie_op;gebruikersnaam;geplaatst;bericht;likes\n"
    "1;Warmtenet;1;;zonnetje;01-02-2026 22:00;Te duur.;3\n1;Warmtenet;2;1;gerrit;01-02-2026 23:00;Vind ik ook.;4\n"
    "1;Warmtenet;3;1;zonnetje;02-02-2026 09:00;Wie betaalt dat?;1\n"
)
BIJDRAGEN = "Geplaatst door;Bijdrage;Geplaatst op;Aantal reacties\nanna;Meer groen.;2026-02-01;3\npiet;Minder steen.;2026-02-02;0\nanna;Goed idee.;2026-02-03;1\n"
ZONDER_SCHRIJVER = "Bericht-ID;Antwoord op;Inhoud;Datum\n1;;Meer groen.;2026-02-01\n2;1;Eens.;2026-02-02\n"


@pytest.mark.parametrize(("tekst", "mensen"), [(PLATFORM, 2), (BIJDRAGEN, 2), (ZONDER_SCHRIJVER, 0)])
def test_messages_of_people_who_answer_each_other_are_a_community(
    tekst: str, mensen: int, tmp_path: Path
) -> None:
    (tmp_path / "export.csv").write_text(tekst, "utf-8")
    frame = bd.propose_traject(tmp_path).bestanden
    assert frame[["herkend_als", "mensen"]].to_numpy().tolist() == [["community, csv", mensen]]
    assert len(bd.load_traject(tmp_path).fragmenten) == len(tekst.splitlines()) - 1


def test_a_survey_with_a_name_a_remark_and_a_day_is_no_community(tmp_path: Path) -> None:
    tekst = "Naam;Datum;Welk cijfer geeft u?;Reactie\nAn;2026-02-01;7;Prima\nBo;2026-02-02;8;Kan beter\n"
    (tmp_path / "e.csv").write_text(tekst, "utf-8")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].str.startswith("enquête").all()


def test_contacts_of_a_call_centre_with_a_summary_are_signals_and_no_survey(tmp_path):
    kop = "Contactnr;Datum contact;Kanaal;Onderwerp;Samenvatting;Afhandeltijd (s)"
    rijen = [
        f"{500 + nr};{1 + nr:02d}-03-2026;Telefoon;Paspoort;Duurt te lang, zegt men;{60 + nr}"
        for nr in range(12)
    ]
    (tmp_path / "kcc.csv").write_text("\n".join([kop, *rijen]), "utf-8")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["signaal, csv"]
    assert 'bericht = "Samenvatting"' in (tmp_path / "traject.toml").read_text("utf-8")
