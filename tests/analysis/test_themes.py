"""Themes: people and not messages, per source, with what was not asked told from what was not said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from burgerdata.analysis import (
    code_fragmenten,
    compare_bronnen,
    count_themas,
    list_losse_citaten,
    quote_fragmenten,
)
from burgerdata.errors import MethodeError
from burgerdata.findings import explain_bevinding
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import make_activiteit, make_bronnen, make_fragmenten


def _n(tabel: pd.DataFrame, activiteit_id: str, thema: str = "Wachten") -> pd.Series:
    return tabel[(tabel["activiteit_id"] == activiteit_id) & (tabel["thema"] == thema)].iloc[0]


def test_people_are_counted_and_not_messages_or_moderators(bronnen: Traject) -> None:
    rij = _n(count_themas(bronnen), "fg")
    # g1a says it four times, g1b once; the moderator and the unknown speaker do not count.
    assert [rij["n"], rij["basis"]] == [2, 6]


def test_talks_have_no_share_and_no_interval(bronnen: Traject) -> None:
    rij = _n(count_themas(bronnen), "fg")
    assert rij["kwalitatief"]
    assert rij[["aandeel", "onder", "boven"]].isna().all()


def test_the_base_of_open_answers_is_who_said_something(bronnen: Traject) -> None:
    rij = _n(count_themas(bronnen), "open")
    # o0 and o3 name it; "nvt", an empty answer and someone without an answer are outside the base.
    assert [rij["n"], rij["basis"], rij["aandeel"]] == [2, 3, pytest.approx(2 / 3)]
    assert rij["onder"] < 2 / 3 < rij["boven"]


def test_groups_of_people_are_told_apart(bronnen: Traject) -> None:
    tabel = count_themas(bronnen.only(instrument="focusgroep"), per="groep")
    assert tabel[tabel["thema"] == "Wachten"][["groep", "n", "basis"]].to_numpy().tolist() == [
        ["1", 2, 3],
        ["2", 0, 3],
    ]


def test_not_asked_is_not_nought(bronnen: Traject) -> None:
    tabel = compare_bronnen(bronnen)
    assert _n(tabel, "fg")["tekst"] == "1 van 2 groepen, 2 van 6 mensen"
    assert _n(tabel, "open")["tekst"] == "67%"
    assert _n(tabel, "fg", "Kosten")["n"] == 0
    dicht = _n(tabel, "dicht")
    assert dicht["tekst"] == "niet gevraagd"
    assert not dicht["gevraagd"]
    assert pd.isna(dicht["n"])


def test_a_test_in_which_researchers_saw_no_theme_is_no_source_that_could_name_one(bronnen: Traject) -> None:
    test = bronnen.activiteiten.assign(
        instrument=bronnen.activiteiten["instrument"].astype("str").replace("enquete", "usability")
    )
    met = bronnen.replace_tabellen(activiteiten=test.astype(bronnen.activiteiten.dtypes.to_dict()))
    assert _n(compare_bronnen(met), "open")["tekst"] == "2 van 3"
    anders = met.replace_tabellen(coderingen=met.coderingen[met.coderingen["fragment_id"].eq("")])
    assert set(compare_bronnen(anders).query("activiteit_id == 'open'")["tekst"]) == {"niet gevraagd"}


def test_conversations_are_not_called_people(bronnen: Traject) -> None:
    activiteiten = bronnen.activiteiten.astype({"eenheid": "str"})
    activiteiten["eenheid"] = activiteiten["eenheid"].mask(activiteiten["activiteit_id"].eq("fg"), "gesprek")
    tabel = compare_bronnen(bronnen.replace_tabellen(activiteiten=activiteiten))
    assert _n(tabel, "fg")["tekst"] == "1 van 2 groepen, 2 van 6 gesprekken"


def test_the_street_has_places_and_no_groups(bronnen: Traject) -> None:
    activiteiten = bronnen.activiteiten.astype({"instrument": "str"})
    fg = activiteiten["activiteit_id"].eq("fg")
    activiteiten["instrument"] = activiteiten["instrument"].mask(fg, "straatgesprek")
    tabel = compare_bronnen(bronnen.replace_tabellen(activiteiten=activiteiten))
    assert _n(tabel, "fg")["tekst"] == "1 van 2 plaatsen, 2 van 6 mensen"


def test_what_a_person_coded_goes_before_the_rules(bronnen: Traject) -> None:
    mens = pd.DataFrame(
        {
            "codering_id": ["m1"],
            "segment_id": ["s1"],
            "fragment_id": ["open_f0"],
            "thema_id": ["kosten"],
            "codeur": ["c1"],
            "wijze": ["mens"],
            "begin": [0],
            "eind": [4],
        }
    )
    samen = pd.concat(
        [bronnen.coderingen.astype({naam: "str" for naam in mens if naam not in ("begin", "eind")}), mens]
    )
    tabel = count_themas(bronnen.replace_tabellen(coderingen=samen))
    assert _n(tabel, "open")["n"] == 1
    assert _n(tabel, "open", "Kosten")["n"] == 2
    assert _n(tabel, "open")["gelezen"] == pytest.approx(1 / 3)


def test_half_of_the_coders_is_enough_and_proposals_never_count(bronnen: Traject) -> None:
    rijen = [
        ("open_f2", "wachten", "c1", "mens"),
        ("open_f2", "kosten", "c2", "mens"),
        ("open_f0", "kosten", "ai", "voorstel"),
    ]
    extra = pd.DataFrame(rijen, columns=["fragment_id", "thema_id", "codeur", "wijze"]).assign(
        begin=0, eind=3
    )
    extra = extra.assign(codering_id=["x1", "x2", "x3"], segment_id=["x1", "x2", "x3"])
    tekst = dict.fromkeys(("codering_id", "segment_id", "fragment_id", "thema_id", "codeur", "wijze"), "str")
    tabel = count_themas(
        bronnen.replace_tabellen(coderingen=pd.concat([bronnen.coderingen.astype(tekst), extra]))
    )
    assert _n(tabel, "open")["n"] == 3
    assert _n(tabel, "open", "Kosten")["n"] == 1


def test_coding_again_replaces_the_rules(bronnen: Traject) -> None:
    lijst = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["duur"]})
    opnieuw = code_fragmenten(bronnen, lijst)
    assert set(opnieuw.themas["thema_id"]) == {"duur", "geen_thema", "geen_reden"}
    assert set(opnieuw.coderingen["thema_id"]) == {"duur", "geen_reden"}


def test_without_a_list_the_remedy_is_named() -> None:
    with pytest.raises(MethodeError, match="geef een themalijst op"):
        code_fragmenten(make_bronnen())
    with pytest.raises(MethodeError, match="nog geen thema's"):
        count_themas(make_bronnen())


def test_the_planted_theme_rises_within_the_panel(voorbeeld: Traject) -> None:
    tabel = count_themas(voorbeeld.only(instrument="klantpanel"), themas=["terugkoppeling"])
    assert tabel["aandeel"].tolist() == pytest.approx([0.15, 0.22, 0.31], abs=0.02)


def test_the_planted_theme_is_in_every_source_group_and_wave(voorbeeld: Traject) -> None:
    tabel = compare_bronnen(voorbeeld)
    taal = tabel[tabel["thema_id"] == "begrijpelijke_taal"]
    # the form of the project leader is no source of what citizens say
    bronnen = voorbeeld.activiteiten["activiteit_id"].drop(
        voorbeeld.activiteiten.index[voorbeeld.activiteiten["meting"].eq("projectleider").fillna(False)]
    )
    assert taal["activiteit_id"].tolist() == bronnen.tolist()
    # Nobody could bring up a theme of their own in these: votes and statements.
    zonder = taal[~taal["gevraagd"]]
    assert set(zonder["instrument"]) == {"burgerberaad", "burgerdialoog"}
    assert len(zonder) == 4
    assert zonder["n"].isna().all()
    gevraagd = taal[taal["gevraagd"]]
    assert len(gevraagd) == 11
    assert gevraagd["n"].gt(0).all()
    focus = taal[taal["instrument"] == "focusgroep"].iloc[0]
    assert [focus["groepen"], focus["groepen_totaal"]] == [4, 4]


def test_quotes_are_literal_released_and_of_different_people(voorbeeld: Traject) -> None:
    tabel = quote_fragmenten(voorbeeld)
    vrijgegeven = pd.read_excel("surveys/voorbeeld-digitale-aangifte/citaten.xlsx")
    assert sorted(tabel["tekst"]) == sorted(vrijgegeven["tekst"])
    assert len(tabel) == 16
    sprekers = voorbeeld.fragmenten[voorbeeld.fragmenten["fragment_id"].isin(tabel["fragment_id"])]
    assert not sprekers.duplicated(["activiteit_id", "deelnemer_id"]).any()
    assert tabel["vrijgegeven_door"].ne("").all()
    _assert_literal(voorbeeld, tabel)


def test_candidates_are_short_literal_and_one_per_person(voorbeeld: Traject) -> None:
    tabel = quote_fragmenten(voorbeeld, thema="terugkoppeling", n=6, vrijgegeven=False)
    assert len(tabel) == 6
    assert tabel["tekst"].str.split().str.len().between(5, 40).all()
    assert tabel["activiteit_id"].nunique() == 6
    _assert_literal(voorbeeld, tabel)


def _assert_literal(traject: Traject, tabel: pd.DataFrame) -> None:
    tekst = traject.fragmenten.astype({"fragment_id": "str"}).set_index("fragment_id")["tekst"]
    for rij in tabel.itertuples():
        assert tekst[rij.fragment_id][rij.begin : rij.eind] == rij.tekst


def test_a_released_quote_that_is_not_in_the_text_is_left_out(bronnen: Traject, tmp_path: Path) -> None:
    regels = [
        "fragment_id;activiteit;tekst;thema;vrijgegeven_door;datum",
        ";fg;dat wachten herken ik wel;Wachten;J. Jansen;2026-11-02",
        ";fg;dat wachten herken ik goed;Wachten;J. Jansen;2026-11-02",
        ";fg;Vindt u het wachten te lang;Wachten;J. Jansen;2026-11-02",
    ]
    (tmp_path / "citaten.csv").write_text("\n".join(regels), encoding="utf-8")
    met_map = replace(bronnen, instellingen=replace(bronnen.instellingen, map=tmp_path))
    tabel = quote_fragmenten(met_map)
    assert tabel["tekst"].tolist() == ["dat wachten herken ik wel"]
    assert tabel["datum"].dt.year.tolist() == [2026]
    _assert_literal(bronnen, tabel)
    assert quote_fragmenten(bronnen).empty


def test_each_quote_that_is_not_printed_has_its_own_reason(bronnen: Traject, tmp_path: Path) -> None:
    regels = [
        "fragment_id;activiteit;tekst;thema;vrijgegeven_door;datum",
        ";fg;dat wachten herken ik wel;Wachten;J. Jansen;2026-11-02",
        ";straat;dat wachten herken ik wel;Wachten;J. Jansen;2026-11-02",
        ";fg;dat wachten herken ik wel;Wagten;J. Jansen;2026-11-02",
        ";fg;dat wachten herken ik goed;Wachten;J. Jansen;2026-11-02",
        ";fg;dat wachten herken ik wel;;J. Jansen;2026-11-02",
    ]
    (tmp_path / "citaten.csv").write_text("\n".join(regels), encoding="utf-8")
    los = list_losse_citaten(replace(bronnen, instellingen=replace(bronnen.instellingen, map=tmp_path)))
    redenen = dict(zip(los["rij"], los["reden"].str.split(";").str[0], strict=True))
    assert redenen == {
        3: "dit citaat staat in een andere tekst dan hier is ingevuld",
        4: "dit thema staat niet in de themalijst",
        5: "dit citaat staat niet letterlijk in een tekst",
        6: "zonder thema wordt een citaat niet afgedrukt",
    }


def test_the_notes_say_which_share_of_the_texts_people_read_and_when_that_is_none(voorbeeld: Traject) -> None:
    deel = voorbeeld.only(instrument="enquete")
    werkboek = pd.read_excel("surveys/voorbeeld-digitale-aangifte/codeerwerk/noor.xlsx", sheet_name="coderen")
    # what stands behind "anders, namelijk" answers a closed question, and is in no base of themes
    gelezen = (werkboek["bron"].str.startswith("enquête") & ~werkboek["vraag"].str.contains("Anders")).sum()
    deel = deel.replace_tabellen(
        fragmenten=deel.fragmenten[deel.fragmenten["vraag_id"].ne("voorkeur_anders")]
    )
    leeg = deel.coderingen["fragment_id"].isin(deel.fragmenten["fragment_id"])
    leeg = (leeg & deel.coderingen["thema_id"].eq("geen_reden")).sum()
    tabel = count_themas(deel)
    assert tabel["gelezen"].iloc[0] == pytest.approx(
        gelezen / (deel.fragmenten["taal"].eq("nl").sum() - leeg)
    )
    assert "6% van de teksten door mensen gelezen" in " ".join(read_toelichting(tabel).noten)
    alleen_regels = deel.replace_tabellen(coderingen=deel.coderingen[deel.coderingen["wijze"].eq("regel")])
    noten = read_toelichting(count_themas(alleen_regels)).noten
    assert "Codering: op de woorden van de themalijst; niet door mensen nagelezen." in noten


def test_what_a_table_wrote_down_is_asked_and_counts_the_table() -> None:
    notities = [
        ("tafel 1", "wachten"),
        ("tafel 1", "lang wachten"),
        ("tafel 2", "te duur"),
        ("tafel 3", "wachten"),
    ]
    fragmenten = make_fragmenten("dialoog", [("", tekst) for _, tekst in notities], soort="notitie")
    tabellen = {
        "activiteiten": make_activiteit("dialoog", "burgerdialoog", fase="dienstverlening"),
        "fragmenten": fragmenten.assign(groep=[groep for groep, _ in notities], deelnemer_id=None),
    }
    lijst = pd.DataFrame({"thema": ["Wachten", "Kosten"], "woorden_wel": ["wachten", "duur"]})
    tabel = compare_bronnen(code_fragmenten(Traject.from_tabellen(tabellen), lijst)).set_index("thema")
    assert tabel["gevraagd"].all()
    assert tabel["tekst"].to_dict() == {"Wachten": "2 van 3 tafels", "Kosten": "1 van 3 tafels"}
    assert tabel["aandeel"].isna().all()
    noten = " ".join(read_toelichting(tabel).noten)
    assert "de tafel geteld, niet de mensen" in noten
    assert "Geteld zijn mensen" not in noten


def test_the_conversation_tables_of_the_example_stand_beside_the_other_sources(voorbeeld: Traject) -> None:
    tabel = compare_bronnen(voorbeeld.only(fase="dienstverlening"))
    dialoog = tabel[tabel["activiteit_id"].eq("burgerdialoog")]
    assert dialoog["tekst"].str.fullmatch(r"[0-6] van 6 tafels").all()
    assert explain_bevinding(tabel)[-2].endswith("in de burgerdialoog aan 4 van de 6 tafels.")
