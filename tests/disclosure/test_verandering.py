"""A share of a table of change is a count of people to whoever multiplies it by its base."""

from __future__ import annotations

import pandas as pd

from burgerdata.disclosure import audit_onderdrukking, plan_onderdrukking
from burgerdata.toelichting import Toelichting, annotate

LABELS = ["heel weinig", "weinig", "midden", "veel", "heel veel"]


def make(van, naar, *, n=100, labels=LABELS, samen=(), per=""):
    rijen = pd.DataFrame(
        {
            "label": labels,
            "waarde_van": van,
            "waarde_naar": naar,
            "samen": [label in samen for label in labels],
        }
    )
    rijen = rijen.assign(
        panel="p", vraag_id="v", van="w1", naar="w2", n_van=n, n_naar=n, n_beide=n, maat="aandeel"
    )
    rijen = rijen.assign(vergelijking="dezelfde mensen", verschil=rijen["waarde_naar"] - rijen["waarde_van"])
    tellen = dict.fromkeys(("n_van", "n_naar", "n_beide"), "Int32")
    return annotate(rijen.astype(tellen), Toelichting("verandering", vraag_id="v", per=per))


def publish(tabel):
    uit = plan_onderdrukking({"t": tabel}).apply("t", tabel)
    return uit.assign(label=tabel["label"])


def list_dicht(tabel):
    uit = publish(tabel)
    return uit.loc[uit["waarde_van"].isna() | uit["waarde_naar"].isna(), "label"].tolist()


def test_a_share_of_few_people_is_hidden_with_a_second_answer():
    van, naar = [0.03, 0.2, 0.4, 0.25, 0.12], [0.05, 0.2, 0.35, 0.25, 0.15]
    assert list_dicht(make(van, naar)) == ["heel weinig", "heel veel"]
    assert list_dicht(make([0.3, 0.2, 0.2, 0.2, 0.1], [0.2, 0.2, 0.2, 0.2, 0.2])) == []


def test_beside_the_sums_of_the_sides_the_second_answer_is_of_the_same_side():
    labels = [*LABELS, "heel weinig of weinig", "veel of heel veel"]
    van, naar = [0.03, 0.2, 0.4, 0.25, 0.12, 0.23, 0.37], [0.05, 0.2, 0.35, 0.25, 0.15, 0.25, 0.4]
    assert list_dicht(make(van, naar, labels=labels, samen=labels[5:])) == ["heel weinig", "weinig"]


def test_a_middle_that_must_go_takes_one_of_the_sums_along():
    labels = [*LABELS, "heel weinig of weinig", "veel of heel veel"]
    van, naar = [0.3, 0.2, 0.05, 0.25, 0.2, 0.5, 0.45], [0.3, 0.2, 0.05, 0.25, 0.2, 0.5, 0.45]
    dicht = list_dicht(make(van, naar, labels=labels, samen=labels[5:]))
    # 45 and an answer of that side: with the other sum (50) the middle can be any number up to 50
    assert dicht == ["midden", "heel veel", "veel of heel veel"]


def make_golf(tellingen, activiteit="w2"):
    n = pd.Series(tellingen, dtype="Int32")
    tabel = pd.DataFrame({"activiteit_id": activiteit, "vraag_id": "v", "kort": "v", "label": LABELS, "n": n})
    tabel = tabel.assign(basis=n.sum(), aandeel=(n / n.sum()).astype("float64"), volgorde=range(1, 6))
    return annotate(tabel, Toelichting("stellingen", vraag_id="v"))


def make_beide(naar):
    """Return the change from a wave of a hundred to one with these shares, of which nobody was in the first."""
    labels = [*LABELS, "heel weinig of weinig", "veel of heel veel"]
    van = [0.2, 0.2, 0.2, 0.2, 0.2, 0.4, 0.4]
    tabel = make(van, naar, n=140, labels=labels, samen=labels[5:])
    tabel = tabel.assign(
        alle_van=tabel["waarde_van"], alle_naar=tabel["waarde_naar"], vergelijking="twee steekproeven"
    )
    waves = (("p", "w1", "golf_1"), ("p", "w2", "golf_2"))
    return annotate(tabel, Toelichting("verandering", vraag_id="v", metingen=waves))


def test_the_sum_of_a_side_in_a_table_of_change_gives_no_answer_of_the_wave_back():
    # 17, 43, 53, 25 and 2 of 140: with 43 and the sum 60 printed 17 is known, and so is 2
    n = [17, 43, 53, 25, 2]
    naar = [aantal / 140 for aantal in (*n, 60, 27)]
    ruw = {"golf": make_golf(n, "golf_2"), "verandering": make_beide(naar)}
    plan = plan_onderdrukking(ruw)
    gedrukt = {naam: plan.apply(naam, tabel) for naam, tabel in ruw.items()}
    assert gedrukt["golf"]["n"].isna().tolist() == [False, False, False, True, True]
    dicht = gedrukt["verandering"]
    assert dicht.loc[dicht["alle_naar"].isna(), "label"].tolist() == ["veel", "heel veel"]
    assert audit_onderdrukking(ruw, gedrukt).empty


