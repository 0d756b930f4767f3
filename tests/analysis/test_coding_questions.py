import math

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import MethodeError
from burgerdata.toelichting import read_toelichting

from .trajecten import join, make_activiteit, make_deelnemers, make_fragmenten, make_vraag

THEMAS = pd.DataFrame(
    {
        "thema_id": ["taal", "tijd", "geen_thema", "geen_reden"],
        "naam": ["Taal", "Tijd", "geen thema", "geen reden"],
        "lijst": "lijst",
        "omschrijving": ["moeilijke woorden", "lang wachten", "", ""],
        "volgorde": [1, 2, 9998, 9999],
    }
)


def make_bron(activiteit_id, instrument, teksten, **velden):
    wie = list(dict.fromkeys(persoon for persoon, _ in teksten))
    groepen = velden.pop("groepen", {})
    deelnemers = make_deelnemers(activiteit_id, wie)
    fragmenten = make_fragmenten(activiteit_id, teksten, **velden.pop("fragment", {}))
    if groepen:
        deelnemers = deelnemers.assign(groep=deelnemers["deelnemer_id"].map(groepen))
        fragmenten = fragmenten.assign(groep=fragmenten["deelnemer_id"].map(groepen))
    return {
        "activiteiten": make_activiteit(activiteit_id, instrument, **velden),
        "deelnemers": deelnemers,
        "fragmenten": fragmenten,
    }


def make_traject(*bronnen, codes=(), wijze="mens"):
    """Return a traject whose codes are (fragment, theme, coder)."""
    tabellen = join(*bronnen)
    lengte = dict(
        zip(tabellen["fragmenten"]["fragment_id"], tabellen["fragmenten"]["tekst"].str.len(), strict=True)
    )
    frame = pd.DataFrame(list(codes), columns=["fragment_id", "thema_id", "codeur"])
    frame = frame.assign(
        codering_id=[f"c{nr}" for nr in range(len(frame))],
        segment_id=frame["fragment_id"],
        wijze=wijze,
        begin=0,
        eind=frame["fragment_id"].map(lengte),
    )
    extra = {"coderingen": frame} if len(frame) else {}
    return bd.Traject.from_tabellen({**tabellen, "themas": THEMAS, **extra})


def coded_by_two(beide, alleen_a, alleen_b, geen):
    """Return fifty texts, or how many there are, on which two coders gave one theme or not."""
    patroon = ["ab"] * beide + ["a"] * alleen_a + ["b"] * alleen_b + [""] * geen
    teksten = [(f"p{nr}", f"tekst nummer {nr} over iets") for nr in range(len(patroon))]
    codes = [
        (f"e_f{nr}", "taal" if codeur in wie else "geen_thema", codeur)
        for nr, wie in enumerate(patroon)
        for codeur in "ab"
    ]
    return make_traject(make_bron("e", "enquete", teksten, fase="praktijk"), codes=codes)


def test_kappa_and_alpha_of_fifty_grant_proposals_are_those_of_the_textbook():
    # 20 both yes, 5 only A, 10 only B, 15 both no: kappa 0.40; alpha by hand 1 - 0.3 / (2 * 55 * 45 / (100 * 99)).
    rij = bd.compare_codeurs(coded_by_two(20, 5, 10, 15)).set_index("thema_id").loc["taal"]
    assert rij[["n", "beide", "alleen_a", "alleen_b", "geen_van_beide"]].tolist() == [50, 20, 5, 10, 15]
    assert rij["overeenstemming"] == pytest.approx(0.70)
    assert rij["kappa"] == pytest.approx(0.40)
    assert rij["alpha"] == pytest.approx(0.40)
    assert rij["onder"] < 0.40 < rij["boven"]


def test_a_text_that_one_coder_did_not_read_counts_for_nobody():
    t = coded_by_two(2, 1, 0, 1)
    extra = make_bron("x", "enquete", [("q", "een tekst die alleen a las")], fase="praktijk")
    tabellen = {naam: t.tabellen[naam] for naam in ("activiteiten", "deelnemers", "fragmenten")}
    samen = {
        naam: pd.concat(
            [
                tabellen[naam].astype(
                    {k: "str" for k in tabellen[naam] if tabellen[naam][k].dtype == "category"}
                ),
                extra[naam],
            ]
        )
        for naam in tabellen
    }
    los = t.coderingen.astype({"fragment_id": "str", "codering_id": "str", "segment_id": "str"})
    een = los.iloc[[0]].assign(codering_id="cx", segment_id="x_f0", fragment_id="x_f0", eind=5)
    meer = t.replace_tabellen(**samen, coderingen=pd.concat([los, een]))
    pd.testing.assert_frame_equal(bd.compare_codeurs(meer), bd.compare_codeurs(t))


def test_disagreements_name_the_text_the_theme_and_who_gave_it():
    tabel = bd.list_verschillen(coded_by_two(1, 1, 1, 1))
    assert tabel[["fragment_id", "thema_id", "wel", "niet"]].values.tolist() == [
        ["e_f1", "taal", "a", "b"],
        ["e_f2", "taal", "b", "a"],
    ]


