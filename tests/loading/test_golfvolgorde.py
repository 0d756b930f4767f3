from random import Random

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject

KOP = "Panelnummer;Geslacht;Vertrouwen;Cijfer{}\n"


def wave(*, anders=0, dag="", persoon="P", aantal=24):
    """Return a wave of the same people, with answers that differ per wave."""
    toeval = Random(anders)
    regels = [
        f"{persoon}{nr};{'mv'[nr % 2]};{toeval.randint(1, 5)};{toeval.randint(1, 9)}{';' + dag if dag else ''}"
        for nr in range(aantal)
    ]
    return KOP.format(";Datum" if dag else "") + "\n".join(regels) + "\n"


def propose(map_, bestanden):
    (map_ / "ruw").mkdir(parents=True)
    for naam, tekst in bestanden.items():
        (map_ / "ruw" / naam).write_text(tekst, "utf-8")
    voorstel = propose_traject(map_)
    return voorstel, (map_ / "traject.toml").read_text("utf-8")


def read_order(toml):
    regel = next(regel for regel in toml.splitlines() if regel.startswith("metingen"))
    return [deel.split('"')[0] for deel in regel.split('= "ruw/')[1:]]


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ("nulmeting dijkpanel april 2026.csv", "Eenmeting_dijkpanel_okt2026 (2).csv"),
        ("panel voormeting.csv", "panel nameting.csv"),
        ("panel T0.csv", "Panel T1.csv"),
        ("panel golf 2.csv", "panel golf 10.csv"),
        ("panel 1e meting.csv", "panel 2e meting.csv"),
        ("panel_w1.csv", "Een panel_w2.csv"),
        ("beginmeting panel.csv", "Alle eindmeting panel.csv"),
        ("panel nov 2025.csv", "panel april 2026.csv"),
        ("panel 2025.csv", "Het panel 2026.csv"),
    ],
)
def test_waves_stand_in_the_order_in_which_they_were_held(tmp_path, eerste, tweede):
    _, toml = propose(tmp_path, {tweede: wave(anders=1), eerste: wave()})
    assert read_order(toml) == [eerste, tweede]
    assert '?"' not in next(regel for regel in toml.splitlines() if regel.startswith("metingen"))


def test_without_words_or_months_the_days_in_the_files_tell_the_order(tmp_path):
    bestanden = {
        "panel a.csv": wave(anders=1, dag="2026-10-05"),
        "panel b.csv": wave(dag="2026-04-05"),
    }
    _, toml = propose(tmp_path, bestanden)
    assert read_order(toml) == ["panel b.csv", "panel a.csv"]
    assert load_traject(tmp_path).activiteiten["meting"].tolist() == ["2026-04", "2026-10"]


@pytest.mark.parametrize(
    ("bestanden", "twijfel"),
    [
        ({"panel a.csv": wave(), "panel b.csv": wave(anders=1)}, "niets zegt welke meting eerst kwam"),
        (
            {
                "panel nulmeting.csv": wave(dag="2026-10-05"),
                "panel eenmeting.csv": wave(anders=1, dag="2026-04-05"),
            },
            "de woorden in de namen zeggen dit, en de dagen in de bestanden iets anders",
        ),
        ({"panel april.csv": wave(), "panel oktober.csv": wave(anders=1)}, "staat geen jaar"),
    ],
)
def test_an_order_that_is_not_sure_is_a_question_that_must_be_answered(tmp_path, bestanden, twijfel):
    voorstel, toml = propose(tmp_path, bestanden)
    regel = next(regel for regel in toml.splitlines() if regel.startswith("metingen"))
    assert regel.count('?" =') == 2
    assert twijfel in regel
    assert twijfel in voorstel.bestanden["let_op"].iloc[0]
    with pytest.raises(ContractError, match="de volgorde van de metingen is nog niet bevestigd"):
        load_traject(tmp_path)
    (tmp_path / "traject.toml").write_text(toml.replace('?" =', '" ='), "utf-8")
    if "dagen" not in twijfel:
        assert len(load_traject(tmp_path).activiteiten) == 2


def test_the_question_about_the_order_counts_among_the_questions(tmp_path):
    zeker, _ = propose(tmp_path / "a", {"panel t0.csv": wave(), "panel t1.csv": wave(anders=1)})
    vraag, _ = propose(tmp_path / "b", {"panel a.csv": wave(), "panel b.csv": wave(anders=1)})
    assert vraag.vragen == zeker.vragen + 1


