"""LimeSurvey: every kind of export of one survey gives the same answers, as far as that export can tell."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.formats.detect import detect
from burgerdata.formats.limesurvey.fields import list_velden
from burgerdata.formats.limesurvey.responses import read_limesurvey
from burgerdata.formats.limesurvey.structure import parse_structuur
from burgerdata.intake.open import open_bron
from burgerdata.shapes import Bron, Tabel
from burgerdata.traject import Traject

_REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data"
needs_rse = pytest.mark.skipif(
    not (_REAL / "limesurvey_rse_nl2017").is_dir(), reason="no real LimeSurvey export here"
)
needs_citric = pytest.mark.skipif(
    not (_REAL / "limesurvey_citric_structures").is_dir(), reason="no real LimeSurvey questionnaires here"
)


def load_export() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "limesurvey_export", Path(__file__).with_name("limesurvey_export.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["limesurvey_export"] = module
    spec.loader.exec_module(module)
    return module


export = load_export()

_META = ("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr")
# What the five persons answered, read off the table of answers by hand: person -> question -> answers.
KEUZES = {
    "q1": ["A1", "-oth-", "A2", "A2", None],
    "q2": [["Q2[SQ001]"], ["Q2[SQ002]", "Q2[other] gekozen"], None, None, []],
    "q3_sq001": ["A4", "A2", None, "A1", "A3"],
    "q6": ["Y", "N", None, None, "Y"],
    "q7": [["Q7[L]", "Q7[G]", "Q7[B]"], ["Q7[B]", "Q7[L]"], None, ["Q7[G]"], ["Q7[G]", "Q7[B]", "Q7[L]"]],
    "q9_sq001_2": ["B1", "B2", None, "B2", "B1"],
    "q10": [["Q10[SQ001]"], ["Q10[SQ002]"], None, ["Q10[SQ001]", "Q10[SQ002]"], []],
}
SOORTEN = {
    "q1": "een_antwoord",
    "q1_other": "open",
    "q2": "meer_antwoorden",
    "q2_other": "open",
    "q3_sq001": "stelling",
    "q3_sq002": "stelling",
    "q4": "getal",
    "q5": "open",
    "q6": "een_antwoord",
    "q7": "rangorde",
    "q8": "schaal",
    "q9_sq001_1": "schaal",
    "q9_sq001_2": "schaal",
    "q10": "meer_antwoorden",
    "q10_sq001comment": "open",
    "q10_sq002comment": "open",
}


def read(
    map_: Path, inhoud: bytes, *, lss: bytes | None = None, naam: str = "results-survey424242.csv"
) -> Traject:
    (map_ / naam).write_bytes(inhoud)
    if lss is not None:
        (map_ / "limesurvey_survey_424242.lss").write_bytes(lss)
    return bd.read_bestand(map_ / naam)


def list_keuzes(t: Traject, vraag: str) -> list[object]:
    """Return per person the code, or the list of codes of a question with several; None where none was given."""
    eigen = t.antwoorden[t.antwoorden["vraag_id"] == vraag]
    meer = SOORTEN[vraag] in ("meer_antwoorden", "rangorde")
    uit: list[object] = []
    for persoon in t.deelnemers["deelnemer_id"]:
        rijen = eigen[eigen["deelnemer_id"] == persoon].sort_values(
            "getal" if SOORTEN[vraag] == "rangorde" else "volgnummer"
        )
        codes = [str(code) for code in rijen["code"].dropna()]
        none_chosen = rijen["status"].iloc[0] == "geen_gekozen"
        uit.append((codes or ([] if none_chosen else None)) if meer else codes[0] if codes else None)
    return uit


def list_statuses(t: Traject, vraag: str) -> list[str]:
    eigen = t.antwoorden[(t.antwoorden["vraag_id"] == vraag) & (t.antwoorden["volgnummer"] == 1)]
    return eigen.set_index("deelnemer_id")["status"].loc[t.deelnemers["deelnemer_id"]].astype("str").tolist()


def forget_none_chosen(keuzes: list[object]) -> list[object]:
    return [None if keuze == [] else keuze for keuze in keuzes]


def read_tabel(map_: Path, inhoud: bytes, lss: bytes) -> Tabel:
    map_.mkdir(exist_ok=True)
    (map_ / "limesurvey_survey_424242.lss").write_bytes(lss)
    (ruw,) = read_limesurvey(Bron(map_ / "e.csv", "e.csv", inhoud, ""))
    assert isinstance(ruw.vorm, Tabel)
    assert ruw.records_in == 5
    return ruw.vorm


@pytest.mark.parametrize("oud", [False, True], ids=["l10ns", "oud"])
@pytest.mark.parametrize("antwoord", ["short", "long"])
@pytest.mark.parametrize("modus", ["code", "em", "codetext", "emtext", "full", "abbreviated"])
def test_every_header_mode_gives_the_same_table(tmp_path: Path, modus: str, antwoord: str, oud: bool) -> None:
    taal = "en" if oud else "nl"  # the headers may be in another language than the one that is read
    lss = export.make_lss(oud=oud)
    eerste = read_tabel(tmp_path / "a", export.make_csv("code", antwoord), lss)
    ander = read_tabel(tmp_path / "b", export.make_csv(modus, antwoord, taal=taal), lss)
    ja = {"Yes": "Ja", "No": "Nee"}  # the word in a box to tick is that of the export
    pd.testing.assert_frame_equal(ander.frame.iloc[:, 9:].replace(ja), eerste.frame.iloc[:, 9:])
    for kolom, was in zip(ander.kolommen, eerste.kolommen, strict=True):
        gelijk = replace(
            was, herkomst=kolom.herkomst, tekst=kolom.tekst if kolom.naam in _META else was.tekst
        )
        assert replace(kolom, set_code=ja.get(kolom.set_code, kolom.set_code), labels=was.labels) == gelijk


@pytest.mark.parametrize(("modus", "antwoord", "oud"), [("code", "short", False), ("full", "long", True)])
def test_an_export_gives_the_answers_that_were_given(
    tmp_path: Path, modus: str, antwoord: str, oud: bool
) -> None:
    t = read(tmp_path, export.make_csv(modus, antwoord), lss=export.make_lss(oud=oud))
    assert (
        dict(zip(t.vragen["vraag_id"].astype("str"), t.vragen["soort"].astype("str"), strict=True)) == SOORTEN
    )
    for vraag, verwacht in KEUZES.items():
        # Short answers leave a box that was not ticked as empty as one that was not shown.
        verwacht = verwacht if antwoord == "long" else forget_none_chosen(verwacht)
        assert list_keuzes(t, vraag) == verwacht, vraag
    assert t.antwoorden.loc[t.antwoorden["vraag_id"] == "q4", "getal"].dropna().tolist() == [34.0, 61.5, 18.0]


@pytest.mark.parametrize("soort", ["vv", "vv_sgqa", "lsa", "lsr"])
def test_vv_and_archive_tell_not_shown_from_left_empty(tmp_path: Path, soort: str) -> None:
    if soort == "lsa":
        t = read(tmp_path, export.make_lsa(), naam="survey_archive.lsa")
    else:
        maak = {"vv": export.make_vv, "vv_sgqa": lambda: export.make_vv(sgqa=True), "lsr": export.make_lsr}
        t = read(tmp_path, maak[soort](), lss=export.make_lss())
    for vraag, verwacht in KEUZES.items():
        assert list_keuzes(t, vraag) == verwacht, vraag
    assert list_statuses(t, "q2") == ["gegeven", "gegeven", "afgebroken", "niet_getoond", "geen_gekozen"]
    assert list_statuses(t, "q4") == ["gegeven", "gegeven", "afgebroken", "overgeslagen", "gegeven"]
    assert list_statuses(t, "q6") == ["gegeven", "gegeven", "afgebroken", "overgeslagen", "gegeven"]
    assert list_statuses(t, "q1")[4] == "overgeslagen"
    assert list_statuses(t, "q1_other") == [
        "niet_getoond",
        "gegeven",
        "niet_getoond",
        "niet_getoond",
        "niet_getoond",
    ]
    assert t.fragmenten.loc[t.fragmenten["vraag_id"] == "q5", "tekst"].tolist() == [
        "Meer licht; graag\nsnel",
        "=HYPERLINK is eng {ja}",
        '"Niets"',
    ]


def test_labels_texts_and_own_texts_come_from_the_questionnaire(tmp_path: Path) -> None:
    t = read(tmp_path, export.make_csv(), lss=export.make_lss())
    vragen = t.vragen.set_index(t.vragen["vraag_id"].astype("str"))
    assert vragen.loc["q1", "tekst"] == "Hoe kwam u hier?"
    assert vragen.loc["q3_sq001", "tekst"] == "Bent u het eens? [Het is hier veilig]"
    assert vragen.loc[["q3_sq001", "q3_sq002"], "reeks"].tolist() == ["q3", "q3"]
    assert vragen.loc[["q1_other", "q2_other"], "ouder_vraag_id"].tolist() == ["q1", "q2"]
    assert vragen.loc[["q1_other", "q2_other"], "ouder_code"].tolist() == ["-oth-", "Q2[other] gekozen"]
    labels = t.opties.groupby(t.opties["vraag_id"].astype("str"), sort=False)["label"].agg(list)
    assert labels["q1"] == ["Met de fiets", "Te voet", "Anders"]
    assert labels["q2"] == ["Een boa", "Een camera", "Iets anders"]
    assert labels["q7"] == ["Licht", "Banken", "Groen"]
    assert t.opties.loc[t.opties["vraag_id"] == "q3_sq001", "waarde"].tolist() == [1, 2, 3, 4, 5]


def test_the_raw_header_is_kept_beside_the_code(tmp_path: Path) -> None:
    from burgerdata.formats import read as read_lezing
    from burgerdata.intake import Zegel
    from burgerdata.pseudonyms import Sleutel

    (tmp_path / "e.csv").write_bytes(export.make_csv("codetext"))
    (tabel,) = read_lezing(tmp_path / "e.csv", Zegel(Sleutel(bytes(32)), "e")).tabellen
    assert tabel.formaat == "limesurvey"
    assert tabel.kolom("Q3[SQ001]").herkomst == "Q3[SQ001]. Bent u het eens? [Het is hier veilig]"


def test_without_a_questionnaire_sets_own_texts_and_stopping_still_show(tmp_path: Path) -> None:
    t = read(tmp_path, export.make_csv("codetext", "long"))
    vragen = t.vragen.set_index(t.vragen["vraag_id"].astype("str"))
    assert vragen.loc[["q2", "q10"], "soort"].astype("str").tolist() == ["meer_antwoorden"] * 2
    assert vragen.loc[["q1_other", "q10_sq001comment"], "soort"].astype("str").tolist() == ["open", "open"]
    assert vragen.loc["q1_other", ["ouder_vraag_id", "ouder_code"]].tolist() == ["q1", "Anders"]
    assert list_keuzes(t, "q2") == KEUZES["q2"]
    assert list_statuses(t, "q2") == ["gegeven", "gegeven", "afgebroken", "niet_getoond", "geen_gekozen"]
    assert list_statuses(t, "q6") == ["gegeven", "gegeven", "afgebroken", "leeg_onbekend", "gegeven"]


def test_two_stands_for_no_when_yes_and_no_were_converted(tmp_path: Path) -> None:
    t = read(tmp_path, export.make_csv(ja="1", nee="2"))
    assert list_keuzes(t, "q2") == KEUZES["q2"]
    assert list_keuzes(t, "q10") == KEUZES["q10"]


def test_addresses_and_fieldwork_stay_out_and_every_record_is_accounted_for(tmp_path: Path) -> None:
    t = read(tmp_path, export.make_csv("full"), lss=export.make_lss())
    weg = t.logboek[t.logboek["reden"] == "kolom_persoonsgegeven"]
    assert {"ipaddr", "id"} <= set(weg["kolom"])
    assert not t.vragen["kolom"].str.contains("lastpage|submitdate|seed|startlanguage").any()
    bron = t.bronnen.iloc[0]
    assert (bron["formaat"], bron["records_in"], bron["records_uit"]) == ("limesurvey", 5, 5)
    assert str(t.activiteiten["begindatum"].iloc[0].date()) == "2026-03-01"


def test_a_moment_that_was_not_kept_is_no_date(tmp_path: Path) -> None:
    inhoud = export.make_csv().decode("utf-8-sig")
    for dag in range(1, 6):
        inhoud = inhoud.replace(f"2026-03-0{dag} 10:00:00", "1980-01-01 00:00:00")
    t = read(tmp_path, inhoud.encode())
    assert t.activiteiten["begindatum"].isna().all()
    assert list_statuses(t, "q4")[2] == "afgebroken"


def test_the_questionnaire_may_be_named_and_is_a_source(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_bytes(export.make_csv())
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "vragen.lss").write_bytes(export.make_lss())
    t = bd.read_bestand(tmp_path / "data.csv", codeboek="apart/vragen.lss")
    assert list_keuzes(t, "q1") == KEUZES["q1"]
    assert t.vragen["tekst"].iloc[0] == "Hoe kwam u hier?"
    assert t.bronnen[["bestand", "rol"]].astype("str").to_numpy().tolist() == [
        ["data.csv", "antwoorden"],
        ["apart/vragen.lss", "codeboek"],
    ]


def test_the_questionnaire_beside_the_answers_is_a_source_too(tmp_path: Path) -> None:
    t = read(tmp_path, export.make_csv(), lss=export.make_lss())
    assert t.bronnen["rol"].astype("str").tolist() == ["antwoorden", "codeboek"]
    assert t.bronnen["bestand"].iloc[1] == "limesurvey_survey_424242.lss"


def test_a_questionnaire_of_another_survey_beside_the_answers_is_left_alone(tmp_path: Path) -> None:
    ander = export.make_lss().replace(b"<title><![CDATA[Q", b"<title><![CDATA[X")
    t = read(tmp_path, export.make_csv(), lss=ander)
    assert t.bronnen["rol"].astype("str").tolist() == ["antwoorden"]


def test_a_questionnaire_of_another_survey_that_was_named_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_bytes(export.make_csv())
    (tmp_path / "x.lss").write_bytes(export.make_lss().replace(b"<title><![CDATA[Q", b"<title><![CDATA[X"))
    with pytest.raises(ContractError, match="hoort niet bij de antwoorden"):
        bd.read_bestand(tmp_path / "data.csv", codeboek="x.lss")


def test_an_archive_without_answers_and_a_trapped_questionnaire_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="bevat geen antwoorden"):
        read(tmp_path, export.make_lsa(met_antwoorden=False), naam="leeg.lsa")
    val = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x "y">]><document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>'
    with pytest.raises(ContractError, match="DOCTYPE"):
        read(tmp_path, val, naam="val.lss")


def test_a_question_for_a_name_is_dropped_though_its_header_is_a_code(tmp_path: Path) -> None:
    lss = export.make_lss().replace(b"Wat wilt u nog kwijt;\nalles mag?", b"Wat is uw naam?")
    t = read(tmp_path, export.make_csv(), lss=lss)
    assert "q5" not in set(t.vragen["vraag_id"].astype("str"))
    assert "Q5" in set(t.logboek.loc[t.logboek["reden"] == "kolom_persoonsgegeven", "kolom"])


@needs_rse
def test_the_real_survey_of_research_software_engineers() -> None:
    t = bd.read_bestand(_REAL / "limesurvey_rse_nl2017" / "public_data.csv")
    assert len(t.deelnemers) == 77
    assert t.bronnen["formaat"].tolist() == ["limesurvey"]
    sets = t.vragen.loc[t.vragen["soort"] == "meer_antwoorden", ["vraag_id", "kolom"]]
    assert {str(v): k.count(";") + 1 for v, k in sets.to_numpy()} == {
        "currentemp13": 65,
        "proj4can": 4,
        "ukrse2": 4,
    }
    vakken = t.antwoorden[
        (t.antwoorden["vraag_id"] == "currentemp13") & (t.antwoorden["code"] == "currentEmp13[17]")
    ]
    assert len(vakken) == 41
    assert (t.antwoorden.loc[t.antwoorden["vraag_id"] == "rse1", "code"] == "Yes").sum() == 75


@needs_citric
@pytest.mark.parametrize(
    ("bestand", "vragen", "deelvragen", "antwoorden"),
    [("answers.lss", 2, 8, 5), ("survey.lss", 4, 0, 0), ("group.lsg", 2, 0, 0), ("free_text.lsq", 1, 0, 0)],
)
def test_real_questionnaires_have_the_counts_of_their_makers(
    bestand: str, vragen: int, deelvragen: int, antwoorden: int
) -> None:
    pad = _REAL / "limesurvey_citric_structures" / bestand
    structuur = parse_structuur(pad.read_bytes(), bestand)
    assert len(structuur.vragen) == vragen
    assert sum(len(vraag.deelvragen) for vraag in structuur.vragen) == deelvragen
    assert (
        sum(len(labels) for vraag in structuur.vragen for labels in vraag.antwoorden.values()) == antwoorden
    )
    assert all(veld.tekst and "<" not in veld.kop for veld in list_velden(structuur))


@pytest.mark.skipif(not _REAL.is_dir(), reason="no real files here")
def test_no_other_file_is_taken_for_limesurvey() -> None:
    gezien = {}
    surveys = Path(__file__).resolve().parents[2] / "surveys"
    for pad in sorted([*_REAL.rglob("*"), *surveys.rglob("ruw/*")]):
        if pad.suffix.lower() not in (".csv", ".tsv", ".xlsx", ".txt", ".lss", ".lsg", ".lsq"):
            continue
        try:
            gezien[pad.parent.name, pad.name] = detect(open_bron(pad))
        except bd.BronError:
            continue
    gevonden = {sleutel for sleutel, formaat in gezien.items() if formaat.startswith("limesurvey")}
    assert {map_ for map_, _ in gevonden} <= {"limesurvey_rse_nl2017", "limesurvey_citric_structures"}
    assert len(gevonden) == 6


def test_the_first_answer_of_a_vv_file_stands_in_row_three(tmp_path: Path) -> None:
    from burgerdata.formats.limesurvey.vv import read_vv
    from burgerdata.shapes import RIJ

    (ruw,) = read_vv(Bron(tmp_path / "vv.csv", "vv.csv", export.make_vv(), ""))
    assert ruw.vorm.frame[RIJ].tolist() == [3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "kop",
    [
        "Datum ingediend",
        "Datum inzending",
        "Datum ingestuurd",
        "Datum van inzending",
        "Date submitted",
    ],
)
def test_an_unfinished_response_is_known_by_any_name_of_the_moment_of_sending(
    tmp_path: Path, kop: str
) -> None:
    rijen = [
        ["Antwoord-ID", kop, "Laatste pagina", "Starttaal", "Q01. Welk cijfer?", "Q02. Waarom?"],
        ["1", "2026-03-01 10:00:00", "2", "nl", "7", "goed"],
        ["2", "", "1", "nl", "6", ""],
    ]
    tekst = "\n".join(";".join(f'"{cel}"' for cel in rij) for rij in rijen)
    (tmp_path / "r.csv").write_text(tekst, encoding="utf-8-sig")
    t = bd.read_bestand(tmp_path / "r.csv")
    assert t.vragen["tekst"].tolist() == ["Welk cijfer?", "Waarom?"]
    assert t.antwoorden["status"].astype("str").tolist() == ["gegeven", "gegeven", "gegeven", "afgebroken"]


def test_the_time_that_a_question_took_is_no_answer_and_hides_nobody_who_stopped(tmp_path: Path) -> None:
    koppen = ["id", "submitdate", "lastpage", "startlanguage", "Q01", "Q02", "interviewtime", "Q01Time"]
    rijen = [["1", "2026-03-01 10:00:00", "2", "nl", "A1", "goed", "12.1", "3.2"]]
    rijen += [["2", "", "1", "nl", "A2", "", "4.0", "1.1"]]
    tekst = "\n".join(";".join(f'"{cel}"' for cel in rij) for rij in [koppen, *rijen])
    (tmp_path / "r.csv").write_text(tekst, encoding="utf-8-sig")
    t = bd.read_bestand(tmp_path / "r.csv")
    assert t.vragen["kolom"].tolist() == ["Q01", "Q02"]
    assert t.antwoorden["status"].astype("str").tolist() == ["gegeven", "gegeven", "gegeven", "afgebroken"]
    niet_af = t.logboek[t.logboek["reden"].eq("niet_afgerond")]
    assert niet_af[["kolom", "aantal"]].to_numpy().tolist() == [["submitdate", 1]]
    assert t.bronnen["records_verklaard"].tolist() == [0], (
        "an unfinished response counts as far as it was filled in"
    )


def test_codes_of_which_everyone_has_another_one_are_no_answers(tmp_path: Path) -> None:
    rijen = [f"S{nr:03},{'AB'[nr % 2]}{nr % 2 + 1},{nr % 7 + 1},{nr % 5 + 1}" for nr in range(8)]
    kop = "Q00[PP],Q01,Q02[SQ001],Q02[SQ002]"
    (tmp_path / "e.csv").write_text("\n".join([kop, *rijen]), encoding="utf-8")
    t = bd.read_bestand(tmp_path / "e.csv")
    assert t.bronnen["formaat"].tolist() == ["limesurvey"]
    assert t.vragen["vraag_id"].tolist() == ["q01", "q02_sq001", "q02_sq002"]