def test_the_list_of_words_can_be_held_against_people():
    teksten = [("p0", "de taal is moeilijk"), ("p1", "de woorden zijn lastig"), ("p2", "lang wachten")]
    mensen = [("e_f0", "taal", "a"), ("e_f1", "taal", "a"), ("e_f2", "tijd", "a")]
    t = make_traject(make_bron("e", "enquete", teksten, fase="praktijk"), codes=mensen)
    lijst = pd.DataFrame({"thema": ["Taal", "Tijd"], "woorden_wel": ["taal", "wacht*"]})
    rijen = bd.compare_codeurs(bd.code_fragmenten(t, lijst), regels=True).set_index("thema_id")
    assert rijen.loc["taal", ["beide", "alleen_a", "alleen_b"]].tolist() == [1, 1, 0]
    assert rijen.loc["tijd", ["beide", "alleen_a", "alleen_b"]].tolist() == [1, 0, 0]


def test_saturation_follows_the_order_in_which_groups_met():
    teksten = [("p1", "taal"), ("p2", "tijd"), ("p3", "taal"), ("p4", "niets")]
    bron = make_bron(
        "fg", "focusgroep", teksten, fase="praktijk", groepen={"p1": "b", "p2": "a", "p3": "c", "p4": "c"}
    )
    codes = [("fg_f0", "taal", "a"), ("fg_f1", "tijd", "a"), ("fg_f2", "taal", "a")]
    tabel = bd.measure_verzadiging(make_traject(bron, codes=codes))
    assert tabel[["groep", "nieuw", "totaal"]].values.tolist() == [["b", 1, 1], ["a", 1, 2], ["c", 0, 2]]


def test_talks_in_which_no_theme_was_named_tell_nothing_of_saturation():
    wie = {"p1": "a", "p2": "b"}
    bronnen = [
        make_bron(naam, "focusgroep", [("p1", "taal"), ("p2", "tijd")], fase="praktijk", groepen=wie)
        for naam in ("fg", "leeg")
    ]
    tabel = bd.measure_verzadiging(make_traject(*bronnen, codes=[("fg_f0", "taal", "a")]))
    assert tabel["activiteit_id"].tolist() == ["fg", "fg"]


def test_people_who_name_two_themes_are_counted_once_however_often_they_say_it():
    teksten = [
        ("p1", "taal"),
        ("p1", "tijd"),
        ("p1", "taal weer"),
        ("p2", "taal"),
        ("p3", "tijd"),
        ("p4", "x"),
    ]
    codes = [
        (f"fg_f{nr}", thema, "a")
        for nr, thema in enumerate(["taal", "tijd", "taal", "taal", "tijd", "geen_thema"])
    ]
    tabel = bd.count_samenhang(
        make_traject(make_bron("fg", "focusgroep", teksten, fase="praktijk"), codes=codes)
    )
    assert tabel[["n", "n_a", "n_b", "basis"]].values.tolist() == [[1, 2, 2, 4]]
    assert tabel["lift"].tolist() == [pytest.approx(1 * 4 / (2 * 2))]


def waves(instrumenten, *extra):
    """Return two waves of four people; the theme taal goes from one to three of them."""
    delen, codes = [], []
    for meting, instrument, taal in zip(
        ("m1", "m2"), instrumenten, ({"p0"}, {"p0", "p1", "p2"}), strict=True
    ):
        teksten = [(f"p{nr}", f"tekst {nr} van {meting}") for nr in range(4)]
        delen.append(
            make_bron(
                meting, instrument, teksten, fase="praktijk", meting=meting, panel="kp", werving="panel"
            )
        )
        codes += [(f"{meting}_f{nr}", "taal" if f"p{nr}" in taal else "geen_thema", "a") for nr in range(4)]
    return make_traject(*delen, *extra, codes=codes)


def test_a_rise_of_a_theme_knows_the_longitudinal_weight_of_the_bureau():
    gewicht = make_vraag("m2", "langsgewicht", "getal", {"p0": 1, "p1": 1, "p2": 2, "p3": 4}, rol="gewicht")
    tabel = bd.compare_themas(waves(["klantpanel", "klantpanel"], gewicht), themas=["taal"])
    assert tabel["verschil"].item() == pytest.approx((1 + 2) / 8)
    assert any("langsgewicht" in noot for noot in read_toelichting(tabel).noten)


def test_a_rise_between_waves_is_that_of_the_same_people_with_the_interval_of_their_differences():
    rij = bd.compare_themas(waves(["klantpanel", "klantpanel"]), themas=["taal"]).iloc[0]
    assert rij[["waarde_van", "waarde_naar", "verschil"]].tolist() == [0.25, 0.75, 0.5]
    # the differences are 0, 1, 1, 0: their standard error is sd / sqrt(4)
    assert rij["se"] == pytest.approx(pd.Series([0, 1, 1, 0]).std() / math.sqrt(4))
    assert rij["n_beide"] == 4
    assert rij["gelezen"] == 1.0