def panel(map_, **bestanden):
    golven = ", ".join(f'{naam} = "ruw/{naam}.csv"' for naam in bestanden)
    return map_(
        f'[[levering]]\nnaam = "panel"\ninstrument = "klantpanel"\nmetingen = {{ {golven} }}\npersoon = "Panelnummer"\n',
        ruw={f"{naam}.csv": tekst for naam, tekst in bestanden.items()},
    )


def test_waves_whose_answers_run_against_their_order_are_refused(maak_map):
    map_ = panel(maak_map, eerst=wave(dag="2026-10-05"), dan=wave(anders=1, dag="2026-04-05"))
    with pytest.raises(
        ContractError, match=r"ruw/dan\.csv: de antwoorden van deze meting zijn van vóór die van"
    ):
        load_traject(map_)


def test_waves_whose_names_run_against_their_order_are_pointed_out(maak_map):
    map_ = panel(maak_map, eenmeting=wave(anders=1), nulmeting=wave())
    tekst = check_traject(map_).tekst
    assert "ruw/nulmeting.csv: deze meting staat na 'eenmeting.csv', en de woorden in de namen" in tekst
    assert "Nakijken" not in check_traject(panel(maak_map, nulmeting=wave(), eenmeting=wave(anders=1))).tekst


def test_waves_that_are_deliveries_of_their_own_stand_in_order_too(tmp_path):
    vooraf = wave(persoon="L").replace("Panelnummer;Geslacht", "Lidnummer;Sekse")
    _, toml = propose(
        tmp_path, {"leden achteraf.csv": wave(anders=1, persoon="L"), "leden vooraf.csv": vooraf}
    )
    assert [deel.split('"')[0] for deel in toml.split('meting = "')[1:]] == ["vooraf", "achteraf"]


@pytest.mark.parametrize(
    "namen",
    [
        ("nulmeting.csv", "eenmeting.csv"),
        ("dijkpanel april.csv", "dijkpanel oktober.csv"),
        ("x1.csv", "y.csv"),
        ("leden 01-04-2026.csv", "leden 01-10-2026.csv"),
    ],
)
def test_the_same_people_with_other_answers_are_two_waves_and_no_versions(tmp_path, namen):
    voorstel, toml = propose(tmp_path, {naam: wave(anders=nr) for nr, naam in enumerate(namen)})
    assert voorstel.bestanden["herkend_als"].tolist() == ["klantpanel, 2 metingen"]
    assert "kies één" not in toml


def test_the_same_people_with_nearly_the_same_answers_are_versions(tmp_path):
    verbeterd = wave().replace("P3;v;", "P3;m;")
    _, toml = propose(tmp_path, {"enquete.csv": wave(), "enquete gecorrigeerd.csv": verbeterd})
    assert "klantpanel" not in toml
    assert "kies één" in toml


def test_other_people_with_the_same_numbers_are_no_panel(tmp_path):
    ander = wave(persoon="", anders=1)
    for nr in range(24):
        ander = ander.replace(f"\n{nr};{'mv'[nr % 2]}", f"\n{nr};{'vm'[nr % 3 // 2]}")
    _, toml = propose(tmp_path, {"noord.csv": wave(persoon=""), "zuid.csv": ander})
    assert "klantpanel" not in toml


def test_months_in_names_are_the_names_of_waves_whichever_way_they_are_written(tmp_path):
    _, toml = propose(tmp_path, {"panel 2026 december.csv": wave(anders=1), "panel april 2026.csv": wave()})
    assert (
        'metingen = { 2026-04 = "ruw/panel april 2026.csv", 2026-12 = "ruw/panel 2026 december.csv" }' in toml
    )


def test_deliveries_of_one_panel_whose_order_is_not_sure_ask_it_too(tmp_path):
    vooraf = wave(persoon="L", dag="2026-10-05").replace("Panelnummer;Geslacht", "Lidnummer;Sekse")
    achteraf = wave(anders=1, persoon="L", dag="2026-04-05")
    _, toml = propose(tmp_path, {"leden achteraf.csv": achteraf, "leden vooraf.csv": vooraf})
    assert [deel.split('"')[0] for deel in toml.split('meting = "')[1:]] == ["vooraf?", "achteraf?"]
    assert toml.count("klopt deze volgorde? de woorden in de namen zeggen dit") == 2
    with pytest.raises(ContractError, match="de volgorde van de metingen is nog niet bevestigd"):
        load_traject(tmp_path)
