import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject


def rows(kop, *, begin=100, eind=110):
    return kop + "\n" + "".join(f"KP{nummer};7;3\n" for nummer in range(begin, eind))


def propose(map_, bestanden):
    for naam, tekst in bestanden.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(tekst, "utf-8")
    propose_traject(map_)
    return (map_ / "traject.toml").read_text("utf-8")


PANEL = {
    "ruw/klantpanel/Meting 1 - maart 2024.csv": rows("panelnr;Cijfer dienstverlening;Q2 vertrouwen"),
    "ruw/klantpanel/nov24_golf2.csv": rows("panelid;rapportcijfer;vertrouwen", begin=103),
    "ruw/klantpanel/Panel W3 (mei 2025).csv": rows(
        "respondentid;V1_cijfer;V3_vertrouwen", begin=104, eind=114
    ),
}


def test_waves_with_columns_of_their_own_are_a_delivery_each_of_one_panel(tmp_path):
    toml = propose(tmp_path, PANEL)
    assert toml.count('instrument = "klantpanel"') == 3
    assert toml.count('panel = "klantpanel"  #') == 3
    assert [deel.split('"')[0] for deel in toml.split('meting = "')[1:]] == ["2024-03", "2024-11", "2025-05"]
    traject = load_traject(tmp_path)
    assert traject.activiteiten["panel"].tolist() == ["klantpanel"] * 3
    assert traject.deelnemers["deelnemer_id"].nunique() == 14


def test_waves_that_only_ask_the_same_are_asked_whether_the_people_are_too(tmp_path):
    kop = "respnr;Hoe tevreden bent u?;Hoe vaak komt u hier?;Wat is uw leeftijd?;{}\n"
    toml = propose(
        tmp_path,
        {
            "voormeting.csv": kop.format("Extra een;Extra twee") + "1;7;2;30;a;b\n2;8;3;41;a;b\n",
            "nameting.csv": kop.format("Ander een;Ander twee") + "8;7;2;30;a;b\n9;8;3;41;a;b\n",
        },
    )
    assert toml.count('panel = "?"') == 2
    assert 'meting = "voormeting"' in toml


@pytest.mark.parametrize("naam", ["Enquete wijk.csv", "Meting 1 wijk.csv"])
def test_other_surveys_stay_surveys(tmp_path, naam):
    anders = {
        naam: rows("panelnr;Kent u de boa?;Komt u er vaak?"),
        "Meting 2 zorg.csv": rows("lidnr;Zorg;Hulp", begin=900, eind=910),
    }
    assert "klantpanel" not in propose(tmp_path, anders)


def test_a_person_column_that_differs_per_wave_is_told_with_the_way_out(maak_map):
    toml = '[[levering]]\ninstrument = "klantpanel"\npersoon = "panelnr"\nmetingen = { 1 = "ruw/a.csv", 2 = "ruw/b.csv" }\n'
    map_ = maak_map(toml, ruw={"a.csv": rows("panelnr;a;b"), "b.csv": rows("lidnr;a;b")})
    with pytest.raises(
        ContractError, match=r"rij 3.*'panelnr' bij 'persoon'.*elke meting een levering met dezelfde 'panel'"
    ):
        load_traject(map_)


def test_a_panel_in_one_workbook_is_drafted_with_its_waves(tmp_path, schrijf_boek):
    kop = [
        "panelnr",
        "gesl",
        *(f"{vraag}_t{golf}" for golf in (0, 1) for vraag in ("cijfer", "druk")),
        "weeg_t0",
    ]
    rijen = [
        [
            f"LP{n}",
            1 + n % 2,
            5 + n % 4,
            1 + n % 5,
            *([None, None] if n % 5 == 0 else [6 + n % 4, 1 + n % 5]),
            1.2,
        ]
        for n in range(1, 41)
    ]
    namen = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]
    codes = [
        ["variabele", "omschrijving", "code", "label"],
        ["gesl", "Geslacht", 1, "man"],
        ["gesl", "", 2, "vrouw"],
    ]
    codes += [["druk_t0", "Ik voel mij belast", n, naam] for n, naam in enumerate(namen, start=1)]
    schrijf_boek(
        tmp_path / "panel.xlsx",
        {"uitleg": [["Panel"], ["x"], ["y"]], "data": [kop, *rijen], "codeboek": codes},
    )
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["klantpanel, 2 metingen"]
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'metingen = { t0 = "panel.xlsx", t1 = "panel.xlsx" }' in toml
    t = load_traject(tmp_path)
    mensen = t.deelnemers["activiteit_id"].astype("str").value_counts()
    assert mensen.to_dict() == {"klantpanel_t0": 40, "klantpanel_t1": 32}
    assert t.opties[t.opties["vraag_id"].astype("str").eq("druk")]["label"].tolist() == namen * 2
    assert t.wegingen["klantpanel_t0"].herkomst == "bureau"
    assert t.wegingen["klantpanel_t1"].herkomst == "geen"
    bron = t.bronnen[t.bronnen["blad"].eq("data")].iloc[0]
    assert (bron["records_in"], bron["records_uit"]) == (40, 40)
