"""Reports of which nobody knows the writer are read by a coder like any other text, and then counted as reports."""

from burgerdata.analysis import compare_bronnen
from burgerdata.loading import load_traject

TOML = """titel = "Klachten"
[[levering]]
instrument = "signaal"
fase = "praktijk"
bestand = "ruw/e.csv"
kolommen = { datum = "dag", bericht = "klacht" }
"""


def _write_klachten(proef):
    zinnen = ["het wachten duurde lang", "de brief was onleesbaar", "alles ging vlot"]
    regels = [f"{nr}-3-2026;{zinnen[nr % 3]} op dag {nr}" for nr in range(1, 19)]
    (proef.map / "ruw" / "e.csv").write_text("\n".join(["dag;klacht", *regels]) + "\n", encoding="utf-8")
    (proef.map / "traject.toml").write_text(TOML, encoding="utf-8")


def test_reports_without_a_known_writer_are_in_the_workbook_and_their_codes_come_back(proef):
    _write_klachten(proef)
    proef.codeer()
    assert sorted(proef.read()["tekst"])[:2] == ["alles ging vlot op dag 11", "alles ging vlot op dag 14"]
    assert len(proef.read()) == 18
    proef.fill(op_tekst={"onleesbaar op dag 4": {"thema 1": "Taal", "klaar": "j"}})
    traject = load_traject(proef.map)
    mens = traject.coderingen[traject.coderingen["wijze"].eq("mens")]
    assert mens["thema_id"].astype("str").tolist() == ["taal"]
    bronnen = compare_bronnen(traject)
    assert "1 van 18 meldingen" in bronnen["tekst"].tolist()


def test_a_report_of_somebody_else_is_no_turn_before_this_one(proef):
    _write_klachten(proef)
    proef.codeer()
    assert set(proef.read()["twee beurten ervoor"]) == {""}


def test_a_workbook_is_a_source_by_its_number_and_not_by_the_name_of_who_codes(proef):
    _write_klachten(proef)
    proef.codeer()
    bestanden = load_traject(proef.map).bronnen["bestand"].astype("str").tolist()
    assert "codeerwerk/werkboek 1.xlsx" in bestanden
    assert not any("anna" in bestand for bestand in bestanden)