def test_the_reader_with_a_wave_and_a_table_of_change_is_found_out():
    n = [17, 43, 53, 25, 2]
    ruw = {
        "golf": make_golf(n, "golf_2"),
        "verandering": make_beide([aantal / 140 for aantal in (*n, 60, 27)]),
    }
    golf = ruw["golf"].assign(
        **{k: ruw["golf"][k].mask([True, False, False, False, True]) for k in ("n", "aandeel")}
    )
    los = ruw["verandering"]["label"].isin(LABELS)
    bloot = ruw["verandering"].assign(alle_naar=ruw["verandering"]["alle_naar"].mask(los))
    lekken = audit_onderdrukking(ruw, {"golf": golf, "verandering": bloot})
    assert 2 in lekken.loc[lekken["onder"].eq(lekken["boven"]), "n"].tolist()


def make_wijken(tellingen, *, per="wijk", metingen=()):
    """Return the change in people who were all in both waves and answered alike, per group or (without ``per``) of all."""
    delen = []
    for naam, aantallen in tellingen.items():
        n = sum(aantallen)
        aandelen = [aantal / n for aantal in aantallen]
        deel = make(aandelen, aandelen, labels=["ja", "nee", "soms"][: len(aantallen)], n=n)
        deel = deel.assign(alle_van=aandelen, alle_naar=aandelen)
        delen.append(deel.assign(**{per: naam}) if per else deel)
    uit = Toelichting("verandering", vraag_id="v", per=per, metingen=metingen)
    return annotate(pd.concat(delen, ignore_index=True), uit)


def sum_wijken(tellingen):
    return {"": [sum(kolom) for kolom in zip(*tellingen.values(), strict=True)]}


def test_an_answer_is_hidden_in_no_group_alone_beside_the_total():
    wijken = {"a": [95, 5], "b": [60, 40], "c": [70, 30]}
    ruw = {"wijk": make_wijken(wijken), "alle": make_wijken(sum_wijken(wijken), per="")}
    plan = plan_onderdrukking(ruw)
    gedrukt = {naam: plan.apply(naam, tabel) for naam, tabel in ruw.items()}
    wijk = ruw["wijk"].assign(dicht=gedrukt["wijk"]["waarde_van"].isna())
    dicht = wijk[wijk["dicht"]].groupby("wijk", observed=True, dropna=False)["label"].agg(list)
    # 5 of 100 is all that is small; of its 95 the other answer, and the same answers of one more wijk go along
    assert dicht.to_dict() == {"a": ["ja", "nee"], "b": ["ja", "nee"]}
    assert audit_onderdrukking(ruw, gedrukt).empty


def test_a_change_per_group_hides_what_the_crosstab_of_a_wave_hides():
    # 53 people said ja: with 30 of Centrum in the crosstab and 20 of Beek in the change, Aarde is 3
    wijken = {"Aarde": [3, 80, 40], "Beek": [20, 75, 45], "Centrum": [30, 70, 50]}
    waves = (("p", "w1", "golf_1"), ("p", "w2", "golf_2"))
    kruis = pd.DataFrame(
        [
            {"wijk": wijk, "label": label, "n": float(n), "basis": sum(aantallen)}
            for wijk, aantallen in wijken.items()
            for label, n in zip(("ja", "nee", "soms"), aantallen, strict=True)
        ]
    )
    kruis = kruis.assign(activiteit_id="golf_1", aandeel=kruis["n"] / kruis["basis"])
    ruw = {
        "kruis": annotate(kruis, Toelichting("kruistabel", vraag_id="v", per="wijk")),
        "wijk": make_wijken(wijken, metingen=waves),
        "alle": make_wijken(sum_wijken(wijken), per="", metingen=waves),
    }
    plan = plan_onderdrukking(ruw)
    gedrukt = {naam: plan.apply(naam, tabel) for naam, tabel in ruw.items()}

    def list_open(naam, kolom):
        return set(ruw[naam].loc[gedrukt[naam][kolom].notna() & ruw[naam]["label"].eq("ja"), "wijk"].tolist())

    assert list_open("wijk", "alle_van") == list_open("kruis", "aandeel") == {"Centrum"}
    assert audit_onderdrukking(ruw, gedrukt).empty


def test_a_mean_and_a_large_share_stay():
    tabel = make([6.2], [6.7], labels=["cijfer"]).assign(maat="gemiddelde")
    assert list_dicht(annotate(tabel, Toelichting("verandering", vraag_id="v"))) == []