@pytest.mark.parametrize("instrumenten", [["focusgroep", "focusgroep"], ["straatgesprek", "straatgesprek"]])
def test_talks_have_no_rise(instrumenten):
    with pytest.raises(MethodeError, match="geen instrument heeft teksten in twee metingen"):
        bd.compare_themas(waves(instrumenten))


def test_phases_that_share_no_instrument_are_warned_of_beside_every_number():
    een = make_bron("e", "enquete", [("p", "taal")], fase="praktijk")
    twee = make_bron("s", "straatgesprek", [("q", "taal")], fase="evaluatie")
    drie = make_bron("k", "enquete", [("r", "taal")], fase="evaluatie")
    codes = [("e_f0", "taal", "a"), ("s_f0", "taal", "a")]
    verward = make_traject(een, twee, codes=codes)
    assert bd.list_vermenging(verward)["fase"].tolist() == ["praktijk", "evaluatie"]
    from burgerdata.toelichting import read_toelichting

    [noot] = [noot for noot in read_toelichting(bd.count_themas(verward)).noten if "vallen samen" in noot]
    assert "signalen uit de praktijk alleen met de enquête; evaluatie alleen met de straatgesprekken" in noot
    assert bd.list_vermenging(make_traject(een, twee, drie, codes=codes)).empty


def test_a_text_in_another_language_is_outside_the_base_until_a_person_has_read_it():
    teksten = [("p1", "de taal is moeilijk"), ("p2", "the language is difficult")]
    bron = make_bron("e", "enquete", teksten, fase="praktijk", fragment={"taal": ["nl", "en"]})
    lijst = pd.DataFrame({"thema": ["Taal", "Tijd"], "woorden_wel": ["taal", "wacht*"]})
    zonder = bd.code_fragmenten(make_traject(bron), lijst)
    assert bd.count_talen(zonder)[["taal", "n", "gelezen"]].values.tolist() == [["en", 1, 0]]
    assert bd.count_themas(zonder)["basis"].tolist() == [1, 1]
    voorgesteld = bd.suggest_codes(zonder).coderingen
    assert "e_f1" not in voorgesteld["fragment_id"].tolist()
    gelezen = make_traject(bron, codes=[("e_f1", "taal", "a")])
    assert bd.count_themas(gelezen).set_index("thema_id").loc["taal", ["n", "basis"]].tolist() == [1, 2]


def test_a_quote_says_of_whom_it_is_only_where_ten_people_share_the_traits():
    teksten = [
        (f"p{nr}", f"{woord} vond de taal echt heel moeilijk") for nr, woord in enumerate("abcdefghijk")
    ]
    teksten.append(("p11", "het formulier staat vol lastige ambtelijke uitdrukkingen"))
    vraag = make_vraag(
        "e",
        "geslacht",
        "een_antwoord",
        {f"p{nr}": "v" if nr < 10 else "m" for nr in range(12)},
        opties={"v": "vrouw", "m": "man"},
        rol="kenmerk",
    )
    codes = [(f"e_f{nr}", "taal", "a") for nr in (0, 11)]
    t = make_traject({**make_bron("e", "enquete", teksten, fase="praktijk"), **vraag}, codes=codes)
    citaten = bd.quote_fragmenten(t, vrijgegeven=False, kenmerken=["geslacht"])
    assert citaten.set_index("fragment_id")["wie"].to_dict() == {"e_f0": "vrouw", "e_f11": ""}
    with pytest.raises(MethodeError, match="hoogstens twee kenmerken"):
        bd.quote_fragmenten(t, kenmerken=["a", "b", "c"])


def test_groups_that_were_found_say_that_they_are_no_result_and_become_a_list_to_correct():
    zinnen = ("lang wachten aan de balie", "het formulier is onduidelijk", "de medewerker was vriendelijk")
    hoe = ("vorige week", "thuis", "met mijn buurvrouw", "in de stad", "tijdens het werk")
    welke = [0] * 45 + [1] * 30 + [2] * 20
    teksten = [(f"p{nr}", f"{zinnen[zin]} {hoe[nr % 5]} {nr}") for nr, zin in enumerate(welke)]
    gevonden = bd.find_themas(make_traject(make_bron("e", "enquete", teksten, fase="praktijk")), k=3)
    assert gevonden.toelichting.startswith("Leeshulp, geen resultaat")
    assert gevonden.toedeling["fragment_id"].tolist() == [f"e_f{nr}" for nr in range(95)]
    eerste = gevonden.themas.set_index("nr").loc[1]
    van_eerste = gevonden.toedeling[gevonden.toedeling["nr"].eq(1).fillna(False)]["fragment_id"]
    assert len(van_eerste) == eerste["n"]
    assert eerste["voorbeeld_id"] == van_eerste.iloc[0]
    from burgerdata.text import Codebook

    assert len(Codebook.from_frame(gevonden.draft_themalijst()).inhoud) == len(gevonden.themas)
