"""Two files of one panel of which the headers, and the names of the files, are not alike."""

import pytest

from burgerdata.analysis import compare_metingen
from burgerdata.loading import load_traject, propose_traject

EEN = "panelnr;invuldatum;Welk cijfer geeft u de hulp?;Hoe tevreden bent u over de wachttijd?;Kreeg u informatie?"
TWEE = "datum;Respondent-ID;v3 Kreeg u informatie?;v1 Welk cijfer geeft u de hulp (1-10);v2 Hoe tevreden bent u met de wachttijd?"
TEVREDEN = ("Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden")


def een(begin=100, *, kop=EEN, maand="03"):
    rijen = [
        f"JP{nr};2026-{maand}-{1 + nr % 20:02d};{5 + nr % 3};{TEVREDEN[nr % 4]};{('Ja', 'Nee')[nr % 2]}"
        for nr in range(begin, begin + 60)
    ]
    return "\n".join([kop, *rijen])


def twee(begin=110, *, kop=TWEE):
    rijen = [
        f"{1 + nr % 20:02d}-10-2026;jp{nr};{('ja', 'nee')[nr % 5 > 2]};{6 + nr % 3},0;{TEVREDEN[nr * 3 % 7 % 4]}"
        for nr in range(begin, begin + 60)
    ]
    return "\n".join([kop, *rijen])


def propose(map_, bestanden):
    for naam, tekst in bestanden.items():
        (map_ / naam).write_text(tekst, "utf-8")
    return propose_traject(map_)


@pytest.fixture
def panel(tmp_path):
    propose(tmp_path, {"panel voorjaar.csv": een(), "Panel_NAJAAR_v2.csv": twee()})
    return tmp_path


def test_they_are_proposed_as_waves_of_one_panel(panel):
    toml = (panel / "traject.toml").read_text("utf-8")
    assert toml.count('instrument = "klantpanel"') == 2
    assert toml.count('panel = "klantpanel"  #') == 2
    assert [deel.split('"')[0] for deel in toml.split('meting = "')[1:]] == ["2026-03", "2026-10"]
    assert "naar de dagen in het bestand" in toml


def test_a_question_that_differs_by_its_code_and_scale_is_compared_at_once(panel):
    # every one of the fifty in both waves gives a point more
    rij = compare_metingen(load_traject(panel), "welk_cijfer_geeft_u_de_hulp").iloc[0]
    assert [rij["n_beide"], rij["verschil"]] == [50, 1.0]


def test_a_question_with_another_small_word_is_one_question_that_keeps_its_texts(panel):
    vragen = load_traject(panel).vragen
    teksten = vragen.loc[vragen["vraag_id"].eq("hoe_tevreden_bent_u_over_de_wachttijd"), "tekst"]
    assert teksten.tolist() == [
        "Hoe tevreden bent u over de wachttijd?",
        "Hoe tevreden bent u met de wachttijd?",
    ]


@pytest.mark.parametrize(
    "bestanden",
    [
        pytest.param({"panel a.csv": een(), "panel b.csv": twee(900)}, id="other people"),
        pytest.param({"wijk.csv": een().replace("panelnr", "nr"), "dorp.csv": twee()}, id="no panel"),
        pytest.param(
            {
                "panel a.csv": een(),
                "panel b.csv": een(kop=EEN, maand="03").replace("panelnr", "Respondent-ID"),
            },
            id="the same days",
        ),
        pytest.param(
            {
                "panel a.csv": een(),
                "panel b.csv": twee(kop="datum;Respondent-ID;Heeft u een auto?;Aantal uren;Waar woont u?"),
            },
            id="other questions",
        ),
    ],
)
def test_other_files_are_no_waves(tmp_path, bestanden):
    propose(tmp_path, bestanden)
    assert 'meting = "2026-10"' not in (tmp_path / "traject.toml").read_text("utf-8")
