"""Waves of which a panel knows the month alone have that month as their period."""

from __future__ import annotations

import pytest

from burgerdata.loading import load_traject, propose_traject

KOP = "panelnr;Vertrouwen in de gemeente (1-10);Ik voel mij veilig (1-5);{}\n"


def make_rijen(golf: int, *cellen: str) -> str:
    return "".join(
        f"{nr};{(nr * golf * 7) % 10 + 1};{(nr * nr + golf) % 5 + 1};{cellen[nr % len(cellen)]}\n"
        for nr in range(1, 41)
    )


def write_panel(map_, kop, een, twee):
    for nummer, cellen in ((1, een), (2, twee)):
        (map_ / f"panel meting {nummer}.csv").write_text(
            KOP.format(kop) + make_rijen(nummer, *cellen), "utf-8"
        )
    return propose_traject(map_)


@pytest.mark.parametrize(
    ("kop", "een", "twee"),
    [
        ("maand", ["2026-03"], ["2026-10"]),
        ("datum", ["1-3-2026"], ["1-10-2026"]),
        ("Ingevuld in", ["mrt 2026"], ["okt 2026"]),
    ],
)
def test_a_column_that_knows_the_month_alone_gives_the_month_as_period(tmp_path, kop, een, twee):
    voorstel = write_panel(tmp_path, kop, een, twee)
    assert voorstel.bestanden["periode"].tolist()[0] == "maart – oktober 2026"
    assert f"volgens kolom '{kop}'" in (tmp_path / "traject.toml").read_text("utf-8")
    dagen = load_traject(tmp_path).activiteiten[["begindatum", "einddatum"]].astype("str")
    assert dagen.to_numpy().tolist() == [["2026-03-01", "2026-03-31"], ["2026-10-01", "2026-10-31"]]


def test_a_wave_of_two_months_runs_to_the_end_of_the_second(tmp_path):
    write_panel(tmp_path, "maand", ["2026-03", "2026-04"], ["2026-10"])
    assert str(load_traject(tmp_path).activiteiten["einddatum"].iloc[0])[:10] == "2026-04-30"


def test_days_in_the_file_stay_days(tmp_path):
    voorstel = write_panel(tmp_path, "datum", ["1-3-2026", "4-3-2026"], ["1-10-2026", "2-10-2026"])
    assert voorstel.bestanden["periode"].tolist()[0] == "1 maart – 2 oktober 2026"
    assert "begindatum" not in (tmp_path / "traject.toml").read_text("utf-8")


def test_the_month_in_which_somebody_was_born_is_not_that_of_the_wave(tmp_path):
    write_panel(tmp_path, "geboren", ["mei 2004", "juni 2005"], ["mei 2004", "juni 2005"])
    assert 'begindatum = { 1 = "?", 2 = "?" }' in (tmp_path / "traject.toml").read_text("utf-8")


def test_waves_below_each_other_named_after_months_show_them_in_the_overview(tmp_path):
    rijen = make_rijen(1, "mrt 2026") + make_rijen(2, "okt 2026")
    (tmp_path / "panel.csv").write_text(KOP.format("GOLF") + rijen, "utf-8")
    assert propose_traject(tmp_path).bestanden["periode"].tolist() == ["maart – oktober 2026"]


def test_waves_below_each_other_take_the_month_of_their_own_rows(tmp_path):
    een, twee = (make_rijen(nr, f"{nr};{dag}") for nr, dag in ((1, "1-3-2026"), (2, "1-10-2026")))
    (tmp_path / "panel.csv").write_text(KOP.format("golf;datum") + een + twee, "utf-8")
    propose_traject(tmp_path)
    dagen = load_traject(tmp_path).activiteiten[["begindatum", "einddatum"]].astype("str")
    assert dagen.to_numpy().tolist() == [["2026-03-01", "2026-03-31"], ["2026-10-01", "2026-10-31"]]
